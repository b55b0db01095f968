"""Scoring: sets of keys per act, micro-averaged over acts and documents."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extractor.evaluation.gold import Gold, GoldDocument
from extractor.evaluation.keys import RULES, KeyRule, keyed, reference_key, same
from extractor.evaluation.shape import check_shape
from models import Atto, Document, Estrazione

KIND_NAMES = tuple(rule.nome for rule in RULES)
HEADER_FIELDS = ("tipo", "numero", "data", "ente", "oggetto")

Read = Callable[[Path], tuple[Document, Estrazione]]
"""From a file to its document and records."""


@dataclass
class Tally:
    """What was found, missed and falsely found; the pairs are (gold, ours)."""

    found: list[tuple[Gold, Gold]] = field(default_factory=list)
    missed: list[Gold] = field(default_factory=list)
    false: list[Gold] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Share of our facts that are right; 1 when there are none."""
        ours = len(self.found) + len(self.false)
        return len(self.found) / ours if ours else 1.0

    @property
    def recall(self) -> float:
        """Share of the gold's facts that were found; 1 when there are none."""
        gold = len(self.found) + len(self.missed)
        return len(self.found) / gold if gold else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def __iadd__(self, other: "Tally") -> "Tally":
        self.found += other.found
        self.missed += other.missed
        self.false += other.false
        return self


@dataclass
class DocumentScore:
    """The tallies of one document, by figure; its text is kept to show sentences from."""

    nome: str
    testo: str
    tallies: dict[str, Tally] = field(default_factory=dict)
    headers: Tally = field(default_factory=Tally)
    evidence: Tally = field(default_factory=Tally)
    lists: list[tuple[str, int, int]] = field(default_factory=list)


@dataclass
class Evaluation:
    """The scores of all documents."""

    documents: list[DocumentScore]

    def total(self, figure: str) -> Tally:
        """A figure over all documents."""
        total = Tally()
        for document in self.documents:
            total += document.tallies.get(figure, Tally())
        return total

    def headers(self) -> Tally:
        """Header fields of acts, right and wrong."""
        total = Tally()
        for document in self.documents:
            total += document.headers
        return total

    def evidence(self) -> Tally:
        """Found facts, one of whose occurrences overlaps the gold's words, and the others."""
        total = Tally()
        for document in self.documents:
            total += document.evidence
        return total


def evaluate(documents: Iterable[GoldDocument], read: Read) -> Evaluation:
    """Read every document and score it against its gold; GoldError where that is malformed."""
    documents = list(documents)
    for document in documents:
        check_shape(document)
    return Evaluation([_score(document, *read(document.path)) for document in documents])


def _score(gold: GoldDocument, document: Document, records: Estrazione) -> DocumentScore:
    score = DocumentScore(gold.nome, document.testo)
    pairs = match_acts(gold.acts, records.atti)
    for rule in RULES:
        if rule.lista == "sommario":
            if "sommario" in gold.gold:
                ours = [{**e.model_dump(), "pagina": e.pagina_stampata} for e in records.sommario]
                score.tallies[rule.nome] = tally(gold.gold["sommario"], ours, rule)
            continue
        for act, ours_act in pairs:
            if act is None or rule.lista in act:
                result = tally(
                    (act or {}).get(rule.lista, []), _ours(records, rule, act, ours_act), rule
                )
                score.tallies.setdefault(rule.nome, Tally())
                score.tallies[rule.nome] += result
    _score_headers(score, pairs)
    _score_evidence(score, records)
    _score_lists(score, pairs, records)
    return score


def tally(gold: Sequence[Gold], ours: Sequence[Gold], rule: KeyRule) -> Tally:
    """Compare two lists of facts by a rule."""
    unscored = {reference_key({**g, "refuso": False}) for g in gold if g.get("refuso")} - {None}
    wanted = keyed(gold, rule)
    given = {
        key: fact
        for key, fact in keyed(ours, rule).items()
        if rule.lista != "riferimenti" or not any(same(u, key[:3]) for u in unscored)
    }
    result = Tally()
    taken: set[tuple[Any, ...]] = set()
    for key, fact in wanted.items():
        match = next((k for k in given if k not in taken and same(key, k)), None)
        if not rule.applies(fact):
            taken |= {k for k in given if same(key[:-1], k[:-1])}
        elif match is None:
            result.missed.append(fact)
        else:
            taken.add(match)
            result.found.append((fact, given[match]))
    # A secondary figure is about the facts that the gold has: a false find counts there only
    # in the kind's own figure, or as the wrong half of a fact missed here
    for key, fact in given.items():
        if key not in taken and (rule.primary or any(same(w[:-1], key[:-1]) for w in wanted)):
            result.false.append(fact)
    return result


def match_acts(gold: Sequence[Gold], ours: Sequence[Atto]) -> list[tuple[Gold | None, Atto | None]]:
    """Pair the gold's acts with ours: by number and kind, else the only ones left, in order."""
    left = list(ours)
    pairs: list[tuple[Gold | None, Atto | None]] = []
    unmatched = []
    for act in gold:
        match = next(
            (a for a in left if a.numero and (a.tipo, a.numero) == (act["tipo"], act["numero"])),
            None,
        )
        if match is None:
            unmatched.append(act)
        else:
            left.remove(match)
            pairs.append((act, match))
    for act in unmatched:
        pairs.append((act, left.pop(0) if left else None))
    return pairs + [(None, act) for act in left]


def _ours(
    records: Estrazione, rule: KeyRule, act: Gold | None, ours_act: Atto | None
) -> list[Gold]:
    """Our facts of an act, without those in attachments where the gold covers the body only."""
    if ours_act is None:
        return []
    body_only = act is not None and act.get("ambito") == "corpo" and rule.lista != "interventi"
    return [
        fact.model_dump()
        for fact in getattr(records, rule.lista)
        if fact.atto_id == ours_act.id and not (body_only and fact.zona == "allegato")
    ]


def _score_headers(score: DocumentScore, pairs: Sequence[tuple[Gold | None, Atto | None]]) -> None:
    for act, ours in pairs:
        for name in HEADER_FIELDS:
            given = getattr(ours, name) if ours else None
            wanted = act.get(name) if act else None
            shown = {"campo": name, "testo": str(wanted), "nostro": given}
            if wanted is None and given is None:
                continue
            if _letters(str(wanted)) == _letters(str(given)):
                score.headers.found.append((shown, shown))
            else:
                score.headers.missed.append(shown)


def _score_evidence(score: DocumentScore, records: Estrazione) -> None:
    """Whether an occurrence of each fact found overlaps the words that the gold quotes."""
    places: dict[str, list[tuple[int, int]]] = {}
    for mention in records.menzioni:
        if mention.flusso == "testo":
            places.setdefault(mention.fatto_id, []).append((mention.inizio, mention.fine))
    squeezed, offsets = squeeze(score.testo)
    for name in ("riferimenti", "importi", "codici", "scadenze", "persone (nome e funzione)"):
        for gold, ours in score.tallies.get(name, Tally()).found:
            spans = places.get(ours["id"], [(ours["inizio"], ours["fine"])])
            quoted = list(occurrences(gold["testo"], squeezed, offsets))
            near = any(s < e2 and s2 < e for s, e in spans for s2, e2 in quoted)
            if near or (ours["flusso"] == "margine" and _overlap(gold["testo"], ours["testo"])):
                score.evidence.found.append((gold, ours))
            else:
                score.evidence.missed.append(gold)


def _overlap(quoted: str, ours: str) -> bool:
    """Whether of two quotations from the margins, where a line stands once, one holds the other."""
    one, other = _letters(quoted), _letters(ours)
    return bool(one and other) and (one in other or other in one)


def _score_lists(
    score: DocumentScore,
    pairs: Sequence[tuple[Gold | None, Atto | None]],
    records: Estrazione,
) -> None:
    """The rows of long lists, counted: (title, rows in the gold, rows of ours)."""
    for act, ours in pairs:
        for wanted in (act or {}).get("elenchi", []):
            rows = [
                row
                for row in records.beneficiari
                if ours and row.atto_id == ours.id
                and _letters(row.elenco or "") == _letters(wanted["titolo"])
            ]  # fmt: skip
            score.lists.append((wanted["titolo"], wanted["righe_totali"], len(rows)))


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def squeeze(text: str) -> tuple[str, list[int]]:
    """The letters and digits of a text with the offset of each."""
    offsets = [i for i, char in enumerate(text) if char.isalnum()]
    return "".join(text[i] for i in offsets), offsets


def occurrences(words: str, squeezed: str, offsets: list[int]) -> Iterator[tuple[int, int]]:
    """Where words stand in a text, whatever its white space, hyphens and markup."""
    wanted = "".join(char for char in words if char.isalnum())
    at = squeezed.find(wanted) if wanted else -1
    while at >= 0:
        yield offsets[at], offsets[at + len(wanted) - 1] + 1
        at = squeezed.find(wanted, at + 1)
