"""Abbreviations by how they are joined to their words, and by the letters that words give them."""

import pytest

from extractor.facts import acronyms
from models import Context

JOINED = [
    # Brackets with a few words of their own
    "il Centro Studi Fluviali [CSF] cura",
    "il Centro Studi Fluviali (il “CSF”) cura",
    "il Centro Studi Fluviali (il/la “CSF”) cura",
    "il Centro Studi Fluviali (o CSF) cura",
    "il Centro Studi Fluviali (CSF nel seguito) cura",
    "il Centro Studi Fluviali (CSF di seguito) cura",
    "il Centro Studi Fluviali (CSF in breve) cura",
    "il Centro Studi Fluviali (CSF per brevità) cura",
    "il Centro Studi Fluviali (di seguito - CSF -) cura",
    "il Centro Studi Fluviali (di seguito identificato con la sigla “CSF”) cura",
    "il Centro Studi Fluviali (d’ora innanzi, per comodità espositiva, “CSF”) cura",
    "il Centro Studi Fluviali (nel prosieguo anche solamente “CSF”) cura",
    "il Centro Studi Fluviali (di seguito “Centro” o, in breve, “CSF”) cura",
    "il Centro Studi Fluviali (noto anche come “CSF”) cura",
    # Announced without brackets
    "il Centro Studi Fluviali o CSF cura",
    "il “Centro Studi Fluviali” o “CSF” cura",
    "il Centro Studi Fluviali /CSF cura",
    "il Centro Studi Fluviali, siglabile CSF, cura",
    "il Centro Studi Fluviali, detto anche CSF, cura",
    "il Centro Studi Fluviali, noto come CSF, cura",
    "il Centro Studi Fluviali, meglio conosciuto come “CSF”, cura",
    "il Centro Studi Fluviali, o più semplicemente CSF, cura",
    "il Centro Studi Fluviali, altrimenti CSF, cura",
    "il Centro Studi Fluviali, con acronimo CSF, cura",
    "il Centro Studi Fluviali, il cui acronimo è CSF, cura",
    "il Centro Studi Fluviali, abbreviato in CSF, cura",
    "Centro Studi Fluviali: CSF",
    # Before their words
    "CSF, Centro Studi Fluviali, cura",
    "CSF, vale a dire il Centro Studi Fluviali",
    "per “CSF” s’intende il Centro Studi Fluviali",
    "con l’acronimo CSF si indica il Centro Studi Fluviali",
    "la sigla “CSF” identifica il Centro Studi Fluviali",
    "[CSF]\tCentro Studi Fluviali, con sede",
    "la relazione CSF di cui al punto 3 del d.m. 4 maggio 2020 (Centro Studi Fluviali), in",
]

OTHER_LETTERS = [
    # Short names with words of the long one
    ("la Direzione Generale Bilancio (di seguito DG Bilancio) cura", ["DG Bilancio"]),
    ("l’Azienda Sanitaria Zonale di Valfiorita (ASZ Valfiorita) ha", ["ASZ Valfiorita"]),
    ("la Camera di Commercio di Valfiorita (CCIAA di Valfiorita) ha", ["CCIAA di Valfiorita"]),
    ("la Regione Terre Alte Orientali, di seguito denominata Regione TAO, concede",
     ["Regione TAO"]),
    ("il Consorzio per il Sistema Irriguo valligiano (di seguito CSI Valligiano)",
     ["CSI Valligiano"]),
    ("gli Istituti Agrari Montani (IAM Academy).", ["IAM Academy"]),
    ("il Registro Digitale delle Cave (RDC 2.0) alimenta", ["RDC"]),
    # Words that give no letter
    ("la proposta di atto di indirizzo della Giunta Comunale (PDAC), avente", ["PDAC"]),
    ("Dipartimento per la vigilanza e il coordinamento della tutela ambientale (DITA), per",
     ["DITA"]),
    ("l’Ente Parco provinciale della Brughiera di Altino (EPBA) ha", ["EPBA"]),
    ("il Piano stralcio per l’Assetto Fluviale del bacino del Rio Secco (PAF)", ["PAF"]),
    ("il Consorzio Interuniversitario per il Calcolo (CINECO) gestisce", ["CINECO"]),
    ("il polipropilene ad alta resistenza (PPAR)", ["PPAR"]),
    # Foreign letters beside an Italian name
    ("l’Alto Segretario delle Nazioni Alleate per i Reduci (UNSRA)", ["UNSRA"]),
    ("il costo totale di gestione (TCG) del", ["TCG"]),
    ("le organizzazioni non governative (NGO)", ["NGO"]),
    ("le migliori tecniche disponibili (BAT)", ["BAT"]),
    ("la Direttiva SAW (Directive on Safety of Alpine Waters)", ["SAW"]),
    # What a system of that name is
    ("il protocollo, generato da FLORA (Piattaforma documentale di Valfiorita), entro", ["FLORA"]),
    # Dots apart, small words between
    ("il Permesso di Costruire (P. di C.) è", ["P. di C."]),
    ("il Responsabile Unico del Progetto (R. U. P.) ha", ["R. U. P."]),
    # Small letters without a sign between
    ("il piano triennale dell'offerta didattica PTOD;", ["PTOD"]),
    # Legends
    ("Kt = Ku x Nq\ndove:\nKt = costo di tutti gli addetti;\nNq = quante ore si lavora",
     ["Kt", "Nq"]),
    ("R= Responsabile: è chi esegue\nV= Valutatore: è chi approva I= Informato: chi è informato",
     ["R", "V", "I"]),
    ("TD: tempo determinato; TI: tempo indeterminato", ["TD", "TI"]),
    ("ND = non disponibile; NA = non applicabile", ["ND", "NA"]),
    ("n.d.: non disponibile; n.a.: non applicabile", ["n.d.", "n.a."]),
    ("SP: Scuola Primaria, SI: Scuola dell’Infanzia", ["SP", "SI"]),
    ("P = presente; A = assente; G = giustificato", ["P", "A", "G"]),
    # Columns the other way round
    ("Significato\tAcronimo\nAutorità di Valle\tAdV\nRichiesta di Guado\tRdG\n", ["AdV", "RdG"]),
    # One word inside gives no letter, where a dash, quotes or a list join the two
    ("il Centro Studi Provinciale sulle Acque Interne – CSAI, con sede", ["CSAI"]),
    ("il Centro Studi Provinciale sulle Acque Interne “CSAI” cura", ["CSAI"]),
    ("• CSAI\tCentro Studi Provinciale sulle Acque Interne", ["CSAI"]),
    ("il centro studi provinciale (qui di seguito, “il CSP”) cura", ["CSP"]),
    ("il Centro Studi Idrici Provinciale (CSP, istituito con l.r. 3/2010) cura", ["CSP"]),
    ("il Centro Studi Idrici Provinciale (CSP nel seguito) cura", ["CSP"]),
    ("il Fondo per gli studi del territorio (TSF per brevità) cura", ["TSF"]),
    ("il Centro Studi Idrici Provinciale (chiamato CSP) cura", ["CSP"]),
    ("CSP significa Centro Studi Idrici Provinciale", ["CSP"]),
    ("UT è l’acronimo di Ufficio Territoriale", ["UT"]),
    ("il termine CSP (acronimo di Centro Studi Provinciale)", ["CSP"]),
    ("il termine CSP (dall’inglese Central Study Place)", ["CSP"]),
    # Long words that hold more letters than one
    ("l’elettromiografia (EMG) è", ["EMG"]),
    # Other names than one's own
    ("gli Uffici Unici per le Imprese Agricole (UUIA) e per le Miniere (UUM) hanno",
     ["UUIA", "UUM"]),
    ("il Documento di Piano Annuale (DPA) e la Nota di Revisione (NRDPA)", ["DPA", "NRDPA"]),
    ("la Rete dei Servizi Nautici (RSN) e il Comune di Borgo (CB)", ["RSN", "CB"]),
    ("le regole di OpenSign Transfer (OST) e di eXtensible Report Format (XRF)", ["OST", "XRF"]),
    ("l’Elenco nazionale dei luoghi digitali delle persone fisiche (ENLD)", ["ENLD"]),
    ("la Società Regionale Idrica S.p.A. (di seguito SRI S.p.A.)", ["SRI S.p.A."]),
    ("So.Re.Id. S.p.A. (Società Regionale Idrica)", ["So.Re.Id. S.p.A."]),
    ("l’Università degli Studi di Ferrania (di seguito “UniFe”)", ["UniFe"]),
    ("l’Autorità nazionale aeroportuale, di seguito «Ana», ha", ["Ana"]),
    ("il Piano di Valle Alpina (P.V.A.), il Piano di Valle Alpina, di seguito PVA",
     ["P.V.A.", "PVA"]),
    # Names of calls made of their titles' letters
    ("il bando “BRINA VA – AVVISO PER BORGHI RINNOVATI IN AREE VALLIVE ALPINE” è", ["BRINA VA"]),
    ("CORSA\nComuni Orientati a Ridurre gli Sprechi Alimentari\nAVVISO", ["CORSA"]),
    ("il progetto PASSI – Percorsi Attivi per Scuole e Spazi Inclusivi è", ["PASSI"]),
    # Two letters, which the act uses as a word, around an inner word
    ("3 - Indice di copertura erbosa (IE)\nRapporto; l’IE è", ["IE"]),
    ("il Metodo Idrico Zonale (MIZ-2)", ["MIZ-2"]),
    ("la R.S.A. “Villa Chiara” (Residenza Sanitaria Assistenziale)", ["R.S.A."]),
    ("U.O.N.P.I. (Unità Operativa di Neuropsichiatria Infantile)", ["U.O.N.P.I."]),
    ("il D.Lgs. 3 marzo 2001, n. 99 (di seguito anche “Codice” o “CDP”)", ["CDP"]),
    # What the rows of a glossary explain besides
    ("ACRONIMI\nCapinv\tCapitale investito\nB2B\tBusiness to Business - Commercio\n",
     ["B2B", "Capinv"]),
    ("GLOSSARIO\nDTS\tDati tecnici scritti in un Interface Text Language (ITL)\nPA\tPubblica"
     " Amministrazione\n", ["DTS", "ITL", "PA"]),
]  # fmt: skip

LOOK_ALIKES = [
    "nell’ambito della Politica Lattiera Comune (piani strategici della PLC) e",
    "il Direttore dei Lavori (DL Rossi) ha",
    "il Responsabile Unico del Progetto (RUP Mario Rossi) ha",
    "la Regione Terre Alte (Regione TARI) ha",
    "ARIA (Piattaforma Sintel) e",
    "l’INPS (Direzione provinciale di Valfiorita)",
    "l’avv. Mario Conti (M. C.) ha",
    "nato a Roma (R. M.)",
    "la Giunta del Comune di Avezzo (GCAX) in via",
    "i criteri ambientali minimi (DNSH) richiesti",
    "Mario Rossi, detto anche TITTI, ha",
    "la ditta Alfa, con sede in Borgo, altrimenti ROSSI, ha",
    "un contributo o IVA esclusa",
    "lo stato di necessità /ALLEGATO",
    "il processo nel loro ruolo in termini di responsabilità (RACI). Negli",
    "a valere su un fondo dedicato (FNA), l’Ambito",
    "P = 3; Q = 4; dove: la Potenza = 5",
    "A = 1, B = Base",
    "GLOSSARIO\nAPI-First\tApproccio con cui si progetta\n",
    "il bando (scade il 3 maggio, v. BURL) e",
    "Definizioni e glossario\n- ID anagrafe impianti: numero identificativo attribuito\n",
    "P: Presente (22) A: Assente (0)",
    "Tel.: 035 12345; Fax: 035 12346",
    "il comunicato del settore (DET) e la determinazione (DET)",
    "di seguito XXXXX.xx",
    "il prezzo a corpo: SI; a misura: NO",
    "l’importo della fornitura (IVA) e",
    "ore: 9,00 – fine: 12,00",
    "COMUNE DI ALBA – SETTORE TECNICO",
    "ALLEGATO – Relazione tecnica illustrativa",
    "DETERMINA\nIl responsabile del servizio economico",
    "OGGETTO – Opere generali della gestione",
    "una Società Consortile a responsabilità limitata (S.c.a.r.l.)",
    "l’Indice di copertura erbosa (IE)",
]  # fmt: skip


@pytest.mark.parametrize("text", JOINED)
def test_words_that_spell_it_are_joined_in_any_way(text: str) -> None:
    found = {(record.sigla, record.definizione) for record in acronyms.find(text, Context())}
    assert found == {("CSF", "Centro Studi Fluviali")}


@pytest.mark.parametrize(("text", "siglas"), OTHER_LETTERS)
def test_letters_are_given_otherwise(text: str, siglas: list[str]) -> None:
    found = acronyms.find(text, Context())
    assert sorted(record.sigla for record in found) == sorted(siglas)
    assert all(record.testo == text[record.inizio : record.fine] for record in found)


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_look_alike_is_left(text: str) -> None:
    assert acronyms.find(text, Context()) == []
