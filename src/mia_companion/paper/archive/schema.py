"""The JSON Schema that lies beside `everything.json`, made from the shapes and from every kind of fact."""

from functools import cache
from typing import Any

from mia_companion.domain.facts import FACTS, KINDS
from mia_companion.paper.archive.shape import VERSION, Archive

_REF = "#/$defs/{model}"
_ENTRY = "SaidEntry"
_TIME = {"type": "string", "pattern": r"^\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$"}
"""The format of that name is a time with its offset, and ours mostly have none."""


@cache
def schema() -> dict[str, Any]:
    """Draft 2020-12. What an entry says is checked by its kind; a later version's kind may say anything."""
    told = Archive.model_json_schema(by_alias=True, mode="serialization", ref_template=_REF)
    facts = _with_plain_times(FACTS.json_schema(ref_template=_REF)["$defs"])
    defined = {**facts, **told["$defs"]}
    defined[_ENTRY] = {
        **defined[_ENTRY],
        "allOf": [
            {
                "if": {"properties": {"kind": {"const": kind}}},
                "then": {"properties": {"said": {"$ref": _REF.format(model=kind)}}},
            }
            for kind in sorted(KINDS)
        ],
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:mia-companion:everything:{VERSION}",
        **told,
        "$defs": defined,
    }


def _with_plain_times(said: Any) -> Any:
    if isinstance(said, list):
        return [_with_plain_times(one) for one in said]
    if not isinstance(said, dict):
        return said
    if said.get("format") == "time":
        rest = {name: value for name, value in said.items() if name not in ("type", "format")}
        return {**rest, **_TIME}
    return {name: _with_plain_times(value) for name, value in said.items()}
