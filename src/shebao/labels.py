"""The labels of overviews and impacts, Chinese and English, for ``rendering``."""

from __future__ import annotations

from typing import Final

from .sentences import Words

__all__ = ["LABELS"]

LABELS: Final[dict[str, Words]] = {
    "title": {"zh": "社会保险总览 {on}", "en": "Social insurance on {on}"},
    "area": {"zh": "参保地 {area}", "en": "area {area}"},
    "nation": {"zh": "仅依全国规定", "en": "national law alone"},
    "provisional": {
        "zh": "注意：查询日晚于本库所读法规的截止日，结论为暂定。",
        "en": "Note: the day is later than the law that was read; all of this is provisional.",
    },
    "rule": {"zh": "口径：{rule}", "en": "counted by {rule}"},
    "default_rule": {"zh": "默认口径，不允许中断", "en": "the default rule, which bridges no gap"},
    "index_policy": {
        "zh": "除以上年度社会平均工资，不作上下限处理；各省办法不同",
        "en": "over the average wage of the year before, without clamp; provinces differ",
    },
    "wage_of": {"zh": "{year}年社会平均工资", "en": "the average wage of {year}"},
    "benefit_most": {"zh": "失业保险金最长期限（全国）", "en": "benefit at most (national)"},
    "benefit_local": {"zh": "失业保险金期限（参保地）", "en": "benefit by the place"},
    "impact": {
        "zh": "断缴 {span} 的影响（记录截至 {on}，比较日 {at}）",
        "en": "Cost of a gap in {span} (record as of {on}, compared on {at})",
    },
    "from_to": {"zh": "{what}：{kept} -> {broken}", "en": "{what}: {kept} -> {broken}"},
    "repairable": {
        "zh": "可补缴接续、不设等待期至：{day}",
        "en": "can be paid up without waiting until {day}",
    },
    "back_payment": {
        "zh": "其间未就业的，事后补缴：{outcome}",
        "en": "paid afterwards, by who was not employed: {outcome}",
    },
    "not_compared": {
        "zh": "此前无缴费月份的险种不作比较",
        "en": "kinds without an earlier month are not compared",
    },
    "none": {"zh": "无就业参保月份", "en": "no months by employment"},
    "cumulative": {"zh": "累计", "en": "cumulative"},
    "continuous": {"zh": "连续", "en": "continuous"},
    "longest": {"zh": "最长连续", "en": "longest run"},
    "made_of": {
        "zh": "其中确定为实缴 {paid}、补缴 {back_paid}、视同 {deemed}",
        "en": "of these certainly paid {paid}, back-paid {back_paid}, deemed {deemed}",
    },
    "merged": {
        "zh": "2020年起职工医保月份即生育保险月份",
        "en": "employee medical months are maternity months since the merger",
    },
    "broken_by": {"zh": "中断于 {span}", "en": "broken by {span}"},
    "after": {"zh": "此前中断于 {span}", "en": "after a break in {span}"},
    "left_out": {"zh": "未计入：{reason} {months}", "en": "left out: {reason} {months}"},
    "gap": {"zh": "未缴月份", "en": "unpaid"},
    "open_gap": {"zh": "未缴月份(至今)", "en": "unpaid to this day"},
    "of_these_owed": {"zh": "，其中欠费 {months}", "en": ", of these in arrears {months}"},
    "overlap": {"zh": "重复缴费", "en": "held twice"},
    "forbidden": {"zh": "应清理，只保留一处", "en": "to be cleared, one is kept"},
    "in_arrears": {"zh": "欠费", "en": "in arrears"},
    "blocked": {
        "zh": "补足前医保卡停用、不予支付，依参保地规定",
        "en": "until settled the card is blocked, as places rule",
    },
    "average_base": {"zh": "月平均缴费基数", "en": "average base"},
    "without_base": {"zh": "无基数月份 {months}", "en": "no base known for {months}"},
    "doubled": {"zh": "重复月份 {months} 未计", "en": "held twice, left out: {months}"},
    "index": {"zh": "平均缴费指数", "en": "average contribution index"},
    "limits": {"zh": "缴费基数上下限", "en": "limits of the base"},
    "limit_values": {"zh": "{floor} 至 {ceiling} 元", "en": "{floor} to {ceiling} yuan"},
    "undetermined": {"zh": "不能确定，缺 {missing}", "en": "undetermined, needs {missing}"},
    "retirement": {"zh": "法定退休", "en": "Statutory retirement"},
    "retires": {
        "zh": "{month}，{years}周岁{months}个月（延迟{delay}个月，{category}）",
        "en": "{month}, aged {years} years {months} months ({category}, delayed {delay} months)",
    },
    "month": {"zh": "{months} 个月", "en": "{months} month"},
    "months": {"zh": "{months} 个月", "en": "{months} months"},
    "yuan": {"zh": "{amount} 元", "en": "{amount} yuan"},
    "decisions": {"zh": "能否享受", "en": "Decisions"},
    "family": {"zh": "医保账户家庭共济", "en": "Sharing the medical account"},
    "shared": {"zh": "{outcome}（{scope}）", "en": "{outcome} ({scope})"},
    "certification": {"zh": "领取待遇资格认证", "en": "Certification"},
    "due": {"zh": "下次认证不晚于 {due}", "en": "next one due by {due}"},
    "resumes": {
        "zh": "自{month}起恢复发放，补发",
        "en": "paid again from {month}, paid back",
    },
    "unpaid_months": {"zh": "暂停发放的月份", "en": "months not paid"},
    "bases": {"zh": "缴费基数与指数", "en": "Bases and index"},
    "incomplete": {"zh": "（不完整）", "en": " (incomplete)"},
}
