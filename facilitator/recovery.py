"""A full disk: forget what did not reach it, tell everybody, and go on by itself when there is room again."""

import logging
import secrets

from facilitator import runtime
from facilitator.store import DiskFull, Gone

log = logging.getLogger(__name__)

PROBE = 2.0  # seconds between two looks whether there is room again


def struck(room, store, error: Exception) -> None:
    """A commit of this room failed. Anything but a full disk means that the log can no longer be trusted: that ends the process, not the truth."""
    if isinstance(error, Gone):
        return  # deleted while somebody still typed
    if not isinstance(error, DiskFull):
        runtime.die(f"The log of a session can no longer be trusted, so this server stops: {error}")
    log.error("the disk is full")
    room.trouble = "disk"
    runtime.spawn(recover, room, store)


def recover(room, store) -> None:
    room.restart(runtime.run_blocking(store.read, room.id), secrets.token_hex(4))
    while room.trouble:
        runtime.sleep(PROBE)
        try:
            runtime.run_blocking(lambda: store.set_meta(room.id, epoch=room.epoch))
        except DiskFull:
            continue
        room.trouble = None
        room.acted()
