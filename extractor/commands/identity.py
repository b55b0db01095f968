"""``spoglio identita``: which things are one, where only a person can tell."""

import sys
from pathlib import Path

import click

from extractor.commands.arguments import EXISTING, echo_json
from extractor.progress import plain


@click.command(
    options_metavar="[OPZIONI]", short_help="Mostra le identità in dubbio, applica le decisioni."
)
@click.argument("database", metavar="DB", type=EXISTING)
@click.option(
    "--decisions",
    metavar="FILE",
    type=EXISTING,
    help="Decisioni da applicare, in TOML; predefinite: DB.identita.toml, accanto all'archivio.",
)
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Come stampare i dubbi.",
)
def identita(database: Path, decisions: Path | None, style: str) -> None:
    """Mostra le identità in dubbio e applica le decisioni prese a mano.

    Due cose che forse sono una restano divise, finché una persona non decide. Le decisioni stanno
    in un file, contano anche per i documenti letti dopo, e l'archivio ne tiene una copia:

    \b
      [[unisci]]                                 sono lo stesso ente
      genere = "ente"                            o "servizio", "soggetto"
      voci = ["Azienda Alfa S.p.A.", "Alfa"]     nomi, identificativi o codici fiscali
    \b
      [[separa]]                                 non sono lo stesso ente
      genere = "ente"
      voci = ["ATS Nord", "ATS del Nord"]

    Esce con 1 se una decisione non ha effetto.

    \b
    Esempi:
      spoglio identita atti.db
      spoglio identita atti.db --decisions identita.toml
    """
    from extractor.commands import identities
    from extractor.store.errors import StoreError

    try:
        found = identities.decided(database, decisions)
    except StoreError as error:
        raise click.ClickException(str(error)) from error
    if style == "json":
        echo_json(found.as_json())
    else:
        for line in found.as_text():
            click.echo(plain(line))
    if found.without_effect:
        sys.exit(1)
