"""What is typed as a code or as the number of an act, and so goes straight to its page."""

import re
import sqlite3
from collections.abc import Iterator

from extractor.facts.references.finding import find
from extractor.site.dossiers.kinds import address, compact
from extractor.site.dossiers.lookup import Lookup, lookup
from extractor.site.web import Ask
from extractor.store.rows import citation_key
from models import Context, Riferimento

_LONGEST = 120
"""Characters of a code or of an act with its date and body."""
_CODES = (
    "cup", "cig", "incarico", "cui", "codice_gara", "partita_iva", "codice_fiscale",
    "codice_rilascio", "scheda_servizio", "codice_univoco_ufficio", "cpv",
)  # fmt: skip
"""Kinds of dossiers whose codes say by themselves what they are of; a protocol number does not."""
_LABEL = re.compile(
    r"\s*(?:codice\s+)?(?:cup|cig|cui|cpv|p\.?\s?iva|partita\s+iva|c\.?f\.?|fiscale|incarico|gara)"
    r"(?:\s+n\.?)?[\s:]+",
    re.I,
)
_CODE = re.compile(r"[A-Z0-9][A-Z0-9_/-]{3,29}")

# Kinds of acts, as typed where the finder of citations wants more: ``determina 25 del 2024``,
# ``decreto 6502 2017``, ``delibera XII 514``
_NUMBERED = re.compile(
    r"(?P<tipo>[a-zà .]{1,40}?)\s*(?:n[.°ro]{0,2}\s*)?(?P<numero>(?:[ivx]{1,4}[ /])?\d{1,6})"
    r"(?:\s*/\s*|\s+(?:del(?:l['’]anno)?\s+)?)(?P<anno>(?:19|20)\d{2})",
    re.I,
)
_SHORT = {"determina": "determinazione", "det": "determinazione", "del": "delibera",
          "deliberazione": "delibera", "ord": "ordinanza", "dec": "decreto"}  # fmt: skip
_MOST_HELD = 50


def destination(ask: Ask, typed: str) -> str | None:
    """The address on the site of what is typed, where it is a code or an act that the store has.

    Never one of a page that is not there.
    """
    if len(typed) > _LONGEST or '"' in typed or not re.search(r"\d", typed):
        return None
    with lookup(ask.database) as look:
        return _of_code(look, typed) or _of_act(ask.store, look, typed)


def _of_code(look: Lookup, typed: str) -> str | None:
    labelled = _LABEL.match(typed)
    text = typed[labelled.end() :] if labelled else typed
    if " " in text.strip() and not re.search(r"\d", text.split()[-1]):
        return None
    for kind in _CODES:
        value = compact(kind, text)
        if not _CODE.fullmatch(value) or not any(map(str.isdigit, value)):
            continue
        naming = look.naming(kind, value)
        if naming and look.total(naming):
            return address(kind, value)
    return None


def _of_act(store: sqlite3.Connection, look: Lookup, typed: str) -> str | None:
    cited = _cited(typed)
    if cited is None or cited.numero is None:
        return None
    held = _held(store, cited)
    if len(held) == 1:
        return f"/atto/{held[0]['id']}"
    keys = {row["chiave_citazione"] for row in held} or set(_keys(store, cited))
    if len(keys) != 1:
        return None
    (key,) = keys
    naming = look.naming("atto", key)
    return address("atto", key) if naming and look.total(naming) else None


def _cited(typed: str) -> Riferimento | None:
    """The act that the whole of ``typed`` names."""
    for text in _written(typed):
        found = find(text, Context())
        if len(found) == 1 and _covers(found[0], text):
            return found[0]
    return None


def _written(typed: str) -> Iterator[str]:
    yield typed
    numbered = _NUMBERED.fullmatch(typed.strip())
    if numbered:
        kind = numbered["tipo"].strip()
        kind = _SHORT.get(kind.lower().rstrip("."), kind)
        yield f"{kind} n. {numbered['numero'].replace(' ', '/')}/{numbered['anno']}"


def _covers(cited: Riferimento, text: str) -> bool:
    """Whether nothing but a citation is typed: a body beside it may stay out of it."""
    left = text[: cited.inizio] + text[cited.fine :]
    return not re.search(r"[^\W_]", left)


def _held(store: sqlite3.Connection, cited: Riferimento) -> list[sqlite3.Row]:
    """The acts of the store that may be the one cited; copies of an act are one."""
    low, high = _range(cited)
    rows = store.execute(
        "select id, numero, data, ente, identificativo, chiave_citazione from atti "
        "where chiave_citazione >= ? and chiave_citazione < ? order by id limit ?",
        (low, high, _MOST_HELD),
    ).fetchall()
    acts: dict[str, sqlite3.Row] = {}
    for row in rows:
        if _agree(row["numero"], cited.numero) and cited.data in (None, row["data"]):
            acts.setdefault(row["identificativo"] or row["id"], row)
    return list(acts.values())


def _keys(store: sqlite3.Connection, cited: Riferimento) -> list[str]:
    """The keys of acts that are cited in the store and may be the one cited."""
    low, high = _range(cited)
    rows = store.execute(
        "select distinct chiave_citazione, numero from riferimenti where chiave_citazione >= ? "
        "and chiave_citazione < ? limit ?",
        (low, high, _MOST_HELD),
    )
    return [row["chiave_citazione"] for row in rows if _agree(row["numero"], cited.numero)]


def _range(cited: Riferimento) -> tuple[str, str]:
    """From key to key: one key where the year is known, else those of every year."""
    key = citation_key(cited.tipo, cited.numero, cited.anno or 1)
    assert key is not None  # it has a number
    if cited.anno:
        return key, f"{key}\x01"
    begin = key.removesuffix("1")
    return begin, f"{begin}:"


def _agree(held: str | None, cited: str | None) -> bool:
    """Whether two numbers have the same legislature, where both have one."""
    one, other = ((number or "").upper().rpartition("/")[0] for number in (held, cited))
    return not one or not other or one == other
