"""Arguments and options that several commands take."""

from __future__ import annotations

import math
from pathlib import Path

import click


class Words(click.ParamType[str]):
    """Text from the command line: not empty, and fit to be written as UTF-8.

    Bytes that are no UTF-8, which a shell hands over as halves of characters, are replaced.
    """

    name = "text"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the text; fail when it is blank."""
        text = value.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        if not text.strip():
            self.fail("this is empty", param, ctx)
        return text


class Share(click.FloatRange):
    """A number from 0 to 1, NaN not among them."""

    def __init__(self) -> None:
        super().__init__(0, 1)

    def convert(self, value: float, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Return the number; fail when it is none, or lies outside."""
        number = float(super().convert(value, param, ctx))
        if math.isnan(number):
            self.fail(f"{value!r} is not in the range 0<=x<=1.", param, ctx)
        return number


articles_option = click.option(
    "--articles",
    metavar="WHERE",
    type=Words(),
    help="A folder of articles, or one file.  [default: your library setting, else the articles that ship]",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")
support_option = click.option(
    "--support",
    metavar="MIN",
    type=Share(),
    help="The least support an answer needs, 0 to 1; 0 answers with what comes nearest.",
)
reader_option = click.option(
    "--reader",
    metavar="PATH",
    type=click.Path(path_type=Path),
    help="The folder of another reader: model.onnx and tokenizer.json.",
)
