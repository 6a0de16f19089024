"""The draaiboeken one can choose from: those that come with us, and the facilitator's own in the folder `draaiboeken` of the data folder."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from facilitator.advice import advice
from sessions import script as scripts
from sessions.script import Script, ScriptErrors

FOLDER = "draaiboeken"


class Library:
    """Read anew at every question: a file that was saved a moment ago counts. A file's name is its id; ours come first and keep theirs."""

    def __init__(self, data: Path):
        self._folder = data / FOLDER

    def all(self) -> Iterator[tuple[str, Script | list[str]]]:
        """(id, the script), or (id, what is wrong with it in words)."""
        yield from _shipped().items()
        for path in sorted(self._folder.glob("*.toml")):
            if path.stem not in _shipped():
                yield path.stem, self._read(path)

    def find(self, id: str) -> Script | None:
        """None when there is no such script, or it has mistakes."""
        found = dict(self.all()).get(id)
        return found if isinstance(found, Script) else None

    def title(self, id: str) -> str:
        """For people; of a script that is not here, its id."""
        found = self.find(id)
        return scripts.worded(found).title if found else id

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
