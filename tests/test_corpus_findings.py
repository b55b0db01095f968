"""What a careful reader found in the corpus: which findings a rule covers, and whether it fires."""

import csv
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, get_args

import pytest

from models import Document, Estrazione, Segnalazione
from models.vocabulary import RegolaSegnalazione
from tests.conftest import Extracted

CORPUS = Path(__file__).parent.parent / "corpus"
GOLD = {path.stem: json.loads(path.read_text("utf-8")) for path in CORPUS.glob("gold/*.json")}
DOCUMENT = "documento"
"""The place of what the gold says of a document as a whole."""


class Expected(NamedTuple):
    """A finding of the gold with the rule that covers it, or ``fuori`` and why."""

    documento: str
    atto: str
    numero: str
    regola_gold: str
    gravita: str
    messaggio: str
    coperta_da: str
    parole: str
    perche_fuori: str


with (CORPUS / "segnalazioni.csv").open(encoding="utf-8", newline="") as file:
    EXPECTED = [Expected(**row) for row in csv.DictReader(file)]
COVERED = [row for row in EXPECTED if row.coperta_da != "fuori"]


def gold_lists(name: str) -> Iterator[tuple[str, str, list[dict[str, Any]]]]:
    """The lists of this name in the gold: document, act (from 1), rows."""
    for document, gold in sorted(GOLD.items()):
        yield document, DOCUMENT, gold.get(name, [])
        for number, act in enumerate(gold["atti"], start=1):
            yield document, str(number), act.get(name, [])


Records = Callable[[str], tuple[Document, Estrazione]]


@pytest.fixture(params=["txt", "pdf"])
def records(request: pytest.FixtureRequest, corpus_pdfs: Path, extracted: Extracted) -> Records:
    """The text and the records of a document by its name."""
    folder = corpus_pdfs if request.param == "pdf" else CORPUS / "documents"
    return lambda name: extracted(next(folder.glob(f"{name}.*")))


def test_every_finding_of_the_gold_is_listed() -> None:
    gold = [
        (document, act, str(number), row["regola"], row["gravita"], row["messaggio"])
        for document, act, rows in gold_lists("segnalazioni")
        for number, row in enumerate(rows, start=1)
    ]
    assert [row[:6] for row in EXPECTED] == gold


def test_each_is_covered_by_a_rule_or_left_out_with_a_reason() -> None:
    assert len(COVERED) >= 45
    for row in EXPECTED:
        if row.coperta_da == "fuori":
            assert row.perche_fuori, row
        else:
            assert row.coperta_da in get_args(RegolaSegnalazione), row
            assert row.parole, row


def test_what_is_covered_is_found(records: Records) -> None:
    missed = [row for row in COVERED if not is_found(row, records)]
    assert len(missed) <= 0.1 * len(COVERED), missed


def is_found(row: Expected, records: Records) -> bool:
    """Whether the rule fires in the act and speaks of what the gold speaks of."""
    _, result = records(row.documento)
    act = None if row.atto == DOCUMENT else result.atti[int(row.atto) - 1].id
    return any(
        found.regola == row.coperta_da
        and row.parole in f"{found.messaggio} {' '.join((found.testo or '').split())}"
        and (act is None or found.atto_id == act)
        for found in result.segnalazioni
    )


SUMS = ("somma_annualita", "somma_rilasci", "somma_tabella", "somma_parti", "somma_iva")
CONTRADICTS: dict[str, tuple[str, ...]] = {
    "data": ("bollettino_mancante",),
    "sommario": ("sommario_discordante",),
    "sommario_intestazione": ("sommario_discordante",),
    "numerazione": ("riferimento_discordante",),
    "riferimento_ripetuto": ("riferimento_discordante", "riferimento_refuso"),
    "parere_ripetuto": ("riferimento_discordante",),
    "cronologia": ("riferimento_discordante", "riferimento_futuro"),
    "allegati": ("allegato_mancante",),
    "rinvio_allegato": ("allegato_mancante",),
    "preambolo_dispositivo": ("scadenze_discordanti", "citazione_difforme"),
    "annualita": ("annualita_senza_copertura", "scadenze_discordanti"),
    "codice_fiscale": ("codice_fiscale_non_valido",),
    "cifra_di_controllo": ("codice_fiscale_non_valido",),
    "cup_uguale": ("cup_non_valido",),
    "cup_anno_decisione": ("cup_non_valido",),
    "importo_in_lettere": ("cifre_lettere",),
    "scadenza_uguale": ("scadenze_discordanti",),
    "elenco": ("protocollo_anomalo",),
    "conteggio": SUMS,
    "calcolo": SUMS,
}
"""The rules whose finding would say the contrary of what the gold says agrees; else the sums."""


def test_what_the_gold_says_agrees_is_not_contradicted(records: Records) -> None:
    contradicted = [
        (row.get("messaggio") or row.get("verifica"), found.messaggio)
        for name, act, rows in gold_lists("coerenze")
        for row in rows
        for found in grave_findings(records, name, act)
        if found.regola in CONTRADICTS.get(row.get("regola") or "", SUMS)
        and speaks_of(found, row, records(name)[0])
    ]
    assert contradicted == []


def grave_findings(records: Records, name: str, act: str) -> list[Segnalazione]:
    _, result = records(name)
    wanted = None if act == DOCUMENT else result.atti[int(act) - 1].id
    return [
        found
        for found in result.segnalazioni
        if found.gravita != "nota" and wanted in (None, found.atto_id)
    ]


def speaks_of(found: Segnalazione, row: dict[str, Any], document: Document) -> bool:
    """Whether a finding stands on words that the gold quotes."""
    if found.inizio is None or found.fine is None:
        return False
    around = " ".join(document.testo[max(found.inizio - 300, 0) : found.fine + 300].split())
    words = " ".join(document.testo[found.inizio : found.fine].split())
    quoted = [" ".join(text.split()) for text in row.get("testi") or [row["testo"]]]
    return any((words in text or text in words) and text in around for text in quoted)
