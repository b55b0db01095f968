"""``spoglio oscura``: names of persons that are shown no more."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from extractor.commands.arguments import EXISTING
from extractor.progress import plain

if TYPE_CHECKING:
    from extractor.store.writer import Store


@click.command(options_metavar="[OPZIONI]", short_help="Copre per sempre il nome di una persona.")
@click.argument("database", metavar="DB", type=EXISTING)
@click.argument("name", metavar="[NOME]", required=False)
@click.option("--undo", is_flag=True, help="Mostra di nuovo un nome oscurato.")
@click.option(
    "--from",
    "other",
    metavar="ALTRO.db",
    type=EXISTING,
    help="Oscura tutti i nomi oscurati in un altro archivio, anche di un'altra versione.",
)
def oscura(database: Path, name: str | None, undo: bool, other: Path | None) -> None:
    """Copre il nome di una persona sul sito, nella ricerca e nelle esportazioni, per sempre.

    Si scrive nome e cognome, in qualunque ordine: sono coperti comunque un atto li stampi, ma non
    le iniziali. Il nome resta coperto anche nei documenti letti dopo, e anche con
    --dati-personali. Senza NOME elenca i nomi oscurati.

    Il file dell'archivio contiene ancora il testo degli atti come è stampato: non va consegnato a
    chi non deve leggere il nome.

    \b
    Esempi:
      spoglio oscura atti.db "Maria Rossi"
      spoglio oscura atti.db "Maria Rossi" --undo
      spoglio oscura atti.db
      spoglio oscura nuovo.db --from vecchio.db
    """
    from extractor.store.errors import StoreError
    from extractor.store.hiding import is_full_name

    if name is not None and not is_full_name(name):
        raise click.UsageError("Servono nome e cognome, tra virgolette.")
    if other is not None and (undo or name is not None):
        raise click.UsageError("--from non vuole né un nome né --undo.")
    if undo and name is None:
        raise click.UsageError("Quale nome mostrare di nuovo? Scriverlo tra virgolette.")
    try:
        if undo and name is not None:
            click.echo(_shown(database, name))
        elif name is None and other is None:
            for line in _listed(database):
                click.echo(line)
        else:
            names = hidden_in(other) if other else [(name or "", "")]
            for line in _hidden(database, [each for each, _ in names]):
                click.echo(line)
    except StoreError as error:
        raise click.ClickException(str(error)) from error


def hidden_in(path: Path) -> list[tuple[str, str]]:
    """The names hidden in a store of any version, each with the moment.

    Raises ``StoreError`` when it is no store.
    """
    from extractor.store.errors import StoreError, explained
    from extractor.store.opening import APPLICATION_ID, open_read_only

    try:
        with closing(open_read_only(path)) as connection:
            (program,) = connection.execute("pragma application_id").fetchone()
            if program != APPLICATION_ID:
                raise StoreError(f"{path}: non è un archivio di Spoglio. Indicare un altro file.")
            return connection.execute(
                "select nome, oscurato_il from oscurati order by 1"
            ).fetchall()
    except sqlite3.Error as error:
        raise StoreError(explained(path, error)) from error


@contextmanager
def _opened(database: Path) -> Iterator["Store"]:
    """A store that is there, open for writing; what the registry shows is made anew after."""
    from extractor.registry.update import update
    from extractor.store.errors import StoreError, explained
    from extractor.store.writer import Store

    try:
        with Store(database, made=True) as store:
            yield store
            update(store.database.conn)
    except sqlite3.Error as error:
        raise StoreError(explained(database, error)) from error


def _listed(database: Path) -> Iterator[str]:
    names = hidden_in(database)
    yield from (f"{plain(name)}  dal {moment[:10]}" for name, moment in names)
    if not names:
        yield "Nessun nome oscurato."


def _hidden(database: Path, names: list[str]) -> Iterator[str]:
    with _opened(database) as store:
        counts = {name: store.hide(name) for name in names}
    for name, count in counts.items():
        yield f"{_one_line(name)}: {_covered(count)}"
    if not names:
        yield "Nessun nome da oscurare."


def _covered(count: int) -> str:
    if not count:
        return (
            "non è in nessun documento; sarà coperto in quelli letti dopo. "
            "Controllare come è scritto."
        )
    return f"coperto in {_documents(count)}."


def _shown(database: Path, name: str) -> str:
    from extractor.store.errors import StoreError

    with _opened(database) as store:
        try:
            count = store.unhide(name)
        except KeyError as error:
            raise StoreError(
                f"{_one_line(name)}: non è un nome oscurato. L'elenco: spoglio oscura {database}"
            ) from error
    return f"{_one_line(name)}: mostrato di nuovo in {_documents(count)}."


def _documents(count: int) -> str:
    return "un documento" if count == 1 else f"{count} documenti"


def _one_line(name: str) -> str:
    return plain(" ".join(name.split()))
