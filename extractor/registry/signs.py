"""What the namings of a document say, apart from where: signs, and what a reading hangs on.

A store adds up its documents' signs, each once; bodies and services are settled from the sums,
which are few, and not from the documents, which are many. Hooks are numbers of the names on which
the reading of a document hangs: when one of these names comes, goes or changes its identity, the
documents with its hook are read anew.
"""

import re
from collections.abc import Iterable, Iterator
from zlib import crc32

from extractor.registry.gathering import Naming
from extractor.registry.names import (
    beginnings,
    endings,
    letters,
    name_of,
    person_words,
    plain,
)

Sign = tuple[str, ...]
"""The kind of the sign, then its words."""

UNCERTAIN = ("testo", "sigla")
"""Roles of namings that make no body, since it is not known where the name ends."""
_WITHIN = re.compile(r".*\s(?:di|e|ad?|con|da|tra|per)\s", re.I)
_VAGUE = frozenset(re.findall(
    r"\w+",
    r"sistema sistemi portale piattaforma rete servizio servizi registro anagrafe infrastruttura "
    r"archivio catalogo fascicolo regionale regionali nazionale nazionali digitale unico unica",
))  # fmt: skip
"""Words that name no service by themselves: *il sistema regionale*."""
_HOOK = 20
"""Letters of a name that count in its hook: longer names with these in common share one."""


def is_within(naming: Naming) -> bool:
    """Whether a naming is of a company whose name may begin behind the first words."""
    return bool(
        naming.ruolo == "nel_testo" and name_of(naming.forma).forma and _WITHIN.match(naming.forma)
    )


def signs(namings: Iterable[Naming], region: str) -> set[Sign]:
    """What the namings of an act of a Region (empty: not known) say of bodies and services."""
    found: set[Sign] = set()
    for naming in namings:
        if naming.genere == "definizione":
            found.add(("altro", letters(naming.forma), name_of(naming.definito).key))
        elif naming.genere == "ente" and naming.ruolo not in UNCERTAIN:
            found.update(_of_body(naming))
        elif naming.genere == "servizio" and naming.ruolo != "testo":
            found.update(_of_service(naming, region))
    return found


def _of_body(naming: Naming) -> Iterator[Sign]:
    if naming.definito:
        full, sigla = name_of(naming.definito), name_of(naming.forma)
        yield ("altro_ente", letters(naming.forma), full.key)
        if full.key:
            yield ("nome", " ".join(full.parole), full.forma, "")
            if len(sigla.parole) == 1:
                yield ("sigla", sigla.parole[0], full.key, naming.forma)
    elif is_within(naming):
        yield ("dentro", naming.forma)
    elif naming.ruolo == "ufficio":
        yield ("ufficio", naming.forma)
    else:
        name = name_of(naming.forma)
        if name.key:
            yield ("nome", " ".join(name.parole), name.forma, naming.codice)


def _of_service(naming: Naming, region: str) -> Iterator[Sign]:
    name = name_of(naming.definito or naming.forma)
    if name.key and not _VAGUE.issuperset(name.parole):
        # What is found in the text may turn out to be a body's name
        unsure = naming.forma if naming.ruolo == "nel_testo" else ""
        code = naming.codice if naming.ruolo == "scheda" else ""
        words = " ".join(name.parole)
        yield ("servizio", region, words, name.forma, naming.ruolo, code, unsure)
        if naming.definito:
            sigla = letters(naming.forma)
            yield ("sigla_servizio", region, words, name.forma, sigla, naming.forma)


def person(naming: Naming) -> tuple[str, str]:
    """The words of a person's name in order, and the name as part of an identifier."""
    slug = "-".join("".join(c if c.isalnum() else " " for c in plain(naming.forma)).split())
    return " ".join(person_words(naming.forma)), slug


def hooks(namings: Iterable[Naming]) -> set[int]:
    """The numbers of all names on which the reading of some namings hangs."""
    return set(map(hook, {name for naming in namings for name in _hung(naming)}))


def hook(name: str) -> int:
    """The number of a name: ``k`` and a body's key, ``v`` and a service's, ``s`` and ``w`` and a
    short form of either, ``o`` and one that stands for something else.

    What stands behind ``#`` or ``@`` tells namesakes apart, and is left out.
    """
    name = name.partition("#")[0].partition("@")[0]
    return crc32((name[: _HOOK + 1] if name[0] in "kv" else name).encode("utf-8", "surrogatepass"))


def _hung(naming: Naming) -> Iterator[str]:
    if naming.genere == "soggetto":
        if naming.definito:
            yield from _of_text(naming.definito, "k", "s")
    elif naming.genere == "ente":
        if naming.definito:
            yield from _of_text(naming.definito, "k", "s")
        elif naming.ruolo == "sigla":
            yield from (f"{kind}{letters(naming.forma)}" for kind in "sw")
        elif naming.ruolo in ("testo", "ufficio") or is_within(naming):
            yield from _of_text(naming.forma, "k", "")
        else:
            yield f"k{name_of(naming.forma).key}"
    elif naming.genere in ("servizio", "fatto"):
        if naming.ruolo == "testo":
            yield from _of_text(naming.forma, "v", "")
        else:
            yield f"v{name_of(naming.definito or naming.forma).key}"
            yield from (f"{kind}{letters(naming.forma)}" for kind in "wo")


def _of_text(text: str, name: str, sigla: str) -> Iterator[str]:
    """What ``Bodies.named`` and the like look up for a text."""
    yield f"{name}{name_of(text).key}"
    yield from (f"{name}{each.key}" for each in beginnings(text))
    if name_of(text).forma:
        yield from (f"{name}{each.key}" for each in endings(text))
    if sigla:
        yield f"{sigla}{letters(text)}"
