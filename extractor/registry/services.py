"""Which printed names are one service, system or application.

Names are compared as those of bodies are. Every Region has its *Sistema Informativo Regionale*: a
name that says *regionale* without saying of which is one service in the acts of one Region.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from extractor.registry.bodies import Resolved
from extractor.registry.decisions import Decision
from extractor.registry.doubts import Doubt
from extractor.registry.gathering import Naming
from extractor.registry.joining import Clusters
from extractor.registry.names import (
    Name,
    beginnings,
    clearer,
    letters,
    name_of,
    shortest,
    without_region,
)
from extractor.registry.signs import Sign

_REGIONAL = re.compile(r"regional[ei]")
_GENERAL = frozenset(re.findall(
    r"\w+",
    r"sistema informativo informatico portale piattaforma rete servizio servizi sanitario "
    r"anagrafe infrastruttura catalogo archivio banca dati registro integrato ",
))  # fmt: skip
_KINDS = (
    "sistema", "piattaforma", "fascicolo", "portale", "anagrafe", "infrastruttura", "registro",
    "rete", "carta",
)  # fmt: skip
_SCOPE = "@"


class Services:
    """The services of a store: give it every sign with ``see``, then ``settle``, then ask."""

    def __init__(self, decisions: Iterable[Decision] = ()) -> None:
        self._names: dict[str, Name] = {}
        self._siglas: dict[str, set[str]] = defaultdict(set)
        self._printed: dict[str, set[str]] = defaultdict(set)
        self._others: dict[str, set[str]] = defaultdict(set)
        self._roles: dict[str, set[str]] = defaultdict(set)
        self._codes: dict[str, set[str]] = defaultdict(set)
        self.doubts: list[Doubt] = []
        self._decisions = [each for each in decisions if each.genere == "servizio"]

    def see(self, sign: Sign, is_body: Callable[[str], bool]) -> None:
        """Take account of what a document says of a service; see ``signs``.

        The system of a body (*sistema ANAC*) is called by the body's name: it is none of its own.
        """
        match sign:
            case ("altro" | "altro_ente", sigla, key):
                self._others[sigla].add(key)
            case ("servizio", region, words, form, role, code, unsure):
                if unsure and is_body(unsure):
                    return
                node = self._learn(Name(tuple(words.split()), form), region)
                self._roles[node].add(role)
                if code:
                    self._codes[node].add(code)
            case ("sigla_servizio", region, words, form, sigla, printed):
                node = _node(Name(tuple(words.split()), form), region)
                self._siglas[sigla].add(node)
                self._printed[node].add(printed)

    def _learn(self, name: Name, region: str) -> str:
        node = _node(name, region)
        self._names[node] = clearer(self._names.get(node), name)
        return node

    def settle(self) -> None:
        """Join what is one, and give each service its identifier."""
        apart = [
            frozenset(filter(None, map(self._voice, each.voci)))
            for each in self._decisions
            if each.azione == "separa"
        ]
        self._clusters = Clusters(apart)
        short: dict[str, set[str]] = defaultdict(set)
        for node, name in sorted(self._names.items()):
            self._clusters.add(node)
            bare = without_region(name)
            if bare != name and not _GENERAL.issuperset(bare.parole) and len(bare.parole) > 1:
                short[bare.key].add(node)
        self._short = {key: min(nodes) for key, nodes in short.items() if len(nodes) == 1}
        joins = [("sigla", key, node) for key, node in self._short.items() if key in self._names]
        joins += self._by_sigla()
        for each in self._decisions:
            nodes = [self._voice(voice) for voice in each.voci]
            known = [node for node in nodes if node]
            if each.azione == "unisci":
                joins += [("decisione", known[0], other) for other in known[1:]]
                for voice, meant in zip(each.voci, nodes, strict=True):
                    if meant is None:
                        text = f"La decisione di unire «{voice}» non trova quel nome."
                        self.doubts.append(
                            Doubt("servizio", "decisione_senza_effetto", text, (voice,))
                        )
        self._clusters.join(joins, lambda ours, theirs: False)
        self._ids = {root: self._slug(root) for root in self._clusters}
        self._tell_regions()
        self._settle_siglas()

    def _voice(self, voice: str) -> str | None:
        for node, name in sorted(self._names.items()):
            scope = node.partition(_SCOPE)[2]
            if voice in (name.slug, f"{name.slug}-{scope}") or name.key == name_of(voice).key:
                return node
        nodes = self._siglas.get(letters(voice), set())
        return next(iter(nodes)) if len(nodes) == 1 else None

    def _by_sigla(self) -> list[tuple[str, str, str]]:
        """A system called by a short form (*la piattaforma SINTEL*) that one name stands behind."""
        joins = []
        for node, name in self._names.items():
            # *Sistema informativo Sis.Co.*, where the short form has one meaning
            last = "".join(word for word in name.parole if word not in _GENERAL)
            meant = self._siglas.get(last, set())
            if name.parole[0] in _GENERAL and len(meant) == 1 and not self._others.get(last):
                joins.append(("sigla", node, next(iter(meant))))
        for sigla, nodes in self._siglas.items():
            if sigla in self._names and len(nodes) == 1 and not self._others.get(sigla):
                joins.append(("sigla", sigla, next(iter(nodes))))
        return joins

    def _slug(self, root: str) -> str:
        members = self._clusters.members(root)
        node = min(members, key=lambda node: (-len(self._names[node].key), node))
        scope = node.partition(_SCOPE)[2]
        return "-".join(filter(None, (self._names[node].slug, scope)))

    def _tell_regions(self) -> None:
        by_name: dict[str, set[str]] = defaultdict(set)
        for node in self._names:
            name, mark, _ = node.partition(_SCOPE)
            if mark:
                by_name[name].add(self._ids[self._clusters.find(node)])
        for ids in by_name.values():
            if len(ids) > 1:
                text = "Lo stesso nome in atti di Regioni diverse, o di cui non si sa la Regione."
                self.doubts.append(Doubt("servizio", "omonimi", text, tuple(sorted(ids))))

    def _settle_siglas(self) -> None:
        self._global: dict[str, str] = {}
        for sigla, nodes in sorted(self._siglas.items()):
            ids = sorted({self._ids[self._clusters.find(node)] for node in nodes})
            if len(ids) == 1 and not self._others.get(sigla):
                self._global[sigla] = ids[0]
            elif len(ids) > 1:
                text = f"La sigla {sigla.upper()} è definita in modi diversi."
                self.doubts.append(Doubt("servizio", "sigla_ambigua", text, tuple(ids)))

    def is_other(self, text: str) -> bool:
        """Whether a short form stands for something that is no service, as far as is defined."""
        return letters(text) in self._others and letters(text) not in self._siglas

    def local(self, namings: Iterable[Naming], region: str) -> dict[str, str]:
        """The short forms that one act defines, each with the service it means there."""
        found: dict[str, set[str]] = defaultdict(set)
        for naming in namings:
            if naming.genere == "servizio" and naming.definito:
                node = _node(name_of(naming.definito), region)
                if node in self._clusters:
                    found[letters(naming.forma)].add(self._ids[self._clusters.find(node)])
        return {sigla: min(ids) for sigla, ids in found.items() if len(ids) == 1}

    def resolve(self, naming: Naming, local: dict[str, str], region: str) -> Resolved | None:
        """What a naming means, or None when it names no service that is known."""
        if naming.genere == "ente" and naming.ruolo == "sigla":
            sigla = letters(naming.forma)
            meant = local.get(sigla) or self._global.get(sigla)
            reason = "definizione" if sigla in local else "sigla"
            return Resolved(meant, reason, naming.forma) if meant else None
        if naming.genere not in ("servizio", "fatto"):
            return None
        if naming.ruolo == "testo":
            return self._beginning(naming.forma, region)
        if naming.definito:
            found = self._as(naming.definito, region)
            return found and Resolved(found.identita, "definizione", naming.forma)
        if letters(naming.forma) in local:
            return Resolved(local[letters(naming.forma)], "definizione", naming.forma)
        if self.is_other(naming.forma):
            return None
        return self._as(naming.forma, region)

    def _as(self, form: str, region: str) -> Resolved | None:
        node = _node(name_of(form), region)
        if node not in self._clusters:
            node = self._short.get(name_of(form).key, "")
        if node not in self._clusters:
            return None
        found = self._ids[self._clusters.find(node)]
        exact = found == "-".join(filter(None, (name_of(form).slug, node.partition(_SCOPE)[2])))
        return Resolved(found, "nome" if exact else "sigla", form)

    def _beginning(self, form: str, region: str) -> Resolved | None:
        for each in beginnings(form):
            found = self._as(each.parole, region)
            if found:
                return found._replace(forma=shortest(found.forma))
        return None

    def state(self) -> Iterator[tuple[str, str]]:
        """All that readings hang on, by the names of ``signs.hook``, and what there is to say."""
        for node in self._clusters.names():
            yield f"v{node}", self._ids[self._clusters.find(node)]
        yield from ((f"v{key}{_SCOPE}~", node) for key, node in self._short.items())
        yield from ((f"w{sigla}", identity) for sigla, identity in self._global.items())
        for sigla in self._others:
            if sigla not in self._siglas:
                yield f"o{sigla}", ""
        for identity, (kind, siglas, codes, region) in self.table().items():
            yield f"f{identity}", f"{kind}|{sorted(siglas)}|{sorted(codes)}|{region}"

    def table(self) -> dict[str, tuple[str, set[str], set[str], str]]:
        """Of each service its kind, short forms, codes of its sheets and Region."""
        found = {}
        for root in self._clusters:
            nodes = sorted(self._clusters.members(root), key=lambda node: (-len(node), node))
            roles = set().union(*(self._roles[node] for node in nodes))
            scope = next((n.partition(_SCOPE)[2] for n in nodes if _SCOPE in n), "")
            found[self._ids[root]] = (
                _kind(self._names[nodes[0]], roles),
                set().union(*(self._printed.get(node, set()) for node in nodes)),
                set().union(*(self._codes.get(node, set()) for node in nodes)),
                scope,
            )
        return found


def _node(name: Name, region: str) -> str:
    if any(_REGIONAL.fullmatch(word) for word in name.parole):
        return f"{name.key}{_SCOPE}{region}"
    return name.key


def _kind(name: Name, roles: set[str]) -> str:
    if "scheda" in roles or (name.parole and name.parole[0] == "servizio"):
        return "servizio"
    if name.parole and name.parole[0] in _KINDS:
        return name.parole[0]
    return (
        "applicativo"
        if "applicativo" in roles
        else "sistema"
        if "nel_testo" in roles
        else "servizio"
    )
