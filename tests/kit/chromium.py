"""Chromium for the tests: whether it is here, and must be.

Where it, pdftotext or the libraries of requirements/browser.txt are missing, the tests that open
pages are not run; with GSOMIA_BROWSER=1 they fail instead.
"""

import importlib.util
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def missing() -> str:
    """Why no page can be opened; empty if one can."""
    for module in ("playwright", "axe_playwright_python"):
        if importlib.util.find_spec(module) is None:
            return f"{module} is not installed (requirements/browser.txt)"
    for command in ("chromium", "pdftotext"):
        if shutil.which(command) is None:
            return f"{command} is not installed"
    return ""


def excuse() -> str:
    """Why tests that open pages are not run; empty where they can be, or must be."""
    return "" if os.environ.get("GSOMIA_BROWSER") == "1" else missing()


@contextmanager
def started() -> Iterator["Browser"]:
    """The system's Chromium, without a window."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - not everybody has it

    is_root = os.geteuid() == 0  # for whom Chromium has no sandbox
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"] if is_root else []
        )
        yield browser
        browser.close()
