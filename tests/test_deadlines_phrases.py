"""What a deadline is for, as readers are shown it: a short, whole phrase or nothing."""

from datetime import date

import pytest

from extractor.facts import deadlines
from extractor.facts.deadlines.phrases import whole
from models import Context

SAID = [
    (
        "17 REALIZZAZIONE DEGLI INTERVENTI Gli interventi devono essere conclusi entro 24 mesi"
        " dalla pubblicazione del decreto.",
        "Gli interventi devono essere conclusi",
    ),
    ("Il beneficiario, entro 30 giorni dal ricevimento, deve presentare la rendicontazione.",
     "Il beneficiario deve presentare la rendicontazione"),
    ("è ammesso ricorso al T.A.R. entro 60 giorni dalla notifica.", "ricorso al TAR"),
    ("oppure ricorso straordinario al Capo dello Stato entro 120 giorni dalla notifica.",
     "ricorso straordinario al Presidente della Repubblica"),
    ("acquisito il DURC n. prot. INPS_123 con scadenza il 05/05/2026;", "validità del DURC"),
    ("Il Comune (ex categoria D) entro il 30 giugno 2026.", None),
    ("Le istruttorie, comprensive dei riesami, devono essere concluse entro il 31/10/2026.",
     "Le istruttorie, comprensive dei riesami, devono essere concluse"),
    ("− l'incarico alla società, con scadenza il 31/12/2027;", "l'incarico alla società"),
    ("c.2) Le domande devono pervenire entro il 31/12/2027.", "Le domande devono pervenire"),
    ("d. presentare la rendicontazione entro il 31/12/2027.", "presentare la rendicontazione"),
    ("È possibile presentare la domanda di saldo entro il 31/12/2027.",
     "presentare la domanda di saldo"),
    ("Il beneficiario deve restituire, entro 30 giorni dalla revoca, le somme ricevute.",
     "Il beneficiario deve restituire le somme ricevute"),
    ("La Regione esaminerà entro 20 giorni dalla ricezione la documentazione.",
     "La Regione esaminerà la documentazione"),
    ("I dati personali saranno conservati fino al 31/12/2030.",
     "I dati personali saranno conservati"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "due"), SAID)
def test_what_is_due_is_a_whole_phrase_or_nothing(text: str, due: str | None) -> None:
    [found] = deadlines.find(text, Context(data=date(2026, 1, 1)))
    assert found.oggetto == due


WHOLE = [
    "contributi a fondo perduto",
    "certificato di regolare esecuzione",
    "istituto cassiere",
    "mandato di pagamento",
    "contributo concesso",
    "rata a saldo",
]


@pytest.mark.parametrize("words", WHOLE)
def test_nouns_that_look_like_participles_are_kept(words: str) -> None:
    assert whole(words) == words


HEADLESS = [
    "di bilancio in tempo utile",
    "collaudato e rendicontato",
    "modificati, prorogati",
    "prorogato dal Reg",
    "potranno essere prorogati",
    "devono essere adeguatamente motivate",
    "sono disponibili",
    "aggiuntivi complessivi",
    "il quinto giorno successivo",
    "È fatta salva la possibilità di richiedere",
    "Successivamente",
    "RILEVATO",
    "n. 160)",
    "ai sensi dell’art.",
]


@pytest.mark.parametrize("words", HEADLESS)
def test_a_phrase_without_its_head_is_left_out(words: str) -> None:
    assert whole(words) is None


EVENTS = [
    (
        "entro 5 giorni dal ricevimento della richiesta previa verifica dei risultati",
        "ricevimento della richiesta",
    ),
    (
        "entro 60 giorni dal provvedimento di erogazione del contributo la documentazione",
        "provvedimento di erogazione del contributo",
    ),
    (
        "entro 9 mesi dal termine per la presentazione delle domande allegando il titolo",
        "termine per la presentazione delle domande",
    ),
]


@pytest.mark.parametrize(("text", "event"), EVENTS)
def test_the_event_of_a_term_ends_where_its_sentence_goes_on(text: str, event: str) -> None:
    [found] = deadlines.find(text, Context())
    assert found.decorrenza == event


def test_who_receives_is_not_who_must() -> None:
    [found] = deadlines.find(
        "Il beneficiario trasmette alla Regione Lombardia la relazione entro il 30 giugno 2026.",
        Context(data=date(2026, 1, 1)),
    )
    assert found.destinatario == "beneficiario"


def test_the_last_day_of_a_window_is_of_the_window_wherever_it_stands() -> None:
    text = (
        "Le domande possono essere presentate entro il 15 gennaio 2026. Presentazione delle domande"
        " a partire dalle ore 10.00 del 15 gennaio 2025 ed entro le ore 12.00 del 15 gennaio 2026."
    )
    context = Context(data=date(2024, 12, 1))
    found = deadlines.complete(deadlines.find(text, context), context)
    assert {(fact.tipo, fact.dal) for fact in found} == {("finestra", "2025-01-15")}


def test_the_last_day_of_figures_is_no_deadline() -> None:
    text = "dal gennaio 2013 fino a novembre 2015, data dell’ultima rilevazione ISTAT, del 3%"
    assert deadlines.find(text, Context(data=date(2026, 4, 1))) == []


@pytest.mark.parametrize(
    ("text", "opens", "closes"),
    [
        (
            "Periodo di apertura dello sportello: 01/10/2025 – 15/12/2025",
            "2025-10-01",
            "2025-12-15",
        ),
        (
            "sulla piattaforma dedicata con decorrenza dal 12 maggio 2025 e chiusura il 12 agosto"
            " 2025",
            "2025-05-12",
            "2025-08-12",
        ),
    ],
)
def test_a_window_by_its_label_or_its_closing(text: str, opens: str, closes: str) -> None:
    [fact] = deadlines.find(text, Context(data=date(2025, 1, 1)))
    assert (fact.tipo, fact.dal, fact.data) == ("finestra", opens, closes)


def test_a_yearly_day_of_a_text_without_date_follows_the_year_it_speaks_of() -> None:
    text = "Bilancio dell’esercizio 2023; nell’esercizio 2024 gli uffici. Il bilancio è approvato"
    text += " entro il 30 aprile di ciascun anno"
    [fact] = deadlines.find(text, Context())
    assert (fact.data, fact.ricorrenza) == (
        "2024-04-30",
        "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=30",
    )
