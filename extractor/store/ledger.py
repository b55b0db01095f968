"""What an ingest remembers between runs: paths tried, what files hold, texts, unfinished links.

Its tables say how the store was made, not what the acts say: they depend on the machine and on
the time, and no reader of the acts needs them.

- ``tentativi``: each path with what told it unchanged, its content's SHA-256 and the version
  that tried it, so that neither a known file nor one that failed is read again for nothing;
- ``contenuti``: the documents that came out of an archive, a message or a signed envelope;
- ``testi``: each document's text with its places (``documents.kept``), from which a newer
  version extracts again without its file;
- ``stato``: whether the links between documents are to be made anew.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sqlite_utils import Database

from extractor.store.definitions import create_index, create_table

ATTEMPTS, CONTENTS, TEXTS, STATE = "tentativi", "contenuti", "testi", "stato"

DESCRIPTIONS = {
    ATTEMPTS: "I percorsi provati: da che cosa si riconosce che un file non è cambiato",
    CONTENTS: "I documenti tratti da ogni archivio, messaggio o busta firmata",
    TEXTS: "Il testo di ogni documento con i suoi posti, compresso (JSON, zlib)",
    STATE: "Lo stato dell'archivio: se i collegamenti sono da rifare",
}

_COLUMNS: dict[str, dict[str, type]] = {
    ATTEMPTS: {"cartella": str, "percorso": str, "esatto": bytes, "impronta": str, "sha256": str,
               "versione": str},
    CONTENTS: {"file_id": str, "documento_id": str, "contenitore_id": str, "nome": str},
    TEXTS: {"documento_id": str, "versione": str, "dati": bytes},
    STATE: {"nome": str, "valore": int},
}  # fmt: skip
_KEYS: dict[str, str | tuple[str, ...]] = {
    ATTEMPTS: ("cartella", "percorso"),
    CONTENTS: ("file_id", "documento_id"),
    TEXTS: "documento_id",
    STATE: "nome",
}

ELSEWHERE = "/parti"
"""The end of the version of a document whose rows are not here, but in parts."""


UNPLACED = "/posti"
"""The end of the version of a document extracted again without its file, where the places of some
words are cut from their lines'."""


class Attempt(NamedTuple):
    """A path that was tried, as a row of ``tentativi``.

    ``esatto`` has the whole path's bytes where folder and path do not say it: its name cannot be
    written as text, or the folder is relative. ``impronta`` is what tells that the file is
    unchanged (empty: nothing does); ``sha256`` is of the content that was read last, ``versione``
    the one that tried.
    """

    cartella: str
    percorso: str
    esatto: bytes | None
    impronta: str
    sha256: str
    versione: str


class Member(NamedTuple):
    """A document that came out of a file, with the container and the name it has there."""

    documento_id: str
    contenitore_id: str | None
    nome: str


class KeptText(NamedTuple):
    """A document's text with its places, as bytes, and the version that read it."""

    versione: str
    dati: bytes


class Box(NamedTuple):
    """The boxes (JSON) of ``[inizio, fine)`` in one of a document's streams of text."""

    flusso: str
    inizio: int
    fine: int
    riquadri: str


def create(database: Database) -> None:
    """Make the tables of an empty store."""
    for name, columns in _COLUMNS.items():
        create_table(database, name, columns, _KEYS[name])
    create_index(database, CONTENTS, ["documento_id"])
    create_index(database, ATTEMPTS, ["sha256"])
    database.execute(f"insert into {STATE} values ('da_collegare', 0)")


class Ledger:
    """What a store remembers of how it was made; changes belong to the store's transactions."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def attempt(self, cartella: str, percorso: str) -> Attempt | None:
        """What is known of a path."""
        row = self._database.execute(
            f"select * from {ATTEMPTS} where cartella = ? and percorso = ?", (cartella, percorso)
        ).fetchone()
        return Attempt(*row) if row else None

    def put_attempt(self, attempt: Attempt) -> None:
        """Remember that a path was tried."""
        self._database.execute(
            f"insert or replace into {ATTEMPTS} values (?, ?, ?, ?, ?, ?)", attempt
        )

    def failure(self, attempt: Attempt) -> str | None:
        """Why a path failed when it was tried last, or None when it did not."""
        row = self._database.execute(
            "select errore from file where cartella = ? and percorso = ? and stato <> 'ok'",
            (attempt.cartella, attempt.percorso),
        ).fetchone()
        return row[0] if row else None

    def failure_of(self, sha256: str, version: str) -> str | None:
        """Why ``version`` could not read a file with this content, wherever it is, or None."""
        row = self._database.execute(
            f"select errore from {ATTEMPTS} join file using (cartella, percorso) "
            "where sha256 = ? and versione = ? and stato <> 'ok'",
            (sha256, version),
        ).fetchone()
        return row[0] if row else None

    def failed_members(self, file_id: str) -> bool:
        """Whether something in a file could not be read."""
        row = self._database.execute(
            f"select 1 from {CONTENTS} join documenti on id = documento_id "
            "where file_id = ? and stato <> 'ok'",
            (file_id,),
        ).fetchone()
        return row is not None

    def members(self, file_id: str) -> list[Member]:
        """The documents that came out of a file, in the order in which they stand there."""
        rows = self._database.execute(
            f"select documento_id, contenitore_id, nome from {CONTENTS} where file_id = ? "
            "order by rowid",
            (file_id,),
        )
        return [Member(*row) for row in rows]

    def documents(self, file_id: str) -> list[str]:
        """The documents that a file was read into, its own last."""
        ids = dict.fromkeys(member.documento_id for member in self.members(file_id))
        return [*(each for each in ids if each != file_id), file_id]

    def is_read(self, file_id: str, version: str) -> bool:
        """Whether every document of a file is in the store, read by ``version``."""
        return all(
            self._database.execute(
                "select 1 from acquisizioni where documento_id = ? and versione = ?",
                (each, version),
            ).fetchone()
            for each in self.documents(file_id)
        )

    def is_unplaced(self, documento_id: str) -> bool:
        """Whether the places of some words of a document are cut from their lines'."""
        row = self._database.execute(
            "select 1 from acquisizioni where documento_id = ? and versione like ?",
            (documento_id, f"%{UNPLACED}"),
        ).fetchone()
        return row is not None

    def put_members(self, file_id: str, members: Iterable[Member]) -> list[str]:
        """Remember what a file holds; gives the documents that it no longer does."""
        before = set(self.documents(file_id)) - {file_id}
        self._database.execute(f"delete from {CONTENTS} where file_id = ?", (file_id,))
        rows = list(dict.fromkeys((file_id, *member) for member in members))
        self._database.conn.executemany(
            f"insert or replace into {CONTENTS} values (?, ?, ?, ?)", rows
        )
        return sorted(before - {row[1] for row in rows})

    def put_text(self, documento_id: str, text: KeptText) -> None:
        """Keep a document's text."""
        self._database.execute(
            f"insert or replace into {TEXTS} values (?, ?, ?)", (documento_id, *text)
        )

    def texts(self, file_id: str, version: str) -> list[bytes] | None:
        """The texts of a file's documents, its own last, if all were read by ``version``."""
        found = []
        for each in self.documents(file_id):
            row = self._database.execute(
                f"select dati from {TEXTS} where documento_id = ? and versione = ?", (each, version)
            ).fetchone()
            if row is None:
                return None
            found.append(row[0])
        return found

    def boxes(self, documento_id: str, tables: Iterable[str]) -> Iterator[Box]:
        """The boxes of the stretches of a document's text that its rows rest on."""
        for table in tables:
            rows = self._database.execute(
                f"select flusso, inizio, fine, riquadri from {table} where documento_id = ?",
                (documento_id,),
            )
            yield from (Box(*row) for row in rows)

    def unlinked(self) -> bool:
        """Whether documents came or went since the links between them were made."""
        row = self._database.execute(f"select valore from {STATE} where nome = 'da_collegare'")
        return bool(row.fetchone()[0])

    def set_unlinked(self, value: bool) -> None:
        """Say whether the links are to be made anew."""
        self._database.execute(
            f"update {STATE} set valore = ? where nome = 'da_collegare' and valore <> ?",
            (int(value), int(value)),
        )

    def paths(self, *, copies: bool) -> list[tuple[str, str, bytes | None, str]]:
        """The paths of the store, or only those whose content is at several: folder, path, its
        bytes where they are no text, SHA-256 of the content."""
        several = (
            f"where sha256 in (select sha256 from {ATTEMPTS} where sha256 <> '' "
            "group by 1 having count(*) > 1)"
        )
        rows = self._database.execute(
            f"select cartella, percorso, esatto, sha256 from {ATTEMPTS} "
            f"{several if copies else ''} order by 4, 1, 2"
        )
        return list(rows)

    def older(
        self, version: str, text_version: str, *, elsewhere: bool
    ) -> list[tuple[str, str, bytes | None, str]]:
        """The same of contents read by another version of the stages than ``version``, of which
        the text was kept by ``text_version``; ``elsewhere`` is whether their rows are in parts."""
        rows = self._database.execute(
            "select cartella, percorso, esatto, sha256 from acquisizioni "
            f"cross join {TEXTS} using (documento_id) "
            f"cross join {ATTEMPTS} on sha256 = documento_id "
            f"where acquisizioni.versione not like ? || '/%' and {TEXTS}.versione = ? "
            "and (acquisizioni.versione like '%' || ?) = ? and not exists (select 1 from "
            f"{CONTENTS} as dentro where file_id = sha256 and not exists (select 1 from {TEXTS} "
            "where documento_id = dentro.documento_id and versione = ?)) order by 4, 1, 2",
            (version, text_version, ELSEWHERE, elsewhere, text_version),
        )
        return list(rows)

    def folders(self) -> list[tuple[str, str, bytes | None]]:
        """The folders of the store, each with the first of its paths and that path's bytes."""
        rows = self._database.execute(
            f"select cartella, percorso, esatto from {ATTEMPTS} join (select cartella, "
            f"min(percorso) as percorso from {ATTEMPTS} group by 1) using (cartella, percorso)"
        )
        return list(rows)

    def forget_path(self, cartella: str, percorso: str) -> None:
        """Forget a path."""
        for table in ("file", ATTEMPTS):
            self._database.execute(
                f"delete from {table} where cartella = ? and percorso = ?", (cartella, percorso)
            )

    def orphans(self) -> list[str]:
        """The documents that no path has any more, alone or in what it holds."""
        rows = self._database.execute(
            f"with vivi as (select documento_id as id from file where documento_id is not null "
            f"union select sha256 from {ATTEMPTS}) "
            "select id from documenti where id not in vivi and id not in "
            f"(select documento_id from {CONTENTS} where file_id in vivi) order by id"
        )
        return [row[0] for row in rows]

    def forget_document(self, documento_id: str) -> None:
        """Forget the text of a document and what it holds."""
        self._database.execute(f"delete from {TEXTS} where documento_id = ?", (documento_id,))
        self._database.execute(f"delete from {CONTENTS} where file_id = ?", (documento_id,))
