"""Wrong codes cost waiting time; the right ones of others at that address still come through."""

import pytest

from facilitator.patience import AT_ONE_ADDRESS, IN_ALL, Patience, TooBusy


class Hall:
    """A clock that only sleeping moves."""

    def __init__(self):
        self.now, self.slept = 0.0, []
        self.patience = Patience(3.0, self.sleep, lambda: self.now)

    def sleep(self, seconds):
        self.slept.append(seconds)

    def guess(self, address, times):
        for _ in range(times):
            self.patience.before(address)
            self.patience.wrong(address)

    def wait_of(self, address):
        self.slept.clear()
        self.patience.before(address)
        return sum(self.slept)


@pytest.fixture
def hall():
    return Hall()


def test_ten_slips_a_minute_cost_nothing(hall):
    hall.guess("school", AT_ONE_ADDRESS)

    assert hall.wait_of("school") == 0


def test_after_more_than_ten_everybody_at_that_address_waits_three_seconds(hall):
    hall.guess("school", AT_ONE_ADDRESS + 1)

    assert (hall.wait_of("school"), hall.wait_of("elsewhere")) == (3.0, 0)


def test_a_minute_later_it_is_forgotten(hall):
    hall.guess("school", AT_ONE_ADDRESS + 1)
    hall.now = 61

    assert hall.wait_of("school") == 0


def test_a_guesser_with_many_addresses_makes_everybody_queue(hall):
    for n in range(IN_ALL + 1):
        hall.guess(f"address {n}", 1)

    waits = [hall.wait_of("school") for _ in range(3)]

    assert waits == pytest.approx([0.05, 0.1, 0.15])


def test_the_queue_has_an_end(hall):
    for n in range(IN_ALL + 1):
        hall.guess(f"address {n}", 1)

    with pytest.raises(TooBusy):
        for _ in range(1000):
            hall.patience.before("school")


def test_when_the_guessing_stops_the_queue_dissolves(hall):
    for n in range(IN_ALL + 1):
        hall.guess(f"address {n}", 1)
    hall.wait_of("school")
    hall.now = 2

    assert hall.wait_of("school") == 0
