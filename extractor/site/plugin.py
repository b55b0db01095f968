"""The plugin that gives Datasette our pages, their wording and the headers of every reply."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from datasette import hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import Request, Response
from jinja2 import Environment

from extractor.checks.descriptions import rule_title
from extractor.site.headers import STRICT, with_headers
from extractor.site.pages import ROUTES
from extractor.site.web import (
    Ask,
    BadQuestionError,
    NotFoundError,
    Page,
    Raw,
    Redirect,
    Reply,
    View,
)  # fmt: skip
from extractor.wording import FILTERS


@hookimpl  # type: ignore[untyped-decorator]
def register_routes(datasette: Datasette) -> list[tuple[str, Callable[..., Awaitable[Response]]]]:
    """Our pages, before Datasette's own."""
    if not hasattr(datasette, "options"):
        return []
    return [(pattern, partial(_answer, view)) for pattern, view in ROUTES]


@hookimpl  # type: ignore[untyped-decorator]
def prepare_jinja2_environment(env: Environment) -> None:
    """Italian dates, amounts and words for the templates."""
    env.filters.update(FILTERS | {"titolo_regola": rule_title})


@hookimpl  # type: ignore[untyped-decorator]
def asgi_wrapper(datasette: Datasette) -> Callable[[Any], Any]:
    """Headers of every reply, Datasette's own too."""
    return with_headers


@hookimpl  # type: ignore[untyped-decorator]
def menu_links(datasette: Datasette) -> list[dict[str, str]]:
    """From Datasette's pages back to ours."""
    names = (("/", "Spoglio"), ("/cerca", "Cerca"), ("/scadenze", "Scadenze"))
    return [{"href": datasette.urls.path(path), "label": label} for path, label in names]


async def _answer(view: View, datasette: Any, request: Request) -> Response:
    """The response of a view, which runs in a thread with a connection of its own."""
    database = datasette.get_database(datasette.store_name)

    def work(connection: Any) -> Reply:
        ask = Ask(
            store=connection,
            path=request.url_vars,
            args={name: request.args.getlist(name) for name in request.args},
            url=request.path,
            query=request.query_string,
            options=datasette.options,
            database=datasette.path,
            base=f"{request.scheme}://{request.host}",
        )
        return view(ask)

    if request.method not in ("GET", "HEAD"):
        return Response.text("Si può solo leggere.", status=405)
    try:
        reply = await database.execute_fn(work)
    except NotFoundError as error:
        reply = Page("errore.html", {"titolo": "Non trovato", "messaggio": str(error)}, 404)
    except BadQuestionError as error:
        reply = Page("errore.html", {"titolo": "Domanda non valida", "messaggio": str(error)}, 400)
    return await _response(reply, datasette, request)


async def _response(reply: Reply, datasette: Any, request: Request) -> Response:
    if isinstance(reply, Redirect):
        return Response.redirect(datasette.urls.path(reply.url))
    if isinstance(reply, Raw):
        tag = reply.headers.get("etag")
        if tag and tag in request.headers.get("if-none-match", ""):
            return Response("", 304, dict(reply.headers), reply.content_type)
        return Response(reply.body, headers=dict(reply.headers), content_type=reply.content_type)
    values = reply.values | {
        "options": datasette.options,
        "archivio": datasette.store_name,
        "indirizzo": request.path,
    }
    html = await datasette.render_template(f"spoglio/{reply.template}", values, request=request)
    return Response.html(html, status=reply.status, headers={"content-security-policy": STRICT})
