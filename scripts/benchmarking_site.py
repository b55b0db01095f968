"""How long the pages of the site take, asked over HTTP of a server started for it.

The questions are drawn from the store's own words, each asked once, so that no answer is one kept
from before but where a reader too would have asked before: the next pages and the filters of a
question. The time is that of a whole reply, as the reader's side sees it.
"""

import random
import re
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlencode

import click

ROOT = Path(__file__).resolve().parents[1]
_SAMPLE = 400
"""Acts from which the words of the questions are taken."""
_WORD = re.compile(r"[a-zà-ù]{5,}")

Asked = tuple[str, str]
"""The kind of a question, and its address."""


def questions(database: Path, seed: int, rounds: int) -> list[Asked]:
    """The mix: ``rounds`` of each kind of question, and as many pages of acts."""
    pick = random.Random(seed)
    with closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)) as store:
        acts = _some_acts(store, pick)
        bodies = [row[0] for row in store.execute(
            "select distinct ente from (select ente from atti limit 5000) where ente is not null"
        )]  # fmt: skip
    texts = [text for _, text in acts]
    spread = Counter(word for text in texts for word in set(_WORD.findall(text)))
    common = [word for word, count in spread.items() if count > len(texts) * 0.25]
    medium = [word for word, count in spread.items() if 0.02 < count / len(texts) <= 0.25]
    rare = [word for word, count in spread.items() if count <= len(texts) * 0.01]
    made: list[Asked] = []
    for _ in range(rounds):
        one, two = pick.choice(medium), pick.choice(common)
        made += [
            ("a rare word", _search(q=pick.choice(rare))),
            ("a common word", _search(q=pick.choice(common))),
            ("two or three words", _search(q=" ".join(pick.sample(medium, pick.randint(2, 3))))),
            ("words, one excluded", _search(q=f"{two} -{one}")),
            ("an exact phrase", _search(q=f'"{_phrase(pick, texts)}"')),
            ("the beginning of a word", _search(q=f"{pick.choice(medium)[:5]}*")),
            ("a word, filtered", _search(q=one, tipo="determinazione", scadenza="aperta")),
            ("the same, another filter", _search(q=one, tipo="determinazione", cup="si")),
            ("a word, by date", _search(q=f"{two} {pick.choice(common)}", ordine="data")),
            ("the same, page 2", _search(q=f"{one} {two}")),
            ("the same, page 2", _search(q=f"{one} {two}", pagina="2")),
            ("all acts of a body", _search(ente=pick.choice(bodies))),
            ("all acts, a far page", _search(pagina=str(pick.randint(2, 5000)))),
            ("an act", f"/atto/{pick.choice(acts)[0]}"),
        ]
    return made


def _some_acts(store: sqlite3.Connection, pick: random.Random) -> list[tuple[str, str]]:
    (last,) = store.execute("select max(posto) from ricerca").fetchone()
    found = []
    for place in pick.sample(range(1, last + 1), min(_SAMPLE, last)):
        row = store.execute(
            "select atto_id, (select group_concat(testo, ' ') from parti where foglia and "
            "parti.atto_id = ricerca.atto_id) from ricerca where posto = ?", (place,)
        ).fetchone()  # fmt: skip
        if row and row[1]:
            found.append((row[0], row[1].lower()))
    return found


def _phrase(pick: random.Random, texts: list[str]) -> str:
    words = re.findall(r"[a-zà-ù]+", pick.choice(texts))
    start = pick.randrange(max(1, len(words) - 3))
    return " ".join(words[start : start + 3])


def _search(**values: str) -> str:
    return f"/cerca?{urlencode(values)}"


@contextmanager
def served(database: Path) -> Iterator[tuple[str, int]]:
    """The address of a site over ``database`` and its process, for as long as the block runs."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "extractor.cli", "serve", str(database), "--port", str(port)]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        try:
            for _ in range(300):
                with socket.socket() as probe:
                    if not probe.connect_ex(("127.0.0.1", port)):
                        break
                time.sleep(0.1)
            yield f"http://127.0.0.1:{port}", server.pid
        finally:
            server.terminate()


def _milliseconds(address: str, process: int) -> tuple[float, float]:
    """How long a reply takes, and how long the server's threads ran for it."""
    before, start = _on_processor(process), time.perf_counter()
    with urllib.request.urlopen(address) as reply:
        reply.read()
    took = time.perf_counter() - start
    return 1000 * took, 1000 * (_on_processor(process) - before)


def _on_processor(process: int) -> float:
    """Seconds that a process has run for, where Linux tells."""
    threads = Path(f"/proc/{process}/task").glob("*/schedstat")
    return sum(int(thread.read_text().split()[0]) for thread in threads) / 1e9


def _at(times: list[float], share: float) -> float:
    return sorted(times)[min(len(times) - 1, int(share * len(times)))]


@click.command()
@click.argument("database", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--rounds", default=40, show_default=True, help="Questions of each kind.")
@click.option("--seed", default=1, show_default=True, help="The same seed asks the same.")
@click.option(
    "--limit", type=(float, float), default=(0, 0), help="Fail above these p95: search, act (ms)."
)
def site(database: Path, rounds: int, seed: int, limit: tuple[float, float]) -> None:
    """The site over a store: searches and pages of acts (see scripts/many_acts.py)."""
    asked = questions(database.resolve(), seed, rounds)
    times: dict[str, list[tuple[float, float]]] = {}
    with served(database.resolve()) as (address, process):
        first, _ = _milliseconds(f"{address}/cerca?q=prima", process)
        _milliseconds(f"{address}{asked[-1][1]}", process)
        for kind, path in asked:
            times.setdefault(kind, []).append(_milliseconds(address + path, process))
    click.echo(
        f"ms of a reply, and of processor time for it; {len(asked)} questions; the first after "
        f"the start: {first:.0f}"
    )
    click.echo(f"{'':26} {'n':>5} {'p50':>7} {'p95':>7} {'max':>7} {'cpu p50':>8} {'cpu p95':>8}")
    every = [pair for kind, found in times.items() if kind != "an act" for pair in found]
    for kind, found in {**times, "every search": every}.items():
        wall, cpu = ([pair[at] for pair in found] for at in (0, 1))
        click.echo(
            f"{kind:26} {len(found):5} {_at(wall, 0.5):7.1f} {_at(wall, 0.95):7.1f} "
            f"{max(wall):7.1f} {_at(cpu, 0.5):8.1f} {_at(cpu, 0.95):8.1f}"
        )
    for kind, found, most in (("search", every, limit[0]), ("act", times["an act"], limit[1])):
        worst = _at([wall for wall, _ in found], 0.95)
        if most and worst > most:
            raise click.ClickException(f"{kind}: p95 {worst:.0f} ms > {most:.0f} ms")
