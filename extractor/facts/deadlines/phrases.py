"""What is due, as a short and whole phrase for readers: a clause cleaned, or nothing.

Headings that run into their sentence, marks of list items, connectives at the beginning,
particles left at the end and half brackets are no part of it. Of a long clause its subject and
its verb are kept.

>>> whole("16 REALIZZAZIONE DEGLI INTERVENTI Gli interventi devono essere conclusi")
'Gli interventi devono essere conclusi'
>>> whole("di bilancio in tempo utile") is None
True
"""

import regex

_WORDS_KEPT = 14
_SUBJECT_KEPT = 8
_SPACES = regex.compile(r"\s+")
_EDGES = " \t\n,;:.-–−—‐‑•*➢✓✔●▪■□◦·→/|_"

_ARTICLE = (
    r"(?:I[l]?|L[aeo]|Gli|L[’']|Un[ao]?|Un[’']|Ogni|Ciascun[ao]?|Tutt[ei]|Per|Nel|In|A[il]|È)"
)
# ``16 REALIZZAZIONE DEGLI INTERVENTI Gli …``, ``13.3 Chiusura delle istruttorie Le …``
_HEADING = regex.compile(
    r"^(?:.{0,200}?(?<!\w))?(?:"
    r"(?:[A-Z]?\d{1,2}(?:\.\d{1,2}){0,3}[.)]?\s+)?[A-ZÀÈÌÒÙ’'/-]{4,}(?:\s+[A-ZÀÈÌÒÙ’'/,-]+){0,12}"
    rf"|[A-Z]?\d{{1,2}}(?:\.\d{{1,2}}){{0,3}}[.)]?\s+[A-Z][^\d.;]{{3,70}}?)\s+(?={_ARTICLE}\s?[a-zà])"
)
# ``… dal contributo. 19.4 Istruttoria della domanda``: what stands before a numbered heading.
_NUMBERED = regex.compile(r"^.*[.:]\s+(?=\d{1,2}(?:\.\d{1,2}){0,3}\.?(?:\s+[A-ZÀÈ]|$))")
_LEADING = regex.compile(
    r"^(?:(?:e|ed|o|ma|poi|che|per(?:\s+(?:l[aeo]|il|i|gli)(?!\w))?|inoltre|altresì|pertanto|quindi|infine|comunque|eventualmente"
    r"|successivamente|dunque|si\s+precisa|in\s+(?:tal|questo|ogni)\s+caso|in\s+tali\s+casi"
    r"|(?:rilevat|considerat|vist|ritenut|acquisit|richiamat|premess|verificat|accertat|precisat|att?es"
    r"|constatat)[oaie](?:\s+(?:che|altresì|inoltre))?|dato\s+atto(?:\s+che)?|di\s+dare\s+atto(?:\s+che)?"
    r"|(?:art(?:icolo|\.)?|punto|comma|n\.|nr\.)\s*\d{1,4}|\d{1,3}(?:\.\d{1,2})*[.)]?|[a-z]{1,3}\)|[a-z]\.(?=\s+[a-z]{3})|[a-z](?:\.\d{1,2}(?:\.[a-z\d])?)+\.?"
    r"|[ivx]{1,4}[.)]|è\s+(?:comunque\s+|altresì\s+)?possibile|[•●*§➢✓–−-])"
    r"[\s,:.–−-]+)+",
    regex.IGNORECASE,
)
_TRAILING = regex.compile(
    r"(?:\s+(?:e|ed|o|od|con|de(?:l(?:l[aoe’']?)?|i|gli)|di|d[’']|da(?:l(?:l[aeo’']?)?|i|gli)?|l[aoe’']|il|i|gli"
    r"|un[ao]?|a(?:l(?:l[aeo’']?)?|i|gli)?|in|ne(?:l(?:l[aeo’']?)?|i|gli)?|su(?:l(?:l[aeo’']?)?|i)?|per|tra|fra|ha"
    r"|avrà|in\s+ogni\s+caso|sarà|che|è|mediante|rispetto|almeno|prima|dopo|non|oltre|e\s+non|entro\s+e|/|massim[oa]|pari|cui|quale|tramite|presso|pena|entro|nonché|ai\s+sensi(?:\s+d\w+)?|\(|l|art|n|lett|sino|fino))+$",
    regex.IGNORECASE,
)
_VERB = regex.compile(
    r"(?<!\w)(?:dev[eo]|devono|dovr\w+|può|possono|potr\w+|va|vanno|verr\w+|è|sono|sar(?:à|anno)|viene|vengono"
    r"|ha|hanno|si\s+(?:impegn|obblig)\w+)(?!\w)",
    regex.IGNORECASE,
)
# What a phrase cannot begin with: it has lost its head.
_HEADLESS = regex.compile(
    r"(?:d(?:i|el|ella|elle|ei|egli|ello)\s|dell[’']|ha\s|hanno\s|risult\w+\s|in\s+cui|dal(?:la|le)?\s|da\s"
    r"|giorn[oi]\s|mes[ei]\s|esteso\s|ex\s|ovvero\s|oppure\s|come\s|salvo\s|avent[ei]\s|relativ\w+\s|con\s|se\s"
    r"|tramite\s|avvalendosi|sul(?:la|le)?\s|su\s|in\s+qualsiasi|almeno\s|ai\s+sensi|cui\s|comporta\s|compres[aeio]\s"
    r"|pari\s|a\s+(?:decorrere|partire|titolo|far)|prorogabil|l?[ial]+\s+\d|non\s|ossia\s|fatt[aeio]\s+salv|seguendo"
    r"|tra\s|fra\s|presso\s|pubblicat[aoei]\s|trasmess[aoei]\s|secondo\s|(?:periodo|fase|data)\s|fasi\s"
    r"|[ivx]+\s+periodo|(?:gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre"
    r"|dicembre)\s|quest[oaei]\s+ultim|stess[oa]\s|medesim[oa]\s"
    r"|\w+mente\s|al(?:la|le|lo)?\s|all[’']|ai\s|agli\s|\w+(?:ntrat|rminat)[aoei]\s|un\s+periodo|\(\d"
    r"|decorrenza\s|si\s+\w+\s$|(?:\d{1,3}|[a-z]{3,20})\s+(?:giorni|mesi|anni)\s$|ogni\s+(?:anno|mese)\s$|qualora\s|nel\s+caso|entro\s|non\s+oltre|fino\s+a|avviene\s|(?:mm|gg)\.|nonché\s|seguit[oa]\s|titolo\s)",
    regex.IGNORECASE,
)
# A participle without its noun: ``collaudato e rendicontato``, ``prorogato dal Reg``.
_PARTICIPLE = (
    r"(?!(?:dat|mandat|comunicat|certificat|attestat|risultat|candidat|elaborat|privat|mercat|giornat|entrat"
    r"|durat|rat|contribut|istitut|statut|tribut|rifiut|minut|salut|valut|attribut|stat|trattat|rendicontazion"
    r"|graduat|format|fatturat|locat|deput|delegat|incaricat|avvocat|magistrat|tracciat|prefabbricat|sindacat"
    r"|lat|met|aiut|fideiuss|dirett)[oaie](?!\w))\w{2,}(?:at|ut|uit|luit|ess|ost|ret)[oaie]"
)
_ONLY_PARTICIPLES = regex.compile(
    rf"{_PARTICIPLE}(?:,?\s+(?:e|ed|o|e/o|,)?\s*(?:{_PARTICIPLE}))*"
    r"(?:\s+(?:\w+mente|dal?(?:la|le|l[’'])?|con|in|per|a(?:l(?:la)?|i)?|su(?:l(?:la)?)?|come|tramite|entro|nel(?:la)?|e)\b.*)?",
    regex.IGNORECASE,
)
# A predicate that has lost its subject, or a name alone that says nothing of what is due.
_PREDICATE = regex.compile(
    r"(?:non\s+)?(?:dev[eo]|devono|dovr\w+|può|possono|potr\w+|sono|sar(?:à|anno)|viene|vengono|verr\w+|vann?o?"
    r"|è\s+(?!fatt)|ed?\s+è)(?!\w)|è\s+fatt[ao]|a\s+seguire|(?:aggiuntiv|complessiv|disponibil|festiv|ulterior)[oie]"
    r"(?:\s+\w+[oie])?\s*$|(?:il|la|l[’'])\s*\w+esim[oa]\s|(?:il|lo)\s+(?:prim|second|terz|quart|quint|sest|settim|decim)o"
    r"\s+giorno|ciascun[ao]?\s+d|in\s+(?:modo|tal|forma|alternativa)\s",
    regex.IGNORECASE,
)
# What cannot end a phrase: a preposition's or a participle's complement has been cut.
_CUT = regex.compile(
    r"\s+(?:dal\s+reg|art|artt|lett|co|n|dell|nell|all|sull|dall|ex|sis|d\.?\s?lgs|d|cfr|c\.d|c|comma)$",
    regex.IGNORECASE,
)
_INFINITIVE = regex.compile(r"\w{2,}(?:are|ere|ire|rre|rsi|rla|rlo)\s")
# What alone names nothing: ``improrogabilmente``, ``sostenuti``, ``dispone``.
_NO_THING = regex.compile(r"\w+mente|\w+(?:at|ut|rit|es)[oaie]|dispon\w+|preved\w+|stabil\w+")


def whole(said: str) -> str | None:
    """The clause as a phrase of at most fourteen words; None when no whole one is left."""
    clause = _NUMBERED.sub("", _SPACES.sub(" ", said).strip(_EDGES))
    clause = _balanced(_HEADING.sub("", clause))
    clause = _trimmed(_LEADING.sub("", clause))
    words = clause.split()
    if len(words) > _WORDS_KEPT:
        clause = _shortened(clause)
        words = clause.split()
    if _HEADLESS.match(clause + " ") or _PREDICATE.match(clause + " ") or not tells(clause):
        return None
    if _ONLY_PARTICIPLES.fullmatch(clause):
        return None
    alone = len(words) == 1
    if alone and (clause.isupper() or _NO_THING.fullmatch(clause)):
        return None
    return clause


def tells(words: str) -> bool:
    """Whether words say what is due: one long word, or two that are no particle."""
    lengths = [len(word) for word in _SPACES.split(words) if word[:1].isalpha()]
    return max(lengths, default=0) > 6 or sum(length > 3 for length in lengths) > 1


def _trimmed(clause: str) -> str:
    before = None
    while clause != before:
        before = clause
        clause = _CUT.sub("", _TRAILING.sub("", clause.strip(_EDGES)).strip(_EDGES))
    return clause


def _balanced(clause: str) -> str:
    """The clause without what stands beyond a bracket that it does not open or close."""
    close = clause.rfind(")")
    if close >= 0 and clause.count(")") > clause.count("("):
        clause = clause[close + 1 :]
    if clause.count("(") > clause.count(")"):
        clause = clause[: clause.rfind("(")]
    for opening, closing in ("“”", "«»"):
        if clause.count(opening) != clause.count(closing):
            clause = clause.replace(opening, "").replace(closing, "")
    return clause.strip(_EDGES)


def _shortened(clause: str) -> str:
    """Subject and verb of a long clause; without a verb its last words, from an article on."""
    verb = None
    for found in _VERB.finditer(clause):
        verb = found
    if verb is not None and verb.start() > 0:
        said = " ".join(clause[verb.start() :].split()[:6])
        subject = clause[: verb.start()].partition(",")[0].split()
        if len(subject) <= _SUBJECT_KEPT:
            return _trimmed(" ".join([*subject, said]))
    words = clause.split()
    if _INFINITIVE.match(clause):
        return _trimmed(" ".join(words[: _WORDS_KEPT - 2]))
    for at in range(len(words) - _WORDS_KEPT, len(words) - 3):
        if regex.match(r"(?:il|la|lo|i|gli|le|un|una|ogni|l[’'].+)$", words[at], regex.IGNORECASE):
            return _trimmed(" ".join(words[at:]))
    return ""
