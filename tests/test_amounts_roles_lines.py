"""What a call keeps for its lines, what a drawn-up project costs, and ``tale importo è aumentato``.

See ``amount_sentences`` for how they are written.
"""

import pytest

from tests.amount_sentences import read, sentences, texts, words

ROLES = {
    "dotazione": """
-    L1 “interventi minori”: risorse assegnabili fino a ⟦€ 9.000.000,00⟧
-    Le risorse assegnabili alla Linea 2 fino a ⟦€ 250.000,00⟧ sono regionali
-    Fondi assegnabili a ciascuna Azione, nel limite massimo di ⟦€ 100.000,00⟧
-    Le risorse assegnabili fino a ⟦€ 250.000,00⟧ per la Linea A e fino a ⟦€ 100.000,00⟧ per la
     Linea B
-    il decreto ha avviato il finanziamento di interventi per i rifiuti, stabilendo la
     complessiva somma di ⟦€ 1,5 miliardi⟧
-    La dotazione è di ⟦euro 1.000.000,00⟧. Tale importo è incrementato di ⟦euro 500.000,00⟧
""",
    "costo_progetto": """
-    VISTO il progetto esecutivo dei lavori di sistemazione idraulica redatto dall’Ing. Ugo Neri
     per una spesa complessiva di ⟦€ 350.000,00⟧
-    la scheda per l’intervento “Biblioteca per tutti” CUP E46G23000300002, redatta dall’Ufficio
     Tecnico per una spesa complessiva di ⟦€ 495.000,00⟧ a valere sul PNRR
-    lo studio del ponte, redatto a cura del Settore III per un importo totale di ⟦€ 95.000,00⟧
""",
    "contributo": """
-    Il contributo è concesso nel limite massimo di ⟦euro 30.000,00⟧ per aggregazione, tale
     importo è aumentato di ⟦euro 6.000,00⟧ (seimila/00) per ogni impresa aderente
-    Il contributo è concesso fino a un massimo di ⟦€ 20.000,00⟧. Tale importo è elevato a
     ⟦€ 25.000,00⟧ per le imprese giovanili
""",
    "soglia": """
-    un contributo fino al 100% dei costi, fino ad un massimo di ⟦€ 1.000.000,00⟧ (⟦un milione di
     euro⟧) per ciascun progetto
-    con spese nel limite massimo di ⟦euro 100.000,00⟧ per aggregazione; tale limite massimo può
     essere aumentato di ⟦euro 10.000,00⟧ per ogni socio
-    spese di consulenza fino a ⟦€ 5.000,00⟧ e fino a ⟦€ 8.000,00⟧ per le imprese montane
""",
    "impegno": """
-    di impegnare e liquidare la somma complessiva di ⟦€ 183,00⟧ IVA compresa alla ditta Alfa
-    imp. 1234/2025 sub 2 ⟦€ 500,00⟧
""",
    "residuo": """
-    il minor costo, pari ad ⟦€ 812,00⟧, costituisce economia
""",
    "altro": """
-    di svincolare la cauzione definitiva di ⟦€ 4.200,00⟧
-    con cui si aggiorna il quadro economico, con un importo per le forniture pari ad ⟦€ 900,00⟧
""",
    "base_asta": """
-    - Importo del contratto: ⟦€ 5.000,00⟧ oltre IVA; - Forma del contratto: scrittura privata.
     La ditta Alfa ha offerto il prezzo di € 4.900,00
""",
    "totale": """
-    - Importo del contratto: ⟦€ 5.000,00⟧ oltre IVA; - Forma del contratto: scrittura privata.
     La ditta Alfa ha offerto il prezzo di ⟦€ 5.000,00⟧
-    VISTO il preventivo redatto dalla ditta Alfa srl per una spesa complessiva di ⟦€ 4.315,00⟧
""",
    "liquidazione": """
-    VISTO lo stato di avanzamento redatto dal Direttore dei lavori per un importo di ⟦€ 12.000,00⟧
-    Il canone è di € 10.000,00. Tale importo è stato liquidato con ⟦€ 200,00⟧ di interessi
""",
}  # fmt: skip

LISTS = {
    "annualita": """
La spesa è così ripartita:
- anno 2025: ⟦€ 10.000,00⟧;
- anno 2026: ⟦€ 20.000,00⟧.
---
Anno → Dotazione finanziaria
2025 → ⟦5.000.000,00⟧
""",
    "dotazione": """
Per i Comuni fino a 15.000 abitanti sono destinati:
- sulla linea L1 “interventi minori” fino a ⟦4.500.000 €⟧;
- sulla linea L2 “interventi maggiori”, ai Comuni montani, fino a un massimo di ⟦10.500.000 €⟧
---
Le risorse sono così ripartite:
a) alla Misura 1 fino a ⟦€ 300.000,00⟧;
b) alla Misura 2 fino a ⟦€ 200.000,00⟧;
""",
    "soglia": """
Le risorse sono destinate:
- agli interventi di importo fino a ⟦€ 100.000,00⟧;
- sull’asse II a investimenti fino a ⟦€ 200.000,00⟧.
---
Sono ammesse:
- sulla linea A, spese fino a ⟦€ 100.000,00⟧;
- sulla linea B fino a ⟦€ 50.000,00⟧.
""",
}

CASES = [(text, role) for role, block in ROLES.items() for text, _ in sentences(block)]
CASES += [(text, role) for role, block in LISTS.items() for text in texts(block)]


@pytest.mark.parametrize(("text", "role"), CASES)
def test_role(text: str, role: str) -> None:
    expected = [(amount, role) for amount in words(text)]
    assert [(amount, told) for amount, told, _ in read(text)] == expected
