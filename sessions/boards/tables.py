"""Which phones answer for a table. A table has one answer: when another phone takes over, that of its former phone no longer counts."""


class Tables:
    def __init__(self) -> None:
        self.number: dict[str, int | None] = {}  # by phone, in order of arrival; None where a table has no number
        self._phone: dict[int, str] = {}

    def answers(self, phone: str, weight: int, number: int | None) -> str | None:
        """Keeps for whom `phone` answers now; -> the former phone of that table, if it was another one."""
        if number is None and weight == 1:
            self.number.pop(phone, None)
            return None
        self.number[phone] = number
        if number is None:
            return None
        former, self._phone[number] = self._phone.get(number, phone), phone
        if former == phone or self.number.get(former) != number:
            return None
        del self.number[former]
        return former
