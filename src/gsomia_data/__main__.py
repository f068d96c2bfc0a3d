"""``python -m gsomia_data`` is the command ``gsomia-data``."""

import sys

from gsomia_data.cli import main

sys.exit(main())
