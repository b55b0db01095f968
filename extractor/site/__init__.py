"""The site over a store: Datasette, with descriptions and facets in Italian."""

from extractor.site.server import ServeError, serve

__all__ = ["ServeError", "serve"]
