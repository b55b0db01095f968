"""Whether an ingest becomes slower as the store grows: the same acts into no store and a large one.

python scripts/benchmark.py scale [ATTI.db] [--acts 100000]
"""

import sys
import tempfile
import time
from pathlib import Path

import click

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from many_acts import PER_DOCUMENT, Maker

from extractor.ingest import Options, find
from extractor.ingest import ingest as ingest_all
from extractor.registry.update import update
from extractor.store.writer import Store

PACE = 1_000
"""Acts between two closing steps while the store is filled."""


@click.command()
@click.argument("database", required=False, type=click.Path(path_type=Path))
@click.option("--acts", default=100_000, show_default=True, help="Acts in the large store")
@click.option("--files", default=1_000, show_default=True, help="Acts ingested into each store")
@click.option("--rounds", default=3, show_default=True)
def scale(database: Path | None, acts: int, files: int, rounds: int) -> None:
    """How much slower FILES acts are ingested when ACTS are in the store already.

    DATABASE is filled up to ACTS and kept, so that it can be measured again; each round adds to it
    and takes out again.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        texts = folder / "atti"
        texts.mkdir()
        maker = Maker(2)
        for number in range(files):
            leaves = maker.document(number, 1).parti
            text = "".join(part.testo for part in leaves if part.testo)
            (texts / f"{number:05}.txt").write_text(text, "utf-8")
        large = database or folder / "a.db"
        _fill(large, acts)
        click.echo(f"{large.stat().st_size / acts / 1000:.1f} kB an act")
        _ingested(texts, folder / "prima.db")  # models and modules are loaded once
        rates = []
        for turn in range(rounds):
            empty = _ingested(texts, folder / f"{turn}.db")
            full = _ingested(texts, large)
            with Store(large) as store:
                store.forget_paths(_paths(store, texts))
                store.prune()
                update(store.database.conn)
            rates.append((empty, full))
            click.echo(
                f"{files} acts: {files / empty[0]:.1f} a second into an empty store, "
                f"{files / full[0]:.1f} with {acts} in it ({100 * (empty[0] / full[0] - 1):+.0f} "
                f"%); processor time of the writer and the closing step "
                f"{1000 * empty[1] / files:.1f} and {1000 * full[1] / files:.1f} ms an act"
            )
        median = sorted(empty[0] / full[0] for empty, full in rates)[len(rates) // 2]
        click.echo(f"median of {rounds} rounds: {100 * (median - 1):+.0f} %")


def _fill(database: Path, acts: int) -> None:
    """Put acts made of corpus text into a store, until it has so many."""
    with Store(database) as store:
        store.database.execute("pragma synchronous = off")  # what is lost is made again
        held = store.database.execute("select count(*) from documenti").fetchone()[0]
        maker = Maker(1 + held)
        maker.numbers = held * PER_DOCUMENT
        for number in range(held, -(-acts // PER_DOCUMENT)):
            store.write(maker.document(number, PER_DOCUMENT), "made", 0.0)
            if (number + 1) * PER_DOCUMENT % PACE == 0:
                store.finish()
                update(store.database.conn)
        store.finish()
        update(store.database.conn)


def _ingested(texts: Path, database: Path) -> tuple[float, float]:
    """Ingest a folder with one worker: seconds by the clock, and of this process's processor."""
    options = Options(workers=1, ocr="never")
    clock, cpu = time.perf_counter(), time.process_time()
    done = ingest_all(find([texts], database), database, options, lambda outcome: None)
    if done.failures or done.known:
        raise click.ClickException(f"{done.failures} files failed, {done.known} were known.")
    return time.perf_counter() - clock, time.process_time() - cpu


def _paths(store: Store, folder: Path) -> list[tuple[str, str]]:
    rows = store.database.execute(
        "select cartella, percorso from file where cartella = ?", (str(folder),)
    )
    return list(rows)
