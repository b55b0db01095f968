"""Visti, certificates and attachments that came as files of their own, and the act they name."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from extractor.cli import main
from extractor.documents import Source
from extractor.pipeline import to_records
from models import Estrazione
from tests.test_joined_acts import FIRST
from tests.test_structure import as_document

BODY = "COMUNE DI ESEMPIO\n"
ATTESTS = "Si attesta la copertura finanziaria.\nIl Responsabile\nRag. Anna Verdi\n"

VISTI = {
    "the act below the title": BODY
    + "VISTO DI REGOLARITÀ CONTABILE\nDeterminazione n. 45 del 12/03/2024\n"
    + "OGGETTO: Lavori stradali\n"
    + ATTESTS,
    "the header of the act above": BODY
    + "DETERMINAZIONE N. 45 DEL 12/03/2024\nOGGETTO: Lavori stradali\n"
    + "ATTESTAZIONE DI COPERTURA FINANZIARIA\n"
    + ATTESTS,
    "the act in the title": BODY
    + "Visto di regolarità contabile attestante la copertura finanziaria alla determinazione del "
    + "Responsabile del Settore Tecnico n. 45 del 12 marzo 2024\n"
    + ATTESTS,
    "a certificate of publication": BODY
    + "CERTIFICATO DI PUBBLICAZIONE\nDeterminazione N. 45 del 12/03/2024\n"
    + "Si certifica che il presente atto è pubblicato all'albo pretorio.\nIl Messo\nPaolo Neri\n",
}

ATTACHMENTS = {
    "in its heading": "Allegato A alla determinazione n. 45 del 12/03/2024\nELENCO\n1 Prova Srl\n",
    "below its label": "ALLEGATO A\nalla determinazione n. 45 del 12/03/2024\nCriteri di riparto\n",
    "in brackets below its title": "Allegato B - Schema di convenzione\n"
    "(determinazione dirigenziale n. 45 del 12 marzo 2024)\nTRA\nComune di Esempio\nE\nProva Srl\n",
    "as what approved it": BODY
    + "REGOLAMENTO PER LA CONCESSIONE DEL PATROCINIO\n"
    + "Approvato con determinazione n. 45 del 12/03/2024\nArt. 1 - Finalità\nArt. 2 - Oggetto\n",
}

APART = {
    "the ground of a call": "ALLEGATO A\nREGIONE LOMBARDIA\nAVVISO PUBBLICO PER LE IMPRESE\n"
    "(in attuazione della DGR n. XII/3741 del 30/12/2024)\n1. FINALITÀ\n",
    "an opinion on a proposal": BODY
    + "PARERE DI REGOLARITÀ TECNICA\nsulla proposta di deliberazione della Giunta comunale n. 12 "
    + "del 02/03/2024\nSi esprime parere favorevole.\nIl Responsabile\nArch. Mario Rossi\n",
    "a visto that names nothing": BODY + "VISTO DI REGOLARITÀ CONTABILE\n" + ATTESTS,
}


def records_of(text: str) -> Estrazione:
    return to_records(Source(as_document(text), text.encode()))


@pytest.mark.parametrize("text", VISTI.values(), ids=VISTI.keys())
def test_a_visto_names_its_act_and_is_not_that_act(text: str) -> None:
    records = records_of(text)
    (act,) = records.atti
    assert (act.tipo, act.numero, act.data) == ("visto", None, None)
    (linked,) = records.documenti_collegati
    assert (linked.relazione, linked.tipo, linked.numero, linked.data, linked.ente) == (
        "visto",
        "determinazione",
        "45",
        "2024-03-12",
        "Comune di Esempio",
    )


@pytest.mark.parametrize("text", ATTACHMENTS.values(), ids=ATTACHMENTS.keys())
def test_an_attachment_names_its_act(text: str) -> None:
    (linked,) = records_of(text).documenti_collegati
    assert (linked.relazione, linked.tipo, linked.numero, linked.data) == (
        "allegato",
        "determinazione",
        "45",
        "2024-03-12",
    )


@pytest.mark.parametrize("text", APART.values(), ids=APART.keys())
def test_what_names_an_act_that_it_is_not_part_of(text: str) -> None:
    assert records_of(text).documenti_collegati == ()


def test_a_visto_has_the_date_of_its_own_signature() -> None:
    text = VISTI["the act below the title"].replace("Il Resp", "Esempio (RM), 14/03/2024\nIl Resp")
    (act,) = records_of(text).atti
    assert act.data == "2024-03-14"


def test_a_certificate_put_above_its_act_is_the_act_s_first_page() -> None:
    certificate = BODY + "CERTIFICATO DI PUBBLICAZIONE\nSi certifica la pubblicazione.\nIl Messo\n"
    document = as_document(certificate + "\f" + FIRST)
    records = to_records(Source(replace(document, nome="copia.txt"), b""))
    assert [(act.tipo, act.numero) for act in records.atti] == [("determinazione", "45")]


@pytest.mark.parametrize("act_first", [True, False], ids=["the act first", "the act last"])
def test_from_the_command_line_in_both_orders(tmp_path: Path, act_first: bool) -> None:
    files = {"act": FIRST, "visto": VISTI["the act below the title"],
             "allegato": ATTACHMENTS["below its label"]}  # fmt: skip
    for name, text in files.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    runs = [["act"], ["visto", "allegato"]]
    store = str(tmp_path / "atti.db")
    for names in runs if act_first else reversed(runs):
        paths = [str(tmp_path / f"{name}.txt") for name in names]
        result = CliRunner().invoke(main, ["ingest", *paths, "--db", store])
        assert result.exit_code == 0, result.output
    with sqlite3.connect(store) as database:
        rows = database.execute(
            "select relazione, atti.numero from documenti_collegati"
            " join atti on atti.id = documenti_collegati.atto_id order by relazione"
        ).fetchall()
    assert rows == [("allegato", "45"), ("visto", "45")]
