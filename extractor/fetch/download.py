"""Bringing one document: only if it changed, from where it broke off, checked, put in place."""

import base64
import binascii
import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import file_digest, md5, sha256
from pathlib import Path
from typing import Any

import httpx

from extractor.documents.sniff import Kind, sniff
from extractor.fetch.addresses import host_of
from extractor.fetch.errors import FetchError
from extractor.fetch.memory import Known, Memory
from extractor.fetch.names import file_name, folder_name
from extractor.fetch.visitor import Visitor

_RANGE = re.compile(r"bytes (\d{1,15})-(\d{1,15})/(\d{1,15}|\*)")
_SHA256 = re.compile(r"\bsha-256=:?([A-Za-z0-9+/=]{44}):?", re.IGNORECASE)
_PIECE = 64 * 1024


@dataclass(frozen=True)
class Brought:
    """A document that came: where it is kept, and what tells it unchanged."""

    percorso: str
    sha256: str
    dimensione: int
    etag: str | None
    modificato: str | None


@dataclass(frozen=True)
class _Part:
    """What has come of a document: its bytes, and what tells that the rest is of the same."""

    path: Path
    have: int = 0
    validator: str = ""


def conditions(etag: str | None, modified: str | None) -> dict[str, str]:
    """Headers that ask for a thing only if it changed (RFC 9110, section 13.1)."""
    headers = {"if-none-match": etag, "if-modified-since": modified}
    return {name: value for name, value in headers.items() if value}


def bring(visitor: Visitor, memory: Memory, known: Known, largest: int) -> Brought | None:
    """The document at an address, put into the folder; None when it is there and unchanged.

    ``largest`` is in bytes. What has come is kept when it breaks off, and the next try asks for
    the rest. Raises FetchError.
    """
    part = _begun(memory.partial(known.url))
    asked = conditions(known.etag, known.modificato) if memory.is_there(known) else {}
    headers = dict(asked)
    if part.have:
        headers = {"range": f"bytes={part.have}-", "if-range": part.validator}
    with visitor.ask(known.url, headers) as (url, response):
        if response.status_code == 304 and asked:
            return None
        if response.status_code not in (200, 206):
            _forget(part.path)
            raise FetchError("Il server non dà il resto del documento.", temporary=True)
        _receive(response, part, largest)
        headers = dict(response.headers)
    return _placed(memory, part.path, url, headers)


def _begun(path: Path) -> _Part:
    """What came before of a document, if the rest can be asked for."""
    try:
        validator = json.loads(_note(path).read_text("utf-8"))["validator"]
        have = path.stat().st_size
    except (OSError, ValueError, KeyError, TypeError):
        return _Part(path)
    return _Part(path, have, validator) if validator and have else _Part(path)


def _receive(response: httpx.Response, part: _Part, largest: int) -> None:
    """Write an answer's body after what there is, or from the beginning."""
    start = _start(response, part)
    packed = response.headers.get("content-encoding", "identity") != "identity"
    announced = response.headers.get("content-length", "")
    if announced.isdigit() and start + int(announced[:15]) > largest:
        _forget(part.path)
        raise _too_large(largest)
    validator = "" if packed else _strong(response.headers)
    _note(part.path).write_text(json.dumps({"validator": validator}), "utf-8")
    count = start
    with part.path.open("r+b" if start else "wb") as file:
        file.seek(start)
        file.truncate()
        for piece in response.iter_bytes(_PIECE) if packed else response.iter_raw():
            count += len(piece)
            if count > largest:
                _forget(part.path)
                raise _too_large(largest)
            file.write(piece)
            file.flush()  # whoever is killed keeps what has come
        os.fsync(file.fileno())
    total = _RANGE.fullmatch(response.headers.get("content-range", "").strip())
    if total and total[3].isdigit() and count < int(total[3]):
        raise FetchError("Il server ha dato solo una parte del documento.", temporary=True)
    if count == 0:
        _forget(part.path)
        raise FetchError("Il server ha dato un documento vuoto.", temporary=True)


def _start(response: httpx.Response, part: _Part) -> int:
    """Where an answer's body begins in the document. Raises FetchError for another place."""
    if response.status_code == 200:
        return 0
    match = _RANGE.fullmatch(response.headers.get("content-range", "").strip())
    if not match or not part.have or int(match[1]) != part.have:
        _forget(part.path)
        raise FetchError("Il server ha dato un'altra parte del documento.", temporary=True)
    return part.have


def _strong(headers: Mapping[str, str]) -> str:
    """What tells that two parts are of the same document (RFC 9110, section 13.1.5)."""
    etag = headers.get("etag", "")
    return etag if etag.startswith('"') else headers.get("last-modified", "")


def _placed(memory: Memory, path: Path, url: str, headers: Mapping[str, str]) -> Brought:
    """Check what came, and put it into the folder of its host."""
    with path.open("rb") as file:
        digest = file_digest(file, "sha256").hexdigest()
    size = path.stat().st_size
    try:
        _check_digests(path, headers)
        kind = _checked_kind(path, url)
    except FetchError:
        _forget(path)
        raise
    validators = (headers.get("etag"), headers.get("last-modified"))
    if same := memory.with_content(digest):
        _forget(path)
        return Brought(str(same.percorso), digest, size, *validators)
    folder = memory.folder / folder_name(host_of(url))
    name = file_name(url, headers.get("content-disposition", ""), kind)
    place = _free(folder, name, digest)
    folder.mkdir(exist_ok=True)
    os.replace(path, place)
    _forget(path)
    return Brought(str(place.relative_to(memory.folder)), digest, size, *validators)


def _check_digests(path: Path, headers: Mapping[str, str]) -> None:
    """Compare with the sums that the server gives (RFC 9530, RFC 3230, RFC 1864)."""
    for name in ("repr-digest", "digest"):
        if match := _SHA256.search(headers.get(name, "")):
            _compare(path, match[1], sha256())
    if "content-md5" in headers and "content-range" not in headers:
        _compare(path, headers["content-md5"].strip(), md5(usedforsecurity=False))


def _compare(path: Path, said: str, sums: Any) -> None:
    try:
        wanted = base64.b64decode(said, validate=True)
    except (binascii.Error, ValueError):
        return
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            sums.update(piece)
    if len(wanted) == sums.digest_size and sums.digest() != wanted:
        raise FetchError("Il documento arrivato non ha la somma che il server dice.",
                         temporary=True)  # fmt: skip


def _checked_kind(path: Path, url: str) -> Kind:
    """The kind of what came. Raises FetchError for a page in the place of a document."""
    with path.open("rb") as file:
        kind = sniff(file.read(_LOOKED_AT))
    if kind == "html" and not httpx.URL(url).path.lower().endswith((".html", ".htm")):
        raise FetchError("È arrivata una pagina, non un documento.")
    return kind


def _free(folder: Path, name: str, digest: str) -> Path:
    """Where to keep a document: under its name, or with its digest if another has that.

    What is there with the same content was put there by a run that could not say so.
    """
    path = folder / name
    if _is_free(path, digest):
        return path
    return folder / f"{path.stem}-{digest[:12]}{path.suffix}"


def _is_free(path: Path, digest: str) -> bool:
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest() == digest
    except FileNotFoundError:
        return True
    except OSError:
        return False


def _too_large(largest: int) -> FetchError:
    return FetchError(f"Il documento supera i {largest // 2**20} MB (--max-size).")


def _note(path: Path) -> Path:
    return path.with_suffix(".json")


def _forget(path: Path) -> None:
    for each in (path, _note(path)):
        each.unlink(missing_ok=True)


_LOOKED_AT = 64 * 2**20
"""Bytes that tell a document's kind; an archive's own list stands at its end."""
