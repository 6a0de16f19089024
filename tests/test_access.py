"""Tokens, person ids, tickets and the two secrets on disk."""

import stat

import pytest

from facilitator.access import TICKET_LIVES, Access, owner_key_in


@pytest.fixture
def access(tmp_path):
    return Access(tmp_path)


@pytest.mark.parametrize("role", ["participant", "screen", "console"])
def test_a_token_says_which_session_and_which_role(access, role):
    assert access.read(access.token("s1", role), ["s1", "s2"]) == ("s1", role)


def test_a_restart_shows_the_same_links(access, tmp_path):
    again = Access(tmp_path)

    assert (again.token("s1", "console"), again.owner_key) == (access.token("s1", "console"), access.owner_key)


def test_a_token_of_a_deleted_session_opens_nothing(access):
    token = access.token("s1", "console")
    assert access.read(token, ["s1"]) == ("s1", "console")

    assert access.read(token, ["s2"]) is None


@pytest.mark.parametrize("token", ["", "A" * 26, "é", "s1|console|1", "x" * 10_000])
def test_a_made_up_token_opens_nothing(access, token):
    assert access.read(token, ["s1"]) is None


def test_a_higher_generation_is_another_token(access):
    assert access.token("s1", "screen", 2) != access.token("s1", "screen")


def test_tokens_of_two_servers_differ(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()

    assert Access(tmp_path / "a").token("s1", "screen") != Access(tmp_path / "b").token("s1", "screen")


def test_one_phone_is_the_same_person_in_a_session_and_somebody_else_in_the_next(access):
    anna = "a" * 32

    assert access.pid("s1", anna) == access.pid("s1", anna)
    assert access.pid("s1", anna) != access.pid("s2", anna)
    assert len(access.pid("s1", anna)) == 16


def test_the_secrets_are_readable_by_their_owner_only(access, tmp_path):
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}

    assert modes == {"server_secret": 0o600, "owner_key": 0o600}


def test_a_secret_that_lay_open_is_closed_at_the_next_start(access, tmp_path):
    (tmp_path / "owner_key").chmod(0o644)

    Access(tmp_path)

    assert stat.S_IMODE((tmp_path / "owner_key").stat().st_mode) == 0o600


def test_the_environment_goes_before_the_files(tmp_path, monkeypatch):
    monkeypatch.setenv("FACILITATOR_SECRET", "of the hosted server")
    monkeypatch.setenv("FACILITATOR_OWNER_KEY", "key of the hosted server")

    access = Access(tmp_path)

    assert access.owner_key == owner_key_in(tmp_path) == "key of the hosted server"
    assert list(tmp_path.iterdir()) == []


def test_only_the_owner_key_is_the_owner_key(access):
    assert [access.is_owner(key) for key in (access.owner_key, access.owner_key[:-1], "", "é")] == [True, False, False, False]


def test_a_command_on_the_same_laptop_finds_the_owner_key(access, tmp_path):
    assert owner_key_in(tmp_path) == access.owner_key


def test_there_is_no_owner_key_before_the_first_start(tmp_path):
    assert owner_key_in(tmp_path) is None


def test_a_ticket_works_for_a_minute_and_more_than_once(tmp_path):
    clock = [100.0]
    access = Access(tmp_path, lambda: clock[0])
    ticket = access.ticket("s1")

    clock[0] += TICKET_LIVES - 1
    in_time = [access.redeem(ticket), access.redeem(ticket)]
    clock[0] += 2

    assert (in_time, access.redeem(ticket)) == (["s1", "s1"], None)


def test_a_made_up_ticket_opens_nothing(access):
    assert access.redeem("0" * 32) is None
