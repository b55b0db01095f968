"""Rules on wording: marks that do not pair, misprints, quotations, what is left out."""

import pytest

from tests.findings import act, findings, messages
from tests.test_bulletin import BULLETIN


@pytest.mark.parametrize(
    ("recitals", "told"),
    [
        ("Visto il decreto n. 12 del 3 marzo 2023 «Bando per la montagna;", "aperte e non chiuse"),
        ("Visto il Piano regionale» del 2020;", "chiuse e non aperte"),
        ("Visto il decreto «Bando «Imprese» del 2023;", "aperte e non chiuse"),
    ],
)
def test_marks_that_do_not_pair(recitals: str, told: str) -> None:
    (found,) = findings(act(recitals), "virgolette_spaiate")
    assert told in found.messaggio
    assert found.testo == recitals


@pytest.mark.parametrize(
    "recitals",
    [
        "Visto il decreto «Bando per la montagna»;",
        "Visto il decreto «Bando «Imprese» per la montagna»;",
        "Visto l'articolo: «1. Il bando è aperto.\n2. La domanda è telematica.»;",
        'Visto il decreto "Bando per la montagna;',  # straight marks open and close alike
    ],
)
def test_marks_that_pair(recitals: str) -> None:
    assert messages(act(recitals), "virgolette_spaiate") == []


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("le procedure dei controlli e e delle sanzioni", "e e"),
        ("la parte dell'allegato A del Il decreto", "del Il"),
        ("la l.r. 33/2009 cos come modificata", "cos"),
        ("la necessità di procedere, perch urgente", "perch"),
        ("l'importo, pari a di € 4.000,00", "pari a di"),
        ("gli artt. 2 e art. 9 della legge", "artt. 2 e art. 9"),
    ],
)
def test_misprints(words: str, shown: str) -> None:
    (found,) = findings(act(f"Visto che sono definite {words};"), "refuso_testo")
    assert (found.testo, found.gravita) == (shown, "nota")


@pytest.mark.parametrize(
    "words",
    [
        "la medaglia/e e l'annualità",
        "le misure e, e altre",
        "la città del La Spezia calcio",
        "il gruppo COS come partner",
        "gli artt. 2 e 9 della legge",
        "la l.r. 33/2009 così come modificata",
        "l'importo pari a € 4.000,00",
    ],
)
def test_no_misprint(words: str) -> None:
    assert messages(act(f"Visto che sono definite {words};"), "refuso_testo") == []


PASSAGE = "l'accessibilità ai servizi di {} le tipologie di utenti, senza distinzione di età"
FAR = "Dato atto che il servizio è stato svolto con regolarità;\n" * 40


def test_a_passage_quoted_in_two_forms() -> None:
    text = act(
        f"Visto il punto «{PASSAGE.format('tutti')}»;\n{FAR}",
        f"1. di sostituire il punto «{PASSAGE.format('tutte')}»;",
    )
    (found,) = findings(text, "citazione_difforme")
    assert "con «tutti» e con «tutte»" in found.messaggio


@pytest.mark.parametrize(
    ("first", "second", "between"),
    [
        ("tutte", "tutte", FAR),
        ("tutte", "alcune fra", FAR),
        ("tutti", "tutte", ""),  # the text and what takes its place
    ],
)
def test_passages_that_differ_on_purpose(first: str, second: str, between: str) -> None:
    text = act(
        f"Visto il punto «{PASSAGE.format(first)}»;\n{between}",
        f"1. di sostituire il punto «{PASSAGE.format(second)}»;",
    )
    assert messages(text, "citazione_difforme") == []


@pytest.mark.parametrize(
    ("recitals", "told"),
    [
        ("Vista la decisione della Commissione europea del 23 gennaio 2019 C(2019);", "«C(2019)»"),
        ("Visto il decreto del Ministero dell'ambiente 29 dicembre 2016;\nVisto il DM 29 dicembre "
         "2016, n. 266;", "n. 266"),
    ],
)  # fmt: skip
def test_a_citation_that_lacks_something(recitals: str, told: str) -> None:
    (message,) = messages(act(recitals), "riferimento_incompleto")
    assert told in message


def test_an_act_that_is_changed_and_never_dated() -> None:
    title = "Modifiche alla d.g.r. 5640 del 2001"
    (found,) = findings(act("Vista la spesa;", oggetto=title), "riferimento_incompleto")
    assert found.testo == "d.g.r. 5640 del 2001"
    dated = act("Vista la d.g.r. n. VII/5640 del 20 luglio 2001;", oggetto=title)
    assert messages(dated, "riferimento_incompleto") == []


@pytest.mark.parametrize(
    "recitals",
    [
        "Vista la decisione C(2019) 564 della Commissione;",
        "Vista la d.g.r. 5640 del 2001;",
        "Visto il DM 29 dicembre 2016, n. 266;",
        "Visto il decreto del Ministero dell'ambiente 29 dicembre 2016;",
    ],
)
def test_a_citation_that_lacks_nothing(recitals: str) -> None:
    assert messages(act(recitals), "riferimento_incompleto") == []


def test_an_act_that_says_it_is_late() -> None:
    late = "Dato atto che il presente provvedimento è adottato oltre il termine di 90 giorni;"
    (message,) = messages(act(late), "termine_superato")
    assert "oltre il termine di 90 giorni" in message
    kept = late.replace("oltre il termine", "entro il termine")
    assert messages(act(kept), "termine_superato") == []


AGREEMENT = """ACCORDO DI COLLABORAZIONE
TRA
Regione Piemonte, con sede in Torino, rappresentata da Mario Bianchi
E
Comune di Borgoverde, rappresentato da Anna Verdi
PREMESSO CHE
le parti intendono collaborare;
SI CONVIENE E SI STIPULA QUANTO SEGUE
Art. 1 (Oggetto)
Le parti collaborano.
Art. 2 (Durata)
Il presente Accordo ha durata di tre anni a decorrere dalla firma dello stesso.
"""


def test_a_term_that_runs_from_a_signing_without_date() -> None:
    (message,) = messages(AGREEMENT, "data_mancante")
    assert "tre anni" in message
    dated = AGREEMENT.replace("dalla firma dello stesso", "dal 1° gennaio 2024")
    assert messages(dated, "data_mancante") == []


def test_a_subject_spelled_apart_in_contents_and_body() -> None:
    assert messages(BULLETIN, "sommario_discordante") == []
    at = BULLETIN.rindex("istruttori")
    misprint = BULLETIN[:at] + "istruttorî" + BULLETIN[at + len("istruttori") :]
    (found,) = findings(misprint, "sommario_discordante")
    assert "«istruttori» nel sommario, «istruttorî» nell'atto" in found.messaggio
    assert found.gravita == "nota"
