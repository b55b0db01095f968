"""Clusters of names that are one thing, joined by reasons and kept apart by objections.

The result depends on the set of joins only: they are tried in the order of their reasons' weight
and, within it, of their names.
"""

from collections.abc import Callable, Iterable, Iterator

WEIGHT = ("decisione", "codice", "sigla", "forma_giuridica", "nome")
"""Reasons for a join, the strongest first."""

Objection = Callable[[frozenset[str], frozenset[str]], bool]


class Clusters:
    """Disjoint sets of names; ``apart`` are groups of which no two may come together."""

    def __init__(self, apart: Iterable[frozenset[str]] = ()) -> None:
        self._parent: dict[str, str] = {}
        self._members: dict[str, set[str]] = {}
        self._apart = tuple(apart)

    def add(self, name: str) -> None:
        """Make a set of one."""
        if name not in self._parent:
            self._parent[name] = name
            self._members[name] = {name}

    def find(self, name: str) -> str:
        """The representative of a name's set: the first of its names in the alphabet."""
        root = name
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[name] != root:
            self._parent[name], name = root, self._parent[name]
        return root

    def members(self, name: str) -> frozenset[str]:
        """All the names of the set of ``name``."""
        return frozenset(self._members[self.find(name)])

    def __contains__(self, name: str) -> bool:
        return name in self._parent

    def names(self) -> Iterator[str]:
        """All names of all sets."""
        return iter(self._parent)

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._members))

    def join(
        self, joins: Iterable[tuple[str, str, str]], objects: Objection
    ) -> list[tuple[str, str, str]]:
        """Try each join ``(reason, name, name)``; gives those that met an objection.

        A person's decision meets none.
        """
        refused = []
        for reason, one, other in sorted(set(joins), key=lambda j: (WEIGHT.index(j[0]), *j[1:])):
            first, second = sorted((self.find(one), self.find(other)))
            if first == second:
                continue
            ours, theirs = self.members(first), self.members(second)
            if self._kept_apart(ours | theirs):
                continue
            if reason != "decisione" and objects(ours, theirs):
                refused.append((reason, one, other))
                continue
            self._parent[second] = first
            self._members[first] |= self._members.pop(second)
        return refused

    def _kept_apart(self, names: frozenset[str]) -> bool:
        return any(len(names & group) > 1 for group in self._apart)
