"""The address people type or scan: which ones this laptop really has, which one the facilitator picked, and its QR code.

The pick is remembered by the name of the network interface, never by its address: addresses are in no file.
"""

import io
import ipaddress
import re
import socket
import time
from collections.abc import Callable
from urllib.parse import urlsplit
from zlib import crc32

import ifaddr
import qrcode
from qrcode.image.svg import SvgPathFillImage

from facilitator.settings import Settings

# Interfaces that no phone in the room is on: loopback, containers, virtual machines, tunnels.
NOT_THE_ROOM = re.compile(
    r"^(lo\d*$|docker|br-|veth|virbr|vmnet|vnet|vboxnet|lxc|lxd|cni|flannel|cali|podman|tun|tap|wg|tailscale|zt|utun|ppp|ipsec|awdl|llw|anpi|bridge\d)"
    r"|loopback|virtualbox|vmware|hyper-v|vethernet|wsl|tap-|wireguard|openvpn|wintun|tailscale|zerotier|vpn|tunnel|bluetooth",
    re.IGNORECASE,
)
LOOK_AGAIN = 3  # seconds: a laptop changes networks, but not between two phones


class WayIn:
    def __init__(self, settings: Settings, adapters: Callable = ifaddr.get_adapters):
        self._settings = settings
        self._file = settings.data / "way_in"
        self._public = settings.url.rstrip("/")
        self._adapters = adapters
        self._seen: list[tuple[str, str]] = []
        self._until = 0.0

    def addresses(self) -> list[dict]:
        """-> [{"name": interface, "url"}], wireless first: that is where the phones are."""
        if self._public:
            return [{"name": urlsplit(self._public).hostname, "url": self._public}]
        rooms = [(name, ip) for name, ip in self._interfaces() if of_the_room(name, ip) and self._listens_on(ip)]
        return [{"name": name, "url": f"http://{ip}:{self._settings.port}"} for name, ip in sorted(rooms, key=likeliest)]

    def url(self) -> str:
        found = {it["name"]: it["url"] for it in reversed(self.addresses())}
        first = next(iter(self.addresses()), {"url": f"http://localhost:{self._settings.port}"})
        return found.get(self._picked(), first["url"])

    def pick(self, name: str) -> bool:
        """-> False when this laptop has no such interface (any more)."""
        if name not in {it["name"] for it in self.addresses()}:
            return False
        self._file.write_text(name)
        return True

    def to(self, code: str) -> dict:
        url = self.url()
        return {"url": url, "code": code, "qr": f"/qr/{code}.svg?v={crc32(url.encode()):x}"}

    def knows(self, host: str) -> bool:
        """Whether this machine answers to the name or address `host`; a page from elsewhere cannot give us another."""
        named = {"localhost", "127.0.0.1", urlsplit(self._public).hostname, *map(str.lower, self._settings.hosts)}
        machine = socket.gethostname().lower()
        return host in named | {machine, f"{machine}.local"} or host in {ip for _, ip in self._interfaces()}

    def _listens_on(self, ip: str) -> bool:
        return self._settings.host in ("0.0.0.0", "", ip)

    def _picked(self) -> str:
        return self._file.read_text().strip() if self._file.exists() else ""

    def _interfaces(self) -> list[tuple[str, str]]:
        if time.monotonic() > self._until:
            self._seen = [(it.nice_name, ip.ip) for it in self._adapters() for ip in it.ips if ip.is_IPv4]
            self._until = time.monotonic() + LOOK_AGAIN
        return self._seen


def of_the_room(name: str, ip: str) -> bool:
    address = ipaddress.ip_address(ip)
    return not (NOT_THE_ROOM.search(name) or address.is_loopback or address.is_link_local)


def likeliest(interface: tuple[str, str]) -> tuple[bool, str]:
    return not re.search(r"^wl|wi-?fi|wireless|draadloos", interface[0], re.IGNORECASE), interface[0]


def qr(url: str, code: str) -> bytes:
    """SVG of the join address: upper case makes it smaller, so its squares are bigger from the back row."""
    picture = qrcode.QRCode(border=4, error_correction=qrcode.ERROR_CORRECT_M, image_factory=SvgPathFillImage)
    picture.add_data(f"{url}/{code}".upper())
    out = io.BytesIO()
    picture.make_image().save(out)
    return out.getvalue()
