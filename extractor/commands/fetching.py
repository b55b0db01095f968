"""``spoglio fetch``: the documents that a page, a feed or a list of addresses points to."""

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from extractor.commands.arguments import (
    DATABASE,
    OCR,
    OCR_HELP,
    AnyPath,
    asked_to_stop,
    stopped_by_the_system_too,
)
from extractor.commands.bulk import Failed, run
from extractor.progress import log_json, plain, print_counts, tell_stopping

if TYPE_CHECKING:
    from extractor.fetch import Brought, Options, Summary


@click.command(
    options_metavar="[OPZIONI]", short_help="Scarica i documenti di una pagina o di un feed."
)
@click.argument("sources", metavar="INDIRIZZO...", nargs=-1, required=True)
@click.option(
    "--to",
    "folder",
    metavar="CARTELLA",
    required=True,
    type=AnyPath(file_okay=False, path_type=Path),
    help="Cartella in cui portare i documenti.",
)
@click.option(
    "--also",
    metavar="TESTO",
    multiple=True,
    help="Porta anche gli indirizzi che contengono questo testo (ripetibile).",
)
@click.option(
    "--pause",
    metavar="SECONDI",
    type=click.FloatRange(0, 3600),
    default=1.0,
    show_default=True,
    help="Pausa fra due richieste allo stesso server.",
)
@click.option(
    "--tries",
    metavar="N",
    type=click.IntRange(1, 20),
    default=5,
    show_default=True,
    help="Quante volte provare ciò che può riuscire più tardi.",
)
@click.option(
    "--timeout",
    metavar="SECONDI",
    type=click.IntRange(1, 86_400),
    default=600,
    show_default=True,
    help="Secondi al più per ogni documento.",
)
@click.option(
    "--max-size",
    metavar="MB",
    type=click.IntRange(1, 10_000),
    default=500,
    show_default=True,
    help="MB al più per ogni documento.",
)
@click.option(
    "--recheck",
    metavar="GIORNI",
    type=click.FloatRange(0),
    default=7.0,
    show_default=True,
    help="Dopo quanto chiedere di nuovo un documento che c'è già.",
)
@click.option("--retry-failed", is_flag=True, help="Riprova subito ciò che non si era avuto.")
@click.option(
    "--json-log",
    is_flag=True,
    help="Racconta il lavoro in JSON, una riga per indirizzo, sullo standard error.",
)
@click.option(
    "--db",
    "database",
    metavar="FILE",
    type=DATABASE,
    help="Poi legge la cartella in questo archivio, come spoglio ingest.",
)
@click.option("--ocr", type=OCR, default="auto", show_default=True, help=f"Con --db. {OCR_HELP}")
@click.option(
    "--workers",
    metavar="N",
    type=click.IntRange(0, 256),
    default=0,
    help="Con --db. Processi; 0 (predefinito): uno per core.",
)
def fetch(
    sources: tuple[str, ...], folder: Path, also: tuple[str, ...], pause: float, tries: int,
    timeout: int, max_size: int, recheck: float, retry_failed: bool, json_log: bool,
    database: Path | None, ocr: Any, workers: int,
) -> None:  # fmt: skip
    """Porta in una cartella i documenti a cui rimandano una pagina, un feed o un elenco.

    INDIRIZZO è quello di una pagina, di un feed RSS o Atom (anche AlboPOP) o di un documento, o
    il nome di un file che elenca indirizzi, uno per riga. Ciò che c'è già non si scarica di nuovo;
    ciò che si interrompe riprende da dove era. Un server alla volta, con pause, secondo il suo
    robots.txt; le reti private solo se l'indirizzo dato è loro.

    \b
    Esempi:
      spoglio fetch https://www.comune.esempio.it/albo/ --to arrivi
      spoglio fetch https://albo.esempio.it/feed.xml --to arrivi --db atti.db
      spoglio fetch indirizzi.txt --to arrivi --pause 5 --also /download/
    """
    from extractor.fetch import FetchError, Manners, Options

    options = Options(
        Manners(pause, 1.0, tries, timeout), also, max_size * 2**20, recheck, retry_failed
    )
    with stopped_by_the_system_too(), asked_to_stop(partial(tell_stopping, json_log)) as stop:
        try:
            fetched = _fetch(sources, folder, options, json_log, stop)
        except FetchError as error:
            raise Failed(str(error), json_log) from error
        except KeyboardInterrupt:
            sys.exit(1)
        failed = fetched.stopped or fetched.pages_failed or fetched.outcomes.get("errore")
        if database and not stop():
            failed = not _ingest(folder, database, ocr, workers, json_log, stop) or failed
    if failed:
        sys.exit(1)


def _fetch(
    sources: tuple[str, ...], folder: Path, options: "Options", json_log: bool, stop: Any
) -> "Summary":
    from extractor.fetch import fetch as fetch_all

    summary = fetch_all(sources, folder, options, partial(_tell, json_log), stop)
    if json_log:
        log_json("fine_scarico", **summary.outcomes, pagine_non_lette=summary.pages_failed,
                 byte=summary.bytes, fermato=summary.stopped)  # fmt: skip
        return summary
    counts = [(_ENDS[name], count) for name, count in sorted(summary.outcomes.items())]
    rows = [("documenti", sum(summary.outcomes.values())), *counts]
    if summary.pages_failed:
        rows.append(("pagine non lette", summary.pages_failed))
    print_counts(f"Cartella {folder}", [*rows, ("arrivati", f"{summary.bytes / 1e6:.1f} MB")])
    if summary.stopped:
        click.echo("Interrotto. Ripetere il comando per finire.", err=True)
    return summary


_ENDS = {
    "nuovo": "  nuovi", "cambiato": "  cambiati", "invariato": "  invariati",
    "noto": "  già presenti", "errore": "  non avuti",
}  # fmt: skip


def _tell(json_log: bool, brought: "Brought") -> None:
    if json_log:
        log_json("indirizzo", **vars(brought))
    elif brought.esito == "errore":
        click.echo(plain(f"{brought.url}: {brought.errore}"), err=True)
    elif brought.esito != "noto":
        click.echo(plain(f"{brought.url}: {brought.esito}, {brought.percorso}"), err=True)


def _ingest(
    folder: Path, database: Path, ocr: Any, workers: int, json_log: bool, stop: Any
) -> bool:
    """Ingest the folder; whether all went well."""
    from extractor.ingest import Options, find

    found = find([folder], database)
    if not found:
        return True
    summary = run(found, database, Options(ocr=ocr, workers=workers), json_log, stop)
    return not (summary.failures or summary.unread or summary.left)
