"""The records that leave the package: what is answered, and where it stands."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, computed_field, model_validator

from index.articles import Article


class Citation(BaseModel):
    """A quote and its place; cannot be built unless the article says just that there.

    Offsets are characters of the article's text, ends exclusive. ``sentence`` is the whole
    sentence (or passage) around the quote. Raises pydantic's ValidationError otherwise.
    """

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    article: Article = Field(exclude=True, repr=False)
    start: int = Field(ge=0)
    end: int
    quote: str = Field(min_length=1)
    sentence: str
    sentence_start: int = Field(ge=0)
    sentence_end: int
    support: float = Field(ge=0, le=1)

    @classmethod
    def at(cls, article: Article, start: int, end: int, sentence: tuple[int, int], support: float) -> Self:
        """Cite ``article.text[start:end]`` inside the sentence at those offsets."""
        return cls(
            article=article,
            start=start,
            end=end,
            quote=article.text[start:end],
            sentence=article.text[slice(*sentence)],
            sentence_start=sentence[0],
            sentence_end=sentence[1],
            support=support,
        )

    @model_validator(mode="after")
    def _verbatim(self) -> Self:
        if self.article.text[self.start : self.end] != self.quote:
            raise ValueError(f"{self.reference} does not read {self.quote!r}")
        if self.article.text[self.sentence_start : self.sentence_end] != self.sentence:
            raise ValueError(f"the sentence around {self.reference} does not stand there")
        if not self.sentence_start <= self.start < self.end <= self.sentence_end:
            raise ValueError(f"{self.reference} does not lie in its sentence")
        return self

    @computed_field  # type: ignore[prop-decorator]
    @property
    def reference(self) -> str:
        """``source#start-end``, as ``osmosis cite`` takes it."""
        return f"{self.article.source}#{self.start}-{self.end}"

    @computed_field  # type: ignore[prop-decorator]
    @property
    def source(self) -> str:
        """The article's path below its folder."""
        return self.article.source

    @computed_field  # type: ignore[prop-decorator]
    @property
    def title(self) -> str:
        """The article's title."""
        return self.article.title

    @computed_field  # type: ignore[prop-decorator]
    @property
    def author(self) -> str | None:
        """Who wrote the article, where it says so."""
        return self.article.author

    @computed_field  # type: ignore[prop-decorator]
    @property
    def published(self) -> str | None:
        """The article's date, ISO, where it states one."""
        return self.article.published

    @computed_field  # type: ignore[prop-decorator]
    @property
    def line(self) -> int:
        """The line of the article, from 1, on which the quote begins."""
        return self.article.line_at(self.start)


class Side(BaseModel):
    """Another answer: what these sources say instead, or what this one's author thinks."""

    model_config = ConfigDict(frozen=True)

    answer: str
    support: float = Field(ge=0, le=1)
    citations: tuple[Citation, ...] = Field(min_length=1)


class ArticleName(BaseModel):
    """An article by its path below its folder, and its title."""

    model_config = ConfigDict(frozen=True, from_attributes=True)

    source: str
    title: str


class Seconds(BaseModel):
    """Where the time went, in seconds."""

    model_config = ConfigDict(frozen=True)

    retrieve: float = 0.0
    read: float = 0.0

    def __add__(self, other: Seconds) -> Seconds:
        """Return the time of both together."""
        return Seconds(retrieve=self.retrieve + other.retrieve, read=self.read + other.read)


class Answer(BaseModel):
    """What the articles say to a question, or that they do not say.

    ``understood_as`` is the question as it was answered, where that differs from what was
    asked; ``otherwise_understood_as`` another reading, about as good, that can be asked
    instead. ``looked_in`` are the articles whose words were asked for ("according to the second review"),
    none where it was looked up in all of them. ``corrections`` maps misspelt words of the question to the
    words searched for; ``missing`` holds words of the question that no passage has. ``reply`` is a word to
    the person when what was asked is no question to the articles. ``answer`` is the best
    citation's quote. The members of a list answer are one citation each. ``disagreements`` are
    facts that cannot hold beside the answer; ``opinions`` what the other articles think, one each,
    where a judgement was asked for. Both come best supported first. ``rests_on`` says what the reading took
    for granted: who "Ada's brother" is, where the question was answered of him by name. ``nearest`` is
    filled when nothing is answered: the passages that came closest.
    """

    model_config = ConfigDict(frozen=True)

    schema_version: Literal[1] = 1
    question: str
    understood_as: str | None = None
    otherwise_understood_as: str | None = None
    looked_in: tuple[ArticleName, ...] = ()
    answered: bool
    answer: str | None = None
    support: float = Field(default=0.0, ge=0, le=1)
    citations: tuple[Citation, ...] = ()
    disagreements: tuple[Side, ...] = ()
    opinions: tuple[Side, ...] = ()
    rests_on: tuple[Citation, ...] = ()
    nearest: tuple[Citation, ...] = ()
    corrections: dict[str, str] = {}
    missing: tuple[str, ...] = ()
    reply: str | None = None
    seconds: Seconds = Seconds()

    @property
    def others(self) -> tuple[Side, ...]:
        """What is said beside the answer, in the order in which it is numbered on."""
        return (*self.disagreements, *self.opinions)

    @property
    def places(self) -> tuple[Citation, ...]:
        """All places of the articles that are shown, in the order in which they are numbered from 1."""
        sides = (citation for side in self.others for citation in side.citations)
        return (*self.citations, *sides, *self.rests_on, *self.nearest)

    @model_validator(mode="after")
    def _answered_with_a_source(self) -> Self:
        if self.answered != bool(self.citations) or self.answered != (self.answer is not None):
            raise ValueError("an answer has a source, and a silence has none")
        if self.answered and self.answer != self.citations[0].quote:
            raise ValueError("the answer is the first citation's quote")
        return self
