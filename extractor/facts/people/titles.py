"""Titles and courtesy forms that stand before a name: ``Dott.ssa``, ``ing.``, ``Cap. Dott.``."""

import re

import regex

from extractor.facts.anchors import stems
from extractor.literals import Openings

_DOCTOR = (
    r"(?:dott\s?\.?\s?(?:ri|ssa|sse|sa)?|d\.?\s?ssa|dr(?:\s?\.\s?ssa|ssa|(?=\.))|dottor(?:essa|e)?)"
)
_TECHNICAL = (
    r"(?:ing|arch|geom)(?=\.|\s(?-i:[A-Z]))|(?:ingg|arch?h|geomm)(?=\.|\s(?-i:[A-Z]))|arch\.?tti"
    r"|(?:p\.?\s?i|p\.\s?ed|per\.?\s?(?:ind|agr)|agr|agrot|for|geol|biol|urb|pian|paes(?:agg)?|chim|psic|vet)"
    r"(?=\.)|ingegnere?|architett[oa]|geometra|perito\s+(?:industriale|agrario)|agronom[oa]"
    r"|agrotecnico|geolog[oa]|paesaggista|(?:junior|iunior|jr)(?=[\s.])"
)
_LEGAL = (
    r"avv(?=\.|\s(?-i:[A-Z]))|(?:rag|not)(?=\.)|avv\.?(?:to|ti)|avvocat[oa]|ragionier[ea]|notaio"
    r"|commercialista"
)
_SCHOOL = r"prof(?:\.?\s?ss[ae]|(?=\.))|proff(?=\.)|professor(?:essa|e)?"
_COURTESY = r"sig(?:\.?\s?(?:ra|na|ri)|(?=\.))|signor(?:a|e|ina)?"
_HONOUR = (
    r"on(?:\.?le|(?=\.))|cons(?=\.)|onorevole|sen(?=\.)|senator(?:e|rice)|cav(?=\.)|comm(?=\.)"
    r"|gr\.\s?uff"
)
# Ranks of the police, the local police and the armed forces; some go on (``Comm. Capo``).
_RANK = (
    r"(?:(?:comm|v\.?\s?comm|isp|v\.?\s?isp|sov(?:r|\.te|r\.te)?|ass|ag|mar|m\.llo)\.?"
    r"|commissario|ispettore|sovrintendente|assistente|agente|maresciallo|brigadiere|appuntato)"
    r"\s+(?:capo|superiore|scelt[oa]|sup\.|sc\.|magg(?:iore|\.)|coordinatore|aiutante)"
    r"|(?:cap|ten|col|magg|gen|isp|v\.?\s?isp|m\.llo|mar|brig|v\.?\s?comm|comm|lgt|sovr?|ass|app)(?=\.)"
    r"|maresciallo|luogotenente|capitano|tenente(?:\s+colonnello)?|colonnello|brigadiere|appuntato"
    r"|vice\s?(?:commissario|ispettore)|capitano\s+di\s+(?:vascello|fregata|corvetta)"
    r"|tenente\s+di\s+vascello|(?:contr)?ammiraglio|generale\s+di\s+(?:brigata|divisione)"
    r"|(?:s\.?\s?ten|serg)(?=\.)|(?:s\.\s?)?[act]\.\s?[vfi]\.\s?\(CP\)"
)
_CLERGY = r"rev\.?do|don|mons(?=\.)|padre|suor"

TITLE = rf"(?:{_DOCTOR}|{_TECHNICAL}|{_LEGAL}|{_SCHOOL}|{_COURTESY}|{_RANK}|{_HONOUR}|{_CLERGY})"
"""One title, without the dot that may follow it; to be matched without regard to case."""

LETTER = r"[^\W¹²³⁰⁴-⁹]"
"""A character of a word: the standard library takes the raised figure of a note for one."""

# Prof.Rossi: the dot alone parts them
_ENDS = rf"\.?(?:(?!{LETTER})|(?<=\.)(?=(?-i:[A-ZÀ-Ü][a-zà-ü]{{2}})))"

TITLES = re.compile(rf"(?<!{LETTER})(?:{TITLE}{_ENDS}[\s,/]{{0,4}}){{1,4}}+", re.I)
"""One to four titles with the white space after them."""

_OPENINGS, _FIRST_LETTERS = Openings(regex.compile(TITLES.pattern, regex.I)), 4


def titles_at(text: str, at: int, end: int) -> re.Match[str] | None:
    """The titles that begin at a place of ``text[:end]``, or None."""
    letters = text[at : min(at + _FIRST_LETTERS, end)]
    return TITLES.match(text, at, end) if letters in _OPENINGS else None


PLURAL = re.compile(
    r"(?:dott\s?\.?\s?(?:ri|sse)|ingg|archh|arch\.?tti|geomm|proff|avv\.?ti)(?!\w)", re.I
)
"""Titles of several people: ``Proff. Ordinari:`` heads a list of them."""

PLAIN_TITLES = frozenset(("sig", "sigra", "signor", "signora", "signore", "signorina", "sigri"))
"""Courtesy forms that say nothing of a person's office."""


def is_courtesy(titolo: str | None) -> bool:
    """Whether the title is only a courtesy form (``Sig.ra``), as for any private person."""
    return (
        titolo is not None and titolo.casefold().replace(".", "").replace(" ", "") in PLAIN_TITLES
    )


TITLE_STEMS = stems(
    "dott", "d.ssa", "dssa", "d ", "dr", "ing", "arch", "geom", "p.i", "p.ed", "per.", "agr.",
    "for.", "geol.", "perito", "agronom", "agrot", "geolog", "paesagg", "avv",
    "rag.", "not.", "ragionier", "notaio", "prof", "sig", "on.", "onorevole", "sen.", "senator",
    "cav.", "comm.", "commissario ", "ispettore ", "sovrintend", "m.llo", "maresciall",
    "luogoten", "capitano", "tenente", "colonnell", "v. isp", "v.isp", "agente sc",
    "assistente ca", "cap.", "ten.", "col.", "magg.", "gen.", "isp.", "rev", "don ", "mons",
    "padre", "suor",
)  # fmt: skip
"""First letters of the titles."""
