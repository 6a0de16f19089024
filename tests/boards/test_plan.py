"""The plan: rows that are cards, cells where the last text counts and nothing is lost, for the room or per table."""

import json
import re
from typing import NamedTuple

import hypothesis.strategies as st
import msgspec
import pytest
from contract import CARD, Case
from workshop import ANNA, BRAM, CHRIS, Workshop

from facilitator import report
from sessions import Refused, script
from sessions.people import CONSOLE, Person

COLUMN = st.sampled_from(["c1", "c2", "c3", "c9"])
WRITE = {"card": CARD, "column": COLUMN, "text": st.sampled_from(["Mentoren", "voor 1 maart", "", "x" * 300]), "was": st.sampled_from(["", "Mentoren", None])}
CASE = Case(
    config='columns = ["Wat", { name = "Wie", type = "owner" }, { name = "Want", type = "reason" }]',
    work={
        "add": {"card": st.sampled_from([f"nieuw-{n:03d}" for n in range(1, 12)]), "text": st.sampled_from(["Rustige gangen", "x" * 300])},
        "cell": WRITE, "edit": {"card": CARD, "text": st.just("Anders")}, "remove": {"card": CARD},
    },
    lead={"cell": WRITE, "add": {"card": st.sampled_from(["papier-001", "papier-002"]), "text": st.just("Van papier")}},
)

COLUMNS = 'columns = ["Wat", { name = "Wie trekt", type = "owner" }, "Wanneer", { name = "Waarom", type = "reason" }]'


class Plan(NamedTuple):
    """A workshop with the plan on stage, and the ids of its rows."""

    room: Workshop
    rows: list[str]

    def write(self, who: Person, row: int, column: str, text: str, was: str | None = "", **more) -> dict:
        return self.room.do(who, "plan", "cell", card=self.rows[row], column=column, text=text, **({} if was is None else {"was": was}), **more)

    def cells(self, row: int, audience: str = "phone") -> dict:
        return self.room.live.view(audience)[self.rows[row]]["cells"]


def text(config: str) -> str:
    return f'id = "proef"\ntitle = "Proef"\nsummary = "Proef"\n[[steps]]\nid = "plan"\nkind = "plan"\ntitle = "Afspraken"\nprompt = "Wat spreken we af?"\nminutes = 10\n[steps.config]\n{config}\n'


def shop(config: str = f'items = ["Dagstart", "Rustige gangen"]\n{COLUMNS}\nrows_max = 4') -> Plan:
    room = Workshop(text(config))
    room.come(ANNA, BRAM, CHRIS)
    room.go("plan")
    return Plan(room, [id for id in room.live.view("phone") if id.startswith("s1-")])


def per_table() -> Plan:
    return shop(f'items = ["Dagstart"]\n{COLUMNS}\nrows_max = 4\nper = "table"')


def errors(config: str) -> list[tuple]:
    with pytest.raises(script.ScriptErrors) as found:
        script.load(text(config))
    return [(error.code, error.key, error.said) for error in found.value.errors]


# the script


def test_a_plan_may_begin_with_no_rows_at_all():
    empty = shop(COLUMNS)

    assert empty.room.live.view("phone")["filled"]["rows"] == 0


def test_a_plain_name_is_a_column_of_text_and_ids_go_by_position():
    columns = shop().room.live.view("phone")["config"]["columns"]

    assert [(column["id"], column["name"], column["type"]) for column in columns] == [("c1", "Wat", "text"), ("c2", "Wie trekt", "owner"), ("c3", "Wanneer", "text"), ("c4", "Waarom", "reason")]


def test_a_script_that_contradicts_itself_is_told_where():
    assert errors('columns = ["Wat", "Wat"]') == [("contradiction", "columns", "name")]
    assert errors('columns = ["Wat", { name = "Want", type = "reason" }, { name = "Omdat", type = "reason" }]') == [("contradiction", "columns", "reason")]
    assert errors('items = ["Dagstart", "Gangen"]\nrows_max = 1') == [("contradiction", "rows_max", "items")]
    assert [error[:2] for error in errors('columns = ["Wat", { name = "Wie", type = "eigenaar" }]')] == [("bad_value", "columns")]


# cells


def test_what_anybody_writes_in_a_cell_stands_there_for_everybody():
    plan = shop()

    plan.write(ANNA, 0, "c2", "  Team  onderbouw ")

    assert [plan.cells(0, audience) for audience in ("phone", "screen", "console")] == [{"c2": "Team onderbouw"}] * 3


def test_an_empty_text_empties_the_cell():
    plan = shop()
    plan.write(ANNA, 0, "c2", "Anna")

    plan.write(BRAM, 0, "c2", " ", was="Anna")

    assert plan.cells(0) == {}


def test_what_cannot_be_is_refused_with_a_reason():
    plan = shop()

    assert plan.room.refusal(ANNA, "plan", "cell", card=plan.rows[0], column="c2", text="x" * 201) == "too_long"
    assert plan.room.refusal(ANNA, "plan", "cell", card=plan.rows[0], column="c1", text="Anders") == "no_such_place"
    assert plan.room.refusal(ANNA, "plan", "cell", card=plan.rows[0], column="c9", text="Anders") == "no_such_place"
    assert plan.room.refusal(ANNA, "plan", "cell", card="onbekend", column="c2", text="Anders") == "no_such_item"
    plan.room.lead("hide", board="plan", card=plan.rows[0])
    assert plan.room.refusal(ANNA, "plan", "cell", card=plan.rows[0], column="c2", text="Anders") == "no_such_item"


def test_the_last_of_two_writers_counts_and_both_see_what_the_other_wrote():
    plan = shop()
    plan.write(ANNA, 0, "c2", "Mentoren")

    entry = plan.write(BRAM, 0, "c2", "Teamleider")

    assert plan.cells(0) == {"c2": "Teamleider"}
    assert entry["over"] == {"text": "Mentoren"}
    told = {who: [(over["text"], over["mine"]) for over in plan.room.live.own(who)["over"]] for who in ("anna", "bram", "chris")}
    assert told == {"anna": [("Teamleider", "Mentoren")], "bram": [("Mentoren", "Teamleider")], "chris": []}


def test_who_saw_what_stood_there_just_changes_it():
    plan = shop()
    plan.write(ANNA, 0, "c2", "Mentoren")

    entry = plan.write(BRAM, 0, "c2", "Alle mentoren", was="Mentoren")

    assert "over" not in entry
    assert plan.room.live.own("anna")["over"] == []


def test_two_quick_texts_of_one_writer_do_not_meet_each_other():
    plan = shop()
    plan.write(ANNA, 0, "c2", "Men")

    assert "over" not in plan.write(ANNA, 0, "c2", "Mentoren")


def test_putting_it_back_ends_the_meeting_of_two_texts():
    plan = shop()
    plan.write(ANNA, 0, "c2", "Mentoren")
    plan.write(BRAM, 0, "c2", "Teamleider")

    plan.write(ANNA, 0, "c2", "Mentoren", was="Teamleider")

    assert [plan.room.live.own(who)["over"] for who in ("anna", "bram")] == [[], []]


def test_the_facilitator_sees_both_texts():
    plan = shop()
    plan.write(ANNA, 0, "c2", "Mentoren")
    plan.write(BRAM, 0, "c2", "Teamleider")

    views = {audience: plan.room.live.view(audience)[plan.rows[0]].get("over") for audience in ("phone", "screen", "console")}

    assert views == {"phone": None, "screen": None, "console": {"c2": "Mentoren"}}


def test_undo_gives_the_cell_its_text_back_but_never_takes_away_what_a_participant_wrote_since():
    plan = shop()
    plan.write(ANNA, 0, "c2", "Mentoren")
    done = plan.write(CONSOLE, 0, "c2", "Teamleider", was="Mentoren")
    plan.room.undo(done)
    assert plan.cells(0) == {"c2": "Mentoren"}

    again = plan.write(CONSOLE, 0, "c2", "Teamleider", was="Mentoren")
    plan.write(ANNA, 0, "c2", "Wij samen", was="Teamleider")

    assert plan.room.refusal(CONSOLE, "stage", "undo", seq=again["seq"]) == "cannot_undo"


def test_a_cell_that_was_on_its_way_when_the_step_closed_still_comes_in():
    plan = shop()
    plan.room.lead("close")
    plan.room.at += 4

    plan.write(ANNA, 0, "c2", "Mentoren")

    assert plan.cells(0) == {"c2": "Mentoren"}
    plan.room.at += 2
    assert plan.room.refusal(ANNA, "plan", "cell", card=plan.rows[0], column="c3", text="maart") == "closed"


# what passes


def test_typing_is_judged_like_the_rest_and_leaves_no_trace():
    plan = shop()
    before = plan.room.picture()

    plan.room.do(ANNA, "plan", "typing", card=plan.rows[0], column="c2")

    assert plan.room.picture() == before
    assert plan.room.refusal(ANNA, "plan", "typing", card="onbekend", column="c2") == "no_such_item"
    plan.room.lead("close")
    assert plan.room.refusal(ANNA, "plan", "typing", card=plan.rows[0], column="c2") == "closed"


# rows


def test_a_row_that_somebody_adds_is_a_card_like_any_other():
    plan = shop()

    plan.room.do(ANNA, "plan", "add", card="regel-001", text="Ouders erbij")
    plan.room.do(ANNA, "plan", "edit", card="regel-001", text="Ouders doen mee")

    assert [(part["text"], part["i"]) for part in plan.room.live.view("phone").values() if "i" in part] == [("Dagstart", 0), ("Rustige gangen", 1), ("Ouders doen mee", 2)]
    assert plan.room.refusal(BRAM, "plan", "edit", card="regel-001", text="Van mij") == "not_yours"


def test_a_plan_has_at_most_the_rows_of_its_script_but_the_facilitator_may_add_more():
    plan = shop()
    for n in (1, 2):
        plan.room.do(ANNA, "plan", "add", card=f"regel-00{n}", text=f"Regel {n}")

    assert plan.room.live.view("phone")["filled"]["left"] == 0
    assert plan.room.refusal(BRAM, "plan", "add", card="regel-003", text="Nog een") == "too_many_items"
    plan.room.lead("add", board="plan", card="regel-003", text="Van papier")


def test_a_row_of_mine_goes_away_and_so_do_the_words_in_its_cells():
    plan = shop()
    added = plan.room.do(ANNA, "plan", "add", card="regel-001", text="Ouders erbij")
    filled = plan.room.do(BRAM, "plan", "cell", card="regel-001", column="c2", text="Bram")

    removed = plan.room.do(ANNA, "plan", "remove", card="regel-001")

    assert "regel-001" not in plan.room.live.view("screen")
    assert plan.room.live.forget(plan.room.at) == [added["seq"], filled["seq"], removed["seq"]]


def test_the_facilitator_takes_a_row_off_and_back_with_its_cells():
    plan = shop()
    plan.write(ANNA, 0, "c2", "Mentoren")

    off = plan.room.lead("items", board="plan", drop=[plan.rows[0]])
    assert plan.rows[0] not in plan.room.live.view("screen")
    plan.room.undo(off)

    assert plan.cells(0, "screen") == {"c2": "Mentoren"}


def test_the_last_row_may_go_too():
    plan = shop()

    plan.room.lead("items", board="plan", drop=plan.rows)

    assert plan.room.live.view("phone")["filled"]["rows"] == 0


def test_rows_that_are_merged_keep_what_each_of_them_says():
    plan = shop()
    plan.write(ANNA, 0, "c2", "Mentoren")
    plan.write(BRAM, 1, "c2", "Conciërge")
    plan.write(BRAM, 1, "c3", "in maart")

    plan.room.lead("merge", board="plan", cards=plan.rows, into="samen-001")
    assert plan.room.live.view("screen")["samen-001"]["cells"] == {"c2": "Mentoren; Conciërge", "c3": "in maart"}
    plan.room.do(ANNA, "plan", "cell", card=plan.rows[0], column="c2", text="Wij allemaal", was="Mentoren; Conciërge")
    assert plan.room.live.view("screen")["samen-001"]["cells"] == {"c2": "Wij allemaal", "c3": "in maart"}
    plan.room.lead("unmerge", board="plan", cards=plan.rows)

    assert plan.cells(0, "screen") == {"c2": "Mentoren"}


# how far it is


def test_the_plan_says_how_far_it_is():
    plan = shop()
    plan.write(ANNA, 0, "c2", "Mentoren")
    plan.write(ANNA, 0, "c3", "maart")
    plan.write(BRAM, 0, "c4", "dan is het rustig")
    plan.write(msgspec.structs.replace(CHRIS, weight=5), 1, "c2", "Conciërge")

    filled = plan.room.live.view("screen")["filled"]

    assert filled == {"rows": 2, "full": 1, "owned": 2, "no_reason": 1, "empty": {"c2": 0, "c3": 1, "c4": 1}, "left": 2, "people": 7}


def test_the_result_has_every_cell_by_row():
    plan = shop()
    plan.write(ANNA, 0, "c2", "Mentoren")

    table = plan.room.live.result("plan")

    assert table.rows[0] == {"id": plan.rows[0], "text": "Dagstart", "state": "shown", "cells": {"c2": "Mentoren"}}
    assert (table.facts["people"], table.facts["answers"], table.facts["no_reason"]) == (1, 1, 2)


def test_a_phone_gets_at_most_16_kb_whatever_is_written():
    full = shop("columns = [" + ", ".join(f'"Kolom nummer {n}"' for n in range(12)) + "]\nrows_max = 40")
    for n in range(40):
        full.room.lead("add", board="plan", card=f"zo-lang-als-een-id-{n:04d}", text=f"{n} " + "é" * 76)
    refused = 0
    for n in range(40):
        for column in range(2, 13):
            op = {"card": f"zo-lang-als-een-id-{n:04d}", "column": f"c{column}", "text": "ë" * 200}
            try:
                full.room.do(ANNA, "plan", "cell", **op)
            except Refused as no:
                refused += no.reason == "no_room"

    assert refused > 0
    assert len(json.dumps(full.room.live.view("phone"), ensure_ascii=False).encode()) <= 16_000


# per table


def test_every_table_has_rows_and_cells_of_its_own():
    plan = per_table()

    plan.write(ANNA, 0, "c2", "Mentoren")
    plan.write(BRAM, 0, "c2", "Conciërge")
    plan.room.do(BRAM, "plan", "add", card="regel-001", text="Van tafel 2")

    screen = plan.room.live.view("screen")
    assert [screen[f"table:{n}"]["cells"] for n in (1, 2)] == [{plan.rows[0]: {"c2": "Mentoren"}}, {plan.rows[0]: {"c2": "Conciërge"}, "regel-001": {}}]
    assert [(plan.room.live.own(who)["table"], plan.room.live.own(who)["cells"]) for who in ("anna", "bram", "chris")] == [
        (1, {plan.rows[0]: {"c2": "Mentoren"}}), (2, {plan.rows[0]: {"c2": "Conciërge"}}), (None, {})]
    assert (screen["filled"]["rows"], screen["table:2"]["filled"]["rows"], screen["table:2"]["filled"]["left"]) == (3, 2, 2)


def test_a_phone_sees_nothing_of_another_table():
    plan = per_table()
    plan.write(ANNA, 0, "c2", "Kanarie een")
    plan.room.do(ANNA, "plan", "add", card="regel-001", text="Kanarie twee")
    assert "Kanarie" in json.dumps(plan.room.live.view("screen"))

    assert "Kanarie" not in json.dumps([plan.room.live.view("phone"), plan.room.live.own("bram")])
    assert plan.room.refusal(BRAM, "plan", "cell", card="regel-001", column="c2", text="Bram") == "not_yours"


def test_the_facilitator_writes_for_a_table_and_may_begin_one_without_a_phone():
    plan = per_table()
    plan.write(ANNA, 0, "c2", "Mentoren")

    plan.write(CONSOLE, 0, "c3", "maart", table=1)
    plan.room.lead("add", board="plan", card="papier-001", text="Van papier", table=2)

    plan.room.lead("add", board="plan", card="papier-002", text="Voor iedereen")

    assert plan.room.live.own("anna")["cells"] == {plan.rows[0]: {"c2": "Mentoren", "c3": "maart"}}
    assert [list(plan.room.live.view("screen")[f"table:{n}"]["cells"]) for n in (1, 2)] == [[plan.rows[0], "papier-002"], [plan.rows[0], "papier-002", "papier-001"]]
    assert plan.room.refusal(CONSOLE, "plan", "cell", card=plan.rows[0], column="c2", text="x") == "no_such_place"


def test_a_table_phone_works_on_the_sheet_of_its_table_also_when_it_takes_over():
    plan = per_table()
    plan.room.do(ANNA, "stage", "size", table=7, size=5)
    plan.write(ANNA, 0, "c2", "Mentoren")

    plan.room.do(BRAM, "stage", "size", table=7, size=5, instead=True)

    assert plan.room.live.own("bram")["cells"] == {plan.rows[0]: {"c2": "Mentoren"}}
    assert plan.room.live.view("screen")["table:7"]["table"] == 7
    assert plan.room.live.own("chris")["cells"] == {}


def test_the_result_of_tables_has_a_row_once_with_what_each_table_said():
    plan = per_table()
    plan.write(ANNA, 0, "c2", "Mentoren")
    plan.write(BRAM, 0, "c2", "Conciërge")
    plan.room.do(BRAM, "plan", "add", card="regel-001", text="Van tafel 2")

    rows = plan.room.live.result("plan").rows

    assert [(row["id"], row["tables"]) for row in rows] == [
        (plan.rows[0], [{"table": 1, "cells": {"c2": "Mentoren"}}, {"table": 2, "cells": {"c2": "Conciërge"}}]),
        ("regel-001", [{"table": 2, "cells": {}}])]


# the report


def printed(plan: Plan) -> tuple[str, str]:
    told = report.sections(plan.room.live)
    return re.sub(r"<style>.*?</style>", "", report.html(told), flags=re.S), report.csv(told)


def test_the_report_prints_the_table_and_how_far_it_is():
    plan = shop()
    plan.write(ANNA, 0, "c2", "Noor")
    plan.write(ANNA, 0, "c4", "dan is het rustig")

    page, table = printed(plan)

    assert "1 van de 2 regels heeft een trekker. Nog leeg: Wie trekt (1), Wanneer (2). Bij 1 regel staat nog geen want." in page
    assert "Dagstart: nog leeg Wanneer. Rustige gangen: nog leeg Wie trekt, Wanneer en Waarom." in page
    rows = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in re.findall(r"<tr>(.*?)</tr>", page, re.S)]
    assert rows == [["Wat", "Wie trekt", "Wanneer", "Waarom"], ["Dagstart", "Noor", "–", "dan is het rustig"], ["Rustige gangen", "–", "–", "–"]]
    assert "plan;plan;c2;Wie trekt;;column;owner\r\n" in table
    assert f"plan;plan;{plan.rows[0]};Dagstart;;cell:c2;Noor\r\n" in table


def test_a_wide_plan_is_printed_cell_by_cell():
    plan = shop('items = ["Dagstart"]\ncolumns = ["Doel", "Activiteit", "Laag", { name = "Wie", type = "owner" }, "Wanneer", "Geld"]')
    plan.write(ANNA, 0, "c4", "Noor")

    page, _ = printed(plan)

    rows = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in re.findall(r"<tr>(.*?)</tr>", page, re.S)]
    assert rows == [["Doel", "Wat", "Ingevuld"], ["Dagstart", "Wie", "Noor"], ["", "Nog leeg", "Activiteit, Laag, Wanneer, Geld"]]


def test_the_report_of_tables_says_whose_row_it_is_and_hidden_rows_are_not_in_it():
    plan = per_table()
    plan.write(ANNA, 0, "c2", "Noor")
    plan.write(BRAM, 0, "c2", "Daan")
    plan.room.do(BRAM, "plan", "add", card="regel-001", text="Kanarie")
    plan.room.lead("hide", board="plan", card="regel-001")

    page, table = printed(plan)

    assert "Kanarie" not in page + table
    assert "2 tafels vulden elk een eigen plan." in page
    assert [line.split(";")[4:] for line in table.splitlines() if "cell:c2" in line] == [["1", "cell:c2", "Noor"], ["2", "cell:c2", "Daan"]]


# what is carried in


def carrying(config: str = "") -> Workshop:
    """A wall, and a plan that takes its cards along."""
    wall = '[[steps]]\nid = "muur"\nkind = "wall"\ntitle = "Muur"\nprompt = "Wat?"\nminutes = 5\n[steps.config]\nfields = [{ id = "een", name = "Een" }]\n[[steps]]'
    room = Workshop(text(config).replace("[[steps]]", wall, 1).replace('kind = "plan"', 'kind = "plan"\nfrom = { step = "muur", rule = "all" }'))
    room.come(ANNA, BRAM)
    return room


def test_a_plan_that_carries_can_begin_with_nothing_too():
    room = carrying()
    room.go("muur")
    assert room.live.view("console")["offer:plan"]["least"] == 0

    room.lead("go", step="plan", from_="muur", items=[])
    room.do(ANNA, "plan", "add", card="regel-001", text="Rustige gangen")

    assert [part["text"] for part in room.live.view("screen").values() if "i" in part] == ["Rustige gangen"]


def test_a_carried_card_of_a_table_is_a_row_of_everybody():
    room = carrying('per = "table"')
    room.do(ANNA, "stage", "size", table=7, size=5)
    room.go("muur")
    room.do(ANNA, "muur", "add", card="kaart-001", text="Rustige gangen")

    room.go("plan", ["kaart-001"])
    room.do(BRAM, "plan", "cell", card="kaart-001", column="c2", text="Daan")

    assert room.live.own("bram")["cells"] == {"kaart-001": {"c2": "Daan"}}
    assert room.live.own("anna")["cells"] == {}
