"""Clauses around an office that tell what its holder does in the act, whatever the office is."""

import regex

STANDS_FOR = regex.compile(
    r"[^;\n]{0,120}?(?<!\w)(?:interv(?:iene|enut[oa]|enire)|agisce|agente|agire|stipula)\s+"
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
"""``di nominare la dott.ssa``: before who is appointed."""
IS_APPOINTED = regex.compile(
    r"[\s,]*(?:è|e['’]|era|viene|veniva|fu|sia)\s+(?:stat[oa]\s+)?(?:nominat|designat|incaricat|confermat|elett|proclamat)[oa]"
    r"(?!\w)",
    regex.I,
)
"""``è stata nominata``: after who holds an office."""
NAMED = regex.compile(
    r"(?:nominat|designat|individuat|confermat|incaricat|elett|proclamat)[oa]", regex.I
)
"""The word of an appointment, wherever it stands."""
APPOINTED = regex.compile(
    r"[\s,]*(?:(?:è|e['’]|era|viene|veniva|fu|sia)\s+(?:stat[oa]\s+)?)?(?:nominat|designat|incaricat|confermat|elett|proclamat)[oa]"
    r"(?!\w)",
    regex.I,
)
"""``nominato``, ``è stato nominato``: after a name alone."""
PANEL = regex.compile(
    rf"(?:commission|nucleo|comitato|collegio|seggio){_SENTENCE}{{0,180}}$", regex.I
)
"""``la Commissione giudicatrice è composta da``: before its members."""
REPLACES = regex.compile(
    rf"(?<!\w)sostitu\w{{2,7}}(?!\w){_SENTENCE}{{0,180}}\s(?:con|da)\s+(?:(?:il|la)\s+|l['’]\s?)?$",
    regex.I,
)
"""``sostituire il Sindaco con``: before who takes the place."""
PROPOSES = regex.compile(
    r"(?:su\s+(?:conforme\s+)?(?:proposta(?:\s+congiunta)?|iniziativa)|relazione|riferisc(?:e|ono)|relaziona(?:no)?"
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
"""``di concerto con l'``: before who does not report."""
ASSISTS = regex.compile(
    r"(?<!\w)(?:collaborat\w{3,6}|support[oi]|assistent[ei]|assistenza|ausilio)\s+(?:tecnic[oa]\s+)?"
    r"(?:al|del|all['’]|dell['’])\s*$",
    regex.I,
)
"""``Collaboratore del RUP``: before the office of whom another person only helps."""
TELLER = regex.compile(r"scrutator[ei]", regex.I)
"""The tellers themselves."""
TELLERS = regex.compile(r"scrutator[ei][^.;]{0,60}$", regex.I)
"""Who counts the votes of a meeting is one of its members, appointed for that alone."""
PRESIDES = regex.compile(
    r"[^.]{0,120}?(?:dichiara\s+aperta|assume\s+la\s+presidenza|presiede|invita\s+i\s+presenti|"
    r"riconosciut[oa]\s+legale|constatat[oa]\s+(?:il|che))",
    regex.I,
)
"""``assume la presidenza e dichiara aperta``: after who chairs."""
IN_CHAIR = regex.compile(r"(?:presied\w+|(?:assume|sotto)\s+la\s+presidenza)[^.;]{0,40}$", regex.I)
"""``Presiede la seduta il``: before who chairs."""
BENCH = regex.compile(
    r"(?:compost[oa]\s+da[il]|intervento\s+dei|seguenti)\s[^.;:\n]{0,30}magistrat[oi]\W", regex.I
)
"""``composta dai magistrati:``: before the judges of a court."""
ASSISTED = regex.compile(
    r"(?<!\w)(?:coadiuvat|assistit)[oa]|con\s+l['’]assistenza|con\s+la\s+partecipazione", regex.I
)
"""``coadiuvato da``: before who assists the author of the act."""
REPRESENTED = regex.compile(
    r"(?:rappresentat[oaie](?!\s+e\s+dif)|in\s+persona|nella\s+persona|nelle\s+persone)"
    r"(?:\s+\w+){0,3}?\s*,?\s*(?:d(?:a|al|alla|i|el|ella)\s+|(?:dal|dall|del|dell)['’]\s?)?"
    r"(?:suo\s+|proprio\s+|pro[\s-]*tempore\s+)*(?:il\s+|la\s+)?$",
    regex.I,
)
"""``rappresentata dal``, ``in persona del``: before who acts for a party."""
FOR_A_PARTY = regex.compile(
    r"(?:^|[\n;•–-])\s*per\s+(?:il|la|lo|l['’])\s*[^.;:\n]{2,90}?[\s,:]*(?:(?:il|la)\s+|l['’]\s?)?$",
    regex.I,
)
"""``per il Comune di Riva il Dirigente``: among the parties of an agreement."""
ADOPTS = regex.compile(
    r"[\s,)]*(?:\([^)]{0,80}\)\s*)?(?:adotta|determina|decreta|delibera|ordina|dispone|assume)(?!\w)",
    regex.I,
)
"""``adotta la seguente determinazione``: after who takes the act."""
CONTACT = regex.compile(
    r"[\s,;)]*(?:e-?mail|tel|telefono|pec|cell|mob|\d{2,4}[\s.-]?\d{5})", regex.I
)
"""``tel.``, ``e-mail``: after who is named for questions."""
SIGNER = regex.compile(r"\n\W{0,3}(?:il|la)\s+(?:responsabil|dirigent|funzionari)", regex.I)
"""The line of an official over a signature."""
COVER = regex.compile(r"\n\W{0,3}(?:il\s+|i\s+)?progettist[ai][^\n]{0,60}\n[^;]{0,260}$", regex.I)
"""``PROGETTISTA⏎Arch. Rossi``: on the cover of a project, whose other names sign no act."""
GREETINGS = regex.compile(
    r"(?:distinti|cordiali|migliori)\s+saluti[\s.,;–-]{1,6}(?:f\.?to\s+)?"
    r"(?:per\s+il\s+[^\n,;.]{4,50},\s+)?(?:(?:il|la)\s+|l['’]\s?)?$",
    regex.I,
)
"""``Distinti saluti. Per il Sindaco, il``: before who signs a letter."""
OPENS = regex.compile(
    r"(?:^|[\n\t]|\s{4,}|\d{4}[,.]?\s+)\W{0,3}(?:(?:il|la|lo|per)\s+|l['’]\s?)?(?:visto\s+(?:(?:il|la)\s+)?)?$",
    regex.I,
)
"""What may stand before a role that opens its line."""
HEAD_OF_OFFICE = regex.compile(r"responsabil|dirigent|funzionari|diret(?:tor|tric)|capo\s", regex.I)
"""The words for who heads an office."""
