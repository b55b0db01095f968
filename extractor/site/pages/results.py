"""Search: the acts that hold some words, narrowed down, as a page and as data."""

from datetime import date

from extractor.site.pages import results_data
from extractor.site.searching.direct import destination
from extractor.site.searching.facets import FACETS, name_of
from extractor.site.searching.question import Question, answer, without_acts
from extractor.site.searching.shown import rows, shown
from extractor.site.web import Ask, Page, Redirect, Reply, Route

_PAGE = 20
_DATA_PAGE = 100


def results(ask: Ask) -> Reply:
    """The page at ``/cerca``; a code or an act's number goes straight to its own page."""
    question = Question.of(ask)
    if not question.chosen and set(ask.args) <= {"q"}:
        address = destination(ask, question.typed)
        if address:
            return Redirect(address)
    found = answer(ask, question)
    pages = max(1, -(-len(found.places) // _PAGE))
    number = ask.number("pagina", 1, 1, pages)
    places = found.places[(number - 1) * _PAGE : number * _PAGE]
    return Page(
        "cerca.html",
        {
            "domanda": question,
            "quanti": len(found.places),
            "risultati": shown(
                ask.store, rows(ask.store, places), question.query, common=found.common
            ),
            "filtri": found.facets,
            "scelte": _chips(question),
            "senza": [] if len(found.places) else without_acts(ask, question, found),
            "pagina": number,
            "pagine": pages,
            "vicine": _near(number, pages),
            "oggi": date.today().isoformat(),
            "archivio_vuoto": not len(found.acts.by_date),
        },
    )


def as_data(ask: Ask) -> Reply:
    """The same acts as JSON, CSV or RSS."""
    question = Question.of(ask)
    form = ask.path["formato"]
    if form == "rss" and not ask.one("ordine"):
        question = Question(question.typed, question.query, question.chosen, "data")
    found = answer(ask, question)
    if form == "csv":
        return results_data.table(ask, found)
    if form == "rss":
        return results_data.feed(ask, question, found)
    return results_data.data(ask, question, found)


def _chips(question: Question) -> list[tuple[str, str, str]]:
    """What is narrowed down by: the facet's title, the choice, the address without it."""
    return [
        (facet.titolo, name_of(facet.nome, value), question.toggled(facet.nome, value))
        for facet in FACETS
        for value in question.chosen.get(facet.nome, ())
    ]


def _near(number: int, pages: int) -> list[int]:
    """The pages to go to from page ``number``; 0 where some are left out.

    >>> _near(5, 40)
    [1, 0, 4, 5, 6, 0, 40]
    """
    wanted = sorted({1, pages, *range(max(1, number - 1), min(pages, number + 1) + 1)})
    near: list[int] = []
    for each in wanted:
        if near and each > near[-1] + 1:
            near.append(0)
        near.append(each)
    return near


ROUTES = (
    Route(r"^/cerca$", results),
    Route(r"^/cerca\.(?P<formato>json|csv|rss)$", as_data),
)
