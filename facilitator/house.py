"""What one running server is made of; pages and api reach it through `house()`."""

import time
from dataclasses import dataclass
from typing import IO

from flask import current_app

from facilitator import in_use, runtime
from facilitator.access import Access
from facilitator.library import Library
from facilitator.patience import Patience
from facilitator.rehearsal import Crowds
from facilitator.rooms import Rooms
from facilitator.settings import Settings
from facilitator.store import Store
from facilitator.way_in import WayIn


@dataclass(frozen=True)
class House:
    settings: Settings
    access: Access
    library: Library
    rooms: Rooms
    way_in: WayIn
    patience: Patience
    crowds: Crowds
    lock: IO[str]  # open as long as we run


def house() -> House:
    return current_app.extensions["facilitator"]


def furnished(settings: Settings) -> House:
    """Raises InUse, or OSError when the folder cannot be used."""
    settings.data.mkdir(parents=True, exist_ok=True, mode=0o700)
    lock = in_use.hold(settings.data, settings.port)
    access = Access(settings.data)
    way_in = WayIn(settings)
    rooms = Rooms(Store(settings.data), settings, time.time, way_in)
    patience = Patience(settings.patience, runtime.sleep)
    return House(settings, access, Library(settings.data), rooms, way_in, patience, Crowds(f"http://127.0.0.1:{settings.port}"), lock)
