"""The acts of a document as the rules on amounts read them: their amounts in order, in the text."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from extractor.checks.digits import one_digit_apart
from extractor.checks.printed import Printed
from models import Atto, Estrazione, Fatto, Importo, Segnalazione
from models.vocabulary import Gravita, RegolaSegnalazione

CENT = Decimal("0.01")


class Amount(NamedTuple):
    """An amount where it is printed; ``inizio`` and ``fine`` count in the document's text."""

    inizio: int
    fine: int
    valore: Decimal
    fatto: Importo


class ActAmounts(NamedTuple):
    """An act with every amount printed in it, in the order of the text; offsets as above."""

    atto: Atto
    stampato: Printed
    importi: tuple[Amount, ...]

    @property
    def testo(self) -> str:
        """The text of the act, which begins at ``atto.inizio``."""
        return self.between(self.atto.inizio, self.atto.fine)

    def between(self, inizio: int, fine: int) -> str:
        """The text between two offsets."""
        return self.stampato.text[max(inizio, 0) : max(fine, 0)]

    def line(self, place: int) -> tuple[int, int]:
        """The bounds of the line of the act that holds an offset, its end of line within."""
        text = self.stampato.text
        start = text.rfind("\n", self.atto.inizio, place) + 1
        end = text.find("\n", place, self.atto.fine) + 1
        return start or self.atto.inizio, end or self.atto.fine

    def amounts(self, inizio: int, fine: int) -> tuple[Amount, ...]:
        """The amounts that lie wholly between two offsets."""
        first = bisect_right(self.importi, inizio - 1, key=lambda amount: amount.inizio)
        last = bisect_right(self.importi, fine, key=lambda amount: amount.inizio)
        return tuple(amount for amount in self.importi[first:last] if amount.fine <= fine)

    def finding(
        self,
        rule: RegolaSegnalazione,
        severity: Gravita,
        message: str,
        span: tuple[int, int],
        facts: Iterable[Fatto] = (),
    ) -> Segnalazione:
        """A finding about words of the act, which rests on ``facts``."""
        once = {fact.id: fact for fact in facts}
        return self.stampato.at(rule, severity, message, span, self.atto.id, *once.values())


def acts(records: Estrazione) -> Iterator[ActAmounts]:
    """Each act with its amounts."""
    printed = Printed.of(records)
    found: dict[str, list[Amount]] = {}
    for fact in records.importi:
        for mention in printed.mentions.get(fact.id, ()):
            amount = Amount(mention.inizio, mention.fine, Decimal(fact.importo), fact)
            found.setdefault(fact.atto_id, []).append(amount)
    for act in records.atti:
        amounts = sorted(found.get(act.id, ()), key=lambda amount: amount.inizio)
        yield ActAmounts(act, printed, tuple(amounts))


def money(value: Decimal) -> str:
    """An amount as Italian acts print it.

    >>> money(Decimal("18727000"))
    '€ 18.727.000,00'
    """
    return f"€ {number(value.quantize(CENT))}"


def number(value: Decimal) -> str:
    """A number with dots of thousands and a decimal comma, with the decimals that it has.

    >>> number(Decimal("1547192")), number(Decimal("-0.01"))
    ('1.547.192', '-0,01')
    """
    return f"{value:,}".translate(str.maketrans(",.", ".,"))


def misprinted(printed: Decimal, computed: Decimal) -> bool:
    """Whether two numbers differ as a misprint does: in one digit, or in two exchanged.

    >>> misprinted(Decimal("871998789"), Decimal("871998799"))
    True
    >>> misprinted(Decimal("1200.00"), Decimal("1850.00"))
    False
    """
    first, second = (f"{value:.2f}" for value in (printed, computed))
    return one_digit_apart(first, second)
