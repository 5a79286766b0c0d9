"""The one table of what the app can do: it feeds keys, footer, palette, slash commands and help."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from tui import evaluating, getting_out
from tui.action import Action, When, always

if TYPE_CHECKING:
    from tui.screens.main import MainScreen


Do = Callable[["MainScreen"], object]


def _plain(name: str, title: str, do: Do, keys: str = "", *, slash: str = "", when: When = always) -> Action:
    """Return an action that takes no argument; its keys stand apart by blanks."""
    return Action(name, title, lambda screen, _: do(screen), tuple(keys.split()), slash=slash, when=when)


def _typed(name: str, title: str, do: Do, keys: str, when: When = always) -> Action:
    """Return an action for the prompt."""
    return replace(_plain(name, title, do, keys, when=when), typing=True)


def _group(name: str, *actions: Action) -> Iterator[Action]:
    return (replace(action, group=name) for action in actions)


ACTIONS: tuple[Action, ...] = (
    *_group(
        "Asking",
        _typed("ask", "Ask the question", lambda screen: screen.prompt.submit(), "enter"),
        _typed(
            "new_line",
            "Begin a new line in the question",
            lambda screen: screen.prompt.insert("\n"),
            "ctrl+j shift+enter alt+enter",
            when=lambda screen: bool(screen.prompt.text),
        ),
        _typed(
            "complete",
            "Take the completion",
            lambda screen: screen.prompt.take_suggestion(),
            "tab",
            when=lambda screen: bool(screen.prompt.suggestion),
        ),
        _typed(
            "earlier_question",
            "Earlier question",
            lambda screen: screen.prompt.walk(-1),
            "up",
            when=lambda screen: screen.prompt.can_walk(-1),
        ),
        _typed(
            "later_question",
            "Later question",
            lambda screen: screen.prompt.walk(1),
            "down",
            when=lambda screen: screen.prompt.can_walk(1),
        ),
        _typed("page_up", "Scroll up", lambda screen: screen.conversation.action_page_up(), "pageup"),
        _typed("page_down", "Scroll down", lambda screen: screen.conversation.action_page_down(), "pagedown"),
        _plain(
            "back",
            "Go back, stop, or put aside what is typed",
            lambda screen: screen.back(),
            "escape",
            when=lambda screen: screen.can_go_back,
        ),
        _plain(
            "history",
            "Questions asked before",
            lambda screen: screen.pick_question(),
            "ctrl+r",
            slash="history",
        ),
        _plain(
            "resume",
            "Go on with a kept conversation",
            lambda screen: screen.pick_conversation(),
            slash="resume",
        ),
        _plain("new", "Begin a new conversation", lambda screen: screen.begin_anew(), slash="new"),
    ),
    *_group(
        "Sources",
        Action(
            "open",
            "Open the source of that number",
            lambda screen, number: screen.take(number),
            slash="open",
            argument="NUMBER",
            hint="the number of a source or a question on the card",
            needs_argument=True,
            when=lambda screen: screen.has_numbers,
            numbered=True,
        ),
        _plain(
            "next",
            "Next source of the answer",
            lambda screen: screen.source.step(1),
            "n alt+n",
            slash="next",
            when=lambda screen: screen.source_in_view and screen.source.has_next,
        ),
        _plain(
            "previous",
            "Previous source of the answer",
            lambda screen: screen.source.step(-1),
            "p alt+p",
            slash="previous",
            when=lambda screen: screen.source_in_view and screen.source.has_next,
        ),
        Action(
            "find",
            "Find words in the article",
            lambda screen, words: screen.find(words),
            keys=("slash", "alt+slash"),
            slash="find",
            argument="WORDS",
            hint="words of the article that is open",
            when=lambda screen: screen.source_in_view,
        ),
        _plain("articles", "All articles", lambda screen: screen.pick_article(), "ctrl+o", slash="articles"),
        _plain(
            "next_article",
            "Next article",
            lambda screen: screen.step_article(1),
            "right_square_bracket alt+right",
            slash="next-article",
        ),
        _plain(
            "previous_article",
            "Previous article",
            lambda screen: screen.step_article(-1),
            "left_square_bracket alt+left",
            slash="previous-article",
        ),
        _plain("reload", "Read the articles again", lambda screen: screen.open_articles(), slash="reload"),
        Action(
            "search",
            "Rank the passages for some words",
            lambda screen, words: screen.search(words),
            slash="search",
            argument="WORDS",
            hint="words to rank the passages for",
            needs_argument=True,
        ),
        Action(
            "cite",
            "Open a reference, or find words",
            lambda screen, what: screen.cite(what),
            slash="cite",
            argument="REFERENCE",
            hint="source#start-end, source:line, or any words",
            needs_argument=True,
        ),
    ),
    *_group(
        "Conversation",
        _plain(
            "earlier_answer",
            "Earlier answer",
            lambda screen: screen.conversation.select(-1),
            "k alt+up",
            slash="earlier",
        ),
        _plain(
            "later_answer",
            "Later answer",
            lambda screen: screen.conversation.select(1),
            "j alt+down",
            slash="later",
        ),
    ),
    *_group(
        "Getting out",
        Action(
            "copy",
            "Copy the answer with its sources",
            getting_out.copy_answer,
            keys=("c", "alt+c"),
            slash="copy",
            argument="STYLE",
            hint="plain, markdown or bibtex",
            when=lambda screen: screen.has_answer,
        ),
        _plain(
            "reference",
            "Copy the reference of the place",
            getting_out.copy_reference,
            "r alt+r",
            slash="reference",
        ),
        _plain(
            "select",
            "Select words with the keys",
            lambda screen: screen.select_words(),
            "v alt+v",
            slash="select",
        ),
        _plain(
            "copy_selected",
            "Copy what is selected",
            lambda screen: screen.copy_selected(),
            "ctrl+c enter",
            when=lambda screen: screen.has_selection,
        ),
        Action(
            "export",
            "Save as .md, .json or .html",
            getting_out.export,
            keys=("ctrl+s",),
            slash="export",
            argument="FILE",
            hint="a name that ends in .md, .json or .html",
        ),
        _plain("pager", "Open the source in $PAGER", getting_out.open_in_pager, "o alt+o", slash="pager"),
        _plain("editor", "Open the source in $EDITOR", getting_out.open_in_editor, "e alt+e", slash="editor"),
        _plain(
            "browser", "Open the source's address", getting_out.open_in_browser, "b alt+b", slash="browser"
        ),
    ),
    *_group(
        "App",
        _plain("switch", "Other pane", lambda screen: screen.switch_pane(), "tab f6"),
        _plain("help", "Keys and commands", lambda screen: screen.help(), "f1 question_mark", slash="help"),
        Action(
            "theme",
            "Choose a theme",
            lambda screen, name: screen.choose_theme(name),
            slash="theme",
            argument="NAME",
            hint="a theme; without a name, all of them",
        ),
        Action(
            "eval",
            "Ask a set of questions",
            evaluating.evaluate,
            slash="eval",
            argument="FILE",
            hint="questions, in JSON Lines",
        ),
        _plain("palette", "All commands", lambda screen: screen.open_palette(), "ctrl+p"),
        _plain("quit", "Quit", lambda screen: screen.app.exit(), "ctrl+q", slash="quit"),
    ),
)

# In the footer, from the left: what is cut off where the terminal is narrow comes last.
FOOTER = {
    "back": "Back",
    "copy_selected": "Copy selection",
    "help": "Help",
    "palette": "Commands",
    "open": "Source",
    "switch": "Pane",
    "next": "Next",
    "find": "Find",
    "copy": "Copy",
    "articles": "Articles",
    "history": "History",
    "quit": "Quit",
}
