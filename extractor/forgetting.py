"""What an ingest does with files that are no more: keeps them up with it, or forgets them."""

from collections.abc import Collection, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from extractor.options import Options
from extractor.outcomes import Summary
from extractor.paths import Found, is_gone
from extractor.pipeline import VERSION
from extractor.store.ledger import Ledger
from extractor.store.writer import Store

if TYPE_CHECKING:
    from extractor.parts.keeping import Keeper


def gone_behind(ledger: Ledger, options: Options, folders: Collection[str]) -> list[Found]:
    """The files that are nowhere any more and were read by another version, but whose kept texts
    are enough for this one; each at the first of its paths.

    Not those that are about to be forgotten in ``folders``, nor those that this version could
    not extract.
    """
    found = []
    rows = ledger.older(VERSION, options.text_version, elsewhere=options.parts_only)
    for sha256, group in groupby(rows, key=lambda row: row[3]):
        paths = [row[:3] for row in group]
        pruned = options.prune and all(folder in folders for folder, _, _ in paths)
        failed = not options.retry_failed and ledger.failure_of(sha256, options.version)
        if not pruned and not failed and all(is_gone(*path) for path in paths):
            folder, name, exact = paths[0]
            found.append(Found(folder, name, esatto=exact))
    return found


def forget(
    store: Store,
    found: Sequence[Found],
    prune: bool,
    summary: Summary,
    keeper: "Keeper | None",
) -> None:
    """Forget the old paths of what was moved or renamed and, when asked, of what is gone."""
    by_content: dict[str, list[tuple[tuple[str, str], bool]]] = {}
    for folder, path, exact, sha256 in store.ledger.paths(copies=True):
        gone = is_gone(folder, path, exact)
        by_content.setdefault(sha256, []).append(((folder, path), gone))
    moved = [
        names
        for paths in by_content.values()
        if not all(gone for _, gone in paths)
        for names, gone in paths
        if gone
    ]
    store.forget_paths(moved)
    summary.moved = len(moved)
    gone_documents: list[str] = []
    if prune:
        folders = {one.names[0] for one in found}
        here = (row for row in store.ledger.paths(copies=False) if row[0] in folders)
        gone_now = [(row[0], row[1]) for row in here if is_gone(*row[:3])]
        store.forget_paths(gone_now)
        orphans = store.ledger.orphans()
        summary.pruned, summary.forgotten = len(gone_now), store.prune()
        moved, gone_documents = [*moved, *gone_now], orphans
    if keeper:
        keeper.forget(moved, gone_documents)
