"""The built front end: its names with their hashes, and whether it is there at all."""

import json
import re
from pathlib import Path

from flask_babel import gettext as _
from whitenoise import WhiteNoise

HASHED = re.compile(r"-[A-Z0-9]{8}\.\w+$")


class NotBuilt(Exception):
    """The front end was not built; the words say what to run."""


class Dist:
    """Serves the files of `folder` under /static/ and knows the present name of each. A new build is seen by itself."""

    def __init__(self, app, folder: Path):
        self._folder = folder
        self._manifest = folder / "manifest.json"
        if not self._manifest.is_file():
            raise NotBuilt(_("De webpagina's zijn nog niet gebouwd (%(folder)s). Voer uit: ./start", folder=folder))
        self.files = WhiteNoise(app, max_age=0, allow_all_origins=False, immutable_file_test=lambda path, url: bool(HASHED.search(url)))
        self._built = None

    def url(self, name: str) -> str:
        """The address of "phone.js" as it is built now."""
        built = self._manifest.stat().st_mtime_ns
        if built != self._built:
            self._names = json.loads(self._manifest.read_text())
            self.files.files.clear()
            self.files.add_files(self._folder, prefix="static/")
            self._built = built
        return f"/static/{self._names[name]}"
