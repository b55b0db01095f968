"""A store of many acts, made of pieces of the corpus, to measure how the site scales.

python scripts/many_acts.py ATTI.db [--acts 100000] [--seed 1]

Each act has a header of its own (body, number, date, subject, codes) and a number of pieces of
real acts: recitals, points, parts of attachments, with the facts found in them. What is measured
on such a store is harder than life: the corpus is small, so its words stand in very many acts.
"""

import random
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import click

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from extractor.pipeline import extract
from extractor.registry.update import update
from extractor.store.writer import Store
from models import Atto, Documento, Estrazione, Fatto, Menzione, Parte
from models.identity import content_id, id_within

ROOT = Path(__file__).resolve().parents[1]
TABLES = ("riferimenti", "importi", "codici", "scadenze", "persone")
PIECE = 2_500
"""Characters of a piece at most; longer parts are cut at a line's end."""
PER_DOCUMENT = 50
ZONES = {"visto": "preambolo", "preambolo": "preambolo", "punto": "dispositivo"}
KINDS = (
    ("determinazione", "DETERMINAZIONE", 50), ("delibera", "DELIBERAZIONE", 20),
    ("decreto", "D.d.s.", 12), ("ordinanza", "ORDINANZA", 8), ("dgr", "D.g.r.", 6),
    ("avviso", "AVVISO", 3), ("bando", "BANDO", 1),
)  # fmt: skip
OFFICES = ("Lavori pubblici", "Servizi sociali", "Ambiente", "Cultura", "Personale", "Bilancio",
           "Polizia locale", "Istruzione", "Urbanistica", "Sviluppo economico")  # fmt: skip


@dataclass(frozen=True)
class Piece:
    """A stretch of a real act: its text, the facts in it with offsets in it, its zone."""

    testo: str
    zona: str
    fatti: tuple[tuple[str, Fatto], ...]


def pieces() -> list[Piece]:
    """Every piece of the corpus."""
    found: list[Piece] = []
    for path in sorted((ROOT / "corpus/documents").glob("*.txt")):
        for records in extract(path):
            facts = [
                (table, fact)
                for table in TABLES
                for fact in getattr(records, table)
                if fact.flusso == "testo"
            ]
            for leaf in records.parti:
                if leaf.foglia and leaf.atto_id and leaf.tipo != "frontespizio":
                    found += _cut(leaf, facts)
    return found


def _cut(leaf: Parte, facts: list[tuple[str, Fatto]]) -> Iterator[Piece]:
    text = leaf.testo or ""
    start = 0
    while start < len(text):
        end = len(text)
        if end - start > PIECE:
            end = max(text.rfind("\n", start, start + PIECE), start + PIECE // 2)
        low, high = leaf.inizio + start, leaf.inizio + end
        inside = tuple(
            (table, fact.model_copy(update={"inizio": fact.inizio - low, "fine": fact.fine - low}))
            for table, fact in facts
            if low <= fact.inizio and fact.fine <= high
        )
        if len(text[start:end].strip()) > 30:
            yield Piece(text[start:end], ZONES.get(leaf.tipo, "allegato"), inside)
        start = end


@dataclass
class Draft:
    """A document being made: what is put behind one another in its text."""

    documento_id: str
    position: int = 0
    atti: list[Atto] = field(default_factory=list)
    parti: list[Parte] = field(default_factory=list)
    fatti: dict[str, list[Fatto]] = field(default_factory=lambda: {name: [] for name in TABLES})
    menzioni: list[Menzione] = field(default_factory=list)

    def part(self, atto_id: str, tipo: str, text: str | None, parent: str | None) -> Parte:
        """Add a part at the end of the text; one without text holds those that follow."""
        made = Parte(
            id=id_within(self.documento_id, "parti", len(self.parti)),
            documento_id=self.documento_id, atto_id=atto_id, genitore_id=parent, tipo=tipo,
            ordine=len(self.parti), foglia=text is not None, testo=text, inizio=self.position,
            fine=self.position + len(text or ""), pagina_inizio=1, pagina_fine=1,
        )  # fmt: skip
        self.parti.append(made)
        self.position = made.fine
        return made

    def place(self, piece: Piece, leaf: Parte, atto_id: str, seen: set[object]) -> None:
        """Add the facts of a piece that the act does not have yet."""
        for table, fact in piece.fatti:
            if (table, fact.chiave()) in seen:
                continue
            seen.add((table, fact.chiave()))
            where = {
                "documento_id": self.documento_id, "atto_id": atto_id, "pagina": 1,
                "inizio": fact.inizio + leaf.inizio, "fine": fact.fine + leaf.inizio,
            }  # fmt: skip
            number = id_within(self.documento_id, table, atto_id, len(seen))
            self.fatti[table].append(
                fact.model_copy(
                    update={"id": number, "completamenti": (), "riquadri": ()}
                    | ({"atto_citato_id": None} if table == "riferimenti" else {})
                    | where
                )
            )
            self.menzioni.append(
                Menzione(
                    id=id_within(self.documento_id, "menzioni", number), testo=fact.testo,
                    fonte=fact.fonte, confidenza=fact.confidenza, tabella=table,
                    fatto_id=number, **where,
                )  # type: ignore[arg-type]
            )  # fmt: skip


class Maker:
    """Makes documents of acts, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.pieces = pieces()
        self.by_zone = {
            zone: [piece for piece in self.pieces if piece.zona == zone]
            for zone in ("preambolo", "dispositivo", "allegato")
        }
        self.bodies = ["Regione Lombardia"] + [
            f"Comune di {self._name()}" for _ in range(800)
        ]  # fmt: skip
        self.numbers = 0

    def _name(self) -> str:
        syllables = ("val", "mon", "ca", "sa", "ro", "te", "bri", "do", "ce", "gna", "lo", "ver")
        return "".join(self.random.choices(syllables, k=self.random.randint(2, 4))).capitalize()

    def document(self, number: int, acts: int) -> Estrazione:
        """A document with so many acts."""
        identifier = content_id("many acts", number) * 4
        draft = Draft(identifier)
        for _ in range(acts):
            self._act(draft)
        record = Documento(
            id=identifier, nome=f"raccolta-{number:05}.txt", formato="txt", pagine=1,
            caratteri=draft.position, tipo="bollettino",
        )  # fmt: skip
        return Estrazione(
            documento=record, atti=tuple(draft.atti), parti=tuple(draft.parti),
            menzioni=tuple(draft.menzioni),
            **{name: tuple(facts) for name, facts in draft.fatti.items()},  # type: ignore[arg-type]
        )  # fmt: skip

    def _act(self, draft: Draft) -> None:
        self.numbers += 1
        pick = self.random
        kinds = [kind[:2] for kind in KINDS]
        tipo, sigla = pick.choices(kinds, [kind[2] for kind in KINDS])[0]
        body = self.bodies[0] if tipo in ("dgr", "decreto") else pick.choice(self.bodies[1:])
        day = date(2010, 1, 1) + timedelta(days=pick.randrange(16 * 365))
        number = str(pick.randrange(1, 3000))
        act = id_within(draft.documento_id, "atti", self.numbers)
        subject = " ".join(pick.choice(self.by_zone["dispositivo"]).testo.split())[:180]
        start = draft.position
        header = (
            f"{body.upper()}\n{sigla} N. {number} DEL {day:%d/%m/%Y}\nOGGETTO: {subject}\n"
            f"Protocollo {self.numbers:07}\n"
        )
        draft.part(act, "frontespizio", header, None)
        self._body(draft, act)
        draft.atti.append(
            Atto(
                id=act,
                identificativo=f"{body.lower().replace(' ', '-')}/{tipo}/{day.year}/{number}",
                documento_id=draft.documento_id, tipo=tipo, sigla=sigla, numero=number,
                anno=day.year, data=day.isoformat(), ente=body, oggetto=subject,
                direzione=pick.choice(OFFICES), pagina_inizio=1, pagina_fine=1, inizio=start,
                fine=draft.position,
            )
        )  # fmt: skip

    def _body(self, draft: Draft, act: str) -> None:
        """Recitals, points and now and then attachments: 6,000 characters as a median."""
        pick, seen = self.random, set[object]()
        long = min(60, int(pick.lognormvariate(1.0, 0.9)))
        counts = {"preambolo": pick.randint(2, 9), "dispositivo": pick.randint(2, 6),
                  "allegato": long}  # fmt: skip
        for zone, count in counts.items():
            parent = draft.part(act, zone, None, None).id if count else None
            place = len(draft.parti) - 1
            for _ in range(count):
                piece = pick.choice(self.by_zone[zone])
                leaf = draft.part(act, "altro", piece.testo, parent)
                draft.place(piece, leaf, act, seen)
            if count:
                update = {"fine": draft.position}
                draft.parti[place] = draft.parti[place].model_copy(update=update)


@click.command()
@click.argument("database", type=click.Path(path_type=Path))
@click.option("--acts", default=100_000, show_default=True, help="Acts to make.")
@click.option("--seed", default=1, show_default=True, help="The same seed makes the same acts.")
def main(database: Path, acts: int, seed: int) -> None:
    """Make DATABASE, a store of many acts of corpus text."""
    if database.exists():
        raise click.ClickException(f"{database} is there already.")
    maker = Maker(seed)
    start = time.perf_counter()
    with Store(database) as store:
        for pragma in ("cache_size = -2000000", "synchronous = off", "wal_autocheckpoint = 50000"):
            store.database.execute(f"pragma {pragma}")  # what is lost is made again
        for number, made in enumerate(range(0, acts, PER_DOCUMENT)):
            store.write(maker.document(number, min(PER_DOCUMENT, acts - made)), "made", 0.0)
        written = time.perf_counter()
        store.finish()
        linked = time.perf_counter()
        update(store.database.conn)
    now = time.perf_counter()
    size = database.stat().st_size / 1e6
    click.echo(
        f"{acts} acts in {written - start:.0f} s, links in {linked - written:.0f} s, registry in "
        f"{now - linked:.0f} s; {size:.0f} MB"
    )


if __name__ == "__main__":
    main()
