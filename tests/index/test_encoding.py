"""Bytes to characters."""

import pytest

from index.encoding import NotTextError, decode

FRENCH = "Élodie n’était pas encore arrivée au café. Le garçon s’ennuyait ; la soirée fut brève."
GERMAN = "Die Straße war naß und öde; der Bürgermeister grüßte über den Zaun hinweg."
RUSSIAN = "Привет, мир. Это короткий русский текст о погоде и людях."
CZECH = "Příliš žluťoučký kůň úpěl ďábelské ódy a skákal přes ploty."
JAPANESE = "これは日本語の短い文章です。映画についての記事を読みました。"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "utf-8"),
        (FRENCH, "utf-8-sig"),
        (FRENCH, "utf-16"),
        (FRENCH, "utf-16-le"),
        (FRENCH, "utf-32"),
        (FRENCH, "cp1252"),
        (GERMAN, "latin-1"),
        ("The film by Audrey Fouché cost €8 million, “they” said.", "cp1252"),
        ("Fouché", "latin-1"),
        (RUSSIAN, "cp1251"),
        (CZECH, "cp1250"),
        (JAPANESE, "shift_jis"),
        ("Plain English.", "utf-16-be"),
    ],
)
def test_tells_encodings(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_believes_what_the_file_says_of_itself() -> None:
    assert decode(RUSSIAN.encode("koi8-r"), "koi8-r") == RUSSIAN
    assert decode("“naïve”".encode("cp1252"), "iso-8859-1") == "“naïve”"
    assert decode(FRENCH.encode("cp1252"), "no-such-encoding") == FRENCH
    assert decode(FRENCH.encode("cp1252"), "undefined") == FRENCH


def test_reads_utf8_with_a_broken_byte_as_utf8() -> None:
    data = FRENCH.encode("utf-8") + b" \xff " + RUSSIAN.encode("utf-8")
    assert decode(data) == f"{FRENCH} \ufffd {RUSSIAN}"


def test_keeps_a_stray_control_character() -> None:
    assert decode(b"one\0two \x1b[31mred") == "one\0two \x1b[31mred"


@pytest.mark.parametrize(
    "data", [b"", b"\0\0\0\0", b"\xff\xfe", bytes(range(256)) * 9, b"\x7fELF" + b"\0\1" * 40]
)
def test_refuses_what_is_no_text(data: bytes) -> None:
    with pytest.raises(NotTextError, match=r"^it"):
        decode(data)
