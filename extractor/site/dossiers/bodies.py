"""The bodies of a store as other pages ask for them: by any name, or those with most acts."""

from contextlib import closing
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from extractor.site.dossiers.identities import called, identities
from extractor.store.opening import open_read_only


class Body(NamedTuple):
    """A body: its identifier, its name, the names of issuers as stored, the acts it issued."""

    id: str
    nome: str
    varianti: tuple[str, ...]
    atti: int


def body_of(path: Path, name: str) -> Body | None:
    """The body of a name, an alias or an identifier; None where several are called so."""
    with closing(open_read_only(path)) as connection:
        found = identities(connection, "ente", name)
        if len(found) != 1:
            return None
        (only,) = found
        row = connection.execute("select atti_emanati from enti where id = ?", (only.id,))
        return Body(*only, tuple(called(connection, only.id)), row.fetchone()[0])


def first_bodies(path: Path, count: int) -> list[str]:
    """The names of the bodies that issued most acts."""
    return list(_first(path, stamp(path), count))


@lru_cache(maxsize=4)
def _first(path: Path, changed: tuple[int, ...], count: int) -> tuple[str, ...]:
    with closing(open_read_only(path)) as connection:
        rows = connection.execute(
            "select nome from enti where atti_emanati > 0 order by atti_emanati desc, id limit ?",
            (count,),
        )
        return tuple(row[0] for row in rows)


def stamp(path: Path) -> tuple[int, ...]:
    """What changes when the store at ``path`` does."""
    stamps = []
    for each in (path, path.with_name(f"{path.name}-wal")):
        try:
            status = each.stat()
        except OSError:
            continue
        if status.st_size:  # an empty log comes and goes with who reads
            stamps += [status.st_mtime_ns, status.st_size]
    return tuple(stamps)
