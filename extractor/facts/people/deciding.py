"""What a person does in the act, from the place where the name stands.

One function gives each place its ``funzione``; the signatures, the clauses of appointment and of
representation, and the certificates after an act each have their rule.
"""

import regex

from extractor.facts.people.clauses import (
    ACCOUNTS_OPINION,
    APPOINTED,
    APPOINTS,
    ASSISTED,
    ASSISTS,
    BENCH,
    IN_CHAIR,
    IN_CONCERT,
    IS_APPOINTED,
    NAMED,
    PANEL,
    PANEL_LIST,
    PRESIDES,
    PROPOSES,
    PROPOSING_UNIT,
    PUBLISHES,
    REPLACES,
    REPORTS,
    REPRESENTED,
    STANDS_FOR,
    TELLER,
    TELLERS,
)
from extractor.facts.people.places import Candidate
from extractor.facts.people.titles import is_courtesy
from models import Context
from models.vocabulary import Funzione

_ADOPTS = regex.compile(
    r"[\s,)]*(?:\([^)]{0,80}\)\s*)?(?:adotta|determina|decreta|delibera|ordina|dispone|assume)(?!\w)",
    regex.I,
)
_JUDGE = regex.compile(r"president|consiglier", regex.I)
_GIUNTA = regex.compile(r"\s+assessori\s", regex.I)
_CHAIRS = regex.compile(r"sindac|president", regex.I)
_CONTACT = regex.compile(
    r"[\s,;)]*(?:e-?mail|tel|telefono|pec|cell|mob|\d{2,4}[\s.-]?\d{5})", regex.I
)
_OPENS = regex.compile(
    r"(?:^|[\n\t]|\s{4,}|\d{4}[,.]?\s+)\W{0,3}(?:(?:il|la|lo|per)\s+|l['’]\s?)?(?:visto\s+(?:(?:il|la)\s+)?)?$",
    regex.I,
)
_ARTICLE = regex.compile(r"(?<!\w)(?:(?:Il|La|IL|LA)\s|L['’]\s?)$")
_HEADINGS = regex.compile(
    r"(?P<contabile>(?:^|\n)\W{0,4}(?:visto|parere|attestazione|attestato)[^\n]{0,60}"
    r"(?:contabil|copertura\s+finanz)|sottoscritt[oa]\s+responsabile[^.\n]{0,60}(?:ragion|finanz))"
    r"|(?P<pubblica>pubblicazion[ei]|albo\s+pretorio|referto)"
    r"|(?P<tecnica>regolarit[àa]['’]?\s+tecnic[ao](?!\s+e\s+contabil))"
    r"|(?P<altro>regolarit[àa]['’]?\s+tecnic[ao]|conformit[àa]|esecutivit[àa]|letto[,\s]+(?:approvato|confermato))",
    regex.I,
)
_SIGNER = regex.compile(r"\n\W{0,3}(?:il|la)\s+(?:responsabil|dirigent|funzionari)", regex.I)
_IN_CHARGE = regex.compile(r"responsabil|dirigent|funzionari", regex.I)
_HEAD_OF_OFFICE = regex.compile(
    r"responsabil|dirigent|funzionari|diret(?:tor|tric)|capo\s", regex.I
)
#: Acts of a collegial organ: officials give an opinion on the proposal, they do not sign the act.
_COLLEGIAL = ("delibera", "dgr", "dcr")
#: Acts of one official: a general secretary who signs one has taken it, and records no meeting.
_OF_ONE = ("determinazione", "decreto", "ordinanza")
_GENERAL_SECRETARY = regex.compile(r"segretari[oa]\s+generale", regex.I)
_PROPOSAL = regex.compile(
    r"(?<!\w)(?:propon[ei]|proponente|si\s+propone|la\s+proposta)(?!\w)", regex.I
)
_NOT_PROPOSING = regex.compile(r"generale|sindac|president", regex.I)


def function_of(place: Candidate, text: str, context: Context) -> Funzione:
    """What the person at a place does in the act."""
    if place.funzione == "firmatario" and _heading(text, place.inizio) == "contabile":
        return "responsabile_contabile"
    if place.funzione is not None:
        return place.funzione
    if _is_unit(place, text):
        return "altro"
    if _is_president(place, text) and (
        _GIUNTA.match(text, place.fine)
        or PANEL_LIST.search(text, max(place.inizio - 160, 0), place.inizio)
    ):
        return "presidente"
    if is_signature(place, text, context):
        return _of_signature(place, text, context)
    before = text[max(place.inizio - 200, 0) : _said_before(place, text)]
    after = text[place.fine : place.fine + 160]
    chairs = _is_president(place, text) and PANEL.search(before) is not None
    if place.legame == "prima" and _sits_as_judge(place, text):
        return "presidente" if _is_president(place, text) else "componente"
    own = "presidente" if chairs else place.role.ruolo.frase if place.role else "altro"
    if own == "altro" and context.tipo == "delibera" and _opens_meeting(place, text, context):
        return "presidente"
    if _only_assists(place, own, text):
        return "altro"
    clause = _of_clause(place, own, before, after)
    if clause == "relatore" and place.role and _HEAD_OF_OFFICE.match(text, place.role.inizio):
        # An official proposes the act of another; to report to the organ is for its members
        clause = "direttore_proponente" if "proposta" in before[-50:].casefold() else clause
    return clause or _of_role(place, own, text, before, after)


def _said_before(place: Candidate, text: str) -> int:
    """Where the words before a place end; tellers are no office, but what one is appointed for."""
    teller = place.role is not None and TELLER.match(text, place.role.inizio) is not None
    return place.role.fine if place.role is not None and teller else place.inizio


def _only_assists(place: Candidate, own: Funzione, text: str) -> bool:
    """Whether the person helps whom the role tells of: ``Collaboratore del RUP``."""
    if not own.startswith(("responsabile_proc", "direttore_")):
        return False
    return ASSISTS.search(text, max(place.inizio - 40, 0), place.inizio) is not None


def _sits_as_judge(place: Candidate, text: str) -> bool:
    """Whether a president or councillor is named among the judges of a court."""
    if place.role is None or not _JUDGE.match(text, place.role.inizio):
        return False
    return BENCH.search(text, max(place.inizio - 500, 0), place.inizio) is not None


def _is_unit(place: Candidate, text: str) -> bool:
    """Whether a unit proposes the act and the person, no official, is only named with it.

    ``Struttura proponente: Servizio personale - sig.ra Rossi``
    """
    if place.role is None or place.role.ruolo.frase != "direttore_proponente":
        return False
    start = place.role.inizio
    unit = _UNIT.search(text, max(start - 30, 0), start) is not None
    return unit and is_courtesy(place.name.titolo)


_UNIT = regex.compile(
    r"(?:struttura|settore|servizio|ufficio|area|direzione|unità|[us]\.?\s?[oc]\.?(?:\s?[cs]\.?)?)\s+$",
    regex.I,
)


def _opens_meeting(place: Candidate, text: str, context: Context) -> bool:
    """Whether a mayor or president is named, in capitals, at the head of a resolution."""
    words = text[place.role.inizio : place.role.fine] if place.role else ""
    heads = words.isupper() and _CHAIRS.search(words) is not None and place.legame == "diretto"
    return heads and context.zone_at(place.inizio) in ("frontespizio", "preambolo")


def _is_president(place: Candidate, text: str) -> bool:
    words = text[place.role.inizio : place.role.fine].casefold() if place.role else ""
    return "president" in words


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
    if context.zone_at(start) == "firma" and place.legame == "diretto":
        return True
    if text[place.role.fine - 1] in "iI" or not (
        _OPENS.search(text, max(start - 30, 0), start) or _is_over(place, text)
    ):
        return False
    if _CONTACT.match(text, place.name.fine) or _is_label(place, text):
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


def _of_signature(place: Candidate, text: str, context: Context) -> Funzione:
    if place.role is None:
        return "altro" if _gives_opinion("", text, place, context) else "firmatario"
    function = place.role.ruolo.firma
    if function == "segretario" and _takes_the_act(place, text, context):
        return "firmatario"
    if function != "firmatario":
        return function
    if _publishes(place, text, context):
        return "responsabile_pubblicazione"
    words = text[place.role.inizio : place.name.da]
    heading = _heading(text, place.inizio)
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
    return general and _heading(text, place.inizio) is None


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
    if context.tipo not in _COLLEGIAL or context.zone_at(place.inizio) == "firma":
        return False
    if words and not _HEAD_OF_OFFICE.match(words):
        return False
    return _heading(text, place.inizio) == "tecnica"


def _heading(text: str, at: int) -> str | None:
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
    if len(found) > 1 and not _SIGNER.search(text, found[-2][2], start):
        more = _SIGNER.search(text, at + 5, at + 160)
        if len(_SIGNER.findall(text, end, at)) == 0 and more:
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


def _of_clause(place: Candidate, own: Funzione, before: str, after: str) -> Funzione | None:
    """The function that the words around give, whatever the person's office."""
    if REPRESENTED.search(before):
        return own if own != "altro" and APPOINTS.search(before) else _by_appointment(own, before)
    if own in ("presidente", "componente", "segretario") and PANEL.search(before):
        return own
    if own in ("altro", "operatore_economico") and STANDS_FOR.match(after):
        return "rappresentante_legale"
    if place.role is None and PANEL_LIST.search(before):
        return "componente"
    if TELLERS.search(before):
        return "componente"
    if own in ("altro", "rappresentante_legale", "segretario", "componente") and (
        (APPOINTED if place.role is None else IS_APPOINTED).match(after)
        or (place.legame == "prima" and _is_appointed(place, before))
        or (
            (APPOINTS.search(before) or REPLACES.search(before))
            and place.legame != "prima"
            and not place.riga
        )
    ):
        return "nominato"
    if place.role is None:
        return "presidente" if IN_CHAIR.search(before) else None
    reports = PROPOSES.search(before) or (REPORTS.match(after) and not IN_CONCERT.search(before))
    return "relatore" if reports and own == "altro" else None


def _by_appointment(own: Funzione, before: str) -> Funzione:
    if APPOINTS.search(before):
        return "nominato"
    return own if own == "responsabile_procedimento" else "rappresentante_legale"


def _is_appointed(place: Candidate, before: str) -> bool:
    return NAMED.search(place.richiamo) is not None or APPOINTS.search(before) is not None


def _of_role(place: Candidate, own: Funzione, text: str, before: str, after: str) -> Funzione:
    if place.role is None or own != "altro":
        return own
    head = text[max(place.role.inizio - 160, 0) : place.role.inizio]
    if ACCOUNTS_OPINION.search(head):
        return "responsabile_contabile"
    if PROPOSING_UNIT.search(head) and not is_courtesy(place.name.titolo):
        return "direttore_proponente"
    if PRESIDES.match(after) or IN_CHAIR.search(before):
        return "presidente"
    words = text[place.role.inizio : place.role.fine]
    heads = place.legame == "diretto" and words.isupper() and not words.endswith("I")
    if heads or _ADOPTS.match(after):
        opens = _OPENS.search(text, max(place.inizio - 30, 0), place.inizio)
        return "firmatario" if opens else own
    return own


_OPINION = 0.7
_CHAIR = 0.75


def confidence_of(place: Candidate, function: Funzione, text: str, context: Context) -> float:
    """How sure a place is: what speaks for the name, how near its role is, what it is read as.

    Two readers of one resolution do not agree whether who signs an opinion on it is one of its
    signers, and whether who chaired the meeting is: these are less sure than their names.
    """
    sure = _sureness(place, function)
    if function != "firmatario":
        return sure
    if context.zone_at(place.inizio) == "visti":
        return min(sure, _OPINION)
    chairs = place.role is not None and _CHAIRS.search(text, place.role.inizio, place.role.fine)
    return min(sure, _CHAIR) if chairs and context.tipo in ("delibera", "verbale") else sure


def _sureness(place: Candidate, function: Funzione) -> float:
    initial = place.name.unita[0].endswith(".")
    sure = 0.85 if not place.dubbio else 0.75 if initial and place.role else 0.5
    if place.legame == "titolo":
        return 0.4 if place.dubbio else 0.55
    if len(place.name.unita) == 1 and place.role is not None and place.role.ruolo.cognome:
        return 0.75
    if place.name.titolo and place.name.noto and not is_courtesy(place.name.titolo):
        sure += 0.05
    if place.firmato or (place.riga and not place.dubbio):
        sure += 0.06
    if place.legame in ("complemento", "copula"):
        sure -= 0.05
    if function == "altro":
        sure -= 0.1
    if len(place.name.unita) == 1:
        sure -= 0.05
    return round(min(max(sure, 0.3), 0.97), 2)
