"""Names of bodies and services in running text, found by their first words and legal forms.

Where capitals bound a name it is one; where they do not (*Agenzia di controllo del sistema
sociosanitario lombardo concernente …*) the words are kept up to where a name must end, and the
closing step takes as many of them as make a name that some act gives whole.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from extractor.literals import Headed
from extractor.registry.names import COMPANY, HEADS, plain

LONGEST = 110
"""Characters of a name with the words that may belong to it."""


class Found(NamedTuple):
    """A name in a text: of a body or a service, as it is printed, from where.

    ``certo`` is whether its bounds are known; else the name may be only the beginning of the
    words or, of a company, their end.
    """

    genere: str
    forma: str
    inizio: int
    certo: bool


_START = r"(?:(?<![\w’'.-])|(?<=l['’]))"
"""Where a name may begin: not within a word, but behind an article (*dell'ANAC*)."""
_ANY_HEAD = f"(?:{HEADS}|{HEADS.upper()})"
_FIRST_LETTERS = [head.partition("[")[0] for head in HEADS.split("|")]
_RAW = Headed(
    rf"(?<![\w-]){_ANY_HEAD}(?![\w])[^\t;:()“”\"«»]{{3,{LONGEST}}}",
    *_FIRST_LETTERS,
    *map(str.upper, _FIRST_LETTERS),
)
_SMALL = (
    r"(?:d[aei]l?|dell[aoe]|dell['’]|dei|degli|per|ed?|con|in|a|al|la|l['’]|d['’]|sul|sulla|nel)"
)
_CAPITAL = r"[A-ZÀ-Ý][A-Za-zà-ÿÀ-Ý’'-]*"
_GAP = (
    rf"(?:[^\S\n]+|\s(?={_SMALL}\s)|(?<=\s[a-z]{{2}})\s+|(?<=\s[a-z]{{3}})\s+|(?<=\s[a-z]{{5}})\s+)"
)
_OFFICE = (
    r"(?:Settore|Ufficio|Servizi[o]?\b|Direzione|Area|Via|Piazza|Corso|Provincia|Responsabil|Sindac|Giunta"
    r"|Consiglio|Assessor|President|Dott|Ing|Arch|Avv|Regione|Comun[ei]|Dirigent|Segretari|Prot|Oggetto"
    r"|Region|Polizia|Lett|Visto|Vist[ai]|Art|Direttor|Minist|Dipartiment|Lombard[ei]|Territorial|DRG|Total|Mission|Determin|Delibera|Decret"
    r"|ASL|Piano|Referent|(?:Il|La|Lo|Gli|Le|Per|In|Con|Dal|Dalla|Fino|Entro|Al|Alla|A|E|Ed|Si|Sono)(?!\w))"
)
_NAME = rf"(?:{_GAP}(?:{_SMALL}\s*){{0,2}}(?!{_OFFICE}){_CAPITAL})"
_OF_PLACE = (
    r"(?:d[aei]l?|dell[ao]|dell['’]|in|a|al|alla|sul|sulla|nel"
    r"|e\s+della(?=\s+Brianza)|e(?=\s+Urbino))"
)
_PLACE = rf"(?:{_GAP}(?:{_OF_PLACE}\s*)?(?!{_OFFICE}){_CAPITAL})"
_MATTERS = (
    r"(?:alimentar[ei]|sostenibil[ei]|social[ei]|economic(?:[ao]|he)|energetic[ao]|forestal[ei]"
    r"|pubblic(?:[ao]|he)|agricol[aeo]|foreste|finanze|mare|sovranit[àa]|sicurezza|politiche"
    r"|territorio|trasporti|mobilit[àa]|infrastrutture|turismo|merito|ricerca|internazionale)(?!\w)"
)
"""What ministries are of, where it is printed small: *della sovranità alimentare*."""
_PORTFOLIO = (
    rf"(?:,?{_GAP}(?:{_SMALL}\s*){{0,2}}(?!{_OFFICE}){_CAPITAL}"
    rf"|,?\s(?:e\s)?(?:d(?:el|elle|ella|ei|egli)\s|dell['’])?{_MATTERS})"
)
_PLACED = rf"(?!{_OFFICE}){_CAPITAL}{_PLACE}{{0,3}}"
_STRICT = re.compile(
    rf"(?:Comune|Citt[aà]\s+[Mm]etropolitana|Provincia)\s+d(?:i|el|ella|ell['’])\s*{_PLACED}"
    rf"|(?:ATS|ASST|ASL|AUSL)(?:\s+d(?:i|el|ella|ell['’]))?\s*{_PLACED}(?:[ ]\d(?!\w))?"
    rf"|Universit[aà]\s+(?:degli\s+[Ss]tudi\s+)?(?:d(?:i|el|ella)|Cattolica|Bocconi)\s*{_PLACED}"
    rf"|Ministero\s+(?:del(?:l[ao])?|degli|dei|delle|per|dell['’])\s*{_CAPITAL}{_PORTFOLIO}{{0,5}}"
    r"|Regione\s+(?:Abruzzo|Basilicata|Calabria|Campania|Emilia[-\s]Romagna"
    r"|Friuli[-\s]Venezia\s+Giulia|Lazio|Liguria|Lombardia|Marche|Molise|Piemonte|Puglia|Sardegna"
    r"|Sicilia(?:na)?|Toscana|Umbria|Valle\s+d['’]Aosta|Veneto)(?!\w)"
)
_COMPANY = re.compile(
    _START
    + r"(?:[A-ZÀ-Ý0-9][\w&.’'/-]{0,25}[^\S\n\t](?:(?:e|di|dei|del|della|per|&)[^\S\n\t])?){1,7}"
    rf"(?P<forma>{COMPANY})(?!\w)\.?"
    # Partnerships bear the names of their partners behind the form
    r"(?:(?<=[sScC.])\s(?:di|DI|dei|DEI)\s[A-ZÀ-Ý][\w'’]{1,20}(?:\s[A-ZÀ-Ý][\w'’]{1,20}){0,3}"
    r"(?:\s(?:e|E|&)\sC\.)?)?"
)
_HAS_FORM = re.compile(rf"{COMPANY}(?!\w)")
_COMPANY_HEADS = "Azienda|Agenzia|Istituto|Consorzio|Banca|Fondazione|Parco|Autorit[aà]"
_HEADED_COMPANY = re.compile(
    rf"(?<![\w-])(?:{_COMPANY_HEADS}|{_COMPANY_HEADS.upper()})"
    rf"(?:\s(?!Referent|Responsabil|REFERENT|RESPONSABIL)[^\s,;:()]{{1,25}}){{1,11}}"
    rf"\s{COMPANY}(?!\w)\.?"
)
_LEADING = re.compile(
    r"(?:.{0,60}\b(?:Referente|Responsabile|Operativo|Direttore|Ditta|DITTA|Societ[aà]|SOCIETÀ|AD|Lombardia\s+e)\s+"
    r"|\d{1,4}(?:/\d{4})?\.?\s+|(?:Il|La|Lo|L['’]|I|Le|Gli|Alla|Dalla|Della|Di|Per|Con|Societ[aà]|Soc\.|Ditta|Impresa|Operatore|Economico|Offerta|Aggiudicatari[oa]|Fornitore|Creditore|Mandataria|Mandante|Spett\.?le"
    r"|Denominazione|SOCIET[AÀ]['’]?|IMPRESA|ALLA|DELLA|LA|IL|Ad?)\s+){1,3}"
)
# The first letter is looked for first, then what stands before it
_SIGLA = re.compile(
    r"[A-Z](?:(?<![\w’'.-].)|(?<=l['’].))(?<!/.)"
    r"(?:[A-Z]{2,5}|[A-Za-z]{1,4}[A-Z][A-Za-z]?)(?![\w’'/-]|\.\w)"
)
_SMALL_LETTER = re.compile("[a-zªºßà-öø-ÿ]")
_SYSTEM = Headed(
    r"(?<![\w’'-])(?:Sistem[ai]\s+Informativ[oi]|Fascicolo|Piattaforma|Portale|Anagrafe|Sistema|Registro|Repository"
    r"|Infrastruttura|Rete\s+Regionale|Archivio|Catalogo|Banca\s+[Dd]ati|CUP\s+[Uu]nico|Carta\s+[RN]|Pago|Servizi\w?)"
    r"(?!\w)[^\t;:()“”\"«».,]{3,90}",
    "Sistem", "Fascicolo", "Piattaforma", "Portale", "Anagrafe", "Registro", "Repository",
    "Infrastruttura", "Rete", "Archivio", "Catalogo", "Banca", "CUP", "Carta", "Pago", "Servizi",
)  # fmt: skip
_SYSTEM_STRICT = re.compile(
    r"(?:Sistema\s+Informativo|Fascicolo|Piattaforma|Portale|Anagrafe|Infrastruttura|CUP\s+Unico)"
    r"(?:\s+(?:d(?:i|el|ell[aeo]|ei|egli)\s+|dell['’])?(?!Indicator|Unit|Realizz|Regione\b|Sigla|Descriz|Anagrafe|Stato\b)"
    r"(?:[A-Z][a-z]{1,5}(?:\.[A-Z][a-z]{1,5}){1,3}|[A-ZÀ-Ý][a-zà-ÿ]{2,20}(?!\.\w))"
    r"|\s+(?:regionale|nazionale|sanitari[oa]|elettronic[oa]|unic[oa])(?!\w)){1,4}"
)
_DOTTED = r"[A-Z][a-z]{1,5}(?:\.[A-Z][a-z]{1,5}){1,3}"
"""A short form of syllables: ``Sis.Co``."""
_CALLED = Headed(
    r"(?<!\w)(?:sistem[ai]|piattaform[ae]|applicativ[oi]|portal[ei]|software|gestional[ei])"
    r"(?:\s+(?:regionale|nazionale|informativo|informatico|telematica|informatica))?\s+(?:di\s+|del\s+)?[“\"«]?"
    # In capitals the name goes on as long as they do: BANDI E SERVIZI
    rf"(?P<nome>[A-Z]{{3,12}}(?:\x20(?:E\x20)?[A-Z]{{2,12}}(?![\w’'-])){{0,3}}"
    rf"|[A-Z][a-z]{{1,8}}[A-Z][A-Za-z]{{1,8}}|{_DOTTED})(?![\w’'-]|\.\w)"
    # A platform set up by a regulation of the Union is a fund
    r"(?!\s+di\s+cui\s+al\s+[Rr]egolamento)",
    "sistem", "piattaform", "applicativ", "portal", "software", "gestional",
)  # fmt: skip
_NOT_CALLED = frozenset(re.findall(
    r"\w+",
    r"DPCM DGR DCR PEC PDF SPA CIG CUP IVA ICT API PNRR DPR ISO XML TXT ALL ART PER DEL LEGGE "
    # Techniques and standards, not somebody's system
    r"GPS GSM RFID LED GIS BIM HACCP EMAS CCTV LAN VPN VOIP WEB SMS QR USB CAD SAP ERP CRM",
))  # fmt: skip


def scan(text: str) -> Iterator[Found]:
    """Every name in ``text`` with its place; the same words may come more than once."""
    yield from _bodies(text)
    yield from _companies(text)
    yield from _systems(text)
    for match in _SIGLA.finditer(text):
        start, end = match.span()
        # Among capitals any word looks like a short form
        if _SMALL_LETTER.search(text, max(start - 20, 0), start) or (
            _SMALL_LETTER.search(text, end, end + 20)
        ):
            yield Found("sigla", match[0], start, True)


def _bodies(text: str) -> Iterator[Found]:
    for match in _RAW.finditer(text):
        strict = _STRICT.match(text, match.start())
        if strict:
            yield Found("ente", strict[0].rstrip(" ’'-"), match.start(), True)
        else:
            yield Found("ente", _cut(match[0]), match.start(), False)


def _companies(text: str) -> Iterator[Found]:
    if not _HAS_FORM.search(text):
        return
    headed = [(match.start(), match.end(), match[0]) for match in _HEADED_COMPANY.finditer(text)]
    for start, _, words in headed:
        yield Found("ente", words, start, not words[: words.find(" ")].islower())
    for match in _COMPANY.finditer(text):
        words, start = match[0], match.start()
        if any(low <= start < high for low, high, _ in headed):
            continue
        leading = _LEADING.match(words)
        if leading and leading.end() < match.start("forma") - start:
            words, start = words[leading.end() :], start + leading.end()
        name = words[: match.start("forma") - start]
        capitals = name.isupper() and text[max(start - 12, 0) : start].strip().isupper()
        yield Found("ente", words, start, not capitals and len(plain(name)) > 2)


def _systems(text: str) -> Iterator[Found]:
    for match in _SYSTEM.finditer(text):
        strict = _SYSTEM_STRICT.match(text, match.start())
        words = strict[0] if strict else _cut(match[0])
        yield Found("servizio", words, match.start(), strict is not None)
    for match in _CALLED.finditer(text):
        # In a heading capitals bound no name
        heading = text[max(match.start("nome") - 12, 0) : match.start("nome")].isupper()
        heading |= " " in match["nome"] and "\n" in match[0]
        if match["nome"].upper() not in _NOT_CALLED and not heading:
            yield Found("servizio", match["nome"], match.start("nome"), True)


def _cut(words: str) -> str:
    """Words up to the end of their paragraph, whole ones."""
    words = words.split("\n\n")[0]
    return words[: words.rfind(" ")] if len(words) >= LONGEST and " " in words else words


_PERSON = r"(?<!\w)(?:rappresentat|ing|avv|dott|sig|arch)"
_SEAT = (
    rf"(?:[\s,–-]{{1,3}}(?:con\s+)?(?:sede|studio)\s(?:(?!{_PERSON})[^;\n]){{2,110}}?"
    r"|\s?-\s?Progressivo\s+Fornitore:\s?\d{1,9}"
    r"|\s?\n?(?:con\s+)?Via\s[^;\n]{3,60}?)"
)
_LABEL = (
    r"(?:C\.?\s?F\.?|P\.?\s?I\.?\s?V\.?\s?A\.?|P\.\s?I\.|[Cc]odice\s+[Ff]iscale"
    r"|[Pp]artita\s+(?:IVA|iva)|[Pp]\.\s?[Ii]va|IVA|Numero\s+di\s+registrazione)"
)
_LABELLED = (
    rf"(?:n\.\s|[eE]\s|/\s?|[-–]\s)?{_LABEL}[\s:.,;–-]{{0,4}}(?:n\.\s?)?(?:IT)?"
    r"(?:\d{11}[\s,;–-]{0,4})?"
)
_CALLED_SO = r"(?:\s?\((?:di|in)\s+seguito[^()]{0,90}\)|\s?\(d['’]ora[^()]{0,90}\))?"
_BETWEEN = re.compile(
    rf"{_CALLED_SO}[\s”\"»’.,)]{{0,3}}{_SEAT}?[\s,(–-]{{0,6}}(?:{_LABELLED}){{1,3}}"
)


def body_beside(text: str, code: int) -> tuple[str, int] | None:
    """The body whose name is printed right before the code at ``code``, with its place.

    Between them only a seat and labels of codes may stand.
    """
    start = max(code - 330, 0)
    before = text[start:code]
    found = [match for match in _companies(before) if match.certo]
    found += [Found("ente", strict[0], strict.start(), True) for strict in _STRICT.finditer(before)]
    found += [
        Found("ente", words[0].strip(), words.start(), True)
        for words in re.finditer(
            rf"(?<![\w’'])(?:{HEADS})\s[^\n\t;:(),“”\"]{{3,90}}?(?=,|\s\(|\scon\s+sede|\n)", before
        )
    ]
    for each in sorted(found, key=lambda found: (-found.inizio, found.forma)):
        end = each.inizio + len(each.forma)
        if _BETWEEN.fullmatch(before, end):
            return " ".join(each.forma.split()), start + each.inizio
    return None
