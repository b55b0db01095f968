"""Pages of the originals as pictures, private strings covered; drawn by a process apart.

What draws a stranger's file may hang, crash or eat memory: it works in a process of its own with
limits, one page at a time. What it drew is kept in memory up to a limit.
"""

import atexit
import io
import multiprocessing
import resource
import signal
import sqlite3
import threading
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import TimeoutError as FutureTimeoutError
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from pebble import ProcessExpired, ProcessPool
from PIL import Image, ImageDraw

from extractor.documents import ReadError
from extractor.documents.page_images import PageView, open_page, page_texts
from extractor.originals.covering import Cover, UncoverableError
from extractor.originals.finding import MissingError, original
from extractor.store.opening import open_read_only
from extractor.store.privacy import Mask
from extractor.store.schema import PRIVATE
from models.document import Box

DPI = 130
"""Resolution of a page as shown whole."""
FINE_DPI = 220
"""Resolution of a page as shown near."""

_SECONDS = 15.0
_MEMORY = 4 * 1024**3
_KEPT = 48 * 1024**2
_MOST_ENTRIES = 500
_PAGES_PER_WORKER = 500
_LARGEST_DOWNLOAD = 200 * 1024**2
# A name hidden on request, in a document or in what it contains
_HIDDEN_WITHIN = f"""
with recursive dentro (id) as (
    select ? union
    select documenti.id from documenti join dentro on documenti.contenitore_id = dentro.id
)
select 1 from {PRIVATE} join dentro on dentro.id = documento_id where motivo = 'oscurato'
"""


class PictureError(Exception):
    """A page that cannot be shown; the message says why, in Italian."""


class Job(NamedTuple):
    """A page to draw: of which store and document, how fine, and whether personal data show."""

    database: Path
    documento_id: str
    pagina: int
    dpi: int
    personal: bool


class Picture(NamedTuple):
    """A drawn page: PNG, with a tag that changes when it does."""

    png: bytes
    tag: str


def picture(job: Job) -> Picture:
    """The picture of a page. Raises PictureError."""
    key = (job, _written(job.database))
    with _lock:
        known = _kept.get(key)
        if known is not None:
            _kept.move_to_end(key)
    if known is None:
        known = _told(draw, job)
        with _lock:
            _kept[key] = known
            while len(_kept) > _MOST_ENTRIES or sum(map(_size, _kept.values())) > _KEPT:
                _kept.popitem(last=False)
    if isinstance(known, str):
        raise PictureError(known)
    return known


def original_bytes(database: Path, documento_id: str) -> bytes:
    """The original file of a document. Raises PictureError."""
    found: bytes | str = _told(fetch, (database, documento_id))
    if isinstance(found, str):
        raise PictureError(found)
    return found


def draw(job: Job) -> Picture:
    """In the process apart: find the original, draw a page and cover what is private."""
    with closing(open_read_only(job.database)) as connection:
        connection.row_factory = None
        row = connection.execute(
            "select formato from documenti where id = ?", (job.documento_id,)
        ).fetchone()
        data = original(connection, job.database, job.documento_id)
        cover = Cover(
            connection,
            Mask(connection, personal=job.personal),
            job.personal,
            job.documento_id,
            lambda numbers: page_texts(data, numbers),
        )
        with open_page(data, row[0] if row else "", job.pagina) as page:
            boxes = cover.boxes(page, job.pagina)
            drawn = _blackened(page, boxes, job.dpi)
    packed = io.BytesIO()
    drawn.save(packed, "PNG", compress_level=6)
    png = packed.getvalue()
    return Picture(png, sha256(png).hexdigest()[:32])


def fetch(asked: tuple[Path, str]) -> bytes:
    """In the process apart: the bytes of an original."""
    database, documento_id = asked
    with closing(open_read_only(database)) as connection:
        if connection.execute(_HIDDEN_WITHIN, (documento_id,)).fetchone():
            raise MissingError(
                "In questo documento c'è un nome oscurato su richiesta: il file originale non si "
                "scarica."
            )
        data = original(connection, database, documento_id)
    if len(data) > _LARGEST_DOWNLOAD:
        raise MissingError("Il file originale è troppo grande per essere scaricato da qui.")
    return data


def _blackened(page: PageView, boxes: list[Box], dpi: int) -> Image.Image:
    """The page with opaque rectangles over the boxes, and a little around them."""
    drawn = page.draw(dpi)
    canvas = ImageDraw.Draw(drawn)
    across, down = drawn.width / page.larghezza, drawn.height / page.altezza
    # The text laid over a scan stands where the program that read it believed
    edge = 3.0 if page.immagine else 1.0
    for box in boxes:
        canvas.rectangle(
            (
                (box.x0 - edge) * across,
                (box.y0 - edge) * down,
                (box.x1 + edge) * across,
                (box.y1 + edge) * down,
            ),
            fill="black",
        )
    grey = drawn.convert("L")
    # Most pages have no colour: a third of the bytes
    return grey if not _coloured(drawn, grey) else drawn


def _coloured(drawn: Image.Image, grey: Image.Image) -> bool:
    small = drawn.resize((200, 280), Image.Resampling.BOX)
    return any(max(pixel) - min(pixel) > 24 for pixel in set(small.getdata()))


_Key = tuple[Job, tuple[int, ...]]
_kept: OrderedDict[_Key, Picture | str] = OrderedDict()
_lock = threading.Lock()
_pool: ProcessPool | None = None


def _size(kept: Picture | str) -> int:
    return len(kept.png) if isinstance(kept, Picture) else len(kept)


def _written(database: Path) -> tuple[int, ...]:
    """What changes when the store is written: a name may have been hidden since."""
    times = []
    for path in (database, database.with_name(f"{database.name}-wal")):
        try:
            times.append(path.stat().st_mtime_ns)
        except OSError:
            times.append(0)
    return tuple(times)


def _told(work: Callable[[Any], Any], asked: Any) -> Any:
    """What ``work`` gives in the process apart, or why it gives nothing."""
    future = _workers().schedule(work, (asked,), timeout=_SECONDS)
    try:
        return future.result()
    except (MissingError, UncoverableError, ReadError) as error:
        return str(error)
    except FutureTimeoutError:
        return "Disegnare questa pagina dura troppo: non si può mostrare."
    except (ProcessExpired, MemoryError, sqlite3.Error, OSError, ValueError):
        return "Questa pagina non si riesce a disegnare: il file è danneggiato, o troppo grande."


def _workers() -> ProcessPool:
    global _pool
    with _lock:
        if _pool is None or not _pool.active:
            context = multiprocessing.get_context("forkserver")
            _pool = ProcessPool(
                max_workers=1,
                max_tasks=_PAGES_PER_WORKER,
                context=context,
                initializer=_bound,
                initargs=(_MEMORY,),
            )
        return _pool


def _bound(memory: int) -> None:
    # A terminal sends Ctrl-C to all; the site's own process ends this one
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


@atexit.register
def _stop() -> None:
    if _pool is not None:
        _pool.stop()  # type: ignore[no-untyped-call]
        _pool.join()
