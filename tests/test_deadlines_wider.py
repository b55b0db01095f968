"""Terms in the forms that acts of every kind of producer print them in, and their look-alikes."""

from datetime import date

import pytest

from extractor.facts import deadlines
from models import Context, Scadenza

ACT = Context(data=date(2025, 3, 10))

FOUND = {
    # ordinals
    "entro il novantesimo giorno continuativo dalla data di scadenza dei lavori": "P90D termine",
    "oltre il 90° giorno dalla data ultima di fine lavori": "P90D termine",
    "sino al ventesimo giorno successivo alla pubblicazione": "P20D termine",
    "entro il quinto giorno lavorativo successivo alla richiesta": "P5D termine",
    "entro il secondo giorno antecedente la seduta": "P2D termine",
    "entro il dodicesimo mese dalla concessione": "P12M termine",
    "entro la fine del quarto anno dalla data dell'impianto": "P4Y termine",
    # terms
    "entro perentoriamente 30 giorni": "P30D termine",
    "entro max. 7 gg. dalla richiesta": "P7D termine",
    "entro un'ora dalla segnalazione": "PT1H termine",
    "entro 48h dalla richiesta": "PT48H termine",
    "nei dieci giorni lavorativi successivi": "P10D termine",
    "con almeno 15 giorni di anticipo": "P15D termine",
    "con un anticipo di almeno 10 giorni": "P10D termine",
    "non meno di 5 giorni prima della seduta": "P5D termine",
    "e comunque non prima di 90 giorni": "P90D termine",
    "la domanda presentata oltre i cinque giorni dalla scadenza è respinta": "P5D termine",
    "alla scadenza dei trenta giorni": "P30D termine",
    "allo scadere dei 30 giorni": "P30D termine",
    "Tempo di esecuzione: 120 giorni": "P120D termine",
    "Tempi di consegna: 15 giorni lavorativi": "P15D termine",
    "tempo contrattuale: giorni 90": "P90D termine",
    "opere da ultimarsi in giorni 90": "P90D termine",
    "pagamento 30 gg. d.f.f.m.": "P30D termine",
    # kinds
    "Scadenza: 24 aprile 2025\nBando di selezione per un assegno di ricerca": "2025-04-24 termine",
    "CONCORSO\n(scad. 25 maggio 2025)": "2025-05-25 termine",
    "Contratto di tesoreria affidato con gara. Scadenza: 31/12/2028": "2028-12-31 fine_validita",
    "ha prorogato al 31 luglio 2025 la validità delle attestazioni": "2025-07-31 fine_validita",
    "ha prorogato al 31 luglio 2025 il termine delle domande": "2025-07-31 termine",
    "il regolamento entra in vigore dopo 180 giorni dalla sua pubblicazione": "P180D altro",
    "il ricorso è ammesso o 120 al Presidente della Repubblica": "P120D ricorso",
    # instalments and months
    "QUINTA RATA – 30 MAGGIO 2025": "2025-05-30 termine",
    "2ª rata - 11 dicembre 2025": "2025-12-11 termine",
    "il saldo è versato entro settembre": "2025-09-30 termine",
    "da approvare entro fine giugno": "2025-06-30 termine",
    # what has ended, what is put off
    "il contratto di tesoreria è scaduto il 31/12/2024": "2024-12-31 fine_validita",
    "può rinviare, per una sola volta, di ulteriori trenta giorni i termini": "P30D durata",
    "il regolamento si applica dal 18 agosto 2024 (entrata in vigore della legge n. 99/2024) al"
    " 18 aprile 2026": "2024-08-18/2026-04-18 fine_validita",
    # durations
    "è stato dichiarato, per centottanta giorni, lo stato d’emergenza": "P180D durata",
    "il bando è pubblicato, per almeno trenta giorni, sul sito": "P30D durata",
    "per un massimo di mesi 12": "P12M durata",
    "per non meno di 10 anni": "P10Y durata",
    "per non più di tre mesi": "P3M durata",
    "per complessivi 15 giorni": "P15D durata",
    "per n. 15 giorni consecutivi": "P15D durata",
    "per un quinquennio dalla stipula": "P5Y durata",
    "valevole per 36 mesi": "P36M durata",
    "L'offerta è valida 180 giorni": "P180D durata",
    "Durata (mesi): 24": "P24M durata",
    "Durata in giorni: 120": "P120D durata",
    "rinnovabile per altri tre anni": "P3Y durata",
    "richiesta di proroga motivata (max. 6 mesi)": "P6M durata",
    "periodo di prova: tre mesi": "P3M durata",
    "garanzia di 24 mesi": "P24M durata",
    "contratto di 24 mesi": "P24M durata",
    "noleggio 60 mesi": "P60M durata",
    "manutenzione per 36 mesi": "P36M durata",
    "la sospensione non può superare i 90 giorni": "P90D durata",
    "La concessione ha durata commisurata al progetto e comunque non oltre i 10 anni": (
        "P10Y durata"
    ),
    "non alienare i beni prima dei cinque anni successivi alla concessione": "P5Y durata",
    "ulteriori proroghe semestrali": "P6M durata",
    "convenzione quarantennale con l'ente": "P40Y durata",
    "contratto triennale di locazione": "P3Y durata",
    "assegno di ricerca biennale": "P2Y durata",
    "abbonamento annuale alla rivista": "P1Y durata",
    "accordo quadro quadriennale": "P4Y durata",
    # spans
    "L'autorizzazione è sospesa da 1 a 15 giorni": "P1D durata | P15D durata",
    "allontanamento dalle lezioni da tre a quindici giorni": "P3D durata | P15D durata",
    "durata compresa tra 6 e 12 mesi": "P6M durata | P12M durata",
    # days
    "con scad. 14/05/2025": "2025-05-14 fine_validita",
    "avente validità sino a tutto il 31 dicembre 2026": "2026-12-31 fine_validita",
    "la domanda può essere presentata non prima del 15 maggio 2025": (
        "2025-05-15/2025-05-15 finestra"
    ),
    "gli interventi conclusi e rendicontati prima del 31/12/2026": "2026-12-31 termine",
    "è garantita fino all'esercizio finanziario 2026/2027, ovvero il 15/10/2027": (
        "2027-10-15 fine_validita"
    ),
    "iscritti nel registro regionale alla data del 30/04/2025": "2025-04-30 termine",
    "Lo sportello rimarrà aperto sino alle ore 14:00 del giorno 30 dicembre 2027": (
        "2027-12-30 finestra"
    ),
    "Data ultima per la rendicontazione: 14/05/2026": "2026-05-14 termine",
    "entro il 31 gennaio dell'anno successivo a quello di riferimento": "2026-01-31 termine",
    # periods
    "per il periodo 01/09/2025-30/06/2026 il servizio di trasporto": (
        "2025-09-01/2026-06-30 fine_validita"
    ),
    "periodo contrattuale 01.05.2025 - 30.04.2026": "2025-05-01/2026-04-30 fine_validita",
    "Validità: 10/04/2025 - 14/05/2025": "2025-04-10/2025-05-14 fine_validita",
    "dal 1° giugno al 30 settembre di ogni anno è vietato accendere fuochi": (
        "2025-06-01/2025-09-30 fine_validita"
    ),
    "Le rilevazioni sono effettuate nel periodo maggio-dicembre 2025": (
        "2025-05-01/2025-12-31 finestra"
    ),
    "nei mesi di luglio e agosto 2025 è vietato il transito": "2025-07-01/2025-08-31 finestra",
    "sono ammissibili le spese sostenute a partire dal 24 dicembre 2024": (
        "2024-12-24/2024-12-24 finestra"
    ),
    "spesa sostenuta tra il 1° gennaio 2021 e la data di presentazione del rendiconto": (
        "2021-01-01/2021-01-01 finestra"
    ),
    # closures
    "la chiusura, per l'intera giornata di lunedì 5 maggio 2025, dei plessi scolastici": (
        "2025-05-05/2025-05-05 finestra"
    ),
    "chiusura per le giornate del 28 e 29 ottobre 2025 delle scuole": (
        "2025-10-28/2025-10-28 finestra | 2025-10-29/2025-10-29 finestra"
    ),
    "sospensione delle attività didattiche nei giorni 2 e 3 maggio 2025": (
        "2025-05-02/2025-05-02 finestra | 2025-05-03/2025-05-03 finestra"
    ),
    "divieto di sosta il giorno 12 aprile 2025 in via Roma": "2025-04-12/2025-04-12 finestra",
    # spells
    "entro il mese di maggio": "2025-05-31 termine",
    "entro il mese di gennaio di ogni anno": "2026-01-31 termine",
    "entro la fine del corrente anno": "2025-12-31 termine",
    "rimarrà in vigore fino a tutto il 2026": "2026-12-31 fine_validita",
    "entro il T2 2026": "2026-06-30 termine",
    "- Q1 2026, M-UE: notifica di tutti gli appalti": "2026-03-31 termine",
    "Nel 2026 sarà istituita una banca dati": "2026-12-31 termine",
    # competitions, appeals, payments
    "il termine scade il trentesimo giorno successivo a quello di pubblicazione": "P30D termine",
    "dalla pubblicazione e sino alle ore 12 del 30° giorno successivo": "P30D termine",
    "ha l'obbligo di permanenza di cinque anni": "P5Y durata",
    "il permesso di costruire ha efficacia di tre anni": "P3Y durata",
    "recesso da comunicarsi almeno 60 giorni prima.": "P60D termine",
    "scadenze della tassa: I rata 31 maggio 2025": "2025-05-31 termine",
    "prima rata: scadenza 16 giugno 2025": "2025-06-16 termine",
    "nuovo termine contrattuale 14/06/2025": "2025-06-14 termine",
    "Data inizio pubblicazione: 12/03/2025 Data fine pubblicazione: 27/03/2025": (
        "2025-03-27 fine_validita"
    ),
    "i termini sono riaperti fino al 30 settembre 2025": "2025-09-30 termine",
    "non può chiedere il trasferimento prima di cinque anni dall'assunzione": "P5Y durata",
    "ricorso straordinario entro 120 gg. al Presidente della Repubblica": "P120D ricorso",
    "opposizione al Giudice di Pace entro 30 giorni": "P30D ricorso",
    "almeno 400 euro mensili per 12 mensilità": "P12M durata",
    "mutuo ventennale": "P20Y durata",
    "opere da completarsi nel 2026": "2026-12-31 termine",
    "servizio dal mese di luglio 2025 al mese di giugno 2026": (
        "2025-07-01/2026-06-30 fine_validita"
    ),
    "Data consegna prevista: 15/05/2025": "2025-05-15 termine",
    # tables
    "Data inizio presentazione domande\t15 aprile 2025\t10 marzo 2026\n"
    "Data fine presentazione domande\t9 settembre 2025\t8 settembre 2026": (
        "2025-04-15/2025-09-09 finestra | 2026-03-10/2026-09-08 finestra"
    ),
    "RIEPILOGO DELLA TEMPISTICA\nChiusura dell'istruttoria\t14 luglio 2025": "2025-07-14 termine",
    "FASE\tI° PERIODO\tII° PERIODO\nApertura\t15 aprile 2025\t10 marzo 2026\n"
    "Elenco delle domande ammesse\t21 agosto 2025\t20 agosto 2026": (
        "2025-08-21 termine | 2026-08-20 termine"
    ),
}
"""Sentences and what is found in them: ``dal/date`` or duration, and kind."""

NONE = (
    "la rata versata per almeno trenta giorni di presenza",
    "pari a 120 al Presidente della Repubblica",
    "entro maggio-giugno si prevedono piogge",
    "dal CCNL degli incarichi della dirigenza sanitaria, CCNL triennio 2016-2018",
    "retribuzione lorda per 13 mensilità",
    "a partire dal 1° gennaio 2025 è in vigore il nuovo regolamento",
    "le prestazioni rese dal 1° gennaio 2025 e la data della relazione",
    "diploma conseguito al termine di un corso di studi di durata quinquennale",
    "la prima rata del contributo versata con mandato del 3 marzo 2024",
    "nel bilancio triennale 2025-2027 sono previste le somme",
    "il canone annuale del contratto è di € 100,00",
    "la convenzione con pagamento semestrale del corrispettivo",
    "il contratto collettivo integrativo triennale 2023-2025",
    "il programma triennale delle opere pubbliche",
    "la relazione annuale sulla performance",
    "nel periodo gennaio-marzo 2025 sono stati liquidati i compensi",
    "nel periodo gennaio-marzo 2024 le presenze sono aumentate",
    "la fattura relativa al periodo gennaio-marzo 2025",
    "consumi tra ottobre e dicembre 2025 dell'energia elettrica fatturati",
    "nella giornata del 5 marzo 2024 si è tenuta la riunione",
    "nei giorni 22 e 23 marzo 2026 si terranno le consultazioni",
    "a chiusura del procedimento avviato il giorno 5 maggio 2025",
    "la seduta del giorno 12 aprile 2025 è sospesa alle ore 12",
    "punito con la reclusione da sei mesi a tre anni",
    "di età compresa tra 18 e 35 anni",
    "minori da 3 a 6 anni",
    "con esperienza da 3 a 5 anni",
    "corso della durata media tra i bambini da 0 a 3 anni",
    "da oltre tre anni residente nel Comune",
    "prima del 31 dicembre 2020 era vigente altra norma",
    "l'edificio costruito prima del 1° settembre 1967",
    "costituite da non meno di due anni",
    "persone con più di 65 anni",
    "nel 2025 la spesa è aumentata",
    "nel 2024 sono stati erogati contributi",
    "Q1 2024 ricavi pari a 100",
    "il modello T4 2000 della stampante",
    "il terzo giorno della manifestazione",
    "entro il primo piano dell'edificio",
    "in occasione del decimo anno dalla fondazione",
    "al quinto anno di corso",
    "la sesta settimana di gravidanza",
    "dal primo giorno del mese",
    "oltre i 90 giorni di ritardo",
    "rate scadute e non pagate oltre i 90 giorni nei pagamenti",
    "il mese di maggio 2024 ha visto",
    "nel mese di maggio sono pervenute",
    "la riduzione del 10% per un massimo di 5.000 euro",
    "per un massimo di 40 ore settimanali",
    "un'ora di lezione",
    "per non più di 10 partecipanti",
    "vita utile di almeno 5 anni",
    "tempo medio di pagamento 25 giorni",
    "tempo di percorrenza 30 minuti",
    "la garanzia fideiussoria pari al 10%",
    "la garanzia per anni sociali precedenti",
    "il periodo di riferimento: anno 2023",
    "iscritti alla data del 31/12/2023 risultavano 120 alunni",
    "residenti alla data del 31 dicembre 2024 pari a 5.000",
    "dal 1° gennaio al 31 dicembre si sono svolte attività",
    "la pagina 30 giorni",
    "la Giunta nominata dal Sindaco è annuale",
    "sospensione di 3 alunni",
    "ovvero il 15 aprile 2025",
    "la delibera del 15 aprile 2025, ovvero il 20 aprile 2025",
    "fino alla fine del corrente mandato",
    "entro la fine dei lavori",
    "nella stessa data del 12 aprile 2025 veniva approvato",
    "il giorno 12 aprile 2025 alle ore 10 è convocata la Commissione",
    "interruzione del rapporto comunicata il giorno 2 maggio 2025",
    "fase data e luogo",
    "divieto di cui all'ordinanza del giorno 12 maggio 2025",
    "prima del termine dei lavori",
    "il contratto sottoscritto con la ditta annualmente",
    "la rinnovata convenzione di cui alla relazione semestrale",
    "incarico di posizione organizzativa con indennità annuale",
    "Presentazione della domanda\t12/03/2025",
    "nomina del revisore per il piano triennale",
)
"""Sentences in which nothing is due."""


def told(text: str, context: Context = ACT) -> str:
    """What is found in a text, in one line."""
    facts = deadlines.complete(deadlines.find(text, context), context)
    assert all(text[fact.inizio : fact.fine] == fact.testo for fact in facts)
    return " | ".join(map(_told, facts))


def _told(fact: Scadenza) -> str:
    since = f"{fact.dal}/" if fact.dal else ""
    return f"{since}{fact.data or fact.durata} {fact.tipo}"


@pytest.mark.parametrize("text", FOUND)
def test_found(text: str) -> None:
    assert told(text) == FOUND[text]


@pytest.mark.parametrize("context", [ACT, Context()], ids=["dated", "undated"])
@pytest.mark.parametrize("text", NONE)
def test_look_alikes(text: str, context: Context) -> None:
    assert told(text, context) == ""


def test_the_year_after_is_counted_from_the_acts_cited() -> None:
    text = (
        "la relazione annuale, da trasmettere entro il 30 aprile dell’anno successivo a quello di"
        " riferimento. Vista la nota prot. n. 120 del 25 marzo 2024 sulle attività dell’anno 2023"
    )
    [fact] = deadlines.find(text, Context())
    assert (fact.data, fact.ricorrenza) == ("2024-04-30", "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=30")


def test_a_season_comes_back() -> None:
    [fact] = deadlines.find("è vietato dal 15 giugno al 30 settembre di ogni anno", ACT)
    assert fact.ricorrenza == "FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=30"


def test_an_ordinal_says_how_its_days_count() -> None:
    [fact] = deadlines.find("entro il quinto giorno lavorativo successivo alla richiesta", ACT)
    assert (fact.giorni, fact.decorrenza) == ("lavorativi", "richiesta")
