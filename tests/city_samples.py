"""Samples of what the portals of cities give a person: rows of months, intervals and years."""

from __future__ import annotations

from datetime import date
from typing import Final

from format_sample import Sample, injury, maternity, medical, pension, unemployment
from shebao.terms import InsuranceKind, PaymentStatus

__all__ = ["CITIES"]

_BACK_PAID: Final = PaymentStatus.BACK_PAID
_ARREARS: Final = PaymentStatus.ARREARS

CITIES: Final[tuple[Sample, ...]] = (
    Sample(
        "beijing pension",
        "beijing_pension.csv",
        "北京人社 个人权益: a row a month of one insurance, which only the title names; a 补缴 row.",
        {
            None: (
                pension("2019-01..2019-03", "5000", area="110000", employer="甲公司"),
                pension("2019-04", "5000", _BACK_PAID, area="110000", employer="甲公司"),
                pension("2019-05..2019-06", "5000", area="110000", employer="甲公司"),
                pension("2019-07", "5650.50", area="110000", employer="甲公司"),
                pension("2019-08", "5650.50", area="110000", employer="乙公司"),
            )
        },
        {
            1: ("TITLE",),
            2: ("TITLE",),
            3: ("HEADING",),
            12: ("BLANK",),
            13: ("TOTAL",),
            14: ("TITLE",),
        },
        {"area": "110000"},
    ),
    Sample(
        "beijing unemployment",
        "beijing_unemployment.csv",
        "北京人社 失业: no title and no employer; thousands separators and digits of full width.",
        {
            None: (
                unemployment("2019-01..2019-03", "4500", area="110000"),
                unemployment("2019-04", "4500", _ARREARS, area="110000"),
            )
        },
        {1: ("HEADING",)},
        {"area": "110000", "kind": InsuranceKind.UNEMPLOYMENT},
    ),
    Sample(
        "shanghai",
        "shanghai.csv",
        "上海人社 缴费情况: a row a month of three insurances with one base; nothing in April.",
        {
            None: (
                pension("2018-01..2018-03", "6504", area="310000"),
                medical("2018-01..2018-03", "6504", area="310000"),
                unemployment("2018-01..2018-02", "6504", area="310000"),
                pension("2018-05..2018-06", "7132", area="310000"),
                medical("2018-05..2018-06", "7132", area="310000"),
                unemployment("2018-05..2018-06", "7132", area="310000"),
            )
        },
        {1: ("TITLE",), 2: ("HEADING",), 6: ("NO_CONTRIBUTION",), 9: ("TITLE",)},
        {"area": "310000"},
    ),
    Sample(
        "guangdong intervals",
        "guangdong_intervals.csv",
        "广东人社 缴费历史: intervals of all insurances with 累计月数; 999912 is no last month.",
        {
            None: (
                pension("2012-01..2012-12", "2500", area="440100", employer="甲公司"),
                unemployment("2012-01..2012-12", "2500", area="440100", employer="甲公司"),
                injury("2012-01..2012-12", "2500", area="440100", employer="甲公司"),
                maternity("2012-01..2012-12", "2500", area="440100", employer="甲公司"),
                pension("2013-01..2013-06", "2600", area="440100", employer="甲公司", count=4),
                injury("2013-01..2013-06", "2600", area="440100", employer="甲公司", count=4),
                maternity("2013-01..2013-06", "2600", area="440100", employer="甲公司", count=4),
            )
        },
        {
            1: ("TITLE",),
            2: ("BLANK",),
            3: ("HEADING",),
            4: ("HEADING",),
            7: ("NOT_UNDERSTOOD",),
            8: ("TOTAL",),
        },
        {"area": "440100"},
    ),
    Sample(
        "guangdong kinds",
        "guangdong_kinds.csv",
        "广东人社 参保证明: intervals an insurance a row, between days; subtotals of months.",
        {
            None: (
                pension("2015-01..2015-12", "3000", area="440100", employer="甲公司"),
                injury("2015-01..2015-12", "3000", area="440100", employer="甲公司"),
                pension("2016-01..2016-08", "3200", area="440100", employer="乙公司", count=7),
            )
        },
        {1: ("HEADING",), 5: ("NOT_UNDERSTOOD",), 6: ("TOTAL",), 7: ("TOTAL",)},
        {"area": "440100"},
        ((None, "pension", 23, 6), (None, "work_injury", 12, 7)),
    ),
    Sample(
        "guangzhou medical",
        "guangzhou_medical.csv",
        "广州医保 职工医保历史: which months of an interval were 转移/视同 or 补收, no row says.",
        {
            None: (
                medical("2010-01..2010-12", "2100", area="440100", employer="20010001"),
                medical("2012-01..2012-12", "2300", area="440100", employer="20010002", count=10),
            )
        },
        {
            1: ("TITLE",),
            2: ("HEADING",),
            3: ("NOT_UNDERSTOOD",),
            5: ("OTHER_INSURANCE",),
            6: ("NOT_UNDERSTOOD",),
        },
        {"area": "440100"},
    ),
    Sample(
        "shenzhen months",
        "shenzhen_months.csv",
        "深圳社保 参保缴费明细: blocks of insurances, headings again on a new page, numbers of employers.",
        {
            "600000001": (
                pension("2023-01..2023-03", "2360", area="440300", employer="123456"),
                medical("2023-01..2023-02", "7778", area="440300", employer="123456"),
                medical("2023-03", "12964", area="440300", employer="123456"),
                maternity("2023-01..2023-03", "2360", area="440300", employer="123456"),
                injury("2023-01..2023-04", "2360", area="440300", employer="123456"),
                unemployment("2023-01..2023-03", "2360", area="440300", employer="123456"),
            )
        },
        {
            1: ("TITLE",),
            2: ("TITLE",),
            3: ("HEADING",),
            4: ("HEADING",),
            7: ("HEADING",),
            8: ("HEADING",),
            11: ("TOTAL",),
            12: ("TITLE",),
            13: ("TITLE",),
        },
        {"area": "440300"},
    ),
    Sample(
        "hangzhou",
        "hangzhou.csv",
        "浙江(杭州) 缴费明细: a row a month and insurance, persons by number; one row twice, a 退收.",
        {
            "0100200301": (
                pension("2016-01..2016-02", "2820", area="330100", employer="甲公司"),
                pension("2016-03", "2820", _BACK_PAID, area="330100", employer="甲公司"),
                unemployment("2016-01", "2820", area="330100", employer="甲公司"),
            ),
            "0100200302": (medical("2016-01", "3000", area="330100", employer="乙公司"),),
        },
        {
            1: ("TITLE",),
            2: ("HEADING",),
            7: ("DUPLICATE",),
            9: ("REFUNDED",),
            10: ("REFUND",),
        },
        {"area": "330100"},
    ),
    Sample(
        "ningbo",
        "ningbo.csv",
        "宁波 明细: 到账情况 says 足额到账; 未到账 may be overdue or not.",
        {
            None: (
                pension("2017-01..2017-02", "3010", area="330200"),
                pension("2017-04", "3010", area="330200"),
            )
        },
        {1: ("TITLE",), 2: ("HEADING",), 5: ("NOT_UNDERSTOOD",)},
        {"area": "330200"},
    ),
    Sample(
        "shijiazhuang pension",
        "shijiazhuang_pension.csv",
        "河北(石家庄) 养老: a row a year with its months and the running total of months.",
        {
            None: (
                pension("2010-01..2010-12", "1800", area="130100"),
                pension("2011-01..2011-12", "2000", area="130100", count=9),
                pension("2013-01..2013-12", "2350.50", area="130100"),
            )
        },
        {1: ("TITLE",), 2: ("HEADING",), 5: ("NO_CONTRIBUTION",)},
        {"area": "130100"},
        ((None, "pension", 12, 3), (None, "pension", 21, 4), (None, "pension", 33, 6)),
    ),
    Sample(
        "shijiazhuang medical",
        "shijiazhuang_medical.csv",
        "河北(石家庄) 医疗: 结算期 beside 费款所属期; billed in the month after is in time.",
        {
            None: (
                medical("2016-01..2016-03", "2500", area="130100", employer="甲公司"),
                medical(
                    "2016-04..2016-05",
                    "2500",
                    _BACK_PAID,
                    area="130100",
                    employer="甲公司",
                    declared_on=date(2016, 9, 30),
                ),
                medical("2016-09", "2500", area="130100", employer="甲公司"),
            )
        },
        {1: ("TITLE",), 2: ("HEADING",)},
        {"area": "130100"},
    ),
    Sample(
        "suzhou",
        "suzhou.csv",
        "江苏(苏州) 明细: months by 结算期 alone, so nobody knows which months a 补缴 row is for.",
        {
            None: tuple(
                pension(
                    f"2015-0{day.month}", "2274", area="320500", employer="甲公司", settled_on=day
                )
                for day in (date(2015, 1, 20), date(2015, 2, 17), date(2015, 5, 19))
            )
        },
        {
            1: ("TITLE",),
            2: ("HEADING",),
            5: ("NOT_UNDERSTOOD",),
            6: ("NOT_UNDERSTOOD",),
            8: ("NOT_UNDERSTOOD",),
            9: ("TOTAL",),
        },
        {"area": "320500"},
        ((None, "pension", 8, 9),),
    ),
    Sample(
        "chengdu months",
        "chengdu_months.csv",
        "四川(成都) 明细: 缴费月份, and the day of 实收时间 where the money has come.",
        {
            None: (
                *(
                    pension(
                        f"2016-0{day.month}",
                        "2193",
                        area="510100",
                        employer="甲公司",
                        settled_on=day,
                    )
                    for day in (date(2016, 1, 18), date(2016, 2, 18), date(2016, 3, 17))
                ),
                pension("2016-04..2016-05", "2193", area="510100", employer="甲公司"),
            )
        },
        {1: ("TITLE",), 2: ("HEADING",)},
        {"area": "510100"},
    ),
    Sample(
        "chengdu account",
        "chengdu_account.csv",
        "四川(成都) 年度账户: years without their own months, only totals before and months given back.",
        {},
        {
            1: ("TITLE",),
            2: ("HEADING",),
            3: ("NOT_UNDERSTOOD",),
            4: ("NOT_UNDERSTOOD",),
            5: ("NOT_UNDERSTOOD",),
        },
        {"area": "510100"},
    ),
)
