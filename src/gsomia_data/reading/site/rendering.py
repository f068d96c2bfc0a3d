"""Pages as HTML, by Jinja2: every value is escaped, and one that is not there is an error."""

import json
from collections.abc import Iterable, Iterator
from importlib import resources
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from gsomia_data.reading.site import addresses
from gsomia_data.reading.site.pages import Page, Site
from gsomia_data.reading.site.prose import runs

_PACKAGE = "gsomia_data.reading.site"


def _json(value: Any) -> str:  # noqa: ANN401 - JSON has any type
    """Data that only scripts and robots read; no character ends a line for a script."""
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def rendered(site: Site, pages: Iterable[Page], *, whole: bool) -> Iterator[tuple[str, bytes]]:
    """Path and HTML of each page."""
    environment = Environment(
        loader=PackageLoader(_PACKAGE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=False,
        auto_reload=False,
    )
    environment.filters["runs"] = runs
    environment.policies["json.dumps_function"] = lambda value, **_: _json(value)
    environment.globals.update(site=site, whole=whole)
    for page in pages:
        template = environment.get_template(page.template)
        root = "../" * page.path.count("/")
        text = template.render(page.values, root=root, path=page.path)
        yield page.path, text.encode("utf-8")


def static() -> Iterator[tuple[str, bytes]]:
    """Path and content of the style and the script."""
    folder = resources.files(_PACKAGE) / "static"
    for name in (addresses.STYLE, addresses.SCRIPT):
        yield name, (folder / name).read_bytes()
