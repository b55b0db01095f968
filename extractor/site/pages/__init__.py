"""The pages of the site: a module for each, with the addresses that it answers at."""

from extractor.site.pages import deadlines, home
from extractor.site.web import Route

ROUTES: tuple[Route, ...] = (*home.ROUTES, *deadlines.ROUTES)
"""Every address of ours; what is not here is Datasette's."""

__all__ = ["ROUTES"]
