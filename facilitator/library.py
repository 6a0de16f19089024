"""The draaiboeken one can choose from: those that come with us, and the facilitator's own in the folder `draaiboeken` of the data folder."""

import hashlib
import os
import re
import threading
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from itertools import count
from pathlib import Path
from typing import NamedTuple

from facilitator.advice import advice
from sessions import earlier
from sessions import script as scripts
from sessions.script import Script, ScriptErrors

FOLDER = "draaiboeken"
LONGEST = 32  # characters of an id
NAMELESS = "draaiboek"


class Moved(Exception):
    """The file is no longer what the writer began from."""


class Text(NamedTuple):
    """What stands in a script's file. `stamp` is that of its content, None for those that come with us: they are never written."""

    text: str
    stamp: str | None


class Library:
    """Read anew at every question: a file that was saved a moment ago counts. A file's name is its id; ours come first and keep theirs."""

    def __init__(self, data: Path):
        self._folder = data / FOLDER
        self._writing = threading.Lock()  # two tabs that save at once

    def all(self) -> Iterator[tuple[str, Script | list[str]]]:
        """(id, the script), or (id, what is wrong with it in words)."""
        yield from _shipped().items()
        for path in self._own():
            yield path.stem, self._read(path)

    def find(self, id: str) -> Script | None:
        """None when there is no such script, or it has mistakes."""
        found = dict(self.all()).get(id)
        return found if isinstance(found, Script) else None

    def title(self, id: str) -> str:
        """For people; of a script that is not here, its id."""
        found = self.find(id)
        return scripts.worded(found).title if found else id

    def after(self, id: str) -> list[Script]:
        """The scripts that go on from a session of this one, in the words that fit them best."""
        return [scripts.worded(it) for name, it in self.all() if isinstance(it, Script) and name != id and id in earlier.sources(it)]

    def own(self) -> set[str]:
        return {path.stem for path in self._own()}

    def text(self, id: str) -> Text | None:
        """None when there is no such script. Raises OSError or UnicodeDecodeError."""
        if id in _shipped():
            return Text(scripts.shipped()[id], None)
        path = self._path(id)
        if path is None:
            return None
        text = path.read_text("utf-8")
        return Text(text, stamp(text))

    def add(self, title: str, made: Callable[[str], str]) -> tuple[str, str]:
        """A new script -> its id, from the title and never that of another script, and its stamp; `made(id)` is its text. Raises OSError."""
        with self._writing:
            id = self._new_id(title)
            return id, self._write(id, made(id))

    def change(self, id: str, text: str, was: str) -> str:
        """-> the new stamp. Raises Moved when the file is not what it was, OSError."""
        with self._writing:
            now = self.text(id)
            if now is None or now.stamp != was:
                raise Moved(id)
            return self._write(id, text)

    def delete(self, id: str) -> bool:
        """Whether there was such a script of one's own. Raises OSError."""
        path = self._path(id)
        if path:
            path.unlink(missing_ok=True)
        return path is not None

    def _new_id(self, title: str) -> str:
        taken, base = {*_shipped(), *self.own()}, slug(title)
        numbered = (f"{base[: LONGEST - 1 - len(str(n))].rstrip('-')}-{n}" for n in count(2))
        return base if base not in taken else next(id for id in numbered if id not in taken)

    def _write(self, id: str, text: str) -> str:
        """All of it or nothing: on disk under another name first."""
        self._folder.mkdir(exist_ok=True, mode=0o700)
        fresh = self._folder / f".{id}.tmp"
        try:
            with fresh.open("w", encoding="utf-8", newline="\n") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(self._folder / f"{id}.toml")
        finally:
            fresh.unlink(missing_ok=True)
        return stamp(text)

    def _own(self) -> list[Path]:
        return [path for path in sorted(self._folder.glob("*.toml")) if path.stem not in _shipped()]

    def _path(self, id: str) -> Path | None:
        """Looked up among the files there are, never made from what was asked."""
        return next((path for path in self._own() if path.stem == id), None)

    def _read(self, path: Path) -> Script | list[str]:
        try:
            return scripts.load(path.read_text("utf-8"))
        except ScriptErrors as wrong:
            return [advice(error) for error in wrong.errors]
        except (OSError, UnicodeDecodeError) as error:
            return [str(error)]


@cache
def _shipped() -> dict[str, Script]:
    return {id: scripts.load(text) for id, text in scripts.shipped().items()}


def stamp(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def slug(title: str) -> str:
    """A title as an id: small letters, digits and dashes, beginning with a letter."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return re.sub(r"^[^a-z]+", "", words)[:LONGEST].rstrip("-") or NAMELESS
