"""Rule on protocol numbers: one that lacks, or is not made like the others of its register."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from extractor.checks.finding import about
from extractor.checks.printed import short
from models import Beneficiario, Codice, Estrazione, Segnalazione

_FEW = 0.05
"""Share of the rows of a list, or less, that lack what the others have."""
_LEAST_ROWS = 5
#: ``A1.2017.0075612``: office, year, seven figures, as Regione Lombardia numbers its letters.
_WITH_OFFICE = re.compile(r"[A-Z]{1,2}\d{1,2}\.(?:19|20)\d\d\.\d{7}")
_DOT_LOST = re.compile(r"[A-Z]{1,2}\d{1,2}\.?(?:19|20)\d\d\.?\d{7}")


def odd_protocols(records: Estrazione) -> Iterator[Segnalazione]:
    """Protocol numbers that lack in a list, begin with a figure for a letter, or lost a dot."""
    lists: dict[tuple[str, str | None], list[Beneficiario]] = defaultdict(list)
    for row in records.beneficiari:
        lists[row.atto_id, row.elenco].append(row)
    for rows in lists.values():
        yield from _lacking(rows)
    offices = Counter(
        row.protocollo[:2]
        for row in records.beneficiari
        if row.protocollo and _WITH_OFFICE.fullmatch(row.protocollo)
    )
    for rows in lists.values():
        yield from _figures_for_letters(rows, set(offices))
    for code in records.codici:
        if code.tipo == "protocollo":
            yield from _without_dot(code)


def _lacking(rows: list[Beneficiario]) -> Iterator[Segnalazione]:
    lacking = [row for row in rows if not row.protocollo]
    if len(rows) < _LEAST_ROWS or not lacking or len(lacking) > max(1, _FEW * len(rows)):
        return
    for row in lacking:
        place = f"riga {row.ordine}, " if row.ordine is not None else ""
        yield about(
            "protocollo_anomalo",
            "avviso",
            f"{short(row.elenco, 60)}: {place}{row.denominazione}: manca il numero di protocollo.",
            row,
        )


def _figures_for_letters(rows: list[Beneficiario], offices: set[str]) -> Iterator[Segnalazione]:
    """``01.2017.0000335`` among numbers that begin with ``O1``: read or typed for a letter."""
    odd = [
        row
        for row in rows
        if row.protocollo and row.protocollo[:1] == "0" and f"O{row.protocollo[1:2]}" in offices
    ]
    if odd:
        first = odd[0].protocollo or ""
        many = f"{len(odd)} protocolli cominciano" if len(odd) > 1 else "1 protocollo comincia"
        yield about(
            "protocollo_anomalo",
            "avviso",
            f"{short(odd[0].elenco, 60)}: {many} con «{first[:3]}» "
            f"(zero) e non con «O{first[1:3]}» (lettera), come gli altri.",
            *odd,
        )


def _without_dot(code: Codice) -> Iterator[Segnalazione]:
    printed = "".join(code.testo.split())
    if _DOT_LOST.fullmatch(printed) and not _WITH_OFFICE.fullmatch(printed):
        whole = re.sub(r"[.]", "", printed)
        office = whole[:-11]
        yield about(
            "protocollo_anomalo",
            "nota",
            f"Nel protocollo {printed} manca un punto: {office}.{whole[-11:-7]}.{whole[-7:]}.",
            code,
        )
