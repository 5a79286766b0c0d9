"""The two pictures of the support model's card, as plain SVG."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from qa.calibration import Bin, Floats

_SIZE, _LEFT, _TOP = 320, 64, 48
_WIDTH, _HEIGHT = _LEFT + _SIZE + 24, _TOP + _SIZE + 56
_INK, _FAINT = "#24292f", "#d0d7de"
# Told apart with any colour vision (Okabe and Ito, 2008), and by their dashes.
_STROKES = (("#0072b2", ""), ("#d55e00", "6 4"), ("#009e73", "2 3"))
_TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)
# Points of a curve that are drawn: more would not show.
_POINTS = 200


def reliability(bins: Sequence[Bin], error: float) -> str:
    """Return the reliability diagram: of answers of like support, the share that is right."""
    most = max(one.answers for one in bins)
    parts = [_line([(0, 0), (1, 1)], _FAINT, "4 4")]
    for one in bins:
        radius = 3 + 9 * (one.answers / most) ** 0.5
        tip = f"support {one.support:.2f}, right {one.right:.2f}, {one.answers} answers"
        parts.append(
            f'<circle cx="{_x(one.support):.1f}" cy="{_y(one.right):.1f}" r="{radius:.1f}" '
            f'fill="{_STROKES[0][0]}" fill-opacity="0.75"><title>{tip}</title></circle>'
        )
    parts.append(_line([(one.support, one.right) for one in bins], _STROKES[0][0], ""))
    title = f"Reliability: expected calibration error {error:.3f}"
    return _chart(title, "support", "share of right answers", 1.0, parts)


def risk_curves(curves: Mapping[str, tuple[Floats, Floats]], at: tuple[float, float]) -> str:
    """Return the share of wrong answers against the share of questions answered; ``at`` is the default's."""
    highest = max(max(risk) for _, risk in curves.values())
    top = min(1.0, 0.1 * (int(highest * 10) + 1))
    parts = []
    for number, (name, (coverage, risk)) in enumerate(curves.items()):
        colour, dash = _STROKES[number]
        step = max(1, len(coverage) // _POINTS)
        points = list(zip(coverage[::step].tolist(), (risk[::step] / top).tolist(), strict=True))
        parts.append(_line(points, colour, dash))
        y = _TOP + 18 + 18 * number
        parts.append(
            f'<line x1="{_LEFT + 12}" x2="{_LEFT + 40}" y1="{y - 4}" y2="{y - 4}" stroke="{colour}" '
            f'stroke-width="2" stroke-dasharray="{dash}"/>' + _text(_LEFT + 46, y, name, "start")
        )
    parts.append(
        f'<circle cx="{_x(at[0]):.1f}" cy="{_y(at[1] / top):.1f}" r="5" fill="none" stroke="{_INK}" '
        f'stroke-width="2"><title>the default threshold</title></circle>'
    )
    return _chart("Risk and coverage", "share of questions answered", "share of answers wrong", top, parts)


def _chart(title: str, across: str, up: str, top: float, parts: Sequence[str]) -> str:
    frame = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{_HEIGHT}" '
        f'viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif" font-size="12" role="img">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#ffffff"/>',
        _text(_LEFT, 28, title, "start", size=15),
    ]
    for tick in _TICKS:
        frame.append(_line([(tick, 0), (tick, 1)], _FAINT, "", width=0.5))
        frame.append(_line([(0, tick), (1, tick)], _FAINT, "", width=0.5))
        frame.append(_text(_x(tick), _TOP + _SIZE + 18, f"{tick:g}", "middle"))
        frame.append(_text(_LEFT - 8, _y(tick) + 4, f"{tick * top:.3g}", "end"))
    frame.append(_text(_LEFT + _SIZE / 2, _TOP + _SIZE + 42, across, "middle"))
    middle = _TOP + _SIZE / 2
    frame.append(
        f'<text x="18" y="{middle}" text-anchor="middle" fill="{_INK}" '
        f'transform="rotate(-90 18 {middle})">{escape(up)}</text>'
    )
    return "\n".join([*frame, *parts, "</svg>", ""])


def _line(points: Sequence[tuple[float, float]], colour: str, dash: str, width: float = 2) -> str:
    places = " ".join(f"{_x(x):.1f},{_y(y):.1f}" for x, y in points)
    return (
        f'<polyline points="{places}" fill="none" stroke="{colour}" stroke-width="{width}" '
        f'stroke-dasharray="{dash}"/>'
    )


def _text(x: float, y: float, words: str, anchor: str, size: int = 12) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size}" fill="{_INK}">'
        f"{escape(words)}</text>"
    )


def _x(share: float) -> float:
    return _LEFT + _SIZE * share


def _y(share: float) -> float:
    return _TOP + _SIZE * (1 - share)
