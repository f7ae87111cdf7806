"""What somebody on the way says in the server's place: bytes, as they come."""

_PAGE = b"<!doctype html><title>Logga in</title><p>Gratis wifi"
HTML = {
    "html 502": b"502 Bad Gateway",
    "html 503": b"503 Service Unavailable\r\nretry-after: soon",
    "html 401": b"401 Unauthorized",
    "html 200": b"200 OK",
    "html 302": b"302 Found\r\nlocation: http://127.0.0.1:9/",
    "html after": b"502 Bad Gateway",
}


def page(fault: str) -> bytes:
    """A whole answer, one of `HTML`."""
    length = str(len(_PAGE)).encode()
    return b"\r\n".join(
        [
            b"HTTP/1.1 " + HTML[fault],
            b"content-type: text/html",
            b"content-length: " + length,
            b"connection: close",
            b"",
            _PAGE,
        ]
    )
