"""What rules read of the records besides the facts: the text, its pages, the mentions.

>>> days("decreto 13 dicembre 2016, n. 13177"), days("DGR 5954 del 05/09/2016")
(['2016-12-13'], ['2016-09-05'])
"""

import re
from bisect import bisect_right
from collections import defaultdict
from datetime import date
from functools import cached_property
from weakref import WeakValueDictionary

from models import Atto, Estrazione, Fatto, Menzione, Segnalazione
from models.identity import id_within
from models.vocabulary import Gravita, RegolaSegnalazione

_MONTHS = ["gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"]
_NUMERIC = r"(?<![\d./-])(\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./-]\s?((?:19|20)\d\d)(?!\d)"
_WORDED = (
    rf"(?<![\d./])(\d{{1,2}})[°º^]?[\s\-/]{{1,2}}({'|'.join(_MONTHS)})[a-z]{{0,6}}\.?"
    r"[\s\-/]{1,2}((?:19|20)\d\d)(?!\d)"
)
_DATE = re.compile(f"{_NUMERIC}|{_WORDED}", re.IGNORECASE)
_INLINE = 160
"""Characters of the printed words that a finding shows."""


def days(text: str) -> list[str]:
    """The full dates printed in a few words, ISO 8601, in their order."""
    found = []
    for match in _DATE.finditer(text):
        day, month, year = (group for group in match.groups() if group)
        number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
        try:
            found.append(date(int(year), number, int(day)).isoformat())
        except ValueError:
            continue  # no day of the calendar: nothing can be compared with it
    return found


def italian(day: str) -> str:
    """An ISO date as it is read: ``2016-12-13`` is ``13/12/2016``."""
    return "/".join(reversed(day.split("-")))


def short(text: str | None, length: int = 90) -> str:
    """The words on one line, cut at a length."""
    words = " ".join((text or "").split())
    return words if len(words) <= length else words[: length - 1].rstrip() + "…"


class Printed:
    """A document's records by place: its text, the page of an offset, the mentions of a fact."""

    def __init__(self, records: Estrazione) -> None:
        self.records = records

    @classmethod
    def of(cls, records: Estrazione) -> "Printed":
        """That of the records; the same for every rule, as long as one of them has it."""
        made = _made.get(id(records))
        if made is None:
            made = _made[id(records)] = cls(records)
        return made

    @cached_property
    def text(self) -> str:
        """The canonical text, put together from the leaves of the parts."""
        pieces: list[str] = []
        position = 0
        for part in sorted((p for p in self.records.parti if p.foglia), key=lambda p: p.inizio):
            pieces.append("\n" * (part.inizio - position))
            pieces.append(part.testo or "")
            position = part.fine
        return "".join(pieces)

    @cached_property
    def mentions(self) -> dict[str, list[Menzione]]:
        """The mentions of each fact in the text, by the fact's id."""
        found: dict[str, list[Menzione]] = defaultdict(list)
        for mention in self.records.menzioni:
            if mention.flusso == "testo":
                found[mention.fatto_id].append(mention)
        return found

    @cached_property
    def _pages(self) -> tuple[list[int], list[int]]:
        """Offsets whose page is known, and their pages."""
        known = {0: 1}
        for part in self.records.parti:
            known[part.inizio] = part.pagina_inizio
        for mention in self.records.menzioni:
            if mention.flusso == "testo" and mention.pagina:
                known[mention.inizio] = mention.pagina
        offsets = sorted(known)
        return offsets, [known[offset] for offset in offsets]

    def page(self, offset: int) -> int:
        """The page of an offset: that of the last place before it whose page is known."""
        offsets, pages = self._pages
        return pages[bisect_right(offsets, offset) - 1]

    def body_end(self, act: Atto) -> int:
        """Where the body of an act ends: at its first attachment, or with it."""
        starts = (
            part.inizio
            for part in self.records.parti
            if part.atto_id == act.id and part.tipo == "allegato"
        )
        return min(starts, default=act.fine)

    def at(
        self,
        rule: RegolaSegnalazione,
        severity: Gravita,
        message: str,
        span: tuple[int, int],
        act: str | None,
        *facts: Fatto,
    ) -> Segnalazione:
        """A finding about a stretch of the text."""
        start, end = span
        return Segnalazione(
            id=id_within(self.records.documento.id, rule, start, end, message),
            documento_id=self.records.documento.id,
            atto_id=act,
            regola=rule,
            gravita=severity,
            messaggio=message,
            fatti=tuple(fact.id for fact in facts),
            inizio=start,
            fine=end,
            pagina=self.page(start),
            testo=self.text[start:end][:_INLINE],
        )

    def act_at(self, offset: int) -> Atto | None:
        """The act whose stretch holds an offset."""
        acts, starts = self._acts
        at = bisect_right(starts, offset) - 1
        return acts[at] if at >= 0 and offset < acts[at].fine else None

    @cached_property
    def _acts(self) -> tuple[list[Atto], list[int]]:
        """The acts in text order, and where they begin."""
        acts = sorted(self.records.atti, key=lambda act: act.inizio)
        return acts, [act.inizio for act in acts]


_made: WeakValueDictionary[int, Printed] = WeakValueDictionary()
"""By the identity of their records, which they keep from being another's."""
