"""The paths of an ingest: found in folders, told unchanged at a glance, known to be gone."""

import os
import stat
import time
from collections.abc import Iterable
from contextlib import suppress
from hashlib import file_digest, sha256
from pathlib import Path
from typing import NamedTuple

from extractor import addresses
from extractor.addresses import Address, is_address
from extractor.documents import Limits, ReadError, readable, unopened


class Found(NamedTuple):
    """A path to ingest, as ``cartella`` (the folder given) and ``percorso`` (relative to it).

    The folder may be an address (``extractor.addresses``). ``dove`` is where it is, when it is
    called by the name that a store has for it (``named``); ``esatto`` has the bytes of the whole
    path where the store told them.
    """

    cartella: str
    percorso: str
    dove: str = ""
    esatto: bytes | None = None

    @property
    def path(self) -> Path | Address:
        """Where the file is."""
        if is_address(self.cartella):
            return Address(addresses.join(self.cartella, self.percorso))
        return Path(self.dove or self.cartella) / self.percorso

    @property
    def names(self) -> tuple[str, str]:
        """Folder and path as text that a store can hold."""
        return readable(self.cartella), readable(self.percorso)

    @property
    def exact(self) -> bytes | None:
        """The bytes of the whole path, where the names do not say it: they are no text, or are
        relative to the folder in which the program runs today."""
        if self.esatto or is_address(self.cartella):
            return self.esatto
        joined = os.path.join(self.dove or self.cartella, self.percorso)
        plain = not self.dove and os.path.isabs(joined) and readable(joined) == joined
        return None if plain else os.fsencode(os.path.abspath(joined))


class UnreadableError(Exception):
    """A path whose bytes cannot be read; the message is an Italian sentence that says why."""


def find(paths: Iterable[str | Path], skip: Path) -> list[Found]:
    """The files at ``paths``, folders walked in name order; hidden files and ``skip`` left out.

    Linked folders are not followed. A path that does not exist, or a folder that cannot be
    opened, is among them: that it could not be read is told with the rest. Raises
    ``AddressError`` for an address of no use.
    """
    found: list[Found] = []
    ignored = {os.path.realpath(f"{skip}{end}") for end in ("", "-wal", "-shm", "-journal")}
    for given in map(str, paths):
        if is_address(given):
            each = (Found(*place) for place in addresses.listed(given))
            found += [one for one in each if not _is_local(one.path, ignored)]
            continue
        given = str(Path(given))
        if not os.path.isdir(given):
            path = Path(given)
            found.append(Found(str(path.parent), path.name))
            continue
        closed: list[OSError] = []
        for folder, subfolders, names in os.walk(given, onerror=closed.append):
            subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
            for name in sorted(names):
                path = Path(folder, name)
                if not name.startswith(".") and os.path.realpath(path) not in ignored:
                    found.append(Found(given, os.path.relpath(path, given)))
        found += [Found(given, os.path.relpath(error.filename, given)) for error in closed]
    return list(dict.fromkeys(found))


def named(found: Iterable[Found], known: Iterable[tuple[str, str, bytes | None]]) -> list[Found]:
    """Paths found, with their folders called as a store has them, and no other folder so.

    ``known`` has a path of each folder of the store: folder, path, bytes of the whole path. A
    relative name means another folder when the program runs in another, and a folder may be given
    by several names: its files are not to be doubled, nor taken for those of another.
    """
    places: dict[str, str] = {}
    for name, path, exact in known:
        if os.path.isabs(name):
            places[name] = name
        elif exact:
            depth = len(Path(path).parts)
            places[name] = os.path.join("/", *Path(os.fsdecode(exact)).parts[: -depth or None])
    names = {place: name for name, place in places.items()}

    def called(one: Found) -> Found:
        if is_address(one.cartella):
            return one
        place = os.path.abspath(one.cartella)
        name = names.get(place, one.cartella)
        taken = places.get(name, place)
        if taken != place and os.path.isdir(taken):
            name = place
        return one if name == one.cartella else Found(name, one.percorso, place)

    return list(dict.fromkeys(map(called, found)))


def _is_local(place: Path | Address, paths: set[str]) -> bool:
    """Whether a place is the address of one of some paths of this machine."""
    url = place.url if isinstance(place, Address) else ""
    return url.startswith("file://") and os.path.realpath(url[len("file://") :]) in paths


RECENT_NS = 2_000_000_000
"""Nanoseconds for which a change may leave a file's times as they were: the coarsest clock of a
file system in use (FAT) counts two seconds."""


def glance(path: Path | Address, limits: Limits) -> str:
    """What tells a regular file from itself changed: size, times, number on its disk.

    The time of the last change of its entry (``ctime``) cannot be set back as that of its bytes
    can, by copying or unpacking. Empty for a file changed just now: its next change might not
    show. Raises UnreadableError for what is no file, or cannot be opened, or is too large.
    """
    try:
        if isinstance(path, Address):
            return addresses.glance(path, limits)
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            os.listdir(path)  # only one that could not be walked is here: this says why
        elif not stat.S_ISREG(status.st_mode):
            # To open a pipe waits for who writes, a device may have no end
            raise UnreadableError("Non è un file ma un dispositivo o una coda: non si legge.")
        limits.check_size(status.st_size)
    except OSError as error:
        raise UnreadableError(unopened(error)) from error
    except ReadError as error:
        raise UnreadableError(str(error)) from error
    if time.time_ns() - max(status.st_ctime_ns, status.st_mtime_ns) < RECENT_NS:
        return ""
    return f"{status.st_size}:{status.st_mtime_ns}:{status.st_ctime_ns}:{status.st_ino}"


def digest(path: Path | Address, seen: str) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal. Raises UnreadableError.

    At an address, where the bytes are for the workers to get, that of the address and of what
    was ``seen`` there; empty where nothing was.
    """
    if isinstance(path, Address):
        return sha256(f"{path.url}\n{seen}".encode()).hexdigest() if seen else ""
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise UnreadableError(unopened(error)) from error


def size(path: Path | Address, seen: str) -> int | None:
    """A file's bytes, where they can be counted, else as ``seen``."""
    if isinstance(path, Path):
        with suppress(OSError):
            return path.stat().st_size
    return addresses.size(seen)


def largest_first(found: Iterable[Found]) -> list[Found]:
    """No reader is to be left alone with the longest file; what is elsewhere keeps its order."""
    return sorted(
        found, key=lambda one: -(size(one.path, "") or 0) if isinstance(one.path, Path) else 0
    )


def is_gone(cartella: str, percorso: str, exact: bytes | None) -> bool:
    """Whether there is surely nothing at a path; a disk that does not answer says nothing."""
    if is_address(cartella):
        return addresses.is_gone(addresses.join(cartella, percorso))
    try:
        os.lstat(exact or os.path.join(cartella, percorso))
    except (FileNotFoundError, NotADirectoryError):
        return True
    except (OSError, ValueError):
        return False
    return False
