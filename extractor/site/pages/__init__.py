"""The pages of the site: a module for each, with the addresses that it answers at."""

from extractor.site.pages import (
    about,
    act,
    deadlines,
    document,
    dossier_lists,
    dossiers,
    evidence,
    evidence_pages,
    findings,
    home,
    results,
)
from extractor.site.web import Route

ROUTES: tuple[Route, ...] = (
    *home.ROUTES,
    *about.ROUTES,
    *act.ROUTES,
    *deadlines.ROUTES,
    *document.ROUTES,
    *dossier_lists.ROUTES,
    *dossiers.ROUTES,
    *evidence.ROUTES,
    *evidence_pages.ROUTES,
    *findings.ROUTES,
    *results.ROUTES,
)
"""Every address of ours; what is not here is Datasette's."""

__all__ = ["ROUTES"]
