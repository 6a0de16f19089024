"""What may be set about a running server. `create_app(config)` takes these names as a dict."""

from pathlib import Path

import msgspec


class Settings(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    data: Path = Path("data")
    host: str = "0.0.0.0"
    port: int = 8000
    url: str = ""  # the public address, when this server stands behind TLS: "https://werksessie.example.nl"
    hosts: list[str] = []  # further names under which browsers may call this server
    patience: float = 3.0  # seconds a look-up waits at an address that keeps trying wrong codes
    kept: int = 30  # days that an ended session is kept


def checked(config: dict | None) -> Settings:
    """Raises msgspec.ValidationError for a name or a type that is not ours."""
    return msgspec.convert(config or {}, Settings, dec_hook=lambda kind, value: kind(value))
