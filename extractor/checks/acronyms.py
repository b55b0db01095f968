"""Rules on abbreviations: used and not defined, defined and not used, defined in two ways.

Whether letters in capitals are an abbreviation cannot be told for certain: only those count that
stand more than once in plain running text, are no word and are not known to everyone.
"""

import re
from collections import Counter
from collections.abc import Iterator, Set

from extractor.checks.finding import about
from extractor.checks.printed import Printed, short
from extractor.letter_case import letters
from models import Acronimo, Atto, Estrazione, Segnalazione

UNIVERSAL = frozenset(
    word
    for line in (
        "UE CE CEE EURATOM CECA SEE USA ONU NATO OMS WHO BEI BCE COM EUR EURO PA PPAA",
        "IVA IRPEF IRES IRAP IMU TARI TASI ICI TARSU TOSAP COSAP ISEE ISEEU DSU PIL ATECO NUTS",
        "DGR DCR DPR DPGR DPCM DM DI DL DLGS LR RD TU DDG DDS DDUO DSG DGC DCC DD OPCM TUEL TUIR",
        "TUB TUF TUSP CAD GDPR RGPD GBER CCNL CDS CPC CPP",
        "CUP CIG CPV CUI RUP DEC PEC SPID CIE CNS CRS PIN PUK OTP IBAN BIC SWIFT ABI CAB CIN REA",
        "INPS INAIL INPDAP INPGI ISTAT ANAC AVCP AGID AGENAS AIFA ANCI UPI UNCEM CONSIP MEPA SDI",
        "CNR CONI RAI ENEL GSE SIAE ANAS ACI ISPRA ARPA ISS INFN ASI CRUI ANVUR CINECA ISMEA AGEA",
        "MIUR MUR MIM MEF MISE MIMIT MIT MIMS MASE MATTM MAECI MIPAAF MASAF MIC MIBACT CIPE RGS",
        "CIPESS ENEA CCIAA ASL ATS ASST AUSL USL IRCCS AO SSN SSR SPA SRL SRLS SNC SAS SCARL SCRL",
        "ONLUS ASD SSD APS ETS ODV DURC DUVRI DVR PSC POS RSPP RLS OIV RPCT PTPCT PTPC PIAO PEG",
        "DUP URP SUAP SUE CUC SUA NTC NTA PRG PGT PUC CTU CTP SAL CAM RC RCT RCO SOA DGUE VIA VAS",
        "AIA AUA SCIA CILA DIA PMI MPMI FESR FSE FEASR FSC FEAMP POR PON PNRR PNC PSR PR PO",
        "BUR BURL BURC BURP BURT GU GURI GUUE GUCE TAR CGA PDF XML CSV HTML URL USB WEB ICT IT PC",
        "SMS GPS GIS ISO UNI EN CEI LED GPL TV FAQ ID QR API ISBN ISSN DOI COVID SARS RSU RAEE CER",
        "EER HIV DNA NN NB TOT MAX MIN TFR TFS DSA BES CD DVD CED AAPP EELL OOSS",
    )
    for word in line.split()
)
"""Short forms that acts use without saying what they stand for."""

# The place is judged after the first letter: a class of letters is what the engine looks for.
_LETTERS = re.compile(r"[A-Z](?<![\w./@'’&°-].)[A-Z]{2,6}(?![\w@&]|[./’'-]\w)")
_ROMAN = re.compile(r"[IVXLCM]+")
_WORDLIKE = re.compile(r"(?!([AEIOU])\1)(?=.{4})(?=(?:[^AEIOU]*[AEIOU]){2}).*[AEIO]")
"""Letters that end as Italian words do: they are a word in capitals sooner than initials."""
_USES = 2
_MOST_ENTRIES = 500
"""Entries of a glossary that are looked for in the text."""
_SAYS_SO = re.compile(
    r"\(?\s*(?:(?:di|in)\s+seguito|d['’]ora\s+in\s+(?:avanti|poi)|in\s+breve|per\s+brevità).*"
)
_CAPITALS = re.compile(r"[A-ZÀ-Ù]{2,}")
_SMALLS = re.compile(r"[a-zà-ù]")
_ALPHABET = re.compile(r"[A-Za-zà-ù]")
_SMALL = re.compile(r"\W+|\b(?:d[aei]l?l?[aeio]?|d|l|e|ed|per|in|il|la|lo|gli|le|i)\b")


def undefined_acronyms(records: Estrazione) -> Iterator[Segnalazione]:
    """Letters used as an abbreviation that the document never explains."""
    printed = Printed.of(records)
    defined = {_plain(row.sigla) for row in records.acronimi}
    for act in records.atti:
        uses, places = _uses(printed.text, act, defined)
        text = printed.text[act.inizio : act.fine]
        for sigla, count in uses.items():
            if count < _USES or _is_word(sigla, text):
                continue
            start = places[sigla]
            yield printed.at(
                "acronimo_non_definito",
                "nota",
                f"La sigla {sigla} è usata {count} volte e l'atto non dice che cosa significa.",
                (start, start + len(sigla)),
                act.id,
            )


def _uses(text: str, act: Atto, defined: Set[str]) -> tuple[Counter[str], dict[str, int]]:
    """How often each group of capitals that needs explaining stands in running text, and where
    first."""
    uses: Counter[str] = Counter()
    places: dict[str, int] = {}
    body = text[act.inizio : act.fine]
    start = end = 0
    line, counts = "", False
    for match in _LETTERS.finditer(body):
        sigla = match[0]
        if sigla in UNIVERSAL or sigla in defined:
            continue
        if sigla.endswith("S") and sigla[:-1] in defined:
            continue  # the plural, as in English
        if match.start() >= end:
            start = body.rfind("\n", 0, match.start()) + 1
            end = body.find("\n", match.end())
            line = body[start:] if end < 0 else body[start:end]
            end = start + len(line)
            counts = "\t" not in line and _is_running(line)
        if counts and _is_sigla(line, match.start() - start, match.end() - start):
            uses[sigla] += 1
            places.setdefault(sigla, act.inizio + match.start())
    return uses, places


def _is_running(line: str) -> bool:
    """Whether most letters of a line are small, or it is the letters alone (a wrapped cell)."""
    if len(line) <= 7:
        return True
    _, capitals, small = letters(line)
    return small >= capitals


def _is_sigla(line: str, start: int, end: int) -> bool:
    """Whether capitals are no numeral, no word and no part of words in capitals."""
    if _ROMAN.fullmatch(line, start, end) or _WORDLIKE.fullmatch(line, start, end):
        return False
    before, after = line[:start].rsplit(None, 1)[-1:], line[end:].split(None, 1)[:1]
    return not any(_CAPITALS.fullmatch(word.strip(',;.:()«»"')) for word in before + after)


def _is_word(sigla: str, text: str) -> bool:
    """Whether the act prints the letters as a word, too: all small, or but for the first."""
    for word in (sigla.lower(), sigla.capitalize()):
        at = text.find(word)
        while at >= 0:
            before = text[at - 1] if at and word.islower() else " "
            if not _ALPHABET.match(before) and not _SMALLS.match(text, at + len(word)):
                return True
            at = text.find(word, at + 1)
    return False


def unused_acronyms(records: Estrazione) -> Iterator[Segnalazione]:
    """An entry of the act's own glossary that the act uses nowhere else."""
    printed = Printed.of(records)
    glossaries = [part for part in records.parti if part.tipo == "acronimi" and part.foglia]
    for row in records.acronimi[:_MOST_ENTRIES]:
        if not any(part.inizio <= row.inizio < part.fine for part in glossaries):
            continue
        letters = re.escape(row.sigla)
        places = re.finditer(rf"(?<!\w){letters}(?!\w)", printed.text)
        if all(row.inizio <= place.start() < row.fine for place in places):
            yield about(
                "acronimo_non_usato",
                "nota",
                f"La sigla {row.sigla} è nel glossario e nel testo non è usata.",
                row,
            )


def discordant_acronyms(records: Estrazione) -> Iterator[Segnalazione]:
    """An abbreviation that one act explains in two ways."""
    printed = Printed.of(records)
    for row in records.acronimi:
        ways: dict[frozenset[str], str] = {}
        for mention in printed.mentions[row.id]:
            meaning = _meaning(mention.testo, row)
            if meaning:
                ways.setdefault(_content(meaning), meaning)
        known = list(ways)
        others = [words for words in known[1:] if not _alike(known[0], words)]
        if others:
            second = ways[others[0]]
            place = next(m for m in printed.mentions[row.id] if second in m.testo)
            yield printed.at(
                "acronimo_discordante",
                "avviso",
                f"La sigla {row.sigla} è spiegata in due modi: «{short(ways[known[0]])}» e "
                f"«{short(second)}».",
                (place.inizio, place.fine),
                row.atto_id,
                row,
            )


def _meaning(words: str, row: Acronimo) -> str | None:
    """What a mention says that the letters stand for: its words but for the letters."""
    if row.definizione in words:
        return row.definizione
    bare = re.sub(rf"(?<!\w){re.escape(row.sigla)}(?!\w)", " ", words)
    bare = re.sub(
        r"\(?\s*(?:di\s+seguito|d'ora\s+in\s+avanti|in\s+breve|per\s+brevità).*", "", bare
    )
    bare = bare.strip(" ()\"“”«»'’:,;–-\n\t")
    plausible = len(bare.split()) >= 2 and bare[0].casefold() == row.sigla[0].casefold()
    return bare if plausible and bare in words and not re.search(r"\d", bare) else None


def _content(words: str) -> frozenset[str]:
    """The stems of the words that count, so that number and case do not matter."""
    return frozenset(word[:4] for word in _SMALL.split(words.casefold()) if len(word) > 2)


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether most words of the shorter explanation are in the longer."""
    fewest = min(len(one), len(other))
    return not fewest or len(one & other) / fewest > 0.5


def _plain(sigla: str) -> str:
    return re.sub(r"[\W_]", "", sigla).upper()
