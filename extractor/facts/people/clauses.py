"""Clauses around an office that tell what its holder does in the act, whatever the office is."""

import regex

STANDS_FOR = regex.compile(
    r"[^;\n]{0,120}?(?<!\w)(?:interv(?:iene|enut[oa])|agisce|agente|agire|stipula)\s+"
    r"(?:(?:al\s+presente\s+atto|nel\s+presente\s+atto|esclusivamente|non\s+in\s+proprio,?\s+ma)\s+)?"
    r"(?:in\s+nome(?!\s+proprio)|in\s+rappresentanza|per\s+conto|(?:in|nella\s+sua)\s+qualità\s+di\s+"
    r"(?:legale\s+)?rappresentante)",
    regex.I,
)
"""``l'arch. Rossi, Dirigente del Settore, il quale interviene in rappresentanza del Comune``."""
ACCOUNTS_OPINION = regex.compile(
    r"(?:regolarità\s+contabile|copertura\s+finanziaria)(?!\s+e\s)[^.;\n]{0,60}?\s"
    r"(?:resa|res[oi]|espress[oa]|rilasciat[oa]|attestat[oa]|appost[oa]|formulat[oa])[^.;\n]{0,25}?\s"
    r"(?:d(?:al|alla|a)\s+|dall['’]\s?)$",
    regex.I,
)
"""``di regolarità contabile resa dal Direttore della S.C. Bilancio``: before an office."""
PROPOSING_UNIT = regex.compile(
    r"(?<!\w)(?:servizio|settore|struttura|area|ufficio|unità|direzione|u\.?o\.?c?\.?)"
    r"\s+proponente\s*:[^\n:]{0,90}$",
    regex.I,
)
"""``Servizio proponente: Foreste – Responsabile``: the unit before the office of its head."""
PUBLISHES = regex.compile(
    r"(?:^|\n)\W{0,4}(?:certificat[oa]|relata|referto|attestat[oa]|attestazione)\s+(?:di\s+)?"
    r"(?:avvenuta\s+)?pubblicazione(?=[^\w])[^\n]{0,60}\n[^\n]{0,400}(?:\n[^\n]{0,120}){0,3}$",
    regex.I,
)
"""The heading of a certificate of publication, a few lines above who signs it."""
PANEL_LIST = regex.compile(
    r"(?:commission|nucleo|comitato|collegio|seggio)[^.;\n]{0,90}\s(?:compost|costituit|format)[oa]"
    r"[^.;:\n]{0,60}:\W{0,6}$",
    regex.I,
)
"""``la Commissione, così composta:``: before the first of its members."""
_SENTENCE = r"(?:[^.;]|\.(?!\s+[A-ZÀ-Ü]))"
APPOINTS = regex.compile(
    r"(?<!\w)(?:nomin|design|individu|incaric|conferm|rinnov)(?:a|are|ato|ata|ati|ando|i|o)?(?!\w)"
    rf"{_SENTENCE}{{0,180}}$",
    regex.I,
)
IS_APPOINTED = regex.compile(
    r"[\s,]*(?:è|e['’]|era|viene|veniva|fu|sia)\s+(?:stat[oa]\s+)?(?:nominat|designat|incaricat|confermat)[oa]"
    r"(?!\w)",
    regex.I,
)
NAMED = regex.compile(r"(?:nominat|designat|individuat|confermat|incaricat)[oa]", regex.I)
APPOINTED = regex.compile(
    r"[\s,]*(?:(?:è|e['’]|era|viene|veniva|fu|sia)\s+(?:stat[oa]\s+)?)?(?:nominat|designat|incaricat|confermat)[oa]"
    r"(?!\w)",
    regex.I,
)
PANEL = regex.compile(
    rf"(?:commission|nucleo|comitato|collegio|seggio){_SENTENCE}{{0,180}}$", regex.I
)
REPLACES = regex.compile(
    rf"(?<!\w)sostitu\w{{2,7}}(?!\w){_SENTENCE}{{0,180}}\s(?:con|da)\s+(?:(?:il|la)\s+|l['’]\s?)?$",
    regex.I,
)
PROPOSES = regex.compile(
    r"(?:su\s+(?:conforme\s+)?proposta(?:\s+congiunta)?|relazione|riferisc(?:e|ono)|relaziona(?:no)?"
    r"|(?:illustra|espone)(?:\s+(?:la\s+(?:proposta|pratica)|il\s+punto|l['’]\s?argomento))?)"
    r"\s*(?:svolta\s+)?(?:d(?:i|el|ella|al|alla)\s+|d(?:e|a)ll['’]\s?|l['’]|il\s|la\s)?$",
    regex.I,
)
"""``Su proposta dell'``, ``Relaziona il``: before an office."""
REPORTS = regex.compile(
    r"[\s,]*(?:(?:di\s+concerto\s+con|sentit[oaie])\s[^.;\n]{0,140}?,\s+)?(?:così\s+|quindi\s+)?"
    r"(?:riferisce|relaziona|illustra\s+(?:la\s+(?:proposta|pratica)|il\s+punto|l['’]\s?argomento))"
    r"(?!\w)",
    regex.I,
)
"""``L'Assessore Rossi, di concerto con …, riferisce``: after who proposes to the organ."""
IN_CONCERT = regex.compile(r"di\s+concerto\s+con\s+[^.;\n]{0,60}$", regex.I)
ASSISTS = regex.compile(
    r"(?<!\w)(?:collaborat\w{3,6}|support[oi]|assistent[ei]|assistenza|ausilio)\s+(?:tecnic[oa]\s+)?"
    r"(?:al|del|all['’]|dell['’])\s*$",
    regex.I,
)
"""``Collaboratore del RUP``: before the office of whom another person only helps."""
TELLER = regex.compile(r"scrutator[ei]", regex.I)
TELLERS = regex.compile(r"scrutator[ei][^.;]{0,60}$", regex.I)
"""Who counts the votes of a meeting is one of its members, appointed for that alone."""
PRESIDES = regex.compile(
    r"[^.]{0,120}?(?:dichiara\s+aperta|assume\s+la\s+presidenza|presiede|invita\s+i\s+presenti|"
    r"riconosciut[oa]\s+legale|constatat[oa]\s+(?:il|che))",
    regex.I,
)
IN_CHAIR = regex.compile(r"(?:presied\w+|(?:assume|sotto)\s+la\s+presidenza)[^.;]{0,40}$", regex.I)
BENCH = regex.compile(
    r"(?:compost[oa]\s+da[il]|intervento\s+dei|seguenti)\s[^.;:\n]{0,30}magistrat[oi]\W", regex.I
)
"""``composta dai magistrati:``: before the judges of a court."""
ASSISTED = regex.compile(
    r"(?<!\w)(?:coadiuvat|assistit)[oa]|con\s+l['’]assistenza|con\s+la\s+partecipazione", regex.I
)
REPRESENTED = regex.compile(
    r"(?:rappresentat[oaie](?!\s+e\s+dif)|in\s+persona|nella\s+persona|nelle\s+persone)"
    r"(?:\s+\w+){0,3}?\s*,?\s*(?:d(?:a|al|alla|i|el|ella)\s+|(?:dal|dall|del|dell)['’]\s?)?"
    r"(?:suo\s+|proprio\s+|pro[\s-]*tempore\s+)*(?:il\s+|la\s+)?$",
    regex.I,
)
