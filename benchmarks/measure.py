"""Percentiles, the CPU of a process, tables."""

from pathlib import Path


def percentiles(seconds: list[float]) -> dict[str, float]:
    """In milliseconds."""
    ordered = sorted(1000 * it for it in seconds)
    if not ordered:
        return {}
    at = {name: ordered[min(len(ordered) - 1, int(len(ordered) * part))] for name, part in (("p50", 0.5), ("p95", 0.95), ("p99", 0.99))}
    return {name: round(value, 1) for name, value in {**at, "max": ordered[-1]}.items()}


def cpu(pid: int) -> float | None:
    """Seconds of CPU of all threads of a process so far; None where the system does not tell (only Linux does)."""
    try:
        return sum(int(path.read_text().split()[0]) for path in Path(f"/proc/{pid}/task").glob("*/schedstat")) / 1e9
    except OSError:
        return None


def spent(pid: int, before: float | None) -> float | None:
    now = cpu(pid)
    return None if now is None or before is None else now - before


def each(seconds: float | None, n: int) -> float | None:
    """-> microseconds per one of n."""
    return None if seconds is None or not n else round(1e6 * seconds / n)


def busiest(moments: list[tuple[float, int]]) -> dict[str, int]:
    """The second in which most came: messages and bytes, each at its worst."""
    worst = {"messages": 0, "bytes": 0}
    for start, _ in moments:
        within = [size for came, size in moments if start <= came < start + 1]
        worst = {"messages": max(worst["messages"], len(within)), "bytes": max(worst["bytes"], sum(within))}
    return worst


def table(head: list[str], rows: list[list]) -> str:
    cells = [head, *([("-" if cell is None else f"{cell:,}" if isinstance(cell, int) else str(cell)) for cell in row] for row in rows)]
    wide = [max(len(row[n]) for row in cells) for n in range(len(head))]
    lines = ["  ".join(cell.ljust(wide[n]) if n == 0 else cell.rjust(wide[n]) for n, cell in enumerate(row)).rstrip() for row in cells]
    return "\n".join([lines[0], "-" * len(lines[0]), *lines[1:]])
