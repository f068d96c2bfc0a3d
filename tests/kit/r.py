"""R for the tests: whether it is here, and must be."""

import os
import shutil
import subprocess

import pytest


def missing(*packages: str) -> str:
    """Why R cannot run with these packages; empty if it can."""
    rscript = shutil.which("Rscript")
    if rscript is None:
        return "Rscript is not installed"
    for package in packages:
        probe = [rscript, "--vanilla", "-e", f"library({package})"]
        if subprocess.run(probe, capture_output=True, check=False).returncode:
            return f"R has no package {package}"
    return ""


def demand(*packages: str) -> None:
    """Skip where R or a package is missing, fail where GSOMIA_R=1 says that it must be there."""
    reason = missing(*packages)
    if reason and os.environ.get("GSOMIA_R") == "1":
        pytest.fail(f"{reason}, and GSOMIA_R=1 demands it")
    if reason:
        pytest.skip(f"{reason} (GSOMIA_R=1 makes this a failure)")
