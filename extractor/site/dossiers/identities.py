"""The registry's things with a dossier of their own: bodies, people in office, services.

Whatever is typed, printed or kept as an alias leads to the identifier, which is the dossier's
address. The tables are read as they are, by their indexes; what a page shows of a text that may
be covered it reads masked.
"""

import sqlite3
from typing import NamedTuple

from extractor.registry.names import letters, name_of, person_words
from extractor.store.persons import PRIVATE_NUMBER, is_natural_person
from extractor.store.privacy import hidden_names
from extractor.store.registry_state import CALLED, KNOWN, PEOPLE, UNITED

TABLES = {"ente": "enti", "persona": "soggetti", "servizio": "servizi"}
"""The kinds of dossier that are the registry's, with their tables."""
KIND = {"ente": "ente", "persona": "soggetto", "servizio": "servizio"}
"""The same, as ``genere`` in ``alias`` and ``presenze``."""
_MOST = 20
UNCOVERED = """not exists (
    select 1 from alias join riservati using (documento_id)
    where alias.genere = 'soggetto' and alias.identita = soggetti.id
    and riservati.testo in (alias.forma, upper(alias.forma))
)"""
"""Of persons: those whose name is not covered where it stands, as a beneficiary's is."""


class Identity(NamedTuple):
    """A thing of the registry: its identifier and its name."""

    id: str
    nome: str


def identities(connection: sqlite3.Connection, kind: str, text: str) -> list[Identity]:
    """The things that a text may be the identifier, the name, an alias or a short form of."""
    text = " ".join(text.split())
    for found in _ways(connection, kind, text):
        shown = [each for each in (identity(connection, kind, i) for i in found) if each]
        if shown:
            return sorted(shown, key=lambda each: (each.nome, each.id))
    return []


def identity(connection: sqlite3.Connection, kind: str, identifier: str) -> Identity | None:
    """The thing with an identifier, unless it is not to be shown."""
    uncovered = f"and {UNCOVERED}" if kind == "persona" else ""
    row = connection.execute(
        f"select id, nome from {TABLES[kind]} where id = ? {uncovered}", (identifier,)
    ).fetchone()
    if row is None:
        return None
    found = Identity(row[0], _readable(connection, *row) if kind == "ente" else row[1])
    hidden = hidden_names(connection)
    covered = hidden and (hidden.search(found.nome) or hidden.search(_spelt(found.id)))
    return None if covered or (kind == "ente" and _is_private(connection, found)) else found


def _readable(connection: sqlite3.Connection, identifier: str, name: str) -> str:
    """A body's name: where acts print it in capitals only, as their issuer is understood."""
    if not name.isupper() or len(name) < 6:
        return name
    query = f"select ente from {CALLED} where identita = ? order by length(ente) desc, ente"
    others = (each for each in _column(connection, query, identifier) if not each.isupper())
    same = (each for each in others if name_of(each).key == name_of(name).key)
    return next(same, name)


def _is_private(connection: sqlite3.Connection, body: Identity) -> bool:
    """Whether what is kept as a body, a party to a contract, may be a natural person."""
    if PRIVATE_NUMBER.search(body.nome):
        return True
    row = connection.execute(
        "select 1 from enti where id = ? and tipo = 'altro' and atti_emanati = 0 "
        "and codice_fiscale is null", (body.id,),
    ).fetchone()  # fmt: skip
    return row is not None and is_natural_person(body.nome, None)


def _spelt(identifier: str) -> str:
    return identifier.rpartition("/")[2].replace("-", " ")


def _ways(connection: sqlite3.Connection, kind: str, text: str) -> list[list[str]]:
    """Identifiers by each way to understand a text, the surest first."""
    ways = {"ente": _bodies, "persona": _people, "servizio": _services}
    return [[text], *ways[kind](connection, text)]


def _bodies(connection: sqlite3.Connection, text: str) -> list[list[str]]:
    pieces = [" ".join(piece.split()) for piece in text.split(";")]
    if len(pieces) > 1:
        each = [found for piece in pieces for found in _bodies(connection, piece)[:1]]
        return [[one for found in each for one in found]]
    known = _known(connection, f"k{name_of(text).key}", f"s{letters(text)}")
    called = _column(connection, f"select identita from {CALLED} where ente = ?", text)
    return [each for each in (known[:1], _aliases(connection, "ente", text), called, known) if each]


def _services(connection: sqlite3.Connection, text: str) -> list[list[str]]:
    key = f"v{name_of(text).key}"
    regional = _column(
        connection, f"select valore from {KNOWN} where nome > ?1 || '@' and nome < ?1 || '@~'", key
    )
    known = [*_known(connection, key), *regional]
    return [known, _aliases(connection, "servizio", text), _known(connection, f"w{letters(text)}")]


def _people(connection: sqlite3.Connection, text: str) -> list[list[str]]:
    found = connection.execute(
        f"select ente, min(nome) from {PEOPLE} where parole = ? group by ente limit {_MOST}",
        (" ".join(person_words(text)),),
    ).fetchall()
    ids = [f"{body or 'senza-ente'}/{slug}" for body, slug in found]
    united = dict(connection.execute(f"select nome, valore from {UNITED}"))
    return [list(dict.fromkeys(united.get(each, each) for each in ids))]


def _aliases(connection: sqlite3.Connection, kind: str, text: str) -> list[str]:
    query = f"select distinct identita from alias where forma = ? and genere = '{kind}' limit 20"
    return _column(connection, query, text)


def _known(connection: sqlite3.Connection, *names: str) -> list[str]:
    query = f"select valore from {KNOWN} where nome = ?"
    found = [each for name in names for each in _column(connection, query, name)]
    return [each.partition("|")[0] for each in found]


def _column(connection: sqlite3.Connection, query: str, value: str) -> list[str]:
    return [row[0] for row in connection.execute(query, (value,)) if row[0]]


def called(connection: sqlite3.Connection, body: str) -> list[str]:
    """How the issuers of acts and citations that are a body are stored: also with others."""
    names = _column(connection, f"select ente from {CALLED} where identita = ?", body)
    alone = [name for name in names if ";" not in name]
    several = _column(connection, f"select ente from {CALLED} where ente like ?", "%;%")
    own = set(alone)
    alone += [name for name in several if own & {piece.strip() for piece in name.split(";")}]
    return alone
