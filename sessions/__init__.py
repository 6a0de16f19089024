"""The rules of a live session: pure, without web, clock, random or disk (but for the scripts we ship)."""


class Refused(Exception):
    """No, with a stable reason word; the page that shows it owns the sentence."""

    def __init__(self, reason: str):
        super().__init__(reason)
        self.reason = reason
