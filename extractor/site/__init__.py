"""The site over a store: Datasette, with our pages in Italian before its own."""

from extractor.site.server import ServeError, serve
from extractor.site.web import Options

__all__ = ["Options", "ServeError", "serve"]
