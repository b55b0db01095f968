"""The budget year of amounts: beside them, in their chapter, commitment, row, column or sheet.

See ``amount_sentences`` for how they are written; the years stand in the order of the amounts.
"""

import pytest

from tests.amount_sentences import read, texts

FOUND = """
2025
la spesa di ⟦€ 3.660,00⟧ trova copertura al cap. 1234/2025
---
2025 2026
per l’esercizio finanziario 2025 per ⟦€ 120.000,00⟧ e per l’esercizio finanziario 2026 per
⟦€ 80.000,00⟧
---
2025 2026
⟦€ 120.000,00⟧ a valere sul 2025 e ⟦€ 80.000,00⟧ a valere sul 2026
---
2025 2026
per ⟦€ 1.500,00⟧ quota 2025 e ⟦€ 700,00⟧ quota 2026
---
2025
Assume impegno di spesa: Anno 2025 - Cap. 1234 - ⟦€ 700,00⟧
---
2026
l’importo di ⟦€ 9.000,00⟧ trova imputazione: FPV 2026 cap. 3000
---
2024
⟦€ 900,00⟧ in conto residui 2024
---
2026
accert. 55/2026 ⟦€ 9.000,00⟧
---
2023
Capitolo: 77/2
Impegno: 400/23 sub 3;
Importo: ⟦€ 9.000,00⟧
---
2026
E.F. → Capitolo → Importo
2026 → 1020 → ⟦€ 9.000,00⟧
---
2026
Importo → Capitolo → Anno imputazione → Anno pagamento
⟦€ 9.000,00⟧ → 1020 → 2026 → 2026
---
2026
di impegnare le somme di seguito indicate:
Eserc. Finanz. → 2026
Cap./Art. → 1234/5 → Descrizione → Prestazioni di servizi
Miss./Progr. → 1.11 → PdC finanz. → 1.03.02.99
Creditore → Alfa S.r.l.
Imp./Pren. n. → 345 → Importo → ⟦€ 1.220,00⟧
---
2026
Missione → 1 → Esercizio → 2026 → Importo → ⟦€ 100,00⟧
"""

LOOK_ALIKES = """
TARI 2024 per ⟦€ 900,00⟧
---
bilancio di previsione finanziario 2026-2028, cap. 44, ⟦€ 900,00⟧
---
al capitolo 1043/2, ⟦€ 900,00⟧
---
fattura n. 12/2025 del 03/04/2025 di ⟦€ 900,00⟧
---
Esercizio → 2026
Il canone di cui al punto precedente non è a carico del bilancio del Comune, che non lo paga.
Ne è dovuto uno di ⟦€ 9,00⟧
"""


@pytest.mark.parametrize("text", texts(FOUND))
def test_year(text: str) -> None:
    years, _, sentence = text.strip().partition("\n")
    assert [year for _, _, year in read(sentence)] == [int(year) for year in years.split()]


@pytest.mark.parametrize("text", texts(LOOK_ALIKES))
def test_no_year(text: str) -> None:
    assert [year for _, _, year in read(text)] == [None]
