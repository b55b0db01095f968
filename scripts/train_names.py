"""Train the recogniser of names on the sentences of ``corpus/names``.

    python scripts/train_names.py            # writes extractor/facts/people/weights
    python scripts/train_names.py --folds 5  # measures on sentences held out, writes nothing

The same sentences give the same weights on the same machine and versions of spaCy: the seeds are
fixed and one thread works. The names of the sentences are exchanged, turned round and printed in
capitals as training goes, so that the words around them count more than the names themselves.
"""

import argparse
import hashlib
import json
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import spacy
from spacy.training import Example
from spacy.util import fix_random_seed, minibatch

from extractor.facts.people.gaps import START
from extractor.facts.people.names import name_at
from extractor.facts.people.recogniser import WEIGHTS, kinds_of, read, untrained

SENTENCES = Path(__file__).resolve().parents[1] / "corpus/names"
SEED = 5
EPOCHS = 16
BATCH = 16
DROPOUT = 0.35
RATE = 0.002
PHRASES = 0.2
"""Share of names that give way to an ordinary phrase in capitals, which is then no name."""

FORGETS = 0.25
"""Share of words whose kind is hidden, so that a name missing in our lists is learnt too."""

Span = tuple[int, int]


class Sentence(NamedTuple):
    """A sentence with the spans of the names in it."""

    testo: str
    persone: tuple[Span, ...]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    sentences = sentences_of(SENTENCES)
    if options.folds:
        measure(sentences, options.folds)
        return
    start = time.perf_counter()
    pipeline = train(sentences)
    options.weights.mkdir(parents=True, exist_ok=True)
    weights = pipeline.get_pipe("spancat").model.to_bytes()
    (options.weights / "nomi.bin").write_bytes(weights)
    told = {
        "frasi": len(sentences),
        "persone": sum(len(sentence.persone) for sentence in sentences),
        "senza_persone": sum(not sentence.persone for sentence in sentences),
        "impronta": fingerprint(SENTENCES),
        "spacy": spacy.__version__,
        "epoche": EPOCHS,
        "seme": SEED,
    }
    (options.weights / "nomi.json").write_text(json.dumps(told, indent=2) + "\n", "utf-8")
    print(
        f"{told['frasi']} sentences, {len(weights) / 1e6:.1f} MB of weights,"
        f" {time.perf_counter() - start:.0f} s"
    )


def ordinary_words(folder: Path) -> list[str]:
    """Words of acts that headings and names of offices print with capitals."""
    lines = (folder / "parole.txt").read_text("utf-8").splitlines()
    return [word for line in lines if not line.startswith("#") for word in line.split()]


def sentences_of(folder: Path) -> list[Sentence]:
    """The annotated sentences, in the order of their files."""
    return [
        Sentence(row["testo"], tuple((first, last) for first, last in row["persone"]))
        for path in sorted(folder.glob("*.jsonl"))
        for row in map(json.loads, path.read_text("utf-8").splitlines())
    ]


def fingerprint(folder: Path) -> str:
    """The sha256 of the sentences, file by file: the weights tell which they were trained on."""
    digest = hashlib.sha256()
    for path in sorted([*folder.glob("*.jsonl"), folder / "parole.txt"]):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def train(sentences: Sequence[Sentence], *, epochs: int = EPOCHS, seed: int = SEED) -> Any:
    """A pipeline trained on the sentences."""
    fix_random_seed(seed)
    chance = random.Random(seed)
    names = [
        sentence.testo[first:last]
        for sentence in sentences
        for first, last in sentence.persone
        if len(sentence.testo[first:last].split(" ")) > 1
    ]
    words = ordinary_words(SENTENCES)
    pipeline = untrained()
    some = [_example(pipeline, sentence, chance) for sentence in sentences[:50]]
    pipeline.initialize(lambda: some)
    optimizer = pipeline.create_optimizer()
    for epoch in range(epochs):
        optimizer.learn_rate = RATE * (1 - epoch / epochs) + RATE / 20
        order = list(sentences)
        chance.shuffle(order)
        examples = [_example(pipeline, _varied(s, names, words, chance), chance) for s in order]
        telling = [example for example in examples if example.predicted.spans["luoghi"]]
        for batch in minibatch(telling, BATCH):
            pipeline.update(batch, sgd=optimizer, drop=DROPOUT)
    return pipeline


def places_of(text: str) -> list[Span]:
    """Every span that our grammar would read as a name, wherever it begins."""
    names = (
        name_at(text, start.start(), single=single)
        for start in START.finditer(text)
        for single in (False, True)
    )
    return sorted({(name.inizio, name.fine) for name in names if name is not None})


def _example(pipeline: Any, sentence: Sentence, chance: random.Random) -> Example:
    text = sentence.testo
    places = sorted({*places_of(text), *sentence.persone})
    kinds = [
        "altro" if kind in ("nome", "atto") and chance.random() < FORGETS else kind
        for kind in kinds_of(text)
    ]
    return Example(
        read(pipeline, text, places, kinds), read(pipeline, text, sentence.persone, kinds)
    )


def _varied(
    sentence: Sentence, names: Sequence[str], words: Sequence[str], chance: random.Random
) -> Sentence:
    """The sentence with other names, in another order or in capitals, or all in capitals.

    Some names give way to a phrase such as an office or a heading is made of.
    """
    text, spans, at = "", [], 0
    for first, last in sentence.persone:
        text += sentence.testo[at:first]
        name = sentence.testo[first:last]
        if " " in name and chance.random() < PHRASES:
            name = _phrase(words, chance, capitals=name.isupper())
        else:
            name = _varied_name(name, names, chance)
            spans.append((len(text), len(text) + len(name)))
        text, at = text + name, last
    text += sentence.testo[at:]
    if chance.random() < 0.2 and len(text.upper()) == len(text):
        text = text.upper()
    return Sentence(text, tuple(spans))


def _phrase(words: Sequence[str], chance: random.Random, *, capitals: bool) -> str:
    joined = chance.choice((" ", " ", " ", " di ", " delle ", " dell'"))
    phrase = joined.join(word.capitalize() for word in chance.sample(words, 2))
    return phrase.upper() if capitals or chance.random() < 0.2 else phrase


def _varied_name(name: str, names: Sequence[str], chance: random.Random) -> str:
    if " " not in name or "\t" in name:
        return name
    if chance.random() < 0.5:
        other = chance.choice(names)
        capitals = name.isupper() or not other.isupper()
        name = (other.upper() if name.isupper() else other) if capitals else other.title()
    words = name.split(" ")
    if len(words) == 2 and chance.random() < 0.2:
        words.reverse()
    shout = chance.random()
    if shout < 0.12:
        words = [word.upper() for word in words]
    elif shout < 0.18:
        words[-1] = words[-1].upper()
    return " ".join(words)


def measure(sentences: Sequence[Sentence], folds: int) -> None:
    """Print how well the spans of sentences held out are told apart."""
    order = list(sentences)
    random.Random(SEED).shuffle(order)
    judged: list[tuple[float, bool]] = []
    for fold in range(folds):
        kept = [s for number, s in enumerate(order) if number % folds != fold]
        judged.extend(_judged(train(kept), order[fold::folds]))
    right = sum((sure > 0.5) == person for sure, person in judged)
    people = sum(person for _, person in judged)
    found = sum(person for sure, person in judged if sure > 0.5)
    said = sum(sure > 0.5 for sure, _ in judged)
    print(
        f"{len(judged)} spans, {people} of people: {right / len(judged):.3f} right,"
        f" precision {found / said:.3f}, recall {found / people:.3f}"
    )
    for name, part in (
        ("sureness >= 0.9", [person for sure, person in judged if sure >= 0.9]),
        ("sureness <= 0.1", [not person for sure, person in judged if sure <= 0.1]),
    ):
        print(f"{name}: {len(part)} spans, {sum(part) / max(len(part), 1):.3f} right")


def _judged(pipeline: Any, sentences: Sequence[Sentence]) -> Iterator[tuple[float, bool]]:
    component = pipeline.get_pipe("spancat")
    for sentence in sentences:
        places = places_of(sentence.testo)
        if places:
            doc = component(read(pipeline, sentence.testo, places))
            scores = doc.spans["luoghi"].attrs["scores"]
            for place, score in zip(places, scores, strict=True):
                yield float(score), place in sentence.persone


if __name__ == "__main__":
    main()
