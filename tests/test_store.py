"""The log on disk: what was appended comes back, whole, and what was removed is gone from the bytes."""

import sqlite3

import pytest

from facilitator.store import DiskFull, Gone, OtherEpoch, Store

MADE = {"seq": 1, "by": "console", "do": "made", "board": "stage"}


@pytest.fixture
def store(tmp_path):
    store = Store(tmp_path / "data")
    store.create("kern", MADE, "epoch1", "H7K4PM")
    yield store
    store.close_all()


def entry(seq, **fields):
    return {"seq": seq, "by": "anna", "id": f"op-{seq:08}", "board": "piramide", "do": "add", **fields}


def test_what_is_appended_comes_back_in_order_in_another_process_life(store, tmp_path):
    assert store.append("kern", "epoch1", [entry(2, text="eerst"), entry(3)]) == 3
    assert store.append("kern", "epoch1", [entry(4)]) == 4
    store.close_all()

    again = Store(tmp_path / "data")

    assert again.ids() == ["kern"]
    assert again.read("kern") == [MADE, entry(2, text="eerst"), entry(3), entry(4)]
    assert again.read("kern", after=3) == [entry(4)]
    again.close_all()


def test_a_commit_is_whole_or_not_at_all(store):
    with pytest.raises(sqlite3.IntegrityError):
        store.append("kern", "epoch1", [entry(2), entry(1)])

    assert store.read("kern") == [MADE]


def test_the_code_and_the_epoch_are_in_the_file(store):
    assert store.meta("kern") == {"epoch": "epoch1", "code": "H7K4PM", "last": "0"}


def test_a_log_that_was_repaired_takes_nothing_from_an_old_memory(store):
    store.set_meta("kern", epoch="epoch2")

    with pytest.raises(OtherEpoch):
        store.append("kern", "epoch1", [entry(2)])

    assert store.read("kern") == [MADE]


def test_the_hour_of_the_last_work_of_people_is_known_and_no_more(store):
    store.append("kern", "epoch1", [entry(2) | {"by": "console"}])
    before = store.meta("kern")["last"]
    store.append("kern", "epoch1", [entry(3)])

    assert before == "0"
    assert int(store.meta("kern")["last"]) % 3600 == 0 < int(store.meta("kern")["last"])


def test_removed_words_are_in_no_byte_of_the_folder(store, tmp_path):
    store.append("kern", "epoch1", [entry(2, text="geheim verhaal", because="diep geheim"), entry(3, back={"do": "edit", "text": "geheim verhaal"}), entry(4, text="blijft")])
    assert b"geheim" in everything(tmp_path)

    store.redact("kern", [2, 3])

    assert b"geheim" not in everything(tmp_path)
    assert store.read("kern", after=1) == [entry(2, text=None, because=None), entry(3, back={"do": "edit", "text": None}), entry(4, text="blijft")]


def test_a_deleted_session_leaves_nothing(store, tmp_path):
    store.append("kern", "epoch1", [entry(2)])

    store.delete("kern")

    assert list((tmp_path / "data").iterdir()) == []
    with pytest.raises(Gone):
        store.read("kern")


def test_a_session_that_was_being_made_when_the_power_went_is_not_there(store, tmp_path):
    (tmp_path / "data" / ".half.making").write_bytes(b"SQLite")

    assert Store(tmp_path / "data").ids() == ["kern"]


def test_a_full_disk_says_so_and_keeps_what_was_there(store):
    store.append("kern", "epoch1", [entry(2)])
    limit(store, "kern", pages=1)

    with pytest.raises(DiskFull):
        store.append("kern", "epoch1", [entry(seq, text="x" * 4000) for seq in range(3, 30)])
    limit(store, "kern", pages=10_000)

    assert store.append("kern", "epoch1", [entry(3)]) == 3
    assert [it["seq"] for it in store.read("kern")] == [1, 2, 3]


def test_every_connection_waits_for_the_disk_and_wipes_what_it_frees(store):
    conn = store._file("kern")._db.conn

    found = [conn.execute(f"pragma {name}").fetchone()[0] for name in ("journal_mode", "synchronous", "secure_delete")]

    assert found == ["wal", 2, 1]


def limit(store, id, pages):
    """SQLite's own way to be full: not one page more than there are."""
    store._file(id)._db.conn.execute(f"pragma max_page_count = {pages}").fetchall()


def everything(folder):
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_a_rewritten_log_leaves_nothing_of_what_it_said(store, tmp_path):
    store.append("kern", "epoch1", [entry(2, text="Dit zei Anna")])

    store.rewrite("kern", [MADE, {**entry(2), "by": "iemand"}, entry(3)], "epoch2")

    assert [(one["seq"], one.get("by")) for one in store.read("kern")] == [(1, "console"), (2, "iemand"), (3, "anna")]
    assert store.meta("kern")["epoch"] == "epoch2"
    store.close_all()
    assert not any(b"Dit zei Anna" in path.read_bytes() for path in (tmp_path / "data").iterdir())
