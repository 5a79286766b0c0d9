"""``osmosis cite``: what stands at a reference, and where a quote stands."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from index.errors import UsageError
from tui.errors import ExitCode, narrate
from tui.opening import open_library
from tui.options import Words, articles_option, json_option
from tui.render import quoted, source_lines
from tui.visible import visible

if TYPE_CHECKING:
    from qa.citations import Place

# Lines shown before and after a place.
_AROUND = 2
# Of a line that is longer, so many characters each side of the place: a file may be one line.
_SHOWN = 500


@click.command(
    short_help="Show a reference, or find a quote.",
    epilog="""\b
Examples:
  osmosis cite 000_6c49cddc09ce27e0.txt#1194-1210
  osmosis cite 000_6c49cddc09ce27e0.txt:13
  osmosis cite --quote "the infamous Vanhove siblings"
""",
)
@click.argument("reference", required=False, type=Words())
@click.option("--quote", metavar="TEXT", type=Words(), help="Find where these words stand.")
@articles_option
@json_option
def cite(reference: str | None, quote: str | None, articles: str | None, as_json: bool) -> ExitCode:
    """Show the place at REFERENCE with its surroundings, or find where a quote stands.

    REFERENCE is source#start-end, in characters with the end exclusive, or source:line.
    A quote that stands nowhere as it is, is looked for without regard to case, accents,
    blanks and the form of quotation marks; then the nearest wording is shown, and said to
    be such. Exits with 1 when the quote stands nowhere, be there a like wording or none.
    """
    if (reference is None) == (quote is None):
        raise UsageError("cite takes either a reference or --quote TEXT.")
    from qa import citations

    library = open_library(articles)
    places = citations.find(library, quote) if quote else [citations.look_up(library, reference or "")]
    if as_json:
        asked = {"quote": quote} if quote else {"reference": reference}
        record = {"schema_version": 1, **asked, "places": [_record(place) for place in places]}
        click.echo(json.dumps(record, ensure_ascii=False, indent=2))
    else:
        _print(places)
    from_there = bool(places) and places[0].match is not citations.Match.NEAREST
    return ExitCode.DONE if from_there else ExitCode.SILENT


def _print(places: list[Place]) -> None:
    from qa.citations import MOST_PLACES, Match

    if not places:
        click.echo("These words stand nowhere, nor anything like them.")
    elif places[0].match is Match.NEAREST:
        narrate(f"These words stand nowhere. The nearest wording, {places[0].likeness:.0%} alike:")
    elif places[0].match is Match.FOLDED:
        narrate("These words stand there with other case, accents, blanks or marks:")
    for number, place in enumerate(places, 1):
        if number > 1:
            click.echo()
        for line in source_lines(number, place.article, place.start, place.end):
            click.echo(line)
        click.echo(quoted(place.quote, [(0, len(place.quote))]))
        click.echo()
        for line in _surroundings(place):
            click.echo(line)
    if len(places) == MOST_PLACES:
        narrate(f"No more than {MOST_PLACES} places are shown.")


def _surroundings(place: Place) -> Iterator[str]:
    """Yield the lines around a place, numbered; ``>`` marks those of the place itself."""
    text = place.article.text
    first = max(1, place.line - _AROUND)
    last = place.article.line_at(place.end - 1) + _AROUND
    lines = text.split("\n")
    width = len(str(min(last, len(lines))))
    begin = sum(len(line) + 1 for line in lines[: first - 1])
    for number, line in enumerate(lines[first - 1 : last], first):
        low, high = max(0, place.start - begin), min(len(line), place.end - begin)
        held = low < high
        yield f"{'>' if held else ' '} {number:>{width}}  {_clipped(line, low, high if held else low)}"
        begin += len(line) + 1


def _clipped(line: str, low: int, high: int) -> str:
    """Return the line with ``[low:high]`` set off, without what lies far from there."""
    line = line.removesuffix("\r")
    low = min(low, len(line))
    left, right = max(0, low - _SHOWN), min(len(line), max(low, high) + _SHOWN)
    marked = quoted(line[left:right], [(low - left, high - left)], indent="") if low < high else None
    shown = visible(line[left:right]) if marked is None else marked
    return f"{'…' if left else ''}{shown}{'…' if right < len(line) else ''}"


def _record(place: Place) -> dict[str, object]:
    start, end = place.sentence
    return {
        "reference": place.reference,
        "source": place.article.source,
        "title": place.article.title,
        "author": place.article.author,
        "published": place.article.published,
        "line": place.line,
        "start": place.start,
        "end": place.end,
        "quote": place.quote,
        "sentence": place.article.text[start:end],
        "sentence_start": start,
        "sentence_end": end,
        "match": place.match,
        "likeness": place.likeness,
    }
