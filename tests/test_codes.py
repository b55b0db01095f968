"""Codes: found, look-alikes, missed; a sentence with a line of marks under each expected span."""

from datetime import date

import pytest

from extractor.facts import codes
from models import Context
from tests.cases import Case, case, check, missed

CONTEXT = Context(tipo="determinazione", data=date(2026, 6, 1))

FOUND = [
    # CUP and CIG
    case(
        "CUP: E46G23000300002 CIG: BA3F161BC8",
        "     ^^^^^^^^^^^^^^^      ^^^^^^^^^^",
        {"tipo": "cup", "valore": "E46G23000300002", "valido": True},
        {"tipo": "cig", "valore": "BA3F161BC8", "valido": True},
    ),
    case(
        "C.U.P. J54 J25\n0009 90006 e CIG 98295587DD",
        "       ^^^^^^^^^^^^^^^^^^       ^^^^^^^^^^",
        {"tipo": "cup", "valore": "J54J25000990006", "valido": True},
        {"tipo": "cig", "valore": "98295587DD", "valido": True},
    ),
    case(
        "CIG: CUP: J21B22000110001",
        "          ^^^^^^^^^^^^^^^",
        {"tipo": "cup", "valore": "J21B22000110001"},
    ),
    case(
        "codice CUP n. J21B22OOO11OO01",
        "              ^^^^^^^^^^^^^^^",
        {"tipo": "cup", "valore": "J21B22000110001", "valido": True},
    ),
    case(
        "CIG: B30E54DC1A CUP: 22E220003400004",
        "     ^^^^^^^^^^      ^^^^^^^^^^^^^^^",
        {"tipo": "cig", "valido": True},
        {"tipo": "cup", "valido": False},
    ),
    case(
        "Smart CIG Z473DE739C e CIG Z473DE739D",
        "          ^^^^^^^^^^       ^^^^^^^^^^",
        {"valore": "Z473DE739C", "valido": True},
        {"valore": "Z473DE739D", "valido": False, "motivo": "controllo 47 invece di 1F"},
    ),
    case(
        "codice identificativo gara C.I.G. 98295587D0",
        "                                  ^^^^^^^^^^",
        {"tipo": "cig", "valido": False, "motivo": "finale 7D0 invece di 7DD"},
    ),
    # Tax codes
    case(
        "la ditta (P.Iva: 02561700648)",
        "                 ^^^^^^^^^^^",
        {"tipo": "partita_iva", "valore": "02561700648", "valido": True},
    ),
    case(
        "Codice Fiscale: RSSMRA80A01H501U P.Iva:",
        "                ^^^^^^^^^^^^^^^^",
        {"tipo": "codice_fiscale", "valore": "RSSMRA80A01H501U", "valido": True},
    ),
    case(
        "P.\nIVA IT 0501 7630 152",
        "          ^^^^^^^^^^^^^",
        {"tipo": "partita_iva", "valore": "05017630152", "valido": True},
    ),
    case(
        "Codice fiscale 9774323015",
        "               ^^^^^^^^^^",
        {"tipo": "codice_fiscale", "valido": False, "motivo": "10 cifre invece di 11"},
    ),
    case(
        "N.\tDenominazione\tCodice fiscale\n1\tRossi S.r.l.\t05017630152",
        "                                               ^^^^^^^^^^^",
        {"tipo": "codice_fiscale", "fonte": "codice_fiscale_colonna"},
    ),
    case(
        "IBAN IT 60 X 05428 11101 000000123456",
        "     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "iban", "valore": "IT60X0542811101000000123456", "valido": True},
    ),
    # Protocol numbers
    case(
        "nota prot. n. 17217 del 7 novembre 2018",
        "              ^^^^^",
        {"tipo": "protocollo", "valore": "17217", "data": "2018-11-07"},
    ),
    case(
        "nota pec. di Alfa S.p.A. n.629 del 05/04/2024",
        "                           ^^^",
        {"tipo": "protocollo", "valore": "629", "data": "2024-04-05"},
    ),
    case(
        "con nota n. G1.2023.0021658\ndel 12 giugno 2023",
        "            ^^^^^^^^^^^^^^^",
        {"tipo": "protocollo", "valore": "G120230021658", "data": "2023-06-12"},
    ),
    case(
        "acquisita al protocollo di questo Ente con il nr. 20855 del 30 ottobre 2017",
        "                                                  ^^^^^",
        {"tipo": "protocollo", "valore": "20855", "data": "2017-10-30"},
    ),
    case(
        "nota del 09/06/2021 prot. n. X1.2021.0271003.",
        "                             ^^^^^^^^^^^^^^^",
        {"tipo": "protocollo", "valore": "X120210271003", "data": "2021-06-09"},
    ),
    case(
        "COMUNE - REG_UFF_PROT - 0005319 - Ingresso - 06/05/2026 - 11:49",
        "                        ^^^^^^^",
        {"tipo": "protocollo", "valore": "0005319", "data": "2026-05-06"},
    ),
    case(
        "DURC n. Prot. INAIL_53418133 con scadenza al 18/07/2026",
        "              ^^^^^^^^^^^^^^",
        {"tipo": "protocollo", "valore": "INAIL_53418133"},
    ),
    case(
        "Ditta\tN. protocollo\tData protocollo\nRossi S.r.l.\t12345\t10/01/2017 15:29",
        "                                                 ^^^^^",
        {"tipo": "protocollo", "valore": "12345", "data": "2017-01-10"},
    ),
    case(
        "note prot. n. 123-P del 3/2/2024 e n. 456 del 4/3/2024; prot. PG/2024/12345",
        "              ^^^^^                   ^^^                     ^^^^^^^^^^^^^",
        {"tipo": "protocollo", "valore": "123-P", "data": "2024-02-03"},
        {"tipo": "protocollo", "valore": "456", "data": "2024-03-04"},
        {"tipo": "protocollo", "valore": "PG/2024/12345"},
    ),
    # The budget
    case(
        "sul capitolo 14.01.203.010839 del bilancio",
        "             ^^^^^^^^^^^^^^^^",
        {"tipo": "capitolo", "valore": "1401203010839"},
    ),
    case(
        "spesa impegnata ai Capitoli 642 e 642.1, imp n. 232/2025 sub 1",
        "                            ^^^   ^^^^^         ^^^^^^^^",
        {"tipo": "capitolo", "valore": "642"},
        {"tipo": "capitolo", "valore": "6421"},
        {"tipo": "impegno", "valore": "232/2025"},
    ),
    case(
        "accertamento n. 15/2024 in entrata, cap. 3050/2",
        "                ^^^^^^^                  ^^^^^^",
        {"tipo": "accertamento", "valore": "15/2024"},
        {"tipo": "capitolo", "valore": "3050/2"},
    ),
    case(
        "imp. n. 345 sub 2 anno 2024, capitolo U0000T20001",
        "        ^^^^^^^^^^^^^^^^^^^           ^^^^^^^^^^^",
        {"tipo": "impegno", "valore": "345/2024"},
        {"tipo": "capitolo", "valore": "U0000T20001"},
    ),
    # Assignments, tenders, identifiers
    case(
        "Codice incarico: 24C90, rilascio 24C90-01, scheda SCH-495_03",
        "                 ^^^^^           ^^^^^^^^         ^^^^^^^^^^",
        {"tipo": "codice_incarico", "valore": "24C90"},
        {"tipo": "codice_rilascio", "valore": "24C90-01"},
        {"tipo": "scheda_servizio", "valore": "SCH-495_03"},
    ),
    case(
        "procedura di gara ARIA_2023_116_F; RCC n. 13200 del 13/12/2022",
        "                  ^^^^^^^^^^^^^^^         ^^^^^",
        {"tipo": "codice_gara", "valore": "ARIA_2023_116_F"},
        {"tipo": "rcc", "valore": "13200", "data": "2022-12-13"},
    ),
    case(
        "dalle seguenti procedure di acquisizione:\n• 202481 CUP Unico Regionale.",
        "                                            ^^^^^^",
        {"tipo": "codice_gara", "valore": "202481"},
    ),
    case(
        "RdO n. 3456789; numero gara 8123456; procedura Sintel ID 178923456",
        "       ^^^^^^^              ^^^^^^^                      ^^^^^^^^^",
        {"tipo": "codice_gara", "valore": "3456789"},
        {"tipo": "codice_gara", "valore": "8123456"},
        {"tipo": "codice_gara", "valore": "178923456"},
    ),
    case(
        "l’ordine (MEPA) Procedura n. 1517042 Ordinativo n. 9019925; ODA n. 7654321",
        "                             ^^^^^^^               ^^^^^^^         ^^^^^^^",
        {"tipo": "codice_gara", "valore": "1517042"},
        {"tipo": "codice_gara", "valore": "9019925"},
        {"tipo": "codice_gara", "valore": "7654321"},
    ),
    case(
        "domanda [ID 38057443]; Identificativo Atto n. 591",
        "            ^^^^^^^^                          ^^^",
        {"tipo": "id_progetto", "valore": "38057443"},
        {"tipo": "identificativo_atto", "valore": "591"},
    ),
    case(
        "Codice Univoco Ufficio: UFX7A2; CUI S97743230159202300012",
        "                        ^^^^^^      ^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "codice_univoco_ufficio", "valore": "UFX7A2"},
        {"tipo": "cui", "valore": "S97743230159202300012", "valido": True},
    ),
    case(
        "Classificazione principale (cpv): 09310000 Elettricità; CPV 45000000-7",
        "                                  ^^^^^^^^                  ^^^^^^^^^^",
        {"tipo": "cpv", "valore": "09310000"},
        {"tipo": "cpv", "valore": "45000000-7"},
    ),
    case(
        "fatture n. 12/PA del 3/2/2024 e n. FPA 1/26 del 21/04/2026",
        "           ^^^^^                   ^^^^^^^^",
        {"tipo": "fattura", "valore": "12/PA", "data": "2024-02-03"},
        {"tipo": "fattura", "valore": "FPA1/26", "data": "2026-04-21"},
    ),
]

NOTICES = [
    case(
        "Identificativo della procedura: feef250a-f414-4fa9-bcab-681e216b4ec3",
        "                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "codice_gara", "valore": "FEEF250A-F414-4FA9-BCAB-681E216B4EC3"},
    ),
    case("Identificativo interno: 4227", "                        ^^^^", {"tipo": "codice_gara"}),
    case("Identificativo interno: LOT-0001"),
    case(
        "Identificativo/versione dell'avviso: c91cb473-3e74-4139-9a1d-867e6e65060b - 01",
        "                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "identificativo_atto"},
    ),
    case(
        "Numero di pubblicazione dell’avviso: 821062-2025",
        "                                     ^^^^^^^^^^^",
        {"tipo": "identificativo_atto", "valore": "821062-2025"},
    ),
    case(
        "Numero di registrazione: 05017630152",
        "                         ^^^^^^^^^^^",
        {"tipo": "codice_fiscale", "valido": True},
    ),
    case("Numero di registrazione: 05017630153"),  # a foreign register's
    case(
        "la Richiesta di Offerta n. 6227873 e il DURC n. INPS_48929512",
        "                           ^^^^^^^              ^^^^^^^^^^^^^",
        {"tipo": "codice_gara"},
        {"tipo": "protocollo", "valore": "INPS_48929512"},
    ),
]

LOOK_ALIKES = [
    case(
        "CIG B2C3D4E5F6; € 510,00\tA520040601\tAccantonamento altri fondi",
        "    ^^^^^^^^^^                                                      ",
        {"tipo": "cig"},
    ),
    case("il Decreto Sindacale prot. n. 50/2025, con cui"),
    case("la procedura n. 1517042 del registro"),
    case("Impegno di spesa 07/05/2026 e liquidazione"),
    case("l'Allegato 3 e 4 allegati; note a piè di pagina n. 3; lettera a) n. 2"),
    case("il CUP unico regionale, Centro Unificato di Prenotazione (CUP)"),
    case("Numero verde Help-Desk CUP 800.811.172"),
    case("CIG: CUP:\nDescrizione Capitolo: SPESE"),
    case("acquisire il CIG in fase di gara, il codice CUP e la dicitura"),
    case("nel capitolo 9 Livelli di servizio del capitolato; capitolo II"),
    case("con sede in via Arno n. 23, cap. 47042, in Cesenatico (FC)"),
    case("C.A.P: 83021 - Avella (AV); Tel/Fax 081.8259343"),
    case("un impegno di 3 anni; impegno finanziario di 12 mesi"),
    case("il Protocollo d'intesa n. 5; attuazione del presente Protocollo.\nArt. 9 – Credenziali"),
    case("istanza protocollata almeno 15 (quindici) giorni prima"),
    case("si veda la nota n. 285 del paragrafo n. 197 della Comunicazione"),
    case("la legge n. 241 del 7 agosto 1990, la determina n. 12 del 3/2/2024"),
    case("tel. 0818259343, tot. 1234567890"),
    case("idoneo documento e fattura quietanzata n.d."),
    case("https://example.org/AllItems.aspx?id=4412345"),
]

MISSED = [
    # Eleven digits with the right check digit, but nothing says what they are.
    missed(
        "la società Rossi S.r.l. (05017630152) di Milano",
        "                         ^^^^^^^^^^^",
        {"tipo": "partita_iva"},
    ),
]


@pytest.mark.parametrize("expected", [*FOUND, *NOTICES, *LOOK_ALIKES, *MISSED])
def test_cases(expected: Case) -> None:
    check(codes.find, expected, CONTEXT)


def test_one_mention_gives_both_tax_codes() -> None:
    found = codes.find("C.F. e P.IVA 05017630152", CONTEXT)
    assert [(code.tipo, code.valore) for code in found] == [
        ("codice_fiscale", "05017630152"),
        ("partita_iva", "05017630152"),
    ]


def test_a_mention_takes_the_one_date_of_another() -> None:
    text = "la nota prot. n. 629 del 05/04/2024; vista la nota prot. n. 629"
    first, second = codes.complete(codes.find(text, CONTEXT), CONTEXT)
    assert (first.data, second.data) == ("2024-04-05", "2024-04-05")
    assert second.completamenti == ((first.inizio, first.fine),)


def test_two_dates_for_one_number_complete_nothing() -> None:
    text = "prot. n. 629 del 05/04/2024; prot. n. 629 del 06/05/2025; prot. n. 629"
    *_, last = codes.complete(codes.find(text, CONTEXT), CONTEXT)
    assert last.data is None


def test_a_commitment_without_its_year_is_the_one_with_it() -> None:
    text = "impegno n. 430/2023;\nN. Impegno\tImporto Impegno\n430\t€ 1.000,00"
    found = codes.complete(codes.find(text, CONTEXT), CONTEXT)
    assert [(code.tipo, code.valore) for code in found] == [("impegno", "430/2023")] * 2


def test_a_year_of_two_digits_is_the_one_of_four() -> None:
    found = codes.find("impegno n. 430/23; impegno n. 430/2023; impegno n. 430", CONTEXT)
    values = {code.valore for code in codes.complete(found, CONTEXT)}
    assert values == {"430/2023"}


def test_a_chapter_with_a_dot_is_the_one_with_a_slash() -> None:
    text = "sul Cap. 3110/2 di spesa\nPiano\tCapitolo\n2.02.01\t3110.2\n2.02.02\t3110.3\n"
    found = codes.complete(codes.find(text, CONTEXT), CONTEXT)
    assert [code.valore for code in found] == ["3110/2", "3110/2", "31103"]


def test_a_chapter_of_a_column_after_another_table() -> None:
    text = (
        "N.\tCUP\tImporto\n1\tJ21B22000110001\t3.660,00\n"
        "N. Impegno\tCapitolo\tEsercizio\n12\t2613.1\t2024"
    )
    found = [(code.tipo, code.valore) for code in codes.find(text, CONTEXT)]
    assert found == [("cup", "J21B22000110001"), ("impegno", "12"), ("capitolo", "26131")]
