"""Where a value of law stands, and how well that was read."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

import attrs

from ..errors import Fault, RuleError
from ..terms import Term

__all__ = ["Citation", "Evidence", "Instrument"]

_DIGITS: Final = {sign: value for value, sign in enumerate("零一二三四五六七八九")}
_UNITS: Final = {"十": 10, "百": 100}
_NUMERAL: Final = "([零一二三四五六七八九十百]+)"
_ARTICLE: Final = re.compile(
    f"第{_NUMERAL}条(?:第{_NUMERAL}款)?(?:第?[(（]?{_NUMERAL}[)）]?项|[(（]{_NUMERAL}[)）])?"
)


class Evidence(Term):
    """How a value was read 证据等级, the best first.

    ``OFFICIAL``: the official text or a word-for-word reproduction; ``SECONDARY``: a reputable
    compilation, a page restating the rule, a transcribed decision; ``UNVERIFIED``: neither.
    """

    OFFICIAL = "official", "官方原文"
    SECONDARY = "secondary", "二手来源"
    UNVERIFIED = "unverified", "未经核实"


@attrs.frozen
class Instrument:
    """A law, regulation or notice (法律、法规、规范性文件), or the report it was read in.

    Attributes:
        key: its name inside the law data.
        title_zh: the Chinese title, without 《》.
        title_en: an English rendering.
        issuer: who issued it, in Chinese.
        number: the document number 文号, where there is one and it was read.
        adopted: the day of adoption or signature, where read.
        in_force: the day of entry into force, where read.
    """

    key: str
    title_zh: str
    title_en: str
    issuer: str
    number: str | None = None
    adopted: date | None = None
    in_force: date | None = None


@attrs.frozen
class Citation:
    """A place in an instrument.

    Attributes:
        instrument: the instrument.
        article: the article as Chinese texts name it, such as 第二条.
        quote: its words.
        source: where it was read.

    Example:
        >>> made = Instrument("x", "某办法", "Some Measures", "国务院", "国发〔1997〕26号")
        >>> Citation(made, "第十六条第二款").text("zh")
        '《某办法》(国发〔1997〕26号)第十六条第二款'
        >>> Citation(made, "第十六条第二款").text("en")
        'Some Measures (国发〔1997〕26号), art. 16, para. 2 (第十六条第二款)'
    """

    instrument: Instrument
    article: str | None = None
    quote: str | None = attrs.field(default=None, repr=False)
    source: str | None = attrs.field(default=None, repr=False)

    def text(self, lang: str) -> str:
        """The citation in words.

        Args:
            lang: ``zh`` or ``en``.

        Raises:
            RuleError: for any other language.
        """
        number = self.instrument.number
        if lang == "zh":
            bracketed = f"({number})" if number else ""
            return f"《{self.instrument.title_zh}》{bracketed}{self.article or ''}"
        if lang == "en":
            bracketed = f" ({number})" if number else ""
            article = f", {_in_english(self.article)}" if self.article else ""
            return f"{self.instrument.title_en}{bracketed}{article}"
        raise RuleError(Fault("lang", lang, "is not a language of this library", "zh or en"))


def _in_english(article: str) -> str:
    """``art. 2 (第二条)`` where the text is such a number, else the text."""
    found = _ARTICLE.fullmatch(article)
    if found is None:
        return article
    parts = zip(("art.", "para.", "item", "item"), found.groups(), strict=True)
    words = [f"{word} {_number(numeral)}" for word, numeral in parts if numeral]
    return f"{', '.join(words)} ({article})"


def _number(numeral: str) -> int:
    """A Chinese numeral up to 999."""
    total = digit = 0
    for sign in numeral:
        if sign in _UNITS:
            total += (digit or 1) * _UNITS[sign]
            digit = 0
        else:
            digit = _DIGITS[sign]
    return total + digit
