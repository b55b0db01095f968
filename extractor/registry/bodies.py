"""Which printed names are one body.

First the codes printed beside the names, then the short forms that acts define, then the names
themselves. What speaks against a join (two fiscal codes, two kinds that exclude each other,
two meanings of a short form) keeps the names apart and is told as a doubt.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from extractor.registry.codes import conflict, marks, values
from extractor.registry.decisions import Decision
from extractor.registry.doubts import Doubt
from extractor.registry.gathering import Naming
from extractor.registry.joining import Clusters
from extractor.registry.names import (
    Name,
    Stretch,
    beginnings,
    clearer,
    endings,
    is_extension,
    kind_of,
    letters,
    name_of,
    shortest,
    without_regions,
)
from extractor.registry.signs import Sign, is_within

_PUBLIC = frozenset(
    {"comune", "provincia", "citta_metropolitana", "regione", "ministero", "universita"}
)
"""Kinds that exclude each other, and companies."""
_MARK = "#"
_ALIKE = 40
"""Names with one short form of which each is compared with each."""


class Resolved(NamedTuple):
    """What a printed name means: the thing's identifier, why, and the words that are its name."""

    identita: str
    ragione: str
    forma: str
    scarto: int = 0
    """Characters of the words before the name."""


class Bodies:
    """The bodies of a store: give it every sign with ``see``, then ``settle``, then ask."""

    def __init__(self, decisions: Iterable[Decision] = ()) -> None:
        self._names: dict[str, Name] = {}
        self._codes: dict[str, set[str]] = defaultdict(set)
        self._together: dict[str, set[str]] = defaultdict(set)
        self._siglas: dict[str, set[str]] = defaultdict(set)
        self._printed_siglas: dict[str, set[str]] = defaultdict(set)
        self._others: dict[str, set[str]] = defaultdict(set)
        self._within: set[str] = set()
        self._offices: set[str] = set()
        self._ids: dict[str, str] = {}
        self._decided: set[str] = set()
        self.doubts: list[Doubt] = []
        self._decisions = [each for each in decisions if each.genere == "ente"]

    def see(self, sign: Sign) -> None:
        """Take account of what a document says of a body; see ``signs``."""
        match sign:
            case ("altro", sigla, key):
                self._others[sigla].add(key)
            case ("sigla", sigla, key, printed):
                self._siglas[sigla].add(key)
                self._printed_siglas[key].add(printed)
            case ("dentro", form):
                self._within.add(form)
            case ("ufficio", form):
                self._offices.add(form)
            case ("nome", words, form, codes):
                key = self._learn(Name(tuple(words.split()), form))
                self._codes[key].update(codes.split())
                if " " in codes:
                    self._together[key].add(codes)

    def _learn(self, name: Name) -> str:
        if name.key:
            self._names[name.key] = clearer(self._names.get(name.key), name)
        return name.key

    def settle(self) -> None:
        """Join what is one, and give each body its identifier."""
        for form in [each for each in self._within if self._ending(each) is None]:
            self._learn(name_of(form))
        # What stands beside a person may go on after the body's name
        for form in [each for each in self._offices if self._prefix(each) is None]:
            self._learn(name_of(form))
        split = {key for key, codes in self._codes.items() if conflict(codes)}
        self._split = split
        apart = [
            frozenset(filter(None, map(self._voice, each.voci)))
            for each in self._decisions
            if each.azione == "separa"
        ]
        self._clusters = Clusters(apart)
        for key in sorted(self._names):
            for node in self._nodes(key):
                self._clusters.add(node)
        self._told_apart(split)
        refused = self._clusters.join(self._joins(), self._objects)
        self._tell_refused(refused)
        self._name_them()
        self._settle_siglas()

    def _nodes(self, key: str) -> Iterator[str]:
        yield key
        if key in self._split:
            for mark in marks(self._codes[key]):
                yield f"{key}{_MARK}{mark}"

    def _told_apart(self, split: set[str]) -> None:
        self._two_codes = [tuple(self._nodes(key)) for key in sorted(split)]

    def _joins(self) -> Iterator[tuple[str, str, str]]:
        yield from self._by_decision()
        yield from self._by_code()
        for keys in self._siglas.values():
            for one, other in self._pairs(keys):
                names = self._names[one], self._names[other]
                if is_extension(*names) or is_extension(*reversed(names)):
                    yield ("sigla", one, other)
        yield from self._by_form()
        yield from self._by_sigla_and_form()

    def _pairs(self, keys: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Names that may be one but for the Region's adjective: *Comune* is many towns' short form,
        of which no two are looked at together."""
        groups: dict[str, list[str]] = defaultdict(list)
        for key in sorted(keys):
            words = without_regions(self._names[key])
            groups[f"{len(words)} {words[0][-4:] if words else ''}"].append(key)
        for group in groups.values():
            yield from combinations(group[:_ALIKE], 2)

    def _by_decision(self) -> Iterator[tuple[str, str, str]]:
        for each in self._decisions:
            if each.azione != "unisci":
                continue
            nodes = [self._voice(voice) for voice in each.voci]
            known = [node for node in nodes if node]
            self._decided.update(known)
            for other in known[1:]:
                yield ("decisione", known[0], other)
            for voice, node in zip(each.voci, nodes, strict=True):
                if node is None:
                    text = f"La decisione di unire «{voice}» non trova quel nome nell'archivio."
                    self.doubts.append(Doubt("ente", "decisione_senza_effetto", text, (voice,)))

    def _voice(self, voice: str) -> str | None:
        """The name that a decision means: printed, as an identifier, or by a fiscal code."""
        if voice.isdigit():
            found = [
                key for key, codes in self._codes.items() if {f"cf:{voice}", f"iva:{voice}"} & codes
            ]
            return min(found, default=None)
        key = name_of(voice).key
        if key in self._names:
            return key
        slugs = {name.slug: key for key, name in self._names.items()}
        base, _, code = voice.rpartition("-")
        if voice not in slugs and code.isdigit() and base in slugs:
            return f"{slugs[base]}{_MARK}{code}"
        return slugs.get(voice) or self._of_sigla(voice)

    def _of_sigla(self, voice: str) -> str | None:
        keys = self._siglas.get(letters(voice), set())
        return next(iter(keys)) if len(keys) == 1 else None

    def _by_code(self) -> Iterator[tuple[str, str, str]]:
        holders: dict[str, set[str]] = defaultdict(set)
        for key, codes in self._codes.items():
            for value in values(codes):
                holders[value].add(f"{key}{_MARK}{value}" if key in self._split else key)
        for nodes in holders.values():
            first, *rest = sorted(nodes)
            yield from (("codice", first, other) for other in rest)
        for key in sorted(self._split):
            for pair in sorted(self._together[key]):
                first, *rest = [f"{key}{_MARK}{mark}" for mark in marks(pair.split())]
                yield from (("codice", first, other) for other in rest)

    def _by_form(self) -> Iterator[tuple[str, str, str]]:
        """A company named without its legal form, where only one has that name."""
        forms: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for key, name in self._names.items():
            if name.forma:
                forms[name.parole].add(key)
        for words, keys in forms.items():
            bare = Name(words, "").key
            if len(keys) > 1 and len(words) > 1 and bare in self._names:
                text = "La stessa denominazione con forme giuridiche diverse: " + ", ".join(
                    sorted(keys)
                )
                self.doubts.append(
                    Doubt("ente", "forme_giuridiche", text, tuple(sorted({bare, *keys})))
                )
            elif bare in self._names and len(words) > 1:
                yield ("forma_giuridica", bare, *keys)  # type: ignore[misc]

    def _by_sigla_and_form(self) -> Iterator[tuple[str, str, str]]:
        """``ARIA S.p.A.`` where ARIA stands for a company of that form, and for nothing else."""
        for key, name in self._names.items():
            if len(name.parole) != 1 or name.parole[0] in self._others:
                continue
            for full in self._siglas.get(name.parole[0], ()):
                same_form = self._names[full].forma in (name.forma, "")
                if full != key and same_form and self._one_expansion(name.parole[0]):
                    yield ("sigla", key, full)

    def _one_expansion(self, sigla: str) -> bool:
        keys = sorted(self._siglas[sigla])
        return len(keys) <= _ALIKE and all(
            is_extension(self._names[a], self._names[b])
            or is_extension(self._names[b], self._names[a])
            or self._names[a].parole == self._names[b].parole
            for a, b in combinations(keys, 2)
        )

    def _objects(self, ours: frozenset[str], theirs: frozenset[str]) -> bool:
        """Whether two sets cannot be one body: their codes differ, or their kinds."""
        codes = self._codes_of(ours | theirs)
        if conflict(codes):
            return not (values(self._codes_of(ours)) & values(self._codes_of(theirs)))
        kinds = {kind_of(self._names[_key(node)]) for node in ours | theirs}
        return len(kinds & _PUBLIC) > 1 or bool(kinds & _PUBLIC and "societa" in kinds)

    def _codes_of(self, nodes: Iterable[str]) -> set[str]:
        codes = set()
        for node in nodes:
            key, _, value = node.partition(_MARK)
            if key not in self._split:
                codes |= self._codes.get(key, set())
            elif value:
                codes |= {code for code in self._codes[key] if code.endswith(f":{value}")}
        return codes

    def _name_them(self) -> None:
        taken: dict[str, list[str]] = defaultdict(list)
        self._full = {root: self._longest(root) for root in self._clusters}
        for root, name in self._full.items():
            taken[name.slug].append(root)
        for slug, roots in taken.items():
            for root in roots:
                found = marks(self._codes_of(self._clusters.members(root)))
                alone = len(roots) == 1 or not found
                self._ids[root] = slug if alone else f"{slug}-{found[0].lower()}"
        for nodes in self._two_codes:
            ids = tuple(sorted({self._ids[self._clusters.find(node)] for node in nodes}))
            if len(ids) > 1:
                text = "Lo stesso nome è stampato accanto a codici fiscali diversi."
                self.doubts.append(Doubt("ente", "codici_diversi", text, ids))

    def _longest(self, root: str) -> Name:
        """The name that gives the identifier; more documents change it only by a longer one."""
        names = {self._names[_key(node)] for node in self._clusters.members(root)}
        return min(names, key=lambda name: (-len(name.key), name.slug))

    def _tell_refused(self, refused: list[tuple[str, str, str]]) -> None:
        for reason, one, other in refused:
            motive = "stesso_codice" if reason == "codice" else "codici_diversi"
            text = (
                "Lo stesso codice fiscale è stampato accanto ai nomi di due enti."
                if reason == "codice"
                else "I nomi farebbero pensare a un ente solo, ma i codici o i tipi sono diversi."
            )
            names = tuple(sorted(self._names[_key(node)].slug for node in (one, other)))
            self.doubts.append(Doubt("ente", motive, text, names))

    def _settle_siglas(self) -> None:
        self._global: dict[str, str] = {}
        for sigla, keys in sorted(self._siglas.items()):
            ids = sorted({self._ids[self._clusters.find(key)] for key in keys})
            if len(ids) == 1 and not self._others.get(sigla):
                self._global[sigla] = ids[0]
            elif len(ids) > 1:
                text = f"La sigla {sigla.upper()} è definita in modi diversi."
                self.doubts.append(Doubt("ente", "sigla_ambigua", text, tuple(ids)))

    def local(self, namings: Iterable[Naming]) -> dict[str, str]:
        """The short forms that one act defines, each with the body it means there."""
        found: dict[str, set[str]] = defaultdict(set)
        for naming in namings:
            if naming.genere == "ente" and naming.definito:
                key = name_of(naming.definito).key
                if key in self._names:
                    sigla = name_of(naming.forma).parole
                    found[sigla[0] if sigla else ""].add(self._ids[self._clusters.find(key)])
        return {sigla: min(ids) for sigla, ids in found.items() if len(ids) == 1}

    def resolve(self, naming: Naming, local: dict[str, str]) -> Resolved | None:
        """What a naming means, or None when it names no body that is known."""
        if naming.definito:
            found = self.named(naming.definito)
            return Resolved(found, "definizione", naming.forma) if found else None
        if naming.ruolo == "sigla":
            sigla = letters(naming.forma)
            meant = local.get(sigla) or self._global.get(sigla)
            reason = "definizione" if sigla in local else "sigla"
            return Resolved(meant, reason, naming.forma) if meant else None
        if naming.ruolo == "testo":
            return self._beginning(naming.forma)
        name = name_of(naming.forma)
        if len(name.parole) == 1 and name.parole[0] in local:
            return Resolved(local[name.parole[0]], "definizione", naming.forma)
        if naming.ruolo == "ufficio" and name.key not in self._names:
            return self._beginning(naming.forma)
        if is_within(naming) and (ending := self._ending(naming.forma)):
            return self._as(naming.forma[ending:], scarto=ending)
        return self._as(naming.forma, naming.codice)

    def named(self, text: str) -> str | None:
        """The identifier of the body of a name, or of a short form that is no one else's."""
        found = self._as(" ".join(text.split())) or self._beginning(" ".join(text.split()))
        if found:
            return found.identita
        return self._global.get(letters(text))

    def _as(self, form: str, codes: str = "", scarto: int = 0) -> Resolved | None:
        key = name_of(form).key
        if key not in self._names:
            return None
        node = key
        if key in self._split and codes:
            node = f"{key}{_MARK}{marks(codes.split())[0]}"
            node = node if node in self._clusters else key
        found = self._ids[self._clusters.find(node)]
        return Resolved(found, self._why(node), form, scarto)

    def _why(self, node: str) -> str:
        """Why a name is its body's: by what it has in common with the name of the identifier."""
        root = self._clusters.find(node)
        name, full = self._names[_key(node)], self._full[root]
        if node in self._decided:
            return "decisione"
        if name == full or name.slug == full.slug:
            return "nome"
        if values(self._codes_of([node])) & values(self._codes_of([full.key])):
            return "codice"
        return "forma_giuridica" if name.parole == full.parole else "sigla"

    def _beginning(self, form: str) -> Resolved | None:
        """The longest known name that the words begin with."""
        if name_of(form).forma and (ending := self._ending(form)) is not None:
            return self._as(form[ending:], scarto=ending)
        said = self._prefix(form)
        return self._as(said) if said else None

    def _prefix(self, form: str) -> str | None:
        """The most of the first words that are a name seen so far."""
        for each in beginnings(form):
            if each.key in self._names:
                return shortest(each.parole)
        return None

    def _ending(self, form: str) -> int | None:
        """Where in the words a known company's name begins that ends with them."""
        found: Stretch | None = None
        for each in endings(form):
            if found and each.key != found.key:
                break
            if each.key in self._names:
                found = each
        return found.inizio if found else None

    def state(self) -> Iterator[tuple[str, str]]:
        """All that readings hang on, by the names of ``signs.hook``, and what there is to say."""
        for node in self._clusters.names():
            yield f"k{node}", f"{self._ids[self._clusters.find(node)]}|{self._why(node)}"
        yield from ((f"s{sigla}", identity) for sigla, identity in self._global.items())
        for identity, (kind, codes, siglas) in self.table().items():
            yield f"e{identity}", f"{kind}|{sorted(codes)}|{sorted(siglas)}"

    def table(self) -> dict[str, tuple[str, set[str], set[str]]]:
        """Of each body its kind, its codes and its short forms."""
        found: dict[str, tuple[str, set[str], set[str]]] = {}
        for root in self._clusters:
            nodes = self._clusters.members(root)
            keys = sorted((_key(node) for node in nodes), key=lambda key: (-len(key), key))
            siglas = set().union(*(self._printed_siglas.get(key, set()) for key in keys))
            found[self._ids[root]] = (kind_of(self._names[keys[0]]), self._codes_of(nodes), siglas)
        return found


def _key(node: str) -> str:
    return node.partition(_MARK)[0]
