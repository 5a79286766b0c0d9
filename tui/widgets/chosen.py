"""Choosing what stands under a number."""

from __future__ import annotations

from textual.message import Message


class Chosen(Message):
    """What stands under a number was asked for with the mouse: a place, or a question on offer."""

    def __init__(self, number: int) -> None:
        self.number = number
        super().__init__()
