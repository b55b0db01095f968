"""What commands take to read on many machines, and the one that joins what these have made."""

import sys
from collections.abc import Callable
from functools import partial, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from extractor.commands.arguments import DATABASE, EXISTING, AnyPlace
from extractor.isolation import PRELOADED
from extractor.progress import plain, print_counts

if TYPE_CHECKING:
    from extractor.merging import Merged

SHOWN = 20
"""Conflicts that are printed one by one."""


def clustered(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the cluster that reads in its place, as ``pool`` (None: this machine)."""
    for option in reversed((
        click.option("--scheduler", metavar="INDIRIZZO",
                     help="Legge sui worker di un cluster Dask: tcp://… o tls://…"),
        click.option("--tls-ca", metavar="FILE", type=EXISTING,
                     help="Con tls://: il certificato (PEM) di chi firma quelli del cluster."),
        click.option("--tls-cert", metavar="FILE", type=EXISTING,
                     help="Con tls://: il certificato di questa macchina."),
        click.option("--tls-key", metavar="FILE", type=EXISTING, help="Con tls://: la sua chiave."),
    )):  # fmt: skip
        command = option(command)

    @wraps(command)
    def with_pool(
        scheduler: str | None,
        tls_ca: Path | None,
        tls_cert: Path | None,
        tls_key: Path | None,
        **values: Any,
    ) -> None:
        files = [None if path is None else str(path) for path in (tls_ca, tls_cert, tls_key)]
        if any(files) and not (scheduler or "").startswith("tls://"):
            raise click.UsageError("Le opzioni --tls-… vanno con --scheduler tls://…")
        command(**values, pool=_pool(scheduler, files) if scheduler else None)

    return with_pool


def _pool(scheduler: str, files: list[str | None]) -> Callable[[Any], Any]:
    if not scheduler.startswith(("tcp://", "tls://")):
        raise click.UsageError(f"--scheduler vuole tcp://HOST:PORTA o tls://…, non {scheduler}.")
    from extractor.cluster import Cluster, DaskPool

    return partial(DaskPool, Cluster(scheduler, *files), module=PRELOADED)


@click.command(
    options_metavar="[OPZIONI]", short_help="Fa un archivio solo di più archivi o di parti."
)
@click.argument("sources", metavar="ORIGINE...", nargs=-1, required=True,
                type=AnyPlace(readable=False, path_type=Path))  # fmt: skip
@click.option("--db", "database", metavar="FILE", required=True, type=DATABASE,
              help="Archivio SQLite da creare o completare.")  # fmt: skip
def merge(sources: tuple[Path | str, ...], database: Path) -> None:
    """Fa un archivio solo di più archivi, o delle parti scritte con --to-parquet.

    Un'ORIGINE è un archivio, oppure la cartella o l'indirizzo di parti Parquet. Il risultato è
    come se un solo ingest avesse letto tutto: i documenti uguali si riconoscono dal contenuto; se
    li hanno letti versioni diverse vale la più nuova, e il comando lo dice; registro, segnalazioni
    e rimandi si rifanno. Se --db c'è già, si completa. Interrotto, si ripete.

    Esce con 1 se qualche documento non è intero in nessuna origine.

    \b
    Esempi:
      spoglio merge nord.db sud.db --db italia.db
      spoglio merge parti/ --db atti.db
      spoglio merge s3://atti/parti --db atti.db
    """
    from extractor.addresses import AddressError
    from extractor.merging import merge as merge_all
    from extractor.parts.errors import PartsError
    from extractor.store.errors import StoreError

    places = [str(source) for source in sources]
    for place in places:
        if "://" not in place and not Path(place).exists():
            raise click.UsageError(f"{place}: non c'è.")
        if Path(place).resolve() == database.resolve():
            raise click.UsageError(f"{place} è sia un'origine sia --db: toglierlo dalle origini.")
    try:
        merged = merge_all(places, database, _told())
    except (StoreError, PartsError, AddressError) as error:
        raise click.ClickException(str(error)) from error
    except ModuleNotFoundError as error:
        raise lacking(error) from error
    _tell(merged, database)
    if merged.broken:
        sys.exit(1)


def lacking(error: ModuleNotFoundError) -> click.ClickException:
    """What to install where a package of the extra is missing."""
    return click.ClickException(f"Serve il pacchetto {error.name}: pip install 'spoglio[cluster]'.")


def _told() -> Callable[[int, int], None]:
    """Tell how much is done, on a terminal, in place; else nothing."""

    def told(done: int, total: int) -> None:
        if sys.stderr.isatty() and (done % 20 == 0 or done == total):
            click.echo(f"\rUnione: {done} di {total} file", err=True, nl=done == total)

    return told


def _tell(merged: "Merged", database: Path) -> None:
    for conflict in merged.conflicts[:SHOWN]:
        line = f"{conflict.cosa}: tenuto {conflict.tenuto}, lasciato {conflict.lasciato}"
        click.echo(plain(line), err=True)
    if (more := len(merged.conflicts) - SHOWN) > 0:
        click.echo(f"Altre {more} letture diverse.", err=True)
    for path in merged.broken:
        click.echo(plain(f"{path}: documento non intero, da leggere di nuovo"), err=True)
    rows: list[tuple[str, int | str]] = [
        ("file", merged.paths),
        ("documenti scritti", merged.written),
        ("  c'erano già", merged.there),
        ("  in più origini", merged.repeated),
        ("letture diverse, tenuta la più nuova", len(merged.conflicts)),
        ("file dal documento non intero", len(merged.broken)),
    ]
    print_counts(f"Archivio {database}", [row for row in rows if row[1] or row[0] == "file"])
