"""Rules on a bulletin's table of contents: every entry has its act, every act its entry.

An entry and an act are one where kind and number are the same (the legislature before the slash
aside), else where only one of each is left with the same words for its subject.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from extractor.checks.finding import about, of_act
from models import Atto, Estrazione, Segnalazione, VoceSommario
from models.identity import id_within

#: Share of the shorter subject's words that the longer has: below it they are two subjects, from
#: the second on they are one though the number differs.
_OTHER_SUBJECT, _SAME_SUBJECT = 0.4, 0.9
#: Words of a subject that say which it is.
_WORD = re.compile(r"\w{4,}")
_MIN_WORDS = 4


class _Pair(NamedTuple):
    voce: VoceSommario
    atto: Atto


def contents_against_body(records: Estrazione) -> Iterator[Segnalazione]:
    """Entries of the table of contents and acts below it that do not agree."""
    if not records.sommario:
        return
    pairs = _same_number(records.sommario, records.atti)
    lost, unlisted = _left(records, pairs)
    renumbered = _same_words(lost, unlisted)
    lost, unlisted = _left(records, [*pairs, *renumbered])
    for voce, atto in renumbered:
        yield _differs(voce, atto, f"il sommario dice «{_named(voce)}», il testo «{_named(atto)}»")
    yield from _without_act(records, lost)
    for atto in unlisted:
        message = f"Atto {_named(atto)}: nel sommario non c'è una voce che gli corrisponda."
        yield of_act("sommario_discordante", "avviso", message, atto)
    yield from _disagreements(pairs)


def _same_number(entries: tuple[VoceSommario, ...], acts: tuple[Atto, ...]) -> list[_Pair]:
    """Entries with the act of their kind and number; those without number by their subject."""
    free = list(acts)
    pairs = []
    for voce in entries:
        atto = next((atto for atto in free if _key(atto) == _key(voce)), None)
        if atto is not None:
            free.remove(atto)
            pairs.append(_Pair(voce, atto))
    return pairs


def _key(row: VoceSommario | Atto) -> tuple[str, str]:
    if row.numero is None:
        return row.tipo, " ".join((row.oggetto or "").casefold().split())
    return row.tipo, row.numero.rpartition("/")[2].lstrip("0")


def _left(records: Estrazione, pairs: list[_Pair]) -> tuple[list[VoceSommario], list[Atto]]:
    """Entries and acts that are in none of ``pairs``."""
    entries = {pair.voce.id for pair in pairs}
    acts = {pair.atto.id for pair in pairs}
    return (
        [voce for voce in records.sommario if voce.id not in entries],
        [atto for atto in records.atti if atto.id not in acts],
    )


def _same_words(lost: list[VoceSommario], unlisted: list[Atto]) -> list[_Pair]:
    """Entries and acts of one kind and one subject whose numbers differ: one is a misprint."""
    pairs = []
    for voce in lost:
        alike = [
            atto
            for atto in unlisted
            if atto.tipo == voce.tipo and (_likeness(voce, atto) or 0) >= _SAME_SUBJECT
        ]
        if len(alike) == 1:
            pairs.append(_Pair(voce, alike[0]))
            unlisted = [atto for atto in unlisted if atto is not alike[0]]
    return pairs


def _likeness(voce: VoceSommario, atto: Atto) -> float | None:
    """Share of the shorter subject's words that the longer has; None where one says too little."""
    listed = set(_WORD.findall((voce.oggetto or "").casefold()))
    printed = set(_WORD.findall((atto.oggetto or "").casefold()))
    fewest = min(len(listed), len(printed))
    return len(listed & printed) / fewest if fewest >= _MIN_WORDS else None


def _without_act(records: Estrazione, lost: list[VoceSommario]) -> Iterator[Segnalazione]:
    """A finding for each entry without act; one for all where they are the last ones.

    A file that ends before the last acts is a part of its bulletin.
    """
    tail = len(lost)
    while tail > 0 and lost[tail - 1].ordine == len(records.sommario) - (len(lost) - tail):
        tail -= 1
    for voce in lost[:tail]:
        message = f"Sommario, voce {_named(voce)}{_at_page(voce)}: il suo atto non è stato trovato."
        yield about("sommario_discordante", "avviso", message, voce)
    ending = lost[tail:]
    if ending:
        yield about("sommario_discordante", "avviso", _cut_off(records, ending), *ending)


def _cut_off(records: Estrazione, ending: list[VoceSommario]) -> str:
    first = f"{_named(ending[0])}{_at_page(ending[0])}"
    if len(ending) == len(records.sommario):
        which = f"Di nessuna delle {len(ending)} voci del sommario si trova l'atto"
    elif len(ending) == 1:
        which = f"Dell'ultima voce del sommario, {first}, non si trova l'atto"
    else:
        which = f"Delle ultime {len(ending)} voci del sommario, da {first}, non si trovano gli atti"
    return f"{which}: il file è forse una parte del bollettino."


def _disagreements(pairs: list[_Pair]) -> Iterator[Segnalazione]:
    """What an entry and its act, of one number, say differently: date, page, subject."""
    pages = _pages_compare(pairs)
    for voce, atto in pairs:
        if voce.data and atto.data and voce.data != atto.data:
            yield _differs(
                voce, atto, f"il sommario dà la data {_day(voce.data)}, il testo {_day(atto.data)}"
            )
        if pages and _other_page(voce, atto):
            yield _differs(
                voce,
                atto,
                f"il sommario dice pagina {voce.pagina_stampata}, l'atto è stampato a pagina "
                f"{atto.pagina_stampata}",
            )
        likeness = _likeness(voce, atto)
        if likeness is not None and likeness < _OTHER_SUBJECT:
            yield _differs(
                voce,
                atto,
                f"l'oggetto nel sommario è «{_short(voce.oggetto)}», nel testo "
                f"«{_short(atto.oggetto)}»",
            )


def _pages_compare(pairs: list[_Pair]) -> bool:
    """Whether the file's pages are numbered as the contents number them: most entries agree."""
    other = sum(_other_page(voce, atto) for voce, atto in pairs)
    numbered = sum(bool(voce.pagina_stampata and atto.pagina_stampata) for voce, atto in pairs)
    return numbered - other > max(other, 1)


def _other_page(voce: VoceSommario, atto: Atto) -> bool:
    listed, printed = voce.pagina_stampata, atto.pagina_stampata
    return listed is not None and printed is not None and listed != printed


def _differs(voce: VoceSommario, atto: Atto, what: str) -> Segnalazione:
    found = about("sommario_discordante", "avviso", f"Atto {_named(atto)}: {what}.", voce)
    # One entry may differ from its act in several things: each is a finding of its own.
    identity = id_within(atto.documento_id, "sommario_discordante", voce.id, atto.id, what)
    return found.model_copy(update={"id": identity, "atto_id": atto.id})


def _named(row: VoceSommario | Atto) -> str:
    """``D.d.s. n. 4490 del 19/04/2017``; without a number, the first words of the subject."""
    if row.numero is None:
        return f"«{_short(row.oggetto)}»"
    day = f" del {_day(row.data)}" if row.data else ""
    return f"{row.sigla or row.tipo} n. {row.numero}{day}"


def _at_page(voce: VoceSommario) -> str:
    return f", pagina {voce.pagina_stampata}" if voce.pagina_stampata else ""


def _day(data: str) -> str:
    return "/".join(reversed(data.split("-")))


def _short(text: str | None) -> str:
    words = text or ""
    return words if len(words) <= 90 else words[:89].rstrip() + "…"
