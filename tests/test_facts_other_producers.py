"""Facts as Regions, universities, health agencies, chambers and panels print them.

Each form with what looks like it: the acts are composed, their names and numbers invented.
"""

from datetime import date

import pytest

from extractor.facts import amounts, codes, deadlines, people
from extractor.facts.references import complete, find
from models import Context

ACT = Context(tipo="determinazione", data=date(2025, 4, 3))


REFERENCES = {
    "delibera n. 12 del Consiglio di Dipartimento di Fisica del 16 aprile 2025": [
        ("delibera", "12", "2025-04-16")
    ],
    "la Comunicazione della Commissione C/2024/3209 sui criteri": [
        ("comunicazione_ue", "C/2024/3209", None)
    ],
    "deliberazione C.C. n. 58 del 23/12/2024 e deliberazione C.C. n. 59 in pari data": [
        ("delibera", "58", "2024-12-23"),
        ("delibera", "59", "2024-12-23"),
    ],
    "Visti i decreti del Dirigente:\n- n. 11480 del 28 luglio 2023, di approvazione;\n"
    "- n. 3007/2024, di rettifica;": [
        ("decreto", "11480", "2023-07-28"),
        ("decreto", "3007", None),
    ],
    # The day is not that of a title, nor that of another act
    "delibera n. 12 del Consiglio comunale relativa al piano del 16 aprile 2025": [
        ("delibera", "12", None)
    ],
    "Visti i decreti:\n- n. 5 del 28 luglio 2023 (quota 3007/2024 dei lotti);": [
        ("decreto", "5", "2023-07-28")
    ],
}


@pytest.mark.parametrize("text", REFERENCES)
def test_references(text: str) -> None:
    found = complete(find(text, ACT), ACT)
    assert [(f.tipo, f.numero, f.data) for f in found] == REFERENCES[text]


DEADLINES = {
    "Il contratto ha termine il 30 novembre 2025.": [("2025-11-30", "fine_validita")],
    "di fissare al 28 novembre 2025 il termine per la rendicontazione": [("2025-11-28", "termine")],
    "il disciplinare fissava al 27/01/2025 ore 18:00 il termine per le offerte": [
        ("2025-01-27", "termine")
    ],
    "Le domande si presentano:\n- seconda finestra: dal 1° settembre 2025 al 31 ottobre 2025;": [
        ("2025-10-31", "finestra")
    ],
    "ha efficacia dalla firma e per i successivi 24 mesi; può essere modificato": [
        ("P24M", "durata")
    ],
    "con opzione di proroga per ulteriori 12 mesi": [("P12M", "durata")],
    "mantengono la destinazione nei cinque anni successivi al pagamento del saldo": [
        ("P5Y", "durata")
    ],
    "il rendiconto è deliberato entro il 30 aprile dell'anno successivo": [
        ("2025-04-30", "termine")
    ],
    "Misura\tUfficio\tTermine\nMappatura\tArea 1\t30/06/2025\nFormazione\tArea 2\t31/10/2025": [
        ("2025-06-30", "termine"),
        ("2025-10-31", "termine"),
    ],
    "è incaricato degli adempimenti, da concludersi entro il mese di maggio 2025": [
        ("2025-05-31", "termine")
    ],
    "divieto di sosta dalle ore 07:00 di sabato 13 settembre 2025 alle ore 24:00 del "
    "14 settembre 2025": [("2025-09-14", "finestra")],
    # No terms: dates of other columns, narrated days, a year that the act does not tell
    "Misura\tResponsabile\tData\nMappatura\tArea 1\t30/06/2025\nFormazione\tArea 2\t31/10/2025": [],
    "il prezzo è stato fissato al 27/01/2025 in 12 euro": [],
    "la relazione fu letta entro il 30 aprile dell'anno successivo": [],
    "per altri 12 operatori": [],
}


@pytest.mark.parametrize("text", DEADLINES)
def test_deadlines(text: str) -> None:
    found = deadlines.complete(deadlines.find(text, ACT), ACT)
    assert [(str(f.data or f.durata), f.tipo) for f in found] == DEADLINES[text]


EVENTS = {
    "installa il misuratore entro 6 mesi dal rilascio e trasmettere la denuncia": "rilascio",
    "per almeno tre anni dall'erogazione del saldo e a conservare le prove": "erogazione del saldo",
    "entro 30 giorni dalla fine delle opere e dei cantieri": "fine delle opere e dei cantieri",
}


@pytest.mark.parametrize("text", EVENTS)
def test_an_event_ends_where_another_duty_begins(text: str) -> None:
    assert [f.decorrenza for f in deadlines.find(text, ACT)] == [EVENTS[text]]


AMOUNTS = {
    "N. fattura\tImponibile\tIVA 4%\tTotale\n12/PA\t1.000,00\t40,00\t1.040,00": [
        ("1000.00", "liquidazione"),
        ("40.00", "altro"),
        ("1040.00", "liquidazione"),
    ],
    "Impresa\tVoucher concesso\tRitenuta 4%\nAlfa S.n.c.\t7.500,00\t300,00": [
        ("7500.00", "contributo"),
        ("300.00", "ritenuta"),
    ],
    "Le risorse, stanziate con d.g.r. XII/2913, sono così articolate:\n"
    "Linea 1 – opere: euro 9.000.000,00;\nLinea 2 – studi: euro 3.500.000,00.": [
        ("9000000.00", "dotazione"),
        ("3500000.00", "dotazione"),
    ],
    "a questa ATS sono assegnati € 1.137.420,00, accertati con decreto n. 5": [
        ("1137420.00", "assegnazione")
    ],
    "il fondo di cassa al 31.12.2024 è di € 46.992,13": [("46992.13", "altro")],
    "non è obbligatorio il mercato elettronico sotto € 5.000,00": [("5000.00", "soglia")],
    "contributo a fondo perduto pari al 60% delle spese, nel limite massimo di € 30.000,00": [
        ("30000.00", "contributo")
    ],
    "la Giunta ha destinato al bando € 6.000.000,00": [("6000000.00", "dotazione")],
    "chiede un contributo di € 25.000,00 a fronte di costi per € 91.500,00": [
        ("25000.00", "contributo"),
        ("91500.00", "costo_progetto"),
    ],
    "il contributo è indicato in € 85.000,00 anziché in € 58.000,00": [
        ("85000.00", "contributo"),
        ("58000.00", "contributo"),
    ],
    "certificato di pagamento per € 100,00 oltre IVA 22% pari a € 22,00": [
        ("100.00", "liquidazione"),
        ("22.00", "altro"),
    ],
    # A share is no amount; a fund for works is one that funds; a limit of spending stays one
    "Impresa\tQuota %\nAlfa S.n.c.\t12,50": [],
    "un fondo di € 46.992,13 per le imprese": [("46992.13", "dotazione")],
    "il contributo è concesso per spese minime di € 900,00": [("900.00", "soglia")],
}


@pytest.mark.parametrize("text", AMOUNTS)
def test_amounts(text: str) -> None:
    found = amounts.complete(amounts.find(text, ACT), ACT)
    assert [(f.importo, f.ruolo) for f in found] == AMOUNTS[text]


INVOICES = {
    "N. fattura\tData\tTotale\n1204/PA\t25/09/2025\t22.204,00": ["1204/PA"],
    "Fattura n.\tTotale\n7/E del 25/09/2025\t22.204,00": ["7/E"],
    "Data fattura\tTotale\n25/09/2025\t22.204,00": [],
    "Importo fattura\tQuota\n22.204,00\t12": [],
}


@pytest.mark.parametrize("text", INVOICES)
def test_invoices_in_columns(text: str) -> None:
    found = codes.find(text, ACT)
    assert [f.valore for f in found if f.tipo == "fattura"] == INVOICES[text]


AGREEMENT = Context(tipo="accordo")
PEOPLE: dict[str, tuple[Context, list[tuple[str, str]]]] = {
    "Il Responsabile del procedimento è la Dirigente della U.O. Commercio locale, Ornella Neri.": (
        ACT,
        [("Ornella Neri", "responsabile_procedimento")],
    ),
    "La Dirigente dell'U.O. Affari generali, Carla Rossi\nVISTO il decreto": (
        ACT,
        [("Carla Rossi", "firmatario")],
    ),
    "vista l'attestazione di regolarità contabile resa dal Direttore della S.C. Bilancio, "
    "dott. Mario Verdi;": (ACT, [("Mario Verdi", "responsabile_contabile")]),
    "Visto di regolarità contabile attestante la copertura finanziaria – Lidia Neri": (
        ACT,
        [("Lidia Neri", "responsabile_contabile")],
    ),
    "Servizio proponente: Foreste – Responsabile: dott. Mario Verdi\nOGGETTO: Rimborsi": (
        ACT,
        [("Mario Verdi", "direttore_proponente")],
    ),
    "di nominare RUP, ai sensi dell'art. 15 del Codice, il geom. Mario Verdi.": (
        ACT,
        [("Mario Verdi", "responsabile_procedimento")],
    ),
    "È nominata la Commissione giudicatrice, così composta:\n– Prof. Mario VERDI, Ordinario;": (
        ACT,
        [("Mario Verdi", "componente")],
    ),
    "CERTIFICATO DI PUBBLICAZIONE\nÈ pubblicata all'Albo per 15 giorni.\n"
    "Il Funzionario incaricato Sabina Rossi": (
        ACT,
        [("Sabina Rossi", "responsabile_pubblicazione")],
    ),
    "all'albo dal 11.08.2025 al 26.08.2025.\nIl Messo Piero Rossi": (
        ACT,
        [("Piero Rossi", "responsabile_pubblicazione")],
    ),
    "la somma che il Comune ha messo Mario Rossi": (ACT, []),
    "IL SEGRETARIO GENERALE\ndr.ssa Rossella Neri": (ACT, [("Rossella Neri", "firmatario")]),
    "l'ing. Giuseppe Terzi, Dirigente del Settore Opere, il quale interviene in rappresentanza "
    "del Comune": (AGREEMENT, [("Giuseppe Terzi", "rappresentante_legale")]),
    "alla sig.ra Laura Neri, nata a Lovere il 12.08.1981": (ACT, [("Laura Neri", "altro")]),
    "è approvato.\nPer la Provincia di Vara\tMario Rossi\nPer il Comune di Riva\tAnna Neri": (
        AGREEMENT,
        [("Mario Rossi", "firmatario"), ("Anna Neri", "firmatario")],
    ),
    # A sentence ends; the secretary of a board records it; a place is named for someone
    "pubblicato dal Direttore sul BURL. Bilancio di Mario Rossi": (ACT, []),
    "IL SEGRETARIO GENERALE\ndr.ssa Rossella Bini": (
        Context(tipo="delibera"),
        [("Rossella Bini", "segretario")],
    ),
    "per la sig.ra Laura Neri e altri": (ACT, []),
    "Per il Comune di Riva\tPiazza Mario Rossi": (AGREEMENT, []),
}


@pytest.mark.parametrize("text", PEOPLE)
def test_people(text: str) -> None:
    context, expected = PEOPLE[text]
    found = people.find(text, context)
    assert [(f.nome, f.funzione) for f in found] == expected
