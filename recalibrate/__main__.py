"""`python -m recalibrate` is `recalibrate`."""

from __future__ import annotations

import sys

from recalibrate.cli import main

if __name__ == "__main__":
    sys.exit(main())
