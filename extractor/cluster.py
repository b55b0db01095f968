"""Files read on the machines of a Dask cluster, through the same futures as on this one.

Each file is read in a child process of its Dask worker, within the same bounds. What a cluster
sends and receives are Python pickles: who can speak to its scheduler can run programs on its
workers and here, so the cluster must be the user's own (see ``docs/cluster.md``).

``distributed`` is imported only where it is used. What the workers run is here too.
"""

import logging
import threading
import time
import uuid
from collections.abc import Callable
from concurrent.futures import Future, InvalidStateError
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from multiprocessing import process
from types import TracebackType
from typing import Any, ParamSpec, TypeVar

from extractor.isolation import Bounds, LostError, PoolError, Workers
from extractor.pipeline import VERSION

P = ParamSpec("P")
T = TypeVar("T")

CONNECT = 30
"""Seconds in which a scheduler must answer, and a first worker be there."""

RECOUNT = 5.0
"""Seconds after which the workers are counted again: they come and go."""

IDLE = 900.0
"""Seconds after which a worker ends the children of a run that went away without a word."""

LARGE = "100 MiB"
"""Up to this size a file is sent without Dask's warning that a task is large."""


@dataclass(frozen=True)
class Cluster:
    """A scheduler's address (``tcp://host:8786``, ``tls://…``) and, for TLS, files in PEM.

    Without them ``tls://`` takes those of Dask's own configuration.
    """

    address: str
    ca: str | None = None
    cert: str | None = None
    key: str | None = None

    def connect(self) -> Any:
        """A ``distributed.Client``. Raises ``PoolError``."""
        try:
            import dask
            import distributed
        except ImportError as error:
            raise PoolError(
                "Per --scheduler serve il pacchetto distributed: pip install 'spoglio[cluster]', "
                "qui e sui worker."
            ) from error
        # What becomes of the connection is told in a line of ours
        logging.getLogger("distributed").setLevel(logging.CRITICAL + 1)
        dask.config.set({"distributed.admin.large-graph-warning-threshold": LARGE})
        security = None
        if self.ca or self.cert or self.key:
            security = distributed.Security(  # type: ignore[no-untyped-call]
                tls_ca_file=self.ca,
                tls_client_cert=self.cert,
                tls_client_key=self.key,
                require_encryption=True,
            )
        try:
            return distributed.Client(  # type: ignore[no-untyped-call]
                self.address, security=security, timeout=CONNECT, set_as_default=False
            )
        except (OSError, ValueError, TypeError, RuntimeError) as error:
            raise PoolError(
                f"{self.address}: lo scheduler non risponde ({_line(error)}). Controllare "
                "indirizzo e porta e, se il cluster usa TLS, che l'indirizzo cominci con tls:// e "
                "i certificati."
            ) from error


@dataclass(frozen=True)
class _Run:
    """What a worker must know of the run that gives it a file."""

    id: str
    bounds: Bounds
    module: str
    version: str


class DaskPool:
    """The workers of a Dask cluster; a context manager like ``isolation.Workers``.

    They are given functions of ``module``, which they must have installed, in this version. A
    file whose worker is lost is read by another one. Raises ``PoolError`` where the cluster
    cannot be used.
    """

    sends = True

    def __init__(self, cluster: Cluster, bounds: Bounds, module: str) -> None:
        self._run = _Run(uuid.uuid4().hex, bounds, module, VERSION)
        self._address = cluster.address
        self._client = cluster.connect()
        self._tasks: dict[Future[Any], Any] = {}
        self._lock = threading.Lock()
        self._slots, self._counted = 0, 0.0
        try:
            self._client.wait_for_workers(1, timeout=CONNECT)
        except TimeoutError as error:
            self._client.close()
            raise PoolError(
                f"{cluster.address}: il cluster non ha worker. Avviarne con: dask worker "
                f"{cluster.address}"
            ) from error

    @property
    def slots(self) -> int:
        """The threads of the workers there are now, at least one."""
        if (now := time.monotonic()) - self._counted > RECOUNT:
            with suppress(Exception):  # a lost connection is told by the futures
                self._slots = sum(self._client.nthreads().values())
            self._counted = now
        return max(self._slots, 1)

    def __enter__(self) -> "DaskPool":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with self._lock:
            self._tasks.clear()  # lets go of what is under way
        with suppress(Exception):
            if self._client.status == "running":
                self._client.run(_end, self._run.id, on_error="ignore")
        with suppress(Exception):
            self._client.close(timeout=2)

    def schedule(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """What ``function`` will give, worked out in a child process of some worker.

        Once scheduled, a file counts as begun: it cannot be cancelled.
        """
        future: Future[T] = Future()
        future.set_running_or_notify_cancel()
        try:
            task = self._client.submit(
                _in_child, self._run, function, args, kwargs, pure=False,
                key=f"spoglio-{uuid.uuid4().hex}",
            )  # fmt: skip
        except Exception as error:
            raise PoolError(self._lost(error)) from error
        with self._lock:
            self._tasks[future] = task
        task.add_done_callback(partial(self._finish, future))
        return future

    def _finish(self, future: Future[Any], task: Any) -> None:
        """In the thread of Dask's callbacks: what became of a task."""
        try:
            error, value = task.result()
        except Exception as raised:
            error, value = self._explained(raised), None
        with self._lock:
            if self._tasks.pop(future, None) is None:
                return  # left meanwhile
        with suppress(InvalidStateError):
            if error is None:
                future.set_result(value)
            else:
                future.set_exception(error)

    def _explained(self, error: Exception) -> Exception:
        """A task's failure that comes from the cluster, not from the file."""
        if isinstance(error, PoolError):
            return error
        if type(error).__name__ == "KilledWorker":
            return LostError(
                "I worker del cluster che leggevano questo file si sono interrotti, uno dopo "
                "l'altro: guardare i loro registri (memoria?) e ripetere con --retry-failed."
            )
        return PoolError(self._lost(error))

    def _lost(self, error: Exception) -> str:
        if isinstance(error, ModuleNotFoundError):
            return (
                f"{self._address}: un worker non ha il pacchetto {error.name}. Installarvi "
                "'spoglio[cluster]' nella stessa versione di qui."
            )
        return (
            f"{self._address}: il cluster non risponde più ({_line(error)}). Ciò che era già "
            "scritto è intatto: ripetere il comando per finire."
        )


def _line(error: Exception) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())[:200]


# What follows runs in the Dask workers


class _Children:
    """The processes of one run in this Dask worker, as many as it has threads."""

    def __init__(self, run: _Run, count: int) -> None:
        self.workers = Workers(count, run.bounds, run.module)
        self.used = time.monotonic()
        self.busy = 0


_children: dict[str, _Children] = {}
_lock = threading.Lock()


def _in_child(
    run: _Run, function: Callable[..., T], args: tuple[Any, ...], kwargs: dict[str, Any]
) -> tuple[Exception | None, T | None]:
    """Call a function in a child process; what it raised, or what it gave."""
    if run.version != VERSION:
        raise PoolError(
            f"Un worker ha un'altra versione di Spoglio ({VERSION}; qui {run.version}): "
            "installarvi la stessa."
        )
    children = _begin(run)
    try:
        return None, children.workers.schedule(function, *args, **kwargs).result()
    except Exception as error:
        return error, None
    finally:
        with _lock:
            children.busy -= 1
            children.used = time.monotonic()


def _begin(run: _Run) -> _Children:
    """The children of a run, started where there are none, now busy with one file more."""
    from distributed import get_worker

    with _lock:
        now = time.monotonic()
        for other in [
            each for each, it in _children.items() if not it.busy and now - it.used > IDLE
        ]:
            _stop(_children.pop(other))
        if run.id not in _children:
            _allow_children()
            _children[run.id] = _Children(run, get_worker().state.nthreads)
        _children[run.id].busy += 1
        return _children[run.id]


def _end(run_id: str) -> None:
    """End the children of a run."""
    with _lock:
        children = _children.pop(run_id, None)
    if children:
        _stop(children)


def _stop(children: _Children) -> None:
    children.workers.__exit__(None, None, None)


def _allow_children() -> None:
    """Let this process have children.

    Dask starts a worker as a daemon of its nanny, and ``multiprocessing`` lets no daemon have
    children, lest they be left behind. Ours end by themselves when their pipe to it is closed.
    """
    process.current_process()._config["daemon"] = False  # type: ignore[attr-defined]
