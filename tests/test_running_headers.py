"""The running headers and front pages of bulletins, and what only looks like them."""

import pytest

from extractor.structure.masthead import Masthead, is_running_header, stamped_masthead
from tests.test_structure import as_document


@pytest.mark.parametrize(
    "line",
    [
        "ANNO XLV • N. 21 PROVA 27•2•2014",
        "Anno 45 - N. 21 - 27 febbraio 2014",
        "Anno XLV giovedì 27 febbraio 2014 n. 21",
    ],
)
def test_the_number_beside_the_year_of_publication_on_a_front_page(line: str) -> None:
    front = f"BOLLETTINO UFFICIALE\nDELLA REGIONE MARCHE\n{line}\nSOMMARIO\n"
    assert stamped_masthead(as_document(front)) == Masthead("21", None, "2014-02-27")
    assert stamped_masthead(as_document(f"COMUNE DI PROVA\n{line}\n")) == Masthead()


@pytest.mark.parametrize(
    ("line", "masthead"),
    [
        ("Bollettino Ufficiale della Regione Puglia - n. 23 del 8-3-2016 9959",
         Masthead("23", None, "2016-03-08")),
        ("9958 Bollettino Ufficiale della Regione Puglia - n. 23 del 8-3-2016",
         Masthead("23", None, "2016-03-08")),
        ("19/03/2024 - BOLLETTINO UFFICIALE DELLA REGIONE LAZIO - N. 23 - Suppl. n. 1 Pag. 40",
         Masthead("23", None, "2024-03-19")),
        ("82 Supplemento al Bollettino Ufficiale della Regione Toscana n. 31 del 6.8.2014",
         Masthead("31", None, "2014-08-06")),
        ("REGIONE PIEMONTE BU11S1 14/03/2024", Masthead("11", "S1", "2024-03-14")),
        ("Bur n. 31 del 02 aprile 2019", Masthead("31", None, "2019-04-02")),
        ("BURC n. 41 del 29 giugno 2015", Masthead("41", None, "2015-06-29")),
        ("Bollettino Ufficiale n. 10 del 10 / 03 / 2005", Masthead("10", None, "2005-03-10")),
    ],
)  # fmt: skip
def test_running_headers(line: str, masthead: Masthead) -> None:
    assert stamped_masthead(as_document(line)) == masthead


@pytest.mark.parametrize(
    "line",
    [
        "pubblicato sul Bollettino Ufficiale della Regione Puglia n. 34 del 7-3-2024",
        "Bollettino Ufficiale della Regione Puglia n. 34 del 7-3-2024, che approva il piano",
        "La presente sarà pubblicata sul BURC n. 41 del 29 giugno 2015",
        "Bollettino Ufficiale della Regione Lombardia",
        "n. 41 del 29 giugno 2015",
    ],
)
def test_look_alikes_of_running_headers(line: str) -> None:
    assert stamped_masthead(as_document(line)) == Masthead()
    assert not is_running_header(line)
