"""Replies that programs read: JSON, CSV, calendars."""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from extractor.calendars import feed
from extractor.site.web import Raw
from extractor.spreadsheets import inert


def json_reply(value: Any) -> Raw:
    """``value`` as JSON."""
    return Raw(json.dumps(value, ensure_ascii=False, indent=1), "application/json; charset=utf-8")


class InertRows:
    """Writes rows of CSV, as ``csv.writer``; a text that a spreadsheet would run as a formula has
    an apostrophe before it."""

    def __init__(self, file: Any) -> None:
        self._writer = csv.writer(file)

    def writerow(self, row: Iterable[Any]) -> Any:
        """Write a row; gives what the file's ``write`` gives, which Datasette awaits."""
        return self._writer.writerow(
            inert(value) if isinstance(value, str) else value for value in row
        )


def csv_reply(rows: Iterable[Mapping[str, Any]], columns: Sequence[str], name: str) -> Raw:
    """Rows as CSV with a header, to be saved as ``name``; see ``InertRows``."""
    out = io.StringIO()
    writer = InertRows(out)
    writer.writerow(columns)
    for row in rows:
        writer.writerow(map(row.__getitem__, columns))
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Raw(out.getvalue(), "text/csv; charset=utf-8", headers)


def calendar_reply(rows: Iterable[Mapping[str, Any]], title: str, base: str) -> Raw:
    """Deadlines as an iCalendar feed; see ``extractor.calendars.feed``."""
    headers = {"content-disposition": 'inline; filename="scadenze.ics"'}
    return Raw(b"".join(feed(rows, title, base)), "text/calendar; charset=utf-8", headers)
