"""A limit on the time of what waits for strangers' servers, however slowly they answer."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from extractor.fetch.errors import FetchError


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Let what is done within take so many seconds; then it raises a temporary FetchError.

    Each wait for the network has its own limit; this one is of all of them together, for a
    server that sends a byte now and then. Only the main thread can keep it.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(number: int, frame: Any) -> None:
        raise FetchError(f"Superati i {seconds:g} secondi (--timeout).", temporary=True)

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
