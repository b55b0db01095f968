"""Strangers' files are read in processes of their own, each with a limit of time and memory.

A file that makes a library crash, hang or swell ends its process and nothing else.
"""

import multiprocessing
import os
import resource
import signal
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack
from dataclasses import dataclass
from multiprocessing import forkserver
from types import TracebackType
from typing import Any, ParamSpec, Protocol, TypeVar

from pebble import ProcessExpired, ProcessPool

P = ParamSpec("P")
T = TypeVar("T")


class PoolError(Exception):
    """What works on the files is gone, whatever the file; an Italian line says what to do."""


class LostError(Exception):
    """A file that was given up because those who read it ended; an Italian line says how."""


class Pool(Protocol):
    """What works on files, here or on other machines; a context manager."""

    @property
    def slots(self) -> int:
        """How many files are worked on at a time."""

    @property
    def sends(self) -> bool:
        """Whether it is to be sent the bytes of a file, since it does not see this machine's."""

    def __enter__(self) -> "Pool": ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop at once whatever is still being done."""

    def schedule(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """What ``function`` will give. Its future raises what the function raises, what
        ``Bounds.reason`` explains, or ``PoolError``."""


@dataclass(frozen=True)
class Bounds:
    """What a file may take: seconds of the clock, bytes of address space."""

    seconds: float = 600.0
    memory: int = 4 * 1024**3

    def reason(self, error: Exception) -> str | None:
        """Why a file was given up, in Italian, when ``error`` is that it went out of bounds."""
        if isinstance(error, TimeoutError):
            return f"Lettura fermata: superati i {self.seconds:g} secondi per file (--timeout)."
        if isinstance(error, MemoryError):
            return (
                f"Lettura fermata: superati i {self.memory // 2**20} MB di memoria (--max-memory)."
            )
        if isinstance(error, ProcessExpired):
            return (
                f"Il lettore si è interrotto su questo file (codice {error.exitcode}): è "
                f"danneggiato, o chiede più di {self.memory // 2**20} MB di memoria (--max-memory)."
            )
        return str(error) if isinstance(error, LostError) else None


class Workers:
    """Processes that work on one file each at a time; a context manager.

    They are given functions of ``module``. Leaving it stops at once whatever is still being done.
    """

    sends = False

    def __init__(self, count: int, bounds: Bounds, module: str) -> None:
        self.slots = count
        self._bounds = bounds
        # Started afresh rather than forked: the pool's own threads make a fork unsafe
        context = multiprocessing.get_context("forkserver")
        # What is not loaded before they are started, each would load for itself
        context.set_forkserver_preload([module])
        _start_server()
        self._pool = ProcessPool(
            max_workers=count, context=context, initializer=_bound, initargs=(bounds.memory,)
        )

    def __enter__(self) -> "Workers":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()

    def schedule(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """What ``function`` will give, worked out in one of the processes.

        The future raises what the function raises, and what ``Bounds.reason`` explains. Raises
        ``PoolError`` when no process can be started, or those there were have ended.
        """
        seconds = self._bounds.seconds
        try:
            future: Future[T] = self._pool.schedule(
                _timed, (function, seconds, args, kwargs), timeout=seconds
            )
        except (BrokenProcessPool, RuntimeError) as error:
            raise PoolError(_ENDED) from error
        return future


def apart(bounds: Bounds, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """What ``function`` gives, worked out in a process of its own; raises as its future does."""
    with Workers(1, bounds, function.__module__) as workers:
        return result(workers.schedule(function, *args, **kwargs))


def result(future: Future[T]) -> T:
    """What a future of ``Workers`` gives, once it is done; raises as it does."""
    try:
        return future.result()
    except BrokenProcessPool as error:  # it says nothing of the file
        raise PoolError(_ENDED) from error


def _timed(
    function: Callable[..., T], seconds: float, args: tuple[Any, ...], kwargs: dict[str, Any]
) -> T:
    """In a worker: call the function; who keeps the time may be killed, the system is not."""
    signal.alarm(int(seconds) + ALARM)
    try:
        return function(*args, **kwargs)
    finally:
        signal.alarm(0)


def _start_server() -> None:
    """Start what starts the workers: silent, and deaf to Ctrl-C.

    What libraries say of a stranger's file, or workers when they are stopped halfway, would run
    through the progress bar. A terminal sends Ctrl-C to all: only the main process acts on it.
    """
    with ExitStack() as undo:
        if threading.current_thread() is threading.main_thread():
            before = signal.signal(signal.SIGINT, signal.SIG_IGN)
            undo.callback(signal.signal, signal.SIGINT, before)
        if sys.stderr is not None:
            stderr, null = os.dup(STDERR), os.open(os.devnull, os.O_WRONLY)
            undo.callback(os.close, stderr)
            undo.callback(os.dup2, stderr, STDERR)
            undo.callback(os.close, null)
            os.dup2(null, STDERR)
        forkserver.ensure_running()


def _bound(memory: int) -> None:
    """In a worker: never take more than ``memory`` bytes of address space."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


_ENDED = (
    "I processi che leggono i file non partono, o sono stati fermati: controllare la memoria e i "
    "processi della macchina, e ripetere."
)

PRELOADED = "extractor.preloading"
"""The module that is loaded for those who read files before they are started."""

STDERR = 2
"""The file descriptor of messages."""

ALARM = 30
"""Seconds beyond a file's time after which its worker ends by itself."""
