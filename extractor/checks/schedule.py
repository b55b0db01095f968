"""Schedules: releases against the end of validity, durations against their beginning and end."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from extractor.checks.finding import about
from extractor.checks.printed import Printed, italian
from models import Estrazione, Fatto, Intervento, Rilascio, Scadenza, Segnalazione

_MONTHS = re.compile(r"P(?:(?P<anni>\d{1,2})Y)?(?:(?P<mesi>\d{1,3})M)?")
_HORIZON = re.compile(r"orizzonte|durata", re.I)
_WORD = re.compile(r"[^\W\d_]{3,}")
_FEWEST_WORDS, _LONGEST_TITLE = 3, 400
_MONTH = len("2019-05")
#: Share of the words of two titles that are the same.
_ALIKE = 0.85
_FEWEST_MONTHS = 3
"""Months by which a duration may differ from its beginning and end: plans are rounded."""


def releases_and_validity(records: Estrazione) -> Iterator[Segnalazione]:
    """Releases due after the last end of validity of the act, or validated on its last day."""
    for act, found in groupby(records.rilasci, key=lambda release: release.atto_id):
        releases = [release for release in found if release.data_rilascio]
        yield from _validation(releases)
        ends = [
            fact
            for fact in records.scadenze
            if fact.atto_id == act and fact.tipo == "fine_validita" and fact.data
        ]
        if releases and ends:
            yield from _after(releases, max(ends, key=lambda fact: fact.data or ""))


def _after(releases: Sequence[Rilascio], end: Scadenza) -> Iterator[Segnalazione]:
    last = (end.data or "")[:10]
    late = [release for release in releases if (release.data_rilascio or "")[:10] > last]
    if late:
        listed = ", ".join(
            f"{release.codice} ({italian((release.data_rilascio or '')[:10])})" for release in late
        )
        message = f"Rilasci dopo la fine della validità, il {italian(last)}: {listed}."
        yield about("rilascio_oltre_validita", "avviso", message, *late, end)
        return
    ending = [
        release
        for release in releases
        if (release.data_validazione or "")[:10] == (release.data_rilascio or "")[:10] == last
    ]
    if ending:
        listed = ", ".join(release.codice for release in ending)
        message = (
            f"Rilascio e validazione cadono nell'ultimo giorno di validità, il {italian(last)}: "
            f"{listed}; non resta tempo per validare."
        )
        if len(releases) > 1 and all(r.data_validazione == r.data_rilascio for r in releases):
            message += f" In tutti i rilasci ({len(releases)}) le due date coincidono."
        yield about("rilascio_oltre_validita", "nota", message, *ending, end)
    beyond = [
        release
        for release in releases
        if (release.data_validazione or "")[:10] > last and release not in ending
    ]
    if beyond:
        listed = ", ".join(release.codice for release in beyond)
        message = f"Validazione dopo la fine della validità, il {italian(last)}: {listed}."
        yield about("rilascio_oltre_validita", "avviso", message, *beyond, end)


def _validation(releases: Sequence[Rilascio]) -> Iterator[Segnalazione]:
    for release in releases:
        day, checked = (release.data_rilascio or "")[:10], (release.data_validazione or "")[:10]
        if checked and checked < day:
            message = (
                f"Rilascio {release.codice}: la validazione ({italian(checked)}) precede il "
                f"rilascio ({italian(day)})."
            )
            yield about("scadenze_discordanti", "errore", message, release)


def durations_of_interventions(records: Estrazione) -> Iterator[Segnalazione]:
    """Interventions whose printed duration is not the time from their beginning to their end."""
    for item in records.interventi:
        run = _months_between(item.data_inizio or "", item.data_fine or "")
        if run is not None and run <= 0:
            message = (
                f"Intervento {item.codice}: la fine ({item.data_fine}) precede l'inizio "
                f"({item.data_inizio})."
            )
            yield about("scadenze_discordanti", "avviso", message, item)
        elif run is not None:
            yield from _other_duration(item, run, _months(item.durata), item)
    yield from _told_in_rows(records)


def _other_duration(
    item: Intervento, run: int, months: int | None, *facts: Fatto
) -> Iterator[Segnalazione]:
    if months is not None and abs(run - months) >= _FEWEST_MONTHS:
        message = (
            f"Intervento {item.codice}: la durata stampata è di {months} mesi, da "
            f"{item.data_inizio} a {item.data_fine} ne corrono {run}."
        )
        yield about("scadenze_discordanti", "nota", message, *facts)


def _told_in_rows(records: Estrazione) -> Iterator[Segnalazione]:
    """Durations printed in a row of a table that begins with an intervention's title."""
    dated = [
        (item, run, words)
        for item in records.interventi
        if (run := _months_between(item.data_inizio or "", item.data_fine or "")) is not None
        and len(words := _words(item.titolo or "")) >= _FEWEST_WORDS
    ]
    if not dated:
        return
    printed = Printed.of(records)
    for term in records.scadenze:
        months = _months(term.durata)
        if months is None or not _HORIZON.search(term.testo):
            continue
        for mention in printed.mentions.get(term.id, ()):
            start = printed.text.rfind("\n", 0, mention.inizio) + 1
            title, tab, _ = printed.text[start : start + _LONGEST_TITLE].partition("\t")
            words = _words(title) if tab else frozenset()
            for item, run, own in dated:
                alike = len(own & words) >= _ALIKE * len(own | words)
                if alike and item.atto_id == term.atto_id and _months(item.durata) is None:
                    yield from _other_duration(item, run, months, item, term)


def _words(title: str) -> frozenset[str]:
    return frozenset(_WORD.findall(title.casefold()))


def _months(duration: str | None) -> int | None:
    """The months of a duration in ISO 8601; None where it is none of years and months."""
    found = _MONTHS.fullmatch(duration or "")
    if found is None or not (found["anni"] or found["mesi"]):
        return None
    return int(found["anni"] or 0) * 12 + int(found["mesi"] or 0)


def _months_between(start: str, end: str) -> int | None:
    """Months from the first to the last, both counted; None where only the year is printed."""
    if len(start) < 7 or len(end) < 7:
        return None
    years = int(end[:4]) - int(start[:4])
    return years * 12 + int(end[5:7]) - int(start[5:7]) + 1


def ended_interventions(records: Estrazione) -> Iterator[Segnalazione]:
    """Interventions that end before, or in the month of, the act that plans them.

    An act without a date is later than the acts that it cites.
    """
    for act in records.atti:
        known = [fact.data for fact in records.riferimenti if fact.atto_id == act.id and fact.data]
        day = act.data or max(known, default="")
        for item in records.interventi:
            end = item.data_fine or ""
            if item.atto_id == act.id and len(end) >= _MONTH and end <= day[: len(end)]:
                message = (
                    f"Intervento {item.codice}: la fine prevista ({end}) non è dopo la data "
                    f"dell'atto, o del più recente che cita ({italian(day)})."
                )
                yield about("scadenze_discordanti", "nota", message, item)
