"""The commands that fill a store, and the one that says what is in it."""

import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from extractor.commands.arguments import (
    DATABASE,
    EXISTING,
    FOLDER,
    OCR,
    OCR_HELP,
    AnyPlace,
    asked_to_stop,
    bounded,
    echo_json,
    stopped_by_the_system_too,
)
from extractor.commands.clustering import clustered, lacking
from extractor.progress import Progress, log_json, print_status, print_summary, tell_stopping

if TYPE_CHECKING:
    from extractor.outcomes import Summary


def reading_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of an ingest, but for what to ingest."""
    for option in reversed((
        click.option("--db", "database", metavar="FILE", required=True, type=DATABASE,
                     help="Archivio SQLite da creare o aggiornare."),
        click.option("--ocr", type=OCR, default="auto", show_default=True, help=OCR_HELP),
        click.option("--workers", metavar="N", type=click.IntRange(0, 256), default=0,
                     help="Processi; 0 (predefinito): uno per core."),
        click.option("--json-log", is_flag=True,
                     help="Racconta il lavoro in JSON, una riga per file, sullo standard error."),
    )):  # fmt: skip
        command = option(command)
    return bounded(command)


@click.command(options_metavar="[OPZIONI]", short_help="Legge atti in un archivio.")
@click.argument(
    "paths",
    metavar="PERCORSO...",
    nargs=-1,
    required=True,
    type=AnyPlace(readable=False, path_type=Path),
)
@reading_options
@clustered
@click.option(
    "--to-parquet",
    "parts",
    metavar="DIR",
    type=AnyPlace(file_okay=False),
    help="Scrive anche, dove si legge, parti Parquet in una cartella o a un indirizzo.",
)
@click.option(
    "--parquet-only",
    "parts_only",
    is_flag=True,
    help="Con --to-parquet: in --db tiene solo che cosa ha letto, per riprendere da lì.",
)
@click.option("--prune", is_flag=True, help="Dimentica i file che nelle cartelle non ci sono più.")
@click.option("--retry-failed", is_flag=True, help="Riprova i file che non si erano letti.")
@click.option(
    "--rehash",
    is_flag=True,
    help="Ricontrolla il contenuto dei file, anche se data e dimensione sono le stesse.",
)
def ingest(
    paths: tuple[Path | str, ...], database: Path, ocr: Any, workers: int, bounds: Any,
    json_log: bool, pool: Any, parts: str | None, parts_only: bool, prune: bool, retry_failed: bool,
    rehash: bool,
) -> None:  # fmt: skip
    """Legge i file indicati, e quelli delle cartelle indicate, in un archivio.

    I file già letti si riconoscono dal contenuto e si saltano, anche se spostati o rinominati; si
    saltano anche i file nascosti (.nome) e i collegamenti a cartelle. Un file che non si può
    leggere è registrato con il motivo (tabella file) e gli altri proseguono: il comando esce
    allora con 1. Si riprova con --retry-failed, o quando Spoglio è più nuovo.

    Ctrl-C finisce i file in lettura; premuto due volte li lascia.

    Un PERCORSO può essere un indirizzo: s3://…, https://…, file://… (pip install
    'spoglio[cluster]'). Con --scheduler i file si leggono sui worker di un cluster Dask, che
    dev'essere fidato (docs/cluster.md); quelli di questa macchina gli sono mandati, quelli agli
    indirizzi li prende il worker. Con --to-parquet si scrive anche una parte Parquet per documento
    e tabella, che DuckDB legge e spoglio merge riunisce.

    \b
    Esempi:
      spoglio ingest bollettini/ --db atti.db
      spoglio ingest determina.pdf delibera.pdf.p7m --db atti.db --ocr never
      spoglio ingest bollettini/ --db atti.db --prune --retry-failed
      spoglio ingest s3://atti/2024/ --db atti.db --scheduler tls://capo:8786 \\
        --tls-ca ca.pem --tls-cert io.pem --tls-key io.key --to-parquet s3://atti/parti
    """
    from extractor.addresses import AddressError
    from extractor.ingest import Options, find

    if parts_only and not parts:
        raise click.UsageError("--parquet-only vuole --to-parquet.")
    try:
        found = find(paths, database)
    except AddressError as error:
        raise click.ClickException(str(error)) from error
    if not found:
        raise click.UsageError("Nessun file nelle cartelle indicate.")
    options = Options(
        ocr=ocr, workers=workers, bounds=bounds,
        rehash=rehash, retry_failed=retry_failed, prune=prune, pool=pool, parts=parts,
        parts_only=parts_only,
    )  # fmt: skip
    with stopped_by_the_system_too(), asked_to_stop(partial(tell_stopping, json_log)) as stop:
        summary = run(found, database, options, json_log, stop)
    if summary.failures or summary.unread or summary.left:
        sys.exit(1)


def run(
    found: Sequence[Any], database: Path, options: Any, json_log: bool, stop: Callable[[], bool]
) -> "Summary":
    """Ingest and tell; what was done."""
    from extractor.addresses import AddressError
    from extractor.ingest import ingest as ingest_all
    from extractor.isolation import PoolError
    from extractor.parts.errors import PartsError
    from extractor.store.errors import StoreError
    from extractor.store.opening import needs_upgrade

    if needs_upgrade(database):
        _tell_upgrade(json_log)
    progress = Progress(len(found), json_log=json_log)
    try:
        with progress:
            summary = ingest_all(found, database, options, progress.told, stop)
    except (StoreError, PoolError, PartsError, AddressError) as error:
        raise Failed(str(error), json_log) from error
    except ModuleNotFoundError as error:
        raise lacking(error) from error
    except KeyboardInterrupt:
        _tell_left(len(found) - progress.done, json_log)
        sys.exit(1)
    print_summary(summary, database, progress)
    if summary.left:
        _tell_left(summary.left, json_log)
    return summary


class Failed(click.ClickException):
    """What ends the work, told as the rest of it is: no line of a JSON log is anything else."""

    def __init__(self, message: str, json_log: bool) -> None:
        super().__init__(message)
        self.json_log = json_log

    def show(self, file: IO[Any] | None = None) -> None:
        """Tell it."""
        if self.json_log:
            log_json("errore", errore=self.message)
        else:
            super().show(file)


def _tell_upgrade(json_log: bool) -> None:
    if json_log:
        log_json("aggiornamento")
    else:
        told = "L'archivio è di una versione precedente di Spoglio: prima di leggere si aggiorna."
        click.echo(told, err=True)


def _tell_left(count: int, json_log: bool) -> None:
    if json_log:
        log_json("interrotto", restano=count)
        return
    left = "resta un file" if count == 1 else f"restano {count} file"
    click.echo(f"Interrotto: {left}. Ripetere il comando per finire.", err=True)


@click.command(options_metavar="[OPZIONI]", short_help="Dice che cosa c'è in un archivio.")
@click.argument("database", metavar="DB", type=EXISTING)
@click.option("--json", "as_json", is_flag=True, help="Stampa lo stato in JSON.")
def status(database: Path, as_json: bool) -> None:
    """Dice che cosa c'è in un archivio, che cosa non si è letto e perché, e con che versioni.

    Dice anche quanti documenti sono di una versione diversa da questa, e se per aggiornarli basta
    il testo conservato o si devono rileggere i file.

    \b
    Esempi:
      spoglio status atti.db
      spoglio status atti.db --json
    """
    from extractor.pipeline import STAGE_VERSIONS, TEXT_VERSION, VERSION
    from extractor.store.errors import StoreError
    from extractor.store.status import read_status

    try:
        found = read_status(database, VERSION, TEXT_VERSION, STAGE_VERSIONS)
    except StoreError as error:
        raise click.ClickException(str(error)) from error
    if as_json:
        echo_json(found.model_dump())
    else:
        print_status(found, database)


@click.command(
    options_metavar="[OPZIONI]", short_help="Legge in un archivio ciò che arriva in una cartella."
)
@click.argument("folder", metavar="CARTELLA", type=FOLDER)
@reading_options
@click.option(
    "--every",
    metavar="SECONDI",
    type=click.FloatRange(0.1, 86_400),
    default=2.0,
    show_default=True,
    help="Quanto spesso guardare la cartella.",
)
def watch(
    folder: Path, database: Path, ocr: Any, workers: int, bounds: Any, json_log: bool, every: float
) -> None:
    """Legge in un archivio i file di una cartella, e quelli che vi arrivano, finché non si ferma.

    Un file che si sta ancora scrivendo si aspetta: si legge quando non cambia da tre secondi.
    Ctrl-C finisce i file in lettura ed esce.

    \b
    Esempi:
      spoglio watch arrivi/ --db atti.db
      spoglio watch arrivi/ --db atti.db --every 60 --json-log
    """
    from extractor.ingest import Options, find
    from extractor.watching import Arrivals

    arrivals = Arrivals()
    options = Options(ocr=ocr, workers=workers, bounds=bounds)
    with (
        stopped_by_the_system_too(),
        asked_to_stop(partial(tell_stopping, json_log)) as stop,
        suppress(KeyboardInterrupt),
    ):
        while not stop():
            if ready := arrivals.ready(find([folder], database)):
                run(ready, database, options, json_log, stop)
            _rest(every, stop)


def _rest(seconds: float, stop: Callable[[], bool]) -> None:
    """Sleep, but not for long once asked to stop."""
    until = time.monotonic() + seconds
    while not stop() and (left := until - time.monotonic()) > 0:
        time.sleep(min(left, 0.2))
