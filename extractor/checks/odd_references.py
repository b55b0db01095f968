"""Rule on citations: one that stands, in the words of another, with a number of its own."""

import re
from collections.abc import Iterator

from extractor.checks.finding import about
from extractor.checks.printed import Printed
from models import Estrazione, Riferimento, Segnalazione

_KINDS = frozenset({"dgr", "dcr", "decreto", "determinazione", "delibera", "ordinanza"})
_WORDS = 5
"""Words before the two citations that must be the same."""
_STOCK = frozenset(
    word
    for line in (
        "visto vista viste visti richiamato richiamata sensi effetti della dello delle degli dell",
        "deliberazione delibera giunta consiglio comunale regionale decreto determinazione",
        "dirigente quanto stabilito previsto disposto approvato approvata cui alla allo alle agli",
        "con per dal dalla nella nel del dei gli",
    )
    for word in line.split()
)
"""Words that stand before the citation of any act."""
_OFTEN = 3


def odd_references(records: Estrazione) -> Iterator[Segnalazione]:
    """An act cited once and without date, in the very words that cite another many times."""
    printed = Printed.of(records)
    groups: dict[tuple[str, str, int | None], list[Riferimento]] = {}
    for cited in records.riferimenti:
        if cited.tipo in _KINDS and cited.numero and cited.flusso == "testo":
            groups.setdefault((cited.atto_id, cited.tipo, cited.anno), []).append(cited)
    for group in groups.values():
        usuals = _usual_leads(group, printed)
        for odd in group if usuals else ():
            if odd.data or len(printed.mentions[odd.id]) != 1:
                continue
            lead = _lead(printed, odd.inizio)
            usual = usuals.get(lead) if lead else None
            if usual is not None:
                yield about(
                    "riferimento_discordante",
                    "avviso",
                    f"«{' '.join(lead)} {odd.testo}» compare una volta sola, senza data; con le "
                    f"stesse parole l'atto cita il n. {usual.numero}.",
                    odd,
                    usual,
                )


def _usual_leads(group: list[Riferimento], printed: Printed) -> dict[tuple[str, ...], Riferimento]:
    """The words before the acts that are cited often and with their date."""
    return {
        _lead(printed, mention.inizio): cited
        for cited in group
        if cited.data and len(printed.mentions[cited.id]) >= _OFTEN
        for mention in printed.mentions[cited.id]
    }


def _lead(printed: Printed, start: int) -> tuple[str, ...]:
    """The last words before a citation; none where they say too little."""
    words = re.findall(r"[^\W\d_]+", printed.text[max(start - 120, 0) : start].casefold())
    last = tuple(words[-_WORDS:])
    telling = [word for word in last if len(word) > 3 and word not in _STOCK]
    return last if len(last) == _WORDS and telling else ()
