"""The plots of an evaluation, as SVG to stand in a page whose style sheet says the colours.

Nothing is said by colour alone: lines differ by their dashes, bars carry their counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from qa.calibration import BINS, Bin, Flags, Floats, risk_coverage
from tui.histogram import Bar, bar_label

_LEFT, _TOP, _RIGHT, _BOTTOM = 46, 34, 20, 44
_ACROSS, _UP = 300, 200
_WIDTH, _HEIGHT = _LEFT + _ACROSS + _RIGHT, _TOP + _UP + _BOTTOM
_SHARES = tuple((share / 4, f"{share * 25} %") for share in range(5))
# Points of a curve that are drawn: more would not show.
_POINTS = 200
# A risk axis that ends below this would make a handful of wrong answers look like a mountain.
_LEAST_RISK = 0.2

Ticks = Sequence[tuple[float, str]]
Curve = Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class _Axis:
    """What an axis says below or beside it, and its ticks, each at 0..1 of its length."""

    label: str
    ticks: Ticks


def risk_coverage_plot(support: Floats, right: Flags, asked: int) -> str:
    """Return how many answers are wrong as more of the ``asked`` questions are answered, best first.

    Dashed beside it: the curve of a support that tells right from wrong without a mistake.
    """
    share = len(support) / asked
    coverage, risk = risk_coverage(support, right)
    _, best = risk_coverage(right.astype(float), right)
    top = max(_LEAST_RISK, _up_to_a_fifth(float(risk.max())))
    ticks = [(number / 4, f"{25 * number * top:.3g} %") for number in range(5)]

    def drawn(risks: Floats) -> Curve:
        step = max(1, len(risks) // _POINTS)
        places = sorted({*range(0, len(risks), step), len(risks) - 1})
        return [(float(coverage[at]) * share, float(risks[at]) / top) for at in places]

    parts = [_line(drawn(best), "best"), _line(drawn(risk), "curve"), _dot(*drawn(risk)[-1])]
    summary = f"{len(support)} of {asked} questions answered, {risk[-1]:.1%} of the answers wrong"
    axes = _Axis("questions answered, best supported first", _SHARES), _Axis("wrong answers", ticks)
    return _chart(summary, *axes, parts)


def reliability_plot(bins: Sequence[Bin]) -> str:
    """Return, for answers of like support, the share that is right; the number of answers above."""
    parts = [_line([(0, 0), (1, 1)], "best")]
    for one in bins:
        title = f"support {one.support:.2f}, right {one.right:.2f}, {one.answers} answers"
        parts.append(_bar(one.place / BINS, (one.place + 1) / BINS, one.right, title))
        parts.append(_text((one.place + 0.5) / BINS, 1, str(one.answers), "count", down=-6))
        parts.append(_dot(one.support, one.right))
    summary = "; ".join(f"support {one.support:.2f}: {one.right:.0%} of {one.answers} right" for one in bins)
    return _chart(
        summary,
        _Axis("support", _SHARES),
        _Axis("right answers; above the bars, how many answers there are", _SHARES),
        parts,
    )


def latency_plot(bars: Sequence[Bar], median: float) -> str:
    """Return how many questions took how long, and the median as a dashed line."""
    width, most = 1 / len(bars), max(bar.count for bar in bars)
    parts = []
    for place, bar in enumerate(bars):
        height = bar.count / most
        title = f"{bar_label(bar)} s: {bar.count}"
        parts.append(_bar(place * width, (place + 1) * width, height, title))
        if bar.count:
            parts.append(_text((place + 0.5) * width, height, str(bar.count), "count", down=-5))
    step = bars[0].high - bars[0].low
    at = min((median - bars[0].low) / step * width, 1.0)
    parts += [_line([(at, 0), (at, 1)], "best"), _text(at, 1, f"median {median:.2f} s", "count", down=-19)]
    # Each bar's lower bound, as many as there is room for.
    every = -(-len(bars) // 6)
    ticks = [(place * width, f"{bar.low:.3g}") for place, bar in enumerate(bars) if place % every == 0]
    summary = "; ".join(f"{bar_label(bar)} s: {bar.count}" for bar in bars)
    halves = [(0.0, "0"), (1.0, str(most))]
    return _chart(summary, _Axis("seconds a question", ticks), _Axis("questions", halves), parts)


def _chart(summary: str, across: _Axis, up: _Axis, parts: Sequence[str]) -> str:
    lines = [
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" width="{_WIDTH}" height="{_HEIGHT}" role="img">',
        f"<title>{escape(summary)}</title>",
        *_frame(across, up),
        *parts,
        "</svg>",
    ]
    return "\n".join(lines)


def _frame(across: _Axis, up: _Axis) -> Iterator[str]:
    for at, label in up.ticks:
        yield _line([(0, at), (1, at)], "grid")
        yield _text(0, at, label, "end", across=-6, down=4)
    for at, label in across.ticks:
        yield _line([(at, 0), (at, -0.02)], "grid")
        yield _text(at, 0, label, "", down=18)
    yield _line([(0, 0), (1, 0)], "axis")
    yield _text(0.5, 0, across.label, "", down=36)
    yield _text(0, 1, up.label, "start", across=-_LEFT + 4, down=-22)


def _bar(low: float, high: float, height: float, title: str) -> str:
    place = f'x="{_x(low) + 1:.1f}" y="{_y(height):.1f}"'
    size = f'width="{_ACROSS * (high - low) - 2:.1f}" height="{_UP * height:.1f}"'
    return f'<rect class="bar" {place} {size}><title>{escape(title)}</title></rect>'


def _line(points: Curve, role: str) -> str:
    places = " ".join(f"{_x(x):.1f},{_y(y):.1f}" for x, y in points)
    return f'<polyline class="{role}" points="{places}"/>'


def _dot(x: float, y: float) -> str:
    return f'<circle class="dot" cx="{_x(x):.1f}" cy="{_y(y):.1f}" r="3.5"/>'


def _text(x: float, y: float, words: str, role: str, *, across: float = 0, down: float = 0) -> str:
    place = f'x="{_x(x) + across:.1f}" y="{_y(y) + down:.1f}"'
    return f'<text class="{role}" {place}>{escape(words)}</text>'


def _x(share: float) -> float:
    return _LEFT + _ACROSS * share


def _y(share: float) -> float:
    return _TOP + _UP * (1 - share)


def _up_to_a_fifth(share: float) -> float:
    """Return the next of 0.2, 0.4 … 1."""
    return -(-round(share * 100) // 20) / 5
