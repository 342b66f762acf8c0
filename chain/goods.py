"""Figures of other goods than those a question names: of all for some of them, of some for all, of coffee for rice."""

from __future__ import annotations

import re

from chain import words as W
from chain.question import Question
from chain.select import CHANGES
from chain.spelling import is_syllable
from chain.world import IN_TRADE, Named, World, tokens
from report.model import Measure
from report.text import UPPER

ONE_WAY = re.compile(r"(?<!\w)(?:xuất|nhập) khẩu(?!\w)", re.I)
REVENUE = re.compile(r"(?<!\w)(?:thu ngân sách|số thu|thuế|thu từ|thu NSNN|nộp ngân sách)(?!\w)", re.I)


def of_other_goods(q: Question, n: Named, world: World) -> bool:
    """Whether a figure is of more, of less or of others than the goods that are asked for."""
    return any(guard(q, n, world) for guard in (_other_goods, _one_of_them, _mainly_of_them, _all_for_them, _their_whole_group, _of_their_kind))


def _lacking(q: Question, n: Named, world: World) -> set[str]:
    """The words of the question that name what the report tells of, and that stand nowhere about the figure."""
    return {w for w in set(q.terms) - W.TRADE_IN_GENERAL - W.GENERIC - W.STOP - n.own - n.head - n.clause - n.lead if world.vocabulary.get(w)}


def _other_goods(q: Question, n: Named, world: World) -> bool:
    """What one of the goods sold for is not what another did that the question names: coffee's price is none of rice."""
    mine = n.own - W.NO_GOODS - set(q.row)
    if not mine or not IN_TRADE & n.own or not (lacking := _lacking(q, n, world)):
        return False
    told = world.goods[mine] - (n.own - W.NO_GOODS == mine)  # by other figures
    return told > 0 and any(goods <= lacking for goods in world.goods)


def _all_for_them(q: Question, n: Named, world: World) -> bool:
    """What went through a gate, or to a market, is not what one of the goods did that the question names and the report tells of by that name."""
    f = n.figure
    if f.measure is not Measure.LEVEL or len({m[0].lower() for m in ONE_WAY.finditer(q.text)}) != 1 or REVENUE.search(q.text):
        return False
    lacking = _lacking(q, n, world) - set(tokens(f"{f.scope} {f.unit}")) - (n.around if f.table is None else frozenset())
    if not lacking:
        return False
    asked = set(tokens(q.text)) | W.GENERIC
    return any(goods & lacking and goods <= asked for goods in world.named_in_trade)


def _their_whole_group(q: Question, n: Named, world: World) -> bool:
    """What a group of several moved is not what the one of them did that the question names and the report tells of by itself: "tiền điện", of "nhà ở, điện, nước, chất đốt"."""
    f = n.figure
    items = [set(tokens(i)) - W.OF_PRICE for i in re.split(r",|\svà\s", f.indicator)]
    if len(items) < 3 or "nhóm" in q.text.lower() or f.measure not in CHANGES:
        return False
    asked = set(q.terms) - W.OF_PRICE - W.GENERIC - W.STOP
    if not asked or sum(bool(asked & i) for i in items) != 1 or len(asked) > 2:
        return False
    return any(o.figure is not f and o.figure.measure in CHANGES and "," not in o.figure.indicator and asked <= o.own and not o.own - asked - W.OF_PRICE - W.STOP for o in world.figures)


def _of_their_kind(q: Question, n: Named, world: World) -> bool:
    """How all of a kind moved is not how the one of it did that the question names and the report tells of by itself: rice, of "lương thực"."""
    if n.figure.measure not in CHANGES or not (asked := set(q.terms) - W.OF_PRICE - W.GENERIC - W.STOP) or not all(is_syllable(w) for w in asked) or asked & (n.own | n.head | n.clause | n.lead):
        return False
    return any(o.figure.measure in CHANGES and asked <= o.own and not o.own - asked - W.OF_PRICE - W.STOP for o in world.figures)


_WITH = re.compile(rf"(?<!\w)(?i:xuất|nhập|bán|mua|kim ngạch)(?!\w)[^?.,]*?\s(?:sang|từ|với)\s(?:(?:thị trường|nước)\s)?(?P<who>[{UPPER}][^\W\d_]+(?:\s[{UPPER}][^\W\d_]+)*)")


def _one_of_them(q: Question, n: Named, world: World) -> bool:
    """What a partner bought of one kind of goods is not all that it bought; nor is what nobody says to be with that partner."""
    m = _WITH.search(q.text) or _WITH.search(q.raw)
    if m is None:
        return False
    who = {w for w in tokens(m["who"]) if world.vocabulary.get(w)}
    if who and not who & (n.own | n.head | n.clause | n.lead | n.around | set(tokens(n.figure.scope))):
        return True
    goods = set(tokens(n.figure.head)) - W.STOP - W.GENERIC - W.TRADE_IN_GENERAL - set(q.row)
    return bool(goods) and any(goods <= o.own and o.figure.table is not None for o in world.figures)


_MAINLY = re.compile(r"(?<!\w)(?:chủ yếu|phần lớn|nhất là|gồm|như)(?!\w)[^.;\n]*")


def _mainly_of_them(q: Question, n: Named, world: World) -> bool:
    """What all came to is not what the goods did that it is said to be mainly of: "nhập khẩu 162 triệu USD, chủ yếu là hạt điều thô"."""
    f = n.figure
    if f.table is not None or f.measure is not Measure.LEVEL or ONE_WAY.search(q.text) is None:
        return False
    goods = {w for w in set(q.terms) - W.GENERIC - W.TRADE_IN_GENERAL - n.own - n.head if world.vocabulary.get(w)}
    m = _MAINLY.search(world.report.text, f.span.end, f.sentence.end)
    return len(goods) > 1 and m is not None and goods <= set(tokens(m[0]))


__all__ = ["ONE_WAY", "REVENUE", "of_other_goods"]
