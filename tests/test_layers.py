"""Imports point down, never sideways between stages; each outside package has one door."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
STAGES = {"documents", "structure", "facts", "records", "checks"}
BELOW = {
    "cli": {
        "ingest", "site", "exports", "evaluation", "stages", "pipeline", "store", "documents",
        "italian", "progress", "isolation", "commands", "registry", "refusals",
    },
    "commands": {
        "ingest", "pipeline", "store", "documents", "checks", "exports", "italian", "progress",
        "isolation", "watching", "fetch", "registry", "addresses", "cluster", "merging", "parts",
        "outcomes",
    },
    "isolation": set(),
    "addresses": {"documents"},
    "cluster": {"isolation", "pipeline"},
    "outcomes": {"store"},
    "options": {"documents", "isolation", "pipeline", "store"},
    "forgetting": {"options", "outcomes", "paths", "pipeline", "store", "parts"},
    "parts": {"addresses", "extraction", "store"},
    "merging": {"addresses", "parts", "registry", "store"},
    "italian": set(),
    "progress": {"outcomes", "store"},
    "paths": {"documents", "addresses"},
    "watching": {"paths"},
    "fetch": {"documents", "refusals"},
    "refusals": set(),
    "extraction": {"pipeline", "documents", "store", "addresses", "garbage", "registry"},
    "ingest": {
        "store", "documents", "isolation", "extraction", "options", "paths", "registry",
        "addresses", "parts", "outcomes", "forgetting",
    },
    # "facts": an act is read where workers are forked from
    "preloading": {"ingest", "facts"},
    "evaluation": {"pipeline", "store"},
    "stages": {"pipeline", "documents"},
    # "facts": what is typed into the search box may be the citation of an act; "checks": what
    # their rules say
    "site": {
        "store", "pipeline", "originals", "registry", "facts", "checks", "wording", "calendars",
        "spreadsheets",
    },
    "originals": {"store", "documents"},
    # "facts": the names of the Regions
    "registry": {"store", "facts", "refusals", "literals"},
    "exports": {"store", "calendars", "spreadsheets", "wording", "refusals"},
    "calendars": {"wording"},
    "wording": set(),
    "spreadsheets": set(),
    "pipeline": STAGES,
    "store": {"literals"},
    "numbers": set(),
    "programmes": set(),
    "literals": set(),
    "letter_case": set(),
    "garbage": set(),
    **{stage: {"numbers", "programmes", "literals", "letter_case", "garbage"} for stage in STAGES},
    "documents": {"numbers", "programmes", "literals", "garbage", "refusals"},
}  # fmt: skip
DOORS = {
    "pypdfium2": {"documents"},
    "pdfplumber": {"documents"},
    "asn1crypto": {"documents"},
    "spacy": {"facts"},
    "dateparser": {"facts"},
    "stdnum": {"facts"},
    "sqlite_utils": {"store"},
    "datasette": {"site"},
    "pebble": {"isolation", "originals"},
    "click": {"cli", "commands"},
    "httpx": {"fetch"},
    "feedparser": {"fetch"},
    "protego": {"fetch"},
    "icalendar": {"calendars"},
    "pyarrow": {"exports", "parts"},
    "fsspec": {"addresses"},
    "distributed": {"cluster"},
    "dask": {"cluster"},
    "xlsxwriter": {"exports"},
}


def imports(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def room(path: Path) -> str:
    return path.relative_to(ROOT / "extractor").parts[0].removesuffix(".py")


MODULES = sorted((ROOT / "extractor").rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_point_down(path: Path) -> None:
    here = room(path)
    for name in imports(path):
        parts = name.split(".")
        if parts[0] == "extractor" and len(parts) > 1 and here != "__init__":
            there = parts[1]
            assert there == here or there in BELOW[here], f"{here} imports {name}"
        if parts[0] in DOORS:
            assert here in DOORS[parts[0]], f"{here} imports {name}"


@pytest.mark.parametrize("path", sorted((ROOT / "models").rglob("*.py")), ids=lambda p: p.name)
def test_the_records_import_nothing_of_ours(path: Path) -> None:
    assert not any(name.split(".")[0] == "extractor" for name in imports(path))


def test_one_door_for_each_outside_package() -> None:
    doors: dict[str, set[str]] = {}
    for path in MODULES:
        for name in imports(path):
            top = name.split(".")[0]
            if top in ("spacy", "dateparser"):
                doors.setdefault(top, set()).add(path.name)
    assert all(len(modules) == 1 for modules in doors.values()), doors
