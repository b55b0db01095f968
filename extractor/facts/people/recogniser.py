"""The trained recogniser of names: how sure some words are a natural person's name.

The rules find the places where a person can stand; where only the shape of the words speaks for
a name (``Il Dirigente Nkechi Okonkwo``, ``Il Dirigente Area Vasta``) this small spaCy pipeline
can decide. It is a span categoriser over hash embeddings, without pretrained vectors, trained by
``scripts/train_names.py`` on the sentences of ``corpus/names``. It sees only a window of words
around each place, never a whole document.

spaCy takes more than a second to import: it is imported at the first call. Nothing is fetched,
the weights lie beside this module. The words are cut here, not by spaCy's Italian rules, which
do not part ``D.Lgs.267/2000`` where names and numbers part.
"""

import os
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import regex

from extractor.facts.people.given_names import GIVEN_NAMES
from extractor.facts.people.words import NOT_NAMES

WEIGHTS = Path(__file__).parent / "weights"
"""The folder of ``nomi.bin`` and of ``nomi.json``, which says what it was trained on."""

SWITCH = "SPOGLIO_NOMI"
"""The environment variable that, set to 1, lets the recogniser decide the doubtful places."""

LABEL = "PERSONA"
_SPANS = "luoghi"
_REACH = 80
"""Characters on either side of a place that the recogniser sees."""

# f.toRossi: the words of a signature, and the name set against them.
_TOKEN = regex.compile(r"(?<=f\.)to(?=[A-Z])|\w+|\n|\t|[^\w\s]")
_WIDTH = 64
_ROWS = {"LOWER": 1500, "PREFIX": 1000, "SUFFIX": 1000, "SHAPE": 500, "TAG": 50}
_AFFIX = 3

_TITLES = """
    dott dr dottssa ssa ing arch avv geom rag prof sig sigg ra don suor padre on cav ten col cap
    mar comm not dottor dottoressa signor signora architetto ingegner geometra avvocato
    """
_PARTICLES = "de di da del della dello dei degli dal dalla d la lo le van von el san"
# What bears a person's name without being one: streets, schools, firms, prizes, laws, saints.
_BEARERS = """
    via viale piazza piazzale largo corso vicolo strada ponte scuola istituto liceo plesso teatro
    stadio sala aula palazzo villa parco giardino biblioteca museo ospedale casa centro premio
    borsa legge decreto riforma circolo associazione comitato fondazione gruppo lega opera rifugio
    bivacco santuario chiesa parrocchia san santa santo santi progetto rete bando fondo studio
    ditta impresa azienda società cooperativa soc az agr srl snc spa sas onlus fratelli sorelle
    flli figli condominio cascina monte lago polo collegio rotary lions sindrome morbo memoria
    intitolata intitolato intitolare
    """
_KINDS = (
    ("titolo", frozenset(_TITLES.split())),
    ("particella", frozenset(_PARTICLES.split())),
    ("porta", frozenset(_BEARERS.split())),
    ("nome", GIVEN_NAMES),
    ("atto", NOT_NAMES),
)


def wanted() -> bool:
    """Whether the recogniser is to decide the doubtful places (see ``SWITCH``)."""
    return os.environ.get(SWITCH, "") == "1"


def sureness(text: str, places: Sequence[tuple[int, int]]) -> list[float]:
    """For each span of ``text``, how sure (0 to 1) its words are exactly a person's name.

    A span that does not begin and end with a word has 0.
    """
    if not places:
        return []
    pipeline = _trained()
    docs = [_window(pipeline, text, first, last) for first, last in places]
    seen = [doc for doc in docs if doc is not None]
    for doc in pipeline.pipe(seen):
        # Scores stand beside the spans; there is one span in each document.
        doc.user_data["sicurezza"] = float(doc.spans[_SPANS].attrs["scores"][0])
    return [0.0 if doc is None else doc.user_data["sicurezza"] for doc in docs]


def _window(pipeline: Any, text: str, first: int, last: int) -> Any | None:
    start, end = max(first - _REACH, 0), min(last + _REACH, len(text))
    doc = read(pipeline, text[start:end], [(first - start, last - start)])
    return doc if len(doc.spans[_SPANS]) else None


def read(
    pipeline: Any, text: str, places: Iterable[tuple[int, int]], kinds: Sequence[str] | None = None
) -> Any:
    """The words of a text as a spaCy ``Doc``, with the spans to be judged.

    ``kinds`` stands for what ``kinds_of`` would say of the words.
    """
    from spacy.tokens import Doc, Span, SpanGroup

    tokens = list(_TOKEN.finditer(text))
    words = [token.group() for token in tokens]
    spaces = [
        number + 1 < len(tokens) and token.end() < tokens[number + 1].start()
        for number, token in enumerate(tokens)
    ]
    doc = Doc(pipeline.vocab, words=words, spaces=spaces, tags=list(kinds or kinds_of(text)))
    starts = {token.start(): number for number, token in enumerate(tokens)}
    ends = {token.end(): number + 1 for number, token in enumerate(tokens)}
    spans = [
        Span(doc, starts[first], ends[last], label=LABEL)
        for first, last in places
        if first in starts and last in ends
    ]
    doc.spans[_SPANS] = SpanGroup(doc, name=_SPANS, spans=spans)
    return doc


def kinds_of(text: str) -> list[str]:
    """What our lists of words say of each word of a text.

    >>> kinds_of("sig. Mario, via Rossi 3")
    ['titolo', 'segno', 'nome', 'segno', 'porta', 'altro', 'cifra']
    """
    return [_kind(token.group()) for token in _TOKEN.finditer(text)]


def _kind(word: str) -> str:
    small = word.casefold()
    if not word[0].isalpha():
        return "cifra" if word[0].isdigit() else "segno"
    for kind, words in _KINDS:
        if small in words:
            return kind
    return "altro"


@cache
def _trained() -> Any:
    pipeline = untrained()
    pipeline.get_pipe("spancat").model.from_bytes((WEIGHTS / "nomi.bin").read_bytes())
    return pipeline


def untrained() -> Any:
    """The pipeline without its weights; the script that trains it begins from here."""
    import spacy
    from spacy.attrs import PREFIX, SUFFIX

    pipeline: Any = spacy.blank("it")
    getters = pipeline.vocab.lex_attr_getters
    # Rossi and ROSSI end alike; the shape keeps the case.
    getters[PREFIX] = lambda word: word[:_AFFIX].lower()
    getters[SUFFIX] = lambda word: word[-_AFFIX:].lower()
    model = {
        "@architectures": "spacy.SpanCategorizer.v1",
        "reducer": {"@layers": "spacy.mean_max_reducer.v1", "hidden_size": 64},
        "scorer": {"@layers": "spacy.LinearLogistic.v1", "nO": 1, "nI": None},
        "tok2vec": {
            "@architectures": "spacy.Tok2Vec.v2",
            "embed": {
                "@architectures": "spacy.MultiHashEmbed.v2",
                "width": _WIDTH,
                "attrs": list(_ROWS),
                "rows": list(_ROWS.values()),
                "include_static_vectors": False,
            },
            "encode": {
                "@architectures": "spacy.MaxoutWindowEncoder.v2",
                "width": _WIDTH,
                "depth": 2,
                "window_size": 2,
                "maxout_pieces": 3,
            },
        },
    }
    suggester = {"@misc": "spacy.preset_spans_suggester.v1", "spans_key": _SPANS}
    component = pipeline.add_pipe(
        "spancat",
        config={"threshold": 0.0, "spans_key": _SPANS, "suggester": suggester, "model": model},
    )
    component.add_label(LABEL)
    return pipeline
