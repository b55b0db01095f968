"""Deadlines as iCalendar (RFC 5545), for the site and for the exports."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, vRecur

from extractor.wording import as_date, nome_atto, parola

ROME = ZoneInfo("Europe/Rome")
_END = b"END:VCALENDAR\r\n"


def feed(rows: Iterable[Mapping[str, Any]], title: str, base: str | None = None) -> Iterator[bytes]:
    """A calendar of deadlines, in pieces, so that however many take little memory.

    A row has the columns of a deadline and its act; ``base`` is the address of a site on which
    each deadline's evidence can be seen. The same rows give the same bytes, so that a reader sees
    what changed.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Spoglio//Scadenze//IT")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", title)
    calendar.add("x-wr-timezone", "Europe/Rome")
    calendar.add_component(Timezone.from_tzinfo(ROME))
    yield calendar.to_ical().removesuffix(_END)
    for row in rows:
        event = _event(row, base)
        if event is not None:
            yield event.to_ical()
    yield _END


def _event(row: Mapping[str, Any], base: str | None) -> Event | None:
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
    if base:
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
