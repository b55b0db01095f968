"""Drawings of a dossier as shapes that a template writes as SVG.

Only presentation attributes and classes are used, as the pages' content-security policy wants;
colours come from the style sheet, so that they follow the reader's scheme. Every drawing has a
description and the same data as a table, and says nothing by colour alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from extractor.wording import as_date, data_breve, data_estesa, euro, parola, quanti

WIDTH = 640
"""Units of a drawing's width; its height follows from what is drawn."""

_ROW = 26
_LEFT = 170
_RIGHT = 140
_MOST = 30
"""Rows or bars in a drawing: more would not be read."""


class Shape(NamedTuple):
    """An element of SVG: its tag, its class, its attributes, its text."""

    tag: str
    classe: str
    attributi: dict[str, float]
    testo: str = ""
    ancora: str = "start"


@dataclass(frozen=True)
class Plot:
    """A drawing, with its words and its data."""

    nome: str
    titolo: str
    descrizione: str
    altezza: int
    forme: tuple[Shape, ...]
    colonne: tuple[str, ...]
    righe: tuple[tuple[str, ...], ...]
    larghezza: int = WIDTH


def money(amounts: Sequence[Mapping[str, Any]]) -> Plot | None:
    """Amounts by year and role, a bar each; None where they say nothing of several years."""
    found = [
        row
        for row in amounts
        if row["esercizio"] and row["ruolo"] not in ("altro", "soglia") and row["valuta"] == "EUR"
        and (row["centesimi"] or 0) > 0
    ]  # fmt: skip
    years = {row["esercizio"] for row in found}
    if len(years) < 2:
        return None
    # Where there are too many, the greatest say most
    found = sorted(found, key=lambda row: -row["centesimi"])[:_MOST]
    found.sort(key=lambda row: (row["esercizio"], row["ruolo"], -row["centesimi"]))
    top = max(row["centesimi"] for row in found)
    shapes: list[Shape] = []
    for place, row in enumerate(found):
        label = f"{row['esercizio']}, {parola(row['ruolo'])}"
        shapes += _bar(place, label, row["centesimi"] / top, euro(row["centesimi"]))
    return Plot(
        "denaro",
        "Importi per anno",
        f"Una barra per ogni importo stampato con il suo anno, dal {min(years)} al {max(years)}. "
        f"Il più grande è di {euro(top)}. Gli importi non sono sommati.",
        _ROW * len(found) + 8,
        tuple(shapes),
        ("Anno", "Che cos'è", "Importo"),
        tuple(
            (str(row["esercizio"]), parola(row["ruolo"]), euro(row["centesimi"])) for row in found
        ),
    )


def _bar(place: int, label: str, share: float, value: str) -> list[Shape]:
    top = place * _ROW + 4
    room = WIDTH - _LEFT - _RIGHT
    width = round(max(2.0, room * share), 1)
    return [
        _text(_LEFT - 8, top + 15, label, "end"),
        Shape("rect", "barra", {"x": _LEFT, "y": top, "width": width, "height": _ROW - 8, "rx": 2}),
        _text(_LEFT + width + 6, top + 15, value),
    ]


def _text(x: float, y: float, text: str, anchor: str = "start") -> Shape:
    return Shape("text", "", {"x": x, "y": y}, text, anchor)


def schedule(releases: Sequence[Mapping[str, Any]]) -> Plot | None:
    """Releases along time, a row each; None where fewer than two have a date."""
    found = [(as_date(row["data_rilascio"]), row) for row in releases]
    dated = [(day, row) for day, row in found if day is not None][:_MOST]
    if len(dated) < 2:
        return None
    first, last = dated[0][0], dated[-1][0]
    start, end = date(first.year, 1, 1), date(last.year, 12, 31)
    span = (end - start).days
    room = WIDTH - _LEFT - _RIGHT
    height = _ROW * (len(dated) + 1) + 8
    shapes: list[Shape] = []
    for year in range(first.year, last.year + 1, 1 + (last.year - first.year) // 8):
        x = round(_LEFT + room * (date(year, 1, 1) - start).days / span, 1)
        line = {"x1": x, "y1": 20.0, "x2": x, "y2": height - 4.0}
        shapes += [Shape("line", "asse", line), _text(x + 4, 15, str(year))]
    for place, (day, row) in enumerate(dated):
        y = _ROW * (place + 1) + 13
        x = round(_LEFT + room * (day - start).days / span, 1)
        line = {"x1": _LEFT, "y1": y, "x2": x, "y2": y}
        shapes += [
            _text(_LEFT - 8, y + 5, row["codice"][:24], "end"),
            Shape("line", "filo", line),
            Shape("circle", "punto", {"cx": x, "cy": y, "r": 5}),
            _text(_LEFT + room + 12, y + 5, euro(row["lordo_centesimi"] or row["netto_centesimi"])),
        ]
    return Plot(
        "rilasci",
        "Rilasci nel tempo",
        f"{len(dated)} rilasci, il primo il {data_estesa(dated[0][1]['data_rilascio'])}, "
        f"l'ultimo il {data_estesa(dated[-1][1]['data_rilascio'])}.",
        height,
        tuple(shapes),
        ("Rilascio", "Data", "Importo con IVA"),
        tuple(
            (row["codice"], data_breve(row["data_rilascio"]), euro(row["lordo_centesimi"]))
            for _, row in dated
        ),
    )


def acts_by_year(years: Sequence[tuple[int, int]]) -> Plot | None:
    """The number of acts of each year; None where there are fewer than three years."""
    counts = dict(years)
    if len(counts) < 3:
        return None
    last = max(counts)
    first = max(min(counts), last - _MOST + 1)
    top = max(counts.values())
    step = (WIDTH - 20) / (last - first + 1)
    shapes: list[Shape] = []
    for year in range(first, last + 1):
        count = counts.get(year, 0)
        height = round(120 * count / top, 1)
        x = round(10 + (year - first) * step, 1)
        bar = {"x": x, "y": 140 - height, "width": round(step * 0.8, 1), "height": height}
        middle = round(x + step * 0.4, 1)
        shapes.append(Shape("rect", "barra", bar))
        if step >= 40:
            shapes.append(_text(middle, 134 - height, str(count) if count else "", "middle"))
        if step >= 40 or (last - year) % 5 == 0:
            shapes.append(_text(middle, 158, str(year), "middle"))
    return Plot(
        "anni",
        "Atti per anno",
        f"Atti dal {first} al {last}; il massimo è di {quanti(top, 'atto', 'atti')} in un anno.",
        166,
        tuple(shapes),
        ("Anno", "Atti"),
        tuple((str(year), str(counts.get(year, 0))) for year in range(first, last + 1)),
    )
