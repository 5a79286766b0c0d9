"""Rows written for a test."""

from __future__ import annotations

from qa.training.rows import GoldSpan, Row


def made_row(question: str, context: str, answer: str, number: int = 1) -> Row:
    """Return a row whose answer is the first place of these words in the context."""
    gold = GoldSpan(text=answer, start=context.index(answer))
    return Row(id=str(number), question=question, context=context, answers=(gold,), source="made")
