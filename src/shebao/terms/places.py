"""What places ask for, and which of them pays a pension."""

from __future__ import annotations

from .term import Term

__all__ = ["BenefitAreaStep", "EndMonth", "RequirementPurpose"]


class BenefitAreaStep(Term):
    """How the place that pays a pension was found 待遇领取地的确定 (国办发〔2009〕66号 第六条)."""

    HOME = "home", "基本养老保险关系在户籍所在地"
    TEN_YEARS_HERE = "ten_years_here", "在关系所在地累计缴费满10年"
    TEN_YEARS_BEFORE = "ten_years_before", "转回上一个缴费满10年的原参保地"
    GATHERED_HOME = "gathered_home", "各地均不满10年，归集到户籍所在地"


class EndMonth(Term):
    """The last month that a requirement looks at 缴费年限的计算截止月份."""

    MONTH_BEFORE = "month_before", "申请月的上一个月"
    MONTH_OF = "month_of", "申请当月"
    DECEMBER_BEFORE = "december_before", "上一年度12月"


class RequirementPurpose(Term):
    """What a city asks for months of social insurance for 资格要求的用途."""

    CAR_PLATE = "car_plate", "小客车指标"
    GREEN_PLATE = "green_plate", "新能源小客车专用牌照"
    HOME = "home", "购房"
    HOME_OUTER = "home_outer", "购房（外围区域）"
    POINTS_SETTLEMENT = "points_settlement", "积分落户"
    SETTLEMENT = "settlement", "居住证转办户籍"
    RESIDENCE_PERMIT = "residence_permit", "居住证"
    POINTS_PERMIT = "points_permit", "居住证积分"
