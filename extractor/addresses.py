"""Files at addresses (``s3://…``, ``https://…``, ``file://…``), read through fsspec.

``fsspec`` and what it needs for a protocol are imported only where they are used. Keys and
options of a protocol come from its own configuration or from fsspec's, on each machine that
reads: they are neither sent nor kept.
"""

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from extractor.documents import Limits, ReadError

_ADDRESS = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]{0,30}://")
_WEB = ("http://", "https://")

_TOLD = (
    "ETag", "etag", "md5Hash", "Content-MD5", "content_md5", "Digest", "generation",
    "LastModified", "last_modified", "Last-Modified", "updated", "modify", "mtime", "created",
    "ino",
)  # fmt: skip
"""What file systems say of a file's content or of its last change."""

RECENT = 2.0
"""Seconds for which a change may leave a file's time as it was; see ``paths.RECENT_NS``."""


class AddressError(Exception):
    """An address that cannot be used at all; the message is an Italian line that says why."""


class UnfetchedError(ReadError):
    """A file that did not arrive this time: it says nothing of its content."""


class Address(NamedTuple):
    """Where a file is, for fsspec."""

    url: str

    @property
    def nome(self) -> str:
        """What the file is called."""
        return split(self.url)[1].partition("?")[0] or self.url


def is_address(text: str) -> bool:
    """Whether a text is an address rather than a path.

    >>> is_address("s3://atti/2024"), is_address("/atti/2024"), is_address("C:/atti")
    (True, False, False)
    """
    return _ADDRESS.match(text) is not None


def split(url: str) -> tuple[str, str]:
    """The folder of an address, and what follows it.

    >>> split("https://ente.example/albo/atto.pdf?v=/2")
    ('https://ente.example/albo', 'atto.pdf?v=/2')
    """
    path = re.split(r"[?#]", url, maxsplit=1)[0]
    at = path.rfind("/")
    return (url[:at], url[at + 1 :]) if at > path.find("://") + 2 else (url, "")


def join(folder: str, path: str) -> str:
    """The address of a file in a folder."""
    return f"{folder.rstrip('/')}/{path}" if path else folder


def listed(url: str) -> list[tuple[str, str]]:
    """The files at an address, each as its folder and what follows, in the order of names.

    A folder has all that is below it but hidden files; a web address that ends with a stroke
    the files that its page points to, below it. What cannot be listed is given as it is: why
    is told when it is read. Raises ``AddressError``.
    """
    system, path = opened(url)
    try:
        system.invalidate_cache()  # what was listed before would hide what came since
        if url.startswith(_WEB):
            names = system.ls(path, detail=False) if url.endswith("/") else []
            found = [name[len(url) :] for name in names if not name.endswith("/")]
        elif system.isdir(path):
            root = system._strip_protocol(url).rstrip("/")
            found = [name[len(root) :].lstrip("/") for name in system.find(path)]
        else:
            return [split(url)]
    except ImportError as error:
        raise _missing(url, error) from error
    except Exception:  # each protocol has errors of its own
        return [split(url)]
    shown = sorted(name for name in found if name and "/." not in f"/{name}")
    if shown or not url.startswith(_WEB):
        return [(url.rstrip("/"), name) for name in shown]
    return [split(url)]


def glance(address: Address, limits: Limits) -> str:
    """What tells a file from itself changed, as its system says: bytes, tag, time.

    Empty where it says nothing, or where it changed just now. Raises ``ReadError``.
    """
    system, path = opened(address.url)
    with _told(address.url):
        info = system.info(path)
    if info.get("type") == "directory":
        raise ReadError("È una cartella: non si può elencare.")
    size = info.get("size")
    if size is not None:
        limits.check_size(size)
    told = [str(info[name]) for name in _TOLD if info.get(name) not in (None, "")]
    if not told or _is_recent(info.get("mtime")):
        return ""
    return ":".join((str(size or ""), *told))


def size(seen: str) -> int | None:
    """The bytes of a file, of what ``glance`` says of it."""
    first = seen.partition(":")[0]
    return int(first) if first.isdigit() else None


def fetch(address: Address, limits: Limits) -> bytes:
    """The bytes of a file. Raises ``ReadError``; time and memory are bounded by who calls."""
    system, path = opened(address.url)
    with _told(address.url):
        data: bytes = system.cat_file(path)
    limits.check_size(len(data))
    return data


def is_gone(url: str) -> bool:
    """Whether there is surely nothing at an address: a server that fails says nothing."""
    try:
        system, path = opened(url)
        system.info(path)
    except FileNotFoundError as error:
        return _says_gone(error)
    except Exception:  # each protocol has errors of its own
        return False
    return False


def opened(url: str) -> tuple[Any, str]:
    """The file system of an address, and what it calls the place. Raises ``AddressError``."""
    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        raise AddressError(
            "Per gli indirizzi serve il pacchetto fsspec: pip install 'spoglio[cluster]'."
        ) from error
    if urlsplit(url).password:
        raise AddressError(
            "Negli indirizzi non si scrivono password, che resterebbero nell'archivio: metterle "
            "nella configurazione di fsspec."
        )
    try:
        system, path = url_to_fs(url)
    except ImportError as error:
        raise _missing(url, error) from error
    except ValueError as error:
        protocol = url.partition("://")[0]
        raise AddressError(f"{url}: {protocol}:// non è un protocollo che si conosca.") from error
    except Exception as error:  # some connect at once, with errors of their own
        raise AddressError(f"{url}: non si può aprire ({_line(error)}).") from error
    return system, path


def _missing(url: str, error: ImportError) -> AddressError:
    protocol = url.partition("://")[0]
    cause = error.__cause__ or error
    name = getattr(cause, "name", None) or "indicato da fsspec"
    return AddressError(
        f"Per gli indirizzi {protocol}:// serve il pacchetto {name}: pip install {name}, qui e "
        "sui worker."
    )


@contextmanager
def _told(url: str) -> Iterator[None]:
    """Say in Italian what goes wrong with an address."""
    try:
        yield
    except ImportError as error:
        raise _missing(url, error) from error
    except FileNotFoundError as error:
        if _says_gone(error):
            raise UnfetchedError("File non trovato: controllare l'indirizzo.") from error
        raise UnfetchedError(_refused(error.__cause__ or error)) from error
    except PermissionError as error:
        raise UnfetchedError("Il file non si può aprire: permesso negato.") from error
    except MemoryError:
        raise
    except Exception as error:  # each protocol has errors of its own
        raise UnfetchedError(_refused(error)) from error


def _says_gone(error: FileNotFoundError) -> bool:
    """Whether nothing is there, and not only a server that does not answer."""
    cause = error.__cause__
    return cause is None or getattr(cause, "status", None) in (404, 410)


def _refused(error: BaseException) -> str:
    return f"Il file non arriva ({_line(error)}). Ripetere più tardi."


def _line(error: BaseException) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())[:200]


def _is_recent(changed: Any) -> bool:
    if isinstance(changed, datetime):
        changed = changed.timestamp()
    return isinstance(changed, int | float) and time.time() - changed < RECENT
