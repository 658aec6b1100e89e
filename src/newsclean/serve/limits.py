"""How much a client may ask of the service."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes of a page or record, and seconds: of cleaning one, and of waiting for more of a request."""

    max_bytes: int = 16 << 20
    record_timeout: float = 30.0
    read_timeout: float = 60.0
