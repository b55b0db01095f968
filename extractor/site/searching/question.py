"""What a request of ``/cerca`` asks, and the answer as numbers of acts."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from extractor.site.searching.catalogue import Catalogue, Places, catalogue
from extractor.site.searching.facets import FACETS, Chosen, Counted, chosen, narrow
from extractor.site.web import Ask, BadQuestionError
from extractor.store.query import MAX_LENGTH, Query, QueryError, Term, parse
from extractor.store.search import DEEP

ORDERS = ("rilevanza", "data")


@dataclass(frozen=True)
class Question:
    """The words typed, what is narrowed down by, the order and the page."""

    typed: str
    query: Query | None
    """None where no word is typed: every act."""
    chosen: Chosen
    order: str

    @classmethod
    def of(cls, ask: Ask) -> "Question":
        """The question of a request. Raises ``BadQuestionError`` for one that cannot be put."""
        typed = ask.one("q")[: MAX_LENGTH + 1]
        try:
            query = parse(typed) if typed else None
        except QueryError as error:
            raise BadQuestionError(str(error)) from error
        order = ask.one("ordine")
        return cls(typed, query, chosen(ask), order if order in ORDERS and query else _usual(query))

    def address(self, **more: str) -> str:
        """The end of an address that asks the same, but for what ``more`` says."""
        values = {"q": self.typed, "ordine": self._said_order()} | more
        pairs = [(name, value) for name, value in values.items() if value]
        pairs += [(name, value) for name, said in self.chosen.items() for value in said]
        return urlencode(pairs)

    def toggled(self, facet: str, value: str) -> str:
        """The end of an address with a choice made, or unmade where it is made already."""
        said = self.chosen.get(facet, ())
        left = tuple(each for each in said if each != value) if value in said else (*said, value)
        chosen = {f.nome: left if f.nome == facet else self.chosen.get(f.nome, ()) for f in FACETS}
        return Question(
            self.typed, self.query, {name: v for name, v in chosen.items() if v}, self.order
        ).address()

    def unnarrowed(self) -> str:
        """The end of an address with no choice."""
        return Question(self.typed, self.query, {}, self.order).address()

    def _said_order(self) -> str:
        return "" if self.order == _usual(self.query) else self.order


def _usual(query: Query | None) -> str:
    return "rilevanza" if query else "data"


@dataclass(frozen=True)
class Answer:
    """The acts that answer, in the order asked for, and the facets counted over them."""

    places: Places
    facets: list[Counted]
    acts: Catalogue
    common: bool
    """Whether so many acts have the words that it is no use to ask where they stand."""


def answer(ask: Ask, question: Question) -> Answer:
    """The answer to a question."""
    acts = catalogue(ask.store, ask.database)
    if question.query is None:
        places = acts.by_date
    elif question.order == "data":
        places = acts.latest_first(acts.answers(ask.store, question.query))
    else:
        places = acts.best_first(ask.store, question.query)
    left, counted = narrow(acts, places, question.chosen)
    return Answer(left, counted, acts, len(places) > DEEP)


def without_acts(ask: Ask, question: Question, found: Answer) -> list[str]:
    """The words of a question that no act has; for a question that finds nothing."""
    terms: Iterable[Term] = question.query.wanted if question.query else ()
    return [
        term.forms[0] + "*" * term.prefix
        for term in terms
        if not len(found.acts.answers(ask.store, Query((term,))))
    ]
