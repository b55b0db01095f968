"""What amounts of the accounts are: committed, paid, granted, left over.

See ``amount_sentences`` for how they are written.
"""

from tests.amount_sentences import by_role, check_role

ROLES = {
    "impegno": """
2025 di assumere impegno di spesa per ⟦€ 3.050,00⟧ a favore della ditta Alfa S.r.l. sul cap.
     250 del bilancio di previsione 2025/2027 - esercizio 2025
2026 di assumere a carico del bilancio 2026 l’impegno di spesa di ⟦€ 3.050,00⟧ per il titolo
     in oggetto
2025 di imputare la spesa complessiva di ⟦€ 450,00⟧ al capitolo 110 del bilancio 2025-2027,
     esercizio finanziario 2025
-    di prenotare la somma di ⟦€ 40.000,00⟧ sul capitolo 2020 per la procedura in oggetto
2026 impegno n. 123/2026 di ⟦€ 4.880,00⟧
2025 la somma di ⟦€ 4.880,00⟧ già impegnata con determinazione n. 40/2025 (imp. n. 123/2025)
-    Vista la determinazione n. 40 del 3/4/2025 con la quale è stata impegnata la somma di ⟦€
     4.880,00⟧
2026 di impegnare ⟦€ 1.000,00⟧ con esigibilità 2026
2026 di impegnare la spesa di ⟦€ 1.000,00⟧ nell’esercizio 2026 in cui l’obbligazione viene a
     scadenza
2024 di dare atto che l’onere complessivo di ⟦€ 12.000,00⟧ è imputato al conto economico 5501
     dell’esercizio 2024
2026 di prendere atto che la spesa di ⟦€ 3.000,00⟧ trova imputazione sul capitolo 7100 del
     bilancio 2026
2025 VISTO l’impegno n. 450/2025 assunto con determinazione n. 33/2025 per ⟦€ 6.100,00⟧
-    Si impegna la somma di ⟦€ 800,00⟧
-    IMPEGNA la somma di ⟦€ 800,00⟧ sul cap. 40
2026 impegno di spesa n. 77 - cap. 500 - bilancio 2026: ⟦€ 600,00⟧
2025 di dare atto che la somma di ⟦€ 2.000,00⟧ è stata impegnata al cap. 45 con
     determinazione n. 7/2025 (impegno 301/2025)
-    Ritenuto di dover impegnare la somma di ⟦€ 2.000,00⟧
2025 Impegno 2025/123 ⟦€ 900,00⟧
""",
    "liquidazione": """
-    di liquidare in favore della ditta Alfa S.r.l. la somma di ⟦€ 1.220,00⟧, a saldo della
     fattura n. 12 del 3/2/2026
-    di liquidare e pagare la fattura n. 7/PA del 12.01.2025 di ⟦€ 610,00⟧
-    di disporre la liquidazione della somma di ⟦€ 610,00⟧
-    di provvedere al pagamento in favore del fornitore di ⟦€ 610,00⟧
-    di autorizzare l’Ufficio Ragioneria ad emettere mandato di pagamento di ⟦€ 980,00⟧ a
     favore di Beta S.p.A.
-    Vista la fattura n. 33/2026 del 10/03/2026 di ⟦€ 2.440,00⟧, presentata dalla ditta Gamma
-    contributo liquidato il 12 marzo 2025 di ⟦€ 1.000,00⟧
-    mandato n. 12 di ⟦€ 1.500,00⟧
-    SAL n. 2 dell’importo di ⟦€ 80.000,00⟧
-    certificato di pagamento n. 1 di ⟦€ 80.000,00⟧
-    parcella n. 4/2025 di ⟦€ 2.080,00⟧
-    la ditta ha trasmesso la fattura elettronica n. 88 di ⟦€ 600,00⟧ oltre IVA
-    RITENUTO pertanto di procedere alla liquidazione della fattura per complessivi ⟦€
     732,00⟧ di cui ⟦€ 600,00⟧ per imponibile
-    acconto del 40% pari a ⟦€ 5.000,00⟧
-    saldo di ⟦€ 7.500,00⟧ a seguito di rendicontazione
""",
    "accertamento": """
-    di accertare, ai sensi dell’art. 179 del TUEL, la somma di ⟦€ 5.000,00⟧ al cap. di
     entrata 2010
2026 di accertare l’entrata di ⟦€ 15.300,00⟧ sul capitolo E/3021 del bilancio 2026
-    di introitare l’importo di ⟦€ 516,00⟧ al capitolo 3100 dell’entrata
-    di assumere accertamento di entrata per ⟦€ 20.000,00⟧ a carico di Regione Lombardia
-    trasferimento statale di ⟦€ 65.000,00⟧ accertato al cap. 200
2025 di accertare la somma di ⟦€ 1.500,00⟧ al Titolo III del bilancio 2025/2027, annualità
     2025
-    reversale d’incasso n. 5 di ⟦€ 1.500,00⟧
-    maggiore entrata di ⟦€ 1.500,00⟧
-    di accertare l’importo complessivo di ⟦€ 8.000,00⟧ quale entrata derivante da sanzioni
-    di incamerare la cauzione di ⟦€ 900,00⟧
-    di riscuotere dal concessionario il canone di ⟦€ 900,00⟧
-    proventi per ⟦€ 900,00⟧ introitati al cap. 3010
""",
    "assegnazione": """
2024 di assegnare al Comune di Vallechiara la somma di ⟦€ 70.000,00⟧ per l’annualità 2024
-    con decreto n. 5 sono state assegnate al Comune risorse per ⟦€ 70.000,00⟧
-    di ripartire le risorse assegnando al Comune di Montebello ⟦€ 5.000,00⟧
-    di attribuire all’Ambito di Valdossola la quota di ⟦€ 65.000,00⟧
-    lo Stato ha trasferito ⟦€ 900,00⟧
-    riparto del Fondo: Comune di Pratofiorito ⟦€ 900,00⟧
""",
    "contributo": """
-    Il contributo è concesso nel limite massimo di ⟦€ 50.000,00⟧ per beneficiario
-    di concedere al beneficiario Rossi S.r.l. un contributo a fondo perduto di ⟦€ 18.500,00⟧
-    di concedere all’Associazione Pro Loco un contributo economico di ⟦€ 1.000,00⟧ per la
     sagra
-    di riconoscere a titolo di contributo straordinario ⟦€ 2.000,00⟧
-    ha ottenuto un finanziamento regionale pari a ⟦€ 350.000,00⟧
-    di cui ⟦€ 50.000,00⟧ a titolo di cofinanziamento comunale
-    cofinanziamento a carico dell’Ente: ⟦€ 50.000,00⟧
-    di erogare agli aventi diritto il buono spesa di ⟦€ 150,00⟧
-    è ammesso a contributo per ⟦€ 35.000,00⟧
-    voucher di importo pari a ⟦€ 2.000,00⟧
-    cofinanziamento regionale pari a ⟦€ 120.000,00⟧
-    Considerato che il contributo spettante ammonta a ⟦€ 12.500,00⟧
-    concessione di un contributo di ⟦€ 12.500,00⟧, pari al 50% della spesa ammissibile
-    il contributo concesso, pari a ⟦€ 12.500,00⟧, è liquidato in due tranche
-    Importo del finanziamento: ⟦€ 100.000,00⟧
-    finanziato con fondi PNRR per ⟦€ 100.000,00⟧
-    finanziato per ⟦€ 80.000,00⟧ con contributo ministeriale e per ⟦€ 20.000,00⟧ con fondi
     propri
-    la misura massima del voucher è di ⟦€ 1.500,00⟧
""",
    "dotazione": """
-    di stanziare per la misura ⟦€ 2.000.000,00⟧
-    le risorse stanziate per l’iniziativa ammontano a ⟦€ 4.500.000,00⟧
-    La dotazione finanziaria è pari a ⟦€ 1.400.000,00⟧
-    risorse disponibili: ⟦€ 300.000,00⟧
-    il fondo ha una dotazione iniziale di ⟦10 milioni di euro⟧
-    a fronte di uno stanziamento di ⟦€ 1.200.000,00⟧ sul capitolo 9876
-    le risorse finanziarie a disposizione ammontano complessivamente a ⟦€ 3.000.000,00⟧
-    plafond di ⟦20 milioni di euro⟧
-    per un ammontare complessivo di risorse pari a ⟦€ 1.000.000,00⟧
-    con D.G.R. n. XII/100 sono state destinate risorse pari a ⟦€ 1.000.000,00⟧
     all’iniziativa
""",
    "annualita": """
-    Fondo nazionale: 30 milioni di euro per l’anno 2025 ed ⟦euro 50 milioni⟧ per ciascuno
     degli anni 2026 e 2027
2025 ⟦€ 7.000,00⟧ a valere sull’esercizio 2025
2025 annualità 2025: ⟦€ 7.000,00⟧
2026 anno 2026 - ⟦€ 7.000,00⟧
-    quanto a ⟦€ 7.000,00⟧ per l’anno 2025 e quanto a ⟦€ 8.000,00⟧ per l’anno 2026
2025 per l’esercizio finanziario 2025 la somma di ⟦€ 1.000,00⟧
2025 sul cap. 120 del bilancio di previsione 2025/2027 - esercizio 2025 - la somma di ⟦€
     1.000,00⟧
2026 ⟦€ 1.000,00⟧, esigibile nell’anno 2026
2024 il Fondo è incrementato di ⟦5 milioni di euro⟧ per l’anno 2024
-    è autorizzata la spesa di ⟦10 milioni di euro⟧ annui a decorrere dall’anno 2025
-    è autorizzata la spesa di ⟦2 milioni di euro⟧ per ciascuno degli anni 2024, 2025 e 2026
2024 anno 2024: ⟦€ 100.000,00⟧; anno 2025: € 200.000,00
2026 € 500,00 nell’anno 2025 e ⟦€ 900,00⟧ nell’anno 2026
2026 quanto ad ⟦€ 900,00⟧ sul bilancio 2026 e quanto ad € 500,00 sul bilancio 2027
""",
    "rimborso": """
-    di rimborsare alla sig.ra Verdi la somma di ⟦€ 120,00⟧ versata in eccedenza
-    di restituire alla ditta Alfa la cauzione di ⟦€ 1.500,00⟧
-    rimborso spese di viaggio per ⟦€ 85,40⟧
-    restituzione della somma di ⟦€ 300,00⟧ indebitamente versata
-    a titolo di rimborso ⟦€ 75,00⟧
-    di rimborsare al datore di lavoro l’onere di ⟦€ 340,00⟧ per i permessi fruiti
-    di restituire al contribuente ⟦€ 88,00⟧ per IMU versata in eccesso
-    rimborso TARI anno 2023 di ⟦€ 88,00⟧
-    rimborsi chilometrici ⟦€ 45,00⟧
""",
    "ritenuta": """
-    ritenuta d’acconto del 20% pari a ⟦€ 200,00⟧
-    di versare all’Erario l’IVA di ⟦€ 220,00⟧ in regime di split payment
-    di cui € 1.000,00 di imponibile al fornitore e ⟦€ 220,00⟧ per IVA da versare all’Erario
     ai sensi dell’art. 17-ter del DPR 633/1972
-    ritenute a garanzia dello 0,50% per ⟦€ 415,00⟧
-    la ritenuta IRPEF 20% di ⟦€ 400,00⟧
-    IVA in split payment ⟦€ 220,00⟧
-    di trattenere la ritenuta dello 0,5% pari ad ⟦€ 25,00⟧
-    di versare la quota IVA di ⟦€ 220,00⟧ direttamente all’Erario
""",
    "residuo": """
-    un’economia di spesa di ⟦€ 3.400,00⟧
2024 di accertare un’economia di ⟦€ 3.400,00⟧ sull’impegno n. 45/2024
-    il ribasso d’asta ha generato economie pari ad ⟦€ 14.000,00⟧
-    con una disponibilità residua di ⟦€ 900,00⟧
-    restano da liquidare ⟦€ 900,00⟧
-    di eliminare il residuo passivo di ⟦€ 77,00⟧
-    di disimpegnare la somma di ⟦€ 1.000,00⟧
-    economie di gara per ⟦€ 1.000,00⟧
2024 di ridurre l’impegno n. 40/2024 di ⟦€ 1.000,00⟧
-    la somma residua di ⟦€ 1.000,00⟧ confluisce in avanzo
-    avanzo di amministrazione di ⟦€ 90.000,00⟧
-    di svincolare la somma di ⟦€ 900,00⟧
""",
    "soglia": """
-    contributo massimo concedibile: ⟦€ 25.000,00⟧
""",
}


@by_role(ROLES)
def test_role(role: str, sentence: str, year: int | None) -> None:
    check_role(role, sentence, year)
