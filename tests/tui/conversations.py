"""An article, answers from it, and conversations, for the tests of what is kept."""

from index.articles import Article
from qa.answer import Answer, Citation, Side
from tui.kept import Conversation, KeptTurn

PAPER = Article(
    source="papers/gazette.txt",
    title="The Gazette & its *founders*",
    text=(
        "The Gazette\n\n"
        "The Gazette was founded in 1821 by José Núñez. It costs $5 <now>.\n"
        "Some say 1822 instead.\n"
    ),
    published="2019-03-29",
    url="https://example.org/gazette",
    author="Rosa *Lind*",
)
NOTE = Article(source="note.txt", title="A note", text="The Gazette is dull, and its type is small.")


def citation(quote, article=PAPER, support=0.95):
    """Cite the quote's only place, in its line."""
    start = article.text.index(quote)
    end = start + len(quote)
    line_start = article.text.rfind("\n", 0, start) + 1
    line_end = article.text.find("\n", end)
    line_end = len(article.text) if line_end < 0 else line_end
    return Citation.at(article, start, end, (line_start, line_end), support)


def answered(question, quote, *, understood_as=None, otherwise=None, article=PAPER):
    """Answer with the quote, contradicted by another if one is given."""
    sides = (
        [Side(answer=otherwise, support=0.5, citations=(citation(otherwise, article),))] if otherwise else []
    )
    return Answer(
        question=question,
        understood_as=understood_as,
        answered=True,
        answer=quote,
        support=0.95,
        citations=(citation(quote, article),),
        disagreements=tuple(sides),
    )


def judged(question):
    """Answer with an author's judgement, and with that of an article which names no author."""
    return Answer(
        question=question,
        answered=True,
        answer="It costs $5",
        support=0.9,
        citations=(citation("It costs $5", support=0.9),),
        opinions=(Side(answer="dull", support=0.7, citations=(citation("dull", NOTE, 0.7),)),),
    )


def silent(question):
    """Answer that the articles do not say."""
    return Answer(
        question=question, answered=False, nearest=(citation("It costs $5 <now>"),), missing=("editor",)
    )


def conversation(**kwargs):
    """A conversation with an answer that is disputed, a follow-up and a silence."""
    turns = [
        KeptTurn.of(answered("When was the Gazette founded?", "1821", otherwise="1822")),
        KeptTurn.of(answered("By whom?", "José Núñez", understood_as="By whom was the Gazette founded?")),
        KeptTurn.of(silent("Who is its *editor*?")),
    ]
    return Conversation.begun(turns, library="papers", **kwargs)
