"""The sheets and lists of the corpus: what the gold says of them, from text however wrapped."""

import json
import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import pytest

from extractor.structure.sheets import read_sheets
from models import (
    Act,
    Atto,
    Beneficiario,
    Contraente,
    Fatto,
    Intervento,
    Rilascio,
    SchedaCup,
    SchedaServizio,
)

CORPUS = Path(__file__).parent.parent / "corpus"
ACSS = "acss-determinazione-25-2024"
BULLETIN = "burl-2017-17-so-parte-1"
AGREEMENT = "agid-piemonte-accordo-2019"
PLAN = "lombardia-pttd-2021-2023"

Reader = Callable[[str], str]
Kind = TypeVar("Kind", bound=Fatto)


@cache
def document(name: str) -> str:
    return (CORPUS / f"documents/{name}.txt").read_text(encoding="utf-8")


def gold(name: str) -> dict[str, Any]:
    found = json.loads((CORPUS / f"gold/{name}.json").read_text(encoding="utf-8"))
    return dict(found["atti"][-1])


def read(text: str, kind: type[Kind], inizio: int = 0) -> list[Kind]:
    act = Act(Atto(tipo="altro"), inizio, len(text), ())
    found = read_sheets(text, act, ())
    for record in found:
        assert record.testo == text[record.inizio : record.fine]
    return [record for record in found if isinstance(record, kind)]


def as_printed(text: str) -> str:
    return text


def without_blank_lines(text: str) -> str:
    return re.sub(r"[ \t\xa0]*\n\s*", "\n", text)


def cents(amount: str) -> int:
    return int(amount.replace(".", ""))


@pytest.mark.parametrize("wrap", [as_printed, without_blank_lines])
def test_releases_are_exact(wrap: Reader) -> None:
    found = {record.codice: record for record in read(wrap(document(ACSS)), Rilascio)}
    rows = gold(ACSS)["rilasci"]
    assert found.keys() == {row["codice"] for row in rows}
    for row in rows:
        record = found[row["codice"]]
        assert (record.titolo, record.tipologia) == (row["titolo"], row["tipologia"])
        assert record.data_rilascio == row["data_rilascio"]
        assert record.data_validazione == row["data_validazione"]
        assert record.netto_centesimi == cents(row["netto"])
        assert record.lordo_centesimi == cents(row["lordo"])


@pytest.mark.parametrize("wrap", [as_printed, without_blank_lines])
def test_service_sheet_has_its_fields_and_lists(wrap: Reader) -> None:
    [record] = read(wrap(document(ACSS)), SchedaServizio)
    [row] = gold(ACSS)["schede_servizio"]
    for name in ("codice", "titolo", "tipologia", "sigla", "direzione_ente"):
        assert getattr(record, name) == row[name]
    assert list(record.servizi_utilizzati) == row["servizi_utilizzati"]
    assert list(record.applicativi) == row["applicativi"]
    expected = [(one["classe"], one["volumi_previsti"]) for one in row["classi_di_utenza"]]
    assert list(record.classi_di_utenza) == expected


@pytest.mark.parametrize("wrap", [as_printed, without_blank_lines])
def test_cup_sheet_has_every_field_and_no_other(wrap: Reader) -> None:
    [record] = read(wrap(document(ACSS)), SchedaCup)
    [row] = gold(ACSS)["schede_cup"]
    assert record.cup == row.pop("cup")
    assert row.pop("testo") == record.testo
    assert record.campi == row


@pytest.mark.parametrize("mark", ["\t", " ", "\n"])
def test_lists_of_applicants_are_whole_whatever_parts_their_cells(mark: str) -> None:
    text = document(BULLETIN).replace("\t", mark)
    found = read(text, Beneficiario, text.index("D.d.s. 19 aprile 2017 - n. 4490"))
    expected = gold(BULLETIN)
    totals = {row["titolo"]: row["righe_totali"] for row in expected["elenchi"]}
    assert Counter(record.elenco for record in found) == totals
    assert sum(record.centesimi or 0 for record in found) == 257_400_000
    by_place = {(record.elenco, record.ordine): record for record in found}
    title = expected["elenchi"][-1]["titolo"]
    for row in expected["beneficiari"]:
        record = by_place[title, row["ordine"]]
        for name in ("id_domanda", "denominazione", "data_protocollo", "protocollo", "esito"):
            assert getattr(record, name) == row[name]
        assert (record.punteggio, record.centesimi) == (str(row["punteggio"]), row["centesimi"])


@pytest.mark.parametrize("wrap", [as_printed, without_blank_lines])
def test_interventions_of_the_agreement_have_their_money(wrap: Reader) -> None:
    found = {record.codice: record for record in read(wrap(document(AGREEMENT)), Intervento)}
    rows = gold(AGREEMENT)["interventi"]
    assert found.keys() == {row["codice"] for row in rows}
    for row in rows:
        record = found[row["codice"]]
        assert record.titolo == row["titolo"]
        assert record.centesimi == cents(row["importo"])
        assert record.copertura == row["copertura"]


def test_interventions_of_the_plan_have_title_and_lines() -> None:
    found = read(document(PLAN), Intervento)
    rows = gold(PLAN)["interventi"]
    assert [(one.codice, one.titolo) for one in found] == [
        (row["codice"], row["titolo"]) for row in rows
    ]
    assert [list(one.linee) for one in found] == [row["linee"] for row in rows]


def test_parties_of_the_agreement() -> None:
    plain = str.maketrans("’", "'")
    found = [
        (record.denominazione.translate(plain), record.sigla)
        for record in read(document(AGREEMENT), Contraente)
    ]
    assert found == [(row["denominazione"], row["sigla"]) for row in gold(AGREEMENT)["contraenti"]]


def test_only_the_act_is_read() -> None:
    text = document(BULLETIN)
    act = Act(Atto(tipo="decreto"), 0, text.index("BANDO EBM IMPRESE"), ())
    assert not [r for r in read_sheets(text, act, ()) if isinstance(r, Beneficiario)]
