"""The parts of one ingest: what is there already, and what the ingest itself writes."""

from collections.abc import Iterable
from pathlib import Path

from extractor.addresses import is_address
from extractor.parts.files import Folder
from extractor.parts.reading import versions
from extractor.parts.writing import file_key, prepare, remove_document, write_file
from extractor.store.ledger import Attempt
from models import File


class Keeper:
    """The parts that a version writes in a folder, in step with a store.

    Raises ``PartsError``, ``AddressError``.
    """

    def __init__(self, place: str, version: str) -> None:
        self._version = version
        # A worker may be in another folder
        self.place = place if is_address(place) else str(Path(place).resolve())
        self._folder = Folder(self.place)
        prepare(self._folder)
        self._whole = {name: row["versione"] for name, row in versions(self._folder).items()}
        self._paths = self._folder.names("file")

    def has(self, documents: Iterable[str]) -> bool:
        """Whether all the documents are there, read by this version."""
        return all(self._whole.get(name) == self._version for name in documents)

    def written(self, documents: Iterable[str]) -> None:
        """Know that a worker wrote these."""
        self._whole |= dict.fromkeys(documents, self._version)

    def note(self, file: File, attempt: Attempt, *, changed: bool) -> None:
        """Write what became of a path, if it changed or is not there."""
        key = file_key(file.cartella, file.percorso)
        if changed or key not in self._paths:
            write_file(self._folder, file, attempt._replace(versione=self._version))
            self._paths.add(key)

    def forget(self, paths: Iterable[tuple[str, str]], documents: Iterable[str]) -> None:
        """Take away the parts of paths and of documents."""
        for cartella, percorso in paths:
            self._folder.remove("file", file_key(cartella, percorso))
        for name in documents:
            remove_document(self._folder, name)
