"""Capitalised words of the acts that are no part of a person's name.

They end a name that is being read: ``Paola Palmieri Referente Responsabile`` is a name of two
words. A word that is also a frequent surname (``Corte``, ``Conti``, ``Costa``) is not listed.
"""

_ROLES = """
    responsabile responsabili dirigente dirigenti direttore direttori direttrice segretario
    segretaria segretari presidente presidenti presidentessa vicepresidente sindaco sindaca
    sindaci vicesindaco vicesindaca vicesegretario assessore assessora assessori consigliere
    consigliera consiglieri amministratore amministratori rappresentante rappresentanti legale
    referente referenti istruttore funzionario funzionaria comandante commissario commissaria
    commissari relatore relatrice relatori proponente messo prefetto rettore rettrice prorettore
    ministro ministra ministri coordinatore coordinatrice collaudatore progettista progettisti
    componente componenti membro membri revisore revisori ragioniere titolare procuratore notaio
    capo estensore verbalizzante delegato delegata delegati garante economo autore incaricato
    incaricata addetto supplente effettivo vicario capogruppo scrutatore scrutatori mandatario
    mandante mandataria operatore operativo operativa creditore debitore beneficiario richiedente
    dipendente sottoscritto sottoscritta nominativo nominativi cognome nome ruolo qualifica vice
    facente funzioni reggente interim tempore pro referendario referendaria magistrato magistrati
    conservatore rogante decano tesoriere consulente consulenti esperto esperta prorettrice
    omissis vacante emerito emerita amministrazione amministrazioni
    collaboratore collaboratrice collaboratori sostituto sostituta
    """

_BODIES = """
    regione regionale regionali comune comunale comunali provincia provinciale provinciali città
    metropolitana stato repubblica italia italiana italiano europa europea europeo commissione
    parlamento governo ministero ministeri presidenza giunta consiglio senato camera azienda
    agenzia ente enti ufficio uffici settore settori servizio servizi area aree direzione
    direzioni struttura strutture dipartimento unità organizzativa organizzativo divisione sezione
    ripartizione università ateneo istituto istituti scuola scuole liceo ospedale ospedaliera
    fondazione associazione cooperativa consorzio società impresa imprese ditta studio camera
    unione comunità autorità tribunale corte_dei_conti tar prefettura questura asl ats asst spa
    srl snc sas onlus asd aria acss arpa aler agid anac cipe inps inail anas consip lombardia
    lombardo lombarda
    """

_STRUCTURES = """
    generale generali centrale centrali affari amministrativo amministrativa amministrativi
    finanziario finanziaria finanziari finanze contabile contabilità ragioneria bilancio tributi
    tecnico tecnica tecnici lavori pubblici pubblico pubblica pubblicazione pubblicazioni
    urbanistica edilizia privata territorio ambiente ambientale personale risorse umane umano
    sociale sociali sociosanitario sanitario sanitaria sanità salute welfare cultura sport turismo
    istruzione formazione lavoro commercio attività produttive sviluppo economico economica
    agricoltura foreste protezione civile polizia locale municipale demografici anagrafe
    elettorale segreteria protocollo archivio gare contratti appalti acquisti patrimonio
    manutenzione manutenzioni viabilità trasporti mobilità infrastrutture opere innovazione
    digitale sistemi informativi informatica programmazione controllo controlli gestione
    pianificazione qualità valutazione coordinamento ricerca terza missione politiche casa energia
    clima rapporti istituzionali esterni legale legali avvocatura statistica statistici
    assistenziali scolastici scolastico scolastica procedimento procedimenti progetto progetti
    programma piano intervento interventi misura unico unica responsabilità trasparenza
    anticorruzione albo pretorio informatico line online esecuzione sicurezza organismo pagatore
    staff competente delegata delegante nucleo gruppo tavolo comitato collegio organo conferenza
    seduta centro fondo fondi
    """

_ACTS = """
    visto vista visti viste richiamato richiamata richiamati richiamate premesso premessa premessi
    considerato considerata ritenuto ritenuta dato preso atto atti accertato accertata acquisito
    acquisita attesa atteso verificato constatato rilevato rilevata sentito sentita tenuto
    valutato propone proposta delibera deliberazione delibere determina determinazione
    determinazioni decreta decreto decreti ordina ordinanza dispone adotta autorizza approva
    approvazione approvato oggetto esito note nota parere pareri favorevole contrario regolarità
    attestazione attestato certificato certifica certificazione copia conforme originale firma
    firmato firmatario firme digitale digitalmente sottoscritto timbro documento documenti
    informatico allegato allegati pagina pag data luogo ora letto confermato verbale articolo art
    comma legge regolamento codice bando avviso accordo convenzione contratto incarico capitolo
    importo euro totale nomina elenco tabella presente presenti assente assenti assenza
    giustificato votanti voti favorevoli contrari astenuti astenuto remoto tot si no sì eventuali
    immediatamente eseguibile esecutiva esecutività pubblicato prot protocollo numero num anno
    mese giorno bollettino ufficiale gazzetta serie ordinaria ordinario sede telefono tel fax mail
    email pec indirizzo cod fiscale iva partita cap sito web denominazione descrizione oggetti
    informazioni contatti riferimento riferimenti via viale piazza piazzale largo corso vicolo
    strada palazzo parti parte stazione appaltante denominata premesse costituzione scopo interno
    interni difesa giustizia esteri impresa beneficiaria soggetto soggetti parte terzo
    infocert arubapec aruba namirial actalis intesi uanataca poste postecert lextel trust authority
    qualified certificate certificates certificato electronic signature
    mandato pubblica libero professione ordine collegio registro lgs iva leg reg dgr cfr
    """

_GRAMMAR = """
    il lo la i gli le l un uno una del dello della dei degli delle al allo alla ai agli alle dal
    dallo dalla dai dagli dalle nel nella nei nelle sul sulla con per tra fra e ed o che in su a
    ad ai non come quale quali cui se ma sono è ha questo questa tale ogni altro altra altri dott
    dottssa dottor dottoressa dr ing ingegner ingegnere arch architetto avv avvocato geom geometra
    rag prof professor professore professoressa sig sigra signor signora signori on sen cav comm
    rev don mons
    """

NOT_NAMES = frozenset(f"{_ROLES}{_BODIES}{_STRUCTURES}{_ACTS}{_GRAMMAR}".split()) - frozenset(
    ("la", "lo", "del", "della", "dello", "dei", "degli", "delle", "dal", "dalla", "dello", "le")
)
"""Words, lower case, at which a name ends; the particles of surnames are not among them."""

_PLACES = """
    piemonte veneto toscana campania lazio liguria emilia romagna puglia sicilia sardegna calabria
    abruzzo umbria marche molise basilicata friuli trentino milano roma torino napoli bergamo
    brescia varese como lecco sondrio lodi cremona mantova pavia monza brianza bologna firenze
    genova venezia palermo bari cagliari catania verona padova trieste perugia
    """

_CALENDAR = """
    gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
    lunedì martedì mercoledì giovedì venerdì sabato
    """

NO_PEOPLE = frozenset(
    ("emilia romagna", "reggio emilia", "reggio nell'emilia", "villa maria", "ave maria")
)
"""Names of places and houses, lower case, that have the shape of a person's."""

ENDING = frozenset(f"{_PLACES}{_CALENDAR} terzi".split())
"""Words that are surnames too: a name ends at them only when it is whole without them."""
