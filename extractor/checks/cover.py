"""The cover of an expense, by years, against the years in which its releases fall due.

An expense is charged to the years in which it falls due (d.lgs. 118/2011, annex 4/2): where the
act says what each year covers, a release of another year has no cover.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from extractor.checks.finding import about
from extractor.checks.sums_places import ActAmounts, acts, money
from models import Estrazione, Importo, Rilascio, Segnalazione

Years = dict[int, Decimal]

_YEAR = re.compile(r"(?<![\d./-])20\d\d(?![\d/-])")
_BESIDE = 45


def years_without_cover(records: Estrazione) -> Iterator[Segnalazione]:
    """Releases of years that the act does not cover, and years whose cover is another sum."""
    texts = {act.atto.id: act for act in acts(records)} if records.rilasci else {}
    for act, found in groupby(records.rilasci, key=lambda release: release.atto_id):
        releases = [r for r in found if r.data_rilascio and _cents(r)]
        cover = [
            fact
            for fact in records.importi
            if fact.atto_id == act and fact.ruolo == "annualita" and fact.esercizio
        ]
        covered = _sums((fact.esercizio or 0, Decimal(fact.importo)) for fact in cover)
        due = _sums((_year(r), Decimal(_cents(r)) / 100) for r in releases)
        if len(releases) < 2 or not covered or not due.keys() & covered.keys():
            continue
        others = _years_beside(texts[act], cover) - covered.keys()
        uncovered = sorted(due.keys() - covered.keys() - others)
        if uncovered:
            yield _uncovered(releases, cover, uncovered, covered)
        if not others and sum(covered.values()) == sum(due.values()):
            other = [year for year in sorted(covered) if covered[year] != due.get(year, Decimal())]
            if other:
                yield _other(releases, cover, other, covered, due)


def _years_beside(act: ActAmounts, cover: Sequence[Importo]) -> set[int]:
    """The years printed by the amounts of the cover: one sum may be that of several years."""
    ids = {fact.id for fact in cover}
    found: set[int] = set()
    for amount in act.importi:
        if amount.fatto.id in ids:
            around = act.between(amount.inizio - _BESIDE, amount.fine + _BESIDE)
            found |= {int(year) for year in _YEAR.findall(around)}
    return found


def _sums(pairs: Iterator[tuple[int, Decimal]] | Sequence[tuple[int, Decimal]]) -> Years:
    found: Years = defaultdict(Decimal)
    for year, value in pairs:
        found[year] += value
    return dict(found)


def _cents(release: Rilascio) -> int:
    """What a release costs: gross of VAT where that is printed."""
    return release.lordo_centesimi or release.netto_centesimi or 0


def _year(release: Rilascio) -> int:
    return int((release.data_rilascio or "0000")[:4])


def _uncovered(
    releases: Sequence[Rilascio], cover: Sequence[Importo], years: Sequence[int], covered: Years
) -> Segnalazione:
    late = [release for release in releases if _year(release) in years]
    total = sum((Decimal(_cents(release)) / 100 for release in late), Decimal())
    listed = ", ".join(f"{release.codice} ({_year(release)})" for release in late)
    message = (
        f"Rilasci in esercizi per i quali l'atto non indica copertura: {listed}, per complessivi "
        f"{money(total)}; la copertura è ripartita su {', '.join(map(str, sorted(covered)))}."
    )
    return about("annualita_senza_copertura", "avviso", message, *late, *cover)


def _other(
    releases: Sequence[Rilascio],
    cover: Sequence[Importo],
    years: Sequence[int],
    covered: Years,
    due: Years,
) -> Segnalazione:
    listed = "; ".join(
        f"{year} {money(covered[year])} contro {money(due.get(year, Decimal()))}" for year in years
    )
    message = (
        f"La copertura per esercizio non coincide con i rilasci dello stesso anno: {listed}. "
        f"{_enough(covered, due)}"
    )
    return about("annualita_senza_copertura", "avviso", message, *cover, *releases)


def _enough(covered: Years, due: Years) -> str:
    """Whether what is covered up to each year pays for what falls due up to it."""
    cover, falls_due = Decimal(), Decimal()
    for year in sorted(covered.keys() | due.keys()):
        cover += covered.get(year, Decimal())
        falls_due += due.get(year, Decimal())
        if falls_due > cover:
            return (
                f"Alla fine del {year} la copertura cumulata ({money(cover)}) non basta ai rilasci "
                f"({money(falls_due)})."
            )
    return "La copertura cumulata non è mai inferiore ai rilasci cumulati."
