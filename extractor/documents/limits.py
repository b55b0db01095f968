"""How much of a stranger's file is read: limits, and the errors that say which one was reached."""

from dataclasses import dataclass

from extractor.documents.errors import ReadError

MIB = 2**20


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one file and on what comes out of it. Sizes are bytes.

    ``testo`` bounds files that are text themselves: plain, HTML or XML.

    ``espansione`` bounds what all entries of an archive take together, ``rapporto`` how many
    times larger than the archive they are (above ``MIB``), ``annidamento`` how deep containers
    stand in containers, ``voci`` how many entries a container has. Time is bounded by who calls.
    """

    dimensione: int = 500 * MIB
    testo: int = 64 * MIB
    pagine: int = 5000
    espansione: int = 1024 * MIB
    rapporto: int = 200
    annidamento: int = 6
    voci: int = 2000

    def check_size(self, size: int) -> None:
        """Raises ReadError when a file is empty or too large."""
        if size == 0:
            raise ReadError("Il file è vuoto (0 byte).")
        if size > self.dimensione:
            raise ReadError(
                f"Il file è di {size // MIB} MiB: il limite è {self.dimensione // MIB} MiB."
            )

    def check_text(self, size: int) -> None:
        """Raises ReadError when a file that is text is too large."""
        if size > self.testo:
            raise ReadError(
                f"Il testo è di {size // MIB} MiB: il limite è {self.testo // MIB} MiB."
            )

    def check_pages(self, count: int) -> None:
        """Raises ReadError when a file has too many pages."""
        if count > self.pagine:
            raise ReadError(f"Il file ha {count} pagine: il limite è {self.pagine}.")

    def check_depth(self, depth: int) -> None:
        """Raises ReadError when containers are nested too deep."""
        if depth > self.annidamento:
            raise ReadError(
                f"Archivi, buste o messaggi annidati oltre {self.annidamento} livelli: non letti."
            )

    def check_entries(self, count: int, expanded: int, packed: int) -> None:
        """Raises ReadError when a container's entries are too many or expand too much."""
        if count > self.voci:
            raise ReadError(f"L'archivio ha {count} voci: il limite è {self.voci}.")
        if expanded > self.espansione:
            raise ReadError(
                f"L'archivio si espande a {expanded // MIB} MiB: "
                f"il limite è {self.espansione // MIB} MiB."
            )
        if expanded > MIB and expanded > self.rapporto * max(packed, 1):
            raise ReadError(
                f"L'archivio si espande {expanded // max(packed, 1)} volte: "
                f"il limite è {self.rapporto}. Potrebbe essere una bomba."
            )
