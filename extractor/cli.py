"""The command line, and nothing else. Exit codes: 0 all well, 1 something failed, 2 wrong usage.

Everything heavy is imported inside the commands that need it, so that ``--help`` and ``search``
answer at once.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from extractor.commands import exporting
from extractor.commands.arguments import (
    DATABASE,
    EXISTING,
    FOLDER,
    OCR,
    OCR_HELP,
    AnyPath,
    bounded,
    echo_json,
)
from extractor.commands.bulk import ingest, status, watch
from extractor.commands.clustering import merge
from extractor.commands.fetching import fetch
from extractor.commands.hiding import oscura
from extractor.commands.identity import identita
from extractor.progress import acts, plain
from extractor.refusals import cause


class _Program(click.Group):
    """The commands; what the machine refuses them is told in a line."""

    def invoke(self, ctx: click.Context) -> Any:
        for stream in (sys.stdout, sys.stderr):
            # A letter that the terminal cannot show must not end the work
            if reconfigure := getattr(stream, "reconfigure", None):
                reconfigure(errors="replace")
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise  # the reader of our output has seen enough: click ends in silence
        except OSError as error:
            where = f"{error.filename}: " if error.filename else ""
            raise click.ClickException(
                f"{where}il sistema rifiuta l'operazione: {cause(error)}."
            ) from error


STRONG = ("\x1b[1;33m", "\x1b[0m")
"""What a terminal shows bold and yellow stands between these."""


@click.group(
    cls=_Program,
    subcommand_metavar="COMANDO [ARGOMENTI]...",
    options_metavar="[OPZIONI]",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="spoglio", prog_name="spoglio")
def main() -> None:
    """Spoglio legge gli atti ufficiali italiani e ne fa un archivio in cui cercare.

    \b
    Per cominciare:
      spoglio ingest CARTELLA --db atti.db     legge gli atti di una cartella
      spoglio search atti.db "CUP unico"       cerca nel testo e negli oggetti
      spoglio serve atti.db                    apre l'archivio nel browser
    """


for command in (
    ingest, merge, status, watch, fetch, identita, oscura, exporting.export, exporting.schema,
):  # fmt: skip
    main.add_command(command)


@main.command(options_metavar="[OPZIONI]", short_help="Stampa in JSON ciò che ricava da un file.")
@click.argument("path", metavar="FILE", type=EXISTING)
@click.option(
    "--until",
    "stage",
    type=click.Choice(["document", "structure", "facts", "records"]),
    default="records",
    show_default=True,
    help="Lo stadio a cui fermarsi.",
)
@click.option("--ocr", type=OCR, default="auto", show_default=True, help=OCR_HELP)
@bounded
def extract(path: Path, stage: str, ocr: Any, bounds: Any) -> None:
    """Legge un file e stampa in JSON ciò che ne ricava, fino allo stadio indicato.

    \b
    Gli stadi, nell'ordine:
      document   il testo nell'ordine di lettura, le pagine, le tabelle
      structure  gli atti e le loro parti
      facts      i fatti trovati, prima di essere riuniti
      records    i record dell'archivio, con le segnalazioni (predefinito)

    Di un archivio compresso o di un messaggio stampa una lista, un elemento per documento.

    \b
    Esempi:
      spoglio extract determina.pdf > determina.json
      spoglio extract determina.pdf --until document --ocr never
    """
    from extractor.stages import run_until

    results = _apart(path, bounds, run_until, path, stage, ocr=ocr)
    echo_json(results[0] if len(results) == 1 else results)


@main.command(
    options_metavar="[OPZIONI]", short_help="Controlla un atto o un archivio: ciò che non torna."
)
@click.argument("path", metavar="FILE|DB", type=EXISTING)
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json", "sarif"]),
    default="text",
    show_default=True,
    help="Come stampare le segnalazioni.",
)
@click.option("--ocr", type=OCR, default="auto", show_default=True, help=OCR_HELP)
@bounded
def check(path: Path, style: str, ocr: Any, bounds: Any) -> None:
    """Controlla un atto, o tutti quelli di un archivio, e stampa ciò che non torna.

    Di un archivio di Spoglio stampa le segnalazioni già raccolte e i numeri di bollettino che
    mancano. Esce con 1 se c'è almeno un errore: un atto si può controllare prima di pubblicarlo.

    \b
    Esempi:
      spoglio check determina.pdf
      spoglio check atti.db --format json
      spoglio check determina.pdf --format sarif > segnalazioni.sarif
    """
    from extractor.commands import check as checks
    from extractor.store.errors import StoreError

    try:
        if checks.is_database(path):
            checked = checks.check_store(path)
        else:
            checked = _apart(path, bounds, checks.check_file, path, ocr=ocr)
    except StoreError as error:
        raise click.ClickException(str(error)) from error
    if style == "text":
        for line in checks.as_text(checked):
            click.echo(plain(line))
    elif style == "json":
        echo_json(checks.as_json(checked))
    else:
        from extractor.commands.sarif import as_sarif

        echo_json(as_sarif(checked))
    if checks.has_errors(checked):
        sys.exit(1)


@main.command(
    options_metavar="[OPZIONI]", short_help="Disegna le pagine di un PDF con ciò che ne ha letto."
)
@click.argument("path", metavar="FILE", type=EXISTING)
@click.option(
    "--to",
    "folder",
    metavar="CARTELLA",
    required=True,
    type=AnyPath(file_okay=False, path_type=Path),
    help="Cartella in cui scrivere un'immagine PNG per pagina.",
)
@click.option("--ocr", type=OCR, default="auto", show_default=True, help=OCR_HELP)
@bounded
def pages(path: Path, folder: Path, ocr: Any, bounds: Any) -> None:
    """Disegna le pagine di un PDF con ciò che se ne è letto, per controllarlo a occhio.

    In blu le righe, numerate per paragrafo nell'ordine di lettura (il filo rosso); in verde le
    tabelle; in grigio testatine, piè di pagina e timbri, che non fanno parte del testo.

    \b
    Esempio:
      spoglio pages determina.pdf --to pagine/
    """
    from extractor.stages import drawn_pages

    drawn = _apart(path, bounds, drawn_pages, path, folder, ocr=ocr)
    if not drawn:
        raise click.ClickException(f"{path}: non è un PDF, non ha pagine da disegnare.")
    for picture in drawn:
        click.echo(picture)


def _apart(path: Path, bounds: Any, function: Callable[..., Any], *args: Any, **values: Any) -> Any:
    """What a function gives of a file, read in a process of its own within the bounds."""
    from extractor.documents import ReadError
    from extractor.isolation import PoolError, apart

    try:
        return apart(bounds, function, *args, **values)
    except (ReadError, PoolError) as error:
        raise click.ClickException(f"{path}: {error}") from error
    except Exception as error:
        if reason := bounds.reason(error):
            raise click.ClickException(f"{path}: {reason}") from error
        raise


# An excluded word begins like an option: only the long options are taken for one
@main.command(
    options_metavar="[OPZIONI]",
    short_help="Cerca gli atti che hanno certe parole.",
    context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]},
)
@click.argument("database", metavar="DB", type=DATABASE)
@click.argument("words", metavar="PAROLE...", nargs=-1, required=True)
@click.option(
    "--limit",
    metavar="N",
    type=click.IntRange(1, 10_000),
    default=20,
    show_default=True,
    help="Atti da mostrare.",
)
@click.option("--json", "as_json", is_flag=True, help="Stampa i risultati in JSON.")
def search(database: Path, words: tuple[str, ...], limit: int, as_json: bool) -> None:
    """Cerca gli atti che hanno tutte le parole, al singolare o al plurale, con o senza accenti.

    "frase esatta" tra virgolette, -parola per escluderla, inizio* per le parole che cominciano
    così. Esce con 1 se non trova nulla.

    \b
    Esempi:
      spoglio search atti.db CUP unico
      spoglio search atti.db '"liste di attesa"' -farmac*
    """
    for word in words:
        if word.startswith("--"):
            raise click.NoSuchOption(word)
    from extractor.store.search import QueryError, SearchError
    from extractor.store.search import search as find

    try:
        hits = list(find(database, " ".join(words), limit))
    except QueryError as error:
        raise click.UsageError(str(error)) from error
    except SearchError as error:
        raise click.ClickException(str(error)) from error
    if as_json:
        rows = [{**hit._asdict(), "passaggio": _mark(hit.passaggio, "«", "»")} for hit in hits]
        echo_json(rows)
    else:
        for hit in hits:
            name = " ".join(filter(None, (hit.sigla, hit.numero and f"n. {hit.numero}", hit.data)))
            click.secho(plain(f"{name} — {hit.ente}" if hit.ente else name), bold=True)
            click.echo(f"  {_short(plain(hit.oggetto))}")
            where = f"{hit.documento}, p. {hit.pagina}: {' '.join(hit.passaggio.split())}"
            click.echo(f"  {_mark(plain(where), *STRONG)}\n")
        click.echo(acts(len(hits)), err=True)
    if not hits:
        sys.exit(1)


@main.command(options_metavar="[OPZIONI]", short_help="Apre un archivio nel browser.")
@click.argument("database", metavar="DB", type=EXISTING)
@click.option(
    "--port",
    metavar="N",
    type=click.IntRange(0, 65535),
    default=8001,
    show_default=True,
    help="Porta su 127.0.0.1; 0: una libera.",
)
@click.option(
    "--documents",
    is_flag=True,
    help="Permette di scaricare i file originali, con i dati personali che contengono.",
)
@click.option(
    "--dati-personali",
    "personal",
    is_flag=True,
    help="Mostra i dati personali, che altrimenti sono coperti; mai i nomi oscurati.",
)
def serve(database: Path, port: int, documents: bool, personal: bool) -> None:
    """Apre l'archivio nel browser, su questa macchina soltanto (127.0.0.1).

    Di solito i dati personali non necessari (codici fiscali e conti di persone, beneficiari) sono
    coperti, nel testo e sulle immagini delle pagine, e i file originali non si scaricano.

    \b
    Esempi:
      spoglio serve atti.db
      spoglio serve atti.db --port 8080 --documents --dati-personali
    """
    from extractor.site import Options, ServeError
    from extractor.site import serve as serve_store

    try:
        serve_store(database, port, Options(personal, documents), _told_open)
    except ServeError as error:
        raise click.ClickException(str(error)) from error


@main.command(
    options_metavar="[OPZIONI]", short_help="Misura quanto legge bene, sulle annotazioni a mano."
)
@click.argument(
    "gold",
    metavar="[GOLD]",
    default="corpus/gold",
    type=FOLDER,
)
@click.option(
    "--documents",
    metavar="CARTELLA",
    type=FOLDER,
    help="Cartella dei documenti, con i nomi del gold; predefinita: documents, accanto al gold.",
)
@click.option("--json", "as_json_", is_flag=True, help="Stampa le misure in JSON.")
@click.option(
    "--show", metavar="TIPO", help="Mostra ogni mancato e ogni falso di un tipo, con la sua frase."
)
def evaluate(gold: Path, documents: Path | None, as_json_: bool, show: str | None) -> None:
    """Misura precisione, richiamo e F1 sulle annotazioni fatte a mano (vedi corpus/GOLD.md).

    \b
    Esempi:
      spoglio evaluate
      spoglio evaluate --show scadenze
      spoglio evaluate corpus/gold --documents build/pdf --json
    """
    from rich.console import Console

    from extractor import evaluation as ev
    from extractor.documents import ReadError
    from extractor.pipeline import extract_all

    names = (*ev.KIND_NAMES, "intestazioni", "evidenza")
    if show is not None and show not in names:
        raise click.UsageError(f"--show vuole uno di: {', '.join(names)}.")
    try:
        result = ev.evaluate(ev.load(gold, documents), lambda path: next(iter(extract_all(path))))
    except (ev.GoldError, ReadError) as error:
        raise click.ClickException(str(error)) from error
    console = Console(width=None if sys.stdout.isatty() else 120)
    if as_json_:
        echo_json(ev.as_json(result))
    elif show:
        ev.print_shown(result, show, console)
    else:
        ev.print_report(result, console)


def _told_open(address: str) -> None:
    click.echo(f"L'archivio è aperto: {address}  (Ctrl-C lo chiude)", err=True)


def _mark(text: str, before: str, after: str) -> str:
    from extractor.store.search import HIGHLIGHT

    return text.replace(HIGHLIGHT[0], before).replace(HIGHLIGHT[1], after)


def _short(text: str, length: int = 160) -> str:
    text = " ".join(text.split())
    return text if len(text) <= length else text[: length - 1] + "…"


if __name__ == "__main__":
    main()
