"""Rule on attachments: one that the act declares part of itself, and that is not there.

Only for documents that hold an attachment of the act, or say that they do: the acts of many
bodies are published without theirs. An extract, or an act whose attachment is left out with a
word about where it can be read, lacks nothing.
"""

import re
from collections.abc import Iterator

from extractor.checks.printed import Printed
from models import Atto, Estrazione, Parte, Segnalazione

_LABEL = r"(?:[A-Z]{1,2}\d{0,2}|\d{1,2}|[IVX]{1,5})(?:\s?[./]\s?\d{1,2})?"
_ANNOUNCED = re.compile(
    r"\b[Aa](?:llegat[oi]|LLEGAT[OI]|ll\.)\s{1,3}(?:n\.?\s{0,2}|sub\s{1,2}|lett(?:era|\.)\s{1,2})?"
    rf"[«“\"'‘(]{{0,2}}(?P<label>{_LABEL})(?![\w/])"
)
#: What makes an attachment a part of this act, within the same sentence.
_PART = re.compile(
    r"parte?i?\s+integrante?i?|(?:che\s+si\s+)?allega(?:no)?\s+(?:al|alla)\s+present[ei]"
    r"|allegat[oaie]\s+al(?:la)?\s+present[ei]|costituisc\w+\s+parte",
    re.IGNORECASE,
)
#: Where an attachment is left out on purpose, or belongs to another act.
_ELSEWHERE = re.compile(
    r"\bomissis\b|\bestratt[oi]\b|\bconsultabil|\bdisponibil|\bsul\s+sito|\bdepositat"
    r"|conservat[oaie]\s|agli\s+atti\b|non\s+(?:è|sono|viene|vengono)\s+pubblicat"
    r"|non\s+soggett|riservat"
    r"|\b(?:del|della|dell['’]|al|alla)\s{0,3}(?:d\.?\s?[cdglp]\b|(?:decreto|deliberazione|delibera"
    r"|determinazione|determina|ordinanza)\s+(?:d[ie]\w*\s+\S{1,20}\s+){0,3}n[.°\s])"
    r"|\bal(?:la|l['’])?\s+(?:d\.?\s?[gl]|l\.?\s?r|legge|decreto\s+legisl"
    r"|regolament)",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\bdi\s+cui\s+(?:n\.\s*)?\d{1,3}\s+(?:pagin\w+\s+)?d[i']\s*allegat", re.I)
_EXTRACT = re.compile(r"\bomissis\b|\bestratto\b", re.IGNORECASE)
_HEADING = re.compile(
    r"\n[\W_]{0,6}all(?:egato|\.)\s{0,3}(?:n\.?|n°|sub|lett(?:era|\.))?\s{0,3}"
    rf"[«“\"'‘(]?(?P<label>{_LABEL})(?![\w/])",
    re.IGNORECASE,
)
_SENTENCE = 220


def missing_attachments(records: Estrazione) -> Iterator[Segnalazione]:
    """An attachment announced as part of the act and not found under its label."""
    printed = Printed.of(records)
    for act in records.atti:
        attachments = [
            part
            for part in records.parti
            if part.atto_id == act.id and part.tipo == "allegato" and not part.foglia
        ]
        attachments = attachments or [
            part for part in records.parti if part.atto_id == act.id and part.tipo == "allegato"
        ]
        end = printed.body_end(act)
        body = printed.text[act.inizio : end]
        if not attachments and not _COUNTED.search(body):
            continue
        if _EXTRACT.search(body[:600]):
            continue
        yield from _missing(printed, act, end, attachments)


def _missing(
    printed: Printed, act: Atto, end: int, attachments: list[Parte]
) -> Iterator[Segnalazione]:
    body, after = printed.text[act.inizio : end], printed.text[end : act.fine]
    present = {_plain(match["label"]) for match in _HEADING.finditer("\n" + after)}
    present |= {_plain(_label(part)) for part in attachments}
    untitled = [part for part in attachments if not _label(part)]
    announced = _announced(body)
    missing = {label: place for label, place in announced.items() if label not in present}
    for label, (start, stop) in missing.items():
        if len(untitled) >= len(missing):
            message = (
                f"Nessun allegato è intitolato «Allegato {label}», che l'atto dichiara sua parte "
                "integrante; ce n'è almeno uno senza intestazione."
            )
        else:
            message = (
                f"L'atto dichiara sua parte integrante l'allegato {label}: nel documento non c'è "
                "un allegato con questa intestazione."
            )
        severity = "nota" if len(untitled) >= len(missing) else "avviso"
        span = (act.inizio + start, act.inizio + stop)
        yield printed.at("allegato_mancante", severity, message, span, act.id)  # type: ignore[arg-type]


def _announced(body: str) -> dict[str, tuple[int, int]]:
    """The labels of the attachments that a body declares part of the act, with their places."""
    found: dict[str, tuple[int, int]] = {}
    for match in _ANNOUNCED.finditer(body):
        before = body[max(match.start() - _SENTENCE, 0) : match.start()]
        before = re.split(r"[;\n]", before)[-1]
        after = re.split(r"[;\n]", body[match.end() : match.end() + _SENTENCE])[0]
        if _PART.search(before + " " + after) and not _ELSEWHERE.search(before[-60:] + after):
            found.setdefault(_plain(match["label"]), match.span())
    return found


def _label(part: Parte) -> str:
    match = _HEADING.match("\n" + (part.etichetta or ""))
    return match["label"] if match else ""


def _plain(label: str) -> str:
    return re.sub(r"[\s.]", "", label).upper()
