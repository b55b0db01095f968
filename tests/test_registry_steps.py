"""A store brought up to date step by step has the registry of one made at once, row for row."""

import random
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from extractor import extract
from extractor.registry.decisions import Decision
from extractor.registry.gathering import with_names
from extractor.registry.update import update
from extractor.store.prepared import Prepared, prepare
from extractor.store.registry_state import PRINTED_NAMES, Names
from extractor.store.schema import REGISTRY
from extractor.store.writer import Store
from models import Estrazione
from tests.test_registry import AGENCY, SUPPLY, TOWN

TEXTS = (
    AGENCY, TOWN, SUPPLY,
    # A second meaning of a short form, a longer name of a body, a name in the other order
    """COMUNE DI MONTEBRUNO
DETERMINAZIONE N. 3 DEL 02/02/2024
OGGETTO: Convenzione con l'Agenzia Rurale Alpina (di seguito “ARA”)
IL RESPONSABILE DEL SERVIZIO
Vista la determinazione n. 12 del 05/03/2024 dell'Agenzia di vigilanza del sistema sociosanitario;
Vista la piattaforma SINTEX; vista la fattura della BETA IMPIANTI SRL e di ARA;
DETERMINA
1. di impegnare € 300,00.
IL RESPONSABILE DEL SERVIZIO
Ing. VERDI Mario
""",
    # What was a word of its own becomes a defined system; a code makes two names one
    """COMUNE DI VALDOCE
DETERMINAZIONE N. 11 DEL 10/06/2024
OGGETTO: Sistema Informativo Normativo Testi (SINTEX)
IL RESPONSABILE DEL SERVIZIO
Vista la determinazione n. 9 del 09/05/2024; vista la legge 241/1990;
Considerato che Gamma Tubi S.p.A., P.IVA 07643520567, è subentrata, e che il CUP è E46G23000300002;
DETERMINA
1. di liquidare alla Gamma Tubi € 100,00.
IL RESPONSABILE DEL SERVIZIO
Dott.ssa Neri Anna
""",
)  # fmt: skip
TEXTS += (
    # Two acts in one document, each hanging on other names than the other
    TOWN.replace("N. 7 ", "N. 17 ")
    + TEXTS[4].replace("N. 11 ", "N. 21 ").replace("Neri A", "Verdi M"),
)
DECISIONS = (
    Decision("unisci", "ente", ("Comune di Valdoce", "Comune di Montebruno")),
    Decision("separa", "ente", ("ARA S.p.A.", "Azienda Regionale Acquisti S.p.A.")),
    Decision("unisci", "soggetto", ("comune-valdoce/anna-neri", "comune-valdoce/mario-verdi")),
)


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> list[Estrazione]:
    folder = tmp_path_factory.mktemp("atti")
    found = []
    for number, text in enumerate(TEXTS):
        path = folder / f"{number}.txt"
        path.write_text(text, "utf-8")
        found += extract(path)
    return found


def dump(path: Path) -> dict[str, list[tuple[object, ...]]]:
    connection = sqlite3.connect(path)
    queries = {table.nome: f"select * from {table.nome}" for table in REGISTRY}
    queries["legami"] = "select id, atto_citato_id from riferimenti"
    queries["nomi"] = f"select * from {PRINTED_NAMES}"
    return {name: sorted(connection.execute(query), key=repr) for name, query in queries.items()}


def put(store: Store, records: Estrazione | Prepared) -> None:
    document = records.documento
    store.write(records, "1", 0.1)
    store.database.table("file").insert(
        {"cartella": "/", "percorso": document.id, "documento_id": document.id, "stato": "ok"},
        replace=True,
    )


def hide_or_show(store: Store, name: str) -> None:
    """Hide a name, or show it again."""
    if store.database.execute("select 1 from oscurati where nome = ?", (name,)).fetchone():
        store.unhide(name)
    else:
        store.hide(name)


def hidden(store: Store) -> list[str]:
    return [name for (name,) in store.database.execute("select nome from oscurati")]


def bring(store: Store, decisions: tuple[Decision, ...]) -> None:
    store.finish()
    update(store.database.conn, decisions)


@pytest.mark.parametrize("seed", range(3))
def test_steps_in_any_order_end_as_one(
    records: list[Estrazione], tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    by_id = {each.documento.id: each for each in records}
    decisions: tuple[Decision, ...] = ()
    with Store(tmp_path / "passi.db") as store:
        for _ in range(16):
            held = {row[0] for row in store.database.execute("select id from documenti")}
            if held and chance.random() < 0.3:
                store.forget_paths([("/", chance.choice(sorted(held)))])
                store.prune()
            else:
                one = by_id[chance.choice(sorted(by_id))]
                # Its names are read where it is extracted, or by the registry in the store
                put(store, with_names(prepare(one)) if chance.random() < 0.6 else one)
            if chance.random() < 0.3:
                hide_or_show(store, chance.choice(("Anna Neri", "Mario Verdi")))
            if chance.random() < 0.3:
                decisions = tuple(chance.sample(DECISIONS, chance.randint(0, 3)))
            if chance.random() < 0.6:
                bring(store, decisions)
        bring(store, decisions)
        left = {row[0] for row in store.database.execute("select id from documenti")}
        names = hidden(store)
    with Store(tmp_path / "insieme.db") as store:
        for name in names:
            store.hide(name)
        for documento_id in sorted(left):
            put(store, by_id[documento_id])
        bring(store, decisions)
    assert left
    assert dump(tmp_path / "passi.db") == dump(tmp_path / "insieme.db")


def test_one_more_document_leaves_the_others_alone(
    records: list[Estrazione], tmp_path: Path
) -> None:
    """A document that names nothing new is tallied alone."""
    with Store(tmp_path / "atti.db") as store:
        for each in records[:3]:
            put(store, each)
        bring(store, ())
        read: list[str] = []
        store.database.conn.set_trace_callback(read.append)
        put(store, records[2])
        bring(store, ())
        store.database.conn.set_trace_callback(None)
        tallied = "select * from registro_conti where numero = "
        numbers = {line for line in read if line.startswith(tallied)}
    assert len(numbers) == 1


def test_of_a_document_only_the_acts_that_hang_on_a_name_are_read_again(
    records: list[Estrazione], tmp_path: Path
) -> None:
    """One of two acts names an agency that another document is the first to print whole."""
    with Store(tmp_path / "atti.db") as store:
        put(store, records[-1])
        bring(store, ())
        query = "select atto_id from registro_conti_atti order by atto"
        both = [act for (act,) in store.database.execute(query)]
        said: list[str] = []
        store.database.conn.set_trace_callback(said.append)
        put(store, records[0])
        bring(store, ())
        store.database.conn.set_trace_callback(None)
    read = {
        act for act in both for line in said if "presenze where atto_id = " in line and act in line
    }
    assert len(both) == 2
    assert len(read) == 1


def test_names_read_by_other_rules_are_read_again(
    records: list[Estrazione], tmp_path: Path
) -> None:
    read = with_names(prepare(records[0]))
    assert read.nomi is not None
    other = Names(read.nomi.versione + 1, [(act, "", "[]") for act, *_ in read.nomi.atti])
    for name, made in (("di_altre.db", replace(read, nomi=other)), ("di_ora.db", read)):
        with Store(tmp_path / name) as store:
            put(store, made)
            bring(store, ())
    assert dump(tmp_path / "di_altre.db") == dump(tmp_path / "di_ora.db")
    assert any(names != "[]" for *_, names in dump(tmp_path / "di_ora.db")["nomi"])


def test_names_read_in_a_document_already_known_are_taken(
    records: list[Estrazione], tmp_path: Path
) -> None:
    read = with_names(prepare(records[0]))
    assert read.nomi is not None
    none = Names(read.nomi.versione, [(act, "", "[]") for act, *_ in read.nomi.atti])
    with Store(tmp_path / "a.db") as store:
        for made in (read, replace(read, nomi=none)):
            put(store, made)
            bring(store, ())
        assert {names for *_, names in dump(tmp_path / "a.db")["nomi"]} == {"[]"}
        put(store, read)
        bring(store, ())
        put(store, records[0])  # as an older Spoglio may have put it: nothing is left to take
    with Store(tmp_path / "b.db") as store:
        put(store, records[0])
        bring(store, ())
    with Store(tmp_path / "a.db") as store:
        bring(store, ())
    assert dump(tmp_path / "a.db") == dump(tmp_path / "b.db")


def test_documents_whose_identifiers_begin_alike_are_two(
    records: list[Estrazione], tmp_path: Path
) -> None:
    """A digest's first digits can be made alike on purpose: that must not stop a store."""
    with Store(tmp_path / "a.db") as store:
        for number, one in enumerate(records[:2]):
            name = "0123456789abcdef" + f"{number:048}"
            said = one.model_dump_json().replace(one.documento.id, name)
            put(store, with_names(prepare(Estrazione.model_validate_json(said))))
        bring(store, ())
    assert len({row[1] for row in dump(tmp_path / "a.db")["nomi"]}) == 2


def test_two_programs_bring_one_store_up_to_date_at_once(
    records: list[Estrazione], tmp_path: Path
) -> None:
    """What a document says is added up once: else it would stay when the document goes."""
    with Store(tmp_path / "una.db") as store:
        put(store, records[0])
        bring(store, ())
    with Store(tmp_path / "due.db") as one, Store(tmp_path / "due.db") as other:
        put(one, records[0])
        one.finish()
        others: list[str] = []

        def meanwhile(statement: str) -> None:
            # The one has looked what is to be done, and begins to do it
            if "registro_documenti where stato in" in statement:
                others.append(statement)
            elif others == others[:1] and others and statement.startswith("begin"):
                others.append(statement)
                update(other.database.conn)

        one.database.conn.set_trace_callback(meanwhile)
        update(one.database.conn)
        one.database.conn.set_trace_callback(None)
        assert len(others) == 2
    signs = "select * from registro_segni order by 1"
    una, due = (sqlite3.connect(tmp_path / f"{name}.db") for name in ("una", "due"))
    assert due.execute(signs).fetchall() == una.execute(signs).fetchall() != []
    assert dump(tmp_path / "due.db") == dump(tmp_path / "una.db")
