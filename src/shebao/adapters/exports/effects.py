"""What the words of a row say of its month (缴费类型, 缴费标志): a status, or an effect on another row.

A word has one meaning or none. A row may speak in two columns, its type and its flag; then the
stronger of the two holds: what is refunded is no month however normal its type, and what is in
arrears is not yet back-paid.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

import attrs

from ...errors import Fault, RecordsError, RuleError
from ...terms import PaymentStatus, Term, check_term
from ..vocabulary import read_status
from .texts import check_mapping, squeezed

__all__ = ["Effect", "StatusWords", "strongest"]


class Effect(Term):
    """What a row does 该行的作用, the strongest first."""

    REFUNDED = "refunded", "已退费"
    REFUND = "refund", "退费"
    TOP_UP = "top_up", "补差"
    ADJUSTMENT = "adjustment", "调整"
    TRANSFERRED = "transferred", "外地转入"
    DEEMED = "deemed", "视同缴费"
    ARREARS = "arrears", "欠费"
    PENDING = "pending", "待缴"
    DEFERRED = "deferred", "缓缴"
    BACK_PAID = "back_paid", "补缴"
    PAID = "paid", "正常缴费"
    STOPPED = "stopped", "停保"
    NO_CONTRIBUTION = "no_contribution", "无缴费"
    UNSAID = "unsaid", "未说明"

    @property
    def status(self) -> PaymentStatus | None:
        """The status of the month that the row holds; None where it holds none."""
        return _STATUS_OF.get(self)


_STATUS_OF: Final[Mapping[Effect, PaymentStatus]] = {
    Effect.TRANSFERRED: PaymentStatus.PAID,
    Effect.DEEMED: PaymentStatus.DEEMED,
    Effect.ARREARS: PaymentStatus.ARREARS,
    Effect.PENDING: PaymentStatus.PENDING,
    Effect.DEFERRED: PaymentStatus.DEFERRED,
    Effect.BACK_PAID: PaymentStatus.BACK_PAID,
    Effect.PAID: PaymentStatus.PAID,
    Effect.UNSAID: PaymentStatus.PAID,
}
_WORDS: Final[Mapping[Effect, str]] = {
    Effect.REFUNDED: "已退收 已退费 已退款",
    Effect.REFUND: "退费 退款 退收",
    Effect.TOP_UP: "补差 补基数 基数补差 补缴基数差",
    Effect.ADJUSTMENT: "调整 调整补收 调整补收记录 补比例 比例补差",
    Effect.TRANSFERRED: "转移 转入 外地转入 ○",
    Effect.ARREARS: "欠费 欠缴 △",
    Effect.PAID: "正常应缴 正常申报 预缴 失业代缴 失业代缴医保 已到帐 足额到帐 ●",
    Effect.STOPPED: (
        "停保 停缴 暂停 暂停缴费 暂停缴费(中断) 中断 中断缴费 终止 终止缴费 终止参保 退保 断缴 未参保"
    ),
    Effect.NO_CONTRIBUTION: "未制定计划 -",
    Effect.UNSAID: "参保缴费 正常参保 参保",
}
_EFFECT_OF: Final = {word: effect for effect, text in _WORDS.items() for word in text.split()}


@attrs.frozen
class StatusWords:
    """What words of status mean; words that are given here go before those that are known.

    Attributes:
        given: the effect of each word, as it is written.

    Raises:
        RuleError: if a word is no text or a meaning no effect.

    Example:
        >>> StatusWords({"未到账": Effect.ARREARS}).read("未到账")
        Effect.ARREARS
        >>> StatusWords().read("补收")
        Effect.BACK_PAID
    """

    given: Mapping[str, Effect] = attrs.field(factory=dict[str, Effect])

    def __attrs_post_init__(self) -> None:
        check_mapping(self.given, "words")
        for word, effect in self.given.items():
            if type(word) is not str:
                raise RuleError(Fault("words", word, "is no word", "text"))
            check_term(effect, Effect, f"words[{word!r}]", RuleError)

    @classmethod
    def of(cls, given: StatusWords | Mapping[str, Effect] | None) -> StatusWords:
        """The words of an argument: as they are, of a mapping, or none of one's own."""
        if isinstance(given, StatusWords):
            return given
        return cls() if given is None else cls(given)

    def known(self, text: str) -> Effect | None:
        """The effect of a text that need not be a word of status, such as a remark."""
        try:
            return self.read(text)
        except RecordsError:
            return None

    def read(self, text: str) -> Effect:
        """The effect of a word.

        Raises:
            RecordsError: if it is not known, or is known to have more than one meaning.
        """
        word = squeezed(text)
        for meanings in (self.given, _EFFECT_OF):
            if (found := meanings.get(word) or meanings.get(text)) is not None:
                return found
        try:
            return Effect(read_status(text.strip() if text.isascii() else word).value)
        except RecordsError as error:
            fault = error.faults[0]
            expected = (
                f"{fault.expected}; or what it means here: words=StatusWords({{{word!r}: ...}})"
            )
            raise RecordsError(attrs.evolve(fault, expected=expected)) from None


def strongest(effects: Iterable[Effect]) -> Effect:
    """What a row says that speaks in several columns.

    Example:
        >>> strongest([Effect.BACK_PAID, Effect.ARREARS])
        Effect.ARREARS
    """
    return min(effects, key=lambda effect: effect.rank, default=Effect.UNSAID)
