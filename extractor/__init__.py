"""Spoglio: the pipeline from files of official acts to a searchable store.

from extractor import extract
for records in extract("determinazione.pdf"):
    print(records.atti[0].oggetto, records.codici)
"""

from typing import Any

__all__ = ["extract"]


def __getattr__(name: str) -> Any:
    # The pipeline is imported only when used: `spoglio --help` must not wait for it.
    if name == "extract":
        from extractor.pipeline import extract

        return extract
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
