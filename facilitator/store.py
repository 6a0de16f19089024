"""One SQLite file per session, named by its permanent id; the folder is the index. The only file that knows SQL.

Table `entries` is the log: seq and the entry as JSON. Table `meta`: epoch, code, `last` (the hour, in unix seconds, of the last
entry of a participant; entries themselves carry no clock time).
Everything here blocks: call it from a writer thread or through run_blocking.
"""

import logging
import os
import sqlite3
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import sqlite_utils

VERSION = sqlite3.sqlite_version
CONSOLE = ("console", "clock")
ASIDE = ("-wal", "-shm", "")

log = logging.getLogger(__name__)


class Gone(Exception):
    """There is no such session (any more)."""


class DiskFull(Exception):
    """The log could not grow; what is in it is sound."""


class OtherEpoch(Exception):
    """Somebody else repaired this log: this memory of it is no longer true."""


class Closed(Exception):
    """This connection is no longer in use; there may be a newer one."""


class Store:
    def __init__(self, folder: Path):
        self._folder = folder
        self._files: dict[str, File] = {}
        self._lock = threading.Lock()
        folder.mkdir(parents=True, exist_ok=True)

    def ids(self) -> list[str]:
        return sorted(path.stem for path in self._folder.glob("*.db"))

    def codes(self) -> dict[str, str]:
        """{code: id} of every session that can be read; a damaged file is left alone and keeps nobody from the others."""
        found = {}
        for id in self.ids():
            try:
                found[self.meta(id)["code"]] = id
                self.close(id)
            except (sqlite3.DatabaseError, KeyError):
                log.error("the file of session %s is damaged and left as it is", id)
        return found

    def create(self, id: str, first: dict, epoch: str, code: str) -> None:
        """Whole or not at all: made beside its place, flushed, then renamed."""
        path, making = self._path(id), self._folder / f".{id}.making"
        db = open_file(making)
        with translated(), db.atomic():
            db["entries"].create({"seq": int, "entry": str}, pk="seq")
            db["meta"].create({"key": str, "value": str}, pk="key")
            db["entries"].insert({"seq": first["seq"], "entry": encoded(first)})
            db["meta"].insert_all({"key": key, "value": value} for key, value in [("epoch", epoch), ("code", code), ("last", "0")])
        db.close()
        flush(making)
        making.rename(path)
        flush(self._folder)

    def append(self, id: str, epoch: str, entries: list[dict]) -> int:
        """-> the last seq, on disk. Raises DiskFull, OtherEpoch, Gone; any other sqlite3.Error means the log cannot be trusted."""
        return self._on(id, lambda file: file.append(epoch, entries))

    def read(self, id: str, after: int = 0) -> list[dict]:
        return self._on(id, lambda file: file.read(after))

    def meta(self, id: str) -> dict[str, str]:
        return self._on(id, lambda file: file.meta())

    def set_meta(self, id: str, **values: str) -> None:
        self._on(id, lambda file: file.set_meta(values))

    def redact(self, id: str, seqs: Iterable[int]) -> None:
        """Takes the words out of these entries, also out of the file's free pages and its write-ahead log."""
        self._on(id, lambda file: file.redact(list(seqs)))

    def rewrite(self, id: str, entries: Iterable[dict], epoch: str) -> None:
        """Puts these entries in the place of those with the same seq, under a new epoch, all or nothing; of what stood there before nothing stays on disk."""
        self._on(id, lambda file: file.rewrite(list(entries), epoch))

    def delete(self, id: str) -> None:
        self.close(id)
        for end in reversed(ASIDE):
            Path(f"{self._path(id)}{end}").unlink(missing_ok=True)

    def close(self, id: str) -> None:
        with self._lock:
            if file := self._files.pop(id, None):
                file.close()

    def close_all(self) -> None:
        for id in list(self._files):
            self.close(id)

    def _on(self, id: str, work: Callable):
        """Again when a thread that let the session sleep closed the file just before."""
        while True:
            try:
                return work(self._file(id))
            except Closed:
                continue

    def _file(self, id: str) -> "File":
        with self._lock:
            if id not in self._files:
                if not self._path(id).exists():
                    raise Gone(id)
                self._files[id] = File(self._path(id))
            return self._files[id]

    def _path(self, id: str) -> Path:
        return self._folder / f"{id}.db"


class File:
    """The one connection of this process to a session's file: two that write or checkpoint at once can harm it (SQLite < 3.51.3)."""

    def __init__(self, path: Path):
        self._path = path
        self._lock = threading.Lock()
        self._closed = False
        self._db = open_file(path)
        self._hour = int(self.meta()["last"])

    def append(self, epoch: str, entries: list[dict]) -> int:
        rows = [(entry["seq"], encoded(entry)) for entry in entries]
        hour = int(time.time()) // 3600 * 3600
        with self._held(), translated(), self._db.atomic():
            if self._value("epoch") != epoch:
                raise OtherEpoch(self._path.stem)
            # executemany, because insert_all takes the table apart anew for each commit: five times the time for a small one.
            self._db.conn.executemany("insert into entries (seq, entry) values (?, ?)", rows)
            if hour != self._hour and any(entry["by"] not in CONSOLE for entry in entries):
                self._put({"last": str(hour)})
                self._hour = hour
        return rows[-1][0]

    def read(self, after: int) -> list[dict]:
        with self._held():
            rows = self._db["entries"].rows_where("seq > ?", [after], order_by="seq")
            return [msgspec.json.decode(row["entry"]) for row in rows]

    def meta(self) -> dict[str, str]:
        with self._held():
            return {row["key"]: row["value"] for row in self._db["meta"].rows}

    def set_meta(self, values: dict[str, str]) -> None:
        with self._held(), translated(), self._db.atomic():
            self._put(values)

    def redact(self, seqs: list[int]) -> None:
        with self._held(), translated():
            with self._db.atomic():
                for seq in seqs:
                    entry = msgspec.json.decode(self._db["entries"].get(seq)["entry"])
                    self._db["entries"].update(seq, {"entry": encoded(wordless(entry))})
            self._db.conn.execute("pragma wal_checkpoint(truncate)").fetchall()

    def rewrite(self, entries: list[dict], epoch: str) -> None:
        with self._held(), translated():
            with self._db.atomic():
                self._db.conn.executemany("insert or replace into entries (seq, entry) values (?, ?)", [(entry["seq"], encoded(entry)) for entry in entries])
                self._put({"epoch": epoch})
            self._db.conn.execute("pragma wal_checkpoint(truncate)").fetchall()

    def close(self) -> None:
        with self._held():
            self._closed = True
            self._db.close()

    @contextmanager
    def _held(self) -> Iterator[None]:
        with self._lock:
            if self._closed:
                raise Closed
            yield

    def _value(self, key: str) -> str:
        return self._db.conn.execute("select value from meta where key = ?", [key]).fetchone()[0]

    def _put(self, values: dict[str, str]) -> None:
        self._db["meta"].upsert_all([{"key": key, "value": value} for key, value in values.items()], pk="key")


class translated:
    """SQLite's "disk is full" in our words; every other error stays what it was."""

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace) -> None:
        if isinstance(error, sqlite3.Error) and error.sqlite_errorcode in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_SHMSIZE):
            raise DiskFull(str(error)) from error


def open_file(path: Path) -> sqlite_utils.Database:
    conn = sqlite3.connect(path, check_same_thread=False)
    db = sqlite_utils.Database(conn)
    for setting, value, read_back in [("journal_mode", "wal", "wal"), ("synchronous", "full", 2), ("secure_delete", "on", 1)]:
        conn.execute(f"pragma {setting} = {value}").fetchall()
        found = conn.execute(f"pragma {setting}").fetchone()[0]
        if found != read_back:
            raise sqlite3.OperationalError(f"{setting} is {found}, not {value}")
    return db


def flush(path: Path) -> None:
    """To the disk, also the name of a file in its folder; Windows cannot flush a folder and need not."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def encoded(entry: dict) -> str:
    return msgspec.json.encode(entry).decode()


def wordless(part):
    """The same entry without what somebody wrote, also in the op that would take it back."""
    if isinstance(part, dict):
        return {key: None if key in ("text", "because") else wordless(value) for key, value in part.items()}
    return [wordless(it) for it in part] if isinstance(part, list) else part
