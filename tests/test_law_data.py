"""The shipped law: every number pinned, every entry cited, every date on which anything changes."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from importlib.resources import files
from typing import Any

import pytest

from shebao.law import Dated, Evidence, Timeline, parameters, shipped
from shebao.law.arrears_values import FineTimes, LateFeeRule, LumpSumDocument, StepRule
from shebao.law.loader import Place, shipped_place
from shebao.law.maternity_values import LeaveDays
from shebao.law.pension_values import DeathBenefit, DisabilityMonths, LumpSum
from shebao.law.resident_medical_values import IncentiveRule, VariableWaiting
from shebao.law.service_values import CertificationCycle, ChannelRule, Suspension
from shebao.law.sharing_values import (
    AccountUses,
    BindingRule,
    Circle,
    SharingAcross,
    SharingArea,
    SharingMembers,
    SharingReach,
    WalletLimits,
)
from shebao.law.transfer_values import TemporaryAge
from shebao.law.unemployment_values import (
    ClaimTime,
    ExtensionRule,
    PensionWhileDrawing,
    Stopping,
)
from shebao.law.values import Flexibility, MinimumMonths, PayoutTable, RetirementSchedule
from shebao.law.work_injury_values import LateItems
from shebao.months import YearMonth
from shebao.terms import (
    AccountUse,
    BenefitStop,
    CardService,
    Circumstance,
    CycleBasis,
    EnforcementStep,
    InjuryItem,
    InsuranceKind,
    Kinship,
    Need,
    Payer,
    RetirementCategory,
    Tier,
)

DAY = timedelta(days=1)
NATION, HEBEI = "100000", "130000"
OFFICIAL, SECONDARY, UNVERIFIED = Evidence.OFFICIAL, Evidence.SECONDARY, Evidence.UNVERIFIED

#: The parameters of pensions that places have for themselves.
OF_PLACES = {
    "pension.account_start",
    "pension.benefit_base",
    "pension.transitional",
    "pension.years_rounding",
    "pension.whole_base_index",
}

#: The parameters that places have of services, pinned in test_service_place_data.
OF_SERVICES = ("certification.", "sharing.channel.")

#: Limits and wages of places but Hebei, pinned in test_limits_place_data; what places ask for is
#: pinned in test_requirement_place_data.
LIMITS = {
    "average_monthly_wage",
    "contribution_base.ceiling",
    "contribution_base.floor",
    "contribution_base.year_start",
}

#: Whose base the indexed wage rests on in Henan; pinned in test_place_data.
INDEXED_WAGES = {("pension.indexed_wage_base", area) for area in ("410000", "410100")}

AREAS = sorted(
    entry.name.removesuffix(".toml")
    for entry in files("shebao.law").joinpath("data").iterdir()
    if entry.name.endswith(".toml")
)
PLACES: list[Place] = [place for area in AREAS if (place := shipped_place(area)) is not None]
LINES: list[Timeline[Any]] = [line for place in PLACES for line in place.timelines.values()]
ENTRIES = [entry for line in LINES for entry in line.entries if isinstance(entry, Dated)]


def rows(name: str, area: str) -> list[tuple[object, ...]]:
    """Value, first day, article and grade of each entry; None for a hole."""
    line = shipped().timeline(parameters.ALL[name], area)
    assert line is not None
    return [
        (entry.value, str(entry.valid_from), entry.citation.article, entry.evidence)
        if isinstance(entry, Dated)
        else (None, str(entry.valid_from), None, None)
        for entry in line.entries
    ]


@pytest.mark.parametrize(
    ("category", "before", "after", "article"),
    [
        (
            RetirementCategory.MALE,
            RetirementSchedule(720, None, None, 0),
            RetirementSchedule(720, YearMonth(1965, 1), 4, 36),
            "第一条(一)",
        ),
        (
            RetirementCategory.FEMALE_55,
            RetirementSchedule(660, None, None, 0),
            RetirementSchedule(660, YearMonth(1970, 1), 4, 36),
            "第四条(一)",
        ),
        (
            RetirementCategory.FEMALE_50,
            RetirementSchedule(600, None, None, 0),
            RetirementSchedule(600, YearMonth(1975, 1), 2, 60),
            "第一条(一)",
        ),
    ],
)
def test_retirement_ages(
    category: RetirementCategory,
    before: RetirementSchedule,
    after: RetirementSchedule,
    article: str,
) -> None:
    """Until 2024 nobody is delayed; from 2025 by 4, 4 and 2 months a step, to 63, 58 and 55."""
    assert rows(f"retirement.schedule.{category.value}", NATION) == [
        (before, "1978-05-24", article, OFFICIAL),
        (after, "2025-01-01", "第一条", OFFICIAL),
    ]


def test_the_first_delayed_cohort_reaches_its_old_age_in_the_first_month() -> None:
    """The first delayed month of birth reaches the original age in January 2025."""
    for parameter in parameters.RETIREMENT_SCHEDULE.values():
        schedule = shipped().get(parameter, on=date(2025, 1, 1)).value
        assert schedule.first_cohort is not None
        assert schedule.first_cohort + schedule.original_age_months == YearMonth(2025, 1)


#: 国发〔2005〕38号 附件, ages 40 to 70.
PAYOUT = (
    *(233, 230, 226, 223, 220, 216, 212, 208, 204, 199),
    *(195, 190, 185, 180, 175, 170, 164, 158, 152, 145),
    *(139, 132, 125, 117, 109, 101, 93, 84, 75, 65, 56),
)

#: 社会保险法 第五十一条, in its order.
FIVE = tuple(BenefitStop)[:5]

#: The items of 社会保险法 第三十八、三十九条, in its order.
ITEMS = tuple(InjuryItem)

#: What most steps of enforcement take.
EXPIRED = StepRule(("unpaid", "expired"), EnforcementStep.ORDER)

#: What places have of arrears and back-payment, pinned in test_place_data.
ARREARS_OF_PLACES = {
    ("arrears.first_late_day", "120000"),
    ("arrears.first_late_day", "130000"),
    ("arrears.first_late_day", "410000"),
    ("back_payment.first_month.pension", "410000"),
    ("back_payment.same_year.pension", "120000"),
}

#: 国办发〔2021〕14号 (五): with whom an account was shared first.
CLOSE = (Kinship.SPOUSE, Kinship.PARENT, Kinship.CHILD)

#: What a shared balance pays for, and what it never pays for.
CARE = (AccountUse.TREATMENT, AccountUse.MEDICINE)
CONTRIBUTION = AccountUse.RESIDENT_CONTRIBUTION
NEVER = (
    AccountUse.PUBLIC_HEALTH,
    AccountUse.SPORT,
    AccountUse.WELLNESS,
    AccountUse.OUTSIDE_COVERAGE,
)

#: The first areas that shared accounts across provinces, in the order of the only list found.
SHARING_AREAS = (
    SharingArea("622900", "临夏州"),
    SharingArea("420600", "襄阳"),
    SharingArea("421100", "黄冈"),
    SharingArea("421200", "咸宁"),
    SharingArea("421300", "随州"),
    SharingArea("422800", "恩施州"),
    SharingArea("429005", "潜江"),
    SharingArea("410100", "郑州"),
    SharingArea("411500", "信阳"),
    SharingArea("130100", "石家庄"),
    SharingArea("130200", "唐山"),
    SharingArea("130300", "秦皇岛"),
    SharingArea("130400", "邯郸"),
    SharingArea("130500", "邢台"),
    SharingArea("130600", "保定"),
    SharingArea("130700", "张家口"),
    SharingArea("130800", "承德"),
    SharingArea("130900", "沧州"),
    SharingArea("131000", "廊坊"),
    SharingArea("131100", "衡水"),
    SharingArea("130181", "辛集"),
    SharingArea("130682", "定州"),
    SharingArea("133100", "雄安新区", "library"),
    SharingArea("139900", "河北省本级", "medical"),
    SharingArea("340400", "淮南"),
    SharingArea("320500", "苏州"),
    SharingArea("519900", "四川省本级", "medical"),
    SharingArea("510100", "成都"),
    SharingArea("511600", "广安"),
    SharingArea("500235", "云阳县"),
    SharingArea("371400", "德州"),
)

#: From which day on how many areas shared across provinces, by the press.
AREAS_ACROSS = {
    "2024-12-31": 41,
    "2025-02-01": 81,
    "2025-02-07": 117,
    "2025-03-14": 146,
    "2025-05-08": 227,
    "2025-06-30": 337,
}

#: Who a channel of certification is closed to, or alone open to.
ABROAD, ELSEWHERE = Circumstance.ABROAD, Circumstance.LIVES_ELSEWHERE
IMMOBILE, IN_HOSPITAL = Circumstance.IMMOBILE, Circumstance.IN_HOSPITAL
FACE_FAILED = Circumstance.FACE_FAILED
WITH_PHONE = (Circumstance.NO_SMARTPHONE, FACE_FAILED)
AT_A_COUNTER = (ABROAD, ELSEWHERE, IMMOBILE, IN_HOSPITAL)
NUMBERS = (Need.NAME, Need.IDENTITY_NUMBER)

#: How one is certified nationally: the rule, its first day, article and grade.
CERTIFICATION_CHANNELS: dict[str, tuple[object, ...]] = {
    "data_match": (
        ChannelRule(Tier.AUTOMATIC, ()),
        "2023-12-01",
        "第二十六条第一款",
        OFFICIAL,
    ),
    "national_platform": (
        ChannelRule(Tier.SELF_SERVICE, (*NUMBERS, Need.CAMERA, Need.FACE), (FACE_FAILED,)),
        "2023-12-01",
        None,
        SECONDARY,
    ),
    **{
        channel: (
            ChannelRule(Tier.SELF_SERVICE, (Need.SMARTPHONE, Need.FACE), WITH_PHONE),
            "2023-12-01",
            None,
            SECONDARY,
        )
        for channel in ("app_12333", "electronic_card", "wechat", "alipay")
    },
    "local_app": (
        ChannelRule(Tier.SELF_SERVICE, (*NUMBERS, Need.SMARTPHONE, Need.FACE), WITH_PHONE),
        "2023-12-01",
        "第二十九条",
        SECONDARY,
    ),
    "helper": (
        ChannelRule(Tier.SELF_SERVICE, (*NUMBERS, Need.FACE), (FACE_FAILED,)),
        "2023-12-01",
        "第三十条",
        SECONDARY,
    ),
    "consular_app": (
        ChannelRule(
            Tier.SELF_SERVICE,
            (Need.IDENTITY_DOCUMENT, Need.PASSPORT, Need.SMARTPHONE, Need.FACE),
            WITH_PHONE,
            (ABROAD,),
        ),
        "2021-05-31",
        None,
        SECONDARY,
    ),
    "community": (
        ChannelRule(Tier.COUNTER, (Need.IDENTITY_DOCUMENT,), AT_A_COUNTER),
        "2023-12-01",
        None,
        SECONDARY,
    ),
    "bureau": (
        ChannelRule(Tier.COUNTER, (Need.IDENTITY_DOCUMENT,), AT_A_COUNTER),
        "2023-12-01",
        "第二十九条",
        SECONDARY,
    ),
    "assisting_bureau": (
        ChannelRule(
            Tier.COUNTER,
            (Need.IDENTITY_DOCUMENT, Need.FORM),
            (ABROAD, IMMOBILE, IN_HOSPITAL),
            (ELSEWHERE,),
        ),
        "2023-12-01",
        "第三十条",
        SECONDARY,
    ),
    "consulate": (
        ChannelRule(
            Tier.COUNTER,
            (Need.PASSPORT, Need.RESIDENCE_PERMIT, Need.FORM),
            only_for=(ABROAD,),
        ),
        "2021-05-31",
        None,
        SECONDARY,
    ),
    "home_visit": (
        ChannelRule(
            Tier.VISIT,
            (Need.REQUEST,),
            (ABROAD,),
            (IMMOBILE, IN_HOSPITAL, ELSEWHERE, FACE_FAILED),
        ),
        "2023-12-01",
        "第三十条",
        SECONDARY,
    ),
    "hotline": (
        ChannelRule(Tier.COUNTER, NUMBERS, only_for=(FACE_FAILED,)),
        "2018-07-05",
        None,
        UNVERIFIED,
    ),
}

NATIONAL: dict[str, list[tuple[object, ...]]] = {
    "retirement.flexibility": [
        (Flexibility(36, 36, 3, 1), "2025-01-01", "第一条、第二条、第四条", OFFICIAL)
    ],
    "retirement.schedule.female_60": [
        (RetirementSchedule(720, None, None, 0), "2015-03-01", "第一条", OFFICIAL),
        (RetirementSchedule(720, YearMonth(1965, 1), 4, 36), "2025-01-01", "第一条", SECONDARY),
    ],
    "retirement.on_application.female_60": [
        (RetirementSchedule(660, None, None, 0), "2015-03-01", "第二条", OFFICIAL),
        (RetirementSchedule(660, YearMonth(1970, 1), 4, 36), "2025-01-01", "第一条", SECONDARY),
    ],
    "retirement.hazardous.male": [
        (RetirementSchedule(660, None, None, 0), "1978-05-24", "第一条(二)", OFFICIAL),
        (RetirementSchedule(660, YearMonth(1970, 1), 4, 36), "2025-01-01", None, SECONDARY),
    ],
    "retirement.hazardous.female": [
        (RetirementSchedule(540, None, None, 0), "1978-05-24", "第一条(二)", OFFICIAL),
        (RetirementSchedule(540, YearMonth(1980, 1), 2, 60), "2025-01-01", None, SECONDARY),
    ],
    "retirement.hazardous_months.height": [(120, "1978-07-11", "第六条", OFFICIAL)],
    "retirement.hazardous_months.heavy": [(120, "1978-07-11", "第六条", OFFICIAL)],
    "retirement.hazardous_months.underground": [(108, "1978-07-11", "第六条", OFFICIAL)],
    "retirement.hazardous_months.heat": [(108, "1978-07-11", "第六条", OFFICIAL)],
    "retirement.hazardous_months.harmful": [(96, "1978-07-11", "第六条", OFFICIAL)],
    "pension.indexed_wage_base": [("province", "2006-01-01", None, SECONDARY)],
    "pension.lump_sum": [
        (LumpSum(date(2011, 7, 1), 60), "2011-07-01", "第二条", OFFICIAL),
        (None, "2030-01-01", None, None),
    ],
    "pension.refund_below_months": [(180, "2011-07-01", "第三条", OFFICIAL)],
    "passage.minimum_months": [(180, "2014-07-01", "第三条", OFFICIAL)],
    "disability.months": [
        (DisabilityMonths(60, 5, 12, 3), "2025-01-01", "第三条、第四条、第五条", OFFICIAL)
    ],
    "pension.payout_months": [
        (PayoutTable(40, PAYOUT, by_month=False), "2005-12-03", "附件", OFFICIAL),
        (PayoutTable(40, PAYOUT, by_month=True), "2025-01-01", None, SECONDARY),
    ],
    "pension.minimum_months": [
        (MinimumMonths(180, None, 0, 180), "1997-07-16", None, SECONDARY),
        (MinimumMonths(180, None, 0, 180), "2005-12-03", None, OFFICIAL),
        (MinimumMonths(180, None, 0, 180), "2011-07-01", "第十六条", OFFICIAL),
        (MinimumMonths(180, 2030, 6, 240), "2025-01-01", "第二条", OFFICIAL),
    ],
    "pension.account_credit": [
        (Decimal(11), "1998-01-01", None, SECONDARY),
        (Decimal(8), "2006-01-01", None, OFFICIAL),
    ],
    "pension.account_interest": [
        (Decimal("8.31"), "2016-01-01", None, OFFICIAL),
        (Decimal("7.12"), "2017-01-01", None, SECONDARY),
        (Decimal("8.29"), "2018-01-01", None, SECONDARY),
        (Decimal("7.61"), "2019-01-01", None, SECONDARY),
        (Decimal("6.04"), "2020-01-01", None, SECONDARY),
        (Decimal("6.69"), "2021-01-01", None, SECONDARY),
        (Decimal("6.12"), "2022-01-01", None, SECONDARY),
        (Decimal("3.97"), "2023-01-01", None, SECONDARY),
        (Decimal("2.62"), "2024-01-01", None, SECONDARY),
        (Decimal("1.50"), "2025-01-01", None, SECONDARY),
    ],
    "medical.repairable_gap_months": [(3, "2021-12-01", "第十一条", SECONDARY)],
    "medical.waiting_ceiling_months": [(6, "2021-12-01", "第十一条", SECONDARY)],
    "medical.switch_months": [(24, "2021-12-01", "第十一条", SECONDARY)],
    "unemployment.minimum_months": [
        (12, "1999-01-22", "第十四条", OFFICIAL),
        (12, "2011-07-01", "第四十五条", OFFICIAL),
    ],
    "unemployment.maximum_bands": [
        (((12, 12), (60, 18), (120, 24)), "1999-01-22", "第十七条", OFFICIAL),
        (((12, 12), (60, 18), (120, 24)), "2011-07-01", "第四十六条", OFFICIAL),
    ],
    "unemployment.ceiling_months": [
        (24, "1999-01-22", "第十七条", OFFICIAL),
        (24, "2011-07-01", "第四十六条", OFFICIAL),
    ],
    "unemployment.surplus": [
        ("lapses", "1999-01-22", "第十七条", OFFICIAL),
        ("lapses", "2011-07-01", "第十四条", OFFICIAL),
    ],
    "unemployment.remainder": [("drawable", "2001-01-01", None, SECONDARY)],
    "unemployment.claim_time": [(ClaimTime(60, "accepted"), "2020-03-05", "四", OFFICIAL)],
    "unemployment.extension": [
        (ExtensionRule(12), "2019-12-01", "一", OFFICIAL),
        (ExtensionRule(12), "2025-01-01", "第七条", OFFICIAL),
    ],
    "unemployment.pension": [
        (
            PensionWhileDrawing(Payer.FUND, 12, "flexible_minimum", "reimbursed"),
            "2025-01-01",
            "一、二、四",
            OFFICIAL,
        )
    ],
    "unemployment.stopping": [
        (
            Stopping((*FIVE[:4], BenefitStop.IMPRISONED, FIVE[4])),
            "1999-01-22",
            "第十五条",
            OFFICIAL,
        ),
        (Stopping((*FIVE, BenefitStop.IMPRISONED)), "2011-07-01", "第五十一条", OFFICIAL),
    ],
    "resident_pension.age_months": [(720, "2014-02-21", "七", OFFICIAL)],
    "resident_pension.minimum_years": [(15, "2014-02-21", "七", OFFICIAL)],
    "resident_pension.base_pension": [
        (Decimal(55), "2014-02-21", None, OFFICIAL),
        (Decimal(70), "2014-07-01", None, OFFICIAL),
        (Decimal(88), "2018-01-01", None, OFFICIAL),
        (Decimal(93), "2020-07-01", None, SECONDARY),
        (Decimal(98), "2022-07-01", None, OFFICIAL),
        (Decimal(103), "2023-07-01", None, SECONDARY),
        (None, "2024-01-01", None, None),
        (Decimal(123), "2024-07-01", None, SECONDARY),
        (None, "2025-01-01", None, None),
        (Decimal(143), "2025-07-01", None, SECONDARY),
        (Decimal(163), "2026-01-01", None, SECONDARY),
    ],
    "resident_pension.payout_months": [(139, "2014-02-21", None, SECONDARY)],
    "survivors.benefit": [
        (
            DeathBenefit(
                funeral_months=2,
                first_months=3,
                bands=((60, 6), (120, 9)),
                further_from_years=15,
                further_months=1,
                most_months=24,
                drawn_months=1,
                least_drawn_months=9,
            ),
            "2021-09-01",
            "第四条、第五条",
            OFFICIAL,
        )
    ],
    "contribution.registration_days": [(30, "2011-07-01", "第五十八条", OFFICIAL)],
    "work_injury.fund_items": [(ITEMS[:13], "2011-07-01", "第三十八条", OFFICIAL)],
    "work_injury.employer_items": [(ITEMS[13:], "2011-07-01", "第三十九条", OFFICIAL)],
    "work_injury.advance": [("fund_items", "2011-07-01", "第四十一条", OFFICIAL)],
    "work_injury.late_items": [
        (LateItems((*ITEMS[:6], *ITEMS[7:9]), (ITEMS[10],)), "2016-03-28", "三", OFFICIAL)
    ],
    "maternity.leave_days": [
        (LeaveDays(98, 15, 15, 15, 15, 42, 4), "2012-04-28", "第七条", OFFICIAL)
    ],
    "maternity.flexible": [("none", "2011-07-01", "第五十三条", OFFICIAL)],
    "maternity.spouse": [("medical_costs", "2011-07-01", "第五十四条", OFFICIAL)],
    "arrears.late_fee": [
        (LateFeeRule(20, after_order=True), "1999-01-22", "第十三条", OFFICIAL),
        (LateFeeRule(5, after_order=False), "2011-07-01", "第八十六条", OFFICIAL),
    ],
    "arrears.late_fee_payer": [
        ("employer", "1999-01-22", "第十三条", OFFICIAL),
        ("employer", "2011-07-01", "第二十条", OFFICIAL),
    ],
    "arrears.deferral_months": [(12, "2011-07-01", "第二十一条、第二十二条", OFFICIAL)],
    "arrears.fine": [(FineTimes(1, 3), "2011-07-01", "第八十六条", OFFICIAL)],
    "registration.fine": [
        (FineTimes(1, 3, Decimal(500), Decimal(3000)), "2011-07-01", "第八十四条", OFFICIAL)
    ],
    "arrears.assessment_percent": [
        (110, "1999-01-22", "第十条第二款", OFFICIAL),
        (110, "2011-07-01", "第六十二条", OFFICIAL),
    ],
    "enforcement.order": [
        (StepRule(("unpaid",)), "1999-01-22", "第十三条", OFFICIAL),
        (StepRule(("unpaid",)), "2011-07-01", "第六十三条第一款", OFFICIAL),
    ],
    "enforcement.account_query": [(EXPIRED, "2011-07-01", "第六十三条第二款", OFFICIAL)],
    "enforcement.transfer_decision": [(EXPIRED, "2011-07-01", "第六十三条第二款", OFFICIAL)],
    "enforcement.security": [
        (
            StepRule(("unpaid", "expired", "balance_short"), EnforcementStep.ACCOUNT_QUERY),
            "2011-07-01",
            "第六十三条第二款",
            OFFICIAL,
        )
    ],
    "enforcement.court": [
        (EXPIRED, "1999-01-22", "第二十六条", OFFICIAL),
        (
            StepRule(("unpaid", "expired", "no_security"), EnforcementStep.ORDER),
            "2011-07-01",
            "第六十三条第三款",
            OFFICIAL,
        ),
    ],
    "enforcement.fine": [(EXPIRED, "2011-07-01", "第八十六条", OFFICIAL)],
    **{
        f"back_payment.first_month.{kind}": [
            (YearMonth(1999, 2), "1999-01-22", "第二条、第十三条", OFFICIAL)
        ]
        for kind in ("pension", "medical", "unemployment")
    },
    **{
        f"back_payment.first_month.{kind}": [
            (YearMonth(2011, 7), "2011-07-01", "第六十三条第一款", OFFICIAL)
        ]
        for kind in ("work_injury", "maternity")
    },
    "back_payment.document": [
        (LumpSumDocument(36, "promise"), "1999-01-22", "一", OFFICIAL),
        (None, "2016-11-01", None, None),
        (LumpSumDocument(36, "legal"), "2016-12-27", "四", SECONDARY),
        (LumpSumDocument(36, "legal"), "2019-09-29", "二", OFFICIAL),
    ],
    "back_payment.newcomers": [(False, "2017-01-01", None, SECONDARY)],
    "back_payment.earlier_years.pension": [(False, "2017-01-01", None, SECONDARY)],
    "resident_medical.fixed_waiting_months": [(3, "2025-01-01", None, OFFICIAL)],
    "resident_medical.variable_waiting": [
        (VariableWaiting(2025, 1, 1, 4, 6), "2025-01-01", None, SECONDARY)
    ],
    "resident_medical.newborn_days": [(90, "2025-01-01", "第十条", SECONDARY)],
    "resident_medical.switch_months": [(24, "2021-12-01", "第十一条", SECONDARY)],
    "resident_medical.incentive_rule": [
        (IncentiveRule(2025, 4, Decimal(1000), Decimal(20)), "2025-01-01", None, OFFICIAL)
    ],
    "contribution.payer.work_injury": [("employer", "2011-07-01", "第三十三条", OFFICIAL)],
    "contribution.payer.maternity": [("employer", "2011-07-01", "第五十三条", OFFICIAL)],
    "pooling.pension": [("province", "2021-01-01", "四", SECONDARY)],
    "family.step_children": [("as_children", "2021-01-01", "第一千零七十二条第二款", OFFICIAL)],
    "family.near_relatives": [
        (tuple(Kinship)[:10], "2021-01-01", "第一千零四十五条第二款", OFFICIAL)
    ],
    "sharing.circle": [
        (Circle(CLOSE, "no"), "2021-04-22", "(五)", OFFICIAL),
        (Circle(CLOSE, "open"), "2024-07-26", None, SECONDARY),
        (Circle(CLOSE, "yes"), "2024-12-09", None, SECONDARY),
    ],
    "transfer.benefit_area_months": [(120, "2010-01-01", "第六条", OFFICIAL)],
    "transfer.temporary_age": [(TemporaryAge(50, 40), "2010-01-01", "第五条(二)", OFFICIAL)],
    "transfer.kinds": [
        (tuple(InsuranceKind)[:3], "2011-07-01", "第十九条、第三十二条、第五十二条", OFFICIAL),
        (tuple(InsuranceKind)[:3], "2023-12-01", "第十二条至第十五条", OFFICIAL),
    ],
    "sharing.members": [(SharingMembers("employee", "insured"), "2021-04-22", None, SECONDARY)],
    "sharing.reach": [
        (SharingReach("open", "open"), "2021-04-22", "(五)", OFFICIAL),
        (SharingReach("yes", "yes"), "2024-10-31", None, SECONDARY),
    ],
    "sharing.areas": [(SHARING_AREAS, "2024-12-02", None, SECONDARY)],
    "sharing.across": [
        (SharingAcross("no", 0), "2021-04-22", None, SECONDARY),
        (SharingAcross("no", 31), "2024-12-02", None, SECONDARY),
        *(
            (SharingAcross("open", number), day, None, SECONDARY)
            for day, number in AREAS_ACROSS.items()
        ),
        (SharingAcross("yes"), "2026-01-09", None, SECONDARY),
    ],
    "sharing.wallet_limits": [
        (WalletLimits(3, Decimal(2000), 22, 6, 6), "2024-12-02", None, SECONDARY),
        (None, "2026-06-05", None, None),
    ],
    "sharing.uses": [
        (AccountUses(CARE, (CONTRIBUTION,), NEVER), "2021-04-22", "(五)", OFFICIAL),
        (AccountUses((*CARE, CONTRIBUTION), (), NEVER), "2024-07-26", None, SECONDARY),
    ],
    "sharing.uses_across": [
        (AccountUses(CARE, (CONTRIBUTION,), NEVER), "2024-12-02", None, SECONDARY),
        (
            AccountUses((*CARE, CONTRIBUTION, AccountUse.LONG_TERM_CARE_CONTRIBUTION), (), NEVER),
            "2026-01-09",
            None,
            SECONDARY,
        ),
    ],
    "sharing.binding_across": [
        (
            BindingRule(
                needs_both=True,
                is_plural=True,
                ends_with_change=True,
                returns_unspent=True,
                owner_may_spend=False,
            ),
            "2026-01-09",
            None,
            SECONDARY,
        )
    ],
    "sharing.channel.online": [
        (
            ChannelRule(Tier.SELF_SERVICE, None, (Circumstance.NO_SMARTPHONE,)),
            "2024-05-24",
            None,
            SECONDARY,
        )
    ],
    "sharing.channel.medical_counter": [
        (
            ChannelRule(Tier.COUNTER, None, (ABROAD, IMMOBILE, IN_HOSPITAL)),
            "2024-05-24",
            None,
            SECONDARY,
        )
    ],
    "card.misuse_stop_months": [((3, 12), "2021-05-01", "第十七条、第四十一条第一款", OFFICIAL)],
    **{
        f"certification.cycle.{group}": [
            (CertificationCycle(CycleBasis.TO_THE_DAY, 12), "2018-07-05", None, SECONDARY)
        ]
        for group in ("employee", "resident")
    },
    "certification.cycle.public_sector": [
        (CertificationCycle(CycleBasis.TO_THE_DAY, 12), "2015-01-01", "第四十六条", SECONDARY)
    ],
    "certification.suspension": [
        (
            Suspension("next_month", "next_month", is_back_paid=True),
            "2015-01-01",
            "第四十九条(二)",
            SECONDARY,
        )
    ],
    **{
        f"certification.channel.{channel}": [row] for channel, row in CERTIFICATION_CHANNELS.items()
    },
    "family_service.limit": [(8, "2024-12-01", None, SECONDARY)],
    "family_service.photo_age": [(16, "2024-12-01", None, UNVERIFIED)],
    "family_service.services": [(tuple(CardService), "2024-12-01", None, UNVERIFIED)],
}


@pytest.mark.parametrize("name", NATIONAL)
def test_national_law(name: str) -> None:
    """Each national value has its number, first day, article and grade."""
    assert rows(name, NATION) == NATIONAL[name]


YEARS = ("2019-01-01", "2019-05-01", *(f"{year}-01-01" for year in range(2020, 2027)))
FLOORS = ("3581.65", "2836.2", None, None, None, None, "3921", "4007", None)
CEILINGS = ("17908.25", "14181", None, None, None, None, "19603", "20034", None)
AVERAGES = (None, "5070.08", "5409.17", "5788.75", "6211.08", "6534.25", "6678", None)


@pytest.mark.parametrize(
    ("name", "days", "amounts"),
    [
        ("contribution_base.floor", YEARS, FLOORS),
        ("contribution_base.ceiling", YEARS, CEILINGS),
        ("average_monthly_wage", [f"{year}-01-01" for year in range(2018, 2026)], AVERAGES),
    ],
)
def test_limits_and_averages_of_hebei(
    name: str, days: tuple[str, ...], amounts: tuple[str | None, ...]
) -> None:
    """Limits and averages of Hebei are secondary where known, and holes in all other years."""
    expected = [
        (None if amount is None else Decimal(amount), day, None, amount and SECONDARY)
        for day, amount in zip(days, amounts, strict=True)
    ]
    assert rows(name, HEBEI) == expected


@pytest.mark.parametrize(("on", "of"), [(date(2024, 1, 1), 2023), (date(2025, 1, 1), 2024)])
def test_limits_are_parts_of_the_average_of_the_year_before(on: date, of: int) -> None:
    """The limits of 2024 and 2025 are 60 % and 300 % of last year's average, up to the yuan."""
    law = shipped()
    average = law.get(parameters.AVERAGE_MONTHLY_WAGE, on=date(of, 1, 1), area=HEBEI).value
    floor = law.get(parameters.CONTRIBUTION_BASE_FLOOR, on=on, area=HEBEI).value
    ceiling = law.get(parameters.CONTRIBUTION_BASE_CEILING, on=on, area=HEBEI).value
    assert 0 <= floor - average * Decimal("0.6") < 1
    assert 0 <= ceiling - average * 3 < 1


def test_unemployment_months_of_hebei() -> None:
    """Hebei grants 3 months a year up to 4 years, one more for each year after, 24 at most."""
    months = {1: 3, 2: 6, 3: 9, **{year: min(24, year + 8) for year in range(4, 17)}}
    bands = tuple((year * 12, months[year]) for year in range(1, 17))
    assert rows("unemployment.benefit_bands", HEBEI) == [(bands, "2015-03-01", None, SECONDARY)]


def test_hebei_never_grants_more_than_the_nation_allows_from_ten_years_on() -> None:
    """The months of Hebei stay within 24, the national ceiling of ten years and more."""
    law, on = shipped(), date(2026, 1, 29)
    granted = law.get(parameters.UNEMPLOYMENT_BENEFIT_BANDS, on=on, area=HEBEI).value
    allowed = law.get(parameters.UNEMPLOYMENT_MAXIMUM_BANDS, on=on, area=HEBEI).value
    for paid, months in granted:
        assert isinstance(months, int)
        assert months <= max(most for start, most in allowed if start <= paid)


@pytest.mark.parametrize(
    ("kind", "on", "area"),
    [
        (InsuranceKind.PENSION, date(2020, 12, 31), "130102"),
        (InsuranceKind.PENSION, date(2021, 1, 1), "130000"),
        (InsuranceKind.PENSION, date(2022, 1, 1), "130000"),
        (InsuranceKind.WORK_INJURY, date(2017, 8, 26), "130102"),
        (InsuranceKind.WORK_INJURY, date(2017, 8, 27), "130000"),
        (InsuranceKind.UNEMPLOYMENT, date(1999, 1, 21), "130102"),
        (InsuranceKind.UNEMPLOYMENT, date(2019, 9, 10), "130100"),
        (InsuranceKind.UNEMPLOYMENT, date(2019, 9, 11), "130102"),
        (InsuranceKind.MEDICAL, date(2026, 1, 25), "130102"),
        (InsuranceKind.MEDICAL, date(2026, 1, 26), "130100"),
        (InsuranceKind.MATERNITY, date(2026, 1, 26), "130100"),
    ],
)
def test_pooling_of_a_district_of_shijiazhuang(kind: InsuranceKind, on: date, area: str) -> None:
    """A district of Shijiazhuang pools at the level that was read, else for itself."""
    assert shipped().pooling_area("130102", kind, on) == area


@pytest.mark.parametrize("area", ["130181", "130629", "130632", "130638", "130682"])
def test_counties_named_beside_their_prefecture_do_not_pool_with_it(area: str) -> None:
    """Counties that a national list names beside their prefecture are not taken for part of it."""
    for kind in (InsuranceKind.MEDICAL, InsuranceKind.MATERNITY):
        assert shipped().pooling_area(area, kind, date(2026, 1, 29)) == area


#: Insurances that municipalities pool as one area.
POOLED: dict[str, tuple[str, ...]] = {
    "pooling.medical": ("110000", "120000", "310000"),
    "pooling.unemployment": ("110000", "120000", "310000", "500000"),
}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("pooling.medical", ("province", "2026-01-26", None, SECONDARY)),
        ("pooling.unemployment", ("province", "1999-01-22", "第七条", OFFICIAL)),
    ],
)
def test_municipalities_pool_as_one(name: str, expected: tuple[object, ...]) -> None:
    """Medical insurance in three of them, by an article of 2026; unemployment insurance in four."""
    for area in POOLED[name]:
        assert rows(name, area) == [expected]


def test_all_that_is_shipped_is_pinned() -> None:
    """Every shipped timeline is one of those whose numbers stand in these tests."""
    schedules = {(parameter.name, NATION) for parameter in parameters.RETIREMENT_SCHEDULE.values()}
    hebei = {
        "average_monthly_wage",
        "contribution_base.ceiling",
        "contribution_base.floor",
        "pooling.maternity",
        "pooling.medical",
        "pooling.unemployment",
        "pooling.work_injury",
        "unemployment.benefit_bands",
    }
    counties = {
        (f"pooling.{kind}", area)
        for kind in ("medical", "maternity")
        for area in ("130181", "130629", "130632", "130638", "130682")
    }
    pinned = schedules | {(name, NATION) for name in NATIONAL} | {(name, HEBEI) for name in hebei}
    # Those of the pensions of places are pinned beside them, in test_place_data.
    # Those of the unemployment benefit of places stand in test_unemployment_place_data, those of
    # maternity insurance in test_maternity_place_data, of residents in test_resident_medical, of
    # employees' medical insurance in test_medical_place_data, of certification and of the channels
    # of account sharing in test_service_place_data.
    others = {
        (line.parameter, line.area)
        for line in LINES
        if line.parameter not in OF_PLACES
        and (line.area == NATION or not line.parameter.startswith("maternity."))
        and (line.area == NATION or not line.parameter.startswith("medical."))
        and (line.area in (NATION, HEBEI) or not line.parameter.startswith("unemployment."))
        and (line.area == NATION or not line.parameter.startswith("resident_medical."))
        and (line.area == HEBEI or line.parameter not in LIMITS)
        and not line.parameter.startswith("requirement.")
        and (line.area == NATION or not line.parameter.startswith(OF_SERVICES))
    }
    municipalities = {(name, area) for name, areas in POOLED.items() for area in areas}
    assert others == pinned | counties | municipalities | ARREARS_OF_PLACES | INDEXED_WAGES


@pytest.mark.parametrize("name", sorted(OF_PLACES))
def test_the_pensions_of_places_have_no_national_value(name: str) -> None:
    """Bases, roundings, transitional rules and account starts are those of places alone."""
    assert shipped().timeline(parameters.ALL[name], NATION) is None


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.area)
def test_every_instrument_is_cited(place: Place) -> None:
    """A file defines no instrument that nothing cites, and every instrument has titles."""
    cited = {entry.citation.instrument for entry in ENTRIES}
    for instrument in place.instruments.values():
        assert instrument in cited
        assert instrument.title_zh
        assert instrument.title_en
        assert not {"《", "》"} & set(instrument.title_zh)


def test_adopted_before_in_force() -> None:
    """No instrument is in force before it was adopted, and no value before it was in force."""
    for entry in ENTRIES:
        instrument = entry.citation.instrument
        if instrument.adopted and instrument.in_force:
            assert instrument.adopted <= instrument.in_force
        if instrument.in_force:
            assert instrument.in_force <= entry.valid_from


def test_every_value_says_where_it_was_read() -> None:
    """Every shipped value names its source, and nothing unverified is shipped for a place."""
    for entry in ENTRIES:
        assert entry.citation.source
        assert entry.evidence is not Evidence.UNVERIFIED or entry.area == NATION
        assert entry.parameter in parameters.ALL


def test_every_citation_can_be_written() -> None:
    """Every citation has words in both languages."""
    for entry in ENTRIES:
        assert entry.citation.text("zh").startswith("《")
        assert entry.citation.text("en").isprintable()


@pytest.mark.parametrize("line", LINES, ids=lambda line: f"{line.parameter}-{line.area}")
def test_each_change_is_found_on_its_day(line: Timeline[Any]) -> None:
    """On the day of each change, the day before and the day after, look-up agrees with the file."""
    parameter = parameters.ALL[line.parameter]
    for entry in line.entries:
        for day in (entry.valid_from - DAY, entry.valid_from, entry.valid_from + DAY):
            own = line.entry(day)
            found = shipped().find(parameter, on=day, area=line.area)
            if isinstance(own, Dated):
                assert found is own
            elif own is not None:
                assert found is None


def test_names_of_places() -> None:
    """The first places are named in both languages."""
    names = {place.area: (place.name_zh, place.name_en) for place in PLACES}
    assert names[NATION] == ("全国", "the nation")
    assert names[HEBEI] == ("河北省", "Hebei")
    assert names["130100"] == ("石家庄市", "Shijiazhuang")


def test_parameters_have_names_of_their_own() -> None:
    """Every parameter is listed once under its name, with titles and a unit."""
    for name, parameter in parameters.ALL.items():
        assert parameter.name == name
        assert parameter.unit
        assert parameter.title_zh
        assert parameter.title_en
    assert set(parameters.POOLING_LEVEL) == set(InsuranceKind)
    assert set(parameters.RETIREMENT_SCHEDULE) == set(RetirementCategory)
