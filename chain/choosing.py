"""Which of the figures that agree with a question is meant: by the fitted model, and what the question says of it alone.

A part is meant rather than its whole where the question carries the part's words, what leaves something out where the question does,
what is left where it asks for that; one fact told in two ways counts as one. Where the likeliest is not to be trusted none is chosen.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from chain import apart, aside, matching, so_far
from chain import words as W
from chain.everyday import stands_for
from chain.givers import giver, giver_of, named_giver, unlike
from chain.question import DOCUMENT, NONE_OF, PARTS_OF_PLACE, Question
from chain.select import (
    CHANGES,
    COUNTED,
    ENOUGH,
    QUALIFIER,
    REST,
    WITHOUT,
    Agreeing,
    Match,
    agreeing,
    candidates,
    find,
    proper_names,
    same_part,
)
from chain.spelling import is_pair
from chain.tagging import NOUNS, tagged
from chain.thesaurus import phrases
from chain.world import Named, World, tokens
from report.model import Base, Figure, Measure, Modality, name_of
from report.patterns import BODY, PEOPLE
from report.text import UPPER


def choose(q: Question, world: World) -> list[Match]:
    """What a question for one figure means: the likeliest figure, then what else the rule finds.

    Empty when the likeliest is not to be trusted; then the report does not state it.
    """
    if _unknown_goods(q, world):
        return []
    among = agreeing(q, world)
    if q.modality is Modality.TARGET and (who := giver(q.text)):
        planned = tuple(w for w in q.terms if w not in tokens(named_giver(q.text)))
        theirs = [n for n, _ in among if (its := giver_of(n.figure, world)) and not unlike(its, who)]
        if not any(who in ("centre", "own", "assigned") or sum(w in n.own | n.head | n.clause for w in planned) * 2 > len(planned) for n in theirs):
            q = replace(q, terms=planned or q.terms)  # "dự toán HĐND tỉnh giao": no plan of it is told to be theirs
    ruled = find(q, world, among=among)
    found = candidates(q, world, among, strangers=True)
    if not found:
        return ruled
    if (only := _only(q, ruled, among)) is not None:
        ruled, found = [m for m in ruled if any(m.figure is n.figure for n, _ in only)], candidates(q, world, only)
    if (gone := {id(f) for f in (*so_far.marks(q, found), *aside.figures(q, found))}):
        found = [(n, x) for n, x in found if id(n.figure) not in gone]
        ruled = [m for m in ruled if id(m.figure) not in gone]
    chosen, least = _likeliest(q, world, ruled, found, "plain"), matching.doubts()["plain"]
    if chosen is None or chosen.trust < least["sure"]:
        if world.nearness is not None and (of := world.nearness(q.text)):
            near = matching.near(of, [name_of(n.figure) for n, _ in found], [x for _, x in found])
            found = [(n, {**x, **more}) for (n, x), more in zip(found, near)]
            chosen, least = _likeliest(q, world, ruled, found, "named"), matching.doubts()["named"]
    if chosen is None or chosen.trust < least["least"] and not _just_so(q, chosen, found):
        return []
    best, scores, rows, trusted = chosen.best, chosen.scores, chosen.rows, chosen.trust
    figures = [n.figure for n, _ in found]
    f = figures[best]
    if not _of_the_group(q, found[best][0]) or q.excluded and NONE_OF.search(q.text) and found[best][1]["without"] < 1.0:
        return []
    if found[best][1]["start"] < 0 and _ENDS.search(f"{found[best][0].zones.rows[2]} {f.period.label.lower()}"):
        return []  # what is told of the end of the year is not what it began with
    if _of_their_kind_alone(q, found[best][0], world) or _of_another_kind(q, found[best][0]) or _NOBODY.search(q.text) and not _DENIES.search(" ".join(found[best][0].zones.rows[:_BESIDE + 1])):
        return []
    if found[best][1]["plan"] == _ANOTHERS and "phấn đấu" in q.text.lower() and any(x["plan"] > 0 and n.figure.unit == f.unit for n, x in found):
        return []  # what the centre assigns is not what the province strives for
    if f.modality is Modality.TARGET and q.modality is None and _NOW.search(q.text):
        return []  # what is to be is not what there is now
    if _of_all_for_a_part(q, found[best][0], world) or _one_of_all(q, found[best][0], world) or _of_what_came_on_top(q, f):
        return []
    if not _of_both(q, found[best][0]) or not of_the_part(q, found[best][0], world):
        return []
    if found[best][1]["without"] < 0 and q.excluded and not q.excluded - W.GENERIC <= found[best][0].head and (WITHOUT.search(q.text) or _NOT_IT.search(q.text)) and not _deducted(q, f, world) and not _listed_beside(q, f, world) and not _beside(q, f, world) and not (_alone(q, found[best][0]) and found[best][1]["all_named"] >= 1.0):
        return []  # all of it is no answer where a part is to be left out; "nông nghiệp" under "nông, lâm nghiệp, thủy sản" leaves the others out
    if q.excluded and _leaves_out_more(q, f):
        return []
    if not q.excluded and _leaves_out(q, f, among, world) or _of_the_whole(found[best][1], f):
        return []
    if q.measure is None and f.measure in CHANGES and not q.unit and found[best][1]["all_near"] < 1.0 and found[best][1]["missing_known"] + found[best][1]["missing_noun"] > 0:
        return []  # how much something else rose is no answer to how much this is
    if _names_another(q, found[best][0], world) or _unknown_body(q, world) or _unknown_partner(q, world) or _told_other_way(q, found[best][0], world) or _other_number(q, found[best][0]):
        return []
    if _by_another_document(q, f, world) or _is_the_rest(q, found[best][0], world) or apart.of_another(q, found[best][0], world):
        return []
    if (total := _called_total(q, best, found)) is not None:
        best, f = total, figures[total]
    if (late := so_far.told(q, best, found, world)) is None:
        return []  # what is planned is not what was done
    best, f = late, figures[late]
    f = _counted_as_asked(q, figures[matching.finest(best, figures, scores)], figures)
    first = next((m for m in ruled if m.figure is f), Match(f, trusted, ENOUGH, ()))
    told = [first, *(Match(g, trusted, ENOUGH, ()) for g in matching.twins(best, figures, rows)[:1])]
    return [*told, *(m for m in ruled if not any(m.figure is t.figure for t in told))]


_SCALE = re.compile(r"(?<!\w)(?:bao nhiêu|mấy)\s+(tỷ|triệu|nghìn)(?!\w)", re.I)


_OPEN_TRUST = 0.5  # below an even chance the fitted model knows better than the names


def _just_so(q: Question, chosen: _Likeliest, found: list[tuple[Named, dict[str, float]]]) -> bool:
    """Whether the likeliest goes by the very words of the question, no more and no fewer, at its time, and no other does: "xuất khẩu EU", asked of "kim ngạch xuất khẩu sang EU"."""
    def named(n: Named, x: Mapping[str, float]) -> bool:
        said = {w for w in q.terms if w not in W.GENERIC and w not in COUNTED}
        own = {w for w in n.own if w not in W.GENERIC and w not in W.STOP and w not in COUNTED}
        return len(own) > 1 and own <= set(q.row) and said <= n.own | n.head and x["kind"] == 1.0 and x["when"] >= (1.0 if q.periods else 0.8)

    n, x = found[chosen.best]
    if chosen.trust < _OPEN_TRUST or q.excluded or not q.amount or not named(n, x):
        return False
    return all(other.figure.value == n.figure.value for other, y in found if named(other, y))


def _counted_as_asked(q: Question, f: Figure, figures: list[Figure]) -> Figure:
    """The same amount as the report prints it in the scale that is asked for ("bao nhiêu tỷ USD"), where it does."""
    m = _SCALE.search(q.text)
    if m is None or m[1].lower() in f.text.lower():
        return f
    return next((g for g in figures if g.value == f.value and g.unit == f.unit and g.measure is f.measure and m[1].lower() in g.text.lower() and matching.same_time(g, f)), f)


@dataclass(frozen=True)
class _Likeliest:
    """The place of the likeliest figure among those found, the utilities of all, their features in a row, and how far it is to be trusted."""

    best: int
    scores: list[float]
    rows: list[list[float]]
    trust: float


def _likeliest(q: Question, world: World, ruled: list[Match], found: list[tuple[Named, dict[str, float]]], kind: str) -> _Likeliest | None:
    """What is likeliest to be meant, by the words alone ("plain") or by how near the names are as well ("named"); None where several parts may be."""
    scores = [matching.score(x, kind) for _, x in found]
    rows = [[x[k] for k in (*matching.FEATURES, *(matching.NEAR if kind == "named" else ()))] for _, x in found]
    figures = [n.figure for n, _ in found]
    given = (figures, rows, scores, matching.weights(kind)["none"], ruled[0].figure if ruled else None, len(q.terms), world.rivals)
    best, grounds = matching.grounds(*given)
    if (literal := _literally(q, found[best][0], ruled, found)) is not None:
        best, grounds = matching.grounds(*given, instead=(literal, best))
    narrower = _narrower(q, figures[best], [(n, share) for (n, _), share in zip(found, matching.probabilities(scores, kind))], world, all_held=found[best][1]["missing_known"] == 0)
    if narrower is not None and not narrower:
        return None  # the question says more than this figure's name, and which one says it is not sure
    if narrower:
        best, grounds = matching.grounds(*given, instead=(next(i for i, f in enumerate(figures) if f is narrower[0]), best))
    elif len(figures) > 1:  # the part is the likeliest already: what speaks for its whole speaks for it
        after = max((i for i in range(len(figures)) if i != best), key=lambda i: (scores[i], -figures[i].span.start))
        if scores[after] > scores[best] - _CLOSE and _narrower(q, figures[after], [(n, 0.0) for n, _ in found], world) == [figures[best]]:
            best, grounds = matching.grounds(*given, instead=(best, after))
    if member := _one_of_them(q, found[best][0], world):  # of all of them, and one is asked for
        own = [i for i, (n, _) in enumerate(found) if member <= n.own and n.figure.measure is figures[best].measure and matching.same_time(n.figure, figures[best])]
        if not own:
            return None
        best, grounds = matching.grounds(*given, instead=(max(own, key=lambda i: scores[i]), best))
    if (wider := _wider(q, best, found, scores, world)) is not None:
        best, grounds = matching.grounds(*given, instead=(wider, best))
    if (whole := _whole_of_part(q, best, found, scores, world)) is not None:
        best, grounds = matching.grounds(*given, instead=(whole, best))
    if (all_told := _before_brackets(q, best, found, world)) is not None:
        best, grounds = matching.grounds(*given, instead=(all_told, best))
    if (together := _all_together(q, best, found)) is not None:
        best, grounds = matching.grounds(*given, instead=(together, best))
    if (dated := _of_the_year(q, best, found)) is not None:
        best, grounds = matching.grounds(*given, instead=(dated, best))
    if (of_month := _against_the_month(q, best, found)) is not None:
        best, grounds = matching.grounds(*given, instead=(of_month, best))
    if (all_of_it := _all_parts(q, figures[best], figures)) is not None:
        best, grounds = matching.grounds(*given, instead=(all_of_it, best))
    if (other := _of_that_plan(q, best, found, scores)) is not None or not member and (other := _that_was_done(q, best, found, scores)) is not None:
        best, grounds = matching.grounds(*given, instead=(other, best))
    return _Likeliest(best, scores, rows, matching.trust(grounds, kind))


_ANOTHERS = -1.0  # of `plan`: the figure's clause names another plan than the question


def _as_well_named(best: int, found: list[tuple[Named, dict[str, float]]], scores: list[float]) -> list[int]:
    """The places of the figures of the very kind of the one at `best` that hold as much of the question, the likeliest first."""
    f, x = found[best][0].figure, found[best][1]
    alike = [i for i, (n, y) in enumerate(found) if i != best and (n.figure.unit, n.figure.measure) == (f.unit, f.measure) and y["missing_known"] <= x["missing_known"] and scores[i] > scores[best] - _CLOSE]
    return sorted(alike, key=lambda i: -scores[i])


def _of_that_plan(q: Question, best: int, found: list[tuple[Named, dict[str, float]]], scores: list[float]) -> int | None:
    """The place of the plan that the question names ("phấn đấu thu bao nhiêu"), where the one at `best` is told as another's ("dự toán Trung ương giao")."""
    if found[best][1]["plan"] >= 0 or q.modality is not Modality.TARGET:
        return None
    return next((i for i in _as_well_named(best, found, scores) if found[i][1]["plan"] > 0 and found[i][0].figure.modality is Modality.TARGET), None)


def _that_was_done(q: Question, best: int, found: list[tuple[Named, dict[str, float]]], scores: list[float]) -> int | None:
    """The place of what was done as the question says ("thu hồi được bao nhiêu nợ"), where the one at `best` lacks the deed ("tổng nợ")."""
    if found[best][1]["missing_verb"] <= 0:
        return None
    return next((i for i in _as_well_named(best, found, scores) if found[i][1]["missing_verb"] <= 0), None)


def _deducted(q: Question, f: Figure, world: World) -> bool:
    """Whether what is to be left out stands under a figure as a negative amount: it is taken off already."""
    return any(n.figure.value < 0 and n.figure.head == f.indicator and n.figure.table == f.table and q.excluded <= n.own for n in world.figures if n.figure.measure is Measure.LEVEL)


def _listed_beside(q: Question, f: Figure, world: World) -> bool:
    """Whether what is to be left out stands beside a price or a rate of growth in its table, both parts of one row: "thực phẩm" is without "lương thực" there."""
    beside = [n for n in world.figures if n.figure.table is not None and n.figure.table == f.table and n.figure.column == f.column and n.figure.row != f.row]
    return f.measure in CHANGES and bool(f.head) and any(n.figure.indicator == f.head for n in beside) and any(n.figure.head == f.head and q.excluded <= n.own for n in beside)


def _beside(q: Question, f: Figure, world: World) -> bool:
    """Whether what is to be left out and a figure add up to a third that the report tells, alone or with one more part: neither is in the other."""
    if f.measure is not Measure.LEVEL or f.unit in ("%", "‰", ""):
        return False
    alike = [n for n in world.figures if (g := n.figure).unit == f.unit and g.measure is Measure.LEVEL and matching.same_time(g, f) and (g.section == f.section or g.table is not None and g.table == f.table) and g.value > 0]
    excluded = q.excluded - _MEASURES or q.excluded  # "tiền bán hàng tịch thu" is told as "bán hàng tịch thu 568 triệu đồng"
    left_out = [n.figure for n in alike if excluded <= n.own and n.figure is not f]
    wholes = {n.figure.value for n in alike if n.figure.value > f.value}
    third = {n.figure.value for n in alike if n.figure.sentence == f.sentence and n.figure is not f}
    return any(f.value + b.value in wholes or b.sentence == f.sentence and any(f.value + b.value + c in wholes for c in third - {b.value}) for b in left_out)


def _literally(q: Question, best: Named, ruled: list[Match], found: list[tuple[Named, dict[str, float]]]) -> int | None:
    """The place of the figure whose name holds every word of the question, where the likeliest holds none: "vé máy bay" is no "giao thông" where it is told itself."""
    asked = set(q.terms)
    if len(asked) < 2 or not ruled or asked & (best.own | best.head | best.clause) or any(n is best and x["in_own"] > _WHOLLY and not x["translated"] for n, x in found):
        return None  # "IIP" is what the question spells out
    return next((i for i, (n, _) in enumerate(found) if n.figure is ruled[0].figure and asked <= n.own), None)


def _names_another(q: Question, n: Named, world: World) -> bool:
    """Whether the question names somebody ("Indonesia") whom other figures are of and whom this one, and all around it, does not name."""
    cased = q.raw != q.raw.lower() and q.raw != q.raw.upper()
    alone = {(m[1].lower(),) for m in _ONE_NAME.finditer(q.raw) if not m[1].isupper()} if cased else set()
    alone = {w for w in alone if any(o.own == set(w) for o in world.figures)}
    first = _FIRST_NAME.match(q.raw) if cased else None
    at_start = [tuple(tokens(first[0]))] if first is not None and " ".join(tokens(first[0])) not in world.places else []
    if cased and _placed_elsewhere(q, n) or _of_its_part(q, n, world):
        return True
    for name in (*proper_names(q, world), *alone, *at_start):
        if any(all(w in words for w in name) for words in (*n.zones.sets[:_IN_SENTENCE], n.zones.sets[-1])) or n.figure.table is not None and any(all(w in words for w in name) for words in n.zones.sets):
            continue
        said = f" {' '.join(name)} "
        of_province = f" tỉnh{said}"
        if of_province in f" {q.text.lower()} " and not any(of_province in o.zones.rows[0] or of_province in o.zones.rows[1] for o in world.figures):
            continue  # a report says "tỉnh", and no more, of its own
        if said.strip() == "việt nam" or said in f" {' '.join(tokens(world.report.text[:_OPENING]))} ":
            continue  # whom the report is about
        if any(said in o.zones.rows[0] or said in o.zones.rows[1] for o in world.figures):
            return True
    return False


def _of_its_part(q: Question, n: Named, world: World) -> bool:
    """Whether the question asks of a port, a market, … that is called as the town, of which other figures are: "cảng Vạn Lạch" in a report from Vạn Lạch."""
    asked = f" {' '.join(tokens(q.text))} "
    parts = [f" {kind} {place} " for kind in PARTS_OF_PLACE for place in world.places if f" {kind} {place} " in asked]
    return any(
        any(part in o.zones.rows[0] for o in world.figures) and not any(all(w in words for w in tokens(part)) for words in n.zones.sets[:_IN_SENTENCE])
        for part in parts
    )  # fmt: skip


def _placed_elsewhere(q: Question, n: Named) -> bool:
    """Whether a question names one of a kind ("Chi cục Hải quan khu vực Hòn Sa") and a figure is of another of the very kind ("… khu vực Vân Lộc")."""
    told = {m["kind"].lower(): m["name"].lower() for m in _ONE_OF_KIND.finditer(n.figure.indicator)}
    near = f" {' '.join(n.zones.rows[:_BESIDE + 1])} "
    for m in _ONE_OF_KIND.finditer(q.raw):
        other = told.get(m["kind"].lower())
        if other is not None and not set(tokens(other)) & set(tokens(m["name"])) and f" {' '.join(tokens(m['name']))} " not in near and f" {' '.join(tokens(other))} " not in f" {' '.join(q.row)} ":
            return True
    return False


_FIRST_NAME = re.compile(rf"(?!(?:Chi|Tổng|Sở|Bộ|Cục|Ngân|Công|Tính|Có|Còn|Số|Vốn|Xuất|Nhập|Thu)\s)[{UPPER}][^\W\d_]+(?:\s[{UPPER}][^\W\d_]+)+(?=\s)")  # "Nhật Bản đăng ký bao nhiêu vốn?"
_ONE_OF_KIND = re.compile(rf"(?<!\w)(?P<kind>(?i:huyện|thị xã|xã|phường|cửa khẩu|cảng|chi cục hải quan khu vực|chi cục hải quan|hải quan khu vực|ban quản lý dự án|cụm công nghiệp|khu công nghiệp|bệnh viện|công ty(?: cp| tnhh| cổ phần)?))\s(?P<name>[{UPPER}][^\W\d_]+(?:\s[{UPPER}][^\W\d_]+)*)")


def _other_number(q: Question, n: Named) -> bool:
    """Whether a name with a number ("RON 95") is asked for and the figure bears another of the kind ("RON 92")."""
    row = tokens(q.text)
    kinds = [(a, b) for a, b in zip(row, row[1:]) if b in q.numbers and a.isalpha()]
    name = n.zones.rows[0] + n.zones.rows[1]
    return any(f" {a} {b} " not in name and re.search(rf" {re.escape(a)} \d", name) is not None for a, b in kinds)


def _is_the_rest(q: Question, n: Named, world: World) -> bool:
    """Whether what is asked of is told as the rest of a whole, without its amount ("còn lại là rừng phòng hộ"), and a figure of the same paragraph is not called so."""
    f, asked = n.figure, set(tokens(q.text))
    for s, m in world.rests:
        if f.table is not None or "\n" in world.report.text[min(f.span.end, s.span.start) : max(f.span.start, s.span.start)]:
            continue
        what = {w for w in tokens(m["what"]) if w not in W.STOP and w not in W.GENERIC}
        held = n.own | n.head if f.sentence == s.span else n.own | n.head | n.clause
        if what and what <= asked and not what <= held | n.zones.sets[-1] and f.measure is Measure.LEVEL and not re.search(r"\d", s.text[m.end() :]):
            return True
    return False


def _by_another_document(q: Question, f: Figure, world: World) -> bool:
    """Whether a decree is named by its number that the report does not name, or a figure is told by another one: "miễn theo Nghị quyết 198/2025/QH15"."""
    asked, text = _documents(q.raw), world.report.text
    return bool(asked) and (not asked & _documents(text) or bool(told := _documents(text[f.sentence.start : f.sentence.end])) and not asked & told)


def _documents(text: str) -> set[str]:
    """The decrees that a text names, each by its number and year."""
    return {"/".join(m[0].split("/")[:2]) for m in DOCUMENT.finditer(text)}


def _unknown_body(q: Question, world: World) -> bool:
    """Whether the question is of a body ("Bộ Công an") that the report does not name."""
    own = {w for place in world.places for w in tokens(place)}
    return any(not world.says(" ".join(w for w in tokens(_without_verb(m[0])) if w not in own)) for m in _BODY.finditer(q.text))


def _without_verb(body: str) -> str:
    """A body's name without a small word behind it that is no part of it: "Cục Thuế đang", but "Bộ Công an"."""
    *name, last = body.split()
    return " ".join(name) if len(name) > 1 and last.islower() and not is_pair(name[-1].lower(), last) else body


def _unknown_partner(q: Question, world: World) -> bool:
    """Whether trade with a country ("sang Đức") is asked for whose name the report does not have."""
    cased = q.raw != q.raw.lower() and q.raw != q.raw.upper()
    return cased and any(not world.vocabulary.get(m[1].lower()) and m[1].lower() not in W.STOP for m in _PARTNER.finditer(q.text))


def _told_other_way(q: Question, n: Named, world: World) -> bool:
    """Whether the question names goods that the report tells only of the trade the other way, and the figure is of others: phones are exported there, and no imports of them told."""
    asked = {m[1].lower() for m in _TRADE_WAY.finditer(q.text)}
    if len(asked) != 1:
        return False
    for pair in q.compounds:
        if set(pair) & _TRADE_WORDS or pair in _ANY_GOODS or set(pair) <= n.own | n.head | n.clause:
            continue
        ways = [{m[1].lower() for m in _TRADE_WAY.finditer(name_of(o.figure))} for o in world.figures if set(pair) <= o.own and f" {' '.join(pair)} " in o.zones.rows[0]]
        told = set().union(*ways) if ways else set()
        if told and not told & asked and all(ways):
            return True
    return False


_TRADE_WAY = re.compile(r"(?<!\w)(xuất|nhập)(?: khẩu)?(?!\w)(?! siêu)", re.I)
_TRADE_WORDS = frozenset(["xuất", "nhập", "khẩu", "trị", "giá", "kim", "ngạch", "lượng"])
_ANY_GOODS = frozenset((("sản", "phẩm"), ("mặt", "hàng"), ("nhóm", "hàng"), ("các", "loại")))  # a row may shorten them: "SP điện tử"
_PARTNER = re.compile(rf"(?<!\w)(?i:xuất|nhập|bán|mua|kim ngạch|thương mại)(?!\w)[^?.,]*?\s(?:sang|từ|với|vào|tới|đi|thị trường)\s(?:(?:thị trường|nước|khối)\s)?([{UPPER}][^\W\d_]+)(?!\w)")
_BODY = re.compile(rf"(?<!\w)(?<![Cc]hi )(?:[Bb]ộ|[Ss]ở|[Cc]ục|[Tt]ập đoàn)\s+[{UPPER}][^\W\d_]+(?:\s+[{UPPER}]?[^\W\d_]+)?(?=\s)")
_ONE_NAME = re.compile(rf"(?<=[^\W\d_] )(?<![{UPPER}] )([{UPPER}][^\W\d_]+)(?!\w| [{UPPER}])")
_OPENING = 600  # characters: its head and title
_IN_SENTENCE = 5  # its name, head, clause, the start of its sentence, the sentence
_MEASURES = frozenset(w for noun in W.MEASURE_NOUNS for w in noun.split())
_CLOSE = 1.0
_CLOSE_NAMESAKE = 3.0  # where both are called the same, and one is of somebody
_BOTH = re.compile(r"(?<!\w)cả\s+(?P<a>\S+(?:\s\S+){0,3}?)\s+lẫn\s+(?P<b>\S+(?:\s\S+){0,3}?)(?=\s+(?:là|được|đạt|bao nhiêu|mấy|trong|năm|tháng|quý)(?!\w)|\s*[?.,]|$)", re.I)


def _of_both(q: Question, n: Named) -> bool:
    """Whether a figure is of both parts where the question asks for both: "cả cấp mới lẫn tăng thêm"."""
    m = _BOTH.search(q.text)
    held = n.own | n.head | n.clause
    return m is None or all(w in held for part in (m["a"], m["b"]) for w in tokens(part) if w not in W.STOP)


_MEN = re.compile(r"(?<!\w)(?:động|số|người|học sinh|trẻ em|giới|thanh niên|nhân viên|cán bộ) nam(?!\w)(?! (?:nay|ngoái|trước|sau|qua|tới|nào|này|học|\d))", re.I)  # no "năm" that lost its mark, beside words that kept theirs
_YOUNG = re.compile(r" (?:thất nghiệp|lao động|việc làm) (?:của |ở )?thanh niên | thanh niên (?:bị )?(?:thất nghiệp|thiếu việc làm) ")
_OF_SOME = ("nam", "nữ", "thành thị", "nông thôn")


def _of_the_group(q: Question, n: Named) -> bool:
    """Whether a figure is of the men, the women, the town or the country that the question is about: what does not say so is of all."""
    row = f" {' '.join(q.row)} ".replace(" nông thôn mới ", " ")
    if _YOUNG.search(row) and not any(" thanh niên " in r or " 15 24 " in r for r in n.zones.rows[: _BESIDE + 2]):
        return False
    asked = [w for w in _OF_SOME if f" {w} " in row] + (["nam"] if _MEN.search(q.raw) else [])
    return not asked or any(f" {w} " in row for w in asked for row in n.zones.rows[:_BESIDE + 2])


_WHO_THEY_ARE = frozenset(("nam", "nữ", "thành", "thị", "nông", "thôn", "khu", "vực", "đô", "thanh", "niên", "giới", "trẻ", "em", "khách", "hàng", "cá", "nhân", "nhóm"))
_CAPITAL = re.compile(rf"(?<=\s)[{UPPER}][^\W\d_]*[a-zà-ỹđ]")
_WHERE_THEY_ARE = frozenset(("huyện", "xã", "phường", "thị", "trấn", "quận", "tỉnh", "thành", "phố", "tp", "cửa", "khẩu", "cảng"))
_OF_ALL_PRICES = frozenset(("giá", "cpi", "tiêu", "dùng", "mặt", "bằng"))


def _of_their_kind_alone(q: Question, n: Named, world: World) -> bool:
    """Whether all that a figure has of the question is who it is of ("nông thôn", "khách hàng cá nhân"), and not what is asked of them, which the report tells of others."""
    asked = [u for u in matching.units(q.row, q.terms, q.nouns, world, q.numbers) if not u.anyone]
    held: set[str] = set()
    lacking = partly = False
    for u, (zone, worth) in zip(asked, matching.hits_of(asked, n), strict=True):
        if matching.close(u, (zone, worth), n):
            held.update(u.forms[0])
        elif u.known and (u.noun or u.term) and not set(u.forms[0]) <= _OF_ALL_PRICES:
            begun = any(form[0] in n.own and f" {' '.join(form)} " in n.zones.rows[-1] for form in u.forms)  # "thu" in a report on "thu ngân sách"
            lacking = lacking or not begun and not stands_for(u.spoken, n.zones.sets[0] | n.zones.sets[1] | n.zones.sets[2], n.zones.rows[:3])
            partly = partly or len(set(u.forms[0]) & (n.own | n.head) - _MEASURES - W.GENERIC) > 1  # "nhập khẩu" of "trị giá hàng nhập khẩu"
    where = _WHERE_THEY_ARE | {w.lower() for w in _CAPITAL.findall(q.raw)}
    named = partly or n.own <= where | W.STOP  # called by its place alone, what it is of is said above it
    return lacking and bool(held) and held <= (_WHO_THEY_ARE if named else _WHO_THEY_ARE | where)


# What there are several kinds of, told apart by the word behind it: what one pays is not what another does.
KINDS_OF = {
    "tiền": ("sử dụng", "thuê", "lương", "phạt", "gửi", "chậm nộp"), "chi": ("thường xuyên", "đầu tư", "sự nghiệp"), "bảo hiểm": ("y tế", "xã hội", "thất nghiệp"),
    "thịt": ("lợn", "bò", "gà", "vịt", "trâu"), "trứng": ("gà", "vịt"), "gạo": ("tẻ", "nếp"), "dầu": ("diesel", "hỏa", "thô", "mazut"),
    **dict.fromkeys(("năng suất", "sản lượng", "diện tích"), ("lúa", "ngô", "lạc", "mía", "sắn", "đậu", "rau", "chè", "cà phê", "hồ tiêu", "cao su", "điều", "dứa", "cam", "khoai")),
}  # fmt: skip


def _of_another_kind(q: Question, n: Named) -> bool:
    """Whether one kind of a thing ("năng suất ngô", "bảo hiểm xã hội") is asked for and a figure is called one of another kind, and nowhere near of the one asked."""
    row, name = f" {' '.join(q.row)} ", n.zones.rows[0]
    near = " ".join(n.zones.rows[: _BESIDE + 1])
    for thing, kinds in KINDS_OF.items():
        asked = [k for k in kinds if f" {thing} {k} " in row]
        told = [k for k in kinds if f" {thing} {k} " in name]
        if asked and told and not any(f" {k} " in near for k in asked) and not any(f" {k} " in row for k in told):
            return True
    if n.figure.unit in ("ha", "tấn") and (counted := _SO_MUCH_OF.search(f" {' '.join(tokens(q.text))} ")):  # "bao nhiêu ha lúa": none of vegetables
        others = [k for k in KINDS_OF["diện tích"] if k != counted[1] and f" {k} " in name]
        return bool(others) and f" {counted[1]} " not in near and not any(f" {k} " in row for k in others)
    return False


_SO_MUCH_OF = re.compile(rf" (?:bao nhiêu|mấy) (?:ha|héc ta|hecta|tấn) ({'|'.join(KINDS_OF['diện tích'])}) ")
_NOBODY = re.compile(r"(?<!\w)(?:chẳng|không|chưa|ko) (?:có )?ai(?!\w)", re.I)
_DENIES = re.compile(r"(?<!\w)(?:không|chưa|chẳng|ế|thiếu|vắng)(?!\w)", re.I)
_NOT_IT = re.compile(r"(?<!\w)(?:phần|số|khoản|tiền|vốn) không phải (?:là )?(?!bao nhiêu|mấy)", re.I)
_ALONE = re.compile(r"(?<!\w)(?:chỉ|tính) (?:tính|kể|xét|riêng)(?!\w)", re.I)  # "chỉ tính A, không kể B": A is told without B
_BY_ITSELF = re.compile(r"^\W*(?:(?:còn|thế|vậy)\s+)?(?:chỉ\s+|tính\s+)?riêng(?!\w)", re.I)
_ENDS = re.compile(r"(?<!\w)cuối (?:năm|kỳ|quý|tháng)(?!\w)", re.I)
_PART = re.compile(r"^(?P<part>.+?)\s+(?:chiếm|đóng góp)\s", re.I)


def _alone(q: Question, n: Named) -> bool:
    """Whether what is to be left out is nothing but what a figure is not of anyway: "riêng thuế xuất khẩu, chưa tính các khoản khác" of one that is named without others."""
    return _ALONE.search(q.text) is not None or "khác" in q.excluded and _BY_ITSELF.match(q.text) is not None and not q.excluded & n.own


def of_the_part(q: Question, n: Named, world: World) -> bool:
    """Whether a share is of the part that is asked for: education's share of the expenditure is not that of health."""
    m = _PART.match(q.text) if q.measure is Measure.SHARE else None
    if m is None:
        return True
    row = [w for w in tokens(m["part"]) if w in q.row]
    units = [u for u in matching.units(row, [w for w in q.terms if w in row], q.nouns, world) if u.noun and not u.anyone]
    if not units:
        return True
    held = [0 <= zone <= _BESIDE and worth > 0.5 for zone, worth in matching.hits_of(units, n)]
    return held[max(range(len(units)), key=lambda i: units[i].weight)] or sum(u.weight for u, near in zip(units, held) if near) * 2 > sum(u.weight for u in units)


_BESIDE = 3  # its name, its head, its clause, the start of its sentence


_REST_ASKED = re.compile(r"(?<!\w)(?:khoản|nhóm|hàng|mặt hàng|nước|ngành|loại|đơn vị|lĩnh vực|thị trường|chi|thu|sản phẩm|cây|dịch vụ|huyện|xã|địa phương|doanh nghiệp|nguồn)(?:\s+\S+){0,4}?\s+(?:khác|còn lại)(?!\s+(?:là\s+|được\s+)*(?:bao nhiêu|mấy))(?!\w)", re.I)


def _only(q: Question, ruled: list[Match], among: Agreeing) -> Agreeing | None:
    """The figures that alone can be meant: those that leave something out, or of what is left, where the question says so and one of them fits."""
    fitting = {m.figure.span for m in ruled}
    left = [(n, agree) for n, agree in among if agree["without"] == 1.0] if q.excluded else []
    rest = [(n, agree) for n, agree in among if REST.search(n.figure.indicator.strip())] if _REST_ASKED.search(q.text) else []
    numbered = [(n, agree) for n, agree in among if all(k in n.own for k in q.numbers) and n.own & set(q.terms)] if q.numbers and not QUALIFIER.search(q.raw) else []
    if numbered and len(numbered) < len(among) and not any(all(k in n.own | n.head for k in q.numbers) for n, _ in among if n.figure.span in fitting):
        return numbered  # "sản phẩm OCOP 4 sao"
    whole = re.search(r"(?<!\w)tổng\s+(?:số\s+|cộng\s+|mức\s+)?(\w+)", q.text, re.I)
    if whole and whole[1].lower() in q.terms:
        called = re.compile(rf" tổng (?:số |cộng |mức )?{re.escape(whole[1].lower())} ")
        told = {m.figure.span for m in ruled if not m.missing}
        named = set(q.terms)
        wholly = any(n.figure.span in told and named <= n.own for n, _ in among)  # "tổng vốn đầu tư toàn xã hội": told without "tổng"
        totals = [(n, agree) for n, agree in among if n.figure.span in told and called.search(n.zones.rows[0]) and (named <= n.own or not wholly)]
        if totals:
            return totals  # "tổng nợ": no part of it
    return next((some for some in (left, rest) if any(n.figure.span in fitting for n, _ in some)), None)


def _of_the_whole(x: Mapping[str, float], f: Figure) -> bool:
    """Whether the question names a row's head alone, and nothing of the row: it asks for the whole, and this is a part."""
    return f.table is not None and x["in_head"] > _MOSTLY and x["extra"] > _MOSTLY and not x["in_own"]


_MOSTLY = 0.9
_SMALL = frozenset(("chỉ", "còn", "mới", "tổng"))


_LISTED = re.compile(r"\((?P<them>[^()\d]+,[^()\d]+)\)[^()\d;]*$")


def _one_of_them(q: Question, n: Named, world: World) -> set[str]:
    """The words of the one thing asked for, where a figure is of several that stand in brackets before it: "ba khu vực (nhà nước, FDI, ngoài quốc doanh) nộp 38.635 tỷ đồng"."""
    f = n.figure
    m = _LISTED.search(world.report.text[f.sentence.start : f.span.start]) if f.table is None else None
    if m is None:
        return set()
    them = [set(tokens(p)) - W.STOP - W.GENERIC for p in re.split(r"\s*,\s*|\s+và\s+", m["them"])]
    asked = [p for p in them if p and p <= set(q.terms) and not p <= n.own]
    return asked[0] if len(them) > 1 and len(asked) == 1 else set()


_THEY_ARE = re.compile(r"[^.;:()\d]{0,20}?(?:gồm|bao gồm|đó là|là các|là những)(?: có)?:?\s+(?P<them>[^.;:()\d]+?(?:,| và )[^.;:()\d]+)", re.I)


def _one_of_all(q: Question, n: Named, world: World) -> bool:
    """Whether a figure is of several places or bodies that are listed by their names right behind it, and the question names one of them: "3 khu với 812 ha, gồm Đồng Vai, Pắc Ngần và Tà Lếch"."""
    f = n.figure
    m = _THEY_ARE.match(world.report.text[f.span.end : f.sentence.end]) if f.table is None else None
    if m is None:
        return False
    them = {tuple(tokens(p)) for p in re.split(r"\s*,\s*|\s+và\s+", m["them"].strip()) if p[:1].isupper()}
    return len(them) > 1 and any(name in them and not set(name) <= n.own | n.head for name in proper_names(q, world))


_WHOLLY = 0.97
# "Khu vực trong nước đóng góp bao nhiêu tỷ đồng vào giá trị sản xuất", "Trong tổng vốn đầu tư chợ, doanh nghiệp bỏ ra bao nhiêu": a part is asked for.
_GIVES_TO = re.compile(r"^(?P<part>[^,]+?)\s+(?:đã\s+)?(?:đóng góp|góp)\s+(?:được\s+)?(?:khoảng\s+)?(?:bao nhiêu|mấy)(?:\s+\S+){0,3}?\s+(?:vào|cho|trong)\s", re.I)
_OUT_OF = re.compile(r"^trong\s+(?:tổng|toàn bộ)\s[^,]+,\s*(?:thì\s+)?(?P<part>.+?)\s+(?:đã\s+|được\s+)?(?:bỏ ra|đóng góp|góp|đầu tư|chi|nộp|là|có|chiếm|đạt)\s+(?:ra\s+|được\s+|khoảng\s+)*(?:bao nhiêu|mấy)(?!\w)", re.I)


def _of_all_for_a_part(q: Question, n: Named, world: World) -> bool:
    """Whether one of those who make up a whole is asked for and a level names none of them."""
    m = _GIVES_TO.match(q.text) or _OUT_OF.match(q.text)
    if m is None or n.figure.measure is not Measure.LEVEL:
        return False
    part = {w for w in tokens(m["part"]) if w not in W.STOP and w not in W.GENERIC and w not in _MEASURES}
    asked = [u for u in matching.units(q.row, q.terms, q.nouns, world, q.numbers) if set(u.forms[0]) & part]
    return bool(asked) and not any(0 <= zone <= 1 and worth > 0.5 for zone, worth in matching.hits_of(asked, n)) and not part & (n.own | n.head)


_NOW = re.compile(r"(?<!\w)(?<!thực )(?<!phát )(?<!biểu )(?<!thể )hiện(?:\s+(?:nay|tại|giờ|đang|đã|có))?(?!\w)(?!\s+(?:đại|trạng|hành|vật))", re.I)
_ON_TOP = re.compile(r"(?<!\w)(?:nộp|thu|cấp|chi|giao|kê khai) (?:bổ sung|thêm)(?!\w)|(?<!\w)(?:truy thu|truy nộp|tăng thêm)(?!\w)", re.I)
_ALL_OF_IT = re.compile(r"(?<!\w)(?:tổng (?:số|cộng|thu|chi)|tất cả|toàn (?:bộ|tỉnh|huyện|thành phố|ngành|xã)|cả (?:tỉnh|huyện|nước|thành phố))(?!\w)", re.I)


def _of_what_came_on_top(q: Question, f: Figure) -> bool:
    """Whether all of something is asked for and a figure is of what was paid on top of it alone: "nộp bổ sung 286 tỷ đồng thuế"."""
    return f.measure is Measure.LEVEL and _ALL_OF_IT.search(q.text) is not None and _ON_TOP.search(f.indicator) is not None and _ON_TOP.search(q.text) is None and re.search(r"(?<!\w)(?:bổ sung|thêm)(?!\w)", q.text, re.I) is None


def _leaves_out_more(q: Question, f: Figure) -> bool:
    """Whether a figure leaves out something beside what the question leaves out: "loại trừ tiền sử dụng đất và xổ số kiến thiết"."""
    name = f"{f.indicator} {f.head}"
    m = WITHOUT.search(name)
    parts = [set(tokens(p)) - W.STOP for p in re.split(r"\s*[,;]\s*|\s+và\s+", name[m.end() :])] if m else []
    return len(parts) > 1 and any(p & q.excluded for p in parts) and any(p and not p & q.excluded for p in parts)


def _leaves_out(q: Question, f: Figure, among: Agreeing, world: World) -> bool:
    """Whether a figure is told without a part that the question does not leave out, and the report tells of the whole as well."""
    mine = next((n for n, agree in among if n.figure is f and agree["without"] == -1.0), None)
    if mine is None or f.table is not None:
        return False
    core = mine.own - W.STOP - _SMALL
    return any(o.own - W.STOP - _SMALL == core and o.figure.section == f.section and o.figure.measure is Measure.LEVEL and same_part(q, o, world) == 0.0 for o in world.figures)


def _narrower(q: Question, f: Figure, found: list[tuple[Named, float]], world: World, *, all_held: bool = False) -> list[Figure] | None:
    """The figure beside `f` that carries all of the question's words that it carries, and more: the part that is asked for, not its whole.

    Empty where several do; None where none does. `all_held`: `f` holds all that the question names, if by other words.
    """
    mine = next((n for n, _ in found if n.figure is f), None)
    if mine is None:
        return None
    lacking = _lacking(q, mine, world)
    if lacking and all_held:  # "vé xe khách" is "vé ô tô khách"; "giá gạo" is that of "lương thực" only where rice is told nowhere by its own name
        lacking -= {
            w for phrase, forms in matching.told_forms(q.row, q.terms, world) for form in forms if form != phrase and set(form) <= mine.own
            and not any(n is not mine and set(phrase) - _MEASURES <= n.own for n, _ in found) for w in phrase
        }  # fmt: skip
    if not lacking:
        return None
    better = []
    for n, share in found:
        g = n.figure
        in_column = f.table is not None and g.table == f.table and g.column == f.column and f.column is not None
        if g is f or g.sentence != f.sentence and not in_column and (f.table is not None or g.table is not None or g.section != f.section) or g.unit != f.unit and not ({g.unit, f.unit} <= PEOPLE and g.head == f.indicator) or g.measure is not f.measure or matching.stated(g) == matching.stated(f):
            continue
        theirs = _lacking(q, n, world)
        if g.sentence == f.sentence and g.span.start > f.span.start and tokens(g.indicator)[:2] == tokens(f.indicator)[:2]:
            theirs -= mine.own  # "131 xã đạt chuẩn nông thôn mới; 28 xã đạt chuẩn nâng cao": of the same
        if theirs < lacking and (lacking - theirs) & (n.own if in_column else n.own | n.head | n.clause):
            better.append((len(theirs), -share, g))
    better.sort(key=lambda t: t[:2])
    if not better:
        return None
    best = [t for t in better if t[0] == better[0][0]]
    return [better[0][2]] if len({matching.stated(t[2]) for t in best}) == 1 else []


def _wider(q: Question, best: int, found: list[tuple[Named, dict[str, float]]], scores: list[float], world: World) -> int | None:
    """The place of the figure of all, where the one at `best` is told of somebody whom the question does not name: "Thị trường Lào: xuất khẩu 64 triệu USD"."""
    mine = found[best][0]
    if not unasked(q, mine, world):
        return None
    f, lacking = mine.figure, _lacking(q, mine, world)
    whole = [
        i for i, (n, _) in enumerate(found)
        if n is not mine and n.figure.unit == f.unit and n.figure.measure is f.measure and matching.same_time(n.figure, f) and abs(n.figure.value) > abs(f.value)
        and not (BODY.fullmatch(f.head) and BODY.fullmatch(n.figure.head))  # peers, not a part and its whole
        and (scores[i] > scores[best] - _CLOSE and _lacking(q, n, world) <= lacking or n.figure.indicator == f.indicator and scores[i] > scores[best] - _CLOSE_NAMESAKE and _lacking(q, n, world) <= lacking | mine.head)
        and not unasked(q, n, world)
    ]  # fmt: skip
    return max(whole, key=lambda i: scores[i], default=None)


_NAMES_NOTHING = W.STOP | W.GENERIC | frozenset(("lượng", "trị", "giá", "số", "các", "loại", "tổng", "mức", "khối", "kim", "ngạch"))


def _whole_of_part(q: Question, best: int, found: list[tuple[Named, dict[str, float]]], scores: list[float], world: World) -> int | None:
    """The place of what the question names to the last word, where the one at `best` is a part of it by a name that it does not say: "xăng dầu", not its "dầu diesel"."""
    mine = found[best][0]
    f, asked = mine.figure, set(q.terms) | set(q.row)
    if f.measure is not Measure.LEVEL or not mine.own - _NAMES_NOTHING - asked or not f.head or q.excluded or found[best][1]["translated"]:
        return None
    whole = [
        i for i, (n, _) in enumerate(found)
        if n is not mine and n.figure.unit == f.unit and n.figure.measure is f.measure and n.figure.modality is f.modality and matching.same_time(n.figure, f) and abs(n.figure.value) > abs(f.value)
        and scores[i] > scores[best] - _CLOSE and (core := n.own - _NAMES_NOTHING) and core <= asked and core <= mine.head and not _lacking(q, n, world)
    ]  # fmt: skip
    return max(whole, key=lambda i: scores[i], default=None)


_TOTAL_OF = re.compile(r"(?<!\w)tổng\s+(?:số\s+|cộng\s+|mức\s+)?(?P<what>\w+\s\w+)", re.I)


def _called_total(q: Question, best: int, found: list[tuple[Named, dict[str, float]]]) -> int | None:
    """The place of the total that is called as the question calls it ("tổng kinh phí"), where the one at `best` is a part that its sentence tells without that name."""
    m = _TOTAL_OF.search(q.text)
    if m is None or not set(tokens(m["what"])) <= set(q.terms):
        return None
    mine, called = found[best][0], re.compile(rf" tổng (?:số |cộng |mức )?{re.escape(m['what'].lower())} ")
    f = mine.figure
    if set(tokens(m["what"])) & mine.own or f.table is not None or f.measure is not Measure.LEVEL:
        return None
    wholes = [i for i, (n, _) in enumerate(found) if (g := n.figure).sentence == f.sentence and g.unit == f.unit and g.measure is f.measure and g.value > f.value and called.search(n.zones.rows[0]) and matching.same_time(g, f)]
    return wholes[0] if len(wholes) == 1 else None


def _before_brackets(q: Question, best: int, found: list[tuple[Named, dict[str, float]]], world: World) -> int | None:
    """The place of the whole that stands right before the brackets in which the figure at `best` is a part, where nothing of that part's own is asked: "hoàn thành 143 nhà (92 nhà xây mới; 51 nhà sửa chữa)"."""
    (mine, x), text = found[best], world.report.text
    f = mine.figure
    opening = -1 if f.table is not None else text.rfind("(", f.sentence.start, f.span.start)
    if opening < 0 or text.find(")", opening, f.span.start) >= 0 or x["in_head"] < _MOSTLY or (mine.own - mine.head) & set(q.row):
        return None
    return next(
        (
            i for i, (n, _) in enumerate(found)
            if (g := n.figure).sentence == f.sentence and g.table is None and g.span.end <= opening and not text[g.span.end : opening].strip() and g.unit == f.unit and g.measure is f.measure and g.value > f.value
        ),
        None,
    )  # fmt: skip


def _all_parts(q: Question, f: Figure, figures: Sequence[Figure]) -> int | None:
    """The place of the whole, where the question names each of its parts and `f` is one of them: "hỗ trợ miễn, giảm, gia hạn thuế"."""
    parts = [g for g in figures if g.head == f.head and g.sentence == f.sentence and g.unit == f.unit and g.measure is Measure.LEVEL]
    if not f.head or f.measure is not Measure.LEVEL or len(parts) < 2 or not all(set(tokens(g.indicator)) - W.STOP <= set(q.terms) for g in parts):
        return None
    return next((i for i, g in enumerate(figures) if g.indicator == f.head and g.sentence == f.sentence and g.unit == f.unit and g.measure is Measure.LEVEL), None)


def _of_the_year(q: Question, best: int, found: list[tuple[Named, dict[str, float]]]) -> int | None:
    """The place of what the same sentence tells of the one year that is asked, where the one at `best` is of a run of years: "5 năm xử lý 5.236 vụ; riêng năm 2020 xử lý 864 vụ"."""
    mine = found[best][0]
    f, core = mine.figure, mine.own - W.STOP
    if f.period.kind != "range" or not q.periods or any(p.kind != "year" for p in q.periods):
        return None
    same = [
        i for i, (n, _) in enumerate(found)
        if (g := n.figure).period.kind == "year" and any(g.period.year == p.year for p in q.periods) and g.sentence == f.sentence and g.measure is f.measure and g.modality is f.modality
        and (f.unit.startswith(g.unit) or g.unit.startswith(f.unit)) and ((own := n.own - W.STOP) <= core or core <= own) and own & set(q.terms)
    ]  # fmt: skip
    return same[0] if len(same) == 1 else None


_ALTOGETHER = re.compile(r"(?<!\w)(?:tất cả|tổng cộng|cả thảy|tổng số)(?!\w)", re.I)


def _all_together(q: Question, best: int, found: list[tuple[Named, dict[str, float]]]) -> int | None:
    """The place of what the one at `best` is told as a part of, where all together is asked for: "52 đợt, trong đó 25 đợt tăng"."""
    f = found[best][0].figure
    if not _ALTOGETHER.search(q.text) or not f.head or f.measure is not Measure.LEVEL or f.table is not None:
        return None
    whole = [i for i, (n, _) in enumerate(found) if (g := n.figure).sentence == f.sentence and g.unit == f.unit and g.measure is f.measure and g.span.end <= f.span.start and g.value > f.value and g.indicator in (f.head, f.head.partition(":")[0])]
    return whole[0] if len(whole) == 1 else None


_PRICES = re.compile(r"(?<!\w)(?:CPI|chỉ số giá|giá(?! trị| hiện hành| so sánh))(?!\w)", re.I)


def _against_the_month(q: Question, best: int, found: list[tuple[Named, dict[str, float]]]) -> int | None:
    """The place of what a month's price moved against the month before, where nothing is said of what it is held against and the one at `best` is held against more."""
    (mine, x), one_month = found[best], len(q.periods) == 1 and q.periods[0].kind == "month"
    f = mine.figure
    if q.base is not Base.NONE or q.measure is not Measure.GROWTH or not one_month or f.base not in (Base.YEAR, Base.DECEMBER) or f.measure is not Measure.GROWTH or not _PRICES.search(q.text):
        return None
    same = [i for i, (n, y) in enumerate(found) if (g := n.figure).base is Base.PREVIOUS and g.measure is f.measure and g.modality is f.modality and matching.same_time(g, f) and y["all_named"] >= x["all_named"] and y["extra"] <= _LIKE_IT and y["extra_head"] <= _LIKE_IT]
    return max(same, key=lambda i: found[i][1]["all_near"], default=None)


_LIKE_IT = 0.5  # of the weight of a name, what else it may say


def unasked(q: Question, n: Named, world: World) -> set[str]:
    """The proper names in a figure's head that neither the question nor the report's own place holds."""
    known = {w for place in world.places for w in tokens(place)} | set(q.row) | set(q.terms)
    return {w.lower() for w in _NAME.findall(n.figure.head) if not w.isupper()} - known


_NAME = re.compile(rf"(?<!\w)[{UPPER}][^\W\d_]+")
_OF_GOODS = frozenset(("xuất khẩu", "nhập khẩu", "sản lượng", "năng suất", "giá", "trồng", "nuôi"))


def _unknown_goods(q: Question, world: World) -> bool:
    """Whether the goods named right after what is counted of them ("xuất khẩu gạo") are neither in the report nor called otherwise there."""
    row = tagged(q.text)
    for (counted, _), (goods, tag) in zip(row, row[1:]):
        said = tuple(tokens(goods))
        if counted not in _OF_GOODS or not said or said[0] in W.STOP or not (tag in NOUNS or " " in goods) or not set(said) <= set(q.terms) or set(said) & q.light:
            continue
        others = [other for phrase, named in phrases(said, 0) if phrase == said for other in named]
        if not all(world.vocabulary.get(w) for w in said) and not any(all(world.vocabulary.get(w) for w in other) for other in others):
            return True
    return False


def _lacking(q: Question, n: Named, world: World) -> set[str]:
    """The words of the question that the report holds and that stand nowhere close to a figure."""
    held = n.own | n.head | n.clause | n.lead | (n.around if n.figure.table is not None else frozenset()) | _own_field(q, world)
    return {w for w in q.terms if world.vocabulary.get(w) and w not in W.GENERIC and w not in COUNTED and w not in held and w not in tokens(n.figure.unit)}


_FIELD = re.compile(r"(?<!\w)ngành\s+([^\W\d_]+\s[^\W\d_]+)", re.I)


def _own_field(q: Question, world: World) -> frozenset[str]:
    """The words of the field that the question names, where the report is that field's own: "ngành Công Thương" in what "Sở Công Thương" tells."""
    head = world.report.text[:_OPENING]
    return frozenset(w for m in _FIELD.finditer(q.text) if re.search(rf"(?<!\w)(?:bộ|sở|ngành|cục|chi cục|phòng)\s+{re.escape(m[1])}(?!\w)", head, re.I) for w in tokens(m[1]))
