"""A copy of this checkout with one document more: that of the walk in CONTRIBUTING.md.

`PYTHONPATH=src:tests python tests/with_document.py TARGET` makes the folder TARGET, a git
repository of its own, in which the whole suite must pass as it does here. Exit status: 0, or 1
where the walk does not lead to a package that passes, or 2 where it could not be done.
"""

import argparse
import subprocess
import sys
from pathlib import Path

from kit import walk


def renamed(page: str) -> str:
    """The walk under other keys, so that the suite of the copy can go it once more."""
    return page.replace("example-2016-12-01", "other-2016-12-01").replace("-example,", "-other,")


def main() -> int:
    """Copy, walk, commit."""
    parser = argparse.ArgumentParser(description=str(__doc__).partition("\n")[0])
    parser.add_argument("target", type=Path, metavar="TARGET", help="a new folder")
    target: Path = parser.parse_args().target.absolute()
    try:
        walk.checkout(target)
        done = walk.go(target, renamed((target / "CONTRIBUTING.md").read_text(encoding="utf-8")))
        walk.commit(target, "Add the document of the walk")
    except (OSError, subprocess.CalledProcessError) as error:
        sys.stderr.write(f"{target}: {error}\n")
        return 2
    sys.stdout.write(done[-1].printed)
    sys.stdout.write(f"{target}: a checkout with the document of CONTRIBUTING.md\n")
    return int(done[-1].commands[-1] != ("check", 0))


if __name__ == "__main__":
    sys.exit(main())
