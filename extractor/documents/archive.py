"""ZIP archives: their entries, within limits."""

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator

from extractor.documents.errors import ReadError
from extractor.documents.limits import Limits

# What `zipfile` raises on damaged archives, by fuzzing.
DAMAGE = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError, OverflowError,
    struct.error, MemoryError,
)  # fmt: skip
_IGNORED = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")


def open_zip(data: bytes, limits: Limits) -> zipfile.ZipFile:
    """An archive whose entries are within the limits by what it declares.

    What it declares also bounds what is read: `zipfile` never gives more of an entry than its
    declared size. Raises ReadError when it is damaged or beyond a limit.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (*DAMAGE, NotImplementedError) as error:
        raise ReadError("L'archivio ZIP è danneggiato o incompleto.") from error
    entries = archive.infolist()
    limits.check_entries(len(entries), sum(entry.file_size for entry in entries), len(data))
    return archive


def entries(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes | ReadError]]:
    """Each file in an archive: its name, and its bytes or why they cannot be read."""
    for entry in archive.infolist():
        name = entry_name(entry)
        if entry.is_dir() or name.startswith(_IGNORED[0]) or name.endswith(_IGNORED[1:]):
            continue
        try:
            yield name, archive.read(entry)
        except NotImplementedError:  # a RuntimeError too
            yield name, ReadError(f"«{name}» è compresso in un modo che non si sa leggere.")
        except RuntimeError:
            yield name, ReadError(f"«{name}» è cifrato: serve la password dell'archivio.")
        except DAMAGE:
            yield name, ReadError(f"«{name}» è danneggiato nell'archivio.")


def entry_name(entry: zipfile.ZipInfo) -> str:
    """An entry's name; programs that do not mark it UTF-8 mostly write it in code page 850."""
    if entry.flag_bits & 0x800 or entry.filename.isascii():
        return entry.filename
    try:
        raw = entry.filename.encode("cp437")
    except UnicodeEncodeError:
        return entry.filename
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp850", errors="replace")


def member(archive: zipfile.ZipFile, name: str) -> bytes | None:
    """The bytes of a part of an office file; None when it has none of that name.

    Raises ReadError when the part is damaged.
    """
    if name not in archive.namelist():
        return None
    try:
        return archive.read(name)
    except (*DAMAGE, NotImplementedError, RuntimeError) as error:
        raise ReadError(
            "Il documento è danneggiato o cifrato: non si riesce ad aprirlo."
        ) from error
