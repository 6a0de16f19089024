"""Is a port free, who has it otherwise, and which one is."""

import socket
from pathlib import Path


def is_free(host: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
            return True
        except OSError:
            return False


def next_free(host: str, port: int) -> int | None:
    return next((it for it in range(port + 1, min(port + 50, 65536)) if is_free(host, it)), None)


def taken_by(port: int) -> str | None:
    """The name of the program that listens on `port`, where the system tells (Linux, the same user)."""
    inodes = {f"socket:[{line[9]}]" for line in _listening() if int(line[1].rpartition(":")[2], 16) == port}
    for link in Path("/proc").glob("[0-9]*/fd/*") if inodes else ():
        try:
            if str(link.readlink()) in inodes:
                return (link.parents[1] / "comm").read_text().strip()
        except OSError:
            continue  # of another user, or just gone
    return None


def _listening() -> list[list[str]]:
    tables = [Path("/proc/net/tcp"), Path("/proc/net/tcp6")]
    lines = [line.split() for table in tables if table.exists() for line in table.read_text().splitlines()[1:]]
    return [line for line in lines if line[3] == "0A"]
