"""A Document as bytes, to be kept and read again without the file that it came from.

The bytes are a JSON object of UTF-8 text, compressed with zlib (RFC 1950). Its names are those of
``models.document.Document``; what there are many of is kept by column, which compresses best:

- ``righe`` and ``righe_margine``: a list of values for each of ``inizio`` (counted from the end
  of the line before), length, ``pagina``, x0, y0, x1, y1, ``corpo``, ``grassetto``;
- ``tabelle``: ``[pagina, inizio, fine, righe, intestazioni, riquadri]`` each, a row being the
  offsets ``[inizio, fine, inizio, fine, …]`` of its cells counted from the table's beginning.

Numbers come back as they were written, so what is made of a kept Document is what was made of
the Document itself. Nothing in the bytes is ever run.
"""

import json
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any, cast

from pydantic_core import PydanticSerializationError, to_json

from models.document import Box, Cell, Document, Furniture, Line, Page, Signature, Table

FORMAT = 1
"""To be raised whenever the bytes change: what was kept in another format is read anew."""

_LEVEL = 4
"""A third of the time of zlib's usual level, and one part in fourteen more bytes."""

_MOST = 2**30
"""Bytes that a kept Document may take when it is expanded."""


def keep(document: Document) -> bytes:
    """The document as bytes."""
    values = {
        "id": document.id,
        "nome": document.nome,
        "formato": document.formato,
        "testo": document.testo,
        "pagine": [_page(page) for page in document.pagine],
        "righe": _lines(document.righe),
        "margine": document.margine,
        "righe_margine": _lines(document.righe_margine),
        "tabelle": [_table(table) for table in document.tabelle],
        "firme": [
            [one.formato, one.firmatario, one.emittente, one.seriale, one.data]
            for one in document.firme
        ],
        "avvisi": document.avvisi,
        "contenitore_id": document.contenitore_id,
    }
    return zlib.compress(_written(values), _LEVEL)


def _written(values: dict[str, Any]) -> bytes:
    """The values as JSON without spaces."""
    try:
        return to_json(values)  # the same bytes as json's, in a quarter of the time
    except (PydanticSerializationError, UnicodeEncodeError):
        # A character that is half of another comes from a broken file, and is kept too
        text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
        return text.encode("utf-8", "surrogatepass")


def restore(data: bytes) -> Document:
    """The document that was kept. Raises ValueError when the bytes are not one's."""
    try:
        expanding = zlib.decompressobj()
        text = expanding.decompress(data, _MOST)
        if not expanding.eof:
            raise ValueError("incomplete, or larger than any document")
        values = json.loads(text.decode("utf-8", "surrogatepass"))
        return _document(values)
    except (zlib.error, TypeError, KeyError, IndexError) as error:
        raise ValueError(f"not a kept document: {error}") from error


def _document(values: dict[str, Any]) -> Document:
    return Document(
        id=values["id"],
        nome=values["nome"],
        formato=values["formato"],
        testo=values["testo"],
        pagine=tuple(_restored_page(*page) for page in values["pagine"]),
        righe=_restored_lines(values["righe"]),
        margine=values["margine"],
        righe_margine=_restored_lines(values["righe_margine"]),
        tabelle=tuple(_restored_table(table) for table in values["tabelle"]),
        firme=tuple(Signature(*one) for one in values["firme"]),
        avvisi=tuple(values["avvisi"]),
        contenitore_id=values["contenitore_id"],
    )


def _page(page: Page) -> list[Any]:
    furniture = [[item.testo, item.riquadro] for item in page.arredi]
    return [
        page.numero, page.inizio, page.fine, page.larghezza, page.altezza, page.lettura,
        page.colonne, furniture,
    ]  # fmt: skip


def _restored_page(*values: Any) -> Page:
    *head, furniture = values
    return replace(Page(*head), arredi=tuple(Furniture(text, Box(*box)) for text, box in furniture))


def _lines(lines: Sequence[Line]) -> list[list[Any]]:
    ends = chain((0,), (line.fine for line in lines))
    starts = [line.inizio - end for line, end in zip(lines, ends, strict=False)]
    lengths = [line.fine - line.inizio for line in lines]
    boxes = [[line.riquadro[at] for line in lines] for at in range(4)]
    pages, sizes = [line.pagina for line in lines], [line.corpo for line in lines]
    return [starts, lengths, pages, *boxes, sizes, [int(line.grassetto) for line in lines]]


def _restored_lines(columns: list[list[Any]]) -> tuple[Line, ...]:
    lines = []
    end = 0
    for before, length, page, x0, y0, x1, y1, size, bold in zip(*columns, strict=True):
        start = end + before
        end = start + length
        lines.append(Line(start, end, page, Box(x0, y0, x1, y1), size, bool(bold)))
    return tuple(lines)


def _table(table: Table) -> list[Any]:
    rows = [[offset - table.inizio for cell in row for offset in cell] for row in table.righe]
    boxes = [[page, *box] for page, box in table.riquadri]
    return [table.pagina, table.inizio, table.fine, rows, table.intestazioni, boxes]


def _restored_table(values: list[Any]) -> Table:
    page, start, end, rows, headers, boxes = values
    return Table(
        page,
        start,
        end,
        tuple(tuple(_cells(start, row)) for row in rows),
        headers,
        tuple((number, Box(*box)) for number, *box in boxes),
    )


def _cells(start: int, offsets: list[int]) -> Iterable[Cell]:
    pairs = zip(offsets[::2], offsets[1::2], strict=True)
    return (Cell(start + first, start + last) for first, last in cast(Iterable[Any], pairs))
