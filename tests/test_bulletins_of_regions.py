"""Bulletins of other Regions: their mastheads, the headings of their acts, their contents.

Composed after the bulletins of Piemonte, Emilia-Romagna, Veneto, Toscana, Lazio, Puglia; names,
numbers and subjects are invented.
"""

import pytest

from extractor.structure.masthead import Masthead
from models import Act
from tests.bulletins import (
    EMILIA,
    LAZIO,
    MARCHE,
    PIEMONTE,
    PUGLIA,
    TOSCANA,
    VENETO,
    structure_of,
)


def header(act: Act) -> tuple[str, str | None, str | None, str | None]:
    return act.atto.tipo, act.atto.numero, act.atto.data, act.atto.ente


BULLETINS = {
    "piemonte": (
        PIEMONTE,
        [
            ("determinazione", "135", "2024-03-12", "Regione Piemonte"),
            ("dgr", "12-8123", "2024-02-05", "Regione Piemonte"),
            ("decreto", "15", "2024-03-08", "Regione Piemonte"),
        ],
        Masthead("11", None, "2024-03-14"),
    ),
    "emilia-romagna": (
        EMILIA,
        [
            ("dgr", "245", "2024-02-12", "Regione Emilia-Romagna"),
            ("determinazione", "45", "2024-01-03", "Regione Emilia-Romagna"),
            ("determinazione", "45", "2024-02-20", "Comune di Prova"),
        ],
        Masthead("62", "Parte seconda", "2024-03-06"),
    ),
    "veneto": (
        VENETO,
        [
            ("decreto", "12", "2024-03-03", "Regione del Veneto"),
            ("dgr", "201", "2024-03-05", "Regione del Veneto"),
        ],
        Masthead("34", None, "2024-03-15"),
    ),
    "lazio": (
        LAZIO,
        [
            ("determinazione", "G02745", "2024-03-12", "Regione Lazio"),
            ("decreto", "T00038", "2024-03-14", "Regione Lazio"),
        ],
        Masthead("23", None, "2024-03-19"),
    ),
    "puglia": (
        PUGLIA,
        [
            ("dgr", "212", "2024-02-21", "Regione Puglia"),
            ("determinazione", "190", "2024-03-01", "Regione Puglia"),
        ],
        Masthead("34", None, "2024-03-07"),
    ),
    "toscana": (
        TOSCANA,
        [
            ("dgr", "291", "2024-03-11", "Regione Toscana"),
            ("decreto", "5210", "2024-03-12", "Regione Toscana"),
        ],
        Masthead("12", None, "2024-03-20"),
    ),
    "marche": (
        MARCHE,
        [
            ("dgr", "133", "2020-02-10", "Regione Marche"),
            ("decreto", "73", "2020-07-03", "Regione Marche"),
        ],
        Masthead("63", None, "2020-07-16"),
    ),
}


@pytest.mark.parametrize(("text", "headers", "masthead"), BULLETINS.values(), ids=BULLETINS.keys())
def test_the_acts_of_a_bulletin(
    text: str, headers: list[tuple[str, str, str, str]], masthead: Masthead
) -> None:
    structure = structure_of(text)
    assert [header(act) for act in structure.atti] == headers
    assert structure.tipo == "bollettino"
    stamps = {(a.atto.bollettino, a.atto.serie, a.atto.data_pubblicazione) for a in structure.atti}
    assert stamps == {(masthead.numero, masthead.serie, masthead.data)}


@pytest.mark.parametrize("text", [case[0] for case in BULLETINS.values()], ids=BULLETINS.keys())
def test_every_act_has_its_subject_and_operative_part(text: str) -> None:
    for act in structure_of(text).atti:
        assert act.atto.oggetto is not None
        assert act.atto.oggetto[0].isupper()
        assert 30 < len(act.atto.oggetto) < 110
        zones = [zone.zona for zone in act.zones()]
        assert zones[:3] == ["frontespizio", "preambolo", "dispositivo"]


def test_lines_that_a_reader_joined_to_the_subject_are_not_of_it() -> None:
    reported = PUGLIA.replace("compensativa.\nL'Ass", "compensativa. L'Ass")
    assert structure_of(reported).atti[0].atto.oggetto == (
        "Approvazione degli strumenti di attuazione del protocollo. Variazione compensativa."
    )
    certified = TOSCANA.replace("n. 5210\ncertificato il 15-03-2024\n", "n. 5210 certificato il"
                                " 15-03-2024 ")  # fmt: skip
    assert structure_of(certified).atti[1].atto.oggetto == (
        "Interventi di ripristino ambientale nel Comune di Prova. Approvazione"
    )


def test_an_extract_of_one_act_knows_its_bulletin() -> None:
    single = LAZIO[: LAZIO.index("19/03/2024 - BOLLETTINO UFFICIALE", 20)]
    (act,) = structure_of(single).atti
    assert header(act) == ("determinazione", "G02745", "2024-03-12", "Regione Lazio")
    assert (act.atto.bollettino, act.atto.data_pubblicazione) == ("23", "2024-03-19")


def test_an_act_filed_by_its_office_under_a_bulletin_s_header() -> None:
    """Campania prints acts as their offices filed them, under the running header."""
    (act,) = structure_of(
        """BOLLETTINO UFFICIALE DELLA REGIONE CAMPANIA n. 23 del 18 Marzo 2024
GIUNTA REGIONALE DELLA CAMPANIA
DECRETO DIRIGENZIALE
N° 45 DEL 12/03/2024
OGGETTO: Approvazione della graduatoria dei progetti
IL DIRIGENTE
VISTA la L.R. 5/2010;
DECRETA
1. di approvare la graduatoria.
IL DIRIGENTE
Mario Rossi
"""
    ).atti
    assert (act.atto.tipo, act.atto.numero, act.atto.data) == ("decreto", "45", "2024-03-12")
    assert (act.atto.bollettino, act.atto.data_pubblicazione) == ("23", "2024-03-18")
