"""The table of contents against the body: what agrees, and each way in which they do not."""

from dataclasses import replace

import pytest

from extractor.documents import Source
from extractor.pipeline import to_records
from models import Box, Furniture, Segnalazione
from tests.test_bulletin import BULLETIN, EXTRACT, NOTICES
from tests.test_structure import CORPUS, as_document


def findings(text: str) -> list[Segnalazione]:
    """The findings of the rule on a bulletin in plain text, but for the spelling of subjects."""
    records = to_records(Source(as_document(text), text.encode()))
    return [
        found
        for found in records.segnalazioni
        if found.regola == "sommario_discordante" and found.gravita != "nota"
    ]


def messages(text: str) -> list[str]:
    return [found.messaggio for found in findings(text)]


@pytest.mark.parametrize("text", [BULLETIN, NOTICES, EXTRACT])
def test_contents_and_body_that_agree_give_no_finding(text: str) -> None:
    assert messages(text) == []


def test_the_corpus_holds_the_first_part_of_its_bulletin() -> None:
    text = (CORPUS / "documents" / "burl-2017-17-so-parte-1.txt").read_text(encoding="utf-8")
    (found,) = findings(text)
    assert found.messaggio == (
        "Delle ultime 6 voci del sommario, da Decreto dirigente unità organizzativa n. 4514 del "
        "20/04/2017, pagina 112, non si trovano gli atti: il file è forse una parte del bollettino."
    )
    assert len(found.fatti) == 6
    assert found.testo is not None
    assert found.testo.startswith("Decreto dirigente unità organizzativa 20 aprile 2017 - n. 4514")


def test_an_entry_whose_act_is_not_printed() -> None:
    start = BULLETIN.index("D) ATTI DIRIGENZIALI\nGiunta regionale\nD.G. Ambiente e clima\nD.d.s.")
    end = BULLETIN.rindex("Comunicato regionale")
    (found,) = findings(BULLETIN[:start] + BULLETIN[end:])
    assert found.messaggio == (
        "Sommario, voce Decreto dirigente struttura n. 20999 del 27/12/2023, pagina 15: "
        "il suo atto non è stato trovato."
    )


def test_an_act_that_the_contents_leave_out() -> None:
    start = BULLETIN.index("Decreto dirigente struttura 27")
    end = BULLETIN.index("Comunicato regionale")
    (found,) = findings(BULLETIN[:start] + BULLETIN[end:])
    assert found.messaggio == (
        "Atto D.d.s. n. 20999 del 27/12/2023: nel sommario non c'è una voce che gli corrisponda."
    )
    assert found.atto_id is not None


def test_a_number_that_differs_is_one_finding() -> None:
    misprint = BULLETIN.replace(
        "D.d.s. 27 dicembre 2023 - n. 20999", "D.d.s. 27 dicembre 2023 - n. 20989"
    )
    (found,) = findings(misprint)
    assert found.messaggio == (
        "Atto D.d.s. n. 20989 del 27/12/2023: il sommario dice «Decreto dirigente struttura "
        "n. 20999 del 27/12/2023», il testo «D.d.s. n. 20989 del 27/12/2023»."
    )


def test_a_date_that_differs() -> None:
    misprint = BULLETIN.replace("D.d.s. 27 dicembre 2023", "D.d.s. 22 dicembre 2023")
    assert messages(misprint) == [
        "Atto D.d.s. n. 20999 del 22/12/2023: il sommario dà la data 27/12/2023, il testo "
        "22/12/2023."
    ]


def test_a_subject_that_is_another_act_s() -> None:
    misprint = BULLETIN.replace(
        "Approvazione degli esiti istruttori ai sensi della l.r. 30/2006 . .",
        "Nomina dei componenti della commissione di concorso presso gli enti . .",
    )
    (message,) = messages(misprint)
    assert message.startswith(
        "Atto D.d.s. n. 20999 del 27/12/2023: l'oggetto nel sommario è «Nomina"
    )


def test_the_contents_alone() -> None:
    (found,) = findings(BULLETIN[: BULLETIN.rindex("A) CONSIGLIO REGIONALE")])
    assert found.messaggio.startswith("Di nessuna delle 4 voci del sommario si trova l'atto")


def test_two_differences_of_one_act_are_two_findings() -> None:
    misprint = BULLETIN.replace("D.d.s. 27 dicembre 2023", "D.d.s. 22 dicembre 2023").replace(
        "Approvazione degli esiti istruttori ai sensi della l.r. 30/2006 . .",
        "Nomina dei componenti della commissione di concorso presso gli enti . .",
    )
    assert len({found.id for found in findings(misprint)}) == 2


def test_an_act_on_another_page_than_the_contents_say() -> None:
    text = BULLETIN
    for start in ("A) CONSIGLIO", "C) GIUNTA", "D) ATTI", "Comunicato regionale"):
        at = text.rindex(start)
        text = text[:at] + "\f" + text[at:]
    document = as_document(text)
    printed = (1, 3, 10, 14, 16)
    pages = tuple(
        replace(page, arredi=(Furniture(f"– {number} –", Box(0, 0, 1, 1)),))
        for page, number in zip(document.pagine, printed, strict=True)
    )
    records = to_records(Source(replace(document, pagine=pages), text.encode()))
    found = [f.messaggio for f in records.segnalazioni if f.regola == "sommario_discordante"]
    assert found == [
        "Atto D.d.s. n. 20999 del 27/12/2023: il sommario dice pagina 15, l'atto è stampato a "
        "pagina 14."
    ]
