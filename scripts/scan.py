"""Make scans of PDF pages: drawn at 200 dpi, turned, with noise, as a scanner leaves them.

    python scripts/scan.py FILE.pdf [--pages 3,7] [--degrees 1.0] --to SCAN.pdf

The result has no text layer. The same pages give the same bytes.
"""

import io
from collections.abc import Sequence
from pathlib import Path

import click
import numpy as np
import pypdfium2
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

DPI = 200


def scanned(page: pypdfium2.PdfPage, degrees: float, seed: int) -> Image.Image:
    """A page as a scanner sees it: grey paper, specks, a slight blur, turned clockwise."""
    picture = page.render(scale=DPI / 72).to_pil().convert("L")
    picture = picture.rotate(-degrees, Image.Resampling.BICUBIC, fillcolor=255)
    chance = np.random.default_rng(seed)
    pixels = np.asarray(picture, dtype=np.float32) * 0.86 + 22
    pixels += chance.normal(0, 9, pixels.shape)
    specks = chance.random(pixels.shape)
    pixels[specks < 0.0006] = 60
    pixels[specks > 0.9994] = 250
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def scan(source: Path, target: Path, pages: Sequence[int], degrees: float = 1.0) -> None:
    """Write the scans of some pages (from 1) of a PDF, each turned the other way than the last."""
    document = pypdfium2.PdfDocument(source)
    canvas = Canvas(str(target), invariant=1)
    for at, number in enumerate(pages):
        page = document[number - 1]
        picture = scanned(page, degrees if at % 2 == 0 else -degrees, seed=number)
        packed = io.BytesIO()
        picture.save(packed, "JPEG", quality=80)
        canvas.setPageSize(page.get_size())
        canvas.drawImage(ImageReader(packed), 0, 0, *page.get_size())
        canvas.showPage()
    canvas.save()


@click.command()
@click.argument("source", type=click.Path(exists=True, path_type=Path))
@click.option("--pages", default="", help="Numbers from 1, with commas; all by default.")
@click.option("--degrees", default=1.0, help="How far each page is turned.")
@click.option("--to", "target", type=click.Path(path_type=Path), required=True)
def main(source: Path, pages: str, degrees: float, target: Path) -> None:
    """Make scans of the pages of SOURCE."""
    numbers = [int(number) for number in pages.split(",") if number]
    scan(source, target, numbers or range(1, len(pypdfium2.PdfDocument(source)) + 1), degrees)


if __name__ == "__main__":
    main()
