"""``osmosis search``: ranked passages."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from tui.errors import ExitCode, narrate
from tui.opening import open_index
from tui.options import Words, articles_option, json_option
from tui.render import quoted, source_lines

if TYPE_CHECKING:
    from index.library import Found, Library

_PASSAGES = 10


@click.command(
    short_help="Rank passages by words.",
    epilog="""\b
Examples:
  osmosis search "Audrey Fouché"
  osmosis search -k 3 budget season --json
""",
)
@click.argument("query", nargs=-1, required=True, type=Words())
@click.option(
    "-k",
    "count",
    metavar="N",
    type=click.IntRange(min=1),
    default=_PASSAGES,
    show_default=True,
    help="How many.",
)
@articles_option
@json_option
def search(query: tuple[str, ...], count: int, articles: str | None, as_json: bool) -> ExitCode:
    """Print the passages that fit the words of QUERY best, headings and captions included.

    Words of like meaning count too, but less. Exits with 1 when no passage holds any of them.
    """
    words = " ".join(query)
    library = open_index(articles)
    found = library.search(words, count)
    if as_json:
        click.echo(json.dumps(_record(words, found, library), ensure_ascii=False, indent=2))
    else:
        _print(found, library)
    return ExitCode.DONE if found.hits else ExitCode.SILENT


def _print(found: Found, library: Library) -> None:
    for typed, searched in found.corrections.items():
        narrate(f"Searched for “{searched}” instead of “{typed}”.")
    for word in found.missing:
        narrate(f"No passage mentions “{word}”.")
    if not found.hits:
        click.echo("No passage mentions any of these words.")
    for number, hit in enumerate(found.hits, 1):
        if number > 1:
            click.echo()
        passage = hit.passage
        for line in source_lines(number, library.article(passage.source), passage.start, passage.end):
            click.echo(line)
        click.echo(quoted(passage.text))


def _record(query: str, found: Found, library: Library) -> dict[str, object]:
    return {
        "schema_version": 1,
        "query": query,
        "terms": found.terms,
        "corrections": dict(found.corrections),
        "missing": found.missing,
        "passages": [
            {
                "reference": hit.passage.id,
                "source": hit.passage.source,
                "title": library.article(hit.passage.source).title,
                "line": library.article(hit.passage.source).line_at(hit.passage.start),
                "start": hit.passage.start,
                "end": hit.passage.end,
                "kind": hit.passage.kind,
                "score": hit.score,
                "text": hit.passage.text,
            }
            for hit in found.hits
        ],
    }
