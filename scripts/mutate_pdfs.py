"""PDFs damaged as strangers' files are, the same for the same seed, to be read without harm.

python scripts/mutate_pdfs.py FILE.pdf --to FOLDER [--count 100] [--first 0]

Each seed chooses some ways to damage: bytes turned, cut out, doubled; the file cut short; numbers
made huge or negative; references to objects made to point elsewhere, so that trees become rings;
streams unpacked and broken. The seed is in the file's name: a file that does harm is kept by it.
"""

import random
import re
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import click

_NUMBER = re.compile(rb"(?<=[\s\[/<(])-?\d{1,10}(?=[\s\]/>)])")
_REFERENCE = re.compile(rb"(\d{1,6}) 0 R\b")
_STREAM = re.compile(rb"stream\r?\n(.{1,100000}?)\r?\nendstream", re.DOTALL)
_HUGE = (b"0", b"-1", b"2147483647", b"4294967296", b"99999999999", b"1e308", b"0.0000001")


def _turn(data: bytes, pick: random.Random) -> bytes:
    """Some bytes become others."""
    changed = bytearray(data)
    for _ in range(pick.choice((1, 10, 100, 1000))):
        changed[pick.randrange(len(changed))] = pick.randrange(256)
    return bytes(changed)


def _cut_out(data: bytes, pick: random.Random) -> bytes:
    start = pick.randrange(len(data))
    return data[:start] + data[start + pick.randrange(1, max(2, len(data) // 10)) :]


def _double(data: bytes, pick: random.Random) -> bytes:
    start = pick.randrange(len(data))
    end = min(len(data), start + pick.randrange(1, 5000))
    return data[:end] + data[start:end] * pick.choice((1, 2, 50)) + data[end:]


def _cut_short(data: bytes, pick: random.Random) -> bytes:
    return data[: pick.randrange(10, len(data))]


def _numbers(data: bytes, pick: random.Random) -> bytes:
    """Some numbers become impossible: lengths, boxes, sizes, counts."""
    share = pick.choice((0.001, 0.01, 0.1))
    return _NUMBER.sub(
        lambda match: pick.choice(_HUGE) if pick.random() < share else match[0], data
    )


def _references(data: bytes, pick: random.Random) -> bytes:
    """Some references point to another object: a page may become its own parent."""
    known = _REFERENCE.findall(data) or [b"1"]
    share = pick.choice((0.02, 0.2, 0.6))
    return _REFERENCE.sub(
        lambda match: pick.choice(known) + b" 0 R" if pick.random() < share else match[0], data
    )


def _streams(data: bytes, pick: random.Random) -> bytes:
    """Some packed streams are unpacked, damaged and packed again: the contents are wrong."""

    def damaged(match: re.Match[bytes]) -> bytes:
        if pick.random() > 0.5:
            return match[0]
        try:
            plain = zlib.decompressobj().decompress(match[1], 10**6)
        except zlib.error:
            return match[0]
        if not plain:
            return match[0]
        broken = pick.choice((_turn, _double, _cut_out, _numbers))(plain, pick)
        return b"stream\n" + zlib.compress(broken * pick.choice((1, 1, 1, 200))) + b"\nendstream"

    return _STREAM.sub(damaged, data)


WAYS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _turn, _cut_out, _double, _cut_short, _numbers, _references, _streams
)  # fmt: skip


def mutated(data: bytes, seed: int) -> bytes:
    """A PDF damaged in one to three ways, the same for the same seed."""
    pick = random.Random(seed)
    for way in pick.sample(WAYS, pick.randint(1, 3)):
        data = way(data, pick) or b"%PDF-1.7\n"
    return data


@click.command()
@click.argument("source", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--to", "folder", required=True, type=click.Path(file_okay=False, path_type=Path))
@click.option("--count", default=100, show_default=True)
@click.option("--first", default=0, show_default=True, help="The first seed.")
def main(source: Path, folder: Path, count: int, first: int) -> None:
    """Write COUNT damaged copies of SOURCE."""
    folder.mkdir(parents=True, exist_ok=True)
    data = source.read_bytes()
    for seed in range(first, first + count):
        (folder / f"{source.stem}-{seed:06}.pdf").write_bytes(mutated(data, seed))
    click.echo(f"{count} files in {folder}", file=sys.stderr)


if __name__ == "__main__":
    main()
