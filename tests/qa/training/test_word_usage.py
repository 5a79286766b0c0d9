"""How texts use words: names are told by their capitals, opposites by being joined."""

from qa.training.word_usage import Usage


def test_what_is_mostly_written_with_a_capital_is_no_common_word() -> None:
    usage = Usage(["The boat left for Oslo.", "In Oslo the boat was sold to a Mr Boat."])
    assert usage.is_common("boat")
    assert not usage.is_common("oslo")
    assert not usage.is_common("harbour")


def test_the_first_word_of_a_sentence_tells_nothing() -> None:
    assert not Usage(["Boats. Boats! Boats?"]).is_common("boat")


def test_words_often_joined_are_kept_apart() -> None:
    texts = ["They went north and south.", "It is north or south of here.", "Boats and towns are there."]
    assert list(Usage(texts).apart()) == [("north", "south")]
