"""What it costs and how long it takes, measured against a real server on this machine. Nothing here is part of the product."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))  # the real server process of the tests: house.py
