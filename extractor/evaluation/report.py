"""Showing an evaluation: a table, JSON, and every error of a kind with its sentence."""

from collections.abc import Iterable
from itertools import islice
from typing import Any

from rich.console import Console
from rich.table import Table

from extractor.evaluation.gold import Gold
from extractor.evaluation.keys import RULES
from extractor.evaluation.scoring import (
    DocumentScore,
    Evaluation,
    Tally,
    occurrences,
    squeeze,
)

CONTEXT = 90
"""Characters shown on either side of a miss or a false find."""


def as_json(evaluation: Evaluation) -> dict[str, Any]:
    """All figures, overall and by document, ready for ``json.dumps``."""
    figures = {rule.nome: _figures(evaluation.total(rule.nome)) for rule in RULES}
    figures["intestazioni"] = _figures(evaluation.headers())
    figures["evidenza"] = _figures(evaluation.evidence())
    return {
        "totale": figures,
        "calibrazione": calibration(evaluation),
        "decimo_meno_sicuro": least_sure(evaluation),
        "documenti": {
            score.nome: {
                **{name: _figures(tally) for name, tally in score.tallies.items()},
                "intestazioni": _figures(score.headers),
                "evidenza": _figures(score.evidence),
                "elenchi": [
                    {"titolo": title, "righe": wanted, "trovate": given}
                    for title, wanted, given in score.lists
                ],
            }
            for score in evaluation.documents
        },
    }


def _figures(tally: Tally) -> dict[str, float | int]:
    return {
        "precisione": round(tally.precision, 4),
        "richiamo": round(tally.recall, 4),
        "f1": round(tally.f1, 4),
        "trovati": len(tally.found),
        "mancati": len(tally.missed),
        "falsi": len(tally.false),
    }


_CALIBRATED = ("riferimenti", "importi", "codici", "scadenze", "persone (nome e funzione)")


def _judged(evaluation: Evaluation) -> list[tuple[float, bool]]:
    """The confidence of each of our facts, and whether it is right."""
    tallies = [evaluation.total(name) for name in _CALIBRATED]
    right = [(ours["confidenza"], True) for tally in tallies for _, ours in tally.found]
    return right + [(ours["confidenza"], False) for tally in tallies for ours in tally.false]


def least_sure(evaluation: Evaluation) -> dict[str, float | int]:
    """How many of all errors the tenth of our facts with the least confidence holds.

    Where facts of one confidence stand on both sides of the limit, the right ones are counted
    in first.
    """
    judged = sorted(_judged(evaluation), key=lambda fact: (fact[0], not fact[1]))
    lowest = judged[: -(-len(judged) // 10)]
    return {
        "fatti": len(lowest),
        "confidenza": lowest[-1][0] if lowest else 1.0,
        "errori": sum(not right for _, right in lowest),
        "errori_in_tutto": sum(not right for _, right in judged),
    }


def calibration(evaluation: Evaluation) -> list[dict[str, float | int]]:
    """For each tenth of confidence, how many of our facts there are and what share is right."""
    bins: dict[int, list[bool]] = {}
    for confidence, right in _judged(evaluation):
        bins.setdefault(min(int(confidence * 10 + 1e-9), 9), []).append(right)
    return [
        {
            "confidenza": low / 10,
            "fatti": len(rights),
            "giusti": round(sum(rights) / len(rights), 4),
        }
        for low, rights in sorted(bins.items())
    ]


def print_report(evaluation: Evaluation, console: Console) -> None:
    """The figures as tables: overall, then by document."""
    rows = [(rule.nome, evaluation.total(rule.nome)) for rule in RULES if rule.primary]
    rows += [("intestazioni", evaluation.headers())]
    console.print(_table("In tutto", rows))
    beyond = [(rule.nome, evaluation.total(rule.nome)) for rule in RULES if not rule.primary]
    console.print(_table("Oltre la chiave", [*beyond, ("evidenza", evaluation.evidence())]))
    for score in evaluation.documents:
        rows = [(r.nome, score.tallies[r.nome]) for r in RULES if r.nome in score.tallies]
        console.print(_table(score.nome, [*rows, ("intestazioni", score.headers)]))
        for title, wanted, given in score.lists:
            console.print(f"  {title}: {given} righe su {wanted}")
    table = Table(title="Calibrazione", title_justify="left")
    for name in ("confidenza da", "fatti", "giusti"):
        table.add_column(name, justify="right")
    for row in calibration(evaluation):
        table.add_row(f"{row['confidenza']:.1f}", str(row["fatti"]), f"{row['giusti']:.3f}")
    console.print(table)
    lowest = least_sure(evaluation)
    console.print(
        f"Il decimo dei fatti con meno confidenza ({lowest['fatti']} fatti, fino a"
        f" {lowest['confidenza']:.2f}) contiene {lowest['errori']} errori su"
        f" {lowest['errori_in_tutto']}."
    )


def _table(title: str, rows: Iterable[tuple[str, Tally]]) -> Table:
    table = Table(title=title, title_justify="left")
    table.add_column("tipo", min_width=26)
    for name in ("precisione", "richiamo", "F1", "trovati", "mancati", "falsi"):
        table.add_column(name, justify="right")
    for name, tally in rows:
        if tally.found or tally.missed or tally.false:
            table.add_row(
                name,
                f"{tally.precision:.3f}",
                f"{tally.recall:.3f}",
                f"{tally.f1:.3f}",
                str(len(tally.found)),
                str(len(tally.missed)),
                str(len(tally.false)),
            )
    return table


def print_shown(evaluation: Evaluation, kind: str, console: Console) -> None:
    """Every miss and every false find of a kind, each with its sentence."""
    for score in evaluation.documents:
        tally = {"intestazioni": score.headers, "evidenza": score.evidence}.get(
            kind, score.tallies.get(kind, Tally())
        )
        if not tally.missed and not tally.false:
            continue
        console.rule(score.nome)
        squeezed, offsets = squeeze(score.testo)
        for gold in tally.missed:
            console.print("[red]mancato[/red]", end=" ")
            console.print(_values(gold), markup=False)
            for start, end in islice(occurrences(gold.get("testo", ""), squeezed, offsets), 1):
                console.print("   ", _sentence(score, start, end), style="dim", markup=False)
        for ours in tally.false:
            console.print("[yellow]falso[/yellow]", end=" ")
            console.print(_values(ours), markup=False)
            shown = (
                f"(margine) {ours['testo']}"
                if ours["flusso"] == "margine"
                else _sentence(score, ours["inizio"], ours["fine"])
            )
            console.print("   ", shown, style="dim", markup=False)


def _values(fact: Gold) -> str:
    hidden = {
        "inizio", "fine", "flusso", "riquadri", "id", "documento_id", "atto_id", "completamenti",
        "nota",
    }  # fmt: skip
    return str({name: value for name, value in fact.items() if name not in hidden and value})


def _sentence(score: DocumentScore, start: int, end: int) -> str:
    before = score.testo[max(start - CONTEXT, 0) : start]
    after = score.testo[end : end + CONTEXT]
    return " ".join(f"{before}⟦{score.testo[start:end]}⟧{after}".split())
