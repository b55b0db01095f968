"""More of the ways in which acts of all producers define abbreviations, and what looks like one."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.facts import acronyms
from extractor.facts.initials import agrees, singular, spells
from models import Context, ZoneSpan

FOUND = [
    # Announced, in other words
    ("il Codice del Terzo Settore (in avanti anche solo “CTS”) disciplina", ["CTS"]),
    ("nomina il Nucleo di Valutazione (qui di seguito “NdV”), che", ["NdV"]),
    ("il Centro per l’Impiego (nel proseguo CPI) provvede", ["CPI"]),
    ("l’Agenzia del Demanio di Zona (di seguito, per semplicità, ADZ) ha", ["ADZ"]),
    ("il Distretto del Commercio di seguito “DdC” comprende", ["DdC"]),
    ("il Centro Operativo Comunale, denominato C.O.C., per", ["C.O.C."]),
    ("RUP, ovvero Responsabile Unico del Progetto, cura", ["RUP"]),
    ("per D.E.C. il direttore dell’esecuzione del contratto;", ["D.E.C."]),
    # The bracket says more than the letters
    ("i titoli di efficienza energetica (TEE, detti anche certificati bianchi)", ["TEE"]),
    ("il Responsabile unico del progetto (RUP ai sensi dell’art. 15)", ["RUP"]),
    ("il Codice Identificativo Gara (CIG: B123)", ["CIG"]),
    ("le micro, piccole e medie imprese (PMI o MPMI)", ["MPMI", "PMI"]),
    ("il Responsabile della protezione dei dati (RPD o DPO) è", ["RPD"]),
    ("di sviluppo (Sustainable Development Goals - SDGs) dell’Agenda", ["SDGs"]),
    ("delle cose (Internet of Things - IoT);", ["IoT"]),
    ("di servizio (Service Level Agreement – SLA) indicati", ["SLA"]),
    ("dei Fondi Strutturali e di Investimento Europei («Fondi SIE») e", ["SIE"]),
    ("espresso in TEP1 (tonnellate equivalenti di petrolio) che", ["TEP"]),
    ("il Modello di organizzazione, gestione e controllo (di seguito “Modello” o “MOGC”).",
     ["MOGC"]),
    ("i Progetti di Rilevante Interesse Nazionale; PRIN 2022 (Progetti di Rilevante Interesse"
     " Nazionale)", ["PRIN"]),
    ("la procedura Sis.Co. (Sistema delle Conoscenze della Regione) consente", ["Sis.Co."]),
    ("al rischio: HACCP (analisi dei pericoli e punti critici di controllo) è", ["HACCP"]),
    ("di rendimento (Energy Performance Contract o EPC) ha", ["EPC"]),
    ("il principio DNSH, “Do No Significant Harm”)", ["DNSH"]),
    ("a tempo pieno (FTE, full time equivalent).", ["FTE"]),
    ("VPN è l’acronimo di Virtual Private Network.", ["VPN"]),
    ("la Strategia regionale S3 (Smart Specialisation Strategy)", ["S3"]),
    ("Azienda Regionale per gli Acquisti S.p.A. - ARA S.p.A.", ["ARA"]),
    # Written as names, with doubled letters, without the beginnings of all words
    ("l’Associazione nazionale dei comuni italiani (Anci) ha", ["Anci"]),
    ("il Ministero delle imprese e del made in Italy (Mimit)", ["Mimit"]),
    ("al MimIt (ministero delle Imprese e del made in Italy) quale", ["MimIt"]),
    ("Il costo medio orario (Cmo) di ogni addetto", ["Cmo"]),
    ("i Vigili del Fuoco (VV.F.) sono", ["VV.F."]),
    ("le Organizzazioni Sindacali (OO.SS.) sono", ["OO.SS."]),
    ("della Tassa sui rifiuti - TARI", ["TARI"]),
    ("il Piano strategico della PAC 2023-2027 (di seguito “PSP 2023-2027”), sentiti",
     ["PSP 2023-2027"]),
    ("comma 1;\nPSN: Piano Strategico Regionale della Natura (testo) di cui", ["PSN"]),
    ("in tonnellate equivalenti di petrolio (tep), è determinata", ["tep"]),
    ("2.3 Termini e definizioni (2)\n[RPC]\tRemote Procedure Call, chiamata\n[Erogatore]\tUno dei"
     " soggetti che eroga\n[QoS]\tQuality of Service", ["QoS", "RPC"]),
    ("Glossario\nASL — azienda sanitaria locale. Ente\nCogestione — modalità di lavoro\n"
     "GLO — gruppo di lavoro operativo. Coordina", ["ASL", "GLO"]),
    ("Regolamento (UE) n. 910/2014 del 23 luglio 2014 in materia di identificazione elettronica e"
     " servizi fiduciari per le transazioni elettroniche nel mercato interno (eIDAS)", ["eIDAS"]),
    ("dove Eprod=Energia prodotta Eimm=Energia immessa in rete", ["Eimm", "Eprod"]),
    ("le Pubbliche Amministrazioni (PPAA o PA)", ["PA", "PPAA"]),
    ("delle Amministrazioni pubbliche (PP.AA.)", ["PP.AA."]),
    ("la Superficie Lorda di Pavimento (S.l.p.)", ["S.l.p."]),
    ("il computo metrico estimativo (c.m.e.)", ["c.m.e."]),
    ("l’Istituto nazionale per la valutazione del sistema educativo di istruzione (INVSI)",
     ["INVSI"]),
    ("il Database Topografico Regionale (DBTR);", ["DBTR"]),
    ("i campi elettromagnetici (CEM).", ["CEM"]),
    # A name that goes on in quotes or with years, or is described
    ("l’Analisi di Rischio sito-specifica (AdR). L’AdR è; l’AdR", ["AdR"]),
    ("il Club Alpino Italiano, sezione di Borgo (CAI). Il", ["CAI"]),
    ("il “Contratto di Fiume Adda-Oglio-Lambro” (CdF), strumento", ["CdF"]),
    ("la Strategia regionale di Specializzazione per la Ricerca - S3 di Regione", ["S3"]),
    ("l’Unione dei Comuni “Terre d’Aria” (UTA) ha", ["UTA"]),
    ("il Programma Operativo Nazionale “Per la Scuola” 2014-2020 (PON) è", ["PON"]),
    ("il programma di sviluppo rurale 2014-2022 (PSR) della", ["PSR"]),
    ("o “il Programma Regionale 2021-2027”, “PR 2021-2027”) e", ["PR 2021-2027"]),
    # Customary words that do not give all the letters
    ("iscritto al Registro Unico Nazionale (RUNTS)", ["RUNTS"]),
    ("all’Ufficio Europeo per la Lotta Antifrode (OLAF)", ["OLAF"]),
    ("il Contratto Collettivo Nazionale di Lavoro Funzioni Locali del 16/11/2022 (C.C.N.L.)",
     ["C.C.N.L."]),
    ("la Strategia di Specializzazione (S3) di", ["S3"]),
    ("al Coordinatore per la Sicurezza in fase di Esecuzione dei lavori (CSE).", ["CSE"]),
    ("del Programma Complementare di Azione e Coesione (POC) e", ["POC"]),
    ("completa del numero identificativo (ID) a cui", ["ID"]),
    # In a list, with a dash or none
    ("Elaborati: R1 Relazione; CME Computo Metrico Estimativo; R2 Relazione", ["CME"]),
    ("Elaborati:\nQE Quadro Economico;\nCSA Capitolato Speciale d’Appalto\n", ["CSA", "QE"]),
    ("il Piano della Performance-PdP e", ["PdP"]),
    ("- IdPC - Identity Provider del Cittadino.", ["IdPC"]),
    ("UNCEM – Unione Nazionale Comuni Comunità Enti Montani.", ["UNCEM"]),
    ("NADUP = Nota di aggiornamento al DUP; SeS = Sezione Strategica;", ["NADUP", "SeS"]),
    ("GDPR – Regolamento Generale sulla Protezione dei Dati.", ["GDPR"]),
    ("l’Ispettorato Centrale della tutela della Qualità e della Repressione Frodi dei prodotti"
     " agroalimentari (I.C.Q.R.F.) vigila", ["I.C.Q.R.F."]),
    ("dei Service Provider SPID (SP-SPID) che dialogano", ["SP-SPID"]),
    # A footnote, a province's letters after a comma
    ("il punto di connessione dell’impianto/UP2 oggetto di intervento.\n2 Unità di produzione.\n",
     ["UP"]),
    ("persone in coma, Stato Vegetativo (SV) oppure", ["SV"]),
    ("il cavidotto in media tensione (MT) a 15 kV", ["MT"]),
    ("il progetto esecutivo (PE). Il", ["PE"]),
    # Lists of abbreviations under other titles
    ("Legenda delle sigle utilizzate\nCT\tCapitolato Tecnico\nAQ\tAccordo Quadro\n", ["CT", "AQ"]),
    ("Glossario dei termini e degli acronimi\nAQ: Accordo Quadro\nCT: Capitolato Tecnico\n",
     ["AQ", "CT"]),
    # With words of the long name
    ("alla Direzione Generale Welfare (DG Welfare) che", ["DG Welfare"]),
    # One abbreviation, spelt in two ways
    ("il Mercato Elettronico PA (MePA); nel Mercato Elettronico PA (MEPA); (MePA)", ["MePA"] * 2),
]  # fmt: skip

LOOK_ALIKES = [
    "i costi unitari del PSP 2023-2027 (in seguito anche “PSP”). Per la campagna",
    "in cui Somma = Importo totale",
    "la Società per Azioni (S.p.A.) e la Società a responsabilità limitata (Srl)",
    "il dirigente del settore (ovvero RUP) firma",
    "la Commissione (composta da tre membri)",
    "il Comune di Alba (Ente) e il Sindaco (Rossi)",
    "presenti i consiglieri (PD), (FI), (M5S)",
    "in corrente continua (DC) e in corrente alternata (AC)",
    "l’importo in euro (EUR) e in dollari (USD)",
    "il Comune di Porto Torino (Toscana)",
    "nato a San Sostene, San Severo (FG), il 3 aprile",
    "per CIG il sistema attribuisce un codice",
    "la ditta denominata “ALFA COSTRUZIONI” e la società denominata BETA",
    "2 Unità di produzione.\n3 Unità di misura.\n",
    "1 Comune di Valfiorita\n2 Unione di Pianura\n",
    "si riporta di seguito “ALLEGATO A” con",
    "il Direttore generale (Carlo Dati)",
    "la sede di Milano (MI) e la frazione media tensione di Lodi (LO)",
    "il Comune di Besano Lodigiano (BL) - LODI",
    "RELAZIONE TECNICA - RT e PIANO",
    "il codice ATECO Attività edilizie",
    "il DURC Dichiarazione",
    "con successive modifiche (s.m.i.) e",
    "12\t36830\tF.I.M.A. - FABBRICA IMPIANTI MACCHINE AGRICOLE S.R.L.\t10/01/2017",
    "IT Istituto di Togliatti con",
    "l’aggiudicatario del lotto (CIG: B1234567AB)",
    "classe energetica A1 (A2) e categoria catastale (C6)",
    "Azienda Sanitaria di Pavia (Pv)",
    "il “Piano 2021-2027”, “PR 2021-2027”",
    "la Provincia di Sondrio – BIM – e",
]

MISSED = [
    # The words stand after what the letters are of.
    ("per “BEA” il sistema di bigliettazione elettronica automatica.", ["BEA"]),
    # The letters are two words with a figure between.
    ("- “Stato civile digitale” (ANSC) e", ["ANSC"]),
]


@pytest.mark.parametrize(
    ("text", "siglas"),
    [*FOUND, *(pytest.param(*m, marks=pytest.mark.xfail(strict=True)) for m in MISSED)],
)
def test_form_is_read(text: str, siglas: list[str]) -> None:
    found = acronyms.find(text, Context())
    assert sorted(record.sigla for record in found) == sorted(siglas)
    assert all(record.testo == text[record.inizio : record.fine] for record in found)


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_look_alike_is_left(text: str) -> None:
    assert acronyms.find(text, Context()) == []


def test_a_short_list_in_the_body_does_not_hide_what_the_text_explains() -> None:
    text = (
        "ACRONIMI\nCT: Capitolato Tecnico\nAQ: Accordo Quadro\n\n1. Oggetto\nIl Responsabile Unico"
        " del Progetto (RUP) e il Direttore dei Lavori (DL) comunicano alla Stazione Unica"
        " Appaltante (SUA) l’esito."
    )
    context = Context(zone=(ZoneSpan(0, len(text), "dispositivo"),))
    found = {record.sigla for record in acronyms.find(text, context)}
    assert found == {"CT", "AQ", "RUP", "DL", "SUA"}


_WORDS = st.lists(st.from_regex(r"[b-z][a-z]{4,9}", fullmatch=True), min_size=2, max_size=8)


@given(_WORDS, st.integers(2000, 2099), st.data())
def test_small_words_and_years_give_no_letter(
    words: list[str], year: int, data: st.DataObject
) -> None:
    filled = [
        between
        for word in words
        for between in (word, data.draw(st.sampled_from(["di", "della", "e", str(year)])))
    ]
    wanted = "".join(word[0] for word in words)
    assert spells(wanted, tuple(filled), 0)
    assert agrees(wanted.upper(), " ".join(filled))


@given(_WORDS)
def test_a_letter_no_word_has_is_never_spelt(words: list[str]) -> None:
    foreign = next(c for c in "àbcdefghijklmnopqrstuvwxyz1" if all(c not in w for w in words))
    wanted = "".join(word[0] for word in words) + foreign
    assert not spells(wanted, tuple(words), len(words))


@given(st.text(alphabet="bcdfg", min_size=1, max_size=6))
def test_doubled_letters_are_read_as_one(wanted: str) -> None:
    doubled = "".join(char * 2 for char in wanted)
    once = singular(doubled)
    assert once is None or (len(once) > 1 and len(once) < len(doubled))
    if len(wanted) > 1 and all(one != other for one, other in pairwise(wanted)):
        assert once == wanted
