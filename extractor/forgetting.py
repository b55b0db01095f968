"""The end of an ingest: forgetting the paths at which nothing is any more."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from extractor.outcomes import Summary
from extractor.paths import Found, is_gone
from extractor.store.writer import Store

if TYPE_CHECKING:
    from extractor.parts.keeping import Keeper


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
