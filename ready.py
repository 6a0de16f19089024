"""Makes this checkout ready: the environment .venv, the packages, the front end. `./start` and `./test` call it.

Standard library only, and readable by any Python 3, so that an old one can say what is missing.
When nothing changed since the last time it compares one hash and is done; then it needs no network.
"""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
READY = VENV / "ready"  # what is ready ("run" or "test"), the hash of everything, the hash of the packages
PACKAGES = {"run": "constraints.txt", "test": "constraints-test.txt"}
DEBIAN_PIP = Path("/usr/share/python-wheels")


class NotReady(Exception):
    """What is wrong and what to do, in a sentence for the one who typed ./start."""


def make_ready(what):
    ready_for, everything, packages = READY.read_text().split() if READY.exists() else ("", "", "")
    enough = ready_for in (what, "test") and PYTHON.exists()
    if enough and everything == _fingerprint(_all_sources()):
        return
    if enough and packages == _fingerprint(_package_lists()):
        _build_front_end()
    else:
        _install_packages(what)
        _build_front_end()
        _install_ourselves()
        ready_for = what
    READY.write_text("\n".join([ready_for, _fingerprint(_all_sources()), _fingerprint(_package_lists())]))


def _install_packages(what):
    if sys.version_info < (3, 11):
        raise NotReady("Python 3.11 of nieuwer is nodig; dit is {}.{}.".format(*sys.version_info[:2]))
    pip = [str(PYTHON), "-m", "pip"] if _works(PYTHON, "-m", "pip", "--version") else _make_environment()
    _say("Pakketten ophalen ...")
    offline = "De pakketten konden niet worden opgehaald. De eerste keer is internet nodig, daarna niet meer."
    _run(offline, *pip, "install", "-q", "--require-hashes", "-r", PACKAGES[what])
    if not _works(PYTHON, "hatch_build.py", "--has-node"):
        _run(offline, *pip, "install", "-q", "--require-hashes", "-r", "constraints-node.txt")


def _make_environment():
    """The command that installs into a new .venv. Debian's python3 often has no pip of its own to put in it."""
    _say("Een omgeving maken in .venv. De eerste keer duurt alles samen ongeveer een minuut ...")
    if _works(sys.executable, "-m", "venv", "--clear", VENV):
        return [str(PYTHON), "-m", "pip"]
    wheels = sorted(DEBIAN_PIP.glob("pip-*.whl"))
    if wheels and _works(sys.executable, "-m", "venv", "--clear", "--without-pip", VENV):
        return [str(PYTHON), str(wheels[-1] / "pip")]
    shutil.rmtree(VENV, ignore_errors=True)
    raise NotReady("Python kan hier geen omgeving maken. Op Debian en Ubuntu helpt: sudo apt install python3-venv")


def _build_front_end():
    _say("De pagina's bouwen ...")
    _run("De pagina's konden niet worden gebouwd; hierboven staat waarom. De eerste keer is internet nodig.", PYTHON, "hatch_build.py")


def _install_ourselves():
    _run("De server kon niet in .venv worden gezet.", PYTHON, "-m", "pip", "install", "-q", "--no-deps", "--no-build-isolation", "-e", ".")


def _all_sources():
    """What the packages and the pages are made of; Python sources run from where they stand."""
    dist = ROOT / "static" / "dist"
    pages = [path for path in (ROOT / "static").rglob("*") if path.is_file() and dist not in path.parents and path.name[0] != "."]
    return [*_package_lists(), *pages, ROOT / "package.json", ROOT / "package-lock.json"]


def _package_lists():
    return [*ROOT.glob("constraints*.txt"), ROOT / "pyproject.toml", ROOT / "hatch_build.py"]


def _fingerprint(paths):
    """Over the content, and over the place too: an environment cannot be moved."""
    digest = hashlib.sha256(str(ROOT).encode())
    for path in sorted(paths):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


def _works(*command):
    """Whether the command exists and says yes."""
    try:
        return subprocess.run([str(part) for part in command], cwd=str(ROOT), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0
    except OSError:
        return False


def _run(sentence, *command):
    done = subprocess.run([str(part) for part in command], cwd=str(ROOT), stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode:
        _say(done.stdout.decode(errors="replace")[-2000:])
        raise NotReady(sentence)


def _say(sentence):
    print(sentence, file=sys.stderr, flush=True)


if __name__ == "__main__":
    try:
        make_ready(sys.argv[1])
    except (NotReady, OSError) as wrong:
        sys.exit(str(wrong))
    except KeyboardInterrupt:
        sys.exit("Afgebroken.")
