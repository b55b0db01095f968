"""The offices and tasks that people have in an act, as acts print them.

``ROLES`` is the one table: a pattern of the printed words, what the person does in the act when
it is named in a sentence, and what when the words stand over a signature. Patterns are tried in
the table's order, so the special stands before the general.
"""

import re
from typing import NamedTuple

from extractor.facts.anchors import starts, stems
from extractor.facts.people.titles import LETTER
from models.vocabulary import Funzione

_S = r"\s{1,4}"
_OF = r"(?:d(?:i|el|ella|ello|ei|egli|elle)|dell['’])\s{0,3}"
_ALBO = r"(?:pubblicazion[ei]|albo(?:\s+pretorio)?|tenuta\s+dell['’]\s?albo)"
_NAMED = r"(?-i:[A-ZÀ-Ü]|(?:dott|ing|arch|avv|geom|prof|sig|dr|rag|geol)\w{0,3}\.)"
_ACCOUNTS = (
    r"(?:(?:servizi[o]?|settore|area|ufficio|ragioneria|gestione|u\.?o\.?)\s+(?:di\s+)?){0,2}"
    r"(?:economico[-‐–\s]{1,3})?(?:finanziari[oae]?|contabil[ei]|contabilità|ragioneria|bilancio)"
)


class Role(NamedTuple):
    """A kind of office: its printed words, its function in a sentence and in a signature."""

    parole: str
    frase: Funzione
    firma: Funzione
    cognome: bool = False
    """Whether the words are customarily followed by a surname alone (``l'assessore Rossi``)."""


ROLES: tuple[Role, ...] = (
    # Responsibility for the procedure (l. 241/1990, art. 5; d.lgs. 36/2023, art. 15).
    Role(
        rf"resp(?:onsabile|\.){_S}(?:unico{_S})?(?:{_OF})?(?:procedimento|progetto(?!{LETTER}))"
        rf"|r\.?\s?u\.?\s?p(?!{LETTER})\.?|r\.\s?d\.\s?p\.",
        "responsabile_procedimento",
        "responsabile_procedimento",
    ),
    Role(
        rf"(?:responsabile{_S}(?:{_OF})istruttoria|(?:funzionari[oa]{_S})?istruttore|istruttrice"
        rf"|estensore|l['’]incaricat[oa]{_S}(?:{_OF})istruttoria)",
        "istruttore",
        "istruttore",
    ),
    Role(
        rf"(?:responsabil[ei]|incaricat[oa]|addett[oa]|funzionari[oa])(?:{_S}\w+)?{_S}"
        rf"(?:{_OF}|all[ae]?['’]?\s{{0,3}})(?:{_S})?{_ALBO}|mess[oi]{_S}(?:comunal|notificator)[ei]"
        r"|(?<=(?<!\w)il\s)messo",
        "responsabile_pubblicazione",
        "responsabile_pubblicazione",
    ),
    Role(
        rf"responsabil[ei]{_S}(?:{_OF})?{_ACCOUNTS}|ragioniere(?:{_S}(?:capo|generale|comunale))?"
        rf"|(?:il|la){_S}responsabile{_S}finanziari[oa]",
        "responsabile_contabile",
        "responsabile_contabile",
    ),
    Role(
        rf"diret(?:tore|trice){_S}(?:{_OF})?lavori",
        "direttore_lavori",
        "direttore_lavori",
    ),
    Role(
        rf"diret(?:tore|trice){_S}(?:{_OF})?esecuzione|d\.\s?e\.\s?c\.|(?-i:DEC)",
        "direttore_esecuzione",
        "direttore_esecuzione",
    ),
    Role(rf"referente{_S}responsabile", "referente_responsabile", "referente_responsabile"),
    # The experts whom a call names for questions; the referents of an engagement are two others.
    Role(
        rf"referent[ei]{_S}(?:tecnic|commercial|scientific|amministrativ)[oaei]\w{{0,2}}",
        "altro",
        "altro",
    ),
    Role(
        rf"referent[ei](?:{_S}\w{{1,20}}iv[oa]|(?={_S}(?:{_OF}|per{_S}(?:l[ao]{_S}|il{_S}|l['’])?)"
        rf"(?:presente{_S})?(?:convenzione|accordo|contratto|incarico)(?!{LETTER})))",
        "referente_operativo",
        "referente_operativo",
    ),
    # Of a subject, a site, a project: neither of the two of an engagement
    Role(r"referent[ei]", "altro", "altro"),
    Role(
        rf"leg(?:\.|al[ei]){_S}rapp(?:resentant[ei]|\.?te\.?|\.)|rappresentant[ei]{_S}legal[ei]|rapp\.te"
        rf"(?:{_S}legale)?|procura(?:tore|trice)"
        rf"(?:{_S}speciale)?|amministra(?:tore|trice)(?:{_S}(?:unic[oa]|delegat[oa]))?",
        "rappresentante_legale",
        "firmatario",
    ),
    Role(
        rf"(?:vice[-\s]{{0,2}})?segretari[oa](?:{_S}(?:comunale|generale|provinciale|verbalizzante"
        rf"|supplente|reggente)){{0,2}}|verbalizzante|redattore{_S}(?:{_OF})verbale",
        "segretario",
        "segretario",
    ),
    Role(
        rf"relat(?:ore|rice)(?:[\s:]{{1,3}}(?:l['’]\s?|il\s|la\s)?(?:assessor[ea]|consiglier[ea]|sindac[oa]"
        rf"|president[ei](?:ssa)?)(?!{LETTER}))?|(?:consiglier[ea]|assessor[ea]){_S}(?:propon|relat)\w{{2,4}}",
        "relatore",
        "relatore",
        cognome=True,
    ),
    Role(r"proponente", "direttore_proponente", "direttore_proponente"),
    Role(
        rf"(?:vice[-\s]{{0,2}})?president[ei](?:essa)?(?:{_S}{_OF}(?:consiglio|giunta|seduta"
        rf"|assemblea|collegio|commissione))?",
        "altro",
        "firmatario",
        cognome=True,
    ),
    Role(r"(?:vice[-\s]{0,2})?sindac[oa]", "altro", "firmatario"),
    Role(
        rf"assessor[eai](?:{_S}(?:regionale|comunale|delegat[oa]|anziano))?",
        "altro",
        "firmatario",
        True,
    ),
    Role(
        rf"consiglier[eai](?:{_S}(?:comunale|regionale|provinciale|anziano|delegat[oa]))?|ministr[oai]"
        r"|sottosegretari[oa]|onorevol[ei]|senator[ei]|deputat[oai]",
        "altro",
        "firmatario",
        True,
    ),
    Role(
        rf"(?:sub[-\s]?)?commissari[oa]{_S}(?:(?:straordinari|prefettizi|governativ|delegat)[oa]"
        rf"|liquidatore|ad{_S}acta)",
        "altro",
        "firmatario",
    ),
    # Who audits a body's accounts (d.lgs. 267/2000, art. 234): the organ signs by its members.
    Role(
        rf"organo{_S}di{_S}revisione(?:{_S}contabile)?|collegio{_S}(?:{_OF}revisori(?:{_S}{_OF}conti)?"
        rf"|sindacale)|revisore{_S}(?:unico|legale|{_OF}conti)(?:{_S}{_OF}conti)?",
        "componente",
        "firmatario",
    ),
    # Courts: the Corte dei conti, the administrative judges.
    Role(
        rf"(?:prim[oa]{_S})?referendari[oa]|giudice(?={_S}?(?:[,;)\n]|relat|estens|monocr))",
        "componente",
        "firmatario",
    ),
    Role(
        rf"component[ei]|membr[oi]|commissari[oa](?!{LETTER})(?!\s+(?:capo|superior|coordin))|revisor[ei]|scrutator[ei]",
        "componente",
        "componente",
    ),
    Role(
        rf"operator[ei]{_S}economic[oi]|professionist[ai]"
        rf"|creditore|affidatari[oa]|aggiudicatari[oa]|appaltat(?:ore|rice)|concessionari[oa]"
        rf"|(?:ditta|impresa){_S}individuale|(?:capogruppo{_S})?mandatari[oa]|mandante",
        "operatore_economico",
        "operatore_economico",
    ),
    # Only before a name: as words they stand in every call, and are nobody's office.
    Role(
        rf"(?:consulent[ei]|collaborat(?:ore|rice|ori|rici)|espert[oaie]|tecnic[oi]{_S}"
        rf"(?:incaricat|comunal)[oei])(?=\s*:|,?\s+(?:(?:il|la){_S}|l['’]\s?)?{_NAMED})"
        rf"|testimon[ei](?=\s*:|\s+(?:i\s+)?sig)",
        "altro",
        "altro",
    ),
    Role(
        r"progettist[ai]|autor[ei]|redattor[ei]|verificat(?:ore|rice)",
        "autore",
        "autore",
    ),
    Role(
        rf"(?:vice[-\s]{{0,2}})?diret(?:tore|trice|tori)(?:{_S}(?:generale|amministrativ[oa]|sanitari[oa]"
        rf"|socio[-\s]?sanitari[oa]|operativ[oa]|tecnic[oa]|central[ei]|scientific[oa])(?:[-–]\w+)?)?",
        "altro",
        "firmatario",
    ),
    Role(
        rf"dirigent[ei](?:{_S}(?:scolastic[oa]|responsabile|delegat[oa]|tecnic[oa]))?|responsabil[ei]"
        rf"(?:{_S}unico)?|funzionari[oa](?:{_S}(?:responsabile|delegat[oa]|incaricat[oa]))?|capo{_S}"
        rf"(?:settore|area|servizio|ufficio|dipartimento|{_OF}gabinetto)|coordinat(?:ore|rice)"
        rf"|(?:vice[-\s]{{0,2}})?comandante|prefetto|(?:pro[-\s]{{0,2}})?ret(?:tore|trice)|notaio|capogruppo|economo|soprintendente"
        rf"|provveditore|garante|delegat[oai]|collaudat(?:ore|rice)|difensore|curatore|titolare|vicari[oa]"
        rf"|posizione{_S}organizzativa|questore|vice[-\s]{{0,2}}prefetto|conservat(?:ore|rice)|decan[oa]|tesorier[ea]|liquidat(?:ore|rice)"
        rf"|ufficiale{_S}(?:rogante|{_OF}(?:stato{_S}civile|anagrafe))|(?-i:RPD|DPO|RSPP|RPCT|RASA|DSGA)",
        "altro",
        "firmatario",
    ),
)


_HEADS = re.compile(
    rf"(?<!{LETTER})(?<![.@/])(?:"
    + "|".join(f"(?:{r.parole})(?P<r{n}>)" for n, r in enumerate(ROLES))  # quicker behind
    + rf")(?!{LETTER})",
    re.I,
)


class RoleUse(NamedTuple):
    """A role's head as printed, ``[inizio, fine)``, and its row of the table."""

    inizio: int
    fine: int
    ruolo: Role


_STEMS = stems(
    "resp", "r.", "rup", "r u p", "istrut", "estens", "l'incar", "l’incar", "incaricat",
    "addett", "funzionar", "mess", "ragionier", "direttor", "direttric", "d.", "dec",
    "referent", "leg", "rapp", "procurat", "amministrat", "vice", "segretar",
    "verbalizz", "redattor", "relat", "consiglier", "assessor", "proponent", "president",
    "sindac", "ministr", "sottosegr", "onorevol", "senator", "deputat", "component", "membr",
    "commissari", "revisor", "scrutator", "operator", "professionist", "creditor", "affidatar",
    "aggiudicatar", "appaltat", "concessionar", "ditta", "impresa ", "sub", "mandatar", "mandant",
    "progettist", "autor", "verificat", "dirigent", "capo", "coordinat", "comandant", "prefett",
    "pro", "rettor", "rettric", "notaio", "economo", "soprintend", "provveditor", "garant",
    "delegat", "collaudat", "difensor", "curator", "titolar", "vicari", "prim", "referendar",
    "giudice", "organo di rev", "collegio", "questor", "conservat", "decan", "tesorier", "liquidat",
    "ufficiale", "rpd", "dpo", "rspp", "rpct", "rasa", "dsga", "consulent", "collaborat", "tecnic",
    "espert", "testimon", "posizione org",
)  # fmt: skip
"""First letters of every word with which a role begins."""


def role_uses(text: str, lower: str) -> list[RoleUse]:
    """Every printed head of a role, in text order; ``lower`` is the text in lower case."""
    found: list[RoleUse] = []
    for at in starts(lower, _STEMS):
        match = _HEADS.match(text, at) if not found or at >= found[-1].fine else None
        if match:
            found.append(_use(match))
    return found


def role_at(text: str, at: int) -> RoleUse | None:
    """The role whose head begins at ``at``, or None."""
    match = _HEADS.match(text, at)
    return _use(match) if match else None


def _use(match: re.Match[str]) -> RoleUse:
    return RoleUse(match.start(), match.end(), ROLES[int((match.lastgroup or "r0")[1:])])
