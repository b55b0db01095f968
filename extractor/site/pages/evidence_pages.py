"""The pages of the originals: as a picture, as a page to leaf through, and the file itself."""

import json
from typing import Any
from urllib.parse import quote

from extractor.originals import (
    DPI,
    FINE_DPI,
    Job,
    PictureError,
    has_pages,
    original_bytes,
    picture,
)
from extractor.site.pages.evidence import sheet
from extractor.site.saying import KINDS
from extractor.site.web import Ask, NotFoundError, Page, Raw, Reply, Route

_MOST_PLACES = 400
_TYPES = {
    "pdf": "application/pdf",
    "zip": "application/zip",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "png": "image/png",
    "jpeg": "image/jpeg",
    "tiff": "image/tiff",
}
"""Content types that a browser will not take for something to run; all else is just bytes."""


def page_picture(ask: Ask) -> Reply:
    """The PNG at ``/pagina/<document>/<n>.png``; finer with ``fine=1``."""
    _document(ask)
    dpi = FINE_DPI if ask.one("fine") == "1" else DPI
    job = Job(ask.database, ask.path["id"], int(ask.path["n"]), dpi, ask.options.personal)
    try:
        png, tag = picture(job)
    except PictureError as error:
        raise NotFoundError(str(error)) from error
    # Asked anew each time: a name on the page may have been hidden since
    headers = {
        "cache-control": "private, no-cache",
        "etag": f'"{tag}"',
        "content-security-policy": "default-src 'none'",
    }
    return Raw(png, "image/png", headers)


def page(ask: Ask) -> Reply:
    """The page at ``/pagina/<document>/<n>``: the picture with every fact of it framed."""
    document = _document(ask)
    number = int(ask.path["n"])
    if not has_pages(document["formato"]) or not 1 <= number <= document["pagine"]:
        raise NotFoundError("Il documento non ha questa pagina.")
    rows = ask.store.execute(
        "select tabella, fatto_id, testo, riquadri from menzioni where documento_id = ? "
        "and pagina = ? order by inizio limit ?",
        (document["id"], number, _MOST_PLACES),
    ).fetchall()
    acts = ask.store.execute(
        "select id, tipo, sigla, numero, data, oggetto from atti where documento_id = ? "
        "and pagina_inizio <= ? and pagina_fine >= ? order by inizio limit 20",
        (document["id"], number, number),
    ).fetchall()
    return Page(
        "pagina.html",
        {
            "documento": document,
            "atti": acts,
            "foglio": sheet(ask, document["id"], number, (), []),
            "dati": [
                place
                for row in rows
                if row["tabella"] != "tabelle"
                for place in _places(row, number)
            ],
        },
    )


def _places(row: Any, number: int) -> list[dict[str, Any]]:
    return [
        {
            "x": x0, "y": y0, "w": x1 - x0, "h": y1 - y0,
            "prova": f"/prova/{row['tabella']}/{row['fatto_id']}",
            "detto": f"{KINDS[row['tabella']].uno}: {row['testo'][:200]}",
        }
        for page, x0, y0, x1, y1 in json.loads(row["riquadri"])
        if page == number and row["tabella"] in KINDS
    ]  # fmt: skip


def original_file(ask: Ask) -> Reply:
    """The file at ``/originale/<document>``, to be saved; only where the site was started so."""
    document = _document(ask)
    if not ask.options.documents:
        raise NotFoundError(
            "I file originali non si scaricano da qui: lo permette chi avvia il sito, con "
            "spoglio serve --documents."
        )
    try:
        data = original_bytes(ask.database, document["id"])
    except PictureError as error:
        raise NotFoundError(str(error)) from error
    name = document["nome"].replace("\\", "/").rpartition("/")[2] or "documento"
    headers = {
        "content-disposition": f"attachment; filename*=UTF-8''{quote(name[:150], safe='')}",
        "x-content-type-options": "nosniff",
        "content-security-policy": "default-src 'none'; sandbox",
        "cache-control": "private, no-cache",
    }
    return Raw(data, _TYPES.get(document["formato"], "application/octet-stream"), headers)


def _document(ask: Ask) -> Any:
    row = ask.store.execute(
        "select id, nome, formato, pagine from documenti where id = ?", (ask.path["id"],)
    ).fetchone()
    if row is None:
        raise NotFoundError("Questo documento non è nell'archivio.")
    return row


ROUTES = (
    Route(r"^/pagina/(?P<id>[0-9a-f]{64})/(?P<n>\d{1,5})\.png$", page_picture),
    Route(r"^/pagina/(?P<id>[0-9a-f]{64})/(?P<n>\d{1,5})$", page),
    Route(r"^/originale/(?P<id>[0-9a-f]{64})$", original_file),
)
