"""The gold annotations: what a careful reader finds in a document (see ``corpus/GOLD.md``)."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Gold = dict[str, Any]
"""A gold act or fact, as in its JSON file."""


class GoldError(Exception):
    """Gold that cannot be read, or a document that its gold speaks of and that is not there."""


@dataclass(frozen=True)
class GoldDocument:
    """A gold file with the document that it annotates."""

    nome: str
    path: Path
    gold: Gold

    @property
    def acts(self) -> list[Gold]:
        """The annotated acts."""
        return list(self.gold["atti"])


def load(folder: Path, documents: Path | None = None) -> list[GoldDocument]:
    """The gold of a folder, each with its document.

    The documents are looked for by the gold file's name, with any ending, in ``documents``, or
    else in the folder ``documents`` beside the gold's. Raises ``GoldError`` when the folder has
    no gold or a document is missing.
    """
    place = documents or folder.parent / "documents"
    found = [_load_one(path, place) for path in sorted(folder.glob("*.json"))]
    if not found:
        raise GoldError(f"{folder}: nessuna annotazione (*.json). Indicare la cartella del gold.")
    return found


def _load_one(path: Path, place: Path) -> GoldDocument:
    try:
        gold = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise GoldError(f"{path}: annotazione illeggibile ({error}).") from error
    candidates = sorted(p for p in place.glob(f"{path.stem}.*") if p.is_file())
    if not candidates:
        raise GoldError(f"{place}: manca il documento di {path.name}. Indicarlo con --documents.")
    return GoldDocument(path.stem, candidates[0], gold)
