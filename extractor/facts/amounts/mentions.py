"""Where amounts stand in a text, and what they are worth; not yet what they are.

An amount is told by its currency, before it or behind it; by its form alone (thousands and two
decimals) where nothing says that it counts something else; by the heading of its column; or by
the words ``euro dodicimila/00``. A range gives two. Numbers of chapters, telephone numbers,
percentages, dates, areas and quantities are not amounts.

>>> [(m.valore, text[m.inizio:m.fine]) for text in ["da 5.000 a 10.000 euro"] for m in find(text)]
[(Decimal('5000'), '5.000'), (Decimal('10000'), '10.000 euro')]
>>> [str(m.valore) for m in find("€ 600 milioni; 5.0M€; cap. 9.03.203.7295; 12,5 %")]
['600000000', '5000000.0']
"""

from extractor.facts.amounts import headed, lettered, printed
from extractor.facts.amounts.mention import Mention


def find(text: str) -> list[Mention]:
    """Every amount in ``text``, in text order, without overlaps."""
    found: list[Mention] = []
    found.extend(printed.with_currency(text))
    found.extend(headed.find(text))
    found.extend(printed.bare(text))
    found.extend(lettered.find(text))
    return _disjoint(found)


def _disjoint(found: list[Mention]) -> list[Mention]:
    """The amounts in text order; of two that overlap, the one with a currency or the longer."""
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.inizio, -m.fine)):
        if kept and mention.inizio < kept[-1].fine:
            if mention.confidenza > kept[-1].confidenza and mention.fine >= kept[-1].fine:
                kept[-1] = mention
            continue
        kept.append(mention)
    return kept
