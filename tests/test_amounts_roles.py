"""What amounts are: sentences of Italian acts for each role, with the amounts in ``⟦…⟧``.

The sentences are composed: each says one thing in the words that budgets, tenders and grants use
(d.lgs. 118/2011, 267/2000 and 36/2023), not those of a document. Each begins with the year of the
budget that it tells, or a dash; its lines are one line.
"""

import re
import time

import pytest

from extractor.facts import amounts
from models import Context

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
-    di concedere al beneficiario Rossi S.r.l. un contributo a fondo perduto di ⟦€ 18.500,00⟧
-    di concedere all’Associazione Pro Loco un contributo economico di ⟦€ 1.000,00⟧ per la
     sagra
-    di riconoscere a titolo di contributo straordinario ⟦€ 2.000,00⟧
-    ha ottenuto un finanziamento regionale pari a ⟦€ 350.000,00⟧
-    di cui ⟦€ 50.000,00⟧ a titolo di cofinanziamento comunale
-    cofinanziamento a carico dell’Ente: ⟦€ 50.000,00⟧
-    Il contributo è concesso nel limite massimo di ⟦€ 50.000,00⟧ per beneficiario
-    contributo massimo concedibile: ⟦€ 25.000,00⟧
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

LISTS: list[tuple[str, str, int | None]] = [
    (
        "impegno",
        "DETERMINA\n"
        "1. di impegnare, ai sensi dell’art. 183 del D.Lgs. 267/2000, la somma di"
        " ⟦€ 1.220,00⟧ IVA inclusa sul capitolo 1043/2 del bilancio 2026",
        2026,
    ),
    (
        "impegno",
        "di impegnare la spesa come segue:\n"
        "- ⟦€ 500,00⟧ sul cap. 120/1 esercizio 2025\n"
        "- ⟦€ 700,00⟧ sul cap. 120/1 esercizio 2026",
        None,
    ),
    (
        "impegno",
        "DECRETA\n"
        "1. di impegnare a favore di Alfa S.p.A. (cod. 12345) l’importo complessivo di"
        " ⟦€ 2.500.000,00⟧ imputato al capitolo 14.01.104.7643 dell’esercizio finanziario 2024",
        2024,
    ),
    (
        "liquidazione",
        "2. di liquidare:\n"
        "Beneficiario\tCapitolo\tImporto\n"
        "Alfa S.r.l.\t14.01.203.7643\t⟦€ 9.000,00⟧\n"
        "Beta S.r.l.\t14.01.203.7643\t⟦€ 8.000,00⟧",
        None,
    ),
    (
        "liquidazione",
        "di liquidare la spesa a favore di:\n- Rossi Mario € 200,00;\n- Bianchi Anna ⟦€ 300,00⟧;",
        None,
    ),
    (
        "dotazione",
        "La dotazione è così ripartita:\n- Linea A: ⟦€ 500.000,00⟧;\n- Linea B: ⟦€ 300.000,00⟧.",
        None,
    ),
    (
        "annualita",
        "Importo: ⟦€ 500,00⟧\nCapitolo: 1234\nEsercizio: 2026",
        2026,
    ),
    (
        "annualita",
        "Cronoprogramma di spesa:\n2024\t⟦€ 100.000,00⟧\n2025\t⟦€ 200.000,00⟧",
        None,
    ),
    (
        "annualita",
        "Capitolo\tDescrizione\tE.F. 2025\tE.F. 2026\n1200\tManutenzioni\t⟦€ 100,00⟧\t⟦€ 200,00⟧",
        None,
    ),
    (
        "costo_progetto",
        "A) Lavori\t€ 70.000,00\n"
        "B) Somme a disposizione\t€ 30.000,00\n"
        "Totale quadro economico\t⟦€ 100.000,00⟧",
        None,
    ),
    (
        "rimborso",
        "I costi di riproduzione sono pari a:\n"
        "• per il formato A4, ⟦euro 0,10⟧ a pagina;\n"
        "• per il formato A3, ⟦euro 0,20⟧ a pagina;",
        None,
    ),
]


def sentences(block: str) -> list[tuple[str, int | None]]:
    """The sentences of a block, with the year that stands before each."""
    whole = [" ".join(part.split()) for part in re.split(r"\n(?=\S)", block.strip())]
    parted = [one.partition(" ") for one in whole]
    return [(words, None if year == "-" else int(year)) for year, _, words in parted]


def read(sentence: str) -> list[tuple[str, str, int | None]]:
    """The words, role and year of each amount that the sentence marks."""
    marked = [len(re.sub("[⟦⟧]", "", sentence[: at.start()])) for at in re.finditer("⟦", sentence)]
    text = re.sub("[⟦⟧]", "", sentence)
    found = {fact.inizio: fact for fact in amounts.find(text, Context())}
    return [(found[at].testo, found[at].ruolo, found[at].esercizio) for at in marked]


@pytest.mark.parametrize(
    ("role", "sentence", "year"),
    [(role, *sentence) for role, block in ROLES.items() for sentence in sentences(block)] + LISTS,
)
def test_role(role: str, sentence: str, year: int | None) -> None:
    found = read(sentence)
    assert [(words, name) for words, name, _ in found] == [
        (words, role) for words in re.findall("⟦(.*?)⟧", sentence)
    ]
    if year is not None or len(found) == 1:
        assert found[0][2] == year


@pytest.mark.parametrize("gap", ["\n", "  ", " \n "])
@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("di impegnare la somma di ⟦€ 1.220,00⟧ sul capitolo 1043", "impegno"),
        ("posto a base di gara di ⟦€ 85.000,00⟧ oltre IVA", "base_asta"),
        ("la dotazione finanziaria è pari a ⟦€ 85.000,00⟧", "dotazione"),
        ("è concesso un contributo massimo di ⟦€ 85.000,00⟧", "contributo"),
    ],
)
def test_broken_lines_do_not_matter(sentence: str, role: str, gap: str) -> None:
    broken = re.sub(r" (?=[^⟧]*(?:⟦|$))", gap, sentence)
    assert [name for _, name, _ in read(broken)] == [role]


def test_a_dash_between_two_amounts_makes_a_band() -> None:
    text = "dimensione: ⟦€ 1.000,00⟧ – ⟦€ 5.000,00⟧ (1 punto); altro: ⟦€ 7.000,00⟧"
    assert [name for _, name, _ in read(text)] == ["soglia", "soglia", "altro"]


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        (
            "progetto esecutivo redatto dall’Ufficio, per un importo di ⟦€ 9.000,00⟧",
            "costo_progetto",
        ),
        ("redazione del progetto esecutivo per un importo di ⟦€ 900,00⟧", "totale"),
        ("un costo massimo dell’investimento di ⟦€ 900,00⟧", "soglia"),
        ("AGEVOLAZIONE\t" + "testo che non dice nulla " * 5 + "e poi ⟦€ 900,00⟧", "altro"),
    ],
)
def test_near_and_far(sentence: str, role: str) -> None:
    assert [name for _, name, _ in read(sentence)] == [role]


def test_an_item_ends_what_leads_in_its_list() -> None:
    text = "1. di impegnare:\n- ⟦€ 1,50⟧ al cap. 1;\n2. di prendere atto di ⟦€ 2,50⟧ altrui."
    assert [name for _, name, _ in read(text)] == ["impegno", "altro"]


def test_lists_without_end_are_read_in_bounded_time() -> None:
    begun = time.perf_counter()
    amounts.find(":\n- " * 50_000 + "€ 1,00", Context())
    assert time.perf_counter() - begun < 5  # 0.1 s; 47 s where every list is read to its end


def test_parts_are_not_what_their_whole_is() -> None:
    text = "quadro economico di € 9.000,00, di cui:\n- ⟦€ 8,50⟧ di beni;\n- ⟦€ 1,50⟧ di IVA."
    assert {name for _, name, _ in read(text)} == {"altro"}
