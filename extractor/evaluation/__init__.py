"""How well the pipeline reads: its facts against gold annotations made by hand."""

from extractor.evaluation.gold import GoldDocument, GoldError, load
from extractor.evaluation.report import as_json, print_report, print_shown
from extractor.evaluation.scoring import KIND_NAMES, Evaluation, evaluate

__all__ = [
    "KIND_NAMES",
    "Evaluation",
    "GoldDocument",
    "GoldError",
    "as_json",
    "evaluate",
    "load",
    "print_report",
    "print_shown",
]
