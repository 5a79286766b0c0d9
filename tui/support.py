"""Support put into a word and a bar: a bare number says less than it seems to."""

from __future__ import annotations

_CELLS = 5
# Support is a calibrated probability: at nine in ten one may lean on an answer; at two in
# three it is likelier than its opposite by two to one.
_STRONG, _FAIR = 0.9, 2 / 3


def support_word(support: float) -> str:
    """Return ``well supported``, ``supported`` or ``weakly supported``."""
    if support >= _STRONG:
        return "well supported"
    return "supported" if support >= _FAIR else "weakly supported"


def support_bar(support: float) -> str:
    """Return a bar of five cells, one full at least."""
    full = max(1, round(support * _CELLS))
    return "▰" * full + "▱" * (_CELLS - full)
