"""The registry of a store: the same whatever the order of work, with its evidence, and decided."""

import json
import sqlite3
from itertools import permutations
from pathlib import Path

import pytest
from click.testing import CliRunner

from extractor import extract
from extractor.cli import main
from extractor.registry.decisions import DecisionsError, beside, load
from extractor.registry.update import update
from extractor.store.schema import REGISTRY
from extractor.store.writer import Store
from models import Estrazione

AGENCY = """AGENZIA DI VIGILANZA DEL SISTEMA SOCIO-SANITARIO LOMBARDO
DETERMINAZIONE N. 12 DEL 05/03/2024
OGGETTO: Affidamento alla Azienda Regionale Acquisti S.p.A. del servizio CIG Z1234567AB
IL DIRETTORE GENERALE
Vista la legge 7 agosto 1990, n. 241;
Dato atto che l'Azienda Regionale Acquisti S.p.A. (di seguito “ARA”), con sede in Valdoce, C.F.
12345670017, gestisce la piattaforma SINTEX e il Fascicolo Sanitario Elettronico (FSE);
DETERMINA
1. di impegnare la somma di € 1.200,00 per la piattaforma SINTEX a favore di ARA S.p.A.;
2. di dare atto che il progetto ha CUP E46G23000300002.
IL DIRETTORE GENERALE
Ing. Mario Verdi
"""
TOWN = """COMUNE DI VALDOCE
DETERMINAZIONE N. 7 DEL 08/04/2024
OGGETTO: Presa d'atto della determinazione n. 12 del 05/03/2024
IL RESPONSABILE DEL SERVIZIO
Vista la legge n. 241/1990;
Vista la determinazione dell'Agenzia di vigilanza del sistema sociosanitario lombardo che approva
il piano; considerato che AZIENDA REGIONALE ACQUISTI SPA opera per il Comune di Valdoce;
DETERMINA
1. di prendere atto del CUP E46G23000300002 e del sistema SINTEX.
IL RESPONSABILE DEL SERVIZIO
Ing. Mario Verdi
"""
SUPPLY = """COMUNE DI VALDOCE
DETERMINAZIONE N. 9 DEL 09/05/2024
OGGETTO: Fornitura della ditta Beta Impianti s.r.l.
IL RESPONSABILE DEL SERVIZIO
DETERMINA
1. di affidare alla ditta BETA IMPIANTI SRL, P.IVA 07643520567, la fornitura di € 100,00.
IL RESPONSABILE DEL SERVIZIO
Dott.ssa Anna Neri
"""


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> list[Estrazione]:
    folder = tmp_path_factory.mktemp("atti")
    found = []
    for number, text in enumerate((AGENCY, TOWN, SUPPLY)):
        path = folder / f"{number}.txt"
        path.write_text(text, "utf-8")
        found += extract(path)
    return found


def stored(path: Path, *groups: list[Estrazione]) -> Path:
    """A store with documents brought in by several ingests."""
    for group in groups:
        with Store(path) as store:
            for records in group:
                store.write(records, "1", 0.1)
            store.finish()
            update(store.database.conn)
    return path


def dump(path: Path) -> dict[str, list[tuple[object, ...]]]:
    connection = sqlite3.connect(path)
    names = [table.nome for table in REGISTRY]
    return {name: sorted(connection.execute(f"select * from {name}"), key=repr) for name in names}


def ask(path: Path, query: str, *values: object) -> list[tuple[object, ...]]:
    return sqlite3.connect(path).execute(query, values).fetchall()


def test_the_order_and_the_number_of_ingests_do_not_matter(
    records: list[Estrazione], tmp_path: Path
) -> None:
    once = dump(stored(tmp_path / "a.db", records))
    for number, order in enumerate(permutations(records)):
        one_by_one = stored(tmp_path / f"{number}.db", *([each] for each in order))
        assert dump(one_by_one) == once
    again = stored(tmp_path / "a.db", records, [records[1]])
    assert dump(again) == once


def test_what_goes_out_of_the_store_goes_out_of_the_registry(
    records: list[Estrazione], tmp_path: Path
) -> None:
    path = stored(tmp_path / "a.db", records)
    empty = records[2].model_copy(
        update={name: () for name, value in records[2] if isinstance(value, tuple)}
    )
    assert dump(stored(path, [empty])) == dump(stored(tmp_path / "b.db", records[:2]))


def test_bodies_are_one_with_every_form_and_its_evidence(
    records: list[Estrazione], tmp_path: Path
) -> None:
    path = stored(tmp_path / "a.db", records)
    agency = "agenzia-vigilanza-sistema-sociosanitario-lombardo"
    company = "azienda-regionale-acquisti-spa"
    assert ask(path, "select tipo, atti_emanati, atti from enti where id = ?", agency) == [
        ("agenzia", 1, 2)
    ]
    assert ask(path, "select codice_fiscale, sigle from enti where id = ?", company) == [
        ("12345670017", '["ARA"]')
    ]
    forms = ask(path, "select forma from alias where identita in (?, ?)", agency, company)
    assert {"ARA S.p.A.", "AZIENDA REGIONALE ACQUISTI SPA", "ARA"} <= {form for (form,) in forms}
    leaves = "select * from parti where foglia order by inizio"
    texts = dict(
        ask(path, f"select documento_id, group_concat(testo, '') from ({leaves}) group by 1")
    )
    places = ask(path, "select forma, documento_id, inizio, fine from alias where genere = 'ente'")
    for form, document, start, end in places:
        printed = str(texts[document])[int(str(start)) : int(str(end))]
        assert " ".join(printed.split())[:12] == str(form)[:12]
    joined = ask(path, "select codice_fiscale, partita_iva, atti from enti where id = ?",
                 "beta-impianti-srl")  # fmt: skip
    assert joined == [(None, "07643520567", 1)]


def test_people_projects_tenders_and_services(records: list[Estrazione], tmp_path: Path) -> None:
    path = stored(tmp_path / "a.db", records)
    people = [row[0] for row in ask(path, "select id from soggetti order by id")]
    assert people == [
        "agenzia-vigilanza-sistema-sociosanitario-lombardo/mario-verdi",
        "comune-valdoce/anna-neri",
        "comune-valdoce/mario-verdi",
    ]
    assert ask(path, "select motivo from dubbi_identita where genere = 'soggetto'") == [
        ("omonimi",)
    ]
    assert ask(path, "select id, atti, dal, al from progetti") == [
        ("E46G23000300002", 2, "2024-03-05", "2024-04-08")
    ]
    assert ask(path, "select id from gare") == [("Z1234567AB",)]
    assert {"sintex", "fascicolo-sanitario-elettronico"} <= {
        row[0] for row in ask(path, "select id from servizi")
    }
    tied = ask(path, "select tabella, legame, importo from servizi_fatti join importi "
                     "on importi.id = fatto_id where servizio_id = 'sintex'")  # fmt: skip
    assert tied == [("importi", "brano", "1200.00")]


def test_acts_cited_and_held_are_in_one_registry(records: list[Estrazione], tmp_path: Path) -> None:
    path = stored(tmp_path / "a.db", records)
    law = ask(path, "select data, atto_id, atti, ente from registro_atti where id = ?",
              "stato/legge/1990/241")  # fmt: skip
    assert law == [("1990-08-07", None, 2, "Stato")]
    held = ask(path, "select count(*) from registro_atti join atti on atti.id = atto_id "
                     "where registro_atti.id = identificativo")  # fmt: skip
    assert held == [(3,)]


def test_decisions_survive_reading_everything_again(
    records: list[Estrazione], tmp_path: Path
) -> None:
    path = stored(tmp_path / "atti.db", records)
    beside(path).write_text(
        '[[unisci]]\ngenere = "ente"\nvoci = ["Beta Impianti SRL", "comune-valdoce"]\n', "utf-8"
    )
    result = CliRunner().invoke(main, ["identita", str(path)])
    assert result.exit_code == 0, result.output
    assert "Persone in dubbio: 1" in result.output
    assert ask(path, "select id from enti where id = 'comune-valdoce'") == []
    decided = dump(path)
    beside(path).unlink()
    assert dump(stored(path, records)) == decided  # the store keeps them
    result = CliRunner().invoke(main, ["identita", str(path), "--format", "json"])
    assert json.loads(result.output)["quante"]["enti"] == len(decided["enti"])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[unisci]\n", "non è TOML"),
        ('[[fondi]]\nvoci = ["a", "b"]\n', "«fondi» non è una decisione"),
        ('[[unisci]]\nvoci = ["a"]\n', "servono almeno due voci"),
        ('[[unisci]]\ngenere = "atto"\nvoci = ["a", "b"]\n', "il genere dev'essere"),
        ('[[separa]]\nvoci = ["a", "b"]\nperché = "x"\n', "TOML"),
        ('[unisci]\nvoci = ["a", "b"]\n', "doppie parentesi"),
    ],
)
def test_a_wrong_file_of_decisions_is_refused(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "identita.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(DecisionsError, match=said):
        load(path)


def test_a_decision_without_effect_is_told(records: list[Estrazione], tmp_path: Path) -> None:
    path = stored(tmp_path / "atti.db", records)
    decisions = tmp_path / "d.toml"
    decisions.write_text('[[unisci]]\nvoci = ["Nessuno S.p.A.", "Comune di Valdoce"]\n', "utf-8")
    result = CliRunner().invoke(main, ["identita", str(path), "--decisions", str(decisions)])
    assert result.exit_code == 1
    assert "«Nessuno S.p.A.» non trova" in result.output


def test_a_hidden_person_has_no_identity(records: list[Estrazione], tmp_path: Path) -> None:
    path = stored(tmp_path / "atti.db", records)
    assert CliRunner().invoke(main, ["oscura", str(path), "Mario Verdi"]).exit_code == 0
    rows = repr(dump(path)).lower()
    assert "verdi" not in rows
    assert "anna-neri" in rows


def test_the_agency_and_the_company_of_the_corpus_are_one_each(corpus_store: Path) -> None:
    agency = "agenzia-controllo-sistema-sociosanitario-lombardo"
    found = ask(
        corpus_store, "select forma from alias where genere = 'ente' and identita = ?", agency
    )
    assert {
        "Agenzia di Controllo del Sistema Sociosanitario Lombardo",
        "Agenzia di Controllo del Sistema Socio-Sanitario Lombardo",
        "AGENZIA DI CONTROLLO DEL SISTEMA SOCIO-SANITARIO LOMBARDO", "ACSS",
    } <= {form for (form,) in found}  # fmt: skip
    company = "azienda-regionale-innovazione-acquisti-spa"
    found = ask(
        corpus_store, "select forma from alias where genere = 'ente' and identita = ?", company
    )
    assert {"ARIA S.p.A.", "ARIA SpA", "ARIA"} <= {form for (form,) in found}
    code = ask(corpus_store, "select codice_fiscale, partita_iva from enti where id = ?", company)
    assert code == [("05017630152", "05017630152")]
    assert ask(corpus_store, "select count(*) from enti where nome like 'ARIA%'") == [(0,)]


def test_the_systems_of_the_corpus_have_their_acts_and_facts(corpus_store: Path) -> None:
    names = {row[0] for row in ask(corpus_store, "select id from servizi")}
    assert {
        "cup-unico-regionale-lombardia", "fascicolo-sanitario-elettronico",
        "sistema-informativo-sociosanitario", "sistema-informativo-regionale-lombardia",
        "sistema-informativo-regionale-piemonte",
    } <= names  # fmt: skip
    tied = ask(corpus_store, "select tabella, count(*) from servizi_fatti where servizio_id = "
                             "'cup-unico-regionale-lombardia' group by 1 order by 1")  # fmt: skip
    counts = {str(table): int(str(count)) for table, count in tied}
    assert counts["rilasci"] >= 8
    assert counts["persone"] >= 5
    assert counts["importi"] >= 10
    acts = ask(
        corpus_store, "select atti from servizi where id = 'fascicolo-sanitario-elettronico'"
    )
    assert acts >= [(2,)]
