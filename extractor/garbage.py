"""Garbage is looked for between documents, not while one is read."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """No search for cycles of garbage meanwhile.

    The words of all pages, and then the records, are kept until the document is done, and Python
    would go over them again and again.
    """
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()
