"""The words after an amount, and over its column, that tell what it is; see ``cues``."""

import regex

from extractor.facts.amounts.cues import IVA, TO_TREASURY, Row

_A_TITOLO = r"(?:a\s+titolo\s+di|quale|di|come|per)\s+"

AFTER_ROWS: tuple[Row, ...] = (
    ("ritenuta", 6.0, (rf"{_A_TITOLO}(?:l[’'])?{IVA}{TO_TREASURY}",)),
    ("annualita", 5.0, (r"annui\b", r"per\s+ciascun[oa]?\s+(?:degli\s+)?ann[oi]")),
    (
        "altro",
        5.6,
        (
            rf"{_A_TITOLO}(?:l[’'])?(?:{IVA}|cassa|oneri|bollo|spese|manodopera|c\.?n\.?p)",
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
    (
        "accertamento",
        4.0,
        (
            r"(?:(?:è|sono|sarà|saranno|risulta)\s+(?:stat[oaie]\s+)?)?(?:già\s+)?"
            r"(?:accertat|introitat|incassat|riscoss)[oaie]\b",
        ),
    ),
    (
        "dotazione",
        4.4,
        (
            r"(?:(?:è|sono|viene|vengono)\s+)?riservat[oaie]\b",
            r"(?:della|sulla)\s+dotazione",
        ),
    ),
    (
        "residuo",
        4.8,
        (
            r"(?:ancora\s+)?(?:residu|disponibil)",
            r"(?:che\s+)?(?:costitui|rappresent|gener|determin)\w{1,5}\s+(?:un[’']\s?|una\s+)?economi",
        ),
    ),
    ("contributo", 4.2, (rf"{_A_TITOLO}(?:contribut|(?:co)?finanziament|sovvenzion)",)),
    (
        "soglia",
        4.0,
        (
            r"(?:al\s+)?massim[oi]\b",
            r"i\s+massimali",
        ),
    ),
    # The ceiling of small aid (regolamento (UE) 2023/2831, art. 3).
    ("soglia", 5.4, (r"nell[’']\s?arco\s+d",)),
    ("assegnazione", 4.4, (r"le\s+risorse\s+(?:finanziarie\s+)?da\s+destinare",)),
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
        (
            r"(?:per|a)\s+(?:ogni|ciascun|cadaun|singol)",
            r"cadaun",
            r"a\s+(?:pagina|pasto|corpo)\b",
            r"ogni\s+\d",
            r"ciascun[oa]\b",
        ),
    ),
    (
        "liquidazione",
        3.0,
        (
            r"(?:a\s+(?:titolo\s+di\s+)?saldo|in\s+acconto|a\s+titolo\s+di\s+(?:acconto|anticip\w+))\b",
        ),
    ),
    # The taxable part, where the whole follows it.
    (
        "totale",
        3.7,
        (r"(?:per|di|quale)\s+imponibile,?\s+per\s+un\s+(?:totale|importo\s+complessivo)\b",),
    ),
    # What is said to include VAT or not is a price, if nothing says what it is.
    (
        "totale",
        0.6,
        (rf"(?:oltre|più)\s+(?:l[’']\s?)?{IVA}", rf"{IVA}\s+(?:inclus|esclus|compres)"),
    ),
)
"""Cues that stand right after an amount."""

_PRICE = r"(?:cost[oi]|prezz[oi]|valor[ei]|importo|spesa)"
_UNIT = (
    r"ha|ettaro|m[qc²³]?|m[23]|kg|t|l|[kM]?Wh?p?|h|or[ae]|giorno|pasto|cad|unit[àa]|pezzo|capo"
    r"|pianta"
)
HEADING_ROWS: tuple[Row, ...] = (
    # The column of the tax itself: ``IVA``, ``IVA 22%``, not ``Importo IVA inclusa``.
    ("altro", 8.0, (r"i(?<=\A\W{0,3}i)\.?v\.?a\.?(?:\s+(?:al\s+)?\(?\d{1,2}\s?%\)?)?\W{0,6}\Z",)),
    ("rilascio", 7.0, (r"rilasci[oi]?\b",)),
    ("base_asta", 6.0, (r"base\s+(?:d[’']\s?asta|di\s+gara)",)),
    ("ritenuta", 6.0, (r"ritenut",)),
    ("residuo", 6.0, (r"residu", r"economi[ae]\b")),
    ("liquidazione", 5.5, (r"liquida", r"pagament", r"erogat")),
    ("accertamento", 5.5, (r"accertament",)),
    ("impegno", 5.4, (r"(?:sotto\s?-?\s?)?(?:sub\s?-?\s?)?impegn",)),
    # The most or least that can be granted is a limit: ``Contributo massimo``.
    ("soglia", 5.3, (r"massim", r"minim", r"sogli", r"limite")),
    (
        "contributo",
        5.2,
        (
            r"contribut",
            r"finanziament[oi]",
            r"agevolazion",
            r"sovvenzion",
            r"premio",
            r"sostegno",
            r"voucher",
        ),
    ),
    ("dotazione", 4.8, (r"dotazione", r"stanziament", r"plafond")),
    # The price of one hectare, metre or hour is no project's cost: ``Costo semplificato (€/ha)``.
    (
        "altro",
        5.0,
        (
            rf"{_PRICE}[^\n\t]{{0,30}}?(?:/\s?|\bper\s+|\bal\s+|\ball[’'])(?:{_UNIT})\b",
            rf"{_PRICE}\s+unitari[oa]",
        ),
    ),
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
