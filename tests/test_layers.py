"""Who may import whom. The seams hold as long as these do: pure sessions, one file per outside thing."""

import ast
import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SESSIONS = sorted((ROOT / "sessions").rglob("*.py"))
FACILITATOR = sorted((ROOT / "facilitator").rglob("*.py"))
PAGES = sorted(path for path in (ROOT / "static").rglob("*.ts*") if "dist" not in path.parts)
CLOCK_AND_CHANCE = {"time", "datetime", "random", "secrets", "uuid", "threading", "asyncio", "socket", "os"}
SQL = re.compile(r"\b(SELECT .+ FROM|INSERT INTO|UPDATE \w+ SET|DELETE FROM|CREATE TABLE|PRAGMA|VACUUM)\b", re.IGNORECASE)


@pytest.mark.parametrize("path", SESSIONS, ids=lambda path: path.stem)
def test_a_session_is_pure(path):
    allowed = set(sys.stdlib_module_names) - CLOCK_AND_CHANCE | {"msgspec", "sessions"}

    assert imports(path) - allowed == set()


def test_only_the_runtime_knows_eventlet():
    assert who_imports("eventlet") == ["facilitator/runtime.py"]


def test_only_the_store_speaks_sql():
    speakers = [path for path in FACILITATOR + SESSIONS if any(SQL.search(text) for text in strings(path))]

    assert who_imports("sqlite3", "sqlite_utils") == ["facilitator/store.py"]
    assert names(speakers) == ["facilitator/store.py"]


def test_only_live_knows_socket_io():
    knowing = [path for path in PAGES if re.search(r"""["']socket\.io-client["']""", path.read_text())]

    assert names(knowing) == ["static/live.ts"]


def who_imports(*modules):
    return names(path for path in FACILITATOR + SESSIONS if imports(path) & set(modules))


def imports(path):
    """The top-level names of what a file imports, also inside its functions."""
    tree = ast.parse(path.read_text())
    plain = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    froms = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and not node.level}
    return {name.split(".")[0] for name in plain | froms}


def strings(path):
    return [node.value for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Constant) and isinstance(node.value, str)]


def names(paths):
    return [path.relative_to(ROOT).as_posix() for path in paths]
