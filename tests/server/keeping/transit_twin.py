"""A key service as OpenBao's `transit` answers over HTTP, with one key: real AES-GCM, real sockets."""

import base64
import json
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

TOKEN = "s.twin"


class Twin:
    """The key's versions; `away` answers 503, as a sealed service does."""

    def __init__(self) -> None:
        self.versions = {1: os.urandom(32)}
        self.least = 1
        self.away = False
        self.asked: list[str] = []
        self.address = ""

    def answer(self, what: str, said: dict[str, Any]) -> dict[str, Any] | None:
        """What `data` says; None for what it refuses."""
        match what.removesuffix("/mia").split("/"):
            case ["encrypt"]:
                return {"ciphertext": self._encrypted(said)}
            case ["decrypt"]:
                plain = self._decrypted(said)
                return None if plain is None else {"plaintext": base64.b64encode(plain).decode()}
            case ["keys", "mia", "rotate"]:
                self.versions[max(self.versions) + 1] = os.urandom(32)
            case ["keys", "mia", "config"]:
                self.least = int(said["min_decryption_version"])
            case ["keys"]:
                pass
            case _:
                return None
        return {"latest_version": max(self.versions), "min_decryption_version": self.least}

    def _encrypted(self, said: dict[str, Any]) -> str:
        nonce, latest = os.urandom(12), max(self.versions)
        plain, bound = (base64.b64decode(said[n]) for n in ("plaintext", "associated_data"))
        sealed = nonce + AESGCM(self.versions[latest]).encrypt(nonce, plain, bound)
        return f"vault:v{latest}:{base64.b64encode(sealed).decode()}"

    def _decrypted(self, said: dict[str, Any]) -> bytes | None:
        _, version, text = said["ciphertext"].split(":")
        number, sealed = int(version[1:]), base64.b64decode(text)
        if number < self.least or number not in self.versions:
            return None
        bound = base64.b64decode(said["associated_data"])
        try:
            return AESGCM(self.versions[number]).decrypt(sealed[:12], sealed[12:], bound)
        except InvalidTag:
            return None


@contextmanager
def a_transit() -> Iterator[Twin]:
    """One that answers, gone in the end."""
    twin = Twin()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._do({})

        def do_POST(self) -> None:
            self._do(json.loads(self.rfile.read(int(self.headers["content-length"]))))

        def _do(self, said: dict[str, Any]) -> None:
            what = self.path.removeprefix("/v1/transit/")
            twin.asked.append(f"{self.command} {what}")
            if twin.away or self.headers["X-Vault-Token"] != TOKEN:
                self._send(503 if twin.away else 403, {"errors": ["no"]})
            elif (data := twin.answer(what, said)) is None:
                self._send(400, {"errors": ["cipher: message authentication failed"]})
            else:
                self._send(200, {"data": data})

        def _send(self, status: int, said: dict[str, Any]) -> None:
            raw = json.dumps(said).encode()
            self.send_response(status)
            self.send_header("content-length", str(len(raw)))
            self.end_headers()
            self.wfile.write(raw)

        def log_message(self, *_: Any) -> None:
            """Nothing of it."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    twin.address = f"http://127.0.0.1:{server.server_port}/v1/transit/keys/mia"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield twin
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
