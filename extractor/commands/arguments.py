"""What commands share: paths, limits of a file, what ends the work."""

import json
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Any

import click

from extractor.italian import speak_italian


class AnyPath(click.Path):
    """A path; an empty one (an unset variable of the shell) is not the current folder."""

    def convert(self, value: Any, *where: Any) -> Any:
        if not os.fspath(value):
            self.fail("il percorso è vuoto.", *where)
        return super().convert(value, *where)


class AnyPlace(AnyPath):
    """A path, or an address (``s3://…``) as text."""

    def convert(self, value: Any, *where: Any) -> Any:
        if isinstance(value, str) and "://" in value:
            from extractor.addresses import is_address

            if is_address(value):
                return value
        return super().convert(value, *where)


speak_italian()
EXISTING = AnyPath(exists=True, dir_okay=False, path_type=Path)
FOLDER = AnyPath(exists=True, file_okay=False, path_type=Path)
DATABASE = AnyPath(dir_okay=False, readable=False, path_type=Path)
OCR = click.Choice(["auto", "never", "force"])
OCR_HELP = (
    "Riconoscimento ottico (Tesseract) delle pagine: auto solo dove manca il testo, "
    "never mai, force sempre."
)


def bounded(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the limits of each file that it reads, as ``bounds``."""

    @click.option(
        "--timeout",
        metavar="SECONDI",
        type=click.IntRange(1, 86_400),
        default=600,
        show_default=True,
        help="Secondi al più per ogni file.",
    )
    @click.option(
        "--max-memory",
        metavar="MB",
        type=click.IntRange(512),
        default=4096,
        show_default=True,
        help="MB di memoria al più per ogni file.",
    )
    @wraps(command)
    def within(timeout: int, max_memory: int, **values: Any) -> None:
        from extractor.isolation import Bounds

        command(**values, bounds=Bounds(timeout, max_memory * 2**20))

    return within


@contextmanager
def stopped_by_the_system_too() -> Iterator[None]:
    """What ends a program, or the terminal it runs in, ends the work at once."""
    stops = (signal.SIGTERM, signal.SIGHUP)
    before = [signal.signal(stop, signal.default_int_handler) for stop in stops]
    try:
        yield
    finally:
        for stop, handler in zip(stops, before, strict=True):
            signal.signal(stop, handler)


@contextmanager
def asked_to_stop(said: Callable[[], None]) -> Iterator[Callable[[], bool]]:
    """Whether Ctrl-C was pressed, at which ``said`` is called; the second one stops at once."""
    pressed: list[int] = []

    def press(number: int, frame: Any) -> None:
        pressed.append(number)
        if len(pressed) > 1:
            raise KeyboardInterrupt
        said()

    before = signal.signal(signal.SIGINT, press)
    try:
        yield lambda: bool(pressed)
    finally:
        signal.signal(signal.SIGINT, before)


def echo_json(value: Any) -> None:
    """Print a value as JSON."""
    # Escapes where the terminal or file is said not to be UTF-8
    unicode = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    click.echo(json.dumps(value, ensure_ascii=not unicode, indent=1))
