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


def csv_reply(rows: Iterable[Mapping[str, Any]], columns: Sequence[str], name: str) -> Raw:
    """Rows as CSV with a header, to be saved as ``name``.

    A text that a spreadsheet would run as a formula has an apostrophe before it.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    for row in rows:
        writer.writerow(
            [
                inert(value) if isinstance(value, str) else value
                for value in map(row.__getitem__, columns)
            ]
        )
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Raw(out.getvalue(), "text/csv; charset=utf-8", headers)


def calendar_reply(rows: Iterable[Mapping[str, Any]], title: str, base: str) -> Raw:
    """Deadlines as an iCalendar feed; see ``extractor.calendars.feed``."""
    headers = {"content-disposition": 'inline; filename="scadenze.ics"'}
    return Raw(b"".join(feed(rows, title, base)), "text/calendar; charset=utf-8", headers)
