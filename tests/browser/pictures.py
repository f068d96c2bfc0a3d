"""Pictures of every kind of page, to look at: `python tests/browser/pictures.py FOLDER [SITE]`.

SITE is an explorer that was built; without it, one is built with the documents, or without them
where they are not here. Of each kind: the whole page and what a window shows first, wide, on a
phone and dark; and on paper.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from kit.browser import KINDS, PHONE, WIDE, Site, address, built
from kit.chromium import started
from kit.real import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FORMS: dict[str, dict[str, Any]] = {
    "wide": {"size": WIDE, "color_scheme": "light"},
    "phone": {"size": PHONE, "color_scheme": "light", "device_scale_factor": 2},
    "dark": {"size": WIDE, "color_scheme": "dark"},
    "forced": {"size": WIDE, "forced_colors": "active"},
}


def take(browser: "Browser", site: Site, folder: Path) -> None:
    """All pictures of a site."""
    for form, given in FORMS.items():
        options = dict(given)
        width, height = options.pop("size")
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        page = context.new_page()
        for kind in KINDS:
            page.goto("about:blank")
            page.goto(site.base + address(site, kind))
            name = kind.replace(" ", "-")
            page.screenshot(path=folder / f"{name}-{form}.png")
            page.screenshot(path=folder / f"{name}-{form}-full.png", full_page=True)
            if form == "wide":
                page.pdf(path=folder / f"{name}.pdf", prefer_css_page_size=True)
                paper = ["pdftoppm", "-png", "-r", "60", "-l", "3", str(folder / f"{name}.pdf")]
                subprocess.run([*paper, str(folder / f"{name}-print")], check=True)
        context.close()


def main() -> None:
    """Read the command line, take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__.partition(":")[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("site", type=Path, nargs="?")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, started() as browser:
        if given.site:
            site = Site(given.site.resolve(), whole=False)
        else:
            site = built(Path(scratch) / "site", whole=(ROOT / "corpus").is_dir())
        take(browser, site, given.folder)


if __name__ == "__main__":
    main()
