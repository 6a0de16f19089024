"""The drawings for print: everybody gets the numbers, also without colour, without the font and without eyes."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from facilitator.report import ink, patterns
from facilitator.report.kinds import vote
from facilitator.report.pictures import draw
from facilitator.report.sections import Section
from sessions.boards.pyramid import LEVELS

TOKENS = (Path(__file__).parents[1] / "static" / "tokens.css").read_text()
LONG = "Elke leerling wordt bij de deur begroet en gezien, ook in de gymzaal en bij de fietsen, alle dagen van het jaar " * 2


def section(kind: str, rows: list[dict], facts: dict, places: tuple = ()) -> Section:
    return Section(step="stap", kind=kind, title="", question="", told=True, rows=rows, facts=facts, places=list(places), strands=[], aside=0, added=[], left=[], decisions=[], open=[])


def card(text: str, n: int = 1, **place) -> dict:
    return {"id": text, "text": text, "n": n, **place}


def pyramid() -> Section:
    rows = [card("Intervisie", 5, level="foundation"), card("Begroeten", 7, level="base"), card(LONG, 1, level="extra")]
    return section("pyramid", rows, {"cards": 13, "people": 6}, [{"id": id, **level} for id, level in LEVELS.items()])


def wall() -> Section:
    rows = [card(f"Kaart {i}", 1, field="kennis") for i in range(5)] + [card(LONG, 4, field="steun")]
    return section("wall", rows, {"cards": 9, "people": 3}, [{"id": "kennis", "name": "Kennis"}, {"id": "steun", "name": LONG}])


def plan() -> Section:
    columns = [{"id": f"c{n}", "name": LONG if n == 3 else f"Kolom {n}", "type": "text", "hint": ""} for n in range(1, 9)]
    rows = [{"id": f"r{n}", "text": LONG, "tables": [{"table": n, "cells": {"c2": "Noor", "c3": LONG}}]} for n in range(1, 20)]
    facts = {"columns": columns, "tables": [1], "rows": 19, "full": 0, "owned": None, "no_reason": None, "empty": {f"c{n}": 19 for n in range(4, 9)}, "people": 3}
    return section("plan", rows, facts)


def votes(counts: list[tuple[int, int]]) -> Section:
    ballots = [{"id": "sterk", "name": "Sterk", "dots": 3}, {"id": "beter", "name": "Kan beter", "dots": 3}]
    rows = [{"id": f"k{i}", "text": f"Kaart {i}", "dots": {"sterk": a, "beter": b}} for i, (a, b) in enumerate(counts)]
    return section("vote", rows, {"people": 24, "ballots": ballots, "divided": []})


def order() -> Section:
    rows = [
        {"id": "a", "text": "Voorkomen staat voorop", "place": 1, "mean": 1.5, "spread": [1, 2], "places": [15, 5, 0]},
        {"id": "b", "text": LONG, "place": 2, "mean": 2.0, "spread": [1, 3], "places": [5, 10, 5]},
        {"id": "c", "text": "Niemand koos mij", "place": None, "mean": None, "spread": None, "places": [0, 0, 0]},
    ]
    return section("order", rows, {"people": 20})


def placed() -> Section:
    rows = [
        {**card("Intervisie"), "level": "foundation", "levels": {"foundation": 12, "base": 7, "extra": 0, "intensive": 1}, "people": 20, "spread": 0.4, "differ": True, "fixed": True},
        {**card(LONG), "level": None, "levels": {"foundation": 0, "base": 250, "extra": 250, "intensive": 0}, "people": 500, "spread": 0.5, "differ": True, "fixed": False},
        {**card("Begroeten"), "level": "base", "levels": {"foundation": 0, "base": 20, "extra": 0, "intensive": 0}, "people": 20, "spread": 0.0, "differ": False, "fixed": False},
    ]
    return section("pyramid", rows, {"people": 500, "answers": 500, "placed": 3, "divided": [LONG, "Intervisie"]}, [{"id": id, **level} for id, level in LEVELS.items()])


ALL = {"pyramid": pyramid(), "placed": placed(), "wall": wall(), "vote": votes([(14, 1), (2, 12), (0, 0)]), "order": order(), "plan": plan()}


@pytest.fixture(params=ALL)
def drawn(request):
    return draw(ALL[request.param])


def test_a_picture_is_whole_and_needs_nothing_from_elsewhere(drawn):
    tree = ElementTree.fromstring(drawn.svg)
    asked_for = {value for node in tree.iter() for value in node.attrib.values() if "url(" in value or node.tag.endswith("image")}
    inside = {f"url(#{node.attrib['id']})" for node in tree.iter() if "id" in node.attrib}

    assert asked_for - inside == set()
    assert [node for node in tree.iter() if "style" in node.attrib] == []


def test_every_colour_is_one_of_our_own(drawn):
    assert [colour for colour in re.findall(r"#[0-9a-f]{6}\b", drawn.svg) if colour not in TOKENS] == []


def test_no_line_of_text_runs_out_of_the_picture(drawn):
    for node in ElementTree.fromstring(drawn.svg).iter("{http://www.w3.org/2000/svg}text"):
        size, words = float(node.get("font-size", 37)), "".join(node.itertext())
        start = float(node.attrib["x"]) - {"middle": 0.5, "end": 1}.get(node.get("text-anchor"), 0) * ink.wide(words, size)

        assert (start >= -1, start + ink.wide(words, size) <= ink.WIDTH + 1) == (True, True), words


def test_who_cannot_see_the_pyramid_hears_its_numbers():
    assert draw(pyramid()).alt == "Kaarten per laag, van boven naar beneden. laag 4 Intensief: 0; laag 3 Extra: 1; laag 2 Sterke basis: 7; laag 1 Fundament: 5."


def test_who_cannot_see_the_wall_hears_its_numbers():
    assert draw(wall()).alt == f"Kaarten per veld. Kennis: 5; {LONG}: 4."


def test_who_cannot_see_the_dots_hears_their_numbers():
    assert draw(ALL["vote"]).alt == "Kaart 0: Sterk 14, Kan beter 1. Kaart 1: Sterk 2, Kan beter 12. Kaart 2: Sterk 0, Kan beter 0."


def test_who_cannot_see_the_order_hears_its_numbers():
    alt = f"Plek 1: Voorkomen staat voorop, 15 keer op plek 1, 5 keer op plek 2. Plek 2: {LONG}, 5 keer op plek 1, 10 keer op plek 2, 5 keer op plek 3."

    assert draw(order()).alt == alt


def test_the_foundation_is_drawn_last_and_widest_and_apart():
    blocks = [(float(node["y"]), float(node["width"])) for node in rects(pyramid()) if node["height"] == "94"]

    tops, widths = [y for y, _ in blocks], [width for _, width in blocks]

    assert widths == sorted(widths) and widths[-1] == ink.WIDTH
    assert [below - above for above, below in zip(tops, tops[1:], strict=False)] == [102, 102, 118]


def test_without_colour_levels_and_ballots_still_differ():
    levels = {re.sub(r"#[0-9a-f]{6}|id=\"\w+\"", "", patterns.of_level("p", number, "#ffffff")) for number in (1, 2, 3, 4)}
    bars = {patterns.of_ballot("p", number).replace(patterns.ink_of(number), "") for number in (1, 2, 3, 4)}
    marks = {patterns.mark(number, 10, 10, 8).replace(patterns.ink_of(number), "") for number in (1, 2, 3, 4)}

    assert (len(levels), len(bars), len(marks)) == (4, 4, 4)


def test_one_dot_is_one_vote_until_there_are_too_many_to_count():
    assert draw(votes([(14, 1)])).svg.count("<circle") == 14 + 1 + 2  # and one each in the head
    assert draw(votes([(15, 1)])).svg.count("<circle") == 2
    assert [node["width"] for node in rects(votes([(30, 15)])) if node.get("y") == "76"] == ["304", "152"]


def test_a_long_vote_shows_the_first_eight_and_what_ties_with_them():
    counts = [9, 8, 7, 6, 5, 4, 3, 2, 2, 2, 1]

    assert [row["dots"]["sterk"] for row in vote.first(votes([(n, 0) for n in counts]).rows)] == counts[:10]
    assert len(vote.first(votes([(1, 0)] * 50).rows)) == 8


def test_words_of_the_room_cannot_become_markup():
    evil = '"><script>alert(1)</script>'
    nasty = [
        section("pyramid", [card(evil, level="base")], {}, [{"id": "base", "number": 2, "name": evil, "whom": evil}]),
        section("wall", [card(evil, field="a")], {}, [{"id": "a", "name": evil}]),
        section("vote", [{"id": "a", "text": evil, "dots": {"b": 1}}], {"ballots": [{"id": "b", "name": evil, "dots": 1}]}),
        section("order", [{"id": "a", "text": evil, "place": 1, "places": [1]}], {}),
    ]

    assert [draw(one).svg.count("<script") for one in nasty] == [0, 0, 0, 0]
    assert [ElementTree.fromstring(draw(one).svg).tag.endswith("svg") for one in nasty] == [True] * 4


def test_an_empty_result_has_no_picture():
    assert draw(section("vote", [], {"ballots": [], "people": 0})) is None


def rects(one: Section) -> list[dict]:
    return [node.attrib for node in ElementTree.fromstring(draw(one).svg).iter("{http://www.w3.org/2000/svg}rect")]
