"""Files that hold several acts, and what follows an act without being one."""

import pytest

from extractor.structure import find_structure
from models import Structure
from tests.test_structure import as_document, assert_partition

DETERMINATION = """COMUNE DI ESEMPIO
Provincia di Prova
DETERMINAZIONE N. {numero} DEL {data}
SETTORE TECNICO
OGGETTO: {oggetto}
IL RESPONSABILE DEL SETTORE
Visto il D.Lgs. 267/2000;
Richiamata la determinazione n. 7 del 10/01/2024;
DETERMINA
1. di approvare {cosa};
2. di trasmettere la presente al servizio finanziario.
IL RESPONSABILE DEL SETTORE
Arch. Mario Rossi
VISTO DI REGOLARITÀ CONTABILE
Si attesta la copertura finanziaria.
Il Responsabile del servizio finanziario
Rag. Anna Verdi
CERTIFICATO DI PUBBLICAZIONE
La presente è pubblicata all'albo pretorio per quindici giorni.
Il Messo
Paolo Neri
"""
FIRST = DETERMINATION.format(
    numero=45, data="12/03/2024", oggetto="Lavori stradali", cosa="i lavori di cui all'allegato"
)
SECOND = DETERMINATION.format(
    numero=46, data="13/03/2024", oggetto="Verde pubblico", cosa="la manutenzione del verde"
)
DECREE = """DECRETO N. {numero} Del {data}
Identificativo Atto n. {identificativo}
DIREZIONE GENERALE AMBIENTE E CLIMA
Oggetto
{oggetto}
IL DIRIGENTE DELLA STRUTTURA
NATURA E BIODIVERSITÀ
VISTA la legge regionale 30 novembre 1983, n. 86;
DECRETA
1. di approvare il provvedimento.
IL DIRIGENTE
ANNA VERDI
Atto firmato digitalmente ai sensi delle vigenti disposizioni di legge
"""


def structure_of(text: str) -> Structure:
    document = as_document(text)
    structure = find_structure(document)
    assert_partition(document, structure)
    return structure


def numbers(text: str) -> list[str | None]:
    return [act.atto.numero for act in structure_of(text).atti]


@pytest.mark.parametrize("gap", ["", "\f"], ids=["run on", "on a new page"])
def test_two_determinazioni_in_one_file_are_two_acts(gap: str) -> None:
    structure = structure_of(FIRST + gap + SECOND)
    found = [(a.atto.numero, a.atto.data, a.atto.oggetto, a.atto.ente) for a in structure.atti]
    assert found == [
        ("45", "2024-03-12", "Lavori stradali", "Comune di Esempio"),
        ("46", "2024-03-13", "Verde pubblico", "Comune di Esempio"),
    ]
    assert structure.tipo == "determinazione"
    zones = [[zone.zona for zone in act.zones()] for act in structure.atti]
    assert zones[0] == zones[1]
    assert zones[1] == [
        "frontespizio",
        "preambolo",
        "dispositivo",
        "firma",
        "visti",
        "pubblicazione",
    ]


def test_an_act_between_others_keeps_its_attachment() -> None:
    attachment = "\fAllegato A\nCOMPUTO METRICO\nScavo di sbancamento\n"
    structure = structure_of(FIRST + attachment + "\f" + SECOND)
    assert [act.atto.numero for act in structure.atti] == ["45", "46"]
    assert [zone.zona for zone in structure.atti[0].zones()][-1] == "allegato"


def test_decrees_without_letterhead_on_pages_of_their_own() -> None:
    decrees = [
        DECREE.format(numero=n, data=f"{d:02}/08/2024", identificativo=n // 20, oggetto="Parchi")
        for n, d in ((12206, 6), (12207, 6), (12311, 8))
    ]
    structure = structure_of("\f".join(decrees))
    found = [(act.atto.numero, act.atto.data, act.atto.ente) for act in structure.atti]
    assert found == [
        ("12206", "2024-08-06", "Regione Lombardia"),
        ("12207", "2024-08-06", "Regione Lombardia"),
        ("12311", "2024-08-08", "Regione Lombardia"),
    ]


def test_an_order_and_the_decree_after_it() -> None:
    order = """COMUNE DI ESEMPIO
ORDINANZA SINDACALE N. 10 DEL 16/03/2026
OGGETTO: Chiusura delle scuole
IL SINDACO
Premesso che si tengono le consultazioni;
ORDINA
la chiusura dei plessi.
IL SINDACO
Mario Rossi
"""
    decree = """COMUNE DI ESEMPIO
DECRETO SINDACALE N. 11 DEL 31/03/2026
OGGETTO: Nomina del vice segretario
IL SINDACO
Visto l'art. 50 del D.Lgs. 267/2000;
DECRETA
di nominare il vice segretario.
IL SINDACO
Mario Rossi
"""
    structure = structure_of(order + decree)
    assert [(act.atto.tipo, act.atto.numero) for act in structure.atti] == [
        ("ordinanza", "10"),
        ("decreto", "11"),
    ]


WHOLE = {
    "its certificate under its own header": """COMUNE DI ESEMPIO
Provincia di Prova
DETERMINAZIONE N. 45 DEL 12/03/2024
CERTIFICATO DI ESECUTIVITÀ
Visto il parere favorevole;
La presente determinazione è esecutiva.
Il Segretario
Anna Verdi
""",
    "an opinion of its own": """COMUNE DI ESEMPIO
VISTO DI REGOLARITÀ CONTABILE N. 88 DEL 14/03/2024
Vista la determinazione n. 45 del 12/03/2024;
SI ATTESTA la copertura finanziaria.
Il Responsabile
Anna Verdi
""",
    "the schema of an act": """COMUNE DI ESEMPIO
SCHEMA DI DETERMINAZIONE
DETERMINAZIONE N. ____ DEL ________
OGGETTO: Rimborso degli oneri
IL RESPONSABILE
Visto il D.Lgs. 267/2000;
DETERMINA
di rimborsare gli oneri.
IL RESPONSABILE
Mario Rossi
""",
    "an act that is attached": """Allegato B
COMUNE DI ESEMPIO
DETERMINAZIONE N. 7 DEL 10/01/2024
OGGETTO: Indizione della gara
IL RESPONSABILE
Visto il D.Lgs. 36/2023;
DETERMINA
di indire la gara.
IL RESPONSABILE
Mario Rossi
""",
    "the act of another body": """REGIONE PROVA
DECRETO N. 812 DEL 10/01/2024
OGGETTO: Concessione del contributo
IL DIRIGENTE
Vista la legge regionale 5/2010;
DECRETA
di concedere il contributo.
IL DIRIGENTE
Anna Verdi
""",
    "a proposal": """COMUNE DI ESEMPIO
PROPOSTA DI DETERMINAZIONE N. 52 DEL 10/03/2024
OGGETTO: Lavori stradali
IL RESPONSABILE
Visto il D.Lgs. 267/2000;
DETERMINA
di approvare i lavori.
IL RESPONSABILE
Mario Rossi
""",
    "an act cited at the head of a page": """DETERMINAZIONE N. 7 DEL 10/01/2024
che ha indetto la gara, è stata pubblicata il 12/01/2024.
Il quadro economico è il seguente.
""",
}  # fmt: skip


@pytest.mark.parametrize("follows", WHOLE.values(), ids=WHOLE.keys())
def test_what_follows_an_act_and_belongs_to_it(follows: str) -> None:
    assert numbers(FIRST + "\f" + follows) == ["45"]


def test_an_act_that_the_one_before_encloses() -> None:
    enclosing = FIRST.replace("la determinazione n. 7 del", "l'allegata determinazione n. 7 del")
    enclosed = DETERMINATION.format(numero=7, data="10/01/2024", oggetto="Gara", cosa="la gara")
    assert numbers(enclosing + "\f" + enclosed) == ["45"]
    assert numbers(FIRST + "\f" + enclosed) == ["45", "7"]


def test_an_operative_formula_at_the_head_of_a_page_begins_no_act() -> None:
    page = SECOND.replace("\nDETERMINA\n", "\n\fDETERMINA\n")
    assert numbers(FIRST + "\f" + page) == ["45", "46"]


def test_an_act_that_is_not_whole_is_not_parted() -> None:
    """Two title pages of which the first has no operative part: a list of acts, not acts."""
    start = FIRST[: FIRST.index("IL RESPONSABILE")]
    assert numbers(start + "\f" + SECOND) == ["45"]
