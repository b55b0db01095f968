"""The releases of a schedule against the total of the act, net and gross of VAT."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from extractor.checks.finding import about
from extractor.checks.sums_places import misprinted, money
from models import Estrazione, Importo, Rilascio, Segnalazione
from models.vocabulary import Gravita, RuoloImporto

_TOTALS: frozenset[RuoloImporto] = frozenset(
    ("totale", "costo_progetto", "impegno", "assegnazione", "contributo")
)
#: Further from the sum than this share, an amount is the total of something else.
_NEAR = Decimal("0.2")


def releases_and_total(records: Estrazione) -> Iterator[Segnalazione]:
    """Releases whose amounts make none of the act's totals, and come near one."""
    for act, found in groupby(records.rilasci, key=lambda release: release.atto_id):
        releases = [*found]
        totals = [fact for fact in records.importi if fact.atto_id == act]
        net = _sum(releases, "netto_centesimi")
        gross = _sum(releases, "lordo_centesimi")
        printed = {Decimal(fact.importo) for fact in totals}
        if not printed & {net, gross} - {None}:
            finding = _nearest(releases, totals, net, "esclusa") if gross is None else None
            finding = finding or _nearest(releases, totals, gross, "inclusa")
            if finding is not None:
                yield finding


def _sum(releases: Sequence[Rilascio], name: str) -> Decimal | None:
    """The sum of an amount of all the releases, in euro; None where one has it not."""
    cents = [getattr(release, name) for release in releases]
    if len(cents) < 2 or None in cents:
        return None
    return Decimal(sum(cents)) / 100


def _nearest(
    releases: Sequence[Rilascio], amounts: Sequence[Importo], computed: Decimal | None, vat: str
) -> Segnalazione | None:
    if computed is None:
        return None
    totals = [
        fact
        for fact in amounts
        if fact.ruolo in _TOTALS
        and fact.iva in (vat, None)
        and abs(Decimal(fact.importo) - computed) <= computed * _NEAR
    ]
    if not totals:
        return None
    total = min(totals, key=lambda fact: abs(Decimal(fact.importo) - computed))
    value = Decimal(total.importo)
    severity: Gravita = "errore" if misprinted(value, computed) else "avviso"
    how = "al lordo" if vat == "inclusa" else "al netto"
    message = (
        f"La somma dei {len(releases)} rilasci, {how} dell'IVA, è {money(computed)}; il totale "
        f"stampato nell'atto è {money(value)}: differenza {money(computed - value)}."
    )
    return about("somma_rilasci", severity, message, total, *releases)
