"""What amounts are in calls for grants, of ministries, Regions, chambers and towns.

See ``amount_sentences`` for how they are written.
"""

import pytest

from tests.amount_sentences import by_role, check_role, read, texts, words

ROLES = {
    "dotazione": """
-    La dotazione finanziaria complessiva del presente Avviso ammonta a ⟦€ 12.500.000,00⟧
-    Le risorse complessivamente a disposizione della presente misura sono pari a ⟦€
     5.000.000,00⟧, di cui ⟦€ 1.000.000,00⟧ riservati alle imprese giovanili
-    Una quota pari a ⟦€ 2.000.000,00⟧ della dotazione è riservata ai Comuni montani
-    Con il presente Avviso il Ministero mette a disposizione ⟦50 milioni di euro⟧
-    Il Fondo ha una consistenza iniziale di ⟦€ 8.000.000,00⟧
-    La misura dispone di un budget di ⟦€ 400.000,00⟧
-    Le agevolazioni sono concesse a valere su uno stanziamento complessivo di ⟦€ 300.000.000,00⟧
-    Regione si riserva di incrementare la dotazione con ulteriori ⟦€ 1.000.000,00⟧
-    L’ammontare delle risorse destinate al presente intervento è pari a ⟦€ 700.000,00⟧
-    Il budget complessivo assegnato all’iniziativa è di ⟦€ 250.000,00⟧
-    Le risorse finanziarie assegnate alla misura, pari a ⟦€ 2.500.000,00⟧, trovano copertura sul
     capitolo 7623
-    Sono rese disponibili risorse per ⟦€ 15.000.000,00⟧
-    l’importo stanziato per l’intervento è di ⟦€ 60.000,00⟧
-    La Camera di commercio ha stanziato per il bando voucher ⟦€ 180.000,00⟧
-    La dotazione dell’Avviso è di ⟦€ 9.500.000,00⟧, di cui ⟦€ 4.500.000,00⟧ destinati ai Comuni
     e ⟦€ 5.000.000,00⟧ destinati alle Province
-    La dotazione iniziale, pari ad ⟦euro 2.000.000⟧, potrà essere incrementata
-    risorse regionali per ⟦€ 3.000.000,00⟧
-    a) ⟦€ 1.000.000,00⟧ riservati alle start up
-    L’ammontare del fondo è pari a ⟦€ 120.000,00⟧
-    Con il presente bando sono messi a disposizione complessivamente ⟦€ 60.000,00⟧
-    Fondo di dotazione ⟦€ 50.000,00⟧
""",
    "contributo": """
-    Il contributo è concesso fino ad un massimo di ⟦€ 30.000,00⟧
-    L’agevolazione consiste in un contributo a fondo perduto pari al 50% delle spese
     ammissibili, nel limite massimo di ⟦€ 50.000,00⟧
-    un contributo massimo di ⟦€ 10.000,00⟧ per i progetti presentati in forma singola e di ⟦€
     25.000,00⟧ per quelli in forma associata
-    è prevista una premialità di ⟦€ 500,00⟧ per le imprese in possesso del rating di legalità
-    alle imprese è riconosciuta una premialità aggiuntiva pari a ⟦€ 1.000,00⟧
-    A ciascun beneficiario è riconosciuto un bonus una tantum di ⟦€ 1.500,00⟧
-    La borsa di studio ha un importo di ⟦€ 12.000,00⟧
-    borsa di studio del valore di ⟦€ 700,00⟧
-    di concedere all’A.S.D. Polisportiva un contributo di ⟦€ 3.000,00⟧
-    di erogare all’Associazione un contributo straordinario pari ad ⟦€ 800,00⟧
-    contributo concesso: ⟦€ 12.345,67⟧
-    L’incentivo è pari a ⟦€ 8.000,00⟧ per ogni assunzione
-    a titolo di contributo in conto interessi per ⟦€ 2.100,00⟧
-    sovvenzione a fondo perduto di ⟦€ 90.000,00⟧
-    L’ammontare del contributo assegnato al Comune è di ⟦€ 150.000,00⟧
-    Il Comune è risultato beneficiario di un finanziamento di ⟦€ 1.250.000,00⟧ a valere sul PNRR
-    il premio per il vincitore è di ⟦€ 2.000,00⟧
-    di concedere un sussidio economico di ⟦€ 350,00⟧ al nucleo familiare
-    assegno di cura mensile di ⟦€ 600,00⟧
-    Importo massimo concedibile: ⟦€ 20.000,00⟧
-    contributo forfettario pari a ⟦€ 2.000,00⟧ una tantum
-    saranno assegnati n. 10 premi da ⟦€ 1.000,00⟧ ciascuno
-    Regione riconosce ai Comuni un contributo fisso di ⟦€ 500,00⟧ per pratica
-    l’indennità di partecipazione al tirocinio è pari a ⟦€ 500,00⟧ mensili
-    L’aiuto è concesso nella forma di sovvenzione, fino al 70% dei costi, e comunque non oltre
     ⟦€ 200.000,00⟧
-    L’importo massimo del contributo concedibile è pari a ⟦€ 100.000,00⟧
-    Il valore massimo del voucher è di ⟦€ 5.000,00⟧
-    Il contributo massimo erogabile per ciascuna domanda non potrà superare ⟦€ 7.500,00⟧
-    Il contributo, a fondo perduto, è concesso nella misura del 70% delle spese ammissibili e
     per un importo massimo di ⟦€ 15.000,00⟧
-    un'agevolazione massima pari a ⟦€ 35.000,00⟧ per ciascuna impresa
-    La sovvenzione potrà arrivare fino a ⟦€ 80.000,00⟧
-    per gli impianti natatori il contributo massimo è elevato a ⟦€ 150.000,00⟧
""",
    "soglia": """
-    Sono ammissibili i progetti con una spesa minima di ⟦€ 15.000,00⟧
-    L’investimento minimo ammissibile è pari a ⟦€ 20.000,00⟧ e il massimo a ⟦€ 200.000,00⟧
-    Soglia minima di investimento: ⟦€ 10.000,00⟧
-    spese ammissibili comprese tra ⟦€ 30.000,00⟧ e ⟦€ 500.000,00⟧
-    progetti di importo complessivo non inferiore a ⟦€ 50.000,00⟧ e non superiore a ⟦€
     1.000.000,00⟧
-    l’importo totale degli aiuti de minimis concessi a un’impresa unica non può superare ⟦€
     300.000,00⟧ nell’arco di tre anni
-    nel rispetto del massimale di ⟦€ 200.000⟧ nell’arco di tre esercizi finanziari
-    spese generali nel limite del 5% e comunque entro ⟦€ 3.000,00⟧
-    con un ISEE in corso di validità fino a ⟦€ 26.306,25⟧
-    valore ISEE non superiore ad ⟦€ 9.530,00⟧, elevato a ⟦€ 20.000,00⟧ per le famiglie con
     almeno quattro figli
-    imprese con un fatturato annuo non superiore a ⟦50 milioni di euro⟧ oppure un totale di
     bilancio annuo non superiore a ⟦43 milioni di euro⟧
-    piccola impresa: meno di 50 occupati e un fatturato che non superi ⟦10 milioni di euro⟧
-    gli acquisti sotto soglia di ⟦€ 5.000⟧ al netto dell’IVA
-    in caso di contributo superiore a ⟦€ 150.000,00⟧ è acquisita l’informazione antimafia
-    qualora le spese rendicontate siano inferiori a ⟦€ 8.000,00⟧ il contributo è revocato
-    pagamenti in contanti oltre ⟦€ 1.000,00⟧ non sono ammessi
-    Per le richieste di contributo eccedenti ⟦€ 100.000,00⟧ è richiesta fideiussione
-    finanziamenti di importo compreso tra un minimo di ⟦€ 30.000,00⟧ ed un massimo di ⟦€
     800.000,00⟧
-    spese di consulenza nel limite massimo di ⟦€ 10.000,00⟧
-    costi del personale ammissibili per un massimo di ⟦€ 40.000,00⟧
-    La garanzia è rilasciata fino ad un importo massimo di ⟦€ 2.500.000,00⟧
-    patrimonio mobiliare non superiore a ⟦€ 5.000,00⟧
-    lavori di importo superiore a ⟦euro 1.000.000⟧ e fino alla soglia di ⟦euro 5.382.000⟧
-    compensazione ammessa entro il limite annuo di ⟦€ 2.000.000,00⟧
-    Reddito annuo lordo inferiore a ⟦€ 35.000,00⟧
-    per importi fino ad ⟦€ 40.000,00⟧ si procede ad affidamento diretto
-    tassi agevolati per mutui oltre i ⟦25.000 euro⟧
-    l’ammontare minimo di spesa ammissibile non può essere inferiore a ⟦€ 12.000,00⟧
-    Sono ammissibili alla misura finanziamenti compresi tra ⟦€ 20.000,00⟧ e ⟦€ 150.000,00⟧
-    il progetto deve avere un importo totale compreso tra ⟦€ 50.000,00⟧ e ⟦€ 500.000,00⟧
-    l’importo minimo di ogni progetto non può essere inferiore a ⟦€ 30.000,00⟧
-    spese per consulenze, nel limite massimo di ⟦€ 5.000,00⟧
-    spese per fideiussioni (max ⟦€ 1.000,00⟧)
-    il costo orario massimo riconosciuto è di ⟦€ 35,00⟧
-    Il massimale di costo per kWp è pari a ⟦1.500 €/kWp⟧
-    giustificativi di spesa di importo almeno pari a ⟦€ 200,00⟧
-    per investimenti superiori a ⟦€ 500.000,00⟧ è richiesta la perizia
-    ricavi delle vendite almeno pari ad ⟦€ 120.000,00⟧ nell’ultimo esercizio
-    Massimale di aiuto per impresa unica: ⟦€ 300.000⟧ in tre anni
-    (max. ⟦€ 2.500,00⟧)
-    con un valore ISEE fino ad un massimo di ⟦€ 40.000,00⟧
-    soglia minima di spesa ⟦€ 8.000,00⟧
-    capitale sociale minimo di ⟦€ 10.000,00⟧
-    importo dell’aiuto individuale superiore a ⟦100.000 euro⟧ pubblicato sul RNA
-    fidejussione per anticipi superiori a ⟦€ 50.000,00⟧
-    La spesa minima ammissibile è pari a ⟦€ 10.000⟧ per le aziende localizzate in aree
     svantaggiate e pari a ⟦€ 20.000⟧ per le altre
-    il contributo a favore dei Comuni fino a 5.000 abitanti è pari ad un massimo di ⟦€
     40.000,00⟧
-    un voucher a copertura delle spese, fino a ⟦€ 3.000,00⟧
-    Quota a fondo perduto: massimo ⟦€ 20.000,00⟧
""",
    "costo_progetto": """
-    il costo complessivo ammissibile del progetto è di ⟦€ 245.000,00⟧
-    costo totale del progetto: ⟦€ 120.000,00⟧
-    intervento di messa in sicurezza della scuola primaria dell’importo di ⟦€ 350.000,00⟧
-    Visto il quadro economico dell’intervento, che prevede una spesa complessiva di ⟦€
     500.000,00⟧ così ripartita
-    per un investimento complessivo di ⟦€ 1.300.000,00⟧
-    il progetto di fattibilità tecnico-economica, dell’importo di ⟦€ 2.000.000,00⟧
-    il costo stimato dell’opera è pari a ⟦€ 640.000,00⟧
-    Totale investimento ⟦€ 75.000,00⟧
-    spesa ammessa a contributo ⟦€ 33.000,00⟧
-    il progetto, del valore complessivo di ⟦€ 99.000,00⟧, è cofinanziato al 20%
-    costo totale ammissibile ⟦€ 80.000,00⟧
-    spese totali del progetto ⟦€ 80.000,00⟧
-    il valore complessivo del progetto è di ⟦€ 80.000,00⟧
""",
    "rimborso": """
-    rimborso delle spese di missione pari ad ⟦€ 135,70⟧
-    Il costo della copia è di ⟦€ 0,10⟧ a facciata
-    costi di riproduzione: ⟦€ 0,25⟧ per foglio A4
-    di rimborsare all’economo comunale la somma di ⟦€ 640,12⟧
-    rimborso della quota di TARI non dovuta, pari ad ⟦€ 214,00⟧
-    è corrisposto un rimborso forfettario di ⟦€ 25,00⟧ a volontario
-    rimborso spese legali liquidate in sentenza per ⟦€ 3.500,00⟧
""",
    "altro": """
-    la domanda è soggetta all’imposta di bollo di ⟦€ 16,00⟧
-    marca da bollo del valore di ⟦€ 16,00⟧
-    cauzione definitiva pari ad ⟦€ 4.500,00⟧ prestata mediante polizza
-    tassa di concorso di ⟦€ 10,33⟧
-    gettone di presenza pari ad ⟦€ 22,00⟧ per seduta
-    indennità di funzione mensile lorda di ⟦€ 1.659,00⟧
-    stipendio tabellare annuo lordo di ⟦€ 23.212,35⟧
-    indennità di comparto ⟦€ 549,60⟧
-    retribuzione di posizione di ⟦€ 12.000,00⟧
-    trattamento di fine rapporto pari ad ⟦€ 8.400,00⟧
-    deposito cauzionale di ⟦€ 250,00⟧
-    tariffa oraria di ⟦€ 15,00⟧ per l’utilizzo della palestra
-    canone unico patrimoniale di ⟦€ 340,00⟧
-    il costo del pasto è di ⟦€ 4,80⟧
-    sanzione da ⟦€ 50,00⟧ a ⟦€ 300,00⟧
-    è soggetto a sanzione pecuniaria da un minimo di ⟦€ 80,00⟧ ad un massimo di ⟦€ 480,00⟧
-    pagamento in misura ridotta di ⟦€ 100,00⟧
-    penale di ⟦€ 100,00⟧ per ogni giorno di ritardo
-    oneri della sicurezza non soggetti a ribasso ⟦€ 2.300,00⟧
-    spese tecniche ⟦€ 20.000,00⟧
-    imprevisti ⟦€ 5.000,00⟧
-    contributo unificato di ⟦€ 237,00⟧
-    quota di partecipazione pari a ⟦€ 30,00⟧ per famiglia
-    oneri previdenziali ⟦€ 480,00⟧
-    IRAP ⟦€ 850,00⟧
-    diritti di segreteria ⟦€ 51,65⟧
-    prezzo del biglietto ⟦€ 5,00⟧
-    quota associativa annuale di ⟦€ 500,00⟧
-    costo del personale ⟦€ 12.400,00⟧
-    valore nominale di ⟦€ 10,00⟧ per azione
-    valore venale dell’area stimato in ⟦€ 45,00⟧ al mq
-    il bollo da ⟦€ 16,00⟧ assolto in modo virtuale
-    costo standard di ⟦€ 13,10⟧ per ora
-    un costo unitario di ⟦€ 25,00⟧ a ora
-    Interessi: ⟦€ 120,00⟧
-    commissione di istruttoria di ⟦€ 150,00⟧
-    prevedendo un costo di ⟦94 euro⟧ ogni 5 ha
-    4 analisi, di importo pari a ⟦94 euro⟧ ciascuna
""",
    "totale": """
-    per un totale complessivo di ⟦€ 1.250.000,00⟧
-    richieste di contributo per un ammontare complessivo di ⟦€ 1.250.000,00⟧
-    per un importo offerto di ⟦€ 4.200,00⟧
""",
    "liquidazione": """
-    DI LIQUIDARE l’importo di ⟦€ 3.050,00⟧ di cui € 550,00 per IVA
-    di liquidare la somma complessiva di ⟦€ 3.050,00⟧, IVA inclusa
-    fattura n. 10/2026 per l’importo complessivo di ⟦€ 3.050,00⟧
-    di procedere al pagamento della somma di ⟦€ 3.050,00⟧ a titolo di saldo
-    parcella professionale dell’avv. Verdi di ⟦€ 3.050,00⟧
-    preso atto che è stato pagato l’importo di ⟦€ 3.050,00⟧
""",
    "residuo": """
-    economie pari a ⟦€ 120,00⟧
-    con un risparmio di spesa di ⟦€ 120,00⟧
""",
}


@by_role(ROLES)
def test_role(role: str, sentence: str, year: int | None) -> None:
    check_role(role, sentence, year)


TEXTS = {
    "dotazione": """
A.3 Dotazione finanziaria
Le risorse disponibili per il finanziamento delle domande sono pari a ⟦€ 3.000.000,00⟧
---
Dotazione finanziaria
L’importo complessivo messo a disposizione è di ⟦€ 850.000,00⟧
---
Art. 4 – Risorse finanziarie
1. Per le finalità del presente bando è disponibile l’importo di ⟦euro 1.200.000,00⟧
---
DOTAZIONE FINANZIARIA → ⟦€ 25.000.000,00⟧
""",
    "contributo": """
Contributo → ⟦€ 40.000,00⟧
---
Contributo massimo → ⟦€ 40.000,00⟧
---
Entità del contributo
Il beneficio, in conto capitale, è determinato in ⟦€ 60.000,00⟧
""",
    "soglia": """
Entità del contributo
Il contributo, in conto capitale, è pari all’80% della spesa ammessa fino a ⟦€ 60.000,00⟧
---
Importo minimo della spesa → ⟦€ 4.000,00⟧
""",
}


@pytest.mark.parametrize(
    ("role", "text"), [(role, text) for role, block in TEXTS.items() for text in texts(block)]
)
def test_under_titles_and_in_tables(role: str, text: str) -> None:
    assert [name for _, name, _ in read(text)] == [role] * len(words(text))
