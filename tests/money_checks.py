"""What the tests of the rules on amounts share: a composed act, read whole, and its findings."""

from pathlib import Path

from extractor.pipeline import extract
from models import Estrazione, Segnalazione

HEAD = (
    "COMUNE DI VALFIORITA\n\nDETERMINAZIONE N. 41 DEL 12/03/2024\n\n"
    "OGGETTO: Affidamento del servizio di manutenzione degli impianti\n\n"
    "IL RESPONSABILE DEL SETTORE\n\nPremesso quanto segue:\n\n"
)
TAIL = "\n\nDETERMINA\n\n1. di approvare quanto precede.\n\nIl Responsabile\nIng. Lea Morandi\n"


def read(folder: Path, body: str) -> Estrazione:
    """The records of a composed act with these words in its preamble."""
    path = folder / "atto.txt"
    path.write_text(HEAD + body + TAIL, encoding="utf-8")
    (records,) = extract(path)
    return records


def findings(folder: Path, body: str, rule: str) -> list[Segnalazione]:
    """The findings of a rule on a composed act; each rests on words of its text."""
    words = "".join(body.split())
    found = [f for f in read(folder, body).segnalazioni if f.regola == rule]
    for finding in found:
        assert finding.inizio is not None
        assert "".join((finding.testo or "?").split()) in words
    return found


def told(folder: Path, body: str, rule: str) -> list[tuple[str, str]]:
    """Severity and message of each finding of a rule."""
    return [(found.gravita, found.messaggio) for found in findings(folder, body, rule)]
