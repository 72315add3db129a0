"""What a file is, by its content and not by its name, and what it holds."""

from ceyuan.engines.reading.formats.encoding import decode
from ceyuan.engines.reading.scan import Scan


def recognise(content: bytes, name: str) -> Scan:
    """Open a file."""
    decoded = decode(content, name)
    return Scan("text/plain", decoded.encoding, decoded.text)
