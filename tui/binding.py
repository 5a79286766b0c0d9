"""Binding keys for one widget or screen: Textual binds for a class, before a person's keys are known."""

from __future__ import annotations

from collections.abc import Iterable

from textual.binding import Binding, BindingsMap
from textual.dom import DOMNode


def bind(node: DOMNode, bindings: Iterable[Binding]) -> None:
    """Give a node bindings that go before those of its class, which keep what is left to them."""
    ours, theirs = BindingsMap(bindings).key_to_bindings, node._bindings.key_to_bindings
    node._bindings = BindingsMap.from_keys(
        {key: [*ours.get(key, ()), *theirs.get(key, ())] for key in (*ours, *theirs)}
    )
