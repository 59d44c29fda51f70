"""Insurances, who is insured how, and who pays."""

from __future__ import annotations

from .term import Term

__all__ = ["InjuryItem", "InsuranceKind", "Payer", "Scheme"]


class InsuranceKind(Term):
    """Kind of social insurance 险种."""

    PENSION = "pension", "基本养老保险"
    MEDICAL = "medical", "基本医疗保险"
    UNEMPLOYMENT = "unemployment", "失业保险"
    WORK_INJURY = "work_injury", "工伤保险"
    MATERNITY = "maternity", "生育保险"


class Scheme(Term):
    """Who is insured how 参保类型: by an employer, alone within that scheme, as a resident."""

    EMPLOYEE = "employee", "职工"
    FLEXIBLE = "flexible", "灵活就业"
    RESIDENT = "resident", "城乡居民"
    PUBLIC_SECTOR = "public_sector", "机关事业"

    @property
    def kinds(self) -> tuple[InsuranceKind, ...]:
        """The kinds that the statute opens to who is insured this way, in the order of the law.

        Employees are in all five (社会保险法 第十、二十三、三十三、四十四、五十三条); people who work for
        themselves may join pension and medical insurance as employees do (第十条第二款, 第二十三条第二款),
        residents have schemes of their own for these two (第二十二、二十五条). Places may open more.

        Example:
            >>> [kind.en for kind in Scheme.RESIDENT.kinds]
            ['pension', 'medical']
        """
        if self in (Scheme.FLEXIBLE, Scheme.RESIDENT):
            return InsuranceKind.PENSION, InsuranceKind.MEDICAL
        return tuple(InsuranceKind)


class Payer(Term):
    """Who bears a benefit."""

    FUND = "fund", "社会保险基金"
    EMPLOYER = "employer", "用人单位"


class InjuryItem(Term):
    """An item of work-injury benefits 工伤保险待遇项目 (社会保险法 第三十八、三十九条)."""

    MEDICAL_TREATMENT = "medical_treatment", "治疗工伤的医疗费用"
    REHABILITATION = "rehabilitation", "工伤康复费用"
    HOSPITAL_MEALS = "hospital_meals", "住院伙食补助费"
    TRAVEL_AND_LODGING = "travel_and_lodging", "到统筹地区以外就医的交通食宿费"
    ASSISTIVE_DEVICES = "assistive_devices", "安装配置伤残辅助器具所需费用"
    NURSING_CARE = "nursing_care", "生活护理费"
    DISABILITY_GRANT = "disability_grant", "一次性伤残补助金"
    DISABILITY_ALLOWANCE_1_TO_4 = "disability_allowance_1_to_4", "一级至四级伤残津贴"
    MEDICAL_GRANT = "medical_grant", "一次性工伤医疗补助金"
    FUNERAL_GRANT = "funeral_grant", "丧葬补助金"
    DEPENDANTS_PENSION = "dependants_pension", "供养亲属抚恤金"
    DEATH_GRANT = "death_grant", "一次性工亡补助金"
    ASSESSMENT = "assessment", "劳动能力鉴定费"
    WAGES = "wages", "治疗工伤期间的工资福利"
    DISABILITY_ALLOWANCE_5_TO_6 = "disability_allowance_5_to_6", "五级、六级伤残津贴"
    EMPLOYMENT_GRANT = "employment_grant", "一次性伤残就业补助金"
