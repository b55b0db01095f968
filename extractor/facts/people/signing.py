"""Who signs, and what the person who signs does: the act, an opinion on it, its publication."""

from dataclasses import replace

import regex

from extractor.facts.people.clauses import (
    ASSISTED,
    CONTACT,
    COVER,
    HEAD_OF_OFFICE,
    OPENS,
    PUBLISHES,
    SIGNER,
)
from extractor.facts.people.gaps import fills_line
from extractor.facts.people.places import Candidate
from extractor.facts.people.roles import role_at
from extractor.facts.people.titles import is_courtesy
from models import Context
from models.vocabulary import Funzione

_SAYS = regex.compile(r"(?:il|la)\s+sottoscritt[oa]\s*,?\s+", regex.I)
_ARTICLE = regex.compile(r"(?<!\w)(?:(?:Il|La|IL|LA)\s|L['’]\s?)$")
_HEADINGS = regex.compile(
    r"(?P<contabile>(?:^|\n)\W{0,4}(?:visto|parere|attestazione|attestato)[^\n]{0,60}"
    r"(?:contabil|copertura\s+finanz)|sottoscritt[oa]\s+responsabile[^.\n]{0,60}(?:ragion|finanz))"
    r"|(?P<pubblica>pubblicazion[ei]|albo\s+pretorio|referto)"
    r"|(?P<tecnica>regolarit[àa]['’]?\s+tecnic[ao](?!\s+e\s+contabil))"
    r"|(?P<altro>regolarit[àa]['’]?\s+tecnic[ao]|conformit[àa]|esecutivit[àa]|letto[,\s]+(?:approvato|confermato))",
    regex.I,
)
# Responsabile Continuità⏎Anna Rossi⏎• coordina …: whose duties follow signs nothing there
_DUTIES = regex.compile(r"[ \t]*\n\s*[•·▪●►➢✓][ \t]*[\w(]")
_IN_CHARGE = regex.compile(r"responsabil|dirigent|funzionari", regex.I)
COLLEGIAL = ("delibera", "dgr", "dcr")
"""Acts of a collegial organ: officials give an opinion on the proposal, they sign no act."""
#: Acts of one official: a general secretary who signs one has taken it, and records no meeting.
_OF_ONE = ("determinazione", "decreto", "ordinanza")
_GENERAL_SECRETARY = regex.compile(r"segretari[oa]\s+generale", regex.I)
_PROPOSAL = regex.compile(
    r"(?<!\w)(?:propon[ei]|proponente|si\s+propone|la\s+proposta)(?!\w)", regex.I
)
_NOT_PROPOSING = regex.compile(r"generale|sindac|president", regex.I)


def undersigned(place: Candidate, text: str) -> Candidate | None:
    """The place with the role that the words over it tell, where a title alone is printed there.

    ``Il sottoscritto Responsabile del Servizio finanziario attesta …⏎Rag. Anna Neri``
    """
    if place.role is not None or place.legame != "titolo" or not fills_line(text, place.name):
        return None
    for says in reversed(list(_SAYS.finditer(text, max(place.inizio - 600, 0), place.inizio))):
        use = role_at(text, says.end())
        return replace(place, role=use, riga=True, contiguo=False) if use else None
    return None


def is_signature(place: Candidate, text: str, context: Context) -> bool:
    """Whether the role opens a line and the name under or beside it ends one."""
    if place.role is None:
        return place.firmato
    if place.legame == "copula" and text[place.role.inizio : place.role.fine].isupper():
        return "persona" in place.richiamo
    if place.legame not in ("diretto", "complemento"):
        return place.legame == "prima" and place.riga
    if place.firmato:
        return True
    start = place.role.inizio
    if _recurs(place, text):
        return False
    if context.zone_at(start) == "firma" and place.legame == "diretto":
        return True
    if text[place.role.fine - 1] in "iI" or not (
        OPENS.search(text, max(start - 30, 0), start) or _is_over(place, text)
    ):
        return False
    if CONTACT.match(text, place.name.fine) or _is_label(place, text):
        return False
    if _DUTIES.match(text, place.name.fine):
        return False
    if _assists(place, text, context):
        return False
    ends = regex.match(
        r"[\s)_.]*?(?:[\n\t]|$)|[ ]{4}", text[place.name.fine : place.name.fine + 30]
    )
    return place.riga or ends is not None


def _assists(place: Candidate, text: str, context: Context) -> bool:
    """Whether the person is named at the head of the act among those who assist its author."""
    head = context.zone_at(place.inizio) in ("frontespizio", "preambolo")
    return head and ASSISTED.search(text, max(place.inizio - 240, 0), place.inizio) is not None


def _recurs(place: Candidate, text: str) -> bool:
    """Whether the same label stands before other names: ``Coordinatore: Rossi``, of each class."""
    if not _is_label(place, text) or place.role is None:
        return False
    return text.count(text[place.role.inizio : place.name.da]) > 2


def _is_over(place: Candidate, text: str) -> bool:
    """Whether a role with its article in a capital stands at the end of a line over the name.

    Where a signature follows the last sentence on its line: ``… sul BURL. Il dirigente⏎Rossi``.
    """
    if place.role is None or not place.riga or "\n" not in place.richiamo:
        return False
    return _ARTICLE.search(text, max(place.role.inizio - 4, 0), place.role.inizio) is not None


def _is_label(place: Candidate, text: str) -> bool:
    """Whether a general role is a label of the name (``Dirigente: Mario Rossi``)."""
    if place.role is None or place.role.ruolo.firma != "firmatario":
        return False
    start = place.role.inizio
    return place.richiamo.strip().endswith(":") and not _ARTICLE.search(
        text, max(start - 4, 0), start
    )


def of_signature(place: Candidate, text: str, context: Context) -> Funzione:
    """What the person of a signature does: the act is signed by few of those who sign in it."""
    if place.role is None:
        return "altro" if _gives_opinion("", text, place, context) else "firmatario"
    function = place.role.ruolo.firma
    if function == "segretario" and _takes_the_act(place, text, context):
        return "firmatario"
    if function != "firmatario":
        return function
    if _is_on_cover(place, text, context):
        return "altro"
    if _publishes(place, text, context):
        return "responsabile_pubblicazione"
    words = text[place.role.inizio : place.name.da]
    heading = heading_of(text, place.inizio)
    if (
        heading == "contabile"
        and context.zone_at(place.inizio) != "firma"
        and _IN_CHARGE.match(words)
    ):
        return "responsabile_contabile"
    if _proposes(words, text, place, context):
        return "direttore_proponente"
    return "altro" if _gives_opinion(words, text, place, context) else "firmatario"


def _takes_the_act(place: Candidate, text: str, context: Context) -> bool:
    """Whether a general secretary signs an act of one official: the determination is theirs."""
    if place.role is None or context.tipo not in _OF_ONE or place.firmato:
        return False
    general = _GENERAL_SECRETARY.match(text, place.role.inizio) is not None
    return general and heading_of(text, place.inizio) is None


def _is_on_cover(place: Candidate, text: str, context: Context) -> bool:
    """Whether an official is named on the cover of a project beside who drew it up."""
    if place.firmato or context.zone_at(place.inizio) not in ("frontespizio", "allegato"):
        return False
    return COVER.search(text, max(place.inizio - 320, 0), place.inizio) is not None


def _publishes(place: Candidate, text: str, context: Context) -> bool:
    """Whether an official signs the certificate that the act was published."""
    if place.role is None or context.zone_at(place.inizio) == "firma":
        return False
    start = place.role.inizio
    return _IN_CHARGE.match(text, start) is not None and (
        PUBLISHES.search(text, max(start - 600, 0), start) is not None
    )


def _gives_opinion(words: str, text: str, place: Candidate, context: Context) -> bool:
    """Whether the signature is only that of the technical opinion on a resolution.

    Officials sign it on the proposal (d.lgs. 267/2000, art. 49); the resolution is signed by who
    presides and by the secretary.
    """
    if context.tipo not in COLLEGIAL or context.zone_at(place.inizio) == "firma":
        return False
    if words and not HEAD_OF_OFFICE.match(words):
        return False
    return heading_of(text, place.inizio) == "tecnica"


def heading_of(text: str, at: int) -> str | None:
    """The kind of certificate or opinion that the place stands under.

    Where two opinions stand side by side they are read one after the other, and then their
    signatures: the first signature is that of the first.
    """
    found: list[tuple[str, int, int]] = []
    for match in _HEADINGS.finditer(text, max(at - 1200, 0), at):
        kind = match.lastgroup or ""
        if found and found[-1][0] == kind:
            found[-1] = (kind, found[-1][1], match.end())
        else:
            found.append((kind, match.start(), match.end()))
    if not found:
        return None
    kind, start, end = found[-1]
    if len(found) > 1 and not SIGNER.search(text, found[-2][2], start):
        more = SIGNER.search(text, at + 5, at + 160)
        if len(SIGNER.findall(text, end, at)) == 0 and more:
            return found[-2][0] if not _HEADINGS.search(text, at, more.start()) else kind
    return kind


def _proposes(words: str, text: str, place: Candidate, context: Context) -> bool:
    """Whether the signature is that of who proposes the act, on its title page."""
    if _NOT_PROPOSING.search(words) or is_courtesy(place.name.titolo):
        return False
    zone = context.zone_at(place.inizio)
    if zone not in (None, "frontespizio", "preambolo"):
        return False
    reach = 900 if zone == "frontespizio" else 500
    return _PROPOSAL.search(text, max(place.inizio - reach, 0), place.inizio) is not None
