"""One server per data folder: two would write to the same logs. The lock goes with the process, also when that is killed.

The file `in_use` holds the server's port, so that other commands find it.
"""

from pathlib import Path
from typing import IO

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None
    import msvcrt

BEYOND = 1 << 20  # a byte that is never written: Windows keeps others from reading what is locked


class InUse(Exception):
    def __init__(self, port: int):
        super().__init__(port)
        self.port = port


def hold(folder: Path, port: int) -> IO[str]:
    """-> the file to keep open as long as the server runs. Raises InUse."""
    file = (folder / "in_use").open("a+")
    if not _lock(file):
        raise InUse(_port(file))
    file.truncate(0)
    file.write(str(port))
    file.flush()
    return file


def port_of(folder: Path) -> int | None:
    """The port of the server that runs on this folder."""
    if not (folder / "in_use").is_file():
        return None
    with (folder / "in_use").open("r+") as file:
        return None if _lock(file) else _port(file)


def _lock(file: IO[str]) -> bool:
    try:
        if fcntl:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        else:
            file.seek(BEYOND)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        return True
    except OSError:
        return False


def _port(file: IO[str]) -> int:
    file.seek(0)
    return int(file.read() or 0)
