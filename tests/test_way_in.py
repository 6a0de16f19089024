"""The address on the screen: one that phones in this room can reach, picked by name, in no file."""

import re
from dataclasses import dataclass, field

import pytest
from qrcode import QRCode

from facilitator.settings import checked
from facilitator.way_in import WayIn, qr


@dataclass
class Ip:
    ip: str
    is_IPv4: bool = True


@dataclass
class Adapter:
    nice_name: str
    ips: list[Ip] = field(default_factory=list)


LAPTOP = [
    Adapter("lo", [Ip("127.0.0.1"), Ip("::1", False)]),
    Adapter("docker0", [Ip("172.17.0.1")]),
    Adapter("br-91c2", [Ip("172.18.0.1")]),
    Adapter("veth12ab", [Ip("169.254.3.4")]),
    Adapter("tun0", [Ip("10.8.0.6")]),
    Adapter("wg0", [Ip("10.9.0.2")]),
    Adapter("tailscale0", [Ip("100.100.1.1")]),
    Adapter("enp3s0", [Ip("10.1.2.3"), Ip("fd00::5", False)]),
    Adapter("wlp2s0", [Ip("192.168.1.5")]),
]


@pytest.fixture
def way_in(tmp_path):
    return laptop(tmp_path)


def laptop(folder, adapters=LAPTOP, **settings):
    return WayIn(checked({"data": folder, "port": 8170} | settings), lambda: adapters)


def test_only_networks_a_phone_can_be_on_are_offered_wireless_first(way_in):
    assert way_in.addresses() == [{"name": "wlp2s0", "url": "http://192.168.1.5:8170"}, {"name": "enp3s0", "url": "http://10.1.2.3:8170"}]


@pytest.mark.parametrize(
    "name", ["VirtualBox Host-Only Ethernet Adapter", "VMware Network Adapter VMnet8", "vEthernet (WSL)", "TAP-Windows Adapter V9", "WireGuard Tunnel", "utun3", "bridge100"]
)
def test_virtual_machines_and_tunnels_of_other_systems_are_left_out(tmp_path, name):
    assert laptop(tmp_path, [Adapter(name, [Ip("192.168.56.1")])]).addresses() == []


@pytest.mark.parametrize("name", ["Intel(R) Wi-Fi 6 AX201", "Realtek PCIe GbE Family Controller", "en0", "eth0", "wlan0"])
def test_real_network_cards_of_all_systems_are_offered(tmp_path, name):
    assert laptop(tmp_path, [Adapter(name, [Ip("192.168.1.5")])]).addresses() == [{"name": name, "url": "http://192.168.1.5:8170"}]


def test_the_pick_is_remembered_by_name_and_no_address_is_in_a_file(way_in, tmp_path):
    assert way_in.pick("enp3s0")

    assert way_in.url() == laptop(tmp_path).url() == "http://10.1.2.3:8170"
    assert {path.read_text() for path in tmp_path.iterdir()} == {"enp3s0"}


def test_the_pick_follows_the_network_to_another_address(way_in, tmp_path):
    way_in.pick("enp3s0")

    assert laptop(tmp_path, [Adapter("enp3s0", [Ip("10.7.7.7")])]).url() == "http://10.7.7.7:8170"


def test_a_picked_network_that_is_gone_gives_way_to_the_first(way_in, tmp_path):
    way_in.pick("enp3s0")

    assert laptop(tmp_path, [Adapter("wlan0", [Ip("192.168.1.9")])]).url() == "http://192.168.1.9:8170"


@pytest.mark.parametrize("name", ["", "docker0", "eth9", "../../etc/passwd"])
def test_a_network_that_is_not_there_cannot_be_picked(way_in, tmp_path, name):
    assert not way_in.pick(name)
    assert list(tmp_path.iterdir()) == []


def test_without_any_network_the_laptop_itself_is_the_way_in(tmp_path):
    assert laptop(tmp_path, LAPTOP[:3]).url() == "http://localhost:8170"


def test_a_server_that_listens_on_one_address_offers_only_that(tmp_path):
    assert laptop(tmp_path, host="10.1.2.3").addresses() == [{"name": "enp3s0", "url": "http://10.1.2.3:8170"}]
    assert laptop(tmp_path, host="127.0.0.1").addresses() == []


def test_a_hosted_server_has_one_public_address(tmp_path):
    assert laptop(tmp_path, url="https://werksessie.example.nl/").addresses() == [{"name": "werksessie.example.nl", "url": "https://werksessie.example.nl"}]


@pytest.mark.parametrize(
    ("host", "known"), [("localhost", True), ("192.168.1.5", True), ("10.1.2.3", True), ("werksessie.test", True), ("10.1.2.4", False), ("evil.example", False), ("", False)]
)
def test_the_server_knows_its_own_names_and_no_others(tmp_path, host, known):
    assert laptop(tmp_path, hosts=["werksessie.test"]).knows(host) is known


def test_another_address_has_another_qr_address(way_in):
    before = way_in.to("H7K4PM")
    way_in.pick("enp3s0")
    after = way_in.to("H7K4PM")

    assert (before["url"], before["code"], before["qr"].split("?")[0]) == ("http://192.168.1.5:8170", "H7K4PM", "/qr/H7K4PM.svg")
    assert before["qr"] != after["qr"]


def test_the_qr_is_black_on_white_with_a_quiet_zone_and_passes_the_strict_csp():
    picture = qr("http://192.168.1.5:8170", "H7K4PM").decode()

    assert '<rect fill="white"' in picture and 'fill="#000000"' in picture
    assert "style" not in picture and "<script" not in picture
    assert 'viewBox="0 0 33 33"' in picture  # version 2 (25 squares) and 4 on each side


def test_the_qr_holds_the_join_address_in_capitals():
    expected = QRCode(border=4, error_correction=0)
    expected.add_data("HTTP://192.168.1.5:8170/H7K4PM")
    expected.make()

    drawn = re.findall(r"M(\d+),(\d+)H", qr("http://192.168.1.5:8170", "H7K4PM").decode())
    assert {(int(x) - 4, int(y) - 4) for x, y in drawn} == {(x, y) for y, row in enumerate(expected.modules) for x, dark in enumerate(row) if dark}
