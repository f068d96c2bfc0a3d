"""Pages as HTML, by Jinja2: every value is escaped, and one that is not there is an error."""

from collections.abc import Iterable, Iterator
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined

from gsomia_data.reading.site import addresses
from gsomia_data.reading.site.pages import Page, Site
from gsomia_data.reading.site.prose import runs

_PACKAGE = "gsomia_data.reading.site"
_JSON = {"sort_keys": True, "ensure_ascii": False, "separators": (",", ":")}
"""How data are written that only scripts and robots read."""


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
    environment.policies["json.dumps_kwargs"] = _JSON
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
