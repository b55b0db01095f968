"""The words that make the duration after them a term: ``entro``, ``per la durata di``, ``nei``.

>>> trigger, place = worded("si impegna, entro il termine massimo di ")
>>> trigger and trigger.regola, place
('entro', -28)
"""

from functools import lru_cache
from typing import NamedTuple

import regex

from models.vocabulary import TipoScadenza

# Words that may stand between those of a term and its number.
_LIMITS = (
    r"(?:(?:[\s,:\"“«*]+|\(?(?:minim[oa]|massim[oa])\)?"
    r"|\b(?:il|la|le|i|gli|l[’']|un|una|uno|di|del|dei|della|in|a|ad|ai|al|e|o|non|oltre|pari"
    r"|suddett[oi]|predett[oi]|citat[oi]|medesim[oi]"
    r"|superior[ei]|inferior[ei]|almeno|circa|complessiv[oaie]|complessivamente|termin[ei]|period[oi]"
    r"|perentori[oa]|ordinatori[oa]|tassativ[oa]|ulterior[ei]|successiv[ioae]|prim[ioae]"
    r"|congru[oa]|temporal[ei]|total[ei]|contrattual[ei]|lasso|tempo|durata|arco|spazio|prossim[ioae]"
    r"|solari|fino|sino|stabilit[oa]|fissat[oa]|previst[oa]|indicat[oa]|previa|ordinari[oa]"
    r"|continuativ[oia]|preventivat[oa]|stimat[oa]|è|sarà|avrà|ha|altr[ie]|non\s+(?:più|meno)\s+di"
    r"|perentoriamente|tassativamente|improrogabilmente|inderogabilmente|obbligatoriamente)\b"
    r"|\b(?:max|min)\b\.?|\bn\.|\((?=max|massim)){0,22})"
)


class Trigger(NamedTuple):
    """Words that make the duration after them a term."""

    regola: str
    tipo: TipoScadenza
    confidenza: float
    parole: str


TRIGGERS = (
    Trigger(
        "preavviso", "termine", 0.93,
        r"(?:con\s+(?:un\s+)?)?(?:preavvis[oi](?:\s+scritto)?|anticipo)|disdetta(?:\s+scritta)?(?=\s+(?:di|almeno|con))",
    ),
    Trigger(
        "entro", "termine", 0.95,
        r"entro|non\s+oltre(?=\s)|(?:non|al)\s+più\s+tardi(?=\s)|improrogabilmente",
    ),
    Trigger(
        "proroga", "durata", 0.88,
        r"(?:prorog\w+|differiment\w+|rinnov\w+|(?:rinvia|differi|posticipa)(?:re|t[oaie]))"
        r"(?:\s+(?:automatic|tacit|eventual|tecnic|motivat)\w+)?"
        r"(?:\s?,?\s+(?:per\s+)?una\s+(?:sola\s+)?volta\s?,?)?"
        r"(?:\s+(?:dei|delle|del|della|il|la|i|le)\s+\w+){0,2}"
        r"(?:[^.;]{0,125}(?=\s(?:non\s+superior|fino\s+a|per\s+un|massim|di\s+ulterior)))?"
        r"(?:\s+ciascun\w*)?(?:\s+non\s+p\w+\s+superare)?(?:\s+per)?"
        r"(?=\s+(?:di|per|non|fino|pari|\(?max|\(?massim|un|ulterior|altri|i\s|il\s))",
    ),
    Trigger(
        "durata", "durata", 0.93,
        r"durata(?:\s+(?:del(?:l[’']\s?|la\s+|lo\s+)?|dei\s+|degli\s+|di\s+)?[^\s.;:,\d]+){0,7}?"
        r"|orizzonte\s+temporale|validità(?:\s+(?:del(?:l[’']\s?|la\s+|lo\s+)?|dei\s+)[^\s.;:,\d]+){0,3}"
        r"|dur(?:a|ano|erà|eranno)(?:\s+in\s+carica)?|(?:rest|riman|rimarr)[a-zà]{1,6}\s+in\s+carica(?:\s+per)?"
        r"|garanzi[ae]|val(?:id[oaei]|evol[ei])(?:\s+per)?|effica(?:cia|ce|ci)(?:\s+per)?|vincolante\s+per|vincolo(?:\s+[^\s.;,\d]+){0,4}?(?=\s+di)",
    ),
    Trigger(
        "termine", "termine", 0.93,
        r"periodo\s+necessario(?:\s+[^\s.;:\d]+){0,10}?"
        # ``il termine cada in un giorno festivo`` says when, not how long
        r"|termine(?!\s+(?:ri)?cad\w{1,4}\s+[id]n)(?:\s+[^\s.;:\d]+){0,10}?"
        r"|tempistic[ahe]+(?:\s+[^\s.;:\d]+){0,4}?"
        r"|tempo\s+(?:massimo|utile)(?:\s+[^\s.;:\d]+){0,5}?"
        r"|tempo\s+contrattuale|temp[oi]\s+(?:massim[oi]\s+)?(?:di|per\s+l[ao’']?)\s*(?:consegn|esecuzion|realizzazion|ultimazion|completament"
        r"|intervent|fornitur|rispost|lavorazion|pagament|istruttori|conclusion)\w*(?:\s+[^\s.;:\d]+){0,4}?"
        r"|termini\s+(?:per|di)\s+[^.;:\d]{3,45}(?=:)",
    ),
    Trigger(
        "periodo", "durata", 0.85,
        r"per\s+(?:un\s+|il\s+|i\s+|la\s+)?(?:periodo|durata|tempo)|nel\s+periodo\s+di"
        r"|periodo\s+(?:\w+\s+){0,2}(?=di|non|pari|massim)|periodo(?:\s+[^\s.;:,\d]+){1,7}?(?=\s+di\s|\s*:)",
    ),
    Trigger(
        "dopo", "termine", 0.85,
        r"(?:decors[oiae]|trascors[oiae]|dopo|a\s+decorrere|decorrono|a\s+distanza\s+di|al\s+termine\s+di"
        r"|alla\s+scadenza(?=\s+de)|allo\s+scadere(?=\s+d))",
    ),
    # The months in which a loan is not yet paid back.
    Trigger(
        "preammortamento", "durata", 0.7,
        r"fino(?=\s+a)|di\s+cui",
    ),
    Trigger(
        "nei", "termine", 0.88,
        r"ne(?:i|gli|lle)(?=\s+(?:(?:success\w+|prim[ie]|ulteriori|prossim[ie])\s+)?$)",
    ),
    Trigger(
        "limite", "termine", 0.88,
        r"(?:termin[ei]|tempi)[^;]{0,110}?(?:non\s+(?:superior[ei]|oltre)"
        r"|non\s+p(?:ossono|otranno|uò|otrà)\s+(?:essere\s+superior[ei]|superare))",
    ),
    Trigger(
        "limite_durata", "durata", 0.8,
        r"(?:sospension|interruzion|prorog|durat|period|validit)\w*[^;]{0,110}?"
        r"non\s+p(?:ossono|otranno|uò|otrà)\s+(?:comunque\s+)?(?:essere\s+(?:comunque\s+)?superior[ei]|superare|eccedere)",
    ),
    # What binds for so long: ``contratto di 24 mesi``, ``noleggio 60 mesi``.
    Trigger(
        "legame", "durata", 0.75,
        r"(?:tirocini[oa]?|stage|permanenza|incaric[oh]i?|contratt[oi]|noleggi[oa]?|locazion[ei]|comodat[oi]|concession[ei]"
        r"|borsa|assegn[oi]\s+di\s+ricerca|abbonament[oi]|licenz[ae](?:\s+d[’']uso)?|polizz[ae])(?=\s+(?:di\s+)?(?:n\.\s*)?$)",
    ),
    Trigger(
        "in", "termine", 0.85,
        r"(?:(?:ultimat|eseguit|realizzat|completat|conclus|terminat|effettuat)[oaie]"
        r"|(?:ultimar|eseguir|conclude?r|completar|realizzar|effettuar)si"
        r"|(?<!(?:era|erano)\s+)(?:fissat|stabilit|determinat)[oaie]"
        r"|fissa(?:re|ndo)?|stabili(?:re|sce)|determina(?:re|ndo)?)\s+in(?=\s)",
    ),
    Trigger(
        "per", "durata", 0.75,
        r"(?:per|(?:rimarrà|rest(?:a|erà)))(?:\s+rimaner\w+)?(?:\s+(?:affiss|pubblicat|espost)\w+)?(?=\s)",
    ),
    # What something takes, which nobody is bound to: ``può richiedere fino a 16 ore lavorative``.
    Trigger(
        "occorre", "altro", 0.7,
        r"(?:può|possono|potrà|potranno)\s+(?:richiedere|durare|impiegare|necessitare)",
    ),
    Trigger("anticipo", "termine", 0.85, r"almeno(?=\s)"),
    # Before which something may not be done.
    Trigger("non_prima", "termine", 0.8, r"(?:non|né|mai)\s+prima(?=\s+(?:di|dei|delle)\s)"),
    Trigger(
        "a", "termine", 0.7,
        r"(?:pagament\w+|pagat[oaie]|liquidat[oaie]|saldo|rimessa)(?:[^.;\n]{0,25}?\sa|(?=\s*:?\s*$))",
    ),
)  # fmt: skip

_LEFT = regex.compile(
    r"(?r)(?<!\w)(?:" + "|".join(f"(?P<{t.regola}>{t.parole})" for t in TRIGGERS) + rf"){_LIMITS}$",
    regex.IGNORECASE,
)
# The rules that may hold for a spell named by one word (``un triennio``).
OF_SPELLS = frozenset({"durata", "periodo", "proroga"})
BY_NAME = {trigger.regola: trigger for trigger in TRIGGERS}


@lru_cache(maxsize=256)  # repetitive text, as of tables, asks the same again and again
def worded(before: str) -> tuple[Trigger | None, int]:
    """The words before a duration that make it a term, and their place, back from its start."""
    left = _LEFT.match(before)
    if left is None:
        return None, 0
    return BY_NAME[left.lastgroup], left.start() - len(before)
