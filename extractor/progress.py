"""What an ingest shows: its progress, what could not be read, the summary at its end."""

import json
import os
import re
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.table import Table

    from extractor.outcomes import Outcome, Summary
    from extractor.store.status import Status


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
    """What is seen of an ingest under way: a bar on a terminal, lines elsewhere, or JSON lines.

    ``done`` counts the paths told so far.
    """

    def __init__(self, total: int, *, json_log: bool = False) -> None:
        from rich import progress as bar
        from rich.console import Console

        self.json_log = json_log
        self._console = Console(stderr=True)
        self._bar = bar.Progress(
            bar.TextColumn("Lettura"),
            bar.BarColumn(),
            bar.MofNCompleteColumn(),
            bar.TextColumn(
                "{task.fields[pages]} pagine, {task.fields[rate]:.1f}/s, "
                "{task.fields[failed]} falliti"
            ),
            bar.TimeRemainingColumn(),
            console=self._console,
            disable=json_log or not self._console.is_terminal,
        )
        self._task = self._bar.add_task("", total=total, pages=0, rate=0.0, failed=0)
        self._total, self.done, self._pages, self._failed = total, 0, 0, 0
        self._start = time.monotonic()

    def __enter__(self) -> "Progress":
        self._bar.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self._bar.stop()

    @property
    def seconds(self) -> float:
        """Since the work began."""
        return time.monotonic() - self._start

    def told(self, outcome: "Outcome") -> None:
        """Show that a path is done, and why it could not be read."""
        self.done += 1
        if outcome.behind is not None:
            self._total = self.done + outcome.behind
        self._pages += outcome.pages
        self._failed += (outcome.file.stato != "ok") + len(outcome.unread)
        if self.json_log:
            self._tell_json(outcome)
        else:
            self._tell(outcome)
        self._bar.update(
            self._task,
            advance=1,
            total=self._total,
            pages=self._pages,
            failed=self._failed,
            rate=self._pages / max(self.seconds, 0.001),
        )

    def _tell(self, outcome: "Outcome") -> None:
        path = os.path.join(outcome.file.cartella, outcome.file.percorso)
        if outcome.file.stato != "ok":
            again = " (già provato: --retry-failed)" if outcome.known else ""
            self._print(f"{path}: {outcome.file.errore}{again}", style="red")
        elif not self._console.is_terminal:
            count = acts(outcome.count("atti"))
            said = "già letto" if outcome.known else count
            said += ", dal testo conservato" if outcome.again else ""
            self._print(f"[{self.done}/{self._total}] {path}: {said}")
        unread = outcome.unread
        for document in unread[:SHOWN]:
            self._print(f"{path} › {document.nome}: {document.errore}", style="red")
        if len(unread) > SHOWN:
            self._print(f"{path}: altre {len(unread) - SHOWN} voci non lette", style="red")

    def _tell_json(self, outcome: "Outcome") -> None:
        file = outcome.file
        log_json(
            "file",
            **file.model_dump(include={"cartella", "percorso", "documento_id", "stato", "errore"}),
            noto=outcome.known,
            dal_testo=outcome.again,
            documenti=len(outcome.documents),
            pagine=outcome.pages,
            atti=outcome.count("atti"),
            voci_non_lette=[f"{one.nome}: {one.errore}" for one in outcome.unread],
            fatti=self.done,
            totale=self._total,
        )

    def _print(self, line: str, style: str | None = None) -> None:
        self._console.print(plain(line), style=style, markup=False, highlight=False, soft_wrap=True)


def tell_stopping(json_log: bool) -> None:
    """Show that the work was asked to stop."""
    # From within a signal's handler, where the console's own locks may be held
    os.write(sys.stderr.fileno(), b'{"evento": "fermata"}\n' if json_log else STOPPING)


STOPPING = b"\nFinisco i file in lettura; Ctrl-C di nuovo per lasciarli.\n"


def log_json(event: str, **values: Any) -> None:
    """Tell an event as a line of JSON, on the standard error."""
    print(json.dumps({"evento": event, **values}), file=sys.stderr, flush=True)


def print_summary(summary: "Summary", database: Path, progress: Progress) -> None:
    """What an ingest brought into a store: files, pages, records of each kind."""
    rate = summary.pages / max(progress.seconds, 0.001)
    if progress.json_log:
        values = {name: value for name, value in vars(summary).items() if name != "records"}
        counts = dict(summary.records)
        log_json("fine", **values, records=counts, secondi=round(progress.seconds, 1),
                 pagine_al_secondo=round(rate, 1))  # fmt: skip
        return
    rows: list[tuple[str, int | str]] = [
        ("file", summary.files),
        ("  già letti, saltati", summary.known),
        ("  non letti", summary.failures),
        ("    di questi, non riprovati", summary.known_failures),
        ("  voci non lette", summary.unread),
        ("  dal testo conservato", summary.again),
        ("file che non ci sono più, aggiornati", summary.gone),
        ("  spostati o rinominati", summary.moved),
        ("  tolti, dimenticati", summary.pruned),
        ("documenti dimenticati", summary.forgotten),
        ("pagine", summary.pages),
    ]
    always = ("file", "  già letti, saltati", "  non letti", "pagine")
    rows = [(name, value) for name, value in rows if value or name in always]
    if summary.pages:
        rows.append(("  al secondo", f"{rate:.1f}"))
    rows += [
        (name, count)
        for name, count in summary.records.items()
        if count and name not in ("pagine", "parti", "menzioni")
    ]
    print_counts(f"Archivio {database}", rows)


def print_status(status: "Status", database: Path) -> None:
    """What is in a store, what could not be read, the versions that read it."""
    size = f"{status.byte / 1e6:.1f} MB"
    rows: list[tuple[str, int | str]] = [
        ("documenti", status.documenti),
        ("file", status.file),
        ("pagine", status.pagine),
        ("atti", status.atti),
        ("dimensione", size),
        ("ultima lettura (UTC)", status.ultimo or "mai"),
        ("versione di questo Spoglio", status.versione),
    ]
    for version in status.versioni:
        stages = ", ".join(f"{name} {value}" for name, value in version.stadi.items())
        now = "" if version.attuale else " (altra versione)"
        rows.append((f"  letti con {version.versione}{now}: {stages}", version.documenti))
    rows += [
        ("da aggiornare dal testo conservato", status.dal_testo),
        ("da aggiornare rileggendo il file", status.da_rileggere),
        ("non letti", len(status.non_letti)),
    ]
    print_counts(f"Archivio {database}", rows)
    if status.da_collegare:
        print("L'ultima acquisizione non è finita: ripetere spoglio ingest.")
    for failure in status.non_letti:
        print(plain(f"{failure.percorso}: {failure.errore}"))


def print_counts(title: str, rows: Iterable[tuple[str, int | str]]) -> None:
    """A table of counts, with its title."""
    _print_table(_table(title, rows))


def _table(title: str, rows: Iterable[tuple[str, int | str]]) -> "Table":
    from rich.table import Table
    from rich.text import Text

    table = Table(title=Text(plain(title)), title_justify="left", show_header=False)
    table.add_column()
    table.add_column(justify="right")
    for name, value in rows:
        table.add_row(Text(plain(name)), Text(plain(str(value))))
    return table


def _print_table(table: "Table") -> None:
    from rich.console import Console

    Console().print(table)
