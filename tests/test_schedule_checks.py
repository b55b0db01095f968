"""Releases against totals, VAT, cover by years and the end of validity; durations of plans."""

from pathlib import Path

import pytest

from extractor.checks.schedule import durations_of_interventions, ended_interventions
from extractor.pipeline import extract
from models import Estrazione
from tests.conftest import CORPUS
from tests.money_checks import findings, told

ACT = (
    "l'incarico ha un costo totale di € {totale} iva inclusa e durata fino al {fine}; la copertura "
    "finanziaria, pari a euro {totale}, è garantita come segue:\n\n"
    "- Euro {primo} a valere dell'esercizio 2024;\n\n"
    "- Euro {secondo} a valere dell'esercizio 2025;\n\n"
    "Allegato: Cronoprogramma\n\nAttività a CORPO\n\n"
    "Codice rilascio  Titolo rilascio  Data rilascio  Data validazione  Importo netto IVA  "
    "Importo lordo IVA\n\n"
    "24X10-01 Avvio del servizio 30/06/2024 30/09/2024 1.000,00 1.220,00\n\n"
    "24X10-02 Estensione del servizio {data} {data} {netto} {lordo}\n\n"
    "Fine del cronoprogramma.\n"
)
RIGHT = {
    "totale": "3.660,00", "fine": "31/12/2025", "primo": "1.220,00", "secondo": "2.440,00",
    "data": "30/06/2025", "netto": "2.000,00", "lordo": "2.440,00",
}  # fmt: skip
RULES = (
    "somma_rilasci", "somma_iva", "somma_annualita", "annualita_senza_copertura",
    "rilascio_oltre_validita",
)  # fmt: skip


def act(**changes: str) -> str:
    return ACT.format(**RIGHT | changes)


@pytest.mark.parametrize("rule", RULES)
def test_a_schedule_that_agrees_with_its_act(tmp_path: Path, rule: str) -> None:
    assert told(tmp_path, act(), rule) == []


def test_releases_that_do_not_make_the_total(tmp_path: Path) -> None:
    found = findings(tmp_path, act(totale="3.860,00"), "somma_rilasci")
    assert [(f.gravita, f.messaggio) for f in found] == [
        (
            "errore",
            "La somma dei 2 rilasci, al lordo dell'IVA, è € 3.660,00; il totale stampato "
            "nell'atto è € 3.860,00: differenza € -200,00.",
        )
    ]
    assert len(found[0].fatti) == 3


def test_a_release_a_cent_off_its_vat(tmp_path: Path) -> None:
    ((severity, message),) = told(tmp_path, act(lordo="2.440,01"), "somma_iva")
    assert severity == "nota"
    assert message.endswith("24X10-02 (€ 0,01).")


def test_releases_of_years_without_cover(tmp_path: Path) -> None:
    found = told(tmp_path, act(data="30/06/2026", fine="31/12/2026"), "annualita_senza_copertura")
    assert [severity for severity, _ in found] == ["avviso", "avviso"]
    assert "24X10-02 (2026), per complessivi € 2.440,00" in found[0][1]
    assert "2025 € 2.440,00 contro € 0,00" in found[1][1]


def test_one_sum_for_two_years_covers_both(tmp_path: Path) -> None:
    body = act(primo="1.830,00", secondo="1.830,00")
    assert told(tmp_path, body, "annualita_senza_copertura") == []


def test_years_covered_for_other_sums_than_their_releases(tmp_path: Path) -> None:
    body = act(primo="2.220,00", secondo="1.440,00")
    ((severity, message),) = told(tmp_path, body, "annualita_senza_copertura")
    assert severity == "avviso"
    assert "2024 € 2.220,00 contro € 1.220,00; 2025 € 1.440,00 contro € 2.440,00" in message
    assert message.endswith("La copertura cumulata non è mai inferiore ai rilasci cumulati.")
    body = act(primo="1.000,00", secondo="2.660,00")
    ((_, message),) = told(tmp_path, body, "annualita_senza_copertura")
    assert "Alla fine del 2024 la copertura cumulata (€ 1.000,00) non basta" in message


def test_a_release_after_the_end_of_validity(tmp_path: Path) -> None:
    ((severity, message),) = told(tmp_path, act(data="30/06/2026"), "rilascio_oltre_validita")
    assert severity == "avviso"
    assert message == ("Rilasci dopo la fine della validità, il 31/12/2025: 24X10-02 (30/06/2026).")


def test_a_release_validated_on_the_last_day(tmp_path: Path) -> None:
    ((severity, _),) = told(tmp_path, act(data="31/12/2025"), "rilascio_oltre_validita")
    assert severity == "nota"


def corpus(name: str) -> Estrazione:
    (records,) = extract(CORPUS / "documents" / name)
    return records


def test_durations_of_the_agreement_s_interventions() -> None:
    records = corpus("agid-piemonte-accordo-2019.txt")
    assert sorted(f.messaggio for f in durations_of_interventions(records)) == [
        "Intervento 2.1: la durata stampata è di 36 mesi, da 2019-06 a 2021-12 ne corrono 31.",
        "Intervento 2.2: la durata stampata è di 12 mesi, da 2017-12 a 2019-05 ne corrono 18.",
        "Intervento 2.3: la durata stampata è di 12 mesi, da 2018-09 a 2020-11 ne corrono 27.",
        "Intervento 2.4: la durata stampata è di 18 mesi, da 2018-01 a 2019-10 ne corrono 22.",
    ]
    (ended,) = ended_interventions(records)
    assert ended.messaggio.startswith("Intervento 2.2: la fine prevista (2019-05)")


def test_a_plan_without_dates_says_nothing() -> None:
    records = corpus("lombardia-pttd-2021-2023.txt")
    assert [*durations_of_interventions(records), *ended_interventions(records)] == []
