"""Whether an ingest becomes slower as the store grows: the same acts into no store and a large one.

python scripts/benchmark.py scale [ATTI.db] [--acts 100000]
"""

import random
import statistics
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
SEED = 1


@click.command()
@click.argument("database", required=False, type=click.Path(path_type=Path))
@click.option("--acts", default=100_000, show_default=True, help="Acts in the large store")
@click.option("--files", default=1_000, show_default=True, help="Acts ingested into each store")
@click.option("--rounds", default=3, show_default=True)
def scale(database: Path | None, acts: int, files: int, rounds: int) -> None:
    """How much slower FILES acts are ingested when ACTS are in the store already.

    DATABASE is filled up to ACTS and kept, so that it can be measured again; each round adds
    FILES acts more to it, the same as to an empty store.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        large = database or folder / "a.db"
        _fill(large, acts)
        click.echo(f"{large.stat().st_size / acts / 1000:.1f} kB an act")
        ratios = []
        for turn in range(rounds + 1):
            texts = _texts(folder / str(turn), time.time_ns(), files if turn else 10)
            empty = _ingested(texts, folder / f"{turn}.db")
            full = _ingested(texts, large)
            if turn == 0:
                continue  # models and modules are loaded once
            ratios.append(empty[0] / full[0])
            click.echo(
                f"{files} acts: {files / empty[0]:.1f} a second into an empty store, "
                f"{files / full[0]:.1f} with {acts} in it ({100 * (ratios[-1] - 1):+.0f} %); "
                f"processor time of the writer and the closing step "
                f"{1000 * empty[1] / files:.1f} and {1000 * full[1] / files:.1f} ms an act"
            )
        click.echo(f"median of {rounds} rounds: {100 * (statistics.median(ratios) - 1):+.0f} %")


def _texts(folder: Path, seed: int, acts: int) -> Path:
    """Write acts made of corpus text, a file each; of the same bodies as those of the store."""
    folder.mkdir()
    maker = Maker(SEED)
    maker.random = random.Random(seed)
    for number in range(acts):
        leaves = maker.document(number, 1).parti
        text = "".join(part.testo for part in leaves if part.testo)
        (folder / f"{number:05}.txt").write_text(text, "utf-8")
    return folder


def _fill(database: Path, acts: int) -> None:
    """Put acts made of corpus text into a store, until it has so many."""
    with Store(database) as store:
        store.database.execute("pragma synchronous = off")  # what is lost is made again
        held = store.database.execute("select count(*) from documenti").fetchone()[0]
        maker = Maker(SEED)
        maker.random = random.Random(SEED + held)
        maker.numbers = held * PER_DOCUMENT
        writing: list[float] = []
        closing: list[float] = []
        each = PACE // PER_DOCUMENT
        for start in range(held, -(-acts // PER_DOCUMENT), each):
            made = [maker.document(number, PER_DOCUMENT) for number in range(start, start + each)]
            cpu = time.process_time()
            for records in made:
                store.write(records, "made", 0.0)
            writing.append(time.process_time() - cpu)
            store.finish()
            update(store.database.conn)
            closing.append(time.process_time() - cpu - writing[-1])
        for what, seconds in (("writing", writing), ("closing step", closing)):
            if len(seconds) > 1:
                first, last = (statistics.median(part) for part in (seconds[:5], seconds[-5:]))
                click.echo(
                    f"filling, {what}: {1000 * first / PACE:.1f} ms an act at first, "
                    f"{1000 * last / PACE:.1f} at last (processor time)"
                )


def _ingested(texts: Path, database: Path) -> tuple[float, float]:
    """Ingest a folder with one worker: seconds by the clock, and of this process's processor."""
    options = Options(workers=1, ocr="never")
    clock, cpu = time.perf_counter(), time.process_time()
    done = ingest_all(find([texts], database), database, options, lambda outcome: None)
    if done.failures or done.known:
        raise click.ClickException(f"{done.failures} files failed, {done.known} were known.")
    return time.perf_counter() - clock, time.process_time() - cpu
