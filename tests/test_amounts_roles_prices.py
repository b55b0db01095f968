"""What amounts of works, tenders, rules and rates are.

See ``amount_sentences`` for how they are written.
"""

from tests.amount_sentences import by_role, check_role

ROLES = {
    "costo_progetto": """
-    il quadro economico dell’opera dell’importo complessivo di ⟦€ 800.000,00⟧
-    il progetto esecutivo dell’importo complessivo di ⟦€ 800.000,00⟧
-    il costo complessivo dell’intervento è di ⟦€ 800.000,00⟧
-    approvare il progetto definitivo per una spesa complessiva di ⟦€ 495.315,00⟧
-    il costo totale previsto per il progetto ammonta ad ⟦€ 90.000,00⟧
-    la spesa ammissibile è pari a ⟦€ 60.000,00⟧
-    investimento ammesso ⟦€ 60.000,00⟧
-    il quadro economico prevede una spesa di ⟦€ 60.000,00⟧
-    costo complessivo del progetto ⟦€ 100.000,00⟧, di cui € 80.000,00 a carico della Regione
-    di approvare il quadro economico rideterminato in ⟦€ 105.000,00⟧
""",
    "base_asta": """
-    Importo a base di gara: ⟦€ 85.000,00⟧ oltre IVA
-    l’importo posto a base d’asta è di ⟦€ 120.000,00⟧, oltre oneri per la sicurezza pari ad
     € 2.000,00
-    valore stimato dell’appalto ⟦€ 210.000,00⟧ al netto di IVA
-    importo soggetto a ribasso ⟦€ 490.000,00⟧
-    canone annuo a base d’asta ⟦€ 6.000,00⟧
-    importo a base di negoziazione ⟦€ 39.000,00⟧ oltre IVA
-    importo dei lavori soggetto a ribasso d’asta ⟦€ 95.000,00⟧
-    valore a base di gara pari ad ⟦€ 39.000,00⟧
""",
    "totale": """
2026 DI DARE ATTO che la spesa di ⟦€ 12.200,00⟧ trova copertura al cap. 3300 del bilancio
     2026
-    per un corrispettivo di ⟦€ 4.800,00⟧ oltre IVA
-    il compenso spettante è determinato in ⟦€ 2.500,00⟧
-    per un importo contrattuale di ⟦€ 20.450,00⟧ oltre IVA
-    di affidare alla ditta Alfa il servizio per l’importo di ⟦€ 4.800,00⟧ oltre IVA
-    di aggiudicare la fornitura alla ditta Beta per l’importo di ⟦€ 18.900,00⟧
-    ha offerto il prezzo di ⟦€ 18.900,00⟧
-    per complessivi ⟦€ 24.278,00⟧ IVA inclusa
-    per una spesa complessiva di ⟦€ 24.278,00⟧
-    con nota del 3 marzo 2025 la ditta ha presentato un preventivo di ⟦€ 4.880,00⟧
2025 il costo derivante dal presente provvedimento, pari a ⟦€ 45.000,00⟧ IVA inclusa, sarà
     iscritto al conto 4.01.05 del bilancio 2025
-    sull’importo a base d’asta di € 50.000,00 è stato offerto il ribasso del 5% per un
     importo netto di ⟦€ 47.500,00⟧
-    ha offerto un ribasso del 5%, per un importo di ⟦€ 47.500,00⟧
-    di affidare il servizio a Gamma S.r.l. al prezzo di ⟦€ 47.500,00⟧ oltre IVA 22%
-    il valore del contratto è di ⟦€ 47.500,00⟧
-    importo di aggiudicazione ⟦€ 47.500,00⟧
-    onorario professionale di ⟦€ 4.500,00⟧
-    con delibera n. 5 del 10/01/2025 è stato approvato il bilancio di previsione 2025/2027;
     la spesa di ⟦€ 700,00⟧
2025 la spesa complessiva di ⟦€ 2.000,00⟧ graverà sul capitolo 45 del bilancio 2025
-    Importo complessivo dell’appalto ⟦€ 100.000,00⟧
-    di approvare la perizia di variante dell’importo di ⟦€ 5.000,00⟧
-    Imponibile € 2.000,00 IVA € 440,00 Totale ⟦€ 2.440,00⟧
-    il compenso annuo lordo è pari a ⟦€ 10.000,00⟧
-    compenso per il revisore di ⟦€ 10.000,00⟧ oltre oneri
""",
    "soglia": """
-    per importi inferiori a ⟦€ 140.000,00⟧
-    entro il limite di spesa di ⟦€ 5.000,00⟧
-    fatture di importo non inferiore a ⟦€ 500,00⟧
-    l’investimento minimo è di ⟦€ 10.000,00⟧
-    il massimale di aiuto è di ⟦300.000 euro⟧ nell’arco di tre esercizi
-    ISEE non superiore a ⟦€ 15.000,00⟧
-    servizi di valore pari o superiore a ⟦5.000 euro⟧
-    non eccedente l’importo di ⟦€ 40.000,00⟧
-    entro la soglia comunitaria di ⟦€ 221.000,00⟧
-    Il contributo non può essere inferiore a ⟦€ 1.000,00⟧
-    importo inferiore alle soglie di ⟦€ 221.000,00⟧
-    fino alla concorrenza di ⟦€ 3.000,00⟧
-    nel limite di spesa di ⟦€ 3.000,00⟧
-    per una spesa massima di ⟦€ 3.000,00⟧
-    fatturato minimo annuo di ⟦€ 100.000,00⟧
-    reddito ISEE compreso tra ⟦€ 10.000,00⟧ e ⟦€ 20.000,00⟧
-    di importo pari o superiore a € 40.000,00 ma inferiore a ⟦€ 140.000,00⟧
-    i soggetti con fatturato non superiore a ⟦2 milioni di euro⟧
-    il contributo minimo è pari a ⟦€ 5.000,00⟧
-    finanziamenti fino a ⟦€ 25.000,00⟧
-    servizi di importo inferiore alla soglia di cui all’art. 14, pari a ⟦€ 221.000,00⟧
-    per affidamenti sino a ⟦€ 5.000,00⟧
-    micro-acquisti sotto i ⟦5.000 euro⟧
""",
    "altro": """
-    importo complessivo dei lavori a base di gara € 500.000,00 di cui ⟦€ 10.000,00⟧ per
     oneri della sicurezza non soggetti a ribasso
-    tariffa giornaliera di ⟦€ 3,75⟧ a pasto
-    il canone annuo di locazione è di ⟦€ 6.000,00⟧
-    imposta di bollo di ⟦€ 16,00⟧
-    contributo ANAC di ⟦€ 35,00⟧
-    sanzione amministrativa di ⟦€ 500,00⟧
-    cauzione provvisoria di ⟦€ 1.200,00⟧
-    oltre IVA al 22% pari a ⟦€ 220,00⟧
-    € 1.000,00 oltre IVA 22% per ⟦€ 220,00⟧
2026 ⟦€ 1.000,00⟧ sul capitolo 100 del bilancio pluriennale 2025-2027, annualità 2026
-    lavori per € 45.000,00 e somme a disposizione per ⟦€ 15.000,00⟧
-    dei quali ⟦€ 45.000,00⟧ per lavori e € 15.000,00 per somme a disposizione
-    oneri della sicurezza pari ad ⟦€ 1.500,00⟧
-    cassa previdenziale 4% ⟦€ 180,00⟧
-    contributo integrativo 4%: ⟦€ 180,00⟧
-    contributo a favore dell’Autorità Nazionale Anticorruzione di ⟦€ 30,00⟧
-    marca da bollo da ⟦€ 16,00⟧
-    garanzia fideiussoria di ⟦€ 9.000,00⟧
-    penale giornaliera di ⟦€ 50,00⟧
-    diritti di segreteria di ⟦€ 100,00⟧
-    TARI per ⟦€ 1.200,00⟧
-    sanzione pecuniaria da ⟦€ 25,00⟧ a ⟦€ 500,00⟧
-    capitale sociale ⟦€ 10.000,00⟧ i.v.
-    il canone mensile è di ⟦€ 500,00⟧
-    prezzo unitario ⟦€ 3,75⟧ a pasto
-    costo orario di ⟦€ 21,50⟧
-    nota di credito n. 3 di ⟦€ 80,00⟧
-    dal 1° gennaio 2025 al 31 dicembre 2026 per ⟦€ 600,00⟧
-    quota a carico dell’Ente ⟦€ 20.000,00⟧
-    l’importo della cauzione è di ⟦€ 3.000,00⟧
-    imposta di registro di ⟦€ 200,00⟧
-    IVA 22% ⟦€ 440,00⟧
-    Imponibile ⟦€ 2.000,00⟧ IVA € 440,00 Totale € 2.440,00
-    gettone di presenza di ⟦€ 30,00⟧ a seduta
-    indennità mensile di ⟦€ 1.400,00⟧
-    quota di iscrizione pari a ⟦€ 50,00⟧
-    retta mensile ⟦€ 120,00⟧
-    spese sostenute e rendicontate per ⟦€ 900,00⟧
-    la polizza per l’anno 2026, con premio di ⟦€ 900,00⟧
-    bilancio di previsione finanziario 2026-2028, cap. 44, ⟦€ 900,00⟧
-    legge di bilancio 2026: ⟦€ 900,00⟧
-    con nota del 12 aprile 2026 per ⟦€ 900,00⟧
-    anno scolastico 2025/2026, ⟦€ 900,00⟧
""",
}


@by_role(ROLES)
def test_role(role: str, sentence: str, year: int | None) -> None:
    check_role(role, sentence, year)
