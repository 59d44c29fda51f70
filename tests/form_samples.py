"""More samples of portals, and of the forms of the whole country: grids, certificates, codes."""

from __future__ import annotations

from datetime import date
from typing import Final

from format_sample import FIRST, Sample, injury, maternity, medical, pension, unemployment
from shebao.terms import PaymentStatus, Scheme

__all__ = ["FORMS"]

_BACK_PAID: Final = PaymentStatus.BACK_PAID
_ARREARS: Final = PaymentStatus.ARREARS

FORMS: Final[tuple[Sample, ...]] = (
    Sample(
        "wuhan",
        "wuhan.csv",
        "湖北(武汉) 明细: 缴费年月 is the month and 台账年月 when it was billed; amounts of all sorts.",
        {
            None: (
                pension("2018-01..2018-02", "3399", area="420100", employer="甲公司"),
                unemployment("2018-01", "3399", area="420100", employer="甲公司"),
                pension("2018-03", "3399", _ARREARS, area="420100", employer="甲公司"),
                pension(
                    "2018-04..2018-05",
                    "3399",
                    _BACK_PAID,
                    area="420100",
                    employer="甲公司",
                    declared_on=date(2018, 9, 30),
                ),
            )
        },
        {1: ("HEADING",)},
        {"area": "420100"},
    ),
    Sample(
        "chongqing",
        "chongqing.csv",
        "重庆 明细: 参保地 a row, as a name or a code; a district that the table lacks is not guessed.",
        {
            None: (
                pension(
                    "2019-01",
                    "4000",
                    area="500000",
                    employer="甲公司",
                    settled_on=date(2019, 1, 25),
                ),
                pension(
                    "2019-02",
                    "4000",
                    area="500103",
                    employer="甲公司",
                    settled_on=date(2019, 2, 22),
                ),
                pension(
                    "2019-04",
                    "4000",
                    _BACK_PAID,
                    area="500000",
                    employer="甲公司",
                    settled_on=date(2019, 8, 20),
                ),
                pension("2019-05", "4000", _ARREARS, area="500000", employer="乙公司"),
            )
        },
        {1: ("TITLE",), 2: ("HEADING",), 5: ("NOT_UNDERSTOOD",)},
        {"area": "500000"},
    ),
    Sample(
        "tianjin",
        "tianjin.csv",
        "天津 明细: two months a row; beside 费款所属年月, 缴费年月 is when it was billed.",
        {
            None: (
                medical("2016-03..2016-04", "2812", area="120000", employer="甲公司"),
                medical(
                    "2016-05",
                    "2812",
                    _BACK_PAID,
                    area="120000",
                    employer="甲公司",
                    declared_on=date(2016, 8, 31),
                ),
                medical("2016-08", "2812", area="120000", employer="甲公司"),
            )
        },
        {1: ("TITLE",), 2: ("HEADING",)},
        {"area": "120000"},
    ),
    Sample(
        "nanchang",
        "nanchang.csv",
        "江西(南昌) 明细: 是否欠费 beside 缴费类型; persons by name; arrears that a later row settles.",
        {
            "王小明": (
                unemployment("2017-04", "2868", area="360100"),
                unemployment("2017-05", "2868", _BACK_PAID, area="360100"),
                unemployment("2017-06..2017-07", "2868", _ARREARS, area="360100"),
            ),
            "李小红": (unemployment("2017-04", "3120", area="360100"),),
        },
        {1: ("HEADING",), 3: ("FOLDED",), 8: ("TOTAL",)},
        {"area": "360100"},
    ),
    Sample(
        "henan months",
        "henan_grid_months.csv",
        "河南 个人权益记录单: months down, insurances across, signs for states; other tables above.",
        {
            FIRST: (
                pension("2023-01..2023-03", "4800", area="410100"),
                pension("2023-04", "4800", _ARREARS, area="410100"),
                pension("2023-05", "4800"),
                pension("2023-07..2023-12", "5000", area="410100"),
                unemployment("2023-01..2023-04", "4800", area="410100"),
                injury("2023-01..2023-04", "4800", area="410100"),
                injury("2023-07..2023-12", "5000", area="410100"),
            )
        },
        dict.fromkeys((*range(1, 10), 24), ("TITLE",))
        | {10: ("HEADING",), 11: ("HEADING",), 17: ("NO_CONTRIBUTION",)},
        {"area": "410100"},
    ),
    Sample(
        "henan kinds",
        "henan_grid_kinds.csv",
        "河南 个人权益记录单: the same lying, insurances down and months across, without its title.",
        {
            None: (
                pension("2023-01..2023-12", area="410100"),
                unemployment("2023-01"),
                unemployment("2023-02", area="410100"),
                unemployment("2023-03", None, _ARREARS, area="410100"),
                unemployment("2023-04..2023-12", area="410100"),
            )
        },
        {1: ("HEADING",), 4: ("NO_CONTRIBUTION",)},
        {"area": "410100", "year": 2023},
    ),
    Sample(
        "certificate",
        "certificate.csv",
        "参保缴费凭证: one interval a place with the months paid in it; 户籍地 is not the place.",
        {
            FIRST: (
                pension("2003-01..2008-05", area="130100", count=60),
                pension("2008-06..2012-12", area="110000"),
            )
        },
        {1: ("TITLE",), 2: ("HEADING",)},
    ),
    Sample(
        "transfer sheet",
        "transfer_sheet.csv",
        "基本养老保险信息表: a row a year, 缴费起止时间 in one cell, a total of months.",
        {
            None: (
                pension("1997-01..1997-12", "450", area="130100"),
                pension("2003-01..2003-12", "800", area="130100", count=9),
                pension("2004-01..2004-06", "950", area="130100"),
            )
        },
        {
            1: ("TITLE",),
            2: ("TITLE",),
            3: ("HEADING",),
            4: ("HEADING",),
            8: ("NO_CONTRIBUTION",),
            9: ("TOTAL",),
            10: ("TITLE",),
        },
        {"area": "130100"},
        ((None, "pension", 27, 9),),
    ),
    Sample(
        "lb101 months",
        "lb101_months.csv",
        "LB101: field codes as headings, kinds by code of a named system; 330 is none of the five.",
        {
            FIRST: (
                pension("2018-05", "3055", area="130100", employer="甲公司"),
                unemployment("2018-05", "3055", area="130100", employer="甲公司"),
                injury("2018-05", "3055", area="130100", employer="甲公司"),
                pension(
                    "2018-06",
                    "3055",
                    _BACK_PAID,
                    area="130100",
                    employer="甲公司",
                    declared_on=date(2018, 10, 31),
                ),
            )
        },
        {1: ("HEADING",), 6: ("NOT_UNDERSTOOD",)},
        {"codes": "mohrss"},
    ),
    Sample(
        "lb101 months without a system",
        "lb101_months.csv",
        "LB101: 410 is one insurance here and another there, so no code is read without its system.",
        {},
        {1: ("HEADING",)} | dict.fromkeys(range(2, 7), ("NOT_UNDERSTOOD",)),
    ),
    Sample(
        "lb101 intervals",
        "lb101_intervals.csv",
        "LB101: AAE041 to AAE042 in small letters; 999912 is an open end.",
        {
            "1002003004": (
                pension("2015-01..2015-12", "3000", area="130100", employer="50001"),
                maternity("2015-01..2015-06", "3000", area="130100", employer="50001"),
            )
        },
        {1: ("HEADING",), 4: ("NOT_UNDERSTOOD",)},
        {"codes": "mohrss", "area": "130100"},
    ),
    Sample(
        "nhsa months",
        "nhsa_months.csv",
        "医保平台: beside 对应费款所属期, 费款所属期 is when it was billed; 410 is long-term care.",
        {
            "13010000000000000001": (
                medical("2024-01..2024-02", "4000", area="130100", employer="甲公司"),
                medical(
                    "2024-03..2024-04",
                    "4000",
                    _BACK_PAID,
                    area="130100",
                    employer="甲公司",
                    declared_on=date(2024, 7, 31),
                ),
                medical("2025-01..2025-12", area="130100", scheme=Scheme.RESIDENT),
            )
        },
        {1: ("HEADING",), 5: ("NOT_UNDERSTOOD",)},
        {"codes": "nhsa", "area": "130100"},
    ),
)
