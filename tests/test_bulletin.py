"""Bulletins: masthead, table of contents, acts; extracts; headings and what looks like them."""

import json

import pytest

from extractor.structure import find_structure
from extractor.structure.blocks import read_blocks
from extractor.structure.bulletin import find_headings
from models import Structure
from tests.test_structure import CORPUS, as_document, assert_partition, corpus

GOLD = json.loads((CORPUS / "gold" / "burl-2017-17-so-parte-1.json").read_text(encoding="utf-8"))

BULLETIN = """REPUBBLICA ITALIANA
BOLLETTINO UFFICIALE
Serie Ordinaria n. 1 - Mercoledì 03 gennaio 2024
SOMMARIO
A) CONSIGLIO REGIONALE
Legge regionale 28 dicembre 2023 - n. 9
Legge di stabilità 2024 - 2026 . . . . . . . . . . . . . . . . . . 3
C) GIUNTA REGIONALE E ASSESSORI
Deliberazione Giunta regionale 28 dicembre 2023 - n. XII/1673
Modalità attuative della d.g.r. n. XII/514 del 26 giugno 2023 e
s.m.i. . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . 10
D) ATTI DIRIGENZIALI
Giunta regionale
D.G. Ambiente e clima
Decreto dirigente struttura 27 dicembre 2023 - n. 20999
Approvazione degli esiti istruttori ai sensi della l.r. 30/2006 . . 15
Comunicato regionale 2 gennaio 2024 - n. 1
Avviso di rettifica . . . . . . . . . . . . . . . . . . . . . . . . 16
A) CONSIGLIO REGIONALE
Legge regionale 28 dicembre 2023 - n. 9
Legge di stabilità 2024 - 2026
IL CONSIGLIO REGIONALE
ha approvato
IL PRESIDENTE DELLA REGIONE
promulga
la seguente legge regionale:
Art. 1
(Finalità)
1. La Regione Lombardia persegue la stabilità.
Art. 2
(Entrata in vigore)
1. La presente legge entra in vigore il giorno successivo.
Il presidente: Mario Rossi
C) GIUNTA REGIONALE E ASSESSORI
D.g.r. 28 dicembre 2023 - n. XII/1673
Modalità attuative della d.g.r. n. XII/514 del 26 giugno 2023 e
s.m.i.
LA GIUNTA REGIONALE
Visti:
D.g.r. 26 giugno 2023 - n. XII/514 «Approvazione del documento di progetto»;
D.g.r. 30 novembre 2022 - n. XI/7409, che approva la convenzione quadro;
D.g.r. 11 maggio 2020 - n. XI/3127 «Criteri per i bandi»
Legge regionale 30 dicembre 2009, n. 33 «Testo unico delle leggi regionali in materia di sanità»
Richiamata la d.g.r. 21 aprile 2017 - n. X/6502;
DELIBERA
1. di approvare le modalità di cui all'allegato;
Il segretario: Anna Verdi
Allegato 1
Modalità attuative
1. Premessa
Le modalità sono queste.
D) ATTI DIRIGENZIALI
Giunta regionale
D.G. Ambiente e clima
D.d.s. 27 dicembre 2023 - n. 20999
Approvazione degli esiti istruttori ai sensi della l.r. 30/2006
IL DIRIGENTE DELLA STRUTTURA
RISORSE IDRICHE
Vista la legge regionale 30/2006;
DECRETA
1. di approvare gli esiti.
Il dirigente
Paolo Neri
Comunicato regionale 2 gennaio 2024 - n. 1
Avviso di rettifica
Si comunica che il decreto n. 20999 è rettificato.
Il dirigente
Paolo Neri
"""

EXTRACT = """D.G. Agricoltura, sovranità alimentare e foreste
D.d.s. 30 luglio 2024 - n. 11701
Complemento per lo sviluppo rurale della Regione Lombardia.
Approvazione delle disposizioni attuative
IL DIRIGENTE DELLA STRUTTURA
SERVIZI ALLE IMPRESE
Visti i Regolamenti (UE);
DECRETA
1. di approvare le disposizioni.
Il dirigente
Elena Bianchi
——— • ———
Allegato A
Disposizioni attuative
Le domande si presentano entro il 30 settembre 2024.
"""


NOTICES = """BOLLETTINO UFFICIALE
Serie Avvisi e Concorsi n. 8 - Mercoledì 19 febbraio 2025
SOMMARIO
B) GARE
Comune di Esempio (MI)
Estratto bando di gara per l'alienazione di un immobile di proprietà
comunale . . . . . . . . . . . . . . . . . . . . . . . . . . . . 5
C) CONCORSI
ASST di Prova
Concorso pubblico, per titoli ed esami, a un posto di dirigente . . 8
Avviso pubblico per la formazione di una graduatoria di infermieri . . 12
Comune di Esempio (MI)
Estratto bando di gara per l'alienazione di un immobile di proprietà
comunale
Il Comune di Esempio indice una gara. Le offerte si presentano entro il 30 aprile 2025.
Il responsabile
Mario Rossi
ASST di Prova
Concorso pubblico, per titoli ed esami, a un posto di dirigente
In esecuzione della deliberazione n. 100 del 10 febbraio 2025 è indetto un concorso.
Il direttore generale
Anna Verdi
ASST di Prova
Avviso pubblico per la formazione di una graduatoria di infermieri
Le domande si presentano entro 15 giorni.
Il direttore generale
Anna Verdi
"""


def structure_of(text: str) -> Structure:
    """The structure of a text, whose leaves are checked to partition it."""
    document = as_document(text)
    structure = find_structure(document)
    assert_partition(document, structure)
    return structure


def test_every_entry_of_the_corpus_s_contents_is_read_with_its_page() -> None:
    _, structure = corpus("burl-2017-17-so-parte-1.txt")
    rows = [
        (row.sezione, row.sottosezione, row.direzione, row.tipo, row.sigla, row.numero, row.data)
        for row in structure.sommario
    ]
    keys = ("sezione", "sottosezione", "direzione", "tipo", "sigla", "numero", "data")
    assert rows == [tuple(row[key] for key in keys) for row in GOLD["sommario"]]
    pages = [(row.oggetto, row.pagina_stampata) for row in structure.sommario]
    assert pages == [(row["oggetto"], row["pagina"]) for row in GOLD["sommario"]]


def test_the_corpus_s_acts_carry_the_bulletin_s_number_and_their_place_in_it() -> None:
    _, structure = corpus("burl-2017-17-so-parte-1.txt")
    keys = ("sezione", "sottosezione", "direzione", "bollettino", "serie", "data_pubblicazione")
    found = [tuple(getattr(act.atto, key) for key in keys) for act in structure.atti]
    assert found == [tuple(act[key] for key in keys) for act in GOLD["atti"]]


def test_the_evidence_of_an_entry_is_its_words() -> None:
    document, structure = corpus("burl-2017-17-so-parte-1.txt")
    for row, gold in zip(structure.sommario, GOLD["sommario"], strict=True):
        assert row.testo == document.testo[row.inizio : row.fine]
        assert "".join(row.testo.split()) == "".join(gold["testo"].split())


def test_a_bulletin_is_split_at_its_headings_and_not_at_citations() -> None:
    structure = structure_of(BULLETIN)
    assert structure.tipo == "bollettino"
    found = [(act.atto.tipo, act.atto.sigla, act.atto.numero) for act in structure.atti]
    assert found == [
        ("legge_regionale", "Legge regionale", "9"),
        ("dgr", "D.g.r.", "XII/1673"),
        ("decreto", "D.d.s.", "20999"),
        ("comunicato", "Comunicato regionale", "1"),
    ]


def test_a_bulletin_s_contents_drop_their_leaders_and_keep_the_stops_of_the_subject() -> None:
    rows = [(row.oggetto, row.pagina_stampata) for row in structure_of(BULLETIN).sommario]
    assert rows == [
        ("Legge di stabilità 2024 - 2026", 3),
        ("Modalità attuative della d.g.r. n. XII/514 del 26 giugno 2023 e s.m.i.", 10),
        ("Approvazione degli esiti istruttori ai sensi della l.r. 30/2006", 15),
        ("Avviso di rettifica", 16),
    ]


def test_an_act_of_a_bulletin_knows_section_directorate_and_masthead() -> None:
    decree = structure_of(BULLETIN).atti[2].atto
    assert decree.sezione == "D) Atti dirigenziali"
    assert decree.sottosezione == "Giunta regionale"
    assert decree.direzione == "D.G. Ambiente e clima"
    assert (decree.bollettino, decree.serie) == ("1", "Serie Ordinaria")
    assert decree.data_pubblicazione == "2024-01-03"
    assert decree.pagina_stampata == 15
    assert decree.identificativo == "regione-lombardia/dds/2023/20999"


def test_an_entry_whose_page_is_lost_stays_in_the_contents() -> None:
    lost = BULLETIN.replace("della l.r. 30/2006 . . 15", "della l.r. 30/2006")
    rows = [(row.numero, row.pagina_stampata) for row in structure_of(lost).sommario]
    assert rows == [("9", 3), ("XII/1673", 10), ("20999", None), ("1", 16)]


def test_the_layout_of_before_2011() -> None:
    old = EXTRACT.replace(
        "D.d.s. 30 luglio 2024 - n. 11701", "(BUR2009021)\nD.G.R. 30 DICEMBRE 2009 - N. 8/10962"
    )
    old = old.replace("IL DIRIGENTE DELLA STRUTTURA\nSERVIZI ALLE IMPRESE", "LA GIUNTA REGIONALE")
    (act,) = structure_of(old).atti
    assert (act.atto.tipo, act.atto.numero, act.atto.data) == ("dgr", "8/10962", "2009-12-30")


def test_a_bulletin_of_notices_is_split_by_its_contents() -> None:
    structure = structure_of(NOTICES)
    assert structure.tipo == "bollettino"
    found = [(a.atto.tipo, a.atto.ente, a.atto.pagina_stampata) for a in structure.atti]
    assert found == [
        ("bando", "Comune di Esempio (MI)", 5),
        ("avviso", "ASST di Prova", 8),
        ("avviso", "ASST di Prova", 12),
    ]
    assert [row.sezione for row in structure.sommario] == ["B) Gare", "C) Concorsi", "C) Concorsi"]
    assert structure.atti[0].atto.serie == "Serie Avvisi e Concorsi"
    assert structure.atti[1].atto.oggetto is not None
    assert structure.atti[1].atto.oggetto.startswith("Concorso pubblico, per titoli")


def test_an_extract_is_one_act_of_its_kind() -> None:
    structure = structure_of(EXTRACT)
    (act,) = structure.atti
    assert structure.tipo == "decreto"
    assert act.atto.direzione == "D.G. Agricoltura, sovranità alimentare e foreste"
    assert act.atto.oggetto is not None
    assert act.atto.oggetto.endswith("Approvazione delle disposizioni attuative")
    zones = [zone.zona for zone in act.zones()]
    assert zones == ["frontespizio", "preambolo", "dispositivo", "firma", "allegato"]


def test_two_acts_without_contents_make_a_bulletin() -> None:
    second = EXTRACT.replace("n. 11701", "n. 11702").split("\n", 1)[1]
    structure = structure_of(EXTRACT + second)
    assert structure.tipo == "bollettino"
    assert [act.atto.numero for act in structure.atti] == ["11701", "11702"]


@pytest.mark.parametrize(
    "line",
    [
        "D.d.u.o. 18 aprile 2017 - n. 4425",
        "D.g.r. 21 aprile 2017 - n. X/6502",
        "D.G.R. 21 APRILE 2017 – N. X/6502",
        "D.d.s. 21 aprile 2017 - n. 4579**D.d.s. OPR n. 42014 del 12 maggio 2016",
        "Decreto dirigente unità organizzativa 18 aprile 2017 - n. 4425",
        "Decreto direttore generale 2 maggio 2023 - n. 6355",
        "Comunicato regionale 21 aprile 2017 - n. 68",
        "Legge regionale 28 dicembre 2023 - n. 9",
        "D.c.r. 28 novembre 2023 - n. XII/177",
        "(BUR2009021) D.G.R. 30 dicembre 2009 - n. 8/10962",
        "Com.r. 19 maggio 2009 - n. 70",
        "[1.8.0] Decreto presidente Consiglio regionale 12 marzo 2010 - n. 452",
        "Decreto presidente Regione Lombardia 30 dicembre 2008 - n. 15831 [1.8.0] Nomina",
    ],
)
def test_headings(line: str) -> None:
    assert len(find_headings(read_blocks(line))) == 1


@pytest.mark.parametrize(
    "line",
    [
        "D.g.r. 21 aprile 2017 - n. X/6502 «Determinazioni»;",
        "D.g.r. 21 aprile 2017 - n. X/6502, che approva il piano",
        "Vista la d.g.r. 21 aprile 2017 - n. X/6502",
        "Legge 7 agosto 1990 - n. 241",
        "Regolamento (UE) 17 dicembre 2013 - n. 1303",
        "Seduta del 21 aprile 2017 - n. 12",
    ],
)
def test_look_alikes_of_headings(line: str) -> None:
    assert find_headings(read_blocks(line)) == ()
