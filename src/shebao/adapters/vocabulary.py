"""What the words in records mean: kinds, statuses and schemes, in Chinese and in English.

A word stands here only if it has one meaning. Words that records use beside them, and that are no
status of a month, stand in ``_NO_STATUS`` with what they say instead: a top-up adds no month, a
refund takes one away, the end of an enrolment is no contribution. They are refused, never guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, TypeVar

import attrs

from ..errors import Fault, RecordsError
from ..terms import InsuranceKind, PaymentStatus, Scheme, Term

__all__ = ["KindWord", "kind_words", "read_kind", "read_scheme", "read_status", "read_term"]

_T = TypeVar("_T", bound=Term)


@attrs.frozen
class KindWord:
    """A word for an insurance, and the schemes that it leaves open.

    Attributes:
        kind: the insurance.
        schemes: the schemes that have it under this name, the one it stands for first; empty for
            a word that says nothing of the scheme.
    """

    kind: InsuranceKind
    schemes: tuple[Scheme, ...] = ()


_EMPLOYED: Final = (Scheme.EMPLOYEE, Scheme.FLEXIBLE)

_KINDS: Final[Mapping[KindWord, str]] = {
    KindWord(InsuranceKind.PENSION): "养老 养老保险 基本养老保险",
    KindWord(InsuranceKind.PENSION, _EMPLOYED): (
        "职工养老 职工养老保险 职工基本养老保险 企业养老保险 企业职工基本养老保险 "
        "城镇职工养老保险 城镇职工基本养老保险 城镇企业职工基本养老保险"
    ),
    KindWord(InsuranceKind.PENSION, (Scheme.RESIDENT,)): (
        "居民养老 居民养老保险 城乡居民养老保险 城乡居民基本养老保险 城乡居民社会养老保险 "
        "新农保 新型农村社会养老保险 城镇居民社会养老保险"
    ),
    KindWord(InsuranceKind.PENSION, (Scheme.PUBLIC_SECTOR,)): (
        "机关事业养老保险 机关事业单位养老保险 机关事业单位基本养老保险 "
        "机关事业单位工作人员基本养老保险"
    ),
    KindWord(InsuranceKind.MEDICAL): "医疗 医保 医疗保险 基本医疗保险",
    KindWord(InsuranceKind.MEDICAL, (*_EMPLOYED, Scheme.PUBLIC_SECTOR)): (
        "职工医疗 职工医保 职工医疗保险 职工基本医疗保险 城镇职工医疗保险 城镇职工基本医疗保险 "
        "职工基本医疗保险(含生育保险) 职工基本医疗保险（含生育保险） 基本医疗保险(含生育) "
        "基本医疗保险（含生育）"
    ),
    KindWord(InsuranceKind.MEDICAL, (Scheme.RESIDENT,)): (
        "居民医疗 居民医保 居民医疗保险 城乡居民医保 城乡居民医疗保险 城乡居民基本医疗保险 "
        "城镇居民基本医疗保险 新农合 新型农村合作医疗"
    ),
    KindWord(InsuranceKind.UNEMPLOYMENT): "失业 失业保险",
    KindWord(InsuranceKind.WORK_INJURY): "工伤 工伤保险",
    KindWord(InsuranceKind.MATERNITY): "生育 生育保险",
}
_STATUSES: Final[Mapping[PaymentStatus, str]] = {
    PaymentStatus.PAID: "正常 正常缴费 正常应缴记录 已缴 已缴费 实缴 已实缴 已到账 足额到账",
    PaymentStatus.BACK_PAID: "补缴 补收 补收记录 补费记录 一次性补缴 一次性补收 补欠缴 补缴欠费",
    PaymentStatus.ARREARS: "欠费 欠缴",
    PaymentStatus.PENDING: "待缴 待缴费",
    PaymentStatus.DEFERRED: "缓缴",
    PaymentStatus.DEEMED: "视同 视同缴费",
}
_SCHEMES: Final[Mapping[Scheme, str]] = {
    Scheme.EMPLOYEE: "职工 在职职工 企业职工 城镇职工",
    Scheme.FLEXIBLE: "灵活就业 灵活就业人员",
    Scheme.RESIDENT: "居民 城乡居民",
    Scheme.PUBLIC_SECTOR: "机关事业 机关事业单位",
}
_NO_STATUS: Final[Mapping[str, tuple[str, str]]] = {
    "补差 补基数 基数补差": (
        "tops up the base of a month that stands elsewhere, and adds no month",
        "one row of that month with its final base",
    ),
    "调整补收 调整": (
        "changes an amount, and adds no month",
        "one row of that month with its final base",
    ),
    "退费 退款 退收 已退收": (
        "takes a month back",
        "the months as they ended: no row for a refunded one",
    ),
    "核销 已核销": ("writes a debt off", "欠费, or no row where the months were never paid"),
    "转移 转入 外地转入 ○": (
        "says where a month came from, not what became of it",
        "its status there, with its own 参保地",
    ),
    "预缴": ("says when the money came", "正常缴费 with its 到账日期"),
    "失业代缴 失业代缴医保": ("says who paid", "正常缴费"),
    "未到账 未缴 未缴费 应缴": (
        "may be overdue or not",
        "欠费 for an overdue month, or 待缴 before its deadline",
    ),
    "停保 停缴 暂停 暂停缴费 中断 终止 终止缴费 退保 断缴": (
        "is the state of an enrolment, not of a month",
        "no row for months without a contribution",
    ),
}


def _spread(words: Mapping[_T, str]) -> dict[str, _T]:
    return {word: meaning for meaning, text in words.items() for word in text.split()}


def _named(terms: Iterable[_T]) -> dict[str, _T]:
    """Each term by its Chinese name, its value and its English name."""
    return {name: term for term in terms for name in (term.zh, str(term.value), term.en)}


_KIND_OF: Final = {word: meaning for meaning, text in _KINDS.items() for word in text.split()} | {
    name: KindWord(kind) for name, kind in _named(InsuranceKind).items()
}
_STATUS_OF: Final = _spread(_STATUSES) | _named(PaymentStatus)
_SCHEME_OF: Final = _spread(_SCHEMES) | _named(Scheme)
_WHY_NO_STATUS: Final = {word: why for text, why in _NO_STATUS.items() for word in text.split()}


def kind_words() -> Mapping[str, KindWord]:
    """All Chinese words for an insurance, each with what it means."""
    return {word: meaning for word, meaning in _KIND_OF.items() if not word.isascii()}


def read_kind(text: str) -> KindWord:
    """The insurance (险种) that a word names.

    Raises:
        RecordsError: for any other word, and for codes: one code means different kinds in the
            systems of different ministries.

    Example:
        >>> read_kind("城乡居民基本养老保险").schemes
        (Scheme.RESIDENT,)
    """
    if text.isdecimal():
        problem = "is a code, and codes mean different kinds in different systems"
        raise RecordsError(Fault("kind", text, problem, _expected(InsuranceKind)))
    found = _KIND_OF.get(text.lower())
    if found is None:
        raise RecordsError(Fault("kind", text, "is no known kind", _expected(InsuranceKind)))
    return found


def read_status(text: str) -> PaymentStatus:
    """The status (缴费状态) that a word names.

    Raises:
        RecordsError: for any other word; for words that are no status of a month, with what they
            say instead.

    Example:
        >>> read_status("欠缴")
        PaymentStatus.ARREARS
    """
    found = _STATUS_OF.get(text.lower())
    if found is None:
        unknown = ("is no known status", _expected(PaymentStatus))
        raise RecordsError(Fault("status", text, *_WHY_NO_STATUS.get(text, unknown)))
    return found


def read_scheme(text: str) -> Scheme:
    """The scheme (参保类型) that a word names.

    Raises:
        RecordsError: for any other word.

    Example:
        >>> read_scheme("灵活就业人员")
        Scheme.FLEXIBLE
    """
    found = _SCHEME_OF.get(text.lower())
    if found is None:
        raise RecordsError(Fault("scheme", text, "is no known scheme", _expected(Scheme)))
    return found


def read_term(text: str, terms: type[_T], field: str) -> _T:
    """The term that a text names by its Chinese name, its value or its English name.

    Raises:
        RecordsError: for any other text, with the names that there are.

    Example:
        >>> from ..terms import Sex
        >>> read_term("女", Sex, "sex")
        Sex.FEMALE
    """
    found = _named(terms).get(text.lower())
    if found is None:
        raise RecordsError(Fault(field, text, "is no such term", _expected(terms)))
    return found


def _expected(terms: type[Term]) -> str:
    return ", ".join(f"{term.zh} ({term.value})" for term in terms)
