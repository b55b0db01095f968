"""The headers that every reply carries: what a browser and a crawler may do with it."""

from typing import Any

_COMMON = "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
STRICT = (
    f"{_COMMON}; img-src 'self' data:; style-src 'self'; script-src 'self'; connect-src 'self'; "
    "manifest-src 'self'"
)
"""The policy of our pages: nothing from elsewhere, nothing written into the page."""

LENIENT = (
    f"{_COMMON}; img-src 'self' data:; style-src 'self' 'unsafe-inline'; "
    "script-src 'self' 'unsafe-inline'; connect-src 'self'"
)
"""The policy of Datasette's pages, which have scripts and styles of their own in them."""

_ALWAYS = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    # Who finds a person's name by a public search engine has no reason that the law knows of
    (b"x-robots-tag", b"noindex, nofollow, noarchive"),
)


def with_headers(app: Any) -> Any:
    """An ASGI application that answers as ``app`` does, with our headers."""

    async def wrapped(scope: Any, receive: Any, send: Any) -> None:
        async def sending(message: Any) -> None:
            if message["type"] == "http.response.start":
                headers = list(message.get("headers") or [])
                names = {bytes(name).lower() for name, _ in headers}
                policy = (b"content-security-policy", LENIENT.encode())
                headers += [each for each in (*_ALWAYS, policy) if each[0] not in names]
                message = {**message, "headers": headers}
            await send(message)

        await app(scope, receive, sending)

    return wrapped
