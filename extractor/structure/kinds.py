"""The kinds of act that are recognised: one visible table.

To add a kind, add one `Kind` to `KINDS` and one case to ``tests/test_structure_kinds.py``.
A kind with ``sigle`` is recognised at its heading in a bulletin (``D.d.u.o. 18 aprile 2017 -
n. 4425``); a kind with ``titolo`` at the title of a file that holds one act
(``DETERMINAZIONE DEL DIRETTORE GENERALE``). Order matters: the first that fits is taken.
"""

import re
from dataclasses import dataclass
from typing import Literal

from models.vocabulary import TipoAtto

Forma = Literal["provvedimento", "accordo", "documento", "visto", "lettera"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of act.

    ``nome`` stands in its identificativo; ``organo`` is the organ that emits it where the
    heading alone says so; ``forma`` says how its zones are found: a *provvedimento* has preamble
    and operative part, an *accordo* parties, premises and articles, a *documento* chapters,
    a *visto* is all attestation, a *lettera* runs from its subject to its signature.
    """

    tipo: TipoAtto
    nome: str
    forma: Forma
    sigle: str | None = None
    titolo: str | None = None
    organo: str | None = None


_DI = r"(?:\s+(?:del|della|dell['’]|di))?\s*"
_GIUNTA = r"giunta\s+regionale"
_NUMERO = r"(?:n[°º.]{0,2}\s*\d+(?:/\d+)?\s+)?"
_UO = r"(?:unità\s+organizzativa|u\.?\s?o\.?)"

KINDS: tuple[Kind, ...] = (
    # Headings of bulletins: the short form of the body and the long one of the contents.
    Kind("dgr", "dgr", "provvedimento", rf"d\.?\s?g\.?\s?r\.?|deliber\w+{_DI}{_GIUNTA}",
         organo="Giunta regionale"),
    Kind("dcr", "dcr", "provvedimento", rf"d\.?\s?c\.?\s?r\.?|deliber\w+{_DI}consiglio\s+regionale",
         organo="Consiglio regionale"),
    Kind("delibera", "deliberazione-udp", "provvedimento",
         rf"d\.?\s?u\.?\s?p\.?|deliber\w+{_DI}ufficio\s+di\s+presidenza",
         organo="Ufficio di presidenza"),
    Kind("decreto", "dpcr", "provvedimento", rf"decreto{_DI}presidente{_DI}consiglio\s+regionale",
         organo="Presidente del Consiglio regionale"),
    Kind("decreto", "dpgr", "provvedimento",
         rf"d\.?\s?p\.?\s?(?:g\.?\s?r|r\.?\s?l)\.?|decreto{_DI}presidente(?:\s+(?:della\s+)?\w+"
         r"(?:\s+\w+)?)?", organo="Presidente della Regione"),
    Kind("decreto", "das", "provvedimento",
         rf"d\.?\s?a\.?\s?[rs]?\.?|decreto{_DI}assessore\b.{{0,40}}", organo="Assessore"),
    Kind("decreto", "dduo", "provvedimento",
         rf"d\.?\s?d\.?\s?u\.?\s?o\.?|decreto{_DI}dirigente{_DI}{_UO}",
         organo="Dirigente della unità organizzativa"),
    Kind("decreto", "dds", "provvedimento",
         rf"d\.?\s?d\.?\s?s\.?|decreto{_DI}dirigente{_DI}struttura",
         organo="Dirigente della struttura"),
    Kind("decreto", "ddg", "provvedimento",
         rf"d\.?\s?d\.?\s?g\.?|decreto{_DI}direttore{_DI}generale", organo="Direttore generale"),
    Kind("decreto", "ddc", "provvedimento",
         rf"d\.?\s?d\.?\s?c\.?|decreto{_DI}direttore{_DI}centrale", organo="Direttore centrale"),
    Kind("decreto", "dsg", "provvedimento",
         rf"d\.?\s?s\.?\s?g\.?|decreto{_DI}segretario{_DI}generale", organo="Segretario generale"),
    Kind("decreto", "decreto", "provvedimento",
         r"decreto\b(?!\s+(?:legislativo|legge|del\s+presidente\s+della\s+repubblica)|-legge).{0,200}"),
    Kind("comunicato", "comunicato", "provvedimento",
         r"comunicato(?:\s+regionale)?\b.{0,40}|com\.\s?r\.?"),
    Kind("circolare", "circolare", "provvedimento",
         r"circolare(?:\s+regionale)?\b.{0,40}|circ\.\s?r\.?"),
    Kind("legge_regionale", "legge-regionale", "documento", r"legge\s+regionale|l\.?\s?r\.?",
         organo="Consiglio regionale"),
    Kind("regolamento_regionale", "regolamento-regionale", "documento",
         r"regolamento\s+regionale|r\.?\s?r\.?"),
    Kind("ordinanza", "ordinanza", "provvedimento",
         r"ordinanza\b.{0,60}|o\.?\s?p\.?\s?g\.?\s?r\.?"),
    Kind("delibera", "deliberazione", "provvedimento", r"deliber(?:a|azione)\b.{0,60}"),
    Kind("determinazione", "determinazione", "provvedimento",
         r"determin(?:a|azione)\b.{0,200}|d\.\s?d\."),
    Kind("avviso", "avviso", "documento", r"avviso\b.{0,40}"),
    # Titles of files that hold one act.
    Kind("visto", "visto", "visto",
         titolo=r"visto\s+(?:di|per\s+la|contabile|attestante)\b|attestazione\s+(?:di|della)\s+"
                r"(?:copertura|regolarit)|parer[ei]\s+di\s+regolarit"),
    Kind("visto", "certificato", "visto",
         titolo=r"(?:certificato|attestazione|attestato|relata|referto)\s+(?:di|d['’])\s*"
                r"(?:avvenuta\s+)?(?:pubblicazione|esecutivit|affissione)"),
    Kind("parere", "parere", "documento",
         titolo=r"parere\s+(?:del|dell|sul|motivato|n\b|n\.|tecnico|favorevole|legale)"),
    Kind("dgr", "dgr", "provvedimento",
         titolo=rf"deliber\w+\s+(?:n[°º.]{{0,2}}\s*[IVXL]{{1,6}}\s*/|{_NUMERO}"
                rf"(?:della|di)\s+{_GIUNTA})|d\.\s?g\.\s?r\.\s*n[.°º]",
         organo="Giunta regionale"),
    Kind("delibera", "deliberazione-consiglio-comunale", "provvedimento",
         titolo=rf"deliber\w+\s+{_NUMERO}(?:del|di)\s+consiglio\s+comunale",
         organo="Consiglio comunale"),
    Kind("delibera", "deliberazione-giunta-comunale", "provvedimento",
         titolo=rf"deliber\w+\s+{_NUMERO}(?:della|di)\s+giunta\s+(?:comunale|municipale)",
         organo="Giunta comunale"),
    Kind("delibera", "deliberazione", "provvedimento",
         titolo=r"deliber(?:a|azione)\b"),
    Kind("verbale", "verbale", "documento", titolo=r"verbale\b"),
    Kind("determinazione", "determinazione", "provvedimento", titolo=r"determin(?:a|azione)\b"),
    Kind("ordinanza", "ordinanza-sindacale", "provvedimento",
         titolo=r"ordinanza\s+(?:sindacale|del\s+sindaco)", organo="Sindaco"),
    Kind("ordinanza", "ordinanza-dirigenziale", "provvedimento",
         titolo=r"ordinanza\s+(?:dirigenziale|del\s+responsabile)", organo="Dirigente"),
    Kind("ordinanza", "ordinanza", "provvedimento", titolo=r"ordinanza\b"),
    Kind("decreto", "decreto-sindacale", "provvedimento",
         titolo=r"decreto\s+(?:sindacale|del\s+sindaco)", organo="Sindaco"),
    Kind("decreto", "decreto", "provvedimento",
         titolo=r"decreto\b(?!\s+(?:non\s+)?soggett)|d\.\s?[rdgm]\.\s?(?:[gs]\.\s?)?(?:n[°º.]|rep\b)"),
    Kind("legge_regionale", "legge-regionale", "documento", titolo=r"legge\s+regionale\b",
         organo="Consiglio regionale"),
    Kind("regolamento_regionale", "regolamento-regionale", "documento",
         titolo=r"regolamento\s+regionale\b"),
    Kind("legge", "legge", "documento", titolo=r"legge\s+\d"),
    Kind("decreto_legislativo", "decreto-legislativo", "documento",
         titolo=r"decreto\s+legislativo\b"),
    Kind("circolare", "circolare", "lettera", titolo=r"circolare\b"),
    Kind("comunicato", "comunicato", "provvedimento", titolo=r"comunicato\b"),
    Kind("altro", "comunicazione", "lettera", titolo=r"comunicazione\b"),
    Kind("altro", "proposta", "lettera", titolo=r"proposta\s+di\s+deliber"),
    Kind("accordo", "accordo", "accordo",
         titolo=r"accordo\b|protocollo\s+d(?:\s?['’]\s?|i\s+)intesa"),
    Kind("convenzione", "convenzione", "accordo",
         titolo=r"(?:schema\s+di\s+)?(?:convenzione|contratto|atto\s+di\s+concessione|disciplinare"
                r"\s+di\s+incarico)\b"),
    Kind("avviso", "avviso-permesso-di-costruire", "documento",
         titolo=r"avviso\s+(?:di\s+|dell['’]\s*)?(?:avvenuto\s+)?rilascio\s+(?:(?:di|del|dei)\s+)?"
                r"permess[oi]\b"),
    Kind("altro", "permesso-di-costruire", "provvedimento",
         titolo=r"permesso\s+(?:di|a)\s+costruire\b|concessione\s+edilizia\b"),
    Kind("bando", "bando", "documento", titolo=r"(?:estratto\s+(?:(?:di|del)\s+)?)?bando\b"),
    Kind("avviso", "avviso", "documento", titolo=r"avviso\b|manifestazione\s+d\s?['’]\s?interesse"),
    Kind("piano", "piano", "documento", titolo=r"(?:piano|programma)\s+(?:triennale|pluriennale|"
         r"strategico|regionale|annuale|operativo|integrato|nazionale|di|dei|delle|per)\b"),
    Kind("altro", "regolamento", "documento", titolo=r"(?:schema\s+di\s+)?regolamento\b"),
    Kind("altro", "relazione", "documento", titolo=r"relazione\b|linee\s+guida\b"),
)  # fmt: skip

#: What is taken for an act when no title is found: by an ``Oggetto:`` a letter, by an
#: ``Allegato`` heading an attachment, else anything.
LETTER = Kind("altro", "lettera", "lettera")
ATTACHMENT = Kind("allegato", "allegato", "documento")
OTHER = Kind("altro", "documento", "documento")

_SIGLE = tuple(
    (kind, re.compile(rf"(?:{kind.sigle})", re.I)) for kind in KINDS if kind.sigle is not None
)
_TITOLI = tuple(
    (kind, re.compile(rf"(?:{kind.titolo})", re.I)) for kind in KINDS if kind.titolo is not None
)


def kind_of_sigla(sigla: str) -> Kind | None:
    """The kind of a bulletin's heading: ``D.d.u.o.``, ``Decreto dirigente struttura``.

    >>> kind_of_sigla("D.d.u.o.").nome, kind_of_sigla("Decreto dirigente struttura").nome
    ('dduo', 'dds')
    """
    words = " ".join(sigla.split())
    return next((kind for kind, pattern in _SIGLE if pattern.fullmatch(words)), None)


#: What copies and minutes print before the title itself.
_COPY = re.compile(
    r"(?:(?:copia|originale|estratto|verbale|bozza)\s+(?:conforme\s+)?(?:di|della|del|dal|dello)?\s*){1,3}"
    r"(?:registro\s+(?:di|delle)\s+)?(?=deliber|determin|ordinan|decret)",
    re.I,
)


def kind_of_title(title: str) -> Kind | None:
    """The kind of the act whose title begins ``title``.

    >>> kind_of_title("ORDINANZA SINDACALE").organo
    'Sindaco'
    """
    copy = _COPY.match(title)
    start = copy.end() if copy else 0
    return next((kind for kind, pattern in _TITOLI if pattern.match(title, start)), None)
