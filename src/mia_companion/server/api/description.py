"""The OpenAPI description: FastAPI's, with the plain routes added and every error told as it is."""

import copy
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic.json_schema import models_json_schema

from mia_companion.server.api import live
from mia_companion.server.api.problem_answers import MEDIA_TYPE
from mia_companion.server.api.sync import HOT
from mia_companion.wire.problems import Problem

_REF = "#/components/schemas/{model}"
OPEN = {
    "/v1/enrolments", "/v1/sign-in", "/v1/tokens", "/v1/health",
    "/v1/login", "/v1/login/tickets", "/v1/login/redemptions",
    "/v1/login/login.css", "/v1/login/passkey.js", "/v1/login/callback", "/v1/login/done",
    "/v1/login/at/{door}", "/v1/login/at/{door}/oidc", "/v1/login/at/{door}/passkey",
    "/v1/login/at/{door}/passkey/options", "/v1/calendars/{name}",
}  # fmt: skip
"""What is asked without a token: here one is given, or none is worth anything."""
PAGES = "login pages"
"""The tag of what a browser asks for itself: it says with a page what went wrong, and bears no token."""
_PROBLEM: dict[str, Any] = {
    "description": "A problem detail (RFC 9457) with a stable type",
    "content": {MEDIA_TYPE: {"schema": {"$ref": _REF.format(model="Problem")}}},
}


def describe(app: FastAPI) -> dict[str, Any]:
    """The description, made once."""
    if app.openapi_schema is None:
        said = get_openapi(
            title=app.title,
            version=app.version,
            description=app.description,
            routes=app.routes,
            servers=app.servers,
        )
        models = {model for one in HOT.values() for model in (one.takes, one.gives)} | {Problem}
        _, defined = models_json_schema(
            [(model, "validation") for model in sorted(models, key=lambda m: m.__name__)],
            ref_template=_REF,
        )
        schemas = said.setdefault("components", {}).setdefault("schemas", {})
        schemas.update(defined["$defs"])
        for name in ("HTTPValidationError", "ValidationError"):
            schemas.pop(name, None)
        said["components"]["securitySchemes"] = {"device": {"type": "http", "scheme": "bearer"}}
        for path, one in HOT.items():
            said["paths"][path] = {"post": _operation(one.work, one.takes, one.gives)}
        said["paths"][live.PATH] = {"get": copy.deepcopy(live.DESCRIBED)}
        for path, operations in said["paths"].items():
            for operation in operations.values():
                operation["responses"].pop("422", None)
                operation["responses"].update({"4XX": _PROBLEM, "5XX": _PROBLEM})
                if PAGES in operation.get("tags", ()):
                    shown = {**_PROBLEM["content"], "text/html": {"schema": {"type": "string"}}}
                    told = {**_PROBLEM, "content": shown}
                    operation["responses"].update({"4XX": told, "5XX": told})
                elif path not in OPEN:
                    operation["security"] = [{"device": []}]
        _tell_alike(said)
        app.openapi_schema = said
    return app.openapi_schema


def _operation(endpoint: Any, takes: type, gives: type) -> dict[str, Any]:
    def content(model: type) -> dict[str, Any]:
        return {"application/json": {"schema": {"$ref": _REF.format(model=model.__name__)}}}

    return {
        "tags": ["sync"],
        "summary": endpoint.__doc__,
        "operationId": endpoint.__name__,
        "requestBody": {"required": True, "content": content(takes)},
        "responses": {"200": {"description": "Done", "content": content(gives)}},
    }


def _tell_alike(said: Any) -> None:
    """A list of so many alike says what one is: some that read descriptions stumble over each by itself."""
    if isinstance(said, list):
        for one in said:
            _tell_alike(one)
    if not isinstance(said, dict):
        return
    each = said.get("prefixItems")
    if isinstance(each, list) and all(one == each[0] for one in each):
        said["items"] = said.pop("prefixItems")[0]
    for one in said.values():
        _tell_alike(one)
