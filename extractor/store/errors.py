"""What goes wrong with a store, in one Italian line that says what to do."""

import sqlite3
from pathlib import Path


class StoreError(Exception):
    """A store that cannot be opened or written; the message says what to do."""


_ADVICE = {
    "SQLITE_BUSY": "lo sta scrivendo un altro programma. Attendere che finisca e ripetere.",
    "SQLITE_READONLY": "non si può scrivere. Controllare i permessi del file e della cartella.",
    "SQLITE_FULL": "il disco è pieno. Ciò che era già scritto è intatto: liberare spazio e "
    "ripetere.",
    "SQLITE_IOERR": "il disco è pieno o non risponde. Ciò che era già scritto è intatto: "
    "controllarlo e ripetere.",
    "SQLITE_CANTOPEN": "non si può aprire. Controllare che la cartella ci sia e i suoi permessi.",
    "SQLITE_NOTADB": "non è un archivio di Spoglio. Indicare un altro file.",
    "SQLITE_CORRUPT": "è danneggiato. Cancellarlo e ripetere l'acquisizione.",
}


def explained(path: Path, error: sqlite3.Error) -> str:
    """Why a store cannot be used, and what to do.

    >>> explained(Path("atti.db"), sqlite3.DatabaseError("strano"))
    'atti.db: non è un archivio utilizzabile (strano).'
    """
    # Extended codes begin with the primary one: SQLITE_IOERR_WRITE, SQLITE_BUSY_SNAPSHOT
    name = getattr(error, "sqlite_errorname", None) or ""
    for primary, advice in _ADVICE.items():
        if name.startswith(primary):
            return f"{path}: {advice}"
    return f"{path}: non è un archivio utilizzabile ({error})."
