"""What the stages cost, measured against other tools on the same files in one run.

python scripts/benchmark.py reading FILE.pdf [FILE.pdf ...]
python scripts/benchmark.py ingest FILE.pdf [FILE.pdf ...]
python scripts/benchmark.py scale [ATTI.db]
python scripts/benchmark.py facts [FILE ...]
python scripts/benchmark.py site ATTI.db
"""

import io
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
import pypdfium2

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarking_ingest import ingest
from benchmarking_scale import scale
from benchmarking_site import site

from extractor.documents.pdf import read_pdf
from models import Document
from scripts.benchmark_facts import facts


@click.group()
def main() -> None:
    """Benchmarks; each prints its figures and what they are ratios of."""


for command in (ingest, scale, site):
    main.add_command(command)


@dataclass
class Reading:
    """What reading one file costs each tool: seconds of processor time; of pdfplumber, scaled up
    from the pages that it read."""

    name: str
    pages: int
    tables: str
    unit: float
    ours: float
    poppler: float | None
    plumber: float | None

    def row(self) -> str:
        """The figures in ms a page and in P."""
        times = "-" if self.plumber is None else f"{self.plumber / self.ours:.1f}"
        return (
            f"{self.name[:42]:42} {self.pages:5} {1000 * self.unit / self.pages:6.1f} "
            f"{self._column(self.ours):>14} {self._column(self.poppler):>14} "
            f"{self._column(self.plumber):>15} {times:>6}  {self.tables}"
        )

    def _column(self, seconds: float | None) -> str:
        if seconds is None:
            return "-"
        return f"{1000 * seconds / self.pages:.1f} ({seconds / self.unit:.2f} P)"


def _seconds(works: Sequence[Callable[[], object]], rounds: int) -> list[float]:
    """For each of the works, the shortest of several runs, in seconds of processor time of this
    process and those it starts; they take turns, so that a busy machine slows all alike."""
    best = [float("inf")] * len(works)
    for _ in range(rounds):
        for at, work in enumerate(works):
            start = _processor_time()
            work()
            best[at] = min(best[at], _processor_time() - start)
    return best


def _processor_time() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def _plain(data: bytes) -> int:
    """pdfium's own text of every page: the unit P."""
    length = 0
    with pypdfium2.PdfDocument(data) as pdf:
        for page in pdf:
            textpage = page.get_textpage()
            length += len(textpage.get_text_range())
            textpage.close()
            page.close()
    return length


def _plumber(data: bytes, pages: Sequence[int]) -> int:
    """pdfplumber's text of some pages, counted from 1."""
    import pdfplumber

    length = 0
    with pdfplumber.open(io.BytesIO(data), pages=list(pages)) as pdf:
        for page in pdf.pages:
            length += len(page.extract_text() or "")
            page.close()
    return length


def _poppler(data: bytes) -> None:
    subprocess.run(["pdftotext", "-", "-"], input=data, stdout=subprocess.DEVNULL, check=True)


def _spread(pages: int, few: int) -> list[int]:
    """A few page numbers (0: all of them) spread evenly over a file."""
    few = min(few or pages, pages)
    return sorted({1 + at * pages // few for at in range(few)})


def _with_tables(document: Document) -> set[int]:
    return {page for table in document.tabelle for page, _ in table.riquadri}


def _measured(
    name: str, data: bytes, document: Document, rounds: int, plumber: int | None
) -> Reading:
    """What one file costs; pdfplumber reads ``plumber`` pages of it (0: all; None: none)."""
    pages = max(len(document.pagine), 1)
    works: list[Callable[[], object]] = [lambda: _plain(data), lambda: read_pdf(data, name)]
    if shutil.which("pdftotext"):
        works.append(lambda: _poppler(data))
    unit, ours, *poppler = _seconds(works, rounds)
    slow = None
    if plumber is not None:
        some = _spread(pages, plumber)
        slow = _seconds([lambda: _plumber(data, some)], 1)[0] * pages / len(some)
    tables = f"{len(document.tabelle)} tables on {len(_with_tables(document))} pages"
    return Reading(name, pages, tables, unit, ours, poppler[0] if poppler else None, slow)


def _without_tables(data: bytes, document: Document) -> bytes | None:
    """The file with only those of its pages on which no table was read, if it has any."""
    tabled = _with_tables(document)
    kept = [page.numero - 1 for page in document.pagine if page.numero not in tabled]
    if not kept:
        return None
    out = io.BytesIO()
    with pypdfium2.PdfDocument(data) as source, pypdfium2.PdfDocument.new() as target:
        target.import_pages(source, kept)
        target.save(out)
    return out.getvalue()


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--rounds", default=5, show_default=True, help="Runs of each; the best counts.")
@click.option(
    "--plumber-pages",
    default=0,
    show_default=True,
    help="Pages of each file that pdfplumber reads, spread over it; 0: all; -1: none.",
)
def reading(files: tuple[Path, ...], rounds: int, plumber_pages: int) -> None:
    """Reading PDFs: ours, pdfium, pdftotext and pdfplumber, on the same FILES; then on the pages
    of them that have no tables."""
    plumber = None if plumber_pages < 0 else plumber_pages
    click.echo("ms of processor time a page (and times P, pdfium's own text); one process")
    click.echo(
        f"{'file':42} {'pages':>5} {'P':>6} {'ours':>14} {'pdftotext':>14} {'pdfplumber':>15}"
        f" {'times':>6}"
    )
    whole: list[Reading] = []
    plain: list[Reading] = []
    for path in files:
        data = path.read_bytes()
        document = read_pdf(data, path.name)
        whole.append(_measured(path.name, data, document, rounds, plumber))
        click.echo(whole[-1].row())
        rest = _without_tables(data, document)
        if rest is not None:
            again = read_pdf(rest, path.name)
            plain.append(_measured("  its pages without tables", rest, again, rounds, None))
            click.echo(plain[-1].row())
    for what, readings in (("all pages", whole), ("pages without tables", plain)):
        if readings:
            ours, unit = (sum(getattr(r, key) for r in readings) for key in ("ours", "unit"))
            count = sum(r.pages for r in readings)
            click.echo(f"{what} ({count}): ours {ours / unit:.2f} P")
    click.echo("pages whose tables pdfplumber had to read: 0 (ours reads them all)")
    for path in files:
        click.echo(f"peak memory, ours alone: {path.name[:42]:42} {_peak(path):5.0f} MB")


def _peak(path: Path) -> float:
    """Peak memory in MB of a fresh process that reads the file."""
    program = (
        "import sys; from pathlib import Path;"
        "from extractor.documents.pdf import read_pdf;"
        "read_pdf(Path(sys.argv[1]).read_bytes(), 'x');"
        "status = Path('/proc/self/status').read_text();"
        "print(int(status.split('VmHWM:')[1].split()[0]) / 1024)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(path.resolve())],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).resolve().parents[1],
    )
    return float(done.stdout)


main.add_command(facts)


if __name__ == "__main__":
    main()
