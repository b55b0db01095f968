"""What finding the facts costs: MB of act text a second, all finders together and each."""

import gc
import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from functools import _lru_cache_wrapper
from pathlib import Path

import click

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from extractor.documents import Limits, read_all
from extractor.facts.kinds import KINDS, find_facts
from extractor.facts.people import recogniser
from extractor.garbage import uncollected
from extractor.pipeline import act_context, to_structure
from models import Context

Act = tuple[str, Context]
CORPUS = Path(__file__).resolve().parents[1] / "corpus" / "documents"


@click.command()
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--rounds", default=5, show_default=True, help="Runs of each; the median counts.")
def facts(files: tuple[Path, ...], rounds: int) -> None:
    """Finding facts in the acts of FILES (default: the corpus), one core, processor time.

    The first run warms the patterns and is not counted. With the name model too, where its
    library is installed.
    """
    acts = _acts(files or sorted(path for path in CORPUS.iterdir() if path.is_file()))
    size = sum(len(text.encode()) for text, _ in acts) / 1e6
    if not acts:
        raise click.ClickException("nessun atto nei file dati")
    click.echo(f"{len(acts)} acts, {size:.2f} MB of text; MB a second of processor time")
    os.environ.pop(recogniser.SWITCH, None)
    everything = _seconds(lambda: [find_facts(text, context) for text, context in acts], rounds)
    click.echo(f"{'all finders':14} {size / everything:6.2f}")
    for kind in KINDS:
        spent = _seconds(
            lambda kind=kind: [  # type: ignore[misc]
                kind.complete(kind.find(text, context), context) for text, context in acts
            ],
            rounds,
        )
        click.echo(f"{kind.tabella:14} {size / spent:6.2f}")
    os.environ[recogniser.SWITCH] = "1"
    with_model = _seconds(lambda: [find_facts(text, context) for text, context in acts], rounds)
    click.echo(f"{'with the model':14} {size / with_model:6.2f}")


def _acts(files: Sequence[Path]) -> list[Act]:
    """The text and context of every act of some files."""
    return [
        (source.document.testo[act.inizio : act.fine], act_context(act))
        for path in files
        for source in read_all(path, ocr="auto", limits=Limits())
        for act in to_structure(source.document).atti
    ]


def _seconds(work: Callable[[], object], rounds: int) -> float:
    """The median of several runs, in seconds of processor time.

    What a run remembers of the texts (bounded caches) is forgotten before the next. Garbage is
    looked for between runs, as between documents where acts are read.
    """
    work()
    remembered = [
        item
        for item in gc.get_objects()
        if isinstance(item, _lru_cache_wrapper) and item.cache_parameters()["maxsize"] is not None
    ]
    spent = []
    for _ in range(rounds):
        for cache in remembered:
            cache.cache_clear()
        gc.collect()
        with uncollected():
            start = time.process_time()
            work()
            spent.append(time.process_time() - start)
    return statistics.median(spent)
