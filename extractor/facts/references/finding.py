"""``find``: every citation in the text of an act, as records."""

import re
from bisect import bisect_left
from dataclasses import replace
from typing import Any

from extractor.facts.anchors import lowered
from extractor.facts.misread import repaired
from extractor.facts.references import articles
from extractor.facts.references.backrefs import find_back
from extractor.facts.references.bodies import AUTHORITY, Bodies
from extractor.facts.references.grammar import fold, piece
from extractor.facts.references.items import Item
from extractor.facts.references.kinds import Kind
from extractor.facts.references.names import Name, Text, find_names, in_force
from extractor.facts.references.numbers import latest_year
from extractor.facts.references.parties import parties
from extractor.facts.references.relation import Relations
from extractor.facts.references.scan import Cite, scan
from models import Context, Riferimento
from models.numbers import bare_number

_REGIONAL_BOARD = piece(
    r"giunta\s{1,3}(?:della\s{1,3})?regional[ei]|giunta\s{1,3}della\s{1,3}regione"
)
_COUNCIL = piece(r"consiglio\s{1,3}regionale")
_OTHER_BODY = piece(
    r"(?<![a-z])(?:anac|a\.\s?n\.\s?ac|corte\s+(?:dei\s+)?conti|cipe|cipess|agcom|arera|comunal|consiglio|municipal|provincial|comune"
    r"|g\.?c|c\.?c|commissar|assembl|c\.?d\.?a|autorit|agenzia|direttore)"
)
_NAMED_BODY = piece(
    r"deliber\w+\s+(?!n[.°\s]|\d|(?:de[li]|di|della|in|dell|assunta|adottata)(?![a-z]))[a-z]"
    r"|deliber\w+\s+(?:del|di|della|dell')\s*(?!giunta)[a-z]|/[a-z]"
)
_AUTHORITY_NEAR = piece(
    r"(?<![a-z])a\.\s?n\.\s?ac(?![a-z])|autorità\s+nazionale|corte\s+(?:dei\s+)?conti"
    r"|comitato\s+interminist"
    r"|\|[\s,]{0,3}(?:del(?:la)?\s+|dell')(?:anac|arera|agcom|cipe|corte|autorit|comune|provincia|asl|ats)"
)
_APPOSED = 40
_MOST_RESOLUTIONS = 14_000
"""No Giunta has numbered so many without a legislature since 2010; national authorities do."""
_LOWER = re.compile(r"[a-z]")
_CONFIDENCE = {
    "data-numero": 0.98,
    "numero-data": 0.96,
    "unione": 0.97,
    "sigla": 0.97,
    "data": 0.85,
    "registro generale": 0.85,
    "lettere": 0.93,
}


Values = dict[str, Any]
"""The values of a record, all but its relation."""


def find(text: str, context: Context) -> list[Riferimento]:
    """Every mention of another act in ``text``, in order; offsets count in ``text``.

    Back-references (``la citata d.g.r.``) are given without a number, with fonte ``rinvio``:
    ``complete`` resolves them or leaves them out.
    """
    low, lower = fold(repaired(text)), lowered(text)
    limit = latest_year(context.data or context.pubblicazione)
    cites = [_settle(cite, low, context) for cite in scan(low, lower, limit)]
    places = articles.collect(low, lower)
    names = [
        named for named in find_names(text, low, lower, set(places)) if not _inside(named, cites)
    ]
    backs = find_back(low, lower, [(c.item.inizio, c.item.fine) for c in cites])
    begins = {c.item.inizio for c in cites} | {start for start, _, _ in names}
    begins |= {back.inizio for back in backs}
    reader = _Reader(text, low, context, places, begins, cites)
    title = _title_end(text)
    found = [reader.cited(cite) for cite in cites if not _is_own(cite, text, low, title, context)]
    found += [reader.named(*named, context) for named in names]
    found += [reader.back(back.tipo, back.inizio, back.fine) for back in backs]
    found.sort(key=lambda values: (values["inizio"], values["fine"]))
    relations = Relations(low, lower)
    return [_record(values, relations) for values in found]


# What can be acquired for an act; of ``acquisito il parere ai sensi dell'art. 49 del d.lgs.
# 267/2000`` the law is only recalled.
_ACQUIRED = frozenset(
    {"parere", "intesa", "accordo", "convenzione", "determinazione", "decreto", "delibera", "dgr"}
    | {"dcr", "comunicato", "circolare", "ordinanza", "altro"}
)


def _record(values: Values, relations: Relations) -> Riferimento:
    relation = relations.of(values["inizio"], values["fine"])
    if relation == "acquisito" and values["tipo"] not in _ACQUIRED:
        relation = "richiamato"
    return Riferimento.model_validate({**values, "relazione": relation})


_AGREED = frozenset({"convenzione", "accordo"})


_OF_ANY_BODY = frozenset({
    "circolare", "d.c.r.", "d.m.", "decreto", "delibera", "ordinanza", "sentenza",
})  # fmt: skip
"""Acts that bodies of every kind adopt: on acts annotated by hand one in fourteen of them was of
another kind or had another number than it was read with, of laws one in hundreds."""


class _Reader:
    """Reads the values of the records of one text."""

    def __init__(
        self, text: str, low: str, context: Context,
        places: dict[int, articles.Span], begins: set[int], cites: list[Cite],
    ) -> None:  # fmt: skip
        self._cites = cites
        self._starts = [cite.item.inizio for cite in cites]
        self._text, self._low = text, low
        self._places, self._begins = places, begins
        self._bodies = Bodies(low, context)

    def cited(self, cite: Cite) -> Values:
        """The values of a citation by kind and number."""
        item, kind = cite.item, cite.kind
        words = self._low[cite.capo : item.fine][:200] if cite.elenco else ""
        words = words or self._low[item.inizio : item.fine]
        rule = f"{kind.name}: {'elenco' if cite.elenco else item.forma}"
        trust = _CONFIDENCE.get(item.forma, 0.9)
        if not item.dated:
            trust -= 0.2
        elif item.data is None:
            trust -= 0.02
        if cite.elenco:
            trust -= 0.05
        if kind.name in _OF_ANY_BODY:
            trust -= 0.12
        number = item.numero or ""
        if number.isdecimal() and len(number) > 5 and item.forma != "unione":
            # No body adopts so many acts a year: the mark of a note has run into the number.
            trust -= 0.25
        return self._make(
            item.inizio, item.fine, fonte=rule, confidenza=round(trust, 2), tipo=kind.tipo,
            numero=_as_printed(item, self._text), anno=item.anno, data=item.data,
            refuso=item.refuso,
            ente=self._parties(cite) or self._bodies.of(
                kind, words, _clause_before(self._low, item.inizio),
                self._low[item.fine : item.fine + 130].lstrip(" ,-"),
            ),
        )  # fmt: skip

    def _parties(self, cite: Cite) -> str | None:
        return parties(self._text, cite.item.fine) if cite.kind.tipo in _AGREED else None

    def named(self, start: int, end: int, name: Name, context: Context) -> Values:
        """The values of a citation by name."""
        act = self._beside(start, end, name) or in_force(
            name, context.data or context.pubblicazione
        )
        if act is None:
            return self._make(start, end, fonte="nome", confidenza=0.6, tipo="codice")
        if name.numbered or act.numero is None:
            year = act.anno if act.numero else None
            return self._make(
                start, end, fonte="nome", confidenza=0.75 if act.numero else 0.93, tipo=act.tipo,
                numero=act.numero,
                anno=year, data=act.data, ente=_state_or_union(act.tipo),
            )  # fmt: skip
        body = _state_or_union(act.tipo)
        return self._make(
            start, end, fonte=f"nome: {act.tipo} {act.numero} {act.data}", confidenza=0.9,
            tipo="codice" if body == "Stato" else act.tipo, ente=body,
        )  # fmt: skip

    def _beside(self, start: int, end: int, name: Name) -> Text | None:
        """The act of a changing name that a citation next to it numbers."""
        if len(name.texts) == 1:
            return None
        at = bisect_left(self._starts, start)
        for cite in self._cites[max(at - 1, 0) : at + 1]:
            near = start - _APPOSED < cite.item.fine and cite.item.inizio < end + _APPOSED
            for text in name.texts:
                if near and (text.tipo, text.numero) == (cite.kind.tipo, cite.item.numero):
                    return text
        return None

    def back(self, tipo: str, start: int, end: int) -> Values:
        """The values of a back-reference, still without its act."""
        return self._make(start, end, fonte="rinvio", confidenza=0.8, tipo=tipo)

    def _make(self, start: int, end: int, **values: object) -> Values:
        spans, words = [], []
        for span in (
            articles.before(self._places, start),
            articles.after(self._low, end, self._begins, self._places),
        ):
            if span:
                spans.append(span)
                words.append(articles.printed(self._text[span[0] : span[1]]))
        return {
            "inizio": start,
            "fine": end,
            "testo": self._text[start:end],
            "articolo": "; ".join(words) or None,
            "completamenti": tuple(spans),
            **values,
        }


def _as_printed(item: Item, text: str) -> str | None:
    """The number with the case of its letters as printed: ``1/pareri``, ``837/C``."""
    number = item.numero
    if number is None or not _LOWER.search(number):
        return number
    words = "".join(text[item.inizio : item.fine].split())
    at = words.lower().find(number)
    return words[at : at + len(number)] if at >= 0 else number.upper()


def _state_or_union(tipo: str) -> str:
    return "Unione europea" if tipo in ("regolamento_ue", "trattato") else "Stato"


def _inside(named: tuple[int, int, Name], cites: list[Cite]) -> bool:
    start, end, _ = named
    at = bisect_left(cites, start, key=lambda cite: cite.item.inizio)
    return any(c.item.inizio < end and start < c.item.fine for c in cites[max(at - 1, 0) : at + 1])


def _settle(cite: Cite, low: str, context: Context) -> Cite:
    """Give a resolution or an abbreviated decree the kind that its surroundings tell."""
    kind, item = cite.kind, cite.item
    if kind.tipo == "delibera":
        start = cite.capo if cite.elenco else item.inizio
        end = min(item.fine, start + 200)
        return replace_kind(cite, _resolution(low, start, end, item, context))
    municipal = context.tipo in ("determinazione", "delibera", "ordinanza")
    if kind.name == "d.d." and municipal and "region" not in low[item.inizio : item.fine]:
        return replace_kind(cite, "determinazione")
    if kind.name == "decreto" and _MINISTERS.match(low, item.fine):
        return replace_kind(cite, "dm")
    if kind.name == "C()" and _COMMUNICATION.search(low, max(0, item.inizio - 40), item.inizio):
        return replace_kind(cite, "comunicazione_ue")
    if kind.name == "(UE)":
        before = low[max(0, item.inizio - 80) : item.inizio]
        last = max(("regolament", "direttiv", "decision"), key=lambda word: before.rfind(word))
        if before.rfind(last) >= 0 and last != "regolament":
            return replace_kind(cite, "direttiva_ue" if last == "direttiv" else "decisione_ue")
        if _RECOMMENDED.search(low, max(0, item.inizio - 220), item.inizio):
            return replace_kind(cite, "altro")
    return cite


# Only ministers make by decree regulations (l. 400/1988, art. 17).
_MINISTERS = piece(
    r"[\s,:-]{0,4}\"?(?:recante\s+(?:il\s+)?)?\"?regolamento\s+(?:recante|concernente)(?![a-z])"
)
# Cited by its whole title, with the number after it
_RECOMMENDED = piece(r"raccomandazion[ei][^;\n\d]{0,200}$")
_COMMUNICATION = piece(r"comunicazion[ei]\s+(?:della\s+commissione\s+)?(?:europea\s+)?$")


def replace_kind(cite: Cite, tipo: str) -> Cite:
    """The citation with another tipo of act."""
    if cite.kind.tipo == tipo:
        return cite
    kind: Kind = replace(cite.kind, tipo=tipo)  # type: ignore[arg-type]
    return Cite(kind, cite.item, cite.elenco, cite.capo)


def _clause_before(low: str, start: int) -> str:
    return low[max(0, start - 60) : start].rpartition(";")[2]


def _resolution(low: str, start: int, end: int, item: Item, context: Context) -> str:
    """Whether a resolution is of a Region's board or council, or of another body."""
    number = item.numero
    words = low[start:end]
    before = _clause_before(low, start)
    around = before[-45:] + "|" + low[end : end + 30]
    if _COUNCIL.search(words):
        return "dcr"
    if _REGIONAL_BOARD.search(words):
        return "dgr"
    if _OTHER_BODY.search(words) or AUTHORITY.search(before) or _AUTHORITY_NEAR.search(around):
        return "delibera"
    if _COUNCIL.search(around):
        return "dcr"
    if number and (re.match(r"[IVX]+[/ ]", number) or re.fullmatch(r"\d{1,2}-\d{3,5}", number)):
        return "dgr"
    if _REGIONAL_BOARD.search(around):
        return "dgr"
    if _too_many_for_a_board(item):
        return "delibera"
    own = (context.ente or "").lower()
    unnamed = not _NAMED_BODY.search(words)
    return "dgr" if unnamed and re.match(r"regione |giunta\s+regionale", own) else "delibera"


def _too_many_for_a_board(item: Item) -> bool:
    number = item.numero or ""
    late = (item.anno or 0) >= 2010
    return late and number.isdecimal() and int(number) > _MOST_RESOLUTIONS


_TITLED = frozenset({"ordinanza", "decreto", "determinazione", "delibera", "circolare"})
_FAMILY = frozenset({"decreto", "determinazione", "dm"})
_SUBJECT = re.compile(r"OGGETTO|(?:\A|\n)\s{0,3}Oggetto\s?:")
_TITLE = 1500
_HEADER = 600


def _title_end(text: str) -> int:
    """Where the title page's numbers end: at its ``OGGETTO``; without one, at its first words."""
    subject = _SUBJECT.search(text, 0, _TITLE)
    return subject.start() if subject else len(text) - len(text.lstrip()) + 1


_RECTOR = piece(r"d\.?\s?r\.?(?![a-z])|decreto\s+(?:del\s+)?rettor")
_ALONE_BEFORE = piece(r"(?:\A|\n)[\s(]{0,4}\Z")
_ALONE_AFTER = piece(r"[\s).]{0,4}(?:\n|\Z)|[\s,;-]{1,4}prot")


def _is_header(cite: Cite, low: str) -> bool:
    """Whether a rector's decree stands in a line of its own at the top: its own number."""
    item = cite.item
    return (
        item.fine < _HEADER
        and _RECTOR.match(low, item.inizio) is not None
        and _ALONE_BEFORE.search(low, max(0, item.inizio - 5), item.inizio) is not None
        and _ALONE_AFTER.match(low, item.fine) is not None
    )


def _begins(cite: Cite, text: str) -> bool:
    """Whether the text begins with the words, which then name it: ``Ordinanza n. 7 di …``."""
    item = cite.item
    unsaid = item.numero is not None and not item.dated
    at_the_top = item.inizio < _TITLE and not text[: item.inizio].strip()
    at_the_top = at_the_top and text[item.inizio].isupper()
    return unsaid and cite.kind.form == "organo" and cite.kind.tipo in _TITLED and at_the_top


def _is_own(cite: Cite, text: str, low: str, title: int, context: Context) -> bool:
    """Whether the words are the act's own title or header."""
    item = cite.item
    same_kind = cite.kind.tipo == context.tipo or {cite.kind.tipo, context.tipo} <= _FAMILY
    if same_kind and item.inizio < title:
        return True
    if context.numero is None and (_is_header(cite, low) or _begins(cite, text)):
        return True
    if not context.numero or item.numero is None:
        return False
    own = bare_number(context.numero, context.data.year if context.data else None).lstrip("0")
    if not same_kind or bare_number(item.numero, item.anno) != own:
        return False
    if context.data is None:
        return True
    if item.data:
        return item.data == context.data.isoformat()
    return item.anno in (None, context.data.year)
