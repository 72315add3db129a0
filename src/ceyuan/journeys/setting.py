"""Other numbers for a policy, as people type them: `cap=50万`, `奖励上限=50万`, `rate=5%`."""

import unicodedata
from collections.abc import Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from ceyuan.authoring.typed_amount import UnreadableAmount, read_yuan
from ceyuan.catalogue.fault import nearest
from ceyuan.engines.rules.parameter import DAY, TRUTH, WORDS, Parameter
from ceyuan.engines.rules.programme import Programme
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput, CeyuanError, Faults

#: Parameters named in a message.
_TOLD = 8
_TRUTHS = {"true": True, "是": True, "yes": True, "false": False, "否": False, "no": False}
_SCALES = {"万": 10**4, "亿": 10**8}


class BadSetting(BadInput):
    """`--set` does not say NAME=VALUE with a value of the parameter's unit."""


def read_settings(programme: Programme, given: Sequence[str], on: date) -> dict[str, Any]:
    """`NAME=VALUE` as values of parameters, in the units written.

    A parameter goes by its name or its title. Money may be written with 万 or 亿, shares with %; a
    bare number above one is no share, for it may be 5 % or 500 %.

    Raises:
        BadSetting: not of that form, no such parameter, one given twice, or a value that does not
            fit.
        Faults: several of these.
    """
    made: dict[str, Any] = {}
    faults: list[CeyuanError] = []
    for one in given:
        try:
            parameter, value = _setting(programme, one, on)
            if parameter.name in made:
                raise _bad(one, "写了两次", "is set twice", "只留一次", "leave one of them out")
            made[parameter.name] = value
        except BadSetting as fault:
            faults.append(fault)
    if len(faults) == 1:
        raise faults[0]
    if faults:
        raise Faults(faults)
    return made


def _setting(programme: Programme, one: str, on: date) -> tuple[Parameter, Any]:
    name, equals, value = (unicodedata.normalize("NFKC", one)).partition("=")
    if not equals:
        raise _bad(one, "没有等号", "has no =", "写成 名称=数值", "write NAME=VALUE")
    parameter = _called(programme, name.strip(), one)
    if parameter.bands:
        raise _bad(
            one,
            f"“{parameter.title}”是分档表，不能这样改",
            f"{parameter.name} is a table of bands and cannot be set like this",
            "把政策文件夹拷一份改 parameters.toml，用 --draft 试算",
            "copy the folder, change its parameters.toml, and give it with --draft",
        )
    return parameter, _value(parameter, value.strip(), one, on)


def _called(programme: Programme, name: str, one: str) -> Parameter:
    for parameter in programme.parameters.values():
        if name in (parameter.name, unicodedata.normalize("NFKC", parameter.title)):
            return parameter
    settable = [p for p in programme.parameters.values() if not p.bands]
    spellings = {p.name: p.name for p in settable} | {p.title: p.name for p in settable}
    like = nearest(name, list(spellings))
    zh = "、".join(f"{p.name}（{p.title}）" for p in settable[:_TOLD])
    en = ", ".join(p.name for p in settable[:_TOLD])
    more = " …" if len(settable) > _TOLD else ""
    hint = (
        (f"是否想写 {spellings[like]}？", f"did you mean {spellings[like]}? ") if like else ("", "")
    )
    raise _bad(
        one,
        f"政策 {programme.name} 没有参数“{name}”",
        f"the programme {programme.name} has no parameter {name!r}",
        f"{hint[0]}可改：{zh}{more}",
        f"{hint[1]}one of {en}{more}",
    )


def _value(parameter: Parameter, value: str, one: str, on: date) -> Any:
    unit = parameter.unit
    if unit == DAY:
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise _bad(
                one, "不是日期", "is no day", "写成 2024-06-30", "write it as 2024-06-30"
            ) from None
    if unit == TRUTH:
        if value.lower() in _TRUTHS:
            return _TRUTHS[value.lower()]
        raise _bad(
            one, "既不是“是”也不是“否”", "is neither yes nor no", "写 是 或 否", "write yes or no"
        )
    if unit == WORDS:
        return _words(parameter, value, one, on)
    if unit == "元":
        return _money(value, one)
    return _number(value, unit, one)


def _words(parameter: Parameter, value: str, one: str, on: date) -> Any:
    if not value:
        raise _bad(one, "没有内容", "has no value", "写出文字", "write the words")
    held = parameter.on(on)
    if held is not None and isinstance(held.value, tuple):
        return tuple(word.strip() for word in value.replace("、", ",").split(",") if word.strip())
    return value


def _money(value: str, one: str) -> float:
    try:
        return read_yuan(value, "--set") / 100
    except UnreadableAmount as error:
        raise BadSetting(
            Bilingual(f"--set {one!r}：不是金额", f"--set {one!r}: no amount"),
            where="--set",
            remedy=error.remedy,
        ) from None


def _number(value: str, unit: str, one: str) -> float:
    percent = value.endswith("%")
    if percent and unit not in ("share", "%"):
        raise _unfit(one, unit)
    bare = value.removesuffix("%").removesuffix(unit).strip().replace(",", "")
    scale = 1 if unit in ("share", "%") else _SCALES.get(bare[-1:], 1)
    try:
        number = Decimal(bare[:-1] if scale > 1 else bare) * scale
    except InvalidOperation:
        raise _unfit(one, unit) from None
    if not number.is_finite() or abs(number.adjusted()) > 15 or "_" in bare:
        raise _unfit(one, unit)
    if number < 0:
        raise _bad(one, "不能为负", "cannot be below zero", "写不小于零的数", "write zero or more")
    if unit == "share":
        if not percent and number > 1:
            raise _bad(
                one,
                f"不知是 {bare}% 还是 {number * 100:f}%",
                f"may be {bare}% or {number * 100:f}%",
                "写上百分号",
                "write it with its %",
            )
        return float(number / 100) if percent else float(number)
    return float(number)


def _unfit(one: str, unit: str) -> BadSetting:
    zh = {"share": "比例，写成 5% 或 0.05"}.get(unit, f"单位是{unit}，写一个数")
    en = {"share": "a share: write 5% or 0.05"}.get(unit, f"the unit is {unit}: write one number")
    return _bad(one, "数值不对", "the value will not do", zh, en)


def _bad(one: str, zh: str, en: str, to_do_zh: str, to_do_en: str) -> BadSetting:
    return BadSetting(
        Bilingual(f"--set {one!r}：{zh}", f"--set {one!r}: {en}"),
        where="--set",
        remedy=Bilingual(to_do_zh, to_do_en),
    )
