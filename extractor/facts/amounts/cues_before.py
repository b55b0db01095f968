"""The words that stand before an amount and tell what it is; see ``cues``."""

from extractor.facts.amounts.cues import IVA, TO_TREASURY, Row

_GRANTED = r"(?:risorse|fondi|finanziament[oi])"
_WORK = r"(?:progett[oi]|intervent[oi]|oper[ae]|lavori|iniziativa)"
# The levels of design of a public work (d.lgs. 36/2023, art. 41, and the code before it).
_DESIGN = r"(?:esecutiv[oi]|definitiv[oi]|preliminar[ei]|di\s+fattibilità)\s+"
# ``redatto dall’Ing. Rossi``
_TITLE_OF = r"(?:dall[’'])?(?:ing|arch|geom|dott|prof)\."
_NO_PROJECT = (
    r"(?:preventiv|offert|verbal|certificat|fattur|stato\s+d|s\.?a\.?l\.?\b|parcell|notul|contratt"
    r"|polizz)"
)
_OF = r"(?:del(?:la|le|l[’'])?\s*|dei\s+|per\s+(?:il\s+|l[’']\s?|la\s+|i\s+|gli\s+))"
# What is paid for the copies of a document is a refund of their cost (l. 241/1990, art. 25).
_COPIES = r"(?:riproduzion[ei]|copi[ae]\b|fotocopi[ae]|duplicazion[ei]|ricerca\s+d[’']archivio)"
_TO_MEASURE = (
    r"(?:alla|al|all[’']|per\s+(?:la|il))\s?(?:presente\s+)?"
    r"(?:misur|band|avvis|iniziativ|linea|azion|intervent|programm)"
)
# Up to six words between a word and what it governs.
_FEW = r"(?:[\w’'-]{1,20}\s+){0,6}?"
_AT_MOST = r"(?:[fs]ino\s+ad?|massim[oaie]|limite)(?:\s+(?:un\s+)?massimo)?(?:\s+di)?(?=\s*\Z)"

_OWED: Row = (
    "altro",
    4.8,
    (
        r"bollo\b",
        r"sanzion",
        r"cauzion",
        r"garanzi[ae]",
        r"polizz",
        r"penal[ei]\b",
        r"gettone?[ei]?\b",
        r"indennità\b(?!\s+di\s+(?:partecipazione|tirocinio|frequenza))",
        r"stipend[io]",
        r"retribuzion[ei]\b",
        r"trattamento\s+(?:economico|tabellare|di\s+fine)",
        r"t\.?f\.?[rs]\b",
    ),
)
_CHARGED: Row = (
    "altro",
    3.1,
    (
        r"prezz[oi]\s+(?:unitari|del\s+biglietto|del\s+pasto)",
        r"canon[ei]\b",
        r"tariff[ae]\b",
        r"diritti\b",
        r"tass[ae]\b",
        r"rett[ae]\b",
        r"premi[oi]?\s+(?:assicurativ|annu|lord|polizz|di\s+(?:polizz|assicuraz)|R\.?C)",
        r"cost[oi]\s+(?:una[\s-]tantum|del\s+(?:pasto|biglietto|personale)|dell[’']\s?abbonament|orari)",
        r"quot[ae]\s+(?:di\s+)?(?:iscrizion|associativ|adesion|partecipazion)",
    ),
)
DUE_ROWS = (_OWED, _CHARGED)
"""What is owed, earned or pledged has no role itself; a verb that disposes of it says more."""

BEFORE_ROWS: tuple[Row, ...] = (
    (
        "rimborso",
        5.2,
        (
            rf"cost[oi]\s+(?:di\s+|del(?:la|le)\s+|per\s+(?:la\s+)?)?{_COPIES}",
            r"(?:cost[oi]|spes[ae])\s+(?:[a-zà]+\s+){0,2}a\s+carico\s+del\s+richiedente",
        ),
    ),
    (
        "altro",
        5.2,
        (
            # Dues that are called contributions, and are none of the act's grants.
            r"contribut[oi]\s+(?:[a-zà]+\s+|dell[’']\s?){0,4}(?:a\.?n\.?a\.?c|autorità|integrativ|unificat"
            r"|previdenzial|d(?:i\s+|[’']\s?)iscrizion|di\s+(?:segreteria|istruttoria)|di\s+costruzione|di\s+gara|di\s+bonifica|c\.?n\.?p)",
        ),
    ),
    (
        "base_asta",
        5.0,
        (
            r"base\s+(?:d[’']\s?asta|d[’']\s?appalto|del\s+contratto|del(?:la|l[’'])\s?(?:procedura|affidamento)"
            r"|di\s+(?:gara|negoziazione|trattativa|affidamento))",
            r"prezzo\s+base\b|base\s+(?:di\s+vendita|d[’']\s?incanto)",
            r"(?<!non\s+)soggett[oaie]\s+a\s+ribasso",
            r"valore\s+(?:[a-zà]+\s+)?stimato\s+(?:dell[’']\s?(?:appalto|affidamento)|della\s+(?:concessione|gara))",
        ),
    ),
    (
        "ritenuta",
        5.0,
        (
            r"ritenut[ae]\s+(?:[a-z]+\s+){0,2}[\d.,% ]{0,9}a\s+garanzia",
            r"ritenut[ae]\s+(?:d[’']\s?acconto|del|dell|dello|di|fiscal|previdenzial|a\s+garanzia|irpef)",
            r"irpef\b",
            r"versare\s+all[’']\s?erario",
            rf"{IVA}{TO_TREASURY}",
            r"ritenut[ae](?=\s*:?\s*\Z)",
        ),
    ),
    (
        "residuo",
        5.0,
        (
            r"residu[oaie]",
            r"risorse\s+(?:residu|ancora)",
            r"ancora\s+disponibil",
            r"economi[ae]\s+(?:di|da|d[’']\s?asta|per|pari|accertat|derivant|realizzat|conseguit)",
            r"rimanent",
            r"disimpegn\w+",
            # A bail that is given back was owed, and frees no money of the budget.
            r"svincol(?:are|o)\b(?!\s+(?:[a-z]+\s+)?(?:cauzion|garanzi|polizz|deposit|fideius|fidejus))",
            r"avanz[oi]\s+(?:di|vincolat|liber)",
            r"(?:ridu(?:rre|zione)|svincol\w+)\s+(?:del)?l[’']\s?(?:impegn|accertament)[oi]\b",
            r"minor[ei]\s+spes[ae]\b",
            r"risparmi[oi]\s+(?:di|pari)",
            r"rest(?:a|ano)\s+(?:ancora\s+)?da\s+[a-z]{4,14}re\b",
        ),
    ),
    (
        "altro",
        4.8,
        (
            # ``importo di aggiudicazione comprensivo degli oneri: € 100,00`` is not theirs.
            r"oneri\b(?!\s+(?:[a-z]+\s+)?a\s+carico|(?<=\b(?:comprensiv[oaei]|compres[oaei]|inclus[oaei]|lordo)\s{1,2}"
            r"(?:di\s{1,2}|degli\s{1,2}|gli\s{1,2})?oneri)[\s:)]*(?:€|euro)?\s*\Z)",
            r"i\.?v\.?a\.?\s+(?:(?:al\s+)?\d{1,2}\s?%,?\s+)?(?:pari|di)\b",
            r"manodopera",
            r"capitale\s+sociale(?!\s+minim)",
            r"imprevisti",
            r"spese\s+(?:tecniche|generali)(?!\s*[(,]?\s*(?:nel|entro|fino|forfet|per\s+un\s+massim))",
            r"incassat[oaie]\b",
            r"incentiv[oi]\s+(?:per\s+(?:le\s+)?)?funzioni\s+tecniche",
            r"irap\b",
            # What a closed budget shows (d.lgs. 267/2000, artt. 186 and 187) funds nothing.
            r"fondo\s+(?:iniziale\s+|finale\s+)?(?:di\s+)?cassa\b",
            r"risultato\s+di\s+(?:amministrazione|esercizio)",
            r"parte\s+(?:accantonat|vincolat|liber|disponibil|destinat)[ao]\b",
            r"misura\s+ridotta",
            # One part of a project's cost: ``quadro economico, con un importo per le forniture``.
            r"import(?<=quadro\s+economico\b[^;€]{0,90}import)[oi]\s+(?:per|de(?:i|gli|lle))\s+"
            r"(?:(?:le|i|gli)\s+)?(?:forniture|servizi)\b",
        ),
    ),
    _OWED,
    (
        "totale",
        4.7,
        (
            r"importo\s+(?:di\s+|del\s+)?(?:aggiudicazione|affidamento|contrattuale|contratto)\b",
            r"valore\s+(?:complessivo\s+)?(?:del\s+contratto|contrattuale|del\s+servizio|della\s+fornitura)",
            r"importo\s+(?:massimo\s+|complessivo\s+|stimato\s+){0,3}dell[’']\s?accordo\s+quadro",
            # ``ribasso del 5% sulla base d’asta di € 10.000,00, per un importo di € 9.500,00``
            r"(?:per|determinando|e\s+quindi|ottenendo)\s"
            r"(?<=\bribass\w{1,3}\b[^;]{0,160}(?:per|determinando|e\s+quindi|ottenendo)\s)\s*(?:un|l[’'])\s?importo\s+"
            r"(?:(?:netto|complessivo|finale|contrattuale)\s+){0,2}(?:di|pari)\b",
        ),
    ),
    (
        "assegnazione",
        4.7,
        (
            rf"(?:è|sono)\s+(?:stat[oaie]\s+)?assegnat[oaie]\b(?!\s+(?:[\w’']{{1,20}}\s+){{0,6}}{_GRANTED})",
            rf"assegn(?:a|are|at[oaie]|ando)\s+(?:[\w’']{{1,20}}\s+){{0,6}}{_GRANTED}",
            r"quota\s+(?:parte\s+)?(?:spettante|assegnata|attribuita|di\s+riparto)",
        ),
    ),
    (
        "dotazione",
        4.6,
        (
            r"dotazion[ei]",
            r"stanziament",
            r"stanziat[oaie]",
            r"stanziare\b",
            r"plafond",
            r"allocazione",
            r"risorse\s+(?:[a-zà]+\s+){0,3}(?:pari|ammont|per|disponibil)",
            rf"(?:risorse|fondi|budget)\s+{_FEW}(?:a\s+disposizione|destinat[aei]|disponibil[ei]"
            rf"|(?:assegnat|attribuit)[oaei]\s+{_TO_MEASURE})",
            # What can be assigned on a line of the call is its share of the fund.
            rf"(?:risorse|fondi|somme)\s+{_FEW}assegnabil[ei]\b(?:[^;€]{{0,80}}?{_AT_MOST})?",
            rf"budget\s+{_FEW}(?:di|pari|è|ammont)",
            r"(?:mett\w{1,6}|mess[aeio])\s+a\s+disposizione(?!\s+(?:del|della|dei)\b)",
            rf"(?:ha|hanno)\s+destinat[oaie]\s+{_FEW}(?=(?:€|euro)?\s*\Z)",
            r"(?:disponibil[ei]|stabilit[oa])\s+(?:l[’']\s?importo|la\s+somma|un\s+importo)",
            r"consistenza\s+(?:inizial|complessiv|finanziari)",
            r"riservat[aeio]\b",
            r"disponibilità\s+(?:finanziaria\s+|complessiva\s+)?(?:di|pari\s+ad?)(?=\s*(?:€|euro)?\s*\Z)",
            r"disponibil[ei](?=\s*(?:€|euro)?\s*\Z)",
            rf"destina(?:re|t[oaie]|ndo)\s+{_FEW}(?:somma|importo|risorse|quota)",
            rf"quota\s+{_FEW}dotazione",
            r"fondo\s+(?:di(?!\s+(?:cassa|riserva|solidarietà|svalutazione|crediti|garanzia))|pari)",
            r"ammontare\s+(?:complessivo\s+)?(?:del\s+fondo|delle\s+risorse)\b",
        ),
    ),
    (
        "rimborso",
        4.5,
        (r"rimbors[oi]\b", r"rimborsare", r"restituire\b", r"restituzion[ei]\s+(?!del\s+\d)"),
    ),
    (
        "soglia",
        4.4,
        (
            r"(?:inferior|superior|maggior|minor)[ei]\b(?!\s+(?:entrat|spes|oner|cost|introit|somm))",
            r"[fs]ino\s+(?:ad?\b|alla\s+concorrenza)",
            r"(?:comunque|sempre|complessivamente)\s+entro\b",
            # ``(massimo quindi 2.000 euro)`` works out what a grant is; it sets no limit.
            r"(?:massim|minim)[oaie]\b(?!\s+quindi\b)",
            r"(?:max|min)\b",
            r"sogli[ae]\b",
            r"limit[ei]\b",
            r"massimal[ei]",
            r"almeno\b",
            r"(?:al\s+di\s+)?sott?o\s+(?:i|gli)\b",
            r"sotto(?=\s*\Z)",
            r"super(?:a|i|are|ano|ino|asse)\b",
            r"ecced\w+",
            r"oltre\s+(?:i|gli)\b",
            r"non\s+oltre\b",
            r"raggiung\w+",
            r"(?:compres[oaie]\s+)?[tf]ra(?:\s+(?:i|gli))?(?=\s*\Z)",
        ),
    ),
    (
        "costo_progetto",
        4.2,
        (
            rf"cost[oi]\s+(?:(?!massim|minim)[a-zà]+\s+){{0,3}}{_OF}(?:[a-z]+\s+)?{_WORK}",
            r"quadro\s+economico",
            r"a\s+fronte\s+di\s+(?:[a-zà]+\s+){0,3}(?:cost[oi]|spes[ae]|investiment[oi])\b",
            r"spes[ae]\s+(?:total[ei]\s+|complessiv[ae]\s+)?(?:ammissibil[ei]|ammess[ae])\b",
            r"cost[oi]\s+(?:(?:total|complessiv)\w{1,3}\s+){1,2}ammissibil[ei]",
            r"(?:valore|ammontare)\s+(?:complessiv[oi]\s+|totale\s+)?del\s+progetto",
            r"investiment[oi]\s+(?:total|complessiv)\w{1,3}\b",
            r"(?:total[ei]|complessiv[oi])\s+(?:dell[’']\s?)?investiment[oi]\b",
            r"ammontare\s+complessivo\s+del\s+progetto",
            r"fabbisogno\b(?!\s+d(?:i|el)\s+personale)",
            r"C\.?U\.?P\.?[\s:]{1,3}[A-Z]\d{2}[A-Z]\d{11}\s*,?\s*(?:dell[’']\s?|per\s+un\s+)importo",
            rf"spes[ae]\s+(?:complessiv[ae]\s+|total[ei]\s+){_OF}(?:[a-z]+\s+)?{_WORK}",
            r"importo\s+(?:complessiv[oi]\s+)?(?:d(?:el|i)?\s+progetto|dell[’']\s?(?:intervento|opera)|dei\s+lavori)",
            rf"(?<!redazione\s+del\s+|redigere\s+il\s+|servizio\s+di\s+)progett[oi],?\s+"
            rf"(?:{_DESIGN}(?:(?:[^\s;.€]{{1,30}}|{_TITLE_OF})\s+){{0,24}}?|(?:[^\s,;.€]{{1,30}}\s+){{0,8}}?)"
            r"(?:dell[’']\s?importo|del\s+(?:valore|costo)"
            r"|per\s+un(?:a\s+spesa|\s+importo|\s+costo|\s+ammontare))",
            # ``l’intervento “…”, redatto dall’Ufficio tecnico per una spesa complessiva di``
            rf"redatt[oa](?<!{_NO_PROJECT}[^;€]{{0,60}}redatt[oa])\s+(?:da|a\s+cura)[^;€\t\n]{{2,80}}?"
            r"\s+per\s+un(?:a\s+spesa|\s+importo|\s+costo)\b",
            r"intervento\s+(?:di|per|denominato|“|«)\s?(?:[^\s;.€]{1,30}\s+){1,24}?"
            r"dell[’']\s?importo",
            r"(?:intervento|opera|progetto)\s+(?:denominat|intitolat)[oa]\s+[^;€\t\n]{3,180}?\s+per\s+un(?:a\s+spesa|\s+importo|\s+costo)\b",
            r"propost[ae]\s+progettual[ei]",
            r"total[ei]\s+(?:generale\s+)?(?:(?:del|dell[’'])\s?)?(?:progetto|quadro|intervento|opera)\b",
        ),
    ),
    (
        "accertamento",
        3.9,
        (
            r"accertament[oi]\s+(?:di\s+entrata|n\b|in\b)",
            r"acc(?:ert)?\.\s*(?:n\W{0,2}\s*)?\d",
            r"accert(?:are|ata|ato|ando)\b(?!\s+(?:che|se)\b)[^;:€]{0,90}?"
            r"(?:\bentrata|\bsomma|\bimporto|\bproventi)",
            r"(?:in\s+)?entrata\s+(?:di|pari)",
            r"reversal[ei]\b",
        ),
    ),
    (
        "liquidazione",
        3.8,
        (
            # What is paid out of a grant is a payment: ``liquidazione del saldo del contributo``.
            rf"liquida(?:re|zione|ta|to)?\s+{_FEW}(?:contribut[oi]|finanziament[oi]|sovvenzion[ei])",
            r"liquida(?:re|zione|ta|to|ti|te|ndo|rsi)?\b",
            r"mandat[oi]\s+(?:di\s+pagamento|n\b)",
            r"fattur[ae]\s+(?:elettronic[ae]\s+)?n\b",
            r"total[ei]\s+(?:della\s+)?fattur[ae]",
            r"rata\s+(?:di|a)\s+saldo",
            r"(?:prima|seconda|terza|quarta|ultima|intermedi[ae])\s+(?:rata|tranche)\b",
        ),
    ),
    (
        "impegno",
        3.6,
        (
            # ``si impegna a riconoscere``, of a party, is no commitment of a budget.
            r"(?:sub\s?-?\s?)?impegn(?:are|at[oaie]|o|i|ando|a|arsi)\b(?!\s+ad?\s)"
            # Who commits and pays at once has committed: ``di impegnare e liquidare``.
            r"(?:\s+e\s+(?:(?:contestualmente|contestuale|di|la)\s+){0,2}liquida(?:re|zione)\b)?",
            r"prenota(?:re|zione)\b",
            r"imputazione\s+della\s+(?:spesa|somma)\b",
            r"(?:sub\s?-?\s?)?imp\.\s*(?:n\W{0,2}\s*)?\d",
        ),
    ),
    (
        "contributo",
        3.6,
        (
            r"contribut[oi]\b",
            r"(?:co)?finanziament[oi]\b",
            r"sovvenzion",
            r"agevolazion[ei]",
            r"voucher",
            r"sostegno\b",
            r"bonus\b",
            r"premi(?:o|alità)?\b(?!\s+(?:assicurativ|annu|lord|polizz|di\s+(?:polizz|assicuraz)|R\.?C))",
            r"fondo\s+perduto\b",
            r"indennità\s+di\s+(?:partecipazione|tirocinio|frequenza)",
            r"bors[ae]\s+(?:di\s+|lavoro)",
            r"incentiv[oi]\b",
            r"sussidi[oi]?\b",
            r"assegn[oi]\s+(?:di|mensil|una\s+tantum|per)",
            r"buon[oi]\s+(?:spesa|pasto|libro|scuola|servizi)",
            r"(?:importo|ammontare)\s+(?:massimo\s+)?(?:concedibile|erogabile)",
            r"aiut[oi]\b",
        ),
    ),
    (
        "assegnazione",
        3.3,
        (
            r"assegn(?:a|are|at[oaie]|ando|azion[ei])\b",
            r"ripart\w+",
            r"attribui\w+",
            r"trasferi(?:re|t[oaie])\b",
            r"spetta(?:no)?\b",
            r"trasferiment[oi]\s+(?:statal|regional|erarial|di\s+(?:fondi|risorse))",
        ),
    ),
    ("totale", 3.8, (r"(?:richieste|domande)\s+di\s+(?:contribut|finanziament)[oi]",)),
    ("totale", 3.0, (r"total[ei]\b", r"complessiv(?:[oaie]|amente)\b", r"ammontare\b")),
    (
        "liquidazione",
        2.6,
        (
            r"pagamento\b",
            r"pagat[oaie]\b",
            r"saldo\b",
            r"acconto\b",
            r"corrispondere\b",
            r"fattur[ae]\b",
            r"parcell[ae]\b",
            r"notul[ae]\b",
            r"certificat[oi]\s+di\s+pagamento",
            r"s\.?a\.?l\.?\s+(?:n\b|finale)",
            r"stat[oi]\s+(?:d[i’']\s?avanzamento|final[ei]\b)",
            r"emess[ae]\s+da",
            r"anticip(?:o|azion[ei])\b(?!\s+(?:di\s+(?:tesoreria|cassa|liquidità)|ordinaria))",
        ),
    ),
    _CHARGED,
    (
        "annualita",
        3.5,
        (
            r"(?:prima|seconda|terza|quarta|quinta|ultima|ciascuna|ogni|singola)\s+annualit(?:à|a[’'])",
        ),
    ),
    # What a sale brings in, and what a firm earns.
    (
        "altro",
        2.6,
        (
            r"(?:rogit[oi]|alienazion[ei]|vendit[ae]|cession[ei])\b[^;€]{0,160}?\b(?:valore|introito|controvalore)\b",
            r"controvalore\b",
            r"valore\s+(?:dell[’']\s?)?operazione\b",
            r"fatturato\b|volume\s+d[’']\s?affari",
        ),
    ),
    (
        "totale",
        2.4,
        (
            r"corrispettiv[oi]\b",
            r"compens[oi]\b",
            r"onorari[oi]?\b",
            r"preventiv[oi]\b",
            r"offert[aoe]\b",
            r"ordin[ei]\s+(?:dirett[oi]\s+)?d(?:i\s+|[’'])acquisto",
            r"prezz[oi]\b",
        ),
    ),
    ("contributo", 2.6, (r"finanziat[oaie]\b",)),
    ("costo_progetto", 2.2, (r"investiment[oi]\b",)),
    (
        "totale",
        1.2,
        (
            r"cost[oi]\s+(?:(?!massim|minim)[a-zà]+\s+){0,2}(?:del|dei|per\s)",
            r"spesa\b",
            r"somma\b",
            r"importo\b",
            r"pari\s+ad?\b",
        ),
    ),
)
"""Cues that stand before an amount."""
