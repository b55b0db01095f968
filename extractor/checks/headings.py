"""Rule on subjects: a bulletin prints each twice, in its contents and over the act.

Contents and body that speak of different things are the matter of ``contents``; here the two say
the same, and some words are not spelled alike.
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from extractor.checks.finding import about
from models import Atto, Estrazione, Segnalazione, VoceSommario
from models.identity import id_within

_TOKEN = re.compile(r"\w+(?:[-.]\w+)*|[^\w\s]")
_WORD = re.compile(r"\w")
_MOST = 6
"""Words that differ, at most: beyond it the contents give the subject in their own words."""
_LONGEST = 150
"""Words compared of each subject."""


def subjects_spelled_apart(records: Estrazione) -> Iterator[Segnalazione]:
    """Words of a subject that the contents spell in another way than the act."""
    acts = {(act.tipo, act.numero): act for act in records.atti}
    for entry in records.sommario:
        act = acts.get((entry.tipo, entry.numero))
        if act is None or not act.numero or not entry.oggetto or not act.oggetto:
            continue
        pairs = _differences(entry.oggetto, act.oggetto)
        if pairs and len(pairs) <= _MOST:
            yield _finding(entry, act, pairs)


def _differences(listed: str, printed: str) -> list[tuple[str, str]]:
    """The words in place of one another; none where one subject only goes on longer."""
    one, other = (_TOKEN.findall(words)[:_LONGEST] for words in (listed, printed))
    found = []
    for kind, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        left, right = " ".join(one[a:b]), " ".join(other[c:d])
        if kind == "replace" and _WORD.search(left) and _WORD.search(right):
            found.append((left, right))
    return found


def _finding(entry: VoceSommario, act: Atto, pairs: list[tuple[str, str]]) -> Segnalazione:
    words = "; ".join(f"«{left}» nel sommario, «{right}» nell'atto" for left, right in pairs)
    message = f"Oggetto di {act.sigla or act.tipo} n. {act.numero}: {words}."
    found = about("sommario_discordante", "nota", message, entry)
    identity = id_within(act.documento_id, "sommario_discordante", entry.id, act.id, "oggetto")
    return found.model_copy(update={"id": identity, "atto_id": act.id})
