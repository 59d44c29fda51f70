"""What columns are called: the headings of each field in exports, as counted over city portals.

A field is what a column holds for a reader. Those of the last block are known and say nothing of
months: they are recognised, so that only what nobody knows is reported as unknown.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from .texts import heading_key

__all__ = ["FIELD_OF", "TIME_FIELDS", "USED_FIELDS"]

#: Fields that say which months, or when these were billed and paid.
_TIMES: Final[Mapping[str, str]] = {
    "month": (
        "费款所属期 费款所属年月 费款所属月份 费款所属期号 对应费款所属期 对应费款所属期号 缴费所属期 "
        "所属期 所属时期 所属年月 所属月份 缴费年月 缴费月份 年月 应缴年月 征缴月份 计划月份 费款期号 费款期 "
        "应缴月份 month"
    ),
    "first": (
        "起始年月 开始年月 起始月份 开始月份 缴费开始月份 缴费起始年月 账目起始年月 起始时间 开始时间 "
        "起始日期 开始日期 开始缴费日期 汇缴起始日期 费款所属期起 费款所属日期起 费款所属起始日期 "
        "费款所属期起始 所属时期起 费款所属时期起 对应费款所属期起始 对应费款所属期起 所属期起 本次参保开始时间 缴费起始时间 first"
    ),
    "last": (
        "终止年月 截止年月 结束年月 终止月份 截止月份 结束月份 缴费终止年月 账目截止年月 终止时间 "
        "结束时间 截止时间 终止日期 截止日期 结束日期 终止缴费日期 汇缴截止日期 费款所属期止 "
        "费款所属日期止 费款所属截止日期 费款所属期终止 所属时期止 费款所属时期止 对应费款所属期结束 对应费款所属期止 对应费款所属期终止 所属期止 缴费截止时间 last"
    ),
    "span": (
        "起止年月 缴费时段 起止时间 起止日期 缴费起止时间 缴费起止年月 参保起止时间 在本地参保起止时间 "
        "本地参保起止时间 费款所属期起止"
    ),
    "year": "年度 年份 统计年份 统计年度 缴费年度 缴费年份",
    "month_number": "月 月度 月份",
    "count": (
        "月数 缴费月数 实际缴费月数 本地实际缴费月数 当年缴费月数 本年缴费月数 累计月数 实缴月数 "
        "补缴月数 count"
    ),
    "billed_month": (
        "台账年月 建账年月 记账年月 记帐年月 做账年月 入账年月 结算期 结算年月 做账期 账期"
    ),
    "arrived_month": "到账年月 到帐年月 足额到账年月 足额到帐年月",
    "settled_on": (
        "到账日期 到帐日期 到账时间 实收日期 实收时间 缴费时间 缴费日期 入库日期 入库时间 到账日 "
        "个人缴费到账日期 单位缴费到账日期 个人缴费时间 settled_on"
    ),
    "declared_on": "申报日期 declared_on",
}
#: Fields that say who, what and how much.
_FACTS: Final[Mapping[str, str]] = {
    "kind": (
        "险种 险种类型 险种类别 险种名称 险种标志 险种信息 险种状态 参保险种 保险类型 保险险种 参加险种 参保费种 医保类别 "
        "费种 征收项目 kind"
    ),
    "scheme": "参保类型 scheme",
    "part": "征收品目 品目 征收子目 缴费项目 项目 款项 费款科目",
    "base": (
        "缴费基数 月缴费基数 缴纳基数 缴费月基数 月基数 基数 参保基数 个人缴费基数 当年缴费基数 "
        "当年月缴费基数 人员缴费基数 缴费基数额 申报基数 单位缴费基数 base"
    ),
    "status": (
        "缴费状态 缴费标志 缴费标识 缴费标记 缴纳状态 缴费情况 到账标志 到账标识 到账标记 到账情况 到帐标志 "
        "足额到账标志 到账状态 入库状态 单位缴费标志 个人缴费标志 status"
    ),
    "pay_type": (
        "缴费类型 缴费性质 缴费类别 应缴类型 业务类型 缴费方式类型 摘要 核定类型 缴纳类型"
    ),
    "arrived": "是否到账 是否到帐 是否足额到账",
    "is_back_paid": "补缴标志 是否补缴",
    "overdue": "是否欠费 欠费标志 是否欠缴",
    "personal_amount": (
        "个人缴费 个人缴费金额 个人缴费额 个人缴 个人缴金额 人员缴费金额 个人交 个人缴纳 个人缴纳金额 个人缴纳额 "
        "个人应缴 个人应缴金额 个人应缴费额 个人实缴 个人实缴金额 个人部分 个人 应缴费额(个人部分) 记入个人部分"
    ),
    "employer_amount": (
        "单位缴费 单位缴费金额 单位缴费额 单位缴 单位缴金额 单位交 单位缴纳 单位缴纳金额 单位缴纳额 "
        "单位应缴 单位应缴金额 单位应缴费额 单位实缴 单位实缴金额 单位部分 应缴费额(单位部分)"
    ),
    "amount": (
        "应缴金额 应缴费额 本期应缴费额 应缴额 缴费金额 缴费额 实缴金额 金额 本金合计 应缴 缴纳金额"
    ),
    "employer": (
        "单位 单位名称 参保单位 参保单位名称 缴费单位 缴费单位名称 公司名称 缴费公司 用人单位 用人单位名称 "
        "现单位名称 当前单位名称 当前参保单位 企业名称 employer"
    ),
    "employer_number": (
        "单位编号 单位代码 单位编码 参保单位编号 缴费单位编号 所在单位编号 历史单位编号 现单位编号 "
        "当前单位编号 公司编号/组织机构代码 单位编号/社会保险登记编号 单位社保号 医疗保险单位编号 养老保险单位编号"
    ),
    "area": "参保地 统筹区 统筹地区 社保缴纳城市 参保城市 行政区划 行政区划代码 area",
    "identity_number": (
        "身份证号 身份证号码 身份证 证件号码 证件号 身份证件号码 公民身份证号码 公民身份证号 "
        "公民身份号码 社会保障号 社会保障号码 本人证件号码 居民身份证号码"
    ),
    "personal_number": (
        "个人编号 个人编码 个人代码 个人社保号 人员编号 社保编号 社保个人编号 个人社保编号 社保个人电脑号 "
        "社保电脑号 电脑号 个人编号汇总"
    ),
    "work_number": "工号 员工编号 职工编号 员工号 人员工号",
    "name": "姓名 员工姓名 人员姓名 姓名.简体中文 name",
    "identity": (
        "个人身份 用工形式 人员类别 医疗人员类别 缴费人员类别 人员缴费类别 职工性质 当期人员类别 "
        "特殊人员类别 参保身份 参保类别"
    ),
    "remark": "备注 说明",
    "stated": "多年缴费累计月数 累计缴费月数 缴费月数累计 缴费累计月数",
    "deemed_count": "转移/视同缴费 视同缴费月数 转移/视同缴费月数",
    "back_paid_count": "补收/补缴 补收/补缴月数",
    "earlier_count": "本年补退历年缴费月数 补退历年缴费月数",
}
#: Fields that say nothing of months.
_OTHERS: Final[Mapping[str, str]] = {
    "wage": (
        "缴费工资 申报工资 申报月均工资收入 工资 缴费工资基数 最新申报工资 社平工资 月工资 本期收入"
    ),
    "rate": "个人缴费比例 单位缴费比例 缴费比例 比例 费率 个人比例 单位比例",
    "account": (
        "划账标志 划入个账金额 划入个人账户 划入个人账户全额 划入个人账户金额 划入个人帐户金额 个人缴划账户金额 "
        "单位缴划账户金额 单位应缴划账户金额 划入账户金额 单位划入个账 划账日期 单位缴费划账户金额 单位缴划账户 "
        "单位划入账户 本年单位划入账户金额 本年个人划入账户金额 个人缴纳划入账户金额 个人划入账户额 "
        "单位划入账户额 月划入账户金额 累积划入账户金额 计入个人账户 单位划入统筹 单位划入统筹金额/月 "
        "单位缴费划统筹金额 划入统筹金额 划入统筹 单位缴划统筹 个人缴纳统筹 当年记账金额"
    ),
    "balance": (
        "余额 账户余额 账户本息合计 个人账户储存额 本年度统筹限额 本年度统筹余额 医疗账户余额 "
        "年终结转余额 当前个人帐户余额 本周一账户余额 当前个人账户累积储存额 至本年末累计 "
        "截至上年末个人账户累计储存额 本年补退历年单位划入累计本息 本年补退历年个人划入累计本息"
    ),
    "earlier_total": "截至上年末累计缴费月数 建账前累计缴费月数 建帐后累计缴费月数",
    "interest": (
        "利息 补缴利息 补缴本人跨年利息 补缴本人本年利息 补缴跨年利息 基本养老帐户利息 上年末记账利息 "
        "本年帐户利息 当年利息"
    ),
    "late_fee": "滞纳金",
    "relief": "减免 减免金额 政府资助",
    "total": (
        "合计 总金额 总计 应缴金额合计 单位部分合计 个人部分合计 单位社保合计 个人社保合计 应收金额"
    ),
    "enrolment": (
        "参保状态 社保状态 个人参保状态 人员参保状态 参保情况 参保日期 本次参保时间 首次时间 首次参保时间 "
        "首次参保日期 首次参保年月 个人首次参保年月 参保缴费起始日期 个人参保日期 初次参保日期 "
        "本地首次缴费时间 首次缴费时间 个人缴费时间/参保时间 建账时间 参保时间 参加工作时间 个人缴费状态"
    ),
    "agency": "经办机构 经办机构名称 社保机构 社保经办机构 所属区县 征收机关 主管税务机关",
    "handled": "经办日期 记账年度 核定方式 缴费方式",
    "household": (
        "户口性质 户口所在地 户口所在地址 户口所在地邮政编码 户口类别 户口地址 户口详细地址 户籍类别 户籍地址 "
        "户籍地 户口 户口所在地详址 户口本号码 户口类型"
    ),
    "sequence": "序号 编号 行号 no",
    "person_facts": "性别 民族 出生日期 证件类型 国籍 性质",
}

TIME_FIELDS: Final = frozenset(_TIMES)
#: A column that is a month, or an insurance, holds in each cell what became of it: a mark or money.
USED_FIELDS: Final = frozenset(_TIMES) | frozenset(_FACTS) | {"cell"}
#: The field of each heading, by the heading's key.
FIELD_OF: Final[Mapping[str, str]] = MappingProxyType(
    {
        heading_key(name): field
        for fields in (_TIMES, _FACTS, _OTHERS)
        for field, names in fields.items()
        for name in names.split()
    }
)
