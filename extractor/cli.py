"""The command line, and nothing else. Exit codes: 0 all well, 1 something failed, 2 wrong usage.

Everything heavy is imported inside the commands that need it, so that ``--help`` and ``search``
answer at once.
"""

import json
import os
import sys
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from rich.console import Console

if TYPE_CHECKING:
    from extractor.ingest import Outcome, Summary

DATABASE = click.Path(dir_okay=False, path_type=Path)
OCR = click.Choice(["auto", "never", "force"])
OCR_HELP = (
    "Riconoscimento ottico (Tesseract) delle pagine: auto solo dove manca il testo, "
    "never mai, force sempre."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(version("spoglio"), prog_name="spoglio")
def main() -> None:
    """Spoglio legge gli atti ufficiali italiani e ne fa un archivio in cui cercare.

    \b
    Per cominciare:
      spoglio ingest CARTELLA --db atti.db     legge gli atti di una cartella
      spoglio search atti.db "CUP unico"       cerca nel testo e negli oggetti
      spoglio serve atti.db                    apre l'archivio nel browser
    """


@main.command()
@click.argument(
    "paths", metavar="PERCORSO...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option(
    "--db", "database", required=True, type=DATABASE, help="Archivio SQLite da creare o aggiornare."
)
@click.option("--ocr", type=OCR, default="auto", show_default=True, help=OCR_HELP)
@click.option(
    "--workers", type=click.IntRange(0), default=0, help="Processi; 0 (predefinito): uno per core."
)
@click.option(
    "--timeout",
    type=click.FloatRange(1),
    default=600.0,
    show_default=True,
    help="Secondi al più per ogni file.",
)
@click.option(
    "--max-memory",
    type=click.IntRange(512),
    default=4096,
    show_default=True,
    help="MB di memoria al più per ogni file.",
)
def ingest(
    paths: tuple[Path, ...], database: Path, ocr: Any, workers: int, timeout: float, max_memory: int
) -> None:
    """Legge i file indicati, e quelli delle cartelle indicate, in un archivio.

    I file già letti si riconoscono dal contenuto e si saltano. Un file che non si può leggere è
    registrato con il motivo (tabella file) e gli altri proseguono: il comando esce allora con 1.

    \b
    Esempi:
      spoglio ingest bollettini/ --db atti.db
      spoglio ingest determina.pdf delibera.pdf.p7m --db atti.db --ocr never
    """
    from extractor.ingest import Options, find
    from extractor.ingest import ingest as ingest_all
    from extractor.store import StoreError

    found = find(paths, database)
    if not found:
        raise click.UsageError("Nessun file nelle cartelle indicate.")
    options = Options(ocr=ocr, workers=workers, seconds=timeout, memory=max_memory * 2**20)
    progress = _Progress(len(found))
    try:
        with progress:
            summary = ingest_all(found, database, options, progress.told)
    except StoreError as error:
        raise click.ClickException(str(error)) from error
    except KeyboardInterrupt:
        left = len(found) - progress.done
        click.echo(f"Interrotto: restano {left} file. Ripetere il comando per finire.", err=True)
        sys.exit(1)
    _print_summary(summary, database)
    if summary.failures:
        sys.exit(1)


@main.command()
@click.argument(
    "path", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option(
    "--until",
    "stage",
    type=click.Choice(["document", "structure", "facts", "records"]),
    default="records",
    show_default=True,
    help="Lo stadio a cui fermarsi.",
)
@click.option("--ocr", type=OCR, default="auto", show_default=True, help=OCR_HELP)
def extract(path: Path, stage: str, ocr: Any) -> None:
    """Legge un file e stampa in JSON ciò che ne ricava, fino allo stadio indicato.

    \b
    Gli stadi, nell'ordine:
      document   il testo nell'ordine di lettura, le pagine, le tabelle
      structure  gli atti e le loro parti
      facts      i fatti trovati, prima di essere riuniti
      records    i record dell'archivio, con le segnalazioni (predefinito)

    Di un archivio compresso o di un messaggio stampa una lista, un elemento per documento.
    """
    from extractor.documents import ReadError
    from extractor.stages import run_until

    try:
        results = list(run_until(path, stage, ocr=ocr))
    except ReadError as error:
        raise click.ClickException(f"{path}: {error}") from error
    shown = results[0] if len(results) == 1 else results
    click.echo(json.dumps(shown, ensure_ascii=False, indent=1))


@main.command()
@click.argument(
    "path", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option(
    "--to",
    "folder",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="Cartella in cui scrivere un'immagine PNG per pagina.",
)
@click.option("--ocr", type=OCR, default="auto", show_default=True, help=OCR_HELP)
def pages(path: Path, folder: Path, ocr: Any) -> None:
    """Disegna le pagine di un PDF con ciò che se ne è letto, per controllarlo a occhio.

    In blu le righe, numerate per paragrafo nell'ordine di lettura (il filo rosso); in verde le
    tabelle; in grigio testatine, piè di pagina e timbri, che non fanno parte del testo.
    """
    from extractor.documents import ReadError, draw_pages, read_all

    drawn = 0
    try:
        for source in read_all(path, ocr=ocr):
            for picture in draw_pages(source, folder):
                click.echo(picture)
                drawn += 1
    except ReadError as error:
        raise click.ClickException(f"{path}: {error}") from error
    if not drawn:
        raise click.ClickException(f"{path}: non è un PDF, non ha pagine da disegnare.")


@main.command()
@click.argument("database", metavar="DB", type=DATABASE)
@click.argument("words", metavar="PAROLE...", nargs=-1, required=True)
@click.option(
    "--limit", type=click.IntRange(1), default=20, show_default=True, help="Atti da mostrare."
)
@click.option("--json", "as_json", is_flag=True, help="Stampa i risultati in JSON.")
def search(database: Path, words: tuple[str, ...], limit: int, as_json: bool) -> None:
    """Cerca nell'archivio: tutte le parole, senza badare ad accenti e maiuscole.

    "frase esatta" tra virgolette, -parola per escluderla, inizio* per le parole che cominciano
    così. Esce con 1 se non trova nulla.

    \b
    Esempi:
      spoglio search atti.db CUP unico
      spoglio search atti.db '"liste di attesa"' -farmac*
    """
    from extractor.store.search import SearchError
    from extractor.store.search import search as find

    try:
        hits = list(find(database, " ".join(words), limit))
    except SearchError as error:
        raise click.ClickException(str(error)) from error
    if as_json:
        rows = [{**hit._asdict(), "passaggio": _mark(hit.passaggio, "«", "»")} for hit in hits]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        for hit in hits:
            name = " ".join(filter(None, (hit.sigla, hit.numero and f"n. {hit.numero}", hit.data)))
            click.secho(f"{name} — {hit.ente}" if hit.ente else name, bold=True)
            click.echo(f"  {_short(hit.oggetto)}")
            passage = _mark(hit.passaggio, "\x1b[1;33m", "\x1b[0m")
            click.echo(f"  {hit.documento}, p. {hit.pagina}: {' '.join(passage.split())}\n")
        click.echo(f"{len(hits)} atti" if len(hits) != 1 else "1 atto", err=True)
    if not hits:
        sys.exit(1)


@main.command()
@click.argument(
    "database", metavar="DB", type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8001,
    show_default=True,
    help="Porta su 127.0.0.1.",
)
def serve(database: Path, port: int) -> None:
    """Apre l'archivio nel browser, con Datasette, su questa macchina soltanto (127.0.0.1)."""
    from extractor.site import ServeError
    from extractor.site import serve as serve_store

    try:
        serve_store(database, port)
    except ServeError as error:
        raise click.ClickException(str(error)) from error


@main.command()
@click.argument(
    "gold",
    metavar="[GOLD_DIR]",
    default="corpus/gold",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
)
@click.option(
    "--documents",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
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
    from extractor import evaluation as ev
    from extractor.pipeline import extract_all

    names = (*ev.KIND_NAMES, "intestazioni", "evidenza")
    if show is not None and show not in names:
        raise click.UsageError(f"--show vuole uno di: {', '.join(names)}.")
    try:
        result = ev.evaluate(ev.load(gold, documents), lambda path: next(iter(extract_all(path))))
    except ev.GoldError as error:
        raise click.ClickException(str(error)) from error
    console = Console(width=None if sys.stdout.isatty() else 120)
    if as_json_:
        click.echo(json.dumps(ev.as_json(result), ensure_ascii=False, indent=1))
    elif show:
        ev.print_shown(result, show, console)
    else:
        ev.print_report(result, console)


class _Progress:
    """What is seen of an ingest under way: a bar on a terminal, lines elsewhere."""

    def __init__(self, total: int) -> None:
        from rich.progress import (
            BarColumn,
            MofNCompleteColumn,
            Progress,
            TextColumn,
            TimeRemainingColumn,
        )

        self._console = Console(stderr=True)
        self._bar = Progress(
            TextColumn("Lettura"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[pages]} pagine, {task.fields[failed]} falliti"),
            TimeRemainingColumn(),
            console=self._console,
            disable=not self._console.is_terminal,
        )
        self._task = self._bar.add_task("", total=total, pages=0, failed=0)
        self._total, self.done, self._pages, self._failed = total, 0, 0, 0

    def __enter__(self) -> "_Progress":
        self._bar.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self._bar.stop()

    def told(self, outcome: "Outcome") -> None:
        """Show that a path is done, and why it could not be read."""
        self.done += 1
        self._pages += sum(len(records.pagine) for records in outcome.documents)
        path = os.path.join(outcome.file.cartella, outcome.file.percorso)
        if outcome.file.stato != "ok":
            self._failed += 1
            self._console.print(
                f"{path}: {outcome.file.errore}",
                style="red",
                markup=False,
                highlight=False,
                soft_wrap=True,
            )
        elif not self._console.is_terminal:
            what = (
                "già letto"
                if outcome.known
                else f"{sum(len(r.atti) for r in outcome.documents)} atti"
            )
            self._console.print(
                f"[{self.done}/{self._total}] {path}: {what}",
                markup=False,
                highlight=False,
                soft_wrap=True,
            )
        self._bar.update(self._task, advance=1, pages=self._pages, failed=self._failed)


def _print_summary(summary: "Summary", database: Path) -> None:
    from rich.table import Table

    table = Table(title=f"Archivio {database}", title_justify="left", show_header=False)
    table.add_column()
    table.add_column(justify="right")
    table.add_row("file", str(summary.files))
    table.add_row("  già letti, saltati", str(summary.known))
    table.add_row("  non letti", str(len(summary.failures)))
    table.add_row("pagine", str(summary.pages))
    for name, count in summary.records.items():
        if count and name not in ("pagine", "parti", "menzioni"):
            table.add_row(name, str(count))
    Console().print(table)


def _mark(text: str, before: str, after: str) -> str:
    from extractor.store.search import HIGHLIGHT

    return text.replace(HIGHLIGHT[0], before).replace(HIGHLIGHT[1], after)


def _short(text: str, length: int = 160) -> str:
    text = " ".join(text.split())
    return text if len(text) <= length else text[: length - 1] + "…"


if __name__ == "__main__":
    main()
