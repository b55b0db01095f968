"""Check the headers of real acts, written down by a reader, against ours.

    python scripts/measure_headers.py HEADERS.json FOLDER [--show]

``HEADERS.json`` is a list of objects, each an act: ``file`` (in ``FOLDER``), ``atto_indice`` (its
place among the acts of the file), ``genere`` (a kind, to count by) and the fields compared:
``tipo``, ``numero``, ``data``, ``ente``, ``oggetto``, ``pagina_fine_corpo`` (the page on which the
body ends), ``pagine_allegati`` (the attachments' pages) and ``firmatari`` (names). ``ammessi``
gives, by field, other values that are right too. White space, case and punctuation do not matter.
"""

import argparse
import json
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

from extractor.pipeline import extract_all
from models import Atto, Estrazione

FIELDS = ("tipo", "numero", "data", "ente", "oggetto")
PLACES = ("pagina_fine_corpo", "pagine_allegati", "firmatari")


def squeezed(value: Any) -> Any:
    """A value as it is compared: of words and names only letters and digits count."""
    if isinstance(value, str):
        return re.sub(r"\W+", "", value).casefold() or None
    if isinstance(value, list):
        return sorted({squeezed(each) for each in value}, key=str)
    return value


def values(records: Estrazione, act: Atto) -> dict[str, Any]:
    """What we read of an act, by the names of the list."""
    found: dict[str, Any] = {name: getattr(act, name) for name in FIELDS}
    body, attached = set(), set()
    for part in records.parti:
        if part.atto_id == act.id and part.foglia and (part.testo or "").strip():
            pages = range(part.pagina_inizio, part.pagina_fine + 1)
            (attached if within_attachment(records, part.id) else body).update(pages)
    found["pagina_fine_corpo"] = max(body, default=None)
    found["pagine_allegati"] = sorted(attached - body)
    found["firmatari"] = [
        person.nome
        for person in records.persone
        if person.atto_id == act.id and person.funzione == "firmatario"
    ]
    return found


def within_attachment(records: Estrazione, part_id: str) -> bool:
    """Whether a part stands in an attachment of its act."""
    parts = {part.id: part for part in records.parti}
    part = parts[part_id]
    while part.tipo != "allegato" and part.genitore_id:
        part = parts[part.genitore_id]
    return part.tipo == "allegato"


def right(name: str, wanted: dict[str, Any], ours: Any) -> bool:
    """Whether our value of a field is the reader's, or another that is right too."""
    accepted = [wanted.get(name), *wanted.get("ammessi", {}).get(name, ())]
    if name == "pagine_allegati":
        # Of a page that body and attachment share, either may claim the whole
        last = (
            wanted.get("pagina_fine_corpo"),
            *wanted.get("ammessi", {}).get("pagina_fine_corpo", ()),
        )
        shared = set(last)
        return any(set(each or ()) ^ set(ours or ()) <= shared for each in accepted)
    return squeezed(ours) in [squeezed(each) for each in accepted]


def main() -> None:
    """Print the share of right fields, by kind of act and in all."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("headers", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", action="store_true", help="print every field that is not right")
    options = parser.parse_args()
    figures: dict[str, dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    by_file: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for wanted in json.loads(options.headers.read_text("utf-8")):
        by_file[wanted["file"]].append(wanted)
    for name, wanted_acts in by_file.items():
        records = [each for _, each in extract_all(options.folder / name)]
        acts = [(each, act) for each in records for act in each.atti]
        for wanted in wanted_acts:
            at = wanted["atto_indice"]
            ours = values(*acts[at]) if at < len(acts) else {}
            figures["acts found"]["atti"].append(bool(ours))
            for field in (*FIELDS, *PLACES):
                if field not in wanted:
                    continue
                good = right(field, wanted, ours.get(field))
                figures[wanted["genere"].partition(" (")[0]][field].append(good)
                figures["in all"][field].append(good)
                if options.show and not good:
                    print(f"{name} {field}: {wanted.get(field)!r}, ours {ours.get(field)!r}")
        if options.show and len(acts) > len(wanted_acts):
            print(f"{name}: {len(acts)} acts, {len(wanted_acts)} in the list")
    for kind, fields in figures.items():
        said = ", ".join(f"{field} {sum(all_)}/{len(all_)}" for field, all_ in fields.items())
        print(f"{kind}: {said}")


if __name__ == "__main__":
    main()
