"""Work that ends, benefits that stop, contributions that are collected by force."""

from __future__ import annotations

from .term import Term

__all__ = ["BenefitStop", "EnforcementStep", "Separation", "StopEffect"]


class Separation(Term):
    """How employment ended; what is involuntary is listed in 人社部令第13号 第十三条.

    ``INVOLUNTARY`` and ``VOLUNTARY`` are for a caller who knows no more than that.
    """

    INVOLUNTARY = "involuntary", "非因本人意愿中断就业"
    CONTRACT_ENDED = "contract_ended", "劳动合同终止(劳动合同法第四十四条第一、四、五项)"
    DISMISSED = "dismissed", "用人单位解除(第三十九、四十、四十一条)"
    AGREED_AT_EMPLOYERS_PROPOSAL = (
        "agreed_at_employers_proposal",
        "用人单位提出协商解除(第三十六条)",
    )
    EXPELLED = "expelled", "用人单位解除聘用合同或辞退、除名、开除"
    LEFT_FOR_EMPLOYERS_BREACH = "left_for_employers_breach", "因用人单位违法由本人解除(第三十八条)"
    VOLUNTARY = "voluntary", "因本人意愿中断就业"
    RESIGNED = "resigned", "本人辞职"

    @property
    def is_involuntary(self) -> bool:
        """Whether it counts as 非因本人意愿中断就业."""
        return self.rank < Separation.VOLUNTARY.rank


class BenefitStop(Term):
    """What may end unemployment benefit 停止、中断领取失业保险金的情形 (社会保险法 第五十一条 and others)."""

    REEMPLOYED = "reemployed", "重新就业"
    MILITARY_SERVICE = "military_service", "应征服兵役"
    ABROAD = "abroad", "移居境外"
    PENSION = "pension", "享受基本养老保险待遇"
    REFUSAL = "refusal", "无正当理由拒不接受介绍的适当工作或者提供的培训"
    IMPRISONED = "imprisoned", "被判刑收监执行"
    COMPULSORY_REHABILITATION = "compulsory_rehabilitation", "被强制隔离戒毒"


class StopEffect(Term):
    """What an event does to unemployment benefit: ends it, holds it up, or neither."""

    STOPS = "stops", "停止领取"
    INTERRUPTS = "interrupts", "中断领取，原因消除后可以继续申领"
    GOES_ON = "goes_on", "继续领取"


class EnforcementStep(Term):
    """A step in collecting unpaid contributions by force 强制征缴, in the order of the law."""

    ORDER = "order", "责令限期缴纳或者补足"
    ACCOUNT_QUERY = "account_query", "查询存款账户"
    TRANSFER_DECISION = "transfer_decision", "作出划拨决定"
    SECURITY = "security", "提供担保、签订延期缴费协议"
    COURT = "court", "申请人民法院扣押、查封、拍卖"
    FINE = "fine", "罚款"
