"""``spoglio export`` and ``spoglio schema``: the store as files for other tools."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import click

from extractor.commands.arguments import EXISTING, AnyPath

FORMATS = ("csv", "jsonl", "parquet", "xlsx", "ics", "ocds", "akn")


def _formats(
    _ctx: click.Context, _param: click.Parameter, value: str | None
) -> tuple[str, ...] | None:
    """Names of formats, with commas between."""
    if value is None:
        return None
    names = [name.strip().lower() for name in value.split(",") if name.strip()]
    unknown = [name for name in names if name not in FORMATS]
    if unknown or not names:
        said = f"«{', '.join(unknown)}» non è un formato" if unknown else "nessun formato"
        raise click.BadParameter(f"{said}. I formati sono: {', '.join(FORMATS)}.")
    return tuple(name for name in FORMATS if name in names)


def _moment(_ctx: click.Context, _param: click.Parameter, value: str | None) -> datetime | None:
    """A day, or a moment; without a time zone, that of this machine."""
    if value is None:
        return None
    try:
        return datetime.fromisoformat(value.strip()).astimezone()
    except (ValueError, OverflowError) as error:
        raise click.BadParameter(
            f"«{value}» non è una data. Si scrive anno-mese-giorno, anche con l'ora: "
            "2026-03-31 o 2026-03-31T14:30."
        ) from error


@click.command(
    options_metavar="[OPZIONI]", short_help="Scrive un archivio in CSV, Excel e altri formati."
)
@click.argument("database", metavar="DB", type=EXISTING)
@click.option(
    "--to",
    "folder",
    metavar="CARTELLA",
    required=True,
    type=AnyPath(file_okay=False, path_type=Path),
    help="Cartella in cui scrivere, nuova o vuota.",
)
@click.option(
    "--format",
    "formats",
    metavar="FORMATI",
    callback=_formats,
    help=f"Formati, divisi da virgole; predefiniti tutti: {','.join(FORMATS)}.",
)
@click.option(
    "--dati-personali",
    "personal",
    is_flag=True,
    help="Scrive i dati personali, che altrimenti sono coperti; mai i nomi oscurati.",
)
@click.option(
    "--since",
    metavar="DATA",
    callback=_moment,
    help="Solo i documenti aggiunti, cambiati o rimossi da allora (vedi docs/esportazioni.md).",
)
@click.option("--force", is_flag=True, help="Sostituisce l'esportazione che la cartella contiene.")
def export(
    database: Path,
    folder: Path,
    formats: tuple[str, ...] | None,
    personal: bool,
    since: datetime | None,
    force: bool,
) -> None:
    """Scrive le tabelle di un archivio in file che altri programmi leggono.

    Ogni tabella in CSV, JSON Lines e Parquet, tutte in una cartella di lavoro di Excel, le
    scadenze in un calendario, gli atti con un CIG o un CUP come dati sui contratti (OCDS),
    ogni atto, intero, in Akoma Ntoso; datapackage.json (Frictionless) ne dice tipi, chiavi e
    significato, schema.json i record. Lo stesso archivio dà gli stessi byte.

    \b
    Esempi:
      spoglio export atti.db --to dati
      spoglio export atti.db --to dati --format csv,xlsx --force
      spoglio export atti.db --to novita --since 2026-03-31
    """
    from extractor.exports import ExportError, Wanted
    from extractor.exports import export as write

    chosen, lacking = _available(formats)
    wanted = Wanted(chosen, personal, since, force)
    try:
        with _bar() as told:
            written = write(database, folder, wanted, told)
    except ExportError as error:
        raise click.ClickException(str(error)) from error
    for line in (*lacking, *written.notes):
        click.echo(line, err=True)
    if since is not None and not written.rows.get("modifiche", 1):
        click.echo(f"Nulla è cambiato da {since:%Y-%m-%d %H:%M}.", err=True)
    rows = sum(written.rows.values())
    told_rows = f": {rows:,} righe di {len(written.rows)} tabelle".replace(",", ".")
    click.echo(f"{folder}{told_rows if written.rows else ''} ({', '.join(chosen)}).")


@click.command(options_metavar="[OPZIONI]", short_help="Stampa lo schema (JSON Schema) dei record.")
def schema() -> None:
    """Stampa lo schema (JSON Schema) di ogni record, con le descrizioni dei campi.

    \b
    Esempio:
      spoglio schema > schema.json
    """
    from extractor.exports import record_schemas

    click.echo(json.dumps(record_schemas(), ensure_ascii=False, indent=1))


def _available(formats: tuple[str, ...] | None) -> tuple[tuple[str, ...], list[str]]:
    """The formats asked for; of all, those that can be written here, and what to say of others."""
    from importlib.util import find_spec

    if formats is not None or find_spec("pyarrow") is not None:
        return formats or FORMATS, []
    left = tuple(name for name in FORMATS if name != "parquet")
    return left, ["Parquet non scritto: serve pip install 'spoglio[parquet]'."]


@contextmanager
def _bar() -> Iterator[Callable[[str, int, int], None]]:
    """A bar on a terminal; nothing elsewhere."""
    from rich import progress as bar
    from rich.console import Console

    console = Console(stderr=True)
    shown = bar.Progress(
        bar.TextColumn("Esportazione"),
        bar.BarColumn(),
        bar.TextColumn("{task.completed:.0f}/{task.total:.0f}, {task.description}"),
        bar.TimeRemainingColumn(),
        console=console,
        disable=not console.is_terminal,
    )
    with shown:
        task = shown.add_task("", total=0)
        yield lambda table, done, total: shown.update(
            task, description=table, completed=done, total=total
        )
