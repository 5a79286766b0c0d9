"""The one registry of what the app can do: it feeds keys, footer, palette, slash commands and help."""

from __future__ import annotations

from collections.abc import Iterator

from textual.binding import Binding

from index.errors import UsageError
from tui import evaluating, getting_out
from tui.action import Action, key_name

_DIGITS = "123456789"

ACTIONS: tuple[Action, ...] = (
    Action("Asking", "ask", "Ask the question", keys=("enter",)),
    Action("Asking", "new_line", "Begin a new line in the question", keys=("ctrl+j", "shift+enter")),
    Action("Asking", "recall", "Earlier and later questions", keys=("up", "down")),
    Action("Asking", "scroll", "Scroll the conversation", keys=("pageup", "pagedown")),
    Action("Asking", "complete", "Take the completion", keys=("tab",)),
    Action(
        "Asking",
        "back",
        "Go back, or stop the answering",
        lambda screen, _: screen.back(),
        keys=("escape",),
        footer="Back",
        when=lambda screen: screen.can_go_back,
    ),
    Action(
        "Asking",
        "history",
        "Questions asked before",
        lambda screen, _: screen.pick_question(),
        keys=("ctrl+r",),
        slash="history",
        footer="History",
    ),
    Action(
        "Asking",
        "resume",
        "Go on with a kept conversation",
        lambda screen, _: screen.pick_conversation(),
        slash="resume",
    ),
    Action("Asking", "new", "Begin a new conversation", lambda screen, _: screen.begin_anew(), slash="new"),
    Action(
        "Sources",
        "open",
        "Open the source of that number",
        lambda screen, number: screen.take(number),
        slash="open",
        argument="NUMBER",
        needs_argument=True,
        footer="Source",
        when=lambda screen: screen.has_numbers,
        numbered=True,
    ),
    Action(
        "Sources",
        "next",
        "Next source of the answer",
        lambda screen, _: screen.source.step(1),
        keys=("n", "alt+n"),
        footer="Next",
        when=lambda screen: screen.source_in_view,
    ),
    Action(
        "Sources",
        "previous",
        "Previous source of the answer",
        lambda screen, _: screen.source.step(-1),
        keys=("p", "alt+p"),
        when=lambda screen: screen.source_in_view,
    ),
    Action(
        "Sources",
        "find",
        "Find words in the article",
        lambda screen, words: screen.find(words),
        keys=("slash", "alt+slash"),
        slash="find",
        argument="WORDS",
        footer="Find",
        when=lambda screen: screen.source_in_view,
    ),
    Action(
        "Sources",
        "articles",
        "All articles",
        lambda screen, _: screen.pick_article(),
        keys=("ctrl+o",),
        slash="articles",
        footer="Articles",
    ),
    Action(
        "Sources",
        "next_article",
        "Next article",
        lambda screen, _: screen.step_article(1),
        keys=("right_square_bracket", "alt+right"),
    ),
    Action(
        "Sources",
        "previous_article",
        "Previous article",
        lambda screen, _: screen.step_article(-1),
        keys=("left_square_bracket", "alt+left"),
    ),
    Action(
        "Sources",
        "search",
        "Rank the passages for some words",
        lambda screen, words: screen.search(words),
        slash="search",
        argument="WORDS",
        needs_argument=True,
    ),
    Action(
        "Sources",
        "cite",
        "Open a reference, or find where words stand",
        lambda screen, what: screen.cite(what),
        slash="cite",
        argument="REFERENCE",
        needs_argument=True,
    ),
    Action(
        "Conversation",
        "earlier",
        "Earlier answer",
        lambda screen, _: screen.conversation.select(-1),
        keys=("k", "alt+up"),
    ),
    Action(
        "Conversation",
        "later",
        "Later answer",
        lambda screen, _: screen.conversation.select(1),
        keys=("j", "alt+down"),
    ),
    Action(
        "Getting out",
        "copy",
        "Copy the answer with its sources",
        getting_out.copy_answer,
        keys=("c", "alt+c"),
        slash="copy",
        argument="STYLE",
        footer="Copy",
        when=lambda screen: screen.has_answer,
    ),
    Action(
        "Getting out",
        "reference",
        "Copy the reference of the place",
        lambda screen, _: getting_out.copy_reference(screen),
        keys=("r", "alt+r"),
        slash="reference",
    ),
    Action(
        "Getting out",
        "export",
        "Save as .md, .json or .html",
        getting_out.export,
        keys=("ctrl+s",),
        slash="export",
        argument="FILE",
    ),
    Action(
        "Getting out",
        "pager",
        "Open the source in $PAGER",
        lambda screen, _: getting_out.open_in_pager(screen),
        keys=("o", "alt+o"),
        slash="pager",
    ),
    Action(
        "Getting out",
        "editor",
        "Open the source in $EDITOR",
        lambda screen, _: getting_out.open_in_editor(screen),
        keys=("e", "alt+e"),
        slash="editor",
    ),
    Action(
        "Getting out",
        "browser",
        "Open the source's address",
        lambda screen, _: getting_out.open_in_browser(screen),
        keys=("b", "alt+b"),
        slash="browser",
    ),
    Action(
        "App",
        "switch",
        "Other pane",
        lambda screen, _: screen.switch_pane(),
        keys=("tab", "f6"),
        footer="Pane",
    ),
    Action(
        "App",
        "help",
        "Keys and commands",
        lambda screen, _: screen.help(),
        keys=("f1", "question_mark"),
        slash="help",
        footer="Help",
    ),
    Action(
        "App",
        "theme",
        "Choose a theme",
        lambda screen, name: screen.choose_theme(name),
        slash="theme",
        argument="NAME",
    ),
    Action("App", "eval", "Ask a set of questions", evaluating.evaluate, slash="eval", argument="FILE"),
    Action(
        "App",
        "palette",
        "All commands",
        lambda screen, _: screen.app.action_command_palette(),
        keys=("ctrl+p",),
        footer="Commands",
    ),
    Action(
        "App",
        "quit",
        "Quit",
        lambda screen, _: screen.app.exit(),
        keys=("ctrl+q",),
        slash="quit",
        footer="Quit",
    ),
)

_BY_NAME = {action.name: action for action in ACTIONS}
_BY_SLASH = {action.slash: action for action in ACTIONS if action.slash}


def action_named(name: str) -> Action:
    """Return the action; KeyError if there is none of that name."""
    return _BY_NAME[name]


def bindings() -> Iterator[Binding]:
    """Yield the keys of all actions, for the main screen."""
    for action in ACTIONS:
        if action.run is None:
            continue
        if action.numbered:
            for digit in _DIGITS:
                yield Binding(
                    f"{digit},alt+{digit}",
                    f"do('{action.name}', '{digit}')",
                    action.footer or action.title,
                    show=digit == "1" and bool(action.footer),
                    key_display="1–9",
                )
            continue
        for key in action.keys:
            yield Binding(
                key,
                f"do('{action.name}', '')",
                action.footer or action.title,
                show=bool(action.footer),
                key_display=key_name(key).replace("Ctrl+", "^"),
            )


def completions(text: str) -> list[Action]:
    """Return the slash commands that the text could become; none unless it begins with a slash."""
    if not text.startswith("/") or " " in text:
        return []
    return [action for name, action in sorted(_BY_SLASH.items()) if name.startswith(text[1:])]


def slash_rest(text: str) -> str:
    """Return what completes a slash command that is being typed; empty where nothing does."""
    fitting = completions(text)
    if not fitting:
        return ""
    return fitting[0].slash[len(text) - 1 :] + (" " if fitting[0].argument else "")


def parse_slash(text: str) -> tuple[Action, str]:
    """Return the action that a slash command names, and its argument.

    Raises UsageError with the nearest command when there is none of that name.
    """
    name, _, argument = text.removeprefix("/").partition(" ")
    action = _BY_SLASH.get(name.lower())
    if action is None:
        from rapidfuzz import process

        near = process.extractOne(name, _BY_SLASH.keys())
        hint = f" Did you mean /{near[0]}?" if near else ""
        raise UsageError(f"There is no command /{name}.{hint}")
    return action, argument.strip()
