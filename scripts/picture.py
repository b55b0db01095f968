"""Draws the README's picture: the demo's commands and what they really print, as an SVG."""

import io
import os
import re
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text

COMMANDS = (
    ["ingest", "{demo}/pdf", "--db", "{demo}/atti.db"],
    ["search", "{demo}/atti.db", '"CUP Unico" prenotazione', "--limit", "2"],
)
WIDTH = 104


def main(demo: Path, target: Path) -> None:
    """Run the commands over the demo's folder and save the picture."""
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    for command in COMMANDS:
        words = [word.format(demo=demo) for word in command]
        shown = " ".join(f"'{word}'" if " " in word else word for word in words)
        console.print(f"$ spoglio {shown}", style="bold green", highlight=False)
        done = subprocess.run(
            [sys.executable, "-m", "extractor.cli", *words],
            capture_output=True,
            text=True,
            env={**os.environ, "COLUMNS": str(WIDTH), "FORCE_COLOR": "1"},
        )
        console.print(Text.from_ansi(done.stdout.rstrip()))
        console.print()
    # The export asks the net for a font: the picture must stand on its own
    svg = re.sub(r"@font-face \{.*?\}\s*", "", console.export_svg(title="Spoglio"), flags=re.S)
    target.write_text(svg, "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
