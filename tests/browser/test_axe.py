"""axe finds nothing wrong in any kind of page; what it leaves to people is listed at the end."""

from typing import Any

import pytest

from kit import notices
from kit.browser import PHONE, WIDE, Open, Place, each_kind

pytestmark = pytest.mark.browser

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {
    "runOnly": {"type": "tag", "values": TAGS},
    "rules": {"target-size": {"enabled": True}},
    "preload": False,  # it would ask for files as no page may
    "resultTypes": ["violations", "incomplete"],
}


def lines(found: list[dict[str, Any]]) -> list[str]:
    """A line for each rule: how many places, and where the first ones are."""
    made = []
    for rule in found:
        places = [" ".join(map(str, node["target"])) for node in rule["nodes"]]
        more = f" and {len(places) - 3} more" if len(places) > 3 else ""
        made.append(f"{rule['id']}: {', '.join(places[:3])}{more}")
    return made


@each_kind
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_axe_finds_nothing_wrong(  # noqa: PLR0913, PLR0917 - a page in each of its forms
    request: pytest.FixtureRequest,
    opened: Open,
    place: Place,
    kind: str,
    size: tuple[int, int],
    scheme: str,
) -> None:
    """Under the strict policy, wide and on a phone, light and dark."""
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415 - not everybody has it

    with opened(place.base, size, color_scheme=scheme) as visit:
        page = visit.go(place.address)
        response = Axe().run(page, options=OPTIONS).response
        assert response["testEngine"]["name"] == "axe-core"
        assert lines(response["violations"]) == []
    for line in lines(response["incomplete"]):
        form = f"{kind}, {size[0]} px, {scheme}"
        notices.leave(request.config, f"axe leaves to people: {form}: {line}")
