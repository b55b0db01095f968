"""Net amount, VAT and gross amount: the tax at the printed rate (d.P.R. 633/1972, art. 16)."""

import re
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import groupby
from typing import NamedTuple

from extractor.checks.finding import about
from extractor.checks.sums_places import CENT, ActAmounts, Amount, acts, money
from extractor.literals import Beginning
from models import Estrazione, Rilascio, Segnalazione
from models.vocabulary import Gravita

RATES = (Decimal(22), Decimal(10), Decimal(5), Decimal(4))
"""The rates in force, in percent."""

_OLD_RATES = (Decimal(21), Decimal(20))


def releases_vat(records: Estrazione) -> Iterator[Segnalazione]:
    """Releases whose gross amount is not the net one with VAT at the rate of the others."""
    for _, found in groupby(records.rilasci, key=lambda release: release.atto_id):
        releases = [r for r in found if r.netto_centesimi and r.lordo_centesimi]
        rate = _common_rate(releases)
        if rate is None:
            continue
        apart = [(release, _apart(release, rate)) for release in releases]
        rounded = [(release, cents) for release, cents in apart if abs(cents) == 1]
        if rounded:
            listed = ", ".join(
                f"{release.codice} ({money(Decimal(cents) / 100)})" for release, cents in rounded
            )
            message = (
                f"Per {len(rounded)} rilasci il lordo differisce di un centesimo dal netto con "
                f"l'IVA al {rate}%: {listed}."
            )
            yield about("somma_iva", "nota", message, *(release for release, _ in rounded))
        for release, cents in apart:
            if abs(cents) > 1:
                yield _wrong(release, rate, alone=len(releases) < 3)


def _common_rate(releases: Sequence[Rilascio]) -> Decimal | None:
    """The rate that most of the releases keep to within a cent."""
    for rate in RATES:
        kept = sum(abs(_apart(release, rate)) <= 1 for release in releases)
        if kept and kept * 2 > len(releases):
            return rate
    return None


def _apart(release: Rilascio, rate: Decimal) -> int:
    """Cents that the printed gross amount has more than the computed one."""
    net = Decimal(release.netto_centesimi or 0)
    gross = (net * (100 + rate) / 100).quantize(Decimal(1), ROUND_HALF_UP)
    return (release.lordo_centesimi or 0) - int(gross)


def _wrong(release: Rilascio, rate: Decimal, *, alone: bool) -> Segnalazione:
    net = Decimal(release.netto_centesimi or 0) / 100
    gross = Decimal(release.lordo_centesimi or 0) / 100
    computed = _rounded(net * (100 + rate) / 100)
    message = (
        f"Rilascio {release.codice}: {money(net)} con l'IVA al {rate}% fa {money(computed)}, il "
        f"lordo stampato è {money(gross)}: differenza {money(gross - computed)}."
    )
    exempt = gross == net or any(
        abs(_apart(release, other)) <= 1 for other in (*RATES, *_OLD_RATES)
    )
    severity: Gravita = "avviso" if alone or exempt else "errore"
    return about("somma_iva", severity, message, release)


# In a sentence: ``€ 10.000,00 oltre IVA al 22% pari a € 2.200,00, per un totale di € 12.200,00``.

_RATE = Beginning(
    r"(?<![\w.])(?:I\.?V\.?A\.?)(?!\w)[^.;\n€\d]{0,30}?(?P<aliquota>22|10|5|4)(?:,00?)?\s?%",
    "iva", "i.va", "iv.a", "i.v.a", flags=re.I,
)  # fmt: skip
_WELFARE = re.compile(
    r"cassa|cnpaia|inarcassa|epap|eppi|inps|previdenz|rivalsa|ritenut|contribut|c\.p\.a|\bcpa\b|bollo"
    r"|non\s+imponib|esent|ribass|scont|sicurezza|detra|altre\s+impost",
    re.I,
)
_TOTAL = re.compile(r"total|complessiv|lord|(?:iva|imposta)\s+(?:inclus|compres)", re.I)
_PLUS = re.compile(r"oltre|più|\+|esclusa|al\s+netto|imponibile|netti", re.I)
_FOR_TAX = re.compile(
    r"\s*(?:\(?\s*(?:di|per|a\s+titolo\s+di|quale|come|pari\s+all['’])\s*)?", re.I
)
_AND = re.compile(r"imponibil|oltre|più|\+|\be\b|\bed\b|netto", re.I)
_BREAK = re.compile(r"[.;]\s+[A-ZÀ-Ý]|\n|\t")
_NEAR, _FURTHER = 70, 110
_CREDIBLE = Decimal("0.15")


class _Sentence(NamedTuple):
    """A net amount, a rate, the amount that is the tax or the gross one, perhaps a total."""

    netto: Amount
    aliquota: Decimal
    seguente: Amount
    totale: Amount | None


def vat_in_sentences(records: Estrazione) -> Iterator[Segnalazione]:
    """A tax, or a gross amount, that is not what the printed rate makes of the net one."""
    for act in acts(records):
        for match in _RATE.finditer(act.testo):
            found = _tax_before(act, match) or _tax_after(act, match)
            if found is not None:
                finding = _checked(act, found)
                if finding is not None:
                    yield finding


def _tax_after(act: ActAmounts, rate: re.Match[str]) -> _Sentence | None:
    """``€ 100,00 oltre IVA al 22% pari a € 22,00``."""
    start, end = act.atto.inizio + rate.start(), act.atto.inizio + rate.end()
    before = act.amounts(start - 3 * _NEAR, start)
    after = act.amounts(end, end + _FURTHER)
    if not before or not after or start - before[-1].fine > _NEAR:
        return None
    if not _PLUS.search(act.between(before[-1].inizio - 40, start)):
        return None
    if not _one_sentence(act, before[-1], after[0]):
        return None
    third = act.amounts(after[0].fine, after[0].fine + _FURTHER)
    return _Sentence(before[-1], Decimal(rate["aliquota"]), after[0], _total(act, after[0], third))


def _tax_before(act: ActAmounts, rate: re.Match[str]) -> _Sentence | None:
    """``€ 100,00 per imponibile ed € 22,00 per IVA al 22%``."""
    start, end = act.atto.inizio + rate.start(), act.atto.inizio + rate.end()
    before = act.amounts(start - 3 * _NEAR, start)[-2:]
    if len(before) < 2 or not _FOR_TAX.fullmatch(act.between(before[1].fine, start)):
        return None
    between = act.between(before[0].fine, before[1].inizio)
    if len(between) > _NEAR or not _AND.search(between) or not _one_sentence(act, *before):
        return None
    if before[0].valore <= before[1].valore:
        return None
    third = act.amounts(end, end + _FURTHER)
    return _Sentence(before[0], Decimal(rate["aliquota"]), before[1], _total(act, before[1], third))


def _one_sentence(act: ActAmounts, first: Amount, second: Amount) -> bool:
    """Whether two amounts are of one sentence, which speaks of VAT alone."""
    around = act.between(first.inizio - _NEAR, second.fine)
    return not _BREAK.search(act.between(first.fine, second.inizio)) and not _WELFARE.search(around)


def _total(act: ActAmounts, tax: Amount, following: Sequence[Amount]) -> Amount | None:
    """The next amount, where the words between say that it is the total."""
    if not following:
        return None
    between = act.between(tax.fine, following[0].inizio)
    said = _TOTAL.search(between) and not _BREAK.search(between) and not _WELFARE.search(between)
    return following[0] if said else None


def _checked(act: ActAmounts, found: _Sentence) -> Segnalazione | None:
    net, printed = found.netto.valore, found.seguente.valore
    tax = _rounded(net * found.aliquota / 100)
    if abs(printed - net - tax) <= CENT:
        return None  # the amount after the rate is the gross one
    if abs(printed - tax) <= CENT:
        return _wrong_total(act, found)
    for computed, what in ((tax, "l'imposta"), (net + tax, "il lordo")):
        if abs(printed - computed) <= computed * _CREDIBLE:
            message = (
                f"IVA al {found.aliquota}% su {money(net)}: {what} è {money(computed)}, è "
                f"stampato {money(printed)}: differenza {money(printed - computed)}."
            )
            sure = abs(printed - computed) > 1
            return _in_sentence(act, found, "errore" if sure else "avviso", message)
    return None


def _wrong_total(act: ActAmounts, found: _Sentence) -> Segnalazione | None:
    gross = found.netto.valore + found.seguente.valore
    total = found.totale.valore if found.totale else gross
    if abs(total - gross) <= 2 * CENT or abs(total - gross) > gross * _CREDIBLE:
        return None
    message = (
        f"{money(found.netto.valore)} + IVA {money(found.seguente.valore)} = {money(gross)}, ma il "
        f"totale stampato è {money(total)}: differenza {money(total - gross)}."
    )
    return _in_sentence(act, found, "errore", message)


def _in_sentence(
    act: ActAmounts, found: _Sentence, severity: Gravita, message: str
) -> Segnalazione:
    amounts = [amount for amount in (found.netto, found.seguente, found.totale) if amount]
    span = (amounts[0].inizio, amounts[-1].fine)
    return act.finding("somma_iva", severity, message, span, [a.fatto for a in amounts])


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(CENT, ROUND_HALF_UP)
