"""Text in columns: nothing is wider than a terminal, nothing is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from shebao.columns import WIDTH, columns, wrapped

TEXTS = st.text(st.sampled_from("abc 断缴，(["), max_size=300)


@given(TEXTS, st.integers(0, 12), st.integers(0, 12))
def test_no_line_is_wider_than_a_terminal(text: str, indent: int, further: int) -> None:
    """However long its words are, a text fits."""
    lines = list(wrapped(text, " " * indent, " " * further))
    assert [line for line in lines if columns(line.rstrip()) > WIDTH] == []


@given(TEXTS)
def test_no_sign_is_lost(text: str) -> None:
    """Breaking a text into lines drops spaces at most."""
    assert "".join("".join(wrapped(text, "  ", "    ")).split()) == "".join(text.split())


def test_a_word_longer_than_a_line_is_broken() -> None:
    """A word of two hundred signs takes three lines."""
    assert [80, 80, 40] == [columns(line) for line in wrapped("A" * 200, "", "")]
