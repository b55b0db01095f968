"""What an ingest shows: its progress, what could not be read, the summary at its end."""

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.ingest import Outcome, Summary


SHOWN = 10
"""Entries of one archive whose reasons are shown; all are in the table ``documenti``."""


def acts(count: int) -> str:
    """How many acts, in words."""
    return "1 atto" if count == 1 else f"{count} atti"


# Control characters but those of a highlight, and what turns the direction of writing: a
# stranger's name or text must not command the terminal
_UNSHOWN = re.compile("[\x00\x01\x04-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def plain(text: str) -> str:
    r"""A text without what would command the terminal, but for the marks of a highlight.

    >>> plain("atto\x1b[2J\u202efdp.exe"), plain("\x02CUP\x03")
    ('atto [2J fdp.exe', '\x02CUP\x03')
    """
    return _UNSHOWN.sub(" ", text)


class Progress:
    """What is seen of an ingest under way: a bar on a terminal, lines elsewhere.

    ``done`` counts the paths told so far.
    """

    def __init__(self, total: int) -> None:
        from rich import progress as bar
        from rich.console import Console

        self._console = Console(stderr=True)
        self._bar = bar.Progress(
            bar.TextColumn("Lettura"),
            bar.BarColumn(),
            bar.MofNCompleteColumn(),
            bar.TextColumn("{task.fields[pages]} pagine, {task.fields[failed]} falliti"),
            bar.TimeRemainingColumn(),
            console=self._console,
            disable=not self._console.is_terminal,
        )
        self._task = self._bar.add_task("", total=total, pages=0, failed=0)
        self._total, self.done, self._pages, self._failed = total, 0, 0, 0

    def __enter__(self) -> "Progress":
        self._bar.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self._bar.stop()

    def told(self, outcome: "Outcome") -> None:
        """Show that a path is done, and why it could not be read."""
        self.done += 1
        self._pages += sum(len(records.pagine) for records in outcome.documents)
        path = os.path.join(outcome.file.cartella, outcome.file.percorso)
        if outcome.file.stato != "ok":
            self._failed += 1
            self._print(f"{path}: {outcome.file.errore}", style="red")
        elif not self._console.is_terminal:
            count = acts(sum(len(records.atti) for records in outcome.documents))
            self._print(
                f"[{self.done}/{self._total}] {path}: {'già letto' if outcome.known else count}"
            )
        unread = outcome.unread
        for document in unread[:SHOWN]:
            self._print(f"{path} › {document.nome}: {document.errore}", style="red")
        if len(unread) > SHOWN:
            self._print(f"{path}: altre {len(unread) - SHOWN} voci non lette", style="red")
        self._failed += len(unread)
        self._bar.update(self._task, advance=1, pages=self._pages, failed=self._failed)

    def _print(self, line: str, style: str | None = None) -> None:
        self._console.print(plain(line), style=style, markup=False, highlight=False, soft_wrap=True)


def print_summary(summary: "Summary", database: Path) -> None:
    """What an ingest brought into a store: files, pages, records of each kind."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(
        title=Text(f"Archivio {plain(str(database))}"), title_justify="left", show_header=False
    )
    table.add_column()
    table.add_column(justify="right")
    table.add_row("file", str(summary.files))
    table.add_row("  già letti, saltati", str(summary.known))
    table.add_row("  non letti", str(len(summary.failures)))
    if summary.unread:
        table.add_row("  voci non lette", str(summary.unread))
    table.add_row("pagine", str(summary.pages))
    for name, count in summary.records.items():
        if count and name not in ("pagine", "parti", "menzioni"):
            table.add_row(name, str(count))
    Console().print(table)
