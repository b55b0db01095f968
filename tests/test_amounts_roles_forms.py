"""Roles told by what most acts say of an amount: grants and their most, shares, sales, parts.

See ``amount_sentences`` for how they are written.
"""

import pytest

from tests.amount_sentences import by_role, check_role, read, texts, words

ROLES = {
    "contributo": """
-    Il contributo massimo riconoscibile per ciascun progetto è in ogni caso pari a ⟦€ 90.000,00⟧
-    con un importo minimo non inferiore a € 5.000,00 ed un importo massimo di contributo pari ad
     ⟦€ 30.000,00⟧ incrementabile di ⟦€ 6.000,00⟧ per ogni impresa ulteriore
-    Il contributo è concesso nel limite massimo di ⟦euro 60.000,00⟧ per la quotazione, di cui
     massimo ⟦€ 30.000,00⟧ per i costi della consulenza (nel limite di ⟦€ 10.000,00⟧ per anno)
-    il beneficio è aumentato di un importo complessivamente non superiore a ⟦8.000 euro⟧ per le
     certificazioni, e di un importo non superiore a ⟦4.000 euro⟧ per la revisione dei conti
-    un voucher del valore massimo di ⟦€ 3.000,00⟧
-    Contributo a fondo perduto fino a ⟦€ 7.000,00⟧
-    borsa di studio di ⟦€ 1.000,00⟧
""",
    "soglia": """
-    per contributi fino a ⟦€ 4.000,00⟧ non è richiesta la polizza
-    linea 1, per interventi che prevedono un contributo massimo di ⟦€ 50.000,00⟧
-    ISEE non superiore a ⟦€ 20.000,00⟧ (⟦€ 30.000,00⟧ se il richiedente è minorenne)
-    contributo minimo ⟦€ 500,00⟧
-    le richieste per importi inferiori o uguali a ⟦0,50⟧
""",
    "dotazione": """
-    Dotazione finanziaria di ⟦€ 3.000.000,00⟧, così ripartita: • ⟦€ 2.000.000,00⟧ per la linea A;
     • ⟦€ 1.000.000,00⟧ per la linea B
""",
    "totale": """
-    Importo di aggiudicazione comprensivo degli oneri: ⟦€ 164.000,00⟧
-    ha offerto il prezzo di ⟦€ 4.000,00⟧
""",
    "costo_progetto": """
-    è inserito l’intervento denominato “Palestra: opere di ripristino” per un importo complessivo
     di ⟦€ 150.000,00⟧
-    spesa complessiva dell’intervento pari a ⟦€ 200.000,00⟧
-    per un importo di progetto di ⟦€ 200.000,00⟧
""",
    "annualita": """
-    per la prima annualità ⟦€ 2.000,00⟧
""",
    "base_asta": """
-    prezzo a base di vendita ⟦€ 50.000,00⟧
""",
    "impegno": """
-    con imputazione della spesa di ⟦€ 500,00⟧ al capitolo 120
""",
    "residuo": """
-    economie da ribasso d’asta di ⟦€ 10.000,00⟧
""",
    "ritenuta": """
-    ritenuta dello 0,5% a garanzia ⟦€ 190,00⟧
""",
    "altro": """
-    comprensivo di oneri per la sicurezza pari a ⟦€ 1.500,00⟧
-    oneri per la sicurezza: ⟦€ 1.500,00⟧
-    la stipula del rogito con l’acquirente, valore dell’operazione ⟦€ 45.000,00⟧ oltre IVA
-    la cessione di azioni per un controvalore di ⟦€ 12.000,00⟧
-    contributo di iscrizione pari a ⟦€ 30,00⟧
-    fatturato dell’impresa nel 2024 pari a ⟦€ 1.000.000,00⟧
-    premio assicurativo annuo lordo ⟦€ 1.200,00⟧
-    due rogiti, con la società Alfa valore operazione ⟦€ 50.000,00⟧ oltre IVA e con la società
     Beta valore operazione ⟦€ 55.000,00⟧ oltre IVA
""",
    "liquidazione": """
-    stato finale dei lavori di ⟦€ 95.000,00⟧
""",
}

TEXTS = {
    "contributo": """
l’importo massimo erogabile, già fissato in due importi mensili massimi, è così ridefinito:
- Persone con disabilità gravissima: ⟦€ 700,00⟧ mensili
- Persone con disabilità grave: ⟦€ 350,00⟧ mensili
""",
}


@by_role(ROLES)
def test_role(role: str, sentence: str, year: int | None) -> None:
    check_role(role, sentence, year)


@pytest.mark.parametrize(
    ("role", "text"), [(role, text) for role, block in TEXTS.items() for text in texts(block)]
)
def test_in_lists(role: str, text: str) -> None:
    assert [name for _, name, _ in read(text)] == [role] * len(words(text))


def test_the_price_after_a_reduction_is_no_base() -> None:
    sentence = (
        "ribasso del 5% sul prezzo a base d’asta di ⟦€ 10.000,00⟧, per un importo di ⟦€ 9.500,00⟧"
    )
    assert [name for _, name, _ in read(sentence)] == ["base_asta", "totale"]
