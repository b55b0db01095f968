"""Short acts for the tests of the rules of findings, read by the real pipeline."""

from extractor.documents import Source
from extractor.pipeline import to_records
from models import Segnalazione
from models.vocabulary import RegolaSegnalazione
from tests.test_structure import as_document

HEAD = """REGIONE LOMBARDIA
DETERMINAZIONE DEL DIRETTORE GENERALE N. 25 DEL 12/04/2024
OGGETTO: {oggetto}
IL DIRETTORE GENERALE
"""
TAIL = """
IL DIRETTORE GENERALE
Mario Bianchi
"""


def act(
    preamble: str,
    decides: str = "1. di approvare la spesa;",
    *,
    oggetto: str = "Approvazione della spesa per arredi",
    after: str = "",
) -> str:
    """A determinazione of 12 April 2024 with these recitals and points, and what follows it."""
    head = HEAD.format(oggetto=oggetto)
    return f"{head}{preamble}\nDETERMINA\n{decides}{TAIL}{after}"


def findings(text: str, *rules: RegolaSegnalazione) -> list[Segnalazione]:
    """The findings of some rules on a text; each stands where it says."""
    document = as_document(text)
    records = to_records(Source(document, text.encode()))
    found = [finding for finding in records.segnalazioni if finding.regola in rules]
    for finding in found:
        if finding.inizio is not None and finding.fine is not None:
            printed = document.testo[finding.inizio : finding.fine]
            assert printed.startswith(finding.testo or "")
        assert finding.pagina is not None
    return found


def messages(text: str, *rules: RegolaSegnalazione) -> list[str]:
    """The messages of ``findings``."""
    return [finding.messaggio for finding in findings(text, *rules)]
