"""What people get over the real wire, from a real server process."""

import asyncio
import json
import time

import aiohttp
import pytest
from guests import card, new_id, op


@pytest.fixture
def console(server, guests, session):
    return guests.console(server, session)


def test_a_card_of_one_phone_is_on_the_screen_and_on_the_other_phone(server, guests, session, console, anna, bram):
    screen = guests.screen(server, session)
    console.go("piramide")
    anna.until(lambda page: page.board == "piramide")

    result = anna.ops(card("Handelingsgericht werken"))["results"][0]

    assert result["seq"] > 0
    for page in (screen, bram, anna, console):
        page.until(lambda page: list(page.cards().values()) == ["Handelingsgericht werken"])
    assert anna.own["cards"][0]["text"] == "Handelingsgericht werken"
    assert bram.own["cards"] == []


def test_a_step_change_comes_as_one_whole_view_with_stage_and_own(console, anna):
    console.go("piramide")
    anna.until(lambda page: page.board == "piramide")

    assert [(view["from"], view["stage"]["now"]["step"], view["own"]["cards"]) for view in anna.views] == [(None, "piramide", [])]


def test_opening_and_closing_do_not_wait_for_a_tick(console, anna):
    console.go("piramide")
    anna.until(lambda page: page.board == "piramide")

    def told_in() -> float:
        before, start = len(staged(anna)), time.monotonic()
        for do in ("close", "open", "close", "open"):
            console.do("stage", do)
        anna.until(lambda page: len(staged(page)) == before + 4)
        return time.monotonic() - start

    assert min(told_in() for _ in range(5)) < 0.25  # the best of five: the machine may be busy with something else


def staged(page) -> list[dict]:
    return [view for view in page.views if "stage" in view]


def test_the_same_phone_is_the_same_person_and_two_tabs_are_one(server, guests, session, console):
    key = "ab" * 16
    tab, other = guests.phone(server, session, key), guests.phone(server, session, key)
    console.go("piramide")
    tab.until(lambda page: page.board == "piramide")

    tab.ops(card("Van de ene tab"))

    other.until(lambda page: [it["text"] for it in page.own["cards"]] == ["Van de ene tab"])
    tab.leave()
    back = guests.phone(server, session, key)
    assert [it["text"] for it in back.own["cards"]] == ["Van de ene tab"]
    console.until(lambda page: (page.stage["people"], page.stage["here"]) == (1, 1))


def test_a_resent_op_gets_its_first_answer_and_is_there_once(console, anna):
    console.go("piramide")
    anna.until(lambda page: page.board == "piramide")
    add = card("Eén keer")

    first, second = anna.ops(add)["results"], anna.ops(add)["results"]

    assert first == second
    anna.until(lambda page: list(page.cards().values()) == ["Eén keer"])


def test_ops_are_judged_one_by_one_in_order(console, anna):
    console.go("piramide")
    anna.until(lambda page: page.board == "piramide")
    good = card("Goed")

    answer = anna.ops(good, op("nergens", "add", card=new_id(), text="Fout"), op("piramide", "remove", card=good["card"]), good | {"id": "x"})

    assert [result.get("refused", "done") for result in answer["results"]] == ["done", "no_such_step", "done", "bad_request"]
    assert [result["id"] for result in answer["results"][:3]] == [good["id"], answer["results"][1]["id"], answer["results"][2]["id"]]
    assert answer["own"]["cards"] == []


def test_hiding_a_card_reaches_its_writer_at_once_and_nobody_else(console, anna, bram):
    console.go("piramide")
    anna.until(lambda page: page.board == "piramide")
    add = card("Verborgen")
    anna.ops(add)
    bram.until(lambda page: add["card"] in page.parts)
    told = len([view for view in bram.views if "own" in view])

    console.do("piramide", "hide", card=add["card"])

    anna.until(lambda page: page.own["cards"][0]["state"] == "hidden")
    bram.until(lambda page: add["card"] not in page.parts)
    assert len([view for view in bram.views if "own" in view]) == told


def test_who_has_the_view_does_not_get_it_again(server, guests, session, console, anna):
    console.go("piramide")
    anna.until(lambda page: page.board == "piramide")
    have = {"epoch": anna.epoch, "seq": anna.seq, "board": anna.board}
    anna.leave()

    back = guests(server.url, session.tokens["participant"], anna.person)

    assert back.join(have)["view"] is None
    assert back.join(have | {"seq": 999})["view"] == anna.parts
    assert back.join(have | {"epoch": "an other"})["view"] == anna.parts
    assert back.join()["view"] == anna.parts


@pytest.mark.parametrize("token", ["", "NOTATOKEN", "A" * 26, "A" * 5000, 7, None, ["x"]])
def test_a_wrong_token_is_told_so_and_not_thrown_out(server, guests, token):
    nobody = guests(server.url, token)

    assert nobody.join() == {"refused": "no_such_session"}
    assert nobody.ask("ops", {"ops": []}) == {"refused": "no_such_session"}
    assert not nobody.lost


def test_a_locked_or_ended_session_lets_in_who_was_there(server, guests, session, console, anna):
    console.do("stage", "lock")
    late = guests(server.url, session.tokens["participant"])
    assert late.join() == {"refused": "locked"}
    console.do("stage", "end")

    assert late.join() == {"refused": "ended"}
    assert guests.phone(server, session, anna.person).stage["ended"]


def test_a_phone_and_a_screen_may_not_lead(server, guests, session, anna):
    screen = guests.screen(server, session)

    assert anna.do("stage", "go", step="piramide", **{"from": None})["refused"] == "not_allowed"
    assert screen.do("stage", "go", step="piramide", **{"from": None})["refused"] == "not_allowed"


def test_five_hundred_cards_from_one_phone_are_the_three_it_may_make(console, anna, bram):
    console.go("piramide")

    results = [result for _ in range(25) for result in anna.ops(*(card(f"Kaart {n}") for n in range(20)))["results"]]

    assert len(results) == 500
    assert [result for result in results if "seq" in result] == results[:3]
    assert {result["refused"] for result in results[3:]} == {"too_many_cards", "too_fast"}
    assert "seq" in bram.ops(card("Mentorles"))["results"][0]
    console.until(lambda page: page.parts["counts"]["base"] == 4)


def test_someone_who_rattles_is_slowed_down_and_others_are_not(console, anna, bram):
    console.go("piramide")
    anna.until(lambda page: page.board == "piramide")
    answers = [anna.ops(*(op("piramide", "remove", card="nothing-there") for _ in range(20)))["results"] for _ in range(5)]

    refused = [result["refused"] for results in answers for result in results]
    assert refused[:60] == ["no_such_card"] * 60
    assert refused[80:] == ["too_fast"] * 20
    assert bram.do("piramide", "remove", card="nothing-there")["refused"] == "no_such_card"


BAD = [
    'join",5]', 'join",{"have":{"epoch":1}}]', 'ops",null]', 'ops",{"ops":{}}]', 'ops",{"ops":[]},{}]', 'ops",{"ops":[' + "[" * 20_000, 'ops"]', 'nothing",{}]',
    'ops",{"ops":[' + ",".join(["{}"] * 21) + "]}]", 'ops",{"ops":["' + "x" * 18_000 + '"]}]', 'ops",{"more":1,"ops":[]}]', '__proto__",{}]', "", '",',
]  # fmt: skip
BAD_OPS = [
    "null", "5", "[]", "{}", '{"id":"abcdefgh"}', '{"id":"abcdefgh","board":"piramide","do":5}', '{"id":"a b c d e","board":"piramide","do":"add"}',
    '{"id":"abcdefgh","board":"piramide","do":"add","text":NaN}', '{"id":"abcdefgh","board":"piramide","do":"add","text":"\\ud800"}',
    '{"id":"abcdefgh","board":"piramide","do":"add","card":{"a":{"b":{"c":{"d":[1]}}}}}', '{"id":"abcdefgh","board":"piramide","do":"add","text":"' + "x" * 5000 + '"}',
    '{"id":"abcdefgh","board":"piramide","do":"add","card":"abcdefgh","level":["base"],"text":"x"}', '{"id":"abcdefgh","board":"piramide","do":"add","card":1e999}',
]  # fmt: skip


@pytest.mark.parametrize("said", BAD, ids=range(len(BAD)))
def test_nonsense_is_a_bad_request_and_the_line_stays(server, session, console, anna, said):
    heard = raw(server, session, f'4217["{said}', '4218["ops",{"ops":[]}]')

    assert heard[0] in (b'4317[{"refused":"bad_request"}]', None) and heard[1].startswith(b'4318[{"results":[]')
    still_well(server, console, anna)


@pytest.mark.parametrize("said", BAD_OPS, ids=range(len(BAD_OPS)))
def test_an_op_that_is_nonsense_is_refused_and_the_one_beside_it_is_judged(server, session, console, anna, said):
    console.go("piramide")
    good = json.dumps(card("Goed"))

    heard = raw(server, session, f'4217["ops",{{"ops":[{said},{good}]}}]')

    if heard[0] != b'4317[{"refused":"bad_request"}]':
        first, second = json.loads(heard[0][4:])[0]["results"]
        assert (first["refused"], second.get("refused")) == ("bad_request", None)
    still_well(server, console, anna)


def test_binary_and_foreign_packets_disturb_nobody(server, session, console, anna):
    heard = raw(server, session, b"\x00\xff", '451-19["ops",{"_placeholder":true,"num":0}]', b"abc", "9", "", "4", "49", "b4AAA", "6x", "3" + "[" * 30_000, "42/admin,5[]", "40/admin,", "40{", "40" + "[" * 30_000, "41/admin,", "44{}", '4220["ops",{"ops":[]}]')

    assert heard[-1].startswith(b'4320[{"results":[]')
    still_well(server, console, anna)


def test_a_message_without_end_is_cut_off(server, session, console, anna):
    assert raw(server, session, '4217["ops",{"ops":["' + "x" * 70_000 + '"]}]') == [None]
    still_well(server, console, anna)


def test_a_foreign_page_cannot_connect(server):
    async def knock():
        async with aiohttp.ClientSession() as web:
            url = f"{server.url}/socket.io/?EIO=4&transport=websocket"
            with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
                await web.ws_connect(url, headers={"Origin": "http://elsewhere.example"})
            return refused.value.status

    assert asyncio.run(knock()) in (400, 403)


def test_a_browser_that_offers_to_compress_is_not_taken_up_on_it(server):
    async def offer():
        async with aiohttp.ClientSession() as web, web.ws_connect(f"{server.url}/socket.io/?EIO=4&transport=websocket", compress=15) as ws:
            return ws.compress

    assert asyncio.run(offer()) == 0


def test_who_never_joins_is_let_go_after_ten_seconds(server, session, anna):
    start = time.monotonic()

    heard = raw(server, session, wait=14, join=False)

    assert heard == [None] and 9 < time.monotonic() - start < 13
    assert not anna.lost


def test_no_address_of_anybody_is_in_the_log(server, guests, session):
    for _ in range(3):
        guests.phone(server, session).leave()
    raw(server, session, b"\x00", "4", '42["ops"', wait=0.1, abort=True)
    time.sleep(0.3)

    lines = [line for line in server.log.read_text().splitlines() if not line.startswith("Telefoons")]
    assert [line for line in lines if "127.0.0.1" in line or "::1" in line or "client=" in line] == []
    assert "Traceback" not in "".join(lines)


def still_well(server, console, anna):
    assert anna.ops()["results"] == [] and console.ops()["results"] == []
    assert "Traceback" not in server.log.read_text()


def raw(server, session, *said, wait=5.0, join=True, abort=False):
    """A joined page that says this, frame by frame -> what it heard after each; None when nothing, or the line was closed."""

    async def talk():
        async with aiohttp.ClientSession() as web, web.ws_connect(f"{server.url}/socket.io/?EIO=4&transport=websocket", max_msg_size=0) as ws:
            await ws.receive()
            if not join:
                return [await answer(ws, wait)]
            await ws.send_str("40" + json.dumps({"token": session.tokens["participant"], "person": "cd" * 16}))
            await ws.send_str('421["join",{"have":null}]')
            while not (await ws.receive()).data.startswith("431["):
                pass
            heard = []
            for it in said:
                await (ws.send_bytes(it) if isinstance(it, bytes) else ws.send_str(it))
                heard.append(await answer(ws, wait if it is said[-1] or len(said) < 4 else 0.05))
            if abort:
                ws._writer.transport.abort()
            return heard

    return asyncio.run(talk())


async def answer(ws, wait):
    """The next answer to something, past views and pings."""
    try:
        async with asyncio.timeout(wait):
            while True:
                message = await ws.receive()
                if message.type is not aiohttp.WSMsgType.TEXT:
                    return None
                if message.data.startswith("43"):
                    return message.data.encode()
                if message.data == "2":
                    await ws.send_str("3")
    except TimeoutError:
        return None
