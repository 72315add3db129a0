"""From a damaged text to a readable one: a file for each kind of damage."""

from ceyuan.engines.reading.repair.in_order import repair

__all__ = ["repair"]
