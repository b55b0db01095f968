"""The words that tell what an amount is, with how strongly they tell it.

Municipal determinazioni, grant notices and agreements speak one accounting language (d.lgs.
118/2011 and 267/2000, d.lgs. 36/2023 for tenders). Each row has a role, a weight, and patterns of
words; at one place the row that stands first counts.
"""

from typing import NamedTuple

import regex

from models.vocabulary import RuoloImporto

Cue = tuple[RuoloImporto, float]
Row = tuple[RuoloImporto, float, tuple[str, ...]]

_IVA = r"i\.?\s?v\.?\s?a\b\.?"
_A_TITOLO = r"(?:a\s+titolo\s+di|quale|di|come|per)\s+"
# Who withholds the VAT of its suppliers pays it to the State (d.P.R. 633/1972, art. 17-ter).
_TO_TREASURY = r"[^;.€]{0,60}?(?:\berario\b|split\s+payment|scissione\s+dei\s+pagamenti)"
_GRANTED = r"(?:risorse|fondi|finanziament[oi])"
_WORK = r"(?:progett[oi]|intervent[oi]|oper[ae]|lavori|iniziativa)"
# The levels of design of a public work (d.lgs. 36/2023, art. 41, and the code before it).
_DESIGN = r"(?:esecutiv[oi]|definitiv[oi]|preliminar[ei]|di\s+fattibilità)\s+"
_OF = r"(?:del(?:la|le|l[’'])?\s*|dei\s+|per\s+(?:il\s+|l[’']\s?|la\s+|i\s+|gli\s+))"
# What is paid for the copies of a document is a refund of their cost (l. 241/1990, art. 25).
_COPIES = r"(?:riproduzion[ei]|copi[ae]\b|fotocopi[ae]|duplicazion[ei]|ricerca\s+d[’']archivio)"

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
            r"|previdenzial|di\s+costruzione|di\s+gara|di\s+bonifica|c\.?n\.?p)",
        ),
    ),
    (
        "base_asta",
        5.0,
        (
            r"base\s+(?:d[’']\s?asta|d[’']\s?appalto|del\s+contratto"
            r"|di\s+(?:gara|negoziazione|trattativa|affidamento))",
            r"soggett[oaie]\s+a\s+ribasso",
            r"valore\s+(?:[a-zà]+\s+)?stimato\s+(?:dell[’']\s?(?:appalto|affidamento)|della\s+(?:concessione|gara))",
        ),
    ),
    (
        "ritenuta",
        5.0,
        (
            r"ritenut[ae]\s+(?:d[’']\s?acconto|del|dell|dello|di|fiscal|previdenzial|a\s+garanzia|irpef)",
            r"irpef\b",
            r"versare\s+all[’']\s?erario",
            rf"{_IVA}{_TO_TREASURY}",
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
            r"economi[ae]\s+(?:di|per|pari|accertat)",
            r"rimanent",
            r"disimpegn\w+",
            r"svincol(?:are|o)\b",
            r"avanz[oi]\s+(?:di|vincolat|liber)",
            r"(?:ridu(?:rre|zione)|svincol\w+)\s+(?:del)?l[’']\s?impegn[oi]\b",
            r"rest(?:a|ano)\s+(?:ancora\s+)?da\s+[a-z]{4,14}re\b",
        ),
    ),
    (
        "altro",
        4.8,
        (
            r"oneri\b",
            r"i\.?v\.?a\.?\s+(?:al\s+\d{1,2}\s?%\s+)?(?:pari|di)\b",
            r"manodopera",
            r"bollo\b",
            r"capitale\s+sociale",
            r"sanzion",
            r"cauzion",
            r"garanzi[ae]",
            r"polizz",
            r"penal[ei]\b",
            r"imprevisti",
            r"spese\s+(?:tecniche|generali)",
            r"incassat[oaie]\b",
        ),
    ),
    (
        "totale",
        4.7,
        (
            r"importo\s+(?:di\s+|del\s+)?(?:aggiudicazione|affidamento|contrattuale|contratto)\b",
            r"valore\s+(?:complessivo\s+)?(?:del\s+contratto|contrattuale|del\s+servizio|della\s+fornitura)",
            r"importo\s+(?:massimo\s+|complessivo\s+|stimato\s+){0,3}dell[’']\s?accordo\s+quadro",
        ),
    ),
    (
        "assegnazione",
        4.7,
        (rf"assegn(?:a|are|at[oaie]|ando)\s+(?:[\w’']{{1,20}}\s+){{0,6}}{_GRANTED}",),
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
            r"fondo\s+(?:di|pari)",
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
            r"(?:massim|minim)[oaie]\b",
            r"sogli[ae]\b",
            r"limit[ei]\b",
            r"massimal[ei]",
            r"almeno\b",
            r"(?:al\s+di\s+)?sott?o\s+(?:i|gli)\b",
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
            r"spes[ae]\s+(?:total[ei]\s+|complessiv[ae]\s+)?(?:ammissibil[ei]|ammess[ae])\b",
            r"ammontare\s+complessivo\s+del\s+progetto",
            r"fabbisogno",
            r"C\.?U\.?P\.?[\s:]{1,3}[A-Z]\d{2}[A-Z]\d{11}\s*,?\s*(?:dell[’']\s?|per\s+un\s+)importo",
            r"importo\s+(?:complessiv[oi]\s+)?(?:del?\s+progetto|dell[’']\s?(?:intervento|opera)|dei\s+lavori)",
            rf"(?<!redazione\s+del\s+|redigere\s+il\s+|servizio\s+di\s+)progett[oi]\s+"
            rf"(?:{_DESIGN}(?:[^\s;.€]{{1,30}}\s+){{0,24}}?|(?:[^\s,;.€]{{1,30}}\s+){{0,8}}?)"
            r"(?:dell[’']\s?importo|per\s+un(?:a\s+spesa|\s+importo|\s+costo|\s+ammontare))",
            r"propost[ae]\s+progettual[ei]",
        ),
    ),
    (
        "accertamento",
        3.9,
        (
            r"accertament[oi]\s+(?:di\s+entrata|n\b|in\b)",
            r"accert(?:are|ata|ato|ando)\b(?!\s+(?:che|se)\b)[^;:€]{0,90}?"
            r"(?:\bentrata|\bsomma|\bimporto|\bproventi)",
            r"(?:in\s+)?entrata\s+(?:di|pari)",
            r"reversal[ei]\b",
        ),
    ),
    (
        "liquidazione",
        3.8,
        (r"liquida(?:re|zione|ta|to|ti|te|ndo|rsi)?\b", r"mandat[oi]\s+(?:di\s+pagamento|n\b)"),
    ),
    (
        "impegno",
        3.6,
        (
            # ``si impegna a riconoscere``, of a party, is no commitment of a budget.
            r"(?:sub\s?-?\s?)?impegn(?:are|at[oaie]|o|i|ando|a|arsi)\b(?!\s+ad?\s)",
            r"prenota(?:re|zione)\b",
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
            r"premi(?:[oi]|alità)\b",
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
            r"trasferiment[oi]\s+(?:statal|regional|erarial|di\s+(?:fondi|risorse))",
        ),
    ),
    ("totale", 3.0, (r"total[ei]\b", r"complessiv(?:[oaie]|amente)\b", r"ammontare\b")),
    (
        "liquidazione",
        2.6,
        (
            r"pagamento\b",
            r"saldo\b",
            r"acconto\b",
            r"corrispondere\b",
            r"fattur[ae]\b",
            r"parcell[ae]\b",
            r"notul[ae]\b",
            r"certificat[oi]\s+di\s+pagamento",
            r"s\.?a\.?l\.?\s+(?:n\b|finale)",
            r"stat[oi]\s+d[i’']\s?avanzamento",
            r"emess[ae]\s+da",
        ),
    ),
    (
        "altro",
        3.1,
        (
            r"prezz[oi]\s+unitari",
            r"canon[ei]\b",
            r"tariff[ae]\b",
            r"diritti\b",
            r"tass[ae]\b",
            r"rett[ae]\b",
            r"quot[ae]\s+(?:di\s+)?(?:iscrizion|associativ|adesion|partecipazion)",
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

AFTER_ROWS: tuple[Row, ...] = (
    ("ritenuta", 6.0, (rf"{_A_TITOLO}(?:l[’'])?{_IVA}{_TO_TREASURY}",)),
    ("annualita", 5.0, (r"annui\b", r"per\s+ciascun[oa]?\s+(?:degli\s+)?ann[oi]")),
    (
        "altro",
        5.6,
        (
            rf"{_A_TITOLO}(?:l[’'])?(?:{_IVA}|cassa|oneri|bollo|spese|manodopera|c\.?n\.?p)",
            rf"{_A_TITOLO}contributo\s+(?:integrativo|previdenziale|anac)",
            r"i\.?v\.(?!\s?a)",
            r"interamente\s+versat",
        ),
    ),
    (
        "base_asta",
        5.2,
        (r"(?:a|quale)\s+base\s+(?:d[’']\s?asta|di\s+gara)", r"soggett[oi]\s+a\s+ribasso"),
    ),
    ("ritenuta", 5.2, (rf"{_A_TITOLO}ritenut", r"(?:direttamente\s+)?all[’']\s?erario")),
    ("accertamento", 4.0, (r"(?:già\s+)?(?:accertat|introitat|riscoss)[oaie]\b",)),
    ("residuo", 4.8, (r"(?:ancora\s+)?(?:residu|disponibil)",)),
    ("contributo", 4.2, (rf"{_A_TITOLO}(?:contribut|(?:co)?finanziament|sovvenzion)",)),
    (
        "soglia",
        4.0,
        (
            r"(?:al\s+)?massim[oi]\b",
            r"i\s+massimali",
            r"nell[’']arco\b",
        ),
    ),
    (
        "impegno",
        3.4,
        (
            r"(?:già\s+)?impegnat[oaie]\b",
            r"(?:è|sono|da)\s+imputa\w+",
            r"(?:trova\s+)?imputa(?:t[oaie]|zione)\b",
        ),
    ),
    ("assegnazione", 3.2, (r"(?:già\s+)?assegnat[oaie]\b",)),
    # The price of one.
    (
        "altro",
        2.2,
        (r"(?:per|a)\s+(?:ogni|ciascun|cadaun|singol)", r"cadaun", r"a\s+(?:pagina|pasto|corpo)\b"),
    ),
    ("liquidazione", 3.0, (r"(?:a\s+saldo|in\s+acconto)\b",)),
)
"""Cues that stand right after an amount."""

HEADING_ROWS: tuple[Row, ...] = (
    ("rilascio", 7.0, (r"rilasci[oi]?\b",)),
    ("base_asta", 6.0, (r"base\s+(?:d[’']\s?asta|di\s+gara)",)),
    ("ritenuta", 6.0, (r"ritenut",)),
    ("residuo", 6.0, (r"residu", r"economi[ae]\b")),
    ("liquidazione", 5.5, (r"liquida", r"pagament", r"erogat")),
    ("accertamento", 5.5, (r"accertament",)),
    ("impegno", 5.4, (r"(?:sotto\s?-?\s?)?(?:sub\s?-?\s?)?impegn",)),
    (
        "contributo",
        5.2,
        (r"contribut", r"finanziament[oi]", r"agevolazion", r"sovvenzion", r"premio", r"sostegno"),
    ),
    ("soglia", 5.0, (r"massim", r"minim", r"sogli", r"limite")),
    ("dotazione", 4.8, (r"dotazione", r"stanziament", r"plafond")),
    (
        "costo_progetto",
        4.6,
        (
            r"cost[oi]\b",
            r"spes[ae]\s+ammess",
            r"investiment",
            r"quadro\s+economico",
            r"risorse",
            r"importo\s+(?:del\s+)?(?:progetto|lavori|intervento)",
            r"progetto",
        ),
    ),
    ("assegnazione", 4.4, (r"assegna", r"ripart", r"quota\b")),
    ("totale", 3.0, (r"total[ei]\b", r"complessiv")),
)
"""Cues in the heading of an amount's column."""

TOTAL_ROW = regex.compile(r"\W*(?:totale|totali|complessivo|somma)(?![^\W\d_])", regex.IGNORECASE)
"""The first cell of a table's last row."""


class Cues(NamedTuple):
    """One pattern for all the rows, and the role and weight of each of its groups."""

    pattern: regex.Pattern[str]
    rows: dict[str, tuple[RuoloImporto, float]]


def compiled(rows: tuple[Row, ...]) -> Cues:
    """The rows as one pattern: a text is read once, however many cues there are."""
    groups = [f"(?P<r{at}>{'|'.join(words)})" for at, (_, _, words) in enumerate(rows)]
    pattern = regex.compile(rf"(?<![^\W\d_])(?:{'|'.join(groups)})", regex.IGNORECASE)
    return Cues(pattern, {f"r{at}": (role, weight) for at, (role, weight, _) in enumerate(rows)})
