"""A real Dask cluster on the loopback address: a scheduler and workers, each a process."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent


class Machines:
    """The processes of a cluster; ``address`` is its scheduler's."""

    def __init__(self, folder: Path, protocol: str, options: Sequence[str]) -> None:
        self._folder = folder
        self._options = options
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.address = f"{protocol}://127.0.0.1:{port}"
        self.scheduler = self._start(
            "scheduler", "--host", f"{protocol}://127.0.0.1", "--port", str(port)
        )
        self.workers: list[subprocess.Popen[bytes]] = []

    def _start(self, what: str, *arguments: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", f"distributed.cli.dask_{what}", "--no-dashboard"]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        log = (self._folder / f"{what}-{time.monotonic_ns()}.log").open("wb")
        with log:
            return subprocess.Popen(
                [*command, *arguments, *self._options],
                cwd=self._folder, env=environment, stderr=log, stdout=log,
                start_new_session=True,
            )  # fmt: skip

    def add_worker(self) -> subprocess.Popen[bytes]:
        """A worker of one thread more, with its nanny."""
        where = ("--host", "127.0.0.1", "--local-directory", str(self._folder))
        self.workers.append(self._start("worker", self.address, "--nthreads", "1", *where))
        return self.workers[-1]

    def kill(self, worker: subprocess.Popen[bytes]) -> None:
        """End a worker, its nanny and its children with it, as when its machine goes off."""
        os.killpg(worker.pid, signal.SIGKILL)
        worker.wait()


def group_is_alive(worker: subprocess.Popen[bytes], patience: float = 20.0) -> bool:
    """Whether a process of a worker's is left; the readers of a killed one end by themselves."""
    until = time.monotonic() + patience
    while time.monotonic() < until:
        try:
            os.killpg(worker.pid, 0)
        except ProcessLookupError:
            return False
        time.sleep(0.1)
    return True


@contextmanager
def machines(
    folder: Path, count: int, protocol: str = "tcp", options: Sequence[str] = ()
) -> Iterator[Machines]:
    """A scheduler with ``count`` workers, ended when left."""
    cluster = Machines(folder, protocol, options)
    try:
        for _ in range(count):
            cluster.add_worker()
        yield cluster
    finally:
        for process in (*cluster.workers, cluster.scheduler):
            try:
                os.killpg(process.pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
            finally:
                process.wait()
