"""Rule on people: two roles in one act that exclude each other."""

from collections import defaultdict
from collections.abc import Iterator

from extractor.checks.finding import about
from models import Estrazione, Persona, Segnalazione
from models.vocabulary import Funzione, Gravita

_EXCLUSIVE: tuple[tuple[Funzione, Funzione, Gravita, str], ...] = (
    # Who comes in after the roll call may be printed both ways: not certain
    ("presente", "assente", "avviso", "risulta sia presente sia assente"),
    ("assente", "presidente", "avviso", "risulta assente, e presiede"),
    ("assente", "segretario", "avviso", "risulta assente, e fa da segretario"),
    # The public body's controllers of a contract and the contractor: d.lgs. 36/2023, art. 16
    ("responsabile_procedimento", "operatore_economico", "avviso",
     "è responsabile del procedimento e operatore economico"),
    ("direttore_lavori", "operatore_economico", "avviso",
     "è direttore dei lavori e operatore economico"),
    ("direttore_esecuzione", "operatore_economico", "avviso",
     "è direttore dell'esecuzione e operatore economico"),
)  # fmt: skip
"""Two roles of one person, how sure it is that they exclude each other, and how it is told."""


def exclusive_roles(records: Estrazione) -> Iterator[Segnalazione]:
    """A person with two roles in one act of which only one can be."""
    roles: dict[tuple[str, str], dict[str, Persona]] = defaultdict(dict)
    for person in records.persone:
        roles[person.atto_id, person.nome.casefold()].setdefault(person.funzione, person)
    for held in roles.values():
        for first, second, severity, words in _EXCLUSIVE:
            if first in held and second in held:
                one, other = sorted((held[first], held[second]), key=lambda p: p.inizio)
                message = f"{one.nome} {words}."
                yield about("ruoli_incompatibili", severity, message, other, one)
