"""What is in a store: documents, what could not be read, the versions that read them."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from pydantic import BaseModel, Field

from extractor.store.errors import StoreError, explained
from extractor.store.opening import not_a_store, open_read_only
from extractor.store.privacy import Mask


class Failure(BaseModel):
    """Something that could not be read: a file, or an entry of one."""

    percorso: str = Field(description="Percorso, con il nome della voce se è in un archivio")
    errore: str = Field(description="Perché non è stato letto")


class Version(BaseModel):
    """How many documents one version read, stage by stage."""

    versione: str = Field(description="Le versioni degli stadi, e il riconoscimento ottico")
    stadi: dict[str, str] = Field(description="La versione di ogni stadio")
    documenti: int = Field(description="Documenti letti con questa versione")
    attuale: bool = Field(description="Se è quella di questo Spoglio")


class Status(BaseModel):
    """The state of a store."""

    documenti: int = Field(description="Documenti nell'archivio")
    file: int = Field(description="Percorsi acquisiti")
    pagine: int = Field(description="Pagine")
    atti: int = Field(description="Atti")
    byte: int = Field(description="Dimensione dell'archivio")
    ultimo: str | None = Field(description="Quando è stato letto l'ultimo documento (UTC)")
    da_collegare: bool = Field(description="Se un'acquisizione non è finita")
    versione: str = Field(description="Le versioni degli stadi di questo Spoglio")
    versioni: list[Version] = Field(description="Con quali versioni sono stati letti i documenti")
    dal_testo: int = Field(description="Documenti da aggiornare dal testo conservato")
    da_rileggere: int = Field(description="Documenti da aggiornare rileggendo il file")
    non_letti: list[Failure] = Field(description="Ciò che non si è letto, e perché")


def read_status(
    database: Path, version: str, text_version: str, stages: Mapping[str, str]
) -> Status:
    """The state of a store, for an extractor of these versions.

    Raises ``StoreError`` when the file is not a store.
    """
    try:
        with closing(open_read_only(database)) as connection:
            if reason := not_a_store(database, connection):
                raise StoreError(reason)
            return _status(connection, database, version, text_version, stages)
    except sqlite3.Error as error:
        raise StoreError(explained(database, error)) from error


def _status(
    connection: sqlite3.Connection, database: Path, version: str, text_version: str,
    stages: Mapping[str, str],
) -> Status:  # fmt: skip
    def one(query: str, *values: str) -> int:
        return int(connection.execute(query, values).fetchone()[0] or 0)

    older = "from acquisizioni left join testi using (documento_id) where acquisizioni.versione"
    older += " not like ? || '/%' and coalesce(testi.versione, '')"
    return Status(
        documenti=one("select count(*) from documenti"),
        file=one("select count(*) from file"),
        pagine=one("select count(*) from pagine"),
        atti=one("select count(*) from atti"),
        byte=database.stat().st_size,
        ultimo=connection.execute("select max(acquisito_il) from acquisizioni").fetchone()[0],
        da_collegare=bool(one("select valore from stato where nome = 'da_collegare'")),
        versione=version,
        versioni=[
            Version(
                versione=name,
                stadi=dict(zip(stages, name.partition("/")[0].split("."), strict=False)),
                documenti=count,
                attuale=name.partition("/")[0] == version,
            )
            for name, count in connection.execute(
                "select versione, count(*) from acquisizioni group by 1 order by 1"
            )
        ],
        dal_testo=one(f"select count(*) {older} like ? || '/%'", version, text_version),
        da_rileggere=one(f"select count(*) {older} not like ? || '/%'", version, text_version),
        non_letti=list(_failures(connection)),
    )


def _failures(connection: sqlite3.Connection) -> list[Failure]:
    files = connection.execute(
        "select rtrim(cartella, '/') || '/' || percorso, errore from file where stato <> 'ok'"
    )
    entries = connection.execute(
        "select coalesce((select min(percorso) from file where documento_id = file_id), '') "
        "|| ' › ' || documenti.nome, errore "
        "from contenuti join documenti on id = documento_id where stato <> 'ok'"
    )
    rows = sorted({(path, reason or "") for path, reason in (*files, *entries)})
    mask = Mask(connection, personal=True)
    return [
        Failure(percorso=mask.hide(path, None) or "", errore=mask.hide(reason, None) or "")
        for path, reason in rows
    ]
