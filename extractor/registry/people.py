"""Which named persons are one: the same name acting for the same body.

Only who acts in an office is here (``gathering.OFFICE``). The same name in another body may be
another person: kept apart and told.
"""

from collections import defaultdict
from difflib import SequenceMatcher
from itertools import combinations

from extractor.registry.decisions import Decision
from extractor.registry.doubts import Doubt
from extractor.registry.names import person_words, plain

_MANY = 60
"""Persons of a body with one word of the name in common, of whom no likeness is looked for."""


def _alike(one: tuple[str, ...], other: tuple[str, ...], shared: str) -> bool:
    """Whether two names are the same but for a letter or two of one word.

    >>> _alike(("anna", "sicondolfi"), ("anna", "sincodolfi"), "anna")
    True
    >>> _alike(("anna", "rossi"), ("anna", "russi"), "anna")
    False
    """
    first, second = set(one) - {shared}, set(other) - {shared}
    if len(first) != 1 or len(second) != 1 or len(one) != len(other):
        return False
    (a,), (b,) = first, second
    if min(len(a), len(b)) < 6 or abs(len(a) - len(b)) > 1:
        return False
    return SequenceMatcher(None, a, b, autojunk=False).ratio() >= 0.89


class People:
    """The people of a store, by name and body."""

    def __init__(self, decisions: tuple[Decision, ...] = ()) -> None:
        self._orders: dict[tuple[tuple[str, ...], str], set[str]] = defaultdict(set)
        self._decisions = [each for each in decisions if each.genere == "soggetto"]
        self.doubts: list[Doubt] = []

    def see(self, name: str, body: str) -> None:
        """Take account of a person named as acting for a body (by its identifier)."""
        slug = "-".join("".join(c if c.isalnum() else " " for c in plain(name)).split())
        if slug:
            self._orders[(person_words(name), body)].add(slug)

    def settle(self) -> None:
        """Give each person an identifier: the body's, then the name."""
        self._ids = {
            key: "/".join(filter(None, (key[1] or "senza-ente", min(slugs))))
            for key, slugs in self._orders.items()
        }
        self._joined: dict[str, str] = {}
        for each in self._decisions:
            known = sorted(set(each.voci) & set(self._ids.values()))
            if each.azione == "unisci" and len(known) == len(set(each.voci)):
                self._joined.update(dict.fromkeys(known[1:], known[0]))
            else:
                text = (
                    "Delle persone si possono unire identificativi che ci sono (ente/nome); "
                    "persone con lo stesso nome nello stesso ente non si possono separare."
                )
                self.doubts.append(Doubt("soggetto", "decisione_senza_effetto", text, each.voci))
        self._tell_namesakes()
        self._tell_alike()

    def _tell_namesakes(self) -> None:
        by_name: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for (words, _), identifier in self._ids.items():
            by_name[words].add(self._joined.get(identifier, identifier))
        for ids in by_name.values():
            if len(ids) > 1:
                text = "Lo stesso nome in enti diversi: può essere una persona o più."
                self.doubts.append(Doubt("soggetto", "omonimi", text, tuple(sorted(ids))))

    def _tell_alike(self) -> None:
        """Names of one body that differ in a letter or two: one may be misprinted."""
        buckets: dict[tuple[str, str], list[tuple[str, ...]]] = defaultdict(list)
        for words, body in self._ids:
            for word in words:
                buckets[(body, word)].append(words)
        told = set()
        for (body, shared), names in sorted(buckets.items()):
            if len(names) <= _MANY:
                for one, other in combinations(sorted(names), 2):
                    if _alike(one, other, shared) and (body, one, other) not in told:
                        told.add((body, one, other))
                        ids = tuple(sorted(self._ids[(each, body)] for each in (one, other)))
                        text = "Nello stesso ente, due nomi che differiscono di una o due lettere."
                        self.doubts.append(Doubt("soggetto", "nomi_simili", text, ids))

    def identifier(self, name: str, body: str) -> str | None:
        """The identifier of a person seen before."""
        found = self._ids.get((person_words(name), body))
        return self._joined.get(found, found) if found else None
