"""Rules on what an act leaves out: of an act that it changes, or of its own signing."""

import re
from collections.abc import Iterator

import regex

from extractor.checks.finding import about
from extractor.checks.printed import Printed, italian
from models import Estrazione, Segnalazione

_CHANGES = frozenset({"modifica", "revoca"})
_CHANGING = re.compile(r"\W*(?:modific|integrazion|rettific|revoca|abrogazion)", re.IGNORECASE)
_NUMBERED = frozenset({"dgr", "dcr", "decreto", "determinazione", "delibera", "ordinanza"})
_BETWEEN_PARTIES = frozenset({"accordo", "convenzione"})
_FROM_SIGNING = re.compile(r"\b(?:firma|sottoscrizione|stipula)\b", re.IGNORECASE)
_SCHEME = re.compile(r"\b(?:schema|bozza|modello|fac[-\s]?simile)\b", re.IGNORECASE)
#: A document of the Commission without its number: ``C(2019)``, ``COM(2021)``.
_CUT = regex.compile(r"(?<![\w(])(?:C|COM|SWD)\s?\((?:19|20)\d\d\)(?!\s{0,2}\d)(?!\s{0,2}n\.)")
#: The words by which an act owns that it is late.
_LATE = re.compile(
    r"\badottat[oaie]\s+(?:oltre|dopo|decors[oi])\s+(?:i[l]?|la|lo)\s+"
    r"(?:(?:termin[ei]|scadenza)\s+(?:massim[oa]\s+)?(?:di|previst\w+|stabilit\w+)|\d{1,3}\s+giorni)"
    r"[^.;\n]{0,60}",
    re.IGNORECASE,
)


def incomplete_references(records: Estrazione) -> Iterator[Segnalazione]:
    """An act changed or revoked without its date, or one without the number given elsewhere."""
    numbered: dict[tuple[str, str], list[str]] = {}
    for cited in records.riferimenti:
        if cited.numero and cited.data:
            numbered.setdefault((cited.tipo, cited.data), []).append(cited.numero)
    changing = {act.id for act in records.atti if _CHANGING.match(act.oggetto or "")}
    for cited in records.riferimenti:
        if cited.numero and not cited.data and cited.tipo in _NUMBERED:
            named_in_title = cited.zona == "frontespizio" and cited.atto_id in changing
            if (cited.relazione in _CHANGES or named_in_title) and cited.zona != "allegato":
                yield about(
                    "riferimento_incompleto",
                    "avviso",
                    f"«{' '.join(cited.testo.split())}» è modificato o revocato, e l'atto non ne "
                    "dà mai la data.",
                    cited,
                )
        elif cited.data and not cited.numero:
            known = sorted(set(numbered.get((cited.tipo, cited.data), ())))
            if cited.tipo in ("dm", "dpcm") and len(known) == 1:
                yield about(
                    "riferimento_incompleto",
                    "nota",
                    f"«{' '.join(cited.testo.split())}» è citato senza numero; altrove nel "
                    f"documento il {cited.tipo} del {italian(cited.data)} è il n. {known[0]}.",
                    cited,
                )


def cut_numbers(records: Estrazione) -> Iterator[Segnalazione]:
    """A document of the Commission of which only the year is printed."""
    printed = Printed.of(records)
    for match in _CUT.finditer(printed.text):
        act = printed.act_at(match.start())
        yield printed.at(
            "riferimento_incompleto",
            "nota",
            f"«{match.group()}» è il principio di un numero della Commissione: il resto manca.",
            match.span(),
            act.id if act else None,
        )


def unsigned_terms(records: Estrazione) -> Iterator[Segnalazione]:
    """An agreement that runs from its signing and bears no date of it."""
    for act in records.atti:
        if act.tipo not in _BETWEEN_PARTIES or act.data or _SCHEME.search(act.oggetto or ""):
            continue
        for term in records.scadenze:
            if term.atto_id == act.id and _FROM_SIGNING.search(term.decorrenza or ""):
                yield about(
                    "data_mancante",
                    "avviso",
                    f"«{' '.join(term.testo.split())}»: il testo non porta la data della firma, "
                    "da cui il termine decorre.",
                    term,
                )
                break


def late_acts(records: Estrazione) -> Iterator[Segnalazione]:
    """An act that says that it comes after its term."""
    printed = Printed.of(records)
    for act in records.atti:
        for match in _LATE.finditer(printed.text, act.inizio, printed.body_end(act)):
            yield printed.at(
                "termine_superato",
                "avviso",
                f"L'atto dichiara di essere «{' '.join(match.group().split())}».",
                match.span(),
                act.id,
            )
