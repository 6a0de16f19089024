"""Where the templates and the built front end are: beside this file in a wheel, one level up in a checkout."""

from pathlib import Path

_HERE = Path(__file__).parent
_ROOT = _HERE if (_HERE / "templates").is_dir() else _HERE.parent

TEMPLATES = _ROOT / "templates"
DIST = _ROOT / "static" / "dist"
