"""Replies that programs read: JSON, CSV, calendars."""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vRecur

from extractor.site.web import Raw
from extractor.site.wording import as_date, nome_atto, parola

ROME = ZoneInfo("Europe/Rome")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


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
        writer.writerow([_inert(row[column]) for column in columns])
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Raw(out.getvalue(), "text/csv; charset=utf-8", headers)


def _inert(value: Any) -> Any:
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value


def calendar_reply(rows: Iterable[Mapping[str, Any]], title: str, base: str) -> Raw:
    """Deadlines as an iCalendar feed (RFC 5545); a row has the columns of a deadline and its act.

    The same rows give the same bytes, so that a reader sees what changed.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Spoglio//Scadenze//IT")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", title)
    calendar.add("x-wr-timezone", "Europe/Rome")
    for row in rows:
        event = _event(row, base)
        if event is not None:
            calendar.add_component(event)
    calendar.add_missing_timezones()
    headers = {"content-disposition": 'inline; filename="scadenze.ics"'}
    return Raw(calendar.to_ical(), "text/calendar; charset=utf-8", headers)


def _event(row: Mapping[str, Any], base: str) -> Event | None:
    day = as_date(row["entro"])
    if day is None:
        return None
    event = Event()
    act = nome_atto(
        {name: row[name] for name in ("sigla", "numero", "data")} | {"tipo": row["tipo_atto"]}
    )
    event.add("uid", f"{row['id']}@spoglio")
    event.add("dtstamp", datetime.combine(as_date(row["data"]) or day, time(), ZoneInfo("UTC")))
    event.add("summary", f"{row['cosa'] or parola(row['tipo']).capitalize()} ({act})")
    said = (f"«{row['testo']}»", act, row["oggetto"], row["ente"])
    event.add("description", "\n".join(" ".join(text.split()) for text in said if text))
    event.add("url", f"{base}/prova/scadenze/{row['id']}")
    event.add("categories", [parola(row["tipo"])])
    _add_time(event, day, row["ora"])
    if row["ricorrenza"]:
        with suppress(ValueError):  # the day itself is right all the same
            event.add("rrule", vRecur.from_ical(row["ricorrenza"].removeprefix("RRULE:")))
    return event


def _add_time(event: Event, day: date, hour: str | None) -> None:
    """A whole day, or the quarter of an hour that ends at the hour printed."""
    try:
        end = datetime.combine(day, time.fromisoformat(hour or ""), ROME)
    except ValueError:
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
        return
    event.add("dtstart", end - timedelta(minutes=15))
    event.add("dtend", end)
