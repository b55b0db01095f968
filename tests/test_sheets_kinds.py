"""Sheets of the same kinds with other columns, other words and other orders than the corpus."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.structure.sheets import read_sheets
from extractor.structure.sheets.columns import kind, kinds
from extractor.structure.sheets.cup_sheets import slug
from extractor.structure.sheets.values import cents, decimal, iso_date
from models import (
    Act,
    Atto,
    Beneficiario,
    Cell,
    Contraente,
    Fatto,
    Intervento,
    Movimento,
    Rilascio,
    SchedaCup,
    Tabella,
    Table,
)


def read(text: str, tables: Sequence[Table] = ()) -> tuple[Fatto, ...]:
    return read_sheets(text, Act(Atto(tipo="altro"), 0, len(text), ()), tuple(tables))


def one_kind(text: str, wanted: type[Fatto]) -> list[Fatto]:
    return [record for record in read(text) if isinstance(record, wanted)]


def as_table(text: str, rows: Sequence[Sequence[str]]) -> Table:
    """A table as a PDF gives it: its cells' spans, in text order."""
    at, cells = 0, []
    for row in rows:
        spans = []
        for word in row:
            at = text.index(word, at)
            spans.append(Cell(at, at + len(word)))
            at += len(word)
        cells.append(tuple(spans))
    return Table(1, cells[0][0].inizio, at, tuple(cells), 1)


GRADUATORIA = """\
GRADUATORIA DEI BENEFICIARI AMMESSI
Pos.\tRagione sociale\tCodice fiscale\tID domanda\tPunteggio totale\tContributo concesso (€)\tEsito
1\tAlfa S.r.l.\t01234567890\t5512001\t87,5\t12.500,00\tFinanziata
2\tCooperativa Beta\t09876543210\t5512044\t80\t€ 7.000\tAmmessa con riserva
Totale\t\t\t\t\t19.500,00\t
"""


def test_grant_list_with_other_columns() -> None:
    first, second = one_kind(GRADUATORIA, Beneficiario)
    assert isinstance(first, Beneficiario)
    assert isinstance(second, Beneficiario)
    assert first.elenco == "GRADUATORIA DEI BENEFICIARI AMMESSI"
    assert (first.ordine, first.denominazione, first.codice_fiscale) == (
        1,
        "Alfa S.r.l.",
        "01234567890",
    )
    assert (first.id_domanda, first.punteggio, first.centesimi) == ("5512001", "87,5", 1_250_000)
    assert (second.centesimi, second.esito) == (700_000, "Ammessa con riserva")


def test_the_same_list_as_a_table_of_a_pdf() -> None:
    rows = [line.split("\t") for line in GRADUATORIA.splitlines()[1:]]
    table = as_table(GRADUATORIA, rows)
    drawn = one_kind(GRADUATORIA, Beneficiario)
    assert [r for r in read(GRADUATORIA, [table]) if isinstance(r, Beneficiario)] == drawn


def test_row_that_goes_on_in_the_next_one_is_joined() -> None:
    text = GRADUATORIA.replace("Cooperativa Beta", "Cooperativa Beta e").replace(
        "\nTotale", "\n\tAssociati\t\t\t\t\t\nTotale"
    )
    assert [getattr(record, "denominazione", "") for record in one_kind(text, Beneficiario)] == [
        "Alfa S.r.l.",
        "Cooperativa Beta e Associati",
    ]


def test_words_left_in_repeated_titles_go_back_to_their_row() -> None:
    text = GRADUATORIA.replace(
        "\nTotale",
        " per\nPos.\tRagione sociale e C.\tCodice fiscale\tID domanda\tPunteggio totale\t"
        "Contributo concesso (€)\tEsito carenza di fondi\n"
        "3\tGamma\t\t\t\t100,00\tFinanziata\nTotale",
    )
    found = [r for r in one_kind(text, Beneficiario) if isinstance(r, Beneficiario)]
    assert [r.denominazione for r in found] == ["Alfa S.r.l.", "Cooperativa Beta e C.", "Gamma"]
    assert found[1].esito == "Ammessa con riserva per carenza di fondi"
    assert len({r.elenco for r in found}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Criterio\tDescrizione\tPunteggio\nA\tSoggetto giovane\t10\nB\tEnte pubblico\t5\n",
        "Richiedente\tCriteri per l'attribuzione\nImpresa\tSede\nSocietà\tVigneto\n",
    ],
)
def test_other_tables_are_no_lists_of_beneficiaries(text: str) -> None:
    assert one_kind(text, Beneficiario) == []
    assert len(one_kind(text, Tabella)) == 1


def test_schedule_with_other_columns() -> None:
    text = (
        "CRONOPROGRAMMA\nAttività a CANONE\n"
        "Titolo rilascio\tCodice Rilascio\tImporto al lordo di IVA\tImporto al netto di IVA\tData\n"
        "Servizio uno\t25X1-1\t1.220,00\t1.000,00\t31/12/2025\n"
    )
    [record] = one_kind(text, Rilascio)
    assert isinstance(record, Rilascio)
    assert (record.codice, record.titolo, record.tipologia) == ("25X1-1", "Servizio uno", "canone")
    assert (record.netto_centesimi, record.lordo_centesimi) == (100_000, 122_000)
    assert (record.data_rilascio, record.data_validazione) == ("2025-12-31", None)


def test_cup_sheet_under_a_title_of_its_own() -> None:
    (sheet,) = one_kind(
        "SCHEDA PROGETTO CUP\nCODICE CUP: J81B21004560001\nLOCALIZZAZIONE\nComune di Esempio\n"
        "ANNO DI DECISIONE: 2021\nNatura\tLAVORI PUBBLICI\nCOSTO DEL PROGETTO\t1.250.000,00\n"
        "FINANZIAMENTO PUBBLICO ASSEGNATO\t1.000.000,00",
        SchedaCup,
    )
    assert isinstance(sheet, SchedaCup)
    assert sheet.cup == "J81B21004560001"
    assert sheet.campi == {
        "localizzazione": "Comune di Esempio",
        "anno_di_decisione": "2021",
        "natura": "LAVORI PUBBLICI",
        "costo_del_progetto": "1250000.00",
        "finanziamento_pubblico_assegnato": "1000000.00",
    }


def test_a_farm_is_known_by_its_cuaa() -> None:
    text = "N.\tNumero domanda\tCUAA\tRagione sociale\tContributo concesso (€)\n"
    text += "1\t202300012345\t01234567897\tAZIENDA LE ROSE\t120.000,00\n"
    text += "2\t202300012399\t02345678909\tCASCINA NUOVA\t98.500,50"
    farms = one_kind(text, Beneficiario)
    assert [getattr(farm, "codice_fiscale", None) for farm in farms] == [
        "01234567897",
        "02345678909",
    ]


def test_marks_in_cells_give_the_lines() -> None:
    text = (
        "le 3 Linee di intervento:\n1. Dati\n2. Reti\n3. Servizi\n"
        "ID Interventi\nA.1 Aprire i dati\nA.2 Estendere la rete\n\n"
        "A.1\tAprire i dati\tX\t\tX\t\tX\nA.2\tEstendere la rete\t\tX\t\t\t\n"
    )
    found = [r for r in one_kind(text, Intervento) if isinstance(r, Intervento)]
    assert [(r.codice, r.titolo, r.linee) for r in found] == [
        ("A.1", "Aprire i dati", (1, 3)),
        ("A.2", "Estendere la rete", (2,)),
    ]


def test_parties_of_a_convention_with_seat_and_code() -> None:
    text = (
        "SCHEMA DI CONVENZIONE\nTRA\n"
        "Il Comune di Valdombra, con sede in Valdombra (BG), Via Roma 1, C.F. 01234567890,"
        " rappresentato dal Sindaco\nE\n"
        "AZIENDA REGIONALE LAGHI S.P.A. (di seguito, per\nbrevità, “ARL”) con sede legale in Como,"
        " Via Lago 2, C.F. e P.IVA 09876543210, rappresentata\nPREMESSO CHE\n"
    )
    first, second = [r for r in one_kind(text, Contraente) if isinstance(r, Contraente)]
    assert (first.denominazione, first.sigla) == ("Comune di Valdombra", None)
    assert (first.sede, first.codice_fiscale) == ("Valdombra (BG), Via Roma 1", "01234567890")
    assert (second.denominazione, second.sigla) == ("AZIENDA REGIONALE LAGHI S.P.A.", "ARL")
    assert (second.sede, second.codice_fiscale) == ("Como, Via Lago 2", "09876543210")


def movements(text: str) -> list[tuple[str | None, str | None, str | None, int | None, int | None]]:
    return [
        (r.creditore, r.capitolo, r.impegno, r.esercizio, r.centesimi)
        for r in read(text)
        if isinstance(r, Movimento)
    ]


def test_table_with_a_column_for_each_year() -> None:
    text = (
        "Beneficiario\tCapitolo\tImpegno\tImporto 2025\tImporto 2026\n"
        "Alfa S.r.l.\t9.03.203.7295\t12\t1.000,00\t0,00\n"
        "Beta S.p.A.\t9.03.203.7295\t13\t€ 500,00\t250,00\nTotale\t\t\t1.500,00\t250,00\n"
    )
    assert movements(text) == [
        ("Alfa S.r.l.", "9.03.203.7295", "12", 2025, 100_000),
        ("Beta S.p.A.", "9.03.203.7295", "13", 2025, 50_000),
        ("Beta S.p.A.", "9.03.203.7295", "13", 2026, 25_000),
    ]


@pytest.mark.parametrize("mark", ["\n", " "])
def test_labelled_lines_of_the_operative_part(mark: str) -> None:
    lines = ["Capitolo: 2607/2", "Impegno: 400/23 sub3;", "Esigibilità: 2026", "Importo: €9.615,00"]
    assert movements(f"somme impegnate:\n{mark.join(lines)}\n") == [
        (None, "2607/2", "400/23 sub3", 2026, 961_500)
    ]


def test_block_of_the_accounting_office() -> None:
    text = (
        "Piano Finanziario\tMissione\tCapitolo\tQuinti Livello p.f.\tEsercizio\tN. Impegno"
        " Provvisorio\n2.02.01.04.0 01\t08.01\t3110.2\t\t2023\t0\n"
        "N. Impegno Definitivo\tImporto Impegno\tN. Subimpegno\tImporto subimpegno\t"
        "N. SottoSubimpegno\tImporto Sottosubimpegno\n435\t€ 0,00\t6\t€ 76.555,00\t\t€ 0,00\n"
        "Creditore\nDenominazione: Gamma Impianti sas - Progressivo Fornitore: 12\n"
        "Numero Liquid.\tImporto Liquidazione\tEsercizio\n297\t999,96\t2026\n"
        "DESCRIZIONE CREDITORE\nH\nROSSI MARIO\n"
    )
    expected = [
        ("Gamma Impianti sas", "3110.2", "435/6", 2023, 7_655_500),
        ("ROSSI MARIO", None, None, 2026, 99_996),
    ]
    assert movements(text) == expected
    assert movements(text.replace("\t", "\n")) == expected


def test_postcode_is_no_chapter() -> None:
    assert movements("con sede in Via Arno n. 23, cap. 47042, per € 100,00\n") == []


def test_every_table_is_kept_whole() -> None:
    [record] = one_kind("prima\nVoce\tAnno\nUno\t\nDue\tx\ndopo\n", Tabella)
    assert isinstance(record, Tabella)
    assert record.intestazione == ("Voce", "Anno")
    assert record.righe == (("Uno", ""), ("Due", "x"))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("N. PROTOCOLLO", "protocollo"),
        ("N.", "ordine"),
        ("DENOMINAZIONE RICHIEDENTE", "denominazione"),
        ("Codice fiscale / P.IVA", "codice_fiscale"),
        ("Importo concesso", "contributo"),
        ("Spesa ammessa", "importo"),
        ("Denominazione progetto", "titolo"),
        ("Anno", None),
    ],
)
def test_kind_of_a_column(title: str, expected: str | None) -> None:
    assert kind(title) == expected


def test_a_place_gives_way_to_a_name() -> None:
    assert kinds(["Comune", "Ragione sociale", "Esito"]) == (None, "denominazione", "esito")


def test_slug_of_a_label() -> None:
    assert slug("Unità Organizzativa") == "unita_organizzativa"


@given(st.integers(min_value=0, max_value=10**13))
def test_amounts_are_read_exactly(value: int) -> None:
    printed = f"€ {value // 100:,}".replace(",", ".") + f",{value % 100:02d}"
    assert cents(printed) == value
    assert decimal(printed) == f"{value // 100}.{value % 100:02d}"


@given(st.dates(min_value=date(1000, 1, 1)))
def test_dates_are_read_exactly(day: date) -> None:
    assert iso_date(f"{day:%d/%m/%Y}") == f"{day:%Y-%m-%d}"


@given(st.text(alphabet="AaN.1 \t\n€,-/XTRAeID", max_size=400))
def test_any_text_gives_evidence_that_holds(text: str) -> None:
    for record in read(text):
        assert record.testo == text[record.inizio : record.fine]
