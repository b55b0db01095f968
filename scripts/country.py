"""What a country's acts of one year would need, from named assumptions and from measurements.

python scripts/country.py            # the tables of docs/cluster.md
python scripts/country.py --write    # put into docs/cluster.md, between its marks
"""

import re
from math import ceil
from pathlib import Path
from typing import NamedTuple

import click

DOCS = Path(__file__).parents[1] / "docs/cluster.md"
MARKS = ("<!-- tabelle: python scripts/country.py --write -->", "<!-- fine delle tabelle -->")


class Figure(NamedTuple):
    """A number, what it is, and where it comes from."""

    valore: float
    che_cosa: str
    fonte: str


BENCHMARK = "`scripts/benchmark.py ingest`"
SAMPLE = "quaranta file veri di 445 pagine, tempo di processore"

ASSUMED = {
    "comuni": Figure(7_896, "comuni", "ISTAT, codici delle unità amministrative, aprile 2024"),
    "atti_comune": Figure(
        1_200,
        "atti di un comune in un anno",
        "ipotesi: determinazioni, delibere, ordinanze; da poche centinaia a decine di migliaia",
    ),
    "altri_enti": Figure(
        9_000,
        "altri enti con un albo",
        "ipotesi: scuole per otto decimi; province, aziende sanitarie, università, ordini",
    ),
    "atti_altro": Figure(300, "atti di uno di questi in un anno", "ipotesi"),
    "pagine_atto": Figure(5, "pagine di un atto con i suoi allegati", "ipotesi"),
    "regioni": Figure(
        21, "Regioni e Province autonome, con un bollettino", "Costituzione, artt. 116 e 131"
    ),
    "pagine_bollettini": Figure(30_000, "pagine dei bollettini di una in un anno", "ipotesi"),
    "scansioni": Figure(0.05, "quota di pagine solo scansite", "ipotesi"),
    "kb_file": Figure(50, "kB di una pagina nei file", "ipotesi; 45 su quaranta file veri"),
    "pagine_documento": Figure(
        4, "pagine di un file", "ipotesi: gli allegati sono spesso file a sé"
    ),
}
"""What is not measured here."""

MEASURED = {
    "pagine_secondo": Figure(
        94, "pagine al secondo di un core", f"{BENCHMARK}, un worker, con l'orologio"
    ),
    "ms_scrittura": Figure(0.68, "ms per pagina di chi scrive l'archivio", SAMPLE),
    "ms_parti": Figure(2.1, "ms per pagina per scrivere le parti, dove si legge", SAMPLE),
    "ms_unione": Figure(3, "ms per pagina di `spoglio merge`, dalle parti", SAMPLE),
    "ms_compito": Figure(4.7, "ms di un documento per lo scheduler", "un cluster locale di Dask"),
    "kb_archivio": Figure(23.2, "kB di una pagina nell'archivio", BENCHMARK),
    "kb_parti": Figure(9.3, "kB di una pagina nelle parti", SAMPLE),
    "file_parti": Figure(12, "parti di un documento", SAMPLE),
    "s_scansione": Figure(3, "secondi di un core per una pagina scansita", "Tesseract"),
    "mb_core": Figure(400, "MB al più di un processo che legge", BENCHMARK),
}
"""What was measured, on two shared cores, Python 3.11."""

CORES = 16
"""Cores of the machine in which the work is counted."""


def needs() -> list[tuple[str, str, str]]:
    """What a year needs: what, how much, how it comes from the figures."""
    of = {name: figure.valore for name, figure in (ASSUMED | MEASURED).items()}
    acts = of["comuni"] * of["atti_comune"] + of["altri_enti"] * of["atti_altro"]
    pages = acts * of["pagine_atto"] + of["regioni"] * of["pagine_bollettini"]
    a_page = 1 / of["pagine_secondo"] + of["ms_parti"] / 1000
    hours = pages / 3600
    reading, optical = hours * a_page, hours * of["scansioni"] * of["s_scansione"]
    days = (reading + optical) / CORES / 24
    parts = pages / of["pagine_documento"] * of["file_parti"]
    one_scheduler = 1000 / of["ms_compito"] * of["pagine_documento"] * a_page
    one_store = 1000 / of["ms_scrittura"] / of["pagine_secondo"]
    return [
        ("atti", _round(acts), "comuni × atti, più gli altri enti"),
        ("pagine", _round(pages), "atti × pagine, più i bollettini"),
        ("file", f"{_round(pages * of['kb_file'] / 1e9)} TB", "pagine × kB nei file"),
        ("leggere e scrivere le parti", _hours(reading), "pagine × (1 ÷ pagine al secondo + ms)"),
        ("leggere le scansioni", _hours(optical), "pagine scansite × secondi"),
        (
            f"macchine da {CORES} core",
            f"una per {_round(days)} giorni, o {ceil(days)} per un giorno",
            "le due righe sopra",
        ),
        ("memoria di una macchina", f"{_round(CORES * of['mb_core'] / 1000)} GB", "core × MB"),
        (
            "parti",
            f"{_round(pages * of['kb_parti'] / 1e9)} TB, {_round(parts)} di file",
            "pagine × kB; file × parti",
        ),
        ("archivi", f"{_round(pages * of['kb_archivio'] / 1e9)} TB", "pagine × kB nell'archivio"),
        ("scriverle in un archivio solo", _hours(hours * of["ms_scrittura"] / 1000), "pagine × ms"),
        ("unire le parti in uno solo", _hours(hours * of["ms_unione"] / 1000), "pagine × ms"),
        ("core che un archivio occupa", _round(one_store), "tempo di leggere ÷ di scrivere"),
        ("core che uno scheduler occupa", _round(one_scheduler), "pagine di un file × tempo ÷ ms"),
    ]


def _hours(value: float) -> str:
    return f"{_round(value)} ore di un core"


def _round(value: float) -> str:
    """A number in Italian with two significant figures."""
    if value >= 1e6:
        return f"{_round(value / 1e6)} milioni"
    digits = 2 - len(str(int(value))) if value >= 1 else 2
    shown = f"{round(value, digits):,.{max(digits, 0)}f}"
    shown = shown.rstrip("0").rstrip(".") if "." in shown else shown
    return shown.translate(str.maketrans(",.", ".,"))


def tables() -> str:
    """The three tables, in Markdown."""
    lines = []
    for title, figures in (("ipotesi", ASSUMED), ("misura", MEASURED)):
        lines += [f"| {title} | valore | fonte |", "| --- | ---: | --- |"]
        for figure in figures.values():
            value = f"{figure.valore:,.10g}".translate(str.maketrans(",.", ".,"))
            lines.append(f"| {figure.che_cosa} | {value} | {figure.fonte} |")
        lines.append("")
    lines += ["| in un anno | quanto | come si calcola |", "| --- | ---: | --- |"]
    lines += [f"| {what} | {much} | {how} |" for what, much, how in needs()]
    return "\n".join(lines)


@click.command()
@click.option("--write", is_flag=True, help="Put the tables into docs/cluster.md.")
def main(write: bool) -> None:
    """Print the tables."""
    if not write:
        click.echo(tables())
        return
    before, _, rest = DOCS.read_text("utf-8").partition(MARKS[0])
    after = re.split(re.escape(MARKS[1]), rest, maxsplit=1)[1]
    DOCS.write_text(f"{before}{MARKS[0]}\n\n{tables()}\n\n{MARKS[1]}{after}", "utf-8")


if __name__ == "__main__":
    main()
