"""What the stages cost, measured against other tools on the same files in one run.

python scripts/benchmark.py reading FILE.pdf [FILE.pdf ...]
python scripts/benchmark.py site ATTI.db
"""

import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import click
import pypdfium2

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarking_site import site

from extractor.documents.pdf import read_pdf
from models import Document


@click.group()
def main() -> None:
    """Benchmarks; each prints its figures and what they are ratios of."""


main.add_command(site)


def _seconds(work: Callable[[], object], rounds: int) -> float:
    """The shortest of several runs, in seconds of wall time."""
    best = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


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


def _plumber(path: Path, pages: int) -> int:
    """pdfplumber's text of the first ``pages`` pages."""
    import pdfplumber

    length = 0
    with pdfplumber.open(path, pages=list(range(1, pages + 1))) as pdf:
        for page in pdf.pages:
            length += len(page.extract_text() or "")
            page.close()
    return length


def _poppler(path: Path) -> None:
    subprocess.run(["pdftotext", str(path), "-"], stdout=subprocess.DEVNULL, check=True)


def _tables(document: Document) -> str:
    pages = {page for table in document.tabelle for page, _ in table.riquadri}
    return f"{len(document.tabelle)} tables on {len(pages)} pages"


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--rounds", default=3, show_default=True, help="Runs of each; the best counts.")
@click.option(
    "--plumber-pages", default=6, show_default=True, help="Pages pdfplumber reads; 0: none."
)
def reading(files: tuple[Path, ...], rounds: int, plumber_pages: int) -> None:
    """Reading PDFs: ours, pdfium, pdftotext and pdfplumber, on the same FILES."""
    click.echo("ms a page (and times P, pdfium's own text); one process")
    click.echo(
        f"{'file':42} {'pages':>5} {'P':>6} {'ours':>14} {'pdftotext':>14} {'pdfplumber':>15}"
    )
    total = [0.0, 0.0]
    for path in files:
        data = path.read_bytes()
        document = read_pdf(data, path.name)
        pages = max(len(document.pagine), 1)
        unit = _seconds(lambda data=data: _plain(data), rounds)  # type: ignore[misc]
        ours = _seconds(lambda data=data: read_pdf(data, "x"), rounds)  # type: ignore[misc]
        total[0] += unit
        total[1] += ours
        columns = [_column(ours, pages, unit)]
        columns.append(
            _column(_seconds(lambda path=path: _poppler(path), rounds), pages, unit)  # type: ignore[misc]
            if shutil.which("pdftotext")
            else "-"
        )
        few = min(plumber_pages, pages)
        slow = _seconds(lambda path=path, few=few: _plumber(path, few), 1) if few else 0.0  # type: ignore[misc]
        columns.append(_column(slow * pages / few, pages, unit) if few else "-")
        click.echo(
            f"{path.name[:42]:42} {pages:5} {1000 * unit / pages:6.1f} "
            f"{columns[0]:>14} {columns[1]:>14} {columns[2]:>15}  {_tables(document)}"
        )
    click.echo(f"all files: ours {total[1] / total[0]:.2f} P; pdfplumber read tables on 0 pages")
    for path in files:
        click.echo(f"peak memory, ours alone: {path.name[:42]:42} {_peak(path):5.0f} MB")


def _column(seconds: float, pages: int, unit: float) -> str:
    return f"{1000 * seconds / pages:.1f} ({seconds / unit:.2f} P)"


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


if __name__ == "__main__":
    main()
