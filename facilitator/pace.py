"""How fast one person may go: 20 ops a second, 60 in a burst. By person, because a whole school can stand behind one address."""

from limits import RateLimitItemPerSecond
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter

OPS = RateLimitItemPerSecond(60, 3)


class Pace:
    def __init__(self):
        self._limiter = FixedWindowRateLimiter(MemoryStorage())

    def allows(self, who: str, ops: int) -> bool:
        return self._limiter.hit(OPS, who, cost=ops)
