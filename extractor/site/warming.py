"""What the pages keep in memory, read when the site starts and not for its first reader."""

import sqlite3
from contextlib import closing
from pathlib import Path
from threading import Thread

from extractor.site.dossiers.bodies import first_bodies
from extractor.site.searching.catalogue import catalogue
from extractor.store.masking import open_masked


def warm(database: Path) -> None:
    """Read what a search and the choices of a filter need. Errors are left to who asks first."""
    try:
        with closing(open_masked(database)) as store:
            store.row_factory = sqlite3.Row
            catalogue(store, database)
        first_bodies(database, 1)
    except sqlite3.Error:
        return


def warm_meanwhile(database: Path) -> Thread:
    """Do it while the site answers already: who comes too early waits for what is left."""
    thread = Thread(target=warm, args=(database,), daemon=True)
    thread.start()
    return thread
