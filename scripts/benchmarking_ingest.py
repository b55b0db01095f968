"""What a whole ingest costs, beside pdfium's and pdfplumber's text alone in the same run.

python scripts/benchmark.py ingest FILE.pdf [FILE.pdf ...] [--rounds 3] [--known 1000]
"""

import io
import multiprocessing
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

import click
import pypdfium2

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from extractor.documents import Limits
from extractor.extraction import extract_file
from extractor.ingest import Options, find
from extractor.ingest import ingest as ingest_all
from extractor.store.ledger import KeptText
from extractor.store.writer import Store


def _plain(files: list[Path]) -> int:
    """pdfium's own text of every page: the unit P."""
    pages = 0
    for path in files:
        with pypdfium2.PdfDocument(path.read_bytes()) as pdf:
            for page in pdf:
                textpage = page.get_textpage()
                textpage.get_text_range()
                textpage.close()
                page.close()
                pages += 1
    return pages


def _plumber(files: list[Path], every: int) -> int:
    """pdfplumber's text of one page in ``every``; how many they are."""
    import pdfplumber  # workers load what the main module loads: ours have no need of it

    pages = 0
    for path in files:
        data = path.read_bytes()
        with pypdfium2.PdfDocument(data) as pdf:
            numbers = list(range(1, len(pdf) + 1, every))
        with pdfplumber.open(io.BytesIO(data), pages=numbers) as plumbed:
            for page in plumbed.pages:
                page.extract_text()
                page.close()
                pages += 1
    return pages


class _Peaks:
    """The highest memory of each process of an ingest, read from the system as it goes."""

    def __init__(self) -> None:
        self.writer = self.worker = 0.0

    def look(self, outcome: object) -> None:
        """Look at this process and at those that it has started."""
        me = Path("/proc/self/status").read_text()
        self.writer = max(self.writer, _peak(me))
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                line = (folder / "cmdline").read_bytes()
                said = (folder / "status").read_text()
            except OSError:
                continue
            # Workers come of the server of forks, whose grandchildren of ours they are
            if b"forkserver" in line and _ours(said):
                self.worker = max(self.worker, _peak(said))


def _peak(status: str) -> float:
    return int(status.split("VmHWM:")[1].split()[0]) / 1024 if "VmHWM:" in status else 0.0


def _ours(status: str) -> bool:
    parent = int(status.split("PPid:")[1].split()[0])
    for _ in range(3):
        if parent == os.getpid():
            return True
        try:
            said = Path(f"/proc/{parent}/status").read_text()
        except OSError:
            return False
        parent = int(said.split("PPid:")[1].split()[0])
    return False


def _whole(files: list[Path]) -> int:
    """PDF to store in this process; the bytes of the store."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "a.db"
        with Store(database) as store:
            for path in files:
                for one in extract_file(path, "never", Limits()):
                    store.write(one.records, "1", 0.0, KeptText("1", one.text or b""))
            store.finish()
        return database.stat().st_size


def _clock(files: list[Path], cores: int, copies: int) -> tuple[float, _Peaks]:
    """Seconds by the clock of an ingest with a worker for each core, and the peaks of memory.

    The ingest has no more cores than these for all its processes; the writer, the registry and
    the closing step are in the time, the start of the processes is not.
    """
    ours, theirs = multiprocessing.Pipe()
    # A process of its own, so that its workers are new, and bound to the same cores
    context = multiprocessing.get_context("spawn")
    child = context.Process(target=_clocked, args=(files, cores, copies, theirs))
    child.start()
    theirs.close()
    try:
        seconds, writer, worker = ours.recv()
    finally:
        child.join()
    peaks = _Peaks()
    peaks.writer, peaks.worker = writer, worker
    return seconds, peaks


def _clocked(files: list[Path], cores: int, copies: int, told: Connection) -> None:
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])
    peaks = _Peaks()
    options = Options(workers=cores, ocr="never")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        smallest = min(files, key=lambda path: path.stat().st_size)
        (folder / "atti").mkdir()
        for path in files:
            for copy in range(copies):
                other = path.read_bytes() + b"\n%% %d\n" % copy  # the same pages, another file
                (folder / "atti" / f"{copy}-{path.name}").write_bytes(other)
        ingest_all(find([smallest], folder / "w.db"), folder / "w.db", options, peaks.look)
        database = folder / "a.db"
        start = time.perf_counter()
        ingest_all(find([folder / "atti"], database), database, options, peaks.look)
        told.send((time.perf_counter() - start, peaks.writer, peaks.worker))


def _timed(work: Callable[[], int]) -> tuple[float, int]:
    """Seconds of processor time, and what the work gives."""
    start = time.process_time()
    count = work()
    return time.process_time() - start, count


@click.command()
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option("--rounds", default=3, show_default=True)
@click.option("--every", default=10, show_default=True, help="pdfplumber reads one page in so many")
@click.option(
    "--copies", default=10, show_default=True, help="Times each file is read by the clock"
)
@click.option("--known", default=1000, show_default=True, help="Known documents to skip")
def ingest(files: tuple[Path, ...], rounds: int, every: int, copies: int, known: int) -> None:
    """PDF to store, one core and two, beside pdfium and pdfplumber; known files; memory."""
    each = list(files)
    rows: dict[str, list[float]] = {"P": [], "plumber": [], "whole": [], "one": [], "two": []}
    peaks = [_Peaks()]
    _whole(each[:1])  # models and modules are loaded once
    for _ in range(rounds):
        unit, pages = _timed(lambda: _plain(each))
        plumber, some = _timed(lambda: _plumber(each, every))
        whole, size = _timed(lambda: _whole(each))
        for name, value in (("P", unit), ("plumber", plumber * pages / some), ("whole", whole)):
            rows[name].append(value)
        for name, cores in (("one", 1), ("two", 2)):
            seconds, peak = _clock(each, cores, copies)
            rows[name].append(seconds)
            peaks.append(peak)
    median = {name: statistics.median(values) for name, values in rows.items()}
    unit, whole = median["P"], median["whole"]
    click.echo(f"{len(each)} files, {pages} pages, medians of {rounds} rounds")
    click.echo(f"pdfium's text, P: {1000 * unit / pages:.1f} ms a page of processor time")
    click.echo(f"PDF to store, one process: {pages / whole:.1f} pages a second of processor time, "
               f"{whole / unit:.2f} P; pdfplumber's text alone {median['plumber'] / whole:.1f} "
               "times as long")  # fmt: skip
    click.echo(f"by the clock, each file {copies} times, registry and closing step included: "
               f"one core (a worker and the writer on it) {copies * pages / median['one']:.1f} "
               f"pages a second, two cores (two workers) {median['one'] / median['two']:.2f} times "
               "that")  # fmt: skip
    click.echo(f"peak memory: worker {max(peak.worker for peak in peaks):.0f} MB, "
               f"writer {max(peak.writer for peak in peaks):.0f} MB")  # fmt: skip
    click.echo(f"store: {size / pages / 1000:.1f} kB a page")
    _known(known)


def _known(count: int) -> None:
    """How long it takes to skip so many documents."""
    text = (
        Path(__file__).parents[1] / "corpus/documents/acss-determinazione-25-2024.txt"
    ).read_text("utf-8")
    with tempfile.TemporaryDirectory() as folder:
        files = Path(folder) / "atti"
        files.mkdir()
        for number in range(count):
            (files / f"{number}.txt").write_text(text[:2000] + f"\n{number}\n", "utf-8")
        database = Path(folder) / "a.db"
        options = Options(ocr="never")
        time.sleep(2.1)  # files changed just now are read again
        for what in ("first", "again", "third"):
            clock = time.perf_counter()
            ingest_all(find([files], database), database, options, lambda outcome: None)
            click.echo(f"{count} documents, {what} time: {time.perf_counter() - clock:.2f} s")
