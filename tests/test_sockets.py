"""What people get over the real wire, from a real server process."""

from guests import card, op


def test_a_card_of_one_phone_is_on_the_screen_and_on_the_other_phone(server, guests):
    session = server.create("kennismaken")
    console, screen = guests.console(server, session), guests.screen(server, session)
    anna, bram = guests.phone(server, session), guests.phone(server, session)
    console.go("piramide")
    anna.until(lambda page: page.board == "piramide")

    result = anna.ops(card("Handelingsgericht werken"))["results"][0]

    assert result["seq"] > 0
    for page in (screen, bram, anna, console):
        page.until(lambda page: list(page.cards().values()) == ["Handelingsgericht werken"])
    assert anna.own["cards"][0]["text"] == "Handelingsgericht werken"
    assert bram.own["cards"] == []
