"""The kinds of act that can be cited, each with the words that begin its citation.

A *head* is the abbreviation or the words of a kind (``d.g.r.``, ``deliberazione di Giunta
regionale``). What may follow it is its *form*:

- ``serie``: number and date in any order (``legge 7 agosto 1990, n. 241``, ``d.P.R. 445/2000``);
- ``organo``: the same after the words of the body that made it (``decreto del segretario
  generale n. 1485/2015``), so a number needs its mark or a year;
- ``unione``: an act of the European Union (``regolamento (UE) n. 1407/2013``);
- ``sigla``: a number that its own series announces (``COM(2020)67``, ``C(2015) 923 final``).
"""

from dataclasses import dataclass
from typing import Literal

from extractor.facts.references.grammar import (
    FILL,
    OF_REGION,
    SHORT_FILL,
    UNION,
    abbreviation,
    piece,
)
from extractor.facts.regions import ADJECTIVE
from models.vocabulary import TipoRiferimento

Form = Literal["serie", "organo", "unione", "sigla"]


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """A kind of cited act.

    ``initial`` are the letters its heads begin with; ``weak`` heads are so short that they need
    a number with its year or date; ``regional`` acts carry a legislature; ``dateable`` ones may
    be cited by date alone.
    """

    name: str
    tipo: TipoRiferimento
    head: str
    form: Form = "serie"
    ente: str | None = None
    weak: bool = False
    regional: bool = False
    dateable: bool = False


def _words(*patterns: str) -> str:
    gaps = (pattern.replace(" ?", r"\s{0,3}").replace(" ", r"\s{1,3}") for pattern in patterns)
    return "(?:" + "|".join(gaps) + ")"


_OF = r"(?:d(?:el(?:l[ao])?|i)(?![a-z])\s{0,3}|dell')?"
_DELIBERA = r"(?:deliberazion[ei]|deliber[ae]|delib\.?)"
_REGION = rf"(?:\s{{1,3}}(?:{ADJECTIVE})|{OF_REGION})"
_QUALIFIED = (
    r"(?:\s{0,3}(?:delegat[oi]|del\.|di\s{1,3}esecuzione|d'esecuzione|esec\.|comunitari[oi]"
    r"|europe[oi]|generale|finanziario))?"
)
# What decree-laws are called in the press and, with their number, in acts
_URGENT = (
    r"semplificazioni(?:[\s-](?:bis|ter))?|rilancio|cura\s{1,3}italia|liquidit[aà]'?|agosto|genova"
    r"|(?:sostegni|ristori|aiuti)(?:[\s-](?:bis|ter|quater|quinquies))?|mille\s?proroghe|crescita"
    r"|sblocca[\s-]{1,3}(?:italia|cantieri)|salva[\s-]{1,3}(?:italia|casa)|cresci\s?italia"
    r"|del\s{1,3}fare|dignit[aà]'?|sicurezza(?:[\s-]bis)?|pnrr(?:[\s-]?(?:bis|ter|quater|\d))?"
    r"|governance|infrastrutture|lavoro|coesione|caivano|cutro|omnibus|asset|energia"
)
_PROTOCOL = r"(?:\s{1,3}prot(?:ocollo|\.)?(?=\s{0,3}n[.°r]))?"
_REPERTORY = r"(?:\s{1,3}\(?rep(?:ertorio)?\.?(?:\s{1,3}att[io]\.?)?)?"
# ``convenzione assunta al Rep. n. 45``, ``con R.A.P. n. 12``: the body's register of contracts
_CONTRACTS = (
    r"(?:\s{1,3}(?:(?:assunt|iscritt|registrat|repertoriat)[ao]\s{1,3}(?:con|al|a)\s{1,3}(?:il\s{1,3})?)?"
    r"(?:rep(?:ertorio)?|racc(?:olta)?|r\.\s?a\.\s?p)\.?)?"
)
_TOPIC = rf"{FILL}[(]?"
_MINISTRY = _words(
    "ministerial[ei]",
    "interministerial[ei]",
    r"(?:del |dei |dell')?minist(?:r|er)[oi](?:ni)?",
    r"(?:del |dell')?(?:mase|mef|mit|mims|mise|mimit|miur|mur|mipaaf?t?|masaf|mattm|mite)(?![a-z])",
)

_OFFICES = r"(?:mur|miur|mim|mase|mattm|mite|mise|mimit|mit|mims|masaf|mipaaft?|mef|rgs)(?![a-z])"
# Right after two letters that are also words: the mark, or a number with its year.
_NUMBERED = r"\s{1,2}(?:n[.°]|\d{1,4}(?:/[a-z])?/(?:19|20)\d\d(?!\d))"
# ``, Sez. V, SS.UU.,``: sections of a court between its name and the date or number.
_COURT_FILL = r"(?:[\s,(-]{1,4}(?:s\.?s\.?\s?u\.?u\.?|sez(?:ion[ei]|\.))(?![a-z]),?)?" + FILL

KINDS: tuple[Kind, ...] = (
    Kind("costituzionale", "legge_costituzionale",
         _words(r"legg[ei] cost(?:ituzional[ei]|\.)", r"l\. ?cost\."), ente="Stato"),
    Kind("l.r.", "legge_regionale",
         "(?:" + _words(r"legg[ei] region(?:al[ei]|e)(?: statutari[ae])?",
                        r"legg[ei](?= della? reg)", r"l\. ?reg(?:ionale|\.)")
         + "|" + abbreviation("lr") + "|" + abbreviation("lrt")
         + rf"|ll\.?\s?rr\.?(?![a-z]))(?:\s{{1,3}}(?:{ADJECTIVE}))?" + OF_REGION),
    # The laws of Trento and Bolzano rank with those of the Regions (d.P.R. 670/1972, art. 8).
    Kind("l.p.", "legge_regionale",
         _words(r"legg[ei] provincial[ei]")
         + r"(?:\s{1,3}(?:di\s{1,3})?(?:trento|bolzano))?|l\.\s{0,2}p\.(?![a-z])"),
    Kind("r.d.", "regio_decreto",
         _words(r"regi[o]? decret[oi](?:[- ]legge| legislativo)?") + "|"
         + r"(?<![a-z]\.)r\.\s?d\.(?:\s?l(?:gs)?\.)?(?![a-z])|rd(?![a-z])",
         ente="Stato", weak=True),
    Kind("d.lgs.", "decreto_legislativo",
         _words(r"decret[oi] l(?:egislativ[oi]|e?gs\.?|\.v[oi]\.?)(?![a-z])"
                r"(?: luogotenenziale| del capo provvisorio dello stato| c\.?p\.?s\.?(?![a-z]))?")
         + r"|d\.\s?[i1]gs\.?(?![a-z])|d\.?\s?l\.\s?gs\.?(?![a-z])"
         + r"|d(?:ec(?:r|reto)?)?[.\s]{0,3}l(?:e?g[.\s]{0,2}[sv]|eg[.\s]{0,2}vo|eg?|[.\s]{0,2}vo|g)"
         + r"\.?(?:\s?(?:vo|vi)\.?)?(?:\s?(?:c\.?\s?p\.?\s?s|lgt)\.?(?![a-z]))?(?![a-zà-ÿ])",
         ente="Stato"),
    Kind("d.l.", "decreto_legge",
         r"decret[oi](?:\s{0,2}-\s{0,2}|\s{1,3})legge|" + abbreviation("dl")
         + rf"|decreto\s{{1,3}}[\"“«']?(?:{_URGENT})[\"”»']?(?=[\s,(]{{1,4}}(?:n[.°]|\d))",
         ente="Stato", weak=True),
    # Of Presidents of Regions and Provinces: ``D.P.Reg.``, ``D.P.R.G.``, ``D.P.G.R.C.``, ``D.P.P.``
    Kind("d.p.reg.", "decreto",
         r"d\.?\s{0,2}p\.?\s{0,2}reg\.?(?![a-z])|"
         + "|".join(abbreviation(letters) for letters in ("dpgrc", "dprg", "dpgp", "dpp")),
         weak=True),
    # Of regional managers and services, of commissioners for health and for emergencies
    Kind("d.c.a.", "decreto",
         "|".join(abbreviation(letters) for letters in ("dca", "drd", "drs", "dprs", "ddd", "dcs"))
         + r"|d\.\s?s\.(?=\s{0,3}n[.°r])", weak=True),
    Kind("a.d.", "determinazione", r"a\.\s?d\.(?=\s{0,3}n[.°r])", weak=True),
    Kind("atto dirigenziale", "determinazione",
         rf"att[oi]\s{{1,3}}dirigenzial[ei](?![a-z]){SHORT_FILL}", "organo", weak=True),
    Kind("d.P.R.", "dpr",
         _words(r"decret[oi] (?:del )?presidente della repubblica")
         + r"|d[.\s]{0,2}p[.\s]{0,2}r\.?(?![a-z])", ente="Stato", dateable=True),
    Kind("d.P.C.M.", "dpcm",
         _words(r"decret[oi] (?:del )?presidente del consiglio(?: dei ministri)?",
                r"decret[oi] del consiglio dei ministri")
         + "|" + abbreviation("dpcm"), ente="Stato", dateable=True),
    Kind("ministro", "dm",
         rf"decret[oi]\s{{1,3}}{_MINISTRY}{FILL}", "organo", dateable=True),
    Kind("decreto di ministro", "dm",
         r"decret[oi](?=\s{1,3}(?:del\s{1,3})?[\da-z./°\s]{6,34}?"
         r"(?:\d{4}|[./]\d\d)(?:,?\s{1,3}n[.°r]{1,2}\s{0,3}\d{1,4})?,?\s{1,3}"
         r"(?:(?:(?:emanat|adottat|emess|firmat)o\s{1,3})?d[ae]l(?:l')?|il|i)\s{0,3}minist)",
         dateable=True),
    Kind("d.m.", "dm",
         "(?:" + abbreviation("dm") + r"|d\.\s?i\.(?![a-z])|d\.\s?interm\.)" + SHORT_FILL,
         weak=True, dateable=True),
    Kind("d.g.r.", "dgr",
         "(?:" + "|".join(abbreviation(letters) for letters in (
             "dgr", "dgrc", "dgrl", "dgrv", "dgrt"))
         + r"|dd?\.?\s?gg?\.?\s?rr?\.?(?![a-z]))" + OF_REGION + "|"
         + rf"{_DELIBERA}\s{{0,3}}(?:{_OF}giunta\s{{1,3}}(?:della\s{{1,3}})?region(?:ale|e)"
         + rf"|(?:di\s{{1,3}})?g\.\s?r\.(?![a-z])){_REGION}",
         regional=True),
    # Not the groups by which hospitals are paid (``DRG 409``): with a year only.
    Kind("d.r.g.", "dgr", abbreviation("drg") + OF_REGION, regional=True, weak=True),
    Kind("d.c.r.", "dcr",
         abbreviation("dcr") + "|"
         + abbreviation("dacr") + r"|d\.\s?a\.\s?l\.(?=\s{0,3}(?:n[.°r]|\d))|"
         + rf"{_DELIBERA}\s{{0,3}}(?:{_OF}consiglio\s{{1,3}}regionale"
         + rf"|{_OF}assemblea\s{{1,3}}legislativa(?:\s{{1,3}}regionale)?|(?:di\s{{1,3}})?c\.\s?r\."
         + rf"(?![a-z])){_REGION}", regional=True),
    Kind("d.d.s.", "decreto",
         "(?:" + "|".join(abbreviation(letters) for letters in (
             "dduo", "ddua", "ddsg", "ddg", "dds", "dsg", "dpgr", "dpres", "dirg", "ddc", "ddpf"))
         + r"|(?:d\.?\s?d\.?\s?r\.?|d\.\s?a\.)(?![a-z])(?=\s{0,3}(?:n[.°r]|\d))"
         + r"|dd\.\s?(?:dd\.\s?)?(?:uu\.\s?oo|ss|gg)\."
         + r"|d\.\s?r\.(?!\s?g)(?![a-z])|dr(?=\s{1,3}(?:rep\.|n[.°r]|\d{1,5}\s?/)))"
         + rf"{OF_REGION}{FILL}",
         form="organo"),
    Kind("d.d.", "decreto",
         rf"(?:d\.\s?d\.(?!\s?(?!n\.)[a-z]\.(?!\s?[gu]\.\s{{0,3}}n))|dd(?=\s{{1,2}}(?:n[.°]|{_OFFICES})))"
         r"(?![a-z])" + OF_REGION + SHORT_FILL,
         weak=True),
    Kind("regolamento regionale", "regolamento_regionale",
         _words(r"regolament[oi] regional[ei]", r"reg\. ?reg\.", r"r\. ?r\.(?![a-z])")),
    Kind("regolamento di un ente", "regolamento",
         rf"regolament[oi]\s{{1,3}}(?:{_OF}\s{{0,2}})?(?:consob|isvap|ivass|agcom|arera|aeegsi|anac"
         rf"|banca|comunale|provinciale)(?![a-z]){FILL}", "organo"),
    Kind("regolamento", "regolamento_ue",
         rf"(?:regolament[oi]|(?<![a-z]\.)regg?\.(?=\s{{0,3}}(?:\(|u|c|n|d|e|\d))"
         rf"|reg(?=\s{{1,3}}(?:ue\s{{1,3}})?(?:19|20)\d\d/\d))(?:{_QUALIFIED}){{1,2}}"
         rf"(?![a-z]){_TOPIC}", "unione", ente="Unione europea"),
    # Of a minister or of the President of the Council, to the administration
    Kind("direttiva di ministro", "altro",
         rf"direttiv[ae]\s{{1,3}}(?:del\s{{1,3}}presidente\s{{1,3}}del\s{{1,3}}consiglio|{_MINISTRY})"
         rf"(?![a-z]){FILL}", "organo"),
    Kind("direttiva", "direttiva_ue",
         rf"(?:direttiv[ae]|dir\.){_QUALIFIED}(?![a-z]){_TOPIC}", "unione", ente="Unione europea"),
    Kind("decisione", "decisione_ue",
         rf"decision[ei]{_QUALIFIED}(?![a-z])", "unione", ente="Unione europea"),
    Kind("raccomandazione", "altro",
         r"raccomandazion[ei](?![a-z])", "unione", ente="Unione europea"),
    Kind("comunicazione", "comunicazione_ue",
         r"comunicazion[ei](?![a-z])", "unione", ente="Unione europea"),
    Kind("(UE)", "regolamento_ue", UNION.replace(r"(?:\(\s?)?", r"\(\s?", 1),
         "unione", ente="Unione europea"),
    Kind("C()", "decisione_ue", r"c\s{0,3}\(\s?(?=(?:19|20)\d\d\s?\)\s?(?:n\.\s?)?\d)", "sigla",
         ente="Unione europea"),
    Kind("COM()", "comunicazione_ue",
         r"(?:com|join|swd|sec)\s{0,3}\(\s?(?=(?:19|20)\d\d\s?\)\s?\d)", "sigla",
         ente="Unione europea"),
    Kind("delibera", "delibera",
         rf"(?:deliberazion[ei]|deliber[ae]|delib\.)(?![a-z]){FILL}(?:\s{{1,3}}di\s{{1,3}}cui"
         r"\s{1,3}a(?:l|i|lla|lle)(?=\s{1,3}n))?", "organo"),
    Kind("d.g.c.", "delibera",
         "|".join(abbreviation(letters) for letters in ("dgc", "dcc", "dgm", "dgp", "dcp"))),
    # ``atto di G.M. n. 45 del …``, and the next of ``deliberazioni G.C. n. …, C.C. n. …``
    Kind("g.c.", "delibera",
         r"(?:g\.?\s?[cmp]\.?|c\.\s?[cp]\.)(?![a-z])(?=\s{0,3}n[.°r])", weak=True),
    Kind("atto consiliare", "delibera",
         _words(r"att[oi] consiliar[ei]", r"att[oi] giuntal[ei]") + "(?![a-z])", weak=True),
    Kind("determinazione", "determinazione",
         rf"(?:determinazion[ei]|determin[ae]|det(?:erm)?\.)(?![a-z]){FILL}{_PROTOCOL}", "organo"),
    Kind("ordinanza", "ordinanza",
         rf"(?:(?:ordinanz[ae]|ord\.)(?![a-z]){FILL}{_PROTOCOL}|" + abbreviation("ocdpc") + "|"
         + abbreviation("opcm") + ")", "organo"),
    # Of ministers: ``O.M. n. 45/2023``, ``C.M. 225/E/1996``
    Kind("o.m.", "ordinanza", rf"(?:o\.\s?m\.|om(?={_NUMBERED}))(?![a-z])", weak=True),
    Kind("c.m.", "circolare", rf"(?:c\.\s?m\.|cm(?={_NUMBERED}))(?![a-z])", weak=True),
    Kind("circolare", "circolare",
         rf"(?:circolar[ei](?![a-z]){FILL}|circ\.{SHORT_FILL})", "organo"),
    Kind("comunicato", "comunicato", rf"comunicato(?![a-z]){FILL}", "organo"),
    Kind("rcc", "convenzione", r"r\.?\s?c\.?\s?c\.?(?![a-z])"),
    Kind("convenzione", "convenzione",
         rf"convenzion[ei](?![a-z]){FILL}{_CONTRACTS}|disciplinar[ei]{FILL}\s{{1,3}}rep(?:ertorio)?\.?",
         "organo"),
    Kind("accordo", "accordo",
         rf"(?:accord[oi]|protocoll[oi]\s{{1,3}}d'\s?intesa)(?![a-z]){FILL}{_REPERTORY}", "organo"),
    Kind("intesa", "intesa", rf"intes[ae](?![a-z]){FILL}{_REPERTORY}", "organo"),
    Kind("sentenza", "sentenza", rf"sent(?:enz[ae](?![a-z])|\.){FILL}", "organo"),
    # ``Corte dei conti, Sez. contr. Lombardia, n. 12/2019/PAR``
    Kind("corte dei conti", "delibera",
         r"corte\s{1,3}(?:dei\s{1,3})?conti(?=[\s,-]{1,4}(?:sez|ss\.))"
         rf"(?![^;\n\d]{{0,60}}(?:giurisd|appello|sent)),?{_COURT_FILL}", "organo"),
    Kind("giudice", "sentenza",
         _words(r"cons(?:iglio|\.) ?(?:di )?st(?:ato|\.)", r"c\. ?d\. ?s\.",
                r"t\. ?a\. ?r\.", r"tar(?![a-z])",
                r"tribunal[ei] amm(?:inistrativ[oi]|\.) reg(?:ional[ei]|\.)",
                r"(?:corte di )?cass(?:azione|\.)", r"corte cost(?:ituzionale|\.)", r"c\. ?cost\.",
                r"ad(?:unanza|\.) plen(?:aria|\.)",
                r"corte (?:dei )?conti(?=[\s,]{1,3}sez[^;\d]{1,40}(?:giurisd|appello))")
         + rf"(?![a-z]),?{_COURT_FILL}", "organo"),
    Kind("parere", "parere", rf"parer[ei](?![a-z]){FILL}", "organo"),
    Kind("statuto", "legge_regionale",
         r"legge\s{1,3}statutaria\s{1,3}(?:della\s{1,3})?regionale", regional=False),
    Kind("decreto", "decreto",
         rf"decret[oi](?:\s{{1,3}}deliberativ[oi])?(?![a-z]){FILL}{_PROTOCOL}", "organo"),
    Kind("legge", "legge",
         rf"legg[ei](?![a-z])(?:\s{{1,3}}(?:di|sul(?:la|l')?|quadro|delega|finanziaria|c\.d\.)"
         rf"(?![a-z]){FILL})?", ente="Stato"),
    Kind("l.", "legge", r"(?<![a-z]\.)ll?(?:\.(?=[\s\d]|n[.°\s])|(?=\s{1,2}\d{1,4}/\d))",
         ente="Stato", weak=True),
    Kind("n. X/", "dgr", r"n(?=[.°]\s?[ivx]{1,5}\s?/\s?\d{1,5}[\s;,).])", regional=True, weak=True),
)  # fmt: skip
"""All kinds; where two could begin at one place the earlier one is tried first."""

# One alternation over all heads costs one call at each place where a head may begin. What tells
# which it was stands behind it: before it, it would have the engine try each head in full.
_HEADS = piece("|".join(f"(?:{kind.head})(?P<k{at}>)" for at, kind in enumerate(KINDS)))


def kind_at(low: str, start: int) -> tuple[Kind, int] | None:
    """The kind whose head begins at ``start`` of folded text, and where the head ends."""
    found = _HEADS.match(low, start)
    if found is None or found.lastgroup is None:
        return None
    return KINDS[int(found.lastgroup[1:])], found.end()
