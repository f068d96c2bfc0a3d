"""Rows of `actors` and `aliases`, for the tests of what names prove."""


def actor(key_: str, name: str, kind: str = "person") -> dict[str, str]:
    """A row of `actors`."""
    return {"actor_id": key_, "name": name, "kind": kind}


def alias(name: str, owner: str, kind: str = "name", source: str = "") -> dict[str, str]:
    """A row of `aliases`; without a source a listed name."""
    return {
        "alias": name,
        "actor_id": owner,
        "kind": kind,
        "agreement_id": "",
        "source_id": source,
    }
