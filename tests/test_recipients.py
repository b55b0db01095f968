"""Whom running text names as receiving aid, as ill or in need, and whose an account is."""

from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.pipeline import extract_all
from extractor.store.accounts import accounts_of_bodies
from extractor.store.recipients import recipients
from models import Estrazione

Read = Callable[[str, str], Estrazione]
ACT = """COMUNE DI ESEMPIO

DETERMINAZIONE N. 31 DEL 3 MARZO 2024

OGGETTO: {subject}

IL RESPONSABILE DEL SERVIZIO

DETERMINA

1. {words};
2. di nominare responsabile del procedimento il dott. Carlo Bianchi.

Il Responsabile del Servizio
Dott.ssa Anna Verdi
"""
AID = "Concessione di un contributo economico a famiglie in condizioni di disagio"
WORKS = "Affidamento dei lavori di rifacimento della piazza"


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def records(subject: str, words: str) -> Estrazione:
        path = tmp_path / "atto.txt"
        path.write_text(ACT.format(subject=subject, words=words), encoding="utf-8")
        return next(iter(extract_all(path)))[1]

    return records


@pytest.mark.parametrize(
    ("subject", "words", "named"),
    [
        (AID, "di concedere alla sig.ra Ludovica Zanzottera euro 500,00", {"Ludovica Zanzottera"}),
        (AID, "di concedere al Sig. ZANZOTTERA LUDOVICO euro 500,00", {"ZANZOTTERA LUDOVICO"}),
        (AID, "di aiutare Ludovica Zanzottera, nata a Como il 1 gennaio 1980,",
         {"Ludovica Zanzottera", "nata a Como il 1 gennaio 1980"}),
        (AID, "visto che la sig.ra Zanzottera è indigente", {"Zanzottera"}),
        (AID, "beneficiario: Ludovica De Zanzottera", {"Ludovica De Zanzottera"}),
        (AID, "in favore di Gualberto Spazzapan, C.F. SPZGBR40C05L424Z", {"Gualberto Spazzapan"}),
        (AID, "in favore di DELL'ACQUA CUNEGONDA (DLLCGN38D45F205W)", {"DELL'ACQUA CUNEGONDA"}),
        (WORKS, "di collocare in congedo la dipendente Ludovica Zanzottera, per malattia",
         {"Ludovica Zanzottera"}),
        ("Contributo per una festa", "a Gualberto Spazzapan, C.F. SPZGBR40C05L424Z",
         {"Gualberto Spazzapan"}),
    ],
)  # fmt: skip
def test_who_receives_aid_is_known(read: Read, subject: str, words: str, named: set[str]) -> None:
    assert named <= set(recipients(read(subject, words)))


@pytest.mark.parametrize(
    ("subject", "words"),
    [
        (WORKS, "di affidare i lavori al sig. Gualberto Spazzapan"),
        (WORKS, "di incaricare Gualberto Spazzapan, C.F. SPZGBR40C05L424Z"),
        (AID, "di incaricare l'arch. Gualberto Spazzapan CF SPZGBR40C05L424Z - P.IVA 03036570640"),
        (AID, "di trasmettere al sig. Segretario Comunale e al Sig. Sindaco"),
        (AID, "di trasmettere al sig. Carlo Bianchi, responsabile del procedimento"),
        (AID, "di liquidare alla Cooperativa Sociale La Fonte la retta di ricovero"),
        (AID, "di liquidare al sig. Rossi Impianti s.r.l. la somma di euro 500,00"),
    ],
)
def test_who_acts_in_an_office_or_for_a_firm_is_not(read: Read, subject: str, words: str) -> None:
    assert not list(recipients(read(subject, words)))


@pytest.mark.parametrize(
    ("words", "body_s"),
    [
        ("dal conto di tesoreria IBAN {0}", True),
        ("sul c/c bancario intestato a: Regione Lombardia – IBAN: {0}", True),
        ("IBAN {0} intestato ad Alfa s.r.l.", True),
        ("sul conto IBAN {0}", False),
        ("IBAN {0} intestato a Ludovica Zanzottera", False),
        ("dal tesoriere comunale alla sig.ra Zanzottera, IBAN {0}", False),
        ("dal conto di tesoreria IBAN {0};\n3. di versare sul conto IBAN {0}", False),
    ],
)
def test_an_account_is_a_body_s_where_every_place_says_so(
    read: Read, words: str, body_s: bool
) -> None:
    account = "IT60X0542811101000000123456"
    found = list(accounts_of_bodies(read(WORKS, words.format(account))))
    assert found == ([account] if body_s else [])


def test_the_bank_of_italy_keeps_accounts_of_bodies_only(read: Read) -> None:
    account = "IT07A0100003245350200022916"
    assert list(accounts_of_bodies(read(WORKS, f"sul conto {account}"))) == [account]
