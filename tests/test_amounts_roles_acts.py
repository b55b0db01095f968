"""What amounts are in municipal acts and calls, in the words of many issuers.

See ``amount_sentences`` for how they are written.
"""

import pytest

from tests.amount_sentences import by_role, check_role, read, texts, words

ROLES = {
    "impegno": """
2026 di impegnare, ai sensi dell’articolo 183 del TUEL, le seguenti somme: ⟦€ 1.830,00⟧ al cap.
     123 esercizio 2026
-    di assumere il relativo impegno di spesa, pari ad ⟦€ 2.196,00⟧
-    impegno contabile assunto con D.D. n. 15 per ⟦€ 2.196,00⟧
-    si è provveduto ad impegnare la spesa di ⟦€ 900,00⟧
-    dando atto che la spesa di ⟦€ 900,00⟧ è imputata al cap. 20
-    DI IMPUTARE la spesa presunta di ⟦€ 3.000,00⟧ come segue
-    di dover assumere l’impegno di ⟦€ 700,00⟧
-    di incrementare l’impegno n. 55 di ⟦€ 150,00⟧
2026 di integrare l’impegno di spesa n. 55/2026 per ulteriori ⟦€ 150,00⟧
-    DI IMPEGNARE la somma complessiva di ⟦€ 5.490,00⟧ IVA compresa come di seguito:
-    di impegnare a favore della compagnia Gamma la polizza RCA per l’importo di ⟦€ 890,00⟧
2026 DI IMPEGNARE per l’anno 2026 la somma di ⟦€ 1.000,00⟧ a titolo di contributo
2026 di impegnare la spesa di ⟦€ 1.000,00⟧ per indennità agli amministratori, cap. 10 bilancio
     2026
-    di procedere all’assunzione dell’impegno di spesa di ⟦€ 600,00⟧
-    Si attesta la copertura finanziaria: impegno n. 77 del 3/3/2026 - ⟦€ 600,00⟧
""",
    "liquidazione": """
-    DI LIQUIDARE in favore della ditta Alfa ⟦€ 610,00⟧ a fronte della fattura n. 1/26
-    fattura n. 45 del 2/2/2026 dell’importo di ⟦€ 1.000,00⟧ oltre IVA
-    fattura elettronica n. 3/E del 10/02/2026 di complessivi ⟦€ 1.220,00⟧ di cui ⟦€ 1.000,00⟧
     per imponibile
-    acquisita al prot. n. 1234 la fattura n. 9/2026 per ⟦€ 305,00⟧
-    di erogare la prima rata di ⟦€ 10.000,00⟧ a titolo di anticipazione
-    anticipazione del 20%, pari ad ⟦€ 31.000,00⟧
-    Stato di avanzamento lavori n. 3 per ⟦€ 42.000,00⟧
-    di emettere mandato di pagamento per ⟦€ 120,00⟧
-    di pagare la somma di ⟦€ 5.000,00⟧ a saldo
-    l’importo da liquidare è di ⟦€ 444,00⟧
-    Importo liquidato: ⟦€ 444,00⟧
-    di liquidare il contributo di ⟦€ 2.000,00⟧ all’Associazione
-    nota pro-forma/notula n. 3 di ⟦€ 1.560,00⟧
-    liquidazione del saldo del contributo regionale per ⟦€ 9.000,00⟧
-    totale fattura ⟦€ 122,00⟧
-    DI LIQUIDARE la fattura n. 12 del 01/02/2026 per un importo complessivo di ⟦€ 732,00⟧
-    di liquidare ai componenti i gettoni di presenza per complessivi ⟦€ 1.100,00⟧
-    di liquidare la polizza n. 55 per ⟦€ 890,00⟧ alla compagnia Gamma
-    vista la fattura n. 3 del 5 gennaio 2026 di ⟦€ 244,00⟧ emessa da Beta S.r.l.
-    si autorizza il pagamento di ⟦€ 732,00⟧
-    di provvedere alla liquidazione del contributo di ⟦€ 1.000,00⟧ in favore dell’Associazione
""",
    "accertamento": """
-    di accertare in entrata la somma di ⟦€ 3.400,00⟧
2026 accertamento n. 12/2026 per ⟦€ 3.400,00⟧
-    la somma di ⟦€ 3.400,00⟧ è stata incassata con provvisorio n. 12
-    con reversale n. 44 è stata introitata la somma di ⟦€ 500,00⟧
-    di dare atto che la somma di ⟦€ 1.200,00⟧ sarà introitata al cap. 3010 dell’entrata
-    di accertare l’entrata derivante dal contributo ministeriale di ⟦€ 5.800,00⟧
-    l’accertamento di entrata di ⟦€ 5.800,00⟧ sul capitolo 2001
-    di accertare la somma di ⟦€ 120,00⟧ per diritti di segreteria al cap. 3010
-    DI ACCERTARE l’entrata complessiva di ⟦€ 15.000,00⟧, proveniente dal contributo regionale
""",
    "residuo": """
-    di accertare un’economia pari ad ⟦€ 321,00⟧
-    economia di gara di ⟦€ 321,00⟧
-    l’economia realizzata, pari a ⟦€ 321,00⟧, torna nelle disponibilità del bilancio
-    residua la somma di ⟦€ 500,00⟧
2025 di disimpegnare dall’impegno n. 22/2025 l’importo di ⟦€ 500,00⟧
2025 di ridurre l’accertamento n. 22/2025 di ⟦€ 500,00⟧
-    minore spesa di ⟦€ 321,00⟧
-    somma residua da erogare ⟦€ 800,00⟧
-    le economie derivanti dalla mancata realizzazione ammontano ad ⟦€ 2.000,00⟧
-    di rideterminare il contributo accertando un’economia di ⟦€ 2.000,00⟧
-    risorse residue pari a ⟦€ 2.000,00⟧
""",
    "ritenuta": """
-    al netto della ritenuta d’acconto di ⟦€ 200,00⟧
-    ritenuta dello 0,50% pari ad ⟦€ 160,00⟧
-    trattenuta a titolo di ritenuta di garanzia ⟦€ 160,00⟧
-    Ritenute IRPEF ⟦€ 310,00⟧
-    di trattenere e versare all’Erario l’IVA pari a ⟦€ 440,00⟧
-    IVA ⟦€ 440,00⟧ da versare direttamente all’Erario (split payment)
-    di cui € 2.000,00 imponibile e ⟦€ 440,00⟧ per IVA in regime di scissione dei pagamenti
""",
    "base_asta": """
-    importo a base di gara, al netto dell’IVA, ⟦€ 74.000,00⟧
-    importo dei lavori a base d’asta ⟦€ 74.000,00⟧
-    importo posto a base della procedura: ⟦€ 74.000,00⟧
-    valore massimo stimato dell’appalto: ⟦€ 214.000,00⟧
-    prezzo a base d’asta ⟦€ 30.000,00⟧
-    l’asta pubblica parte dal prezzo base di ⟦€ 30.000,00⟧
-    importo lavori soggetto a ribasso ⟦€ 70.000,00⟧
-    ha offerto un ribasso del 3% sull’importo a base di gara di ⟦€ 74.000,00⟧
""",
    "totale": """
-    affidamento alla ditta Beta per ⟦€ 4.500,00⟧ oltre IVA al 22%
-    per una spesa totale, IVA compresa, di ⟦€ 5.490,00⟧
-    l’offerta economica di ⟦€ 4.500,00⟧
-    il preventivo della ditta Gamma di ⟦€ 4.500,00⟧ oltre IVA
-    importo contrattuale netto di ⟦€ 4.500,00⟧
-    verso il corrispettivo di ⟦€ 4.500,00⟧
-    per l’importo netto di ⟦€ 4.500,00⟧ oltre IVA
-    per un totale di ⟦€ 5.490,00⟧
-    il servizio è affidato per la somma di ⟦€ 4.500,00⟧
-    contratto rep. n. 12 dell’importo di ⟦€ 4.500,00⟧
-    l’importo complessivo delle domande ammesse ammonta ad ⟦€ 2.400.000,00⟧
-    ordine diretto di acquisto (ODA) n. 123 per ⟦€ 4.500,00⟧
-    trattativa diretta MePA conclusa con offerta di ⟦€ 4.500,00⟧
-    RITENUTO congruo il preventivo di spesa di ⟦€ 3.000,00⟧ oltre IVA
-    per l’importo di ⟦€ 3.000,00⟧ oltre IVA 22% e così per complessivi ⟦€ 3.660,00⟧
-    ha proposto un’offerta di ⟦€ 3.000,00⟧ al netto dell’IVA
-    importo complessivo dell’affidamento ⟦€ 3.660,00⟧
-    la spesa presunta è di ⟦€ 3.660,00⟧
-    per una spesa di ⟦€ 3.660,00⟧ IVA inclusa
""",
    "annualita": """
2026 di cui ⟦€ 300,00⟧ per l’anno 2026
2027 e per ⟦€ 300,00⟧ sull’esercizio 2027
2025 esigibilità 2025: ⟦€ 300,00⟧
""",
    "assegnazione": """
-    con D.M. n. 44 al Comune sono stati assegnati ⟦€ 50.000,00⟧
-    assegnazione al Comune di Montebello di ⟦€ 50.000,00⟧
-    è stata attribuita al Comune la somma di ⟦€ 5.000,00⟧ quale quota del Fondo di solidarietà
-    riparto delle risorse: all’Ambito di Valfiorita spettano ⟦€ 12.000,00⟧
-    la quota spettante al Comune di Valfiorita è pari ad ⟦€ 12.000,00⟧
-    Visto il D.M. che assegna al Comune di Valfiorita ⟦€ 2.000,00⟧
""",
    "dotazione": """
-    La somma complessiva stanziata è pari ad ⟦€ 30.000,00⟧
-    con deliberazione n. 12/2025 la Giunta ha destinato la somma di ⟦€ 20.000,00⟧ al
     finanziamento dei centri estivi
-    le risorse destinate alla misura ammontano complessivamente a ⟦€ 900.000,00⟧, incrementabili
-    l’importo della dotazione è incrementato di ⟦€ 450.000,00⟧
-    rifinanziamento della misura con ulteriori risorse per ⟦€ 2.000.000,00⟧
""",
    "contributo": """
-    Alle imprese con rating di legalità verrà riconosciuta una premialità di ⟦€ 250,00⟧ nel
     limite del 100% delle spese
-    di concedere, per l’anno 2026, alla Pro Loco di Valfiorita un contributo economico di ⟦€
     1.000,00⟧
2026 il Comune concede un contributo di ⟦€ 1.000,00⟧ per l’anno 2026
-    di ammettere a contributo l’impresa Beta per ⟦€ 7.800,00⟧
-    I voucher avranno un importo unitario massimo di ⟦€ 2.500,00⟧
-    l’entità massima dell’agevolazione è fissata in ⟦€ 18.000,00⟧
-    L’importo del contributo non potrà eccedere l’importo di ⟦€ 4.000,00⟧ per associazione
-    L’importo massimo del contributo è di ⟦Euro 20.000,00⟧, comprensivo di eventuali concessioni
""",
    "soglia": """
-    Il piano di investimenti deve prevedere spese non inferiori a ⟦€ 25.000,00⟧
-    il progetto deve avere un costo minimo di ⟦€ 40.000,00⟧ e massimo di ⟦€ 400.000,00⟧
-    hanno un fatturato annuo e/o un totale di bilancio annuo che non supera ⟦2 milioni di euro⟧
-    aiuti «de minimis» che non superino il massimale di ⟦300.000,00 euro⟧
-    per contributi fino a ⟦5.000 euro⟧ non è dovuta la ritenuta
-    reddito familiare annuo, ai fini ISEE, pari o inferiore a ⟦€ 12.000,00⟧
-    è obbligatorio il versamento tramite pagoPA per somme superiori a ⟦€ 100,00⟧
-    cessione di carburante per un massimo di ⟦€ 500,00⟧
-    in caso di importo del contributo superiore ad ⟦€ 25.000,00⟧ occorre la documentazione
     antimafia
-    vendita diretta ai sensi del regolamento per beni di valore fino a ⟦€ 3.000,00⟧
""",
    "altro": """
-    È dovuta l’imposta di bollo nella misura di ⟦€ 16,00⟧ per ogni foglio
-    per la partecipazione al concorso è dovuto il versamento di ⟦€ 10,00⟧
-    la tariffa applicata è di ⟦€ 2,50⟧ al kg
-    canone di concessione annuo pari a ⟦€ 1.200,00⟧
-    ai sensi dell’art. 7-bis del TUEL si applica la sanzione amministrativa da ⟦25 euro⟧ a ⟦500
     euro⟧
-    il costo dell’abbonamento mensile è di ⟦€ 30,00⟧
-    quota utente a pasto: ⟦€ 4,50⟧
-    garanzia provvisoria pari al 2% e quindi a ⟦€ 1.480,00⟧
-    di cui ⟦€ 70.000,00⟧ per lavori ed ⟦€ 2.000,00⟧ per oneri della sicurezza
-    diritti di rogito ⟦€ 312,00⟧
-    Indennità di carica del Sindaco: ⟦€ 2.208,00⟧ mensili
-    oneri riflessi a carico dell’Ente ⟦€ 1.190,00⟧
-    valore di stima dell’immobile ⟦€ 85.000,00⟧
-    rendita catastale ⟦€ 650,00⟧
""",
    "costo_progetto": """
-    di approvare in linea tecnica il progetto esecutivo dei lavori di rifacimento del tetto,
     dell’importo complessivo di ⟦€ 300.000,00⟧
-    Costo complessivo dell’opera: ⟦€ 100.000,00⟧
""",
}


@by_role(ROLES)
def test_role(role: str, sentence: str, year: int | None) -> None:
    check_role(role, sentence, year)


TEXTS = {
    "assegnazione": """
quota assegnata → ⟦€ 12.000,00⟧
---
Ambito → Quota assegnata
Valfiorita → ⟦€ 2.000,00⟧
""",
    "dotazione": """
Articolo 3
Risorse disponibili
1. Per la concessione delle agevolazioni sono disponibili ⟦euro 10.000.000,00⟧ a valere sul
Fondo per la crescita sostenibile.
---
3. DOTAZIONE FINANZIARIA E REGIME DI AIUTO
I fondi messi a disposizione dall’ente camerale ammontano a ⟦€ 74.700,00⟧
---
Al presente Avviso è attribuita una dotazione di ⟦26 milioni di euro⟧, così ripartita:
- ⟦16 milioni di euro⟧ a valere su FSC;
- ⟦10 milioni di euro⟧ a valere su POC.
---
Le risorse a disposizione del bando sono:
Linea 1 → ⟦€ 100.000,00⟧
Linea 2 → ⟦€ 50.000,00⟧
""",
    "contributo": """
B.2 Contributo
È riconosciuto un importo fisso di ⟦€ 3.500,00⟧ per ogni nuovo assunto
---
Impresa → Contributo concesso
Alfa S.r.l. → ⟦€ 5.000,00⟧
""",
    "soglia": """
Art. 6 - Entità del contributo
1. Il beneficio è pari al 60% dei costi ammissibili, con un massimale di ⟦€ 8.000,00⟧.
---
Fascia ISEE → Contributo massimo
fino a 6.000 euro → ⟦€ 350,00⟧
---
Art. 5 – Spese ammissibili
Non sono ammesse fatture di importo inferiore a ⟦€ 100,00⟧ (IVA esclusa)
---
Entità del contributo
la spesa minima è di ⟦€ 5.000,00⟧
---
Tipologia → Spesa minima → Contributo massimo
A → ⟦10.000,00⟧ → ⟦5.000,00⟧
""",
    "altro": """
Tariffa → Importo
Residenti → ⟦€ 3,00⟧
Non residenti → ⟦€ 5,00⟧
---
IVA al 22% → ⟦€ 2.200,00⟧
---
B1) Imprevisti → ⟦€ 3.000,00⟧
---
Componente → Importo
Oneri della sicurezza → ⟦€ 2.000,00⟧
Spese tecniche → ⟦€ 8.000,00⟧
""",
    "impegno": """
Capitolo → Impegno → Importo
1043 → 123/2026 → ⟦€ 5.490,00⟧
""",
    "liquidazione": """
Fattura → Data → Importo
12/PA → 01/02/2026 → ⟦€ 732,00⟧
---
n. liquidazione → Importo liquidazione
44 → ⟦732,00⟧
""",
    "totale": """
TOTALE → ⟦€ 3.660,00⟧
""",
    "costo_progetto": """
Quadro economico:
A) Lavori → € 70.000,00
B) Somme a disposizione → € 30.000,00
TOTALE PROGETTO → ⟦€ 100.000,00⟧
""",
}


@pytest.mark.parametrize(
    ("role", "text"), [(role, text) for role, block in TEXTS.items() for text in texts(block)]
)
def test_under_titles_and_in_tables(role: str, text: str) -> None:
    assert [name for _, name, _ in read(text)] == [role] * len(words(text))
