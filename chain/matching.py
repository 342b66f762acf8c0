"""How well a figure's words carry a question's: features, and a linear model over them.

A question is cut into units: a phrase of the thesaurus with what reports write for it, a word of several syllables, or a
syllable. Each unit is looked for in the texts around a figure, the closest first: the name that the reader gave it, its head,
its clause, its sentence, its table's and sections' titles, its paragraph. How much of the question is found where, how much is
missing, how much of that the name says in other words (`everyday`), and how much it says beyond the question are features; so are the slots. Their weights are fitted on questions with
known answers (`evals.train_matcher`, a conditional logit over a report's figures and "none of them") and kept in `matcher.json`.
Whether the likeliest figure is to be trusted is a second fit, over how it stands to the others (`trust.json`). Both are data, and
nothing here is tuned by hand.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files

from chain import thesaurus
from chain import words as W
from chain.everyday import officialese, stands_for
from chain.world import ZONES, Named, World, Zones
from report.model import Bound, Direction, Figure, Measure, Modality, Span
from report.periods import same, until
from report.text import words

FEATURES = (
    *(f"in_{z}" for z in ZONES), "missing_known", "missing_verb", "missing_term", "missing_noun", "missing_light", "torn", "extra", "extra_head", "other", "all_named", "all_near", "all_found",
    "granted", "verb", "noun", "rest", "sort", "kind", "when", "how", "no_period", "unit", "unit_open", "table", "best_cover", "one_unit", "several", "base", "most", "unit_alone", "plan", "without", "first_missing", "counted_missing", "name_missing", "other_far", "of_others", "of_rivals", "mean", "start", "extra_prose", "missing_side", "extra_group", "translated", "missing_official",
)  # fmt: skip


@dataclass(frozen=True)
class Unit:
    """Something the question names: the ways a report may put it (each a row of syllables), and how much it tells."""

    forms: tuple[tuple[str, ...], ...]
    weight: float
    noun: bool = True
    known: bool = True
    term: bool = False  # a word of statistics: what reports write about
    anyone: bool = False  # people, and nobody in particular: "bà con"
    counted: bool = False  # what stands right after "bao nhiêu"
    spoken: tuple[str, ...] = ()  # its syllables, and the pairs of the question that they stand in


def units(row: Sequence[str], terms: Sequence[str], nouns: frozenset[str], world: World, numbers: Sequence[str] = (), counted: str = "") -> tuple[Unit, ...]:
    """The units of a question: `row` its syllables in order, `terms` those that name something, `nouns` those of nouns; `numbers` belong to names.

    `counted` is the syllable after "bao nhiêu".
    """
    wanted = frozenset(terms)
    if not wanted <= set(row):  # completed from a talk
        row = terms
    out: list[Unit] = []
    i = 0
    while i < len(row):
        phrase, told = _said(row, i, wanted, world)
        if phrase:
            out.append(replace(_unit(told, phrase, nouns, world), spoken=_spoken(row, i, i + len(phrase))))
            i += len(phrase)
            continue
        w = row[i]
        if w not in wanted:
            i += 1
            continue
        pair = i + 1 < len(row) and row[i + 1] in wanted and (world.is_word(w, row[i + 1]) or world.pairs.get((w, row[i + 1]), 0) > 1)
        if pair and not _tighter(row, i + 1, wanted, world) and len(_said(row, i + 1, wanted, world)[0]) < 2:  # "người | mất mạng"
            out.append(replace(_unit(((w, row[i + 1]),), (w, row[i + 1]), nouns, world), spoken=_spoken(row, i, i + 2)))
            i += 2
            continue
        out.append(replace(_unit(((w,),), (w,), nouns, world), spoken=_spoken(row, i, i + 1)))
        i += 1
    if counted in wanted:
        last = max((k for k, u in enumerate(out) if any(f[0] == counted for f in u.forms)), default=None)
        out = [replace(u, counted=k == last) for k, u in enumerate(out)]
    out += [Unit(((n,),), 1.0, True, bool(world.vocabulary.get(n))) for n in numbers]
    return tuple(out)


def _spoken(row: Sequence[str], start: int, end: int) -> tuple[str, ...]:
    """The syllables from `start` to `end`, and the pairs of the question that they stand in."""
    return (*row[start:end], *(f"{row[k]} {row[k + 1]}" for k in range(max(0, start - 1), min(len(row) - 1, end))))


def _said(row: Sequence[str], i: int, wanted: frozenset[str], world: World) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """The longest phrase of the thesaurus at place `i` that names something and that the report has a form of, with the forms it has."""
    for phrase, forms in thesaurus.phrases(row, i):
        if not wanted & set(phrase):
            continue
        told = tuple(f for f in (phrase, *forms) if _held(f, world))
        # "luân chuyển hàng hóa": the report has both words, if not side by side; another name would lose one
        apart = len(phrase) > 2 and phrase not in told and all(world.vocabulary.get(w) for w in phrase)
        if told and not apart:
            return phrase, told
    return (), ()


def told_forms(row: Sequence[str], terms: Sequence[str], world: World) -> list[tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]]:
    """The phrases of a question that the thesaurus knows, each with its forms that the report has."""
    wanted, out, i = frozenset(terms), [], 0
    while i < len(row):
        phrase, told = _said(row, i, wanted, world)
        if phrase:
            out.append((phrase, told))
        i += len(phrase) or 1
    return out


def _tighter(row: Sequence[str], i: int, wanted: frozenset[str], world: World) -> bool:
    """Whether the syllable at `i` belongs rather to the next one than to the one before."""
    if i + 1 >= len(row) or row[i + 1] not in wanted:
        return False
    before, after = (row[i - 1], row[i]), (row[i], row[i + 1])
    return (world.is_word(*after), world.pairs.get(after, 0)) > (world.is_word(*before), world.pairs.get(before, 0))


def _held(form: Sequence[str], world: World) -> bool:
    return all(world.vocabulary.get(w) for w in form) and sum(not world.pairs.get(p) for p in zip(form, form[1:])) <= (len(form) > 3)


def _unit(forms: tuple[tuple[str, ...], ...], said: tuple[str, ...], nouns: frozenset[str], world: World) -> Unit:
    weight = max(_tells(f, world) for f in forms) * (_ANYONE_WEIGHT if said in ANYONE else 1.0)
    known = any(_held(f, world) for f in forms)
    term = any(phrase == said for phrase, _ in thesaurus.phrases(said, 0))
    return Unit(forms, weight, any(w in nouns and w not in W.EVERYDAY for w in said), known, term, anyone=said in ANYONE)


def _tells(form: tuple[str, ...], world: World) -> float:
    """How much a row of syllables tells one figure of the report from another: the rarest of them, a little more for more."""
    weights = [world.weight(w) * (0.3 if w in W.GENERIC else 1.0) for w in form]
    return max(weights) + 0.25 * (sum(weights) - max(weights))


def hit(unit: Unit, zones: Zones) -> tuple[int, float]:
    """The closest zone that holds the unit, and how well: 1 when the syllables stand together, less when apart. (-1, 0): none."""
    best = (-1, 0.0)
    for z, (row, held) in enumerate(zip(zones.rows, zones.sets)):
        for form in unit.forms:
            if len(form) == 1:
                if form[0] in held:
                    return (z, 1.0) if best[1] < 1.0 else best
            elif f" {' '.join(form)} " in row:
                return (z, 1.0)
            else:
                share = sum(w in held for w in form) / len(form)
                if share == 1.0:  # "giá trị sản xuất ngành công nghiệp": torn in one place out of five
                    worth = 0.55 + 0.4 * sum(f" {a} {b} " in row for a, b in zip(form, form[1:])) / (len(form) - 1)
                else:  # half of a word is another word: "công nghiệp" is not in "nông nghiệp"; most of a long name is the name
                    worth = max(0.25 * share, _run(form, row))
                if worth > best[1] + 0.2:
                    best = (z, worth)
        if z == 1 and (worth := _over_both(unit, zones)) > best[1]:
            best = (1, worth)
    return best


def _over_both(unit: Unit, zones: Zones) -> float:
    """How well a long name stands in a figure's own name and its head taken together: "dân số nông thôn" of "nông thôn" under "dân số trung bình"."""
    both = zones.sets[0] | zones.sets[1]
    found = 0.0
    for form in unit.forms:
        if len(form) > 2 and all(w in both for w in form):
            told = sum(f" {a} {b} " in zones.rows[0] or f" {a} {b} " in zones.rows[1] for a, b in zip(form, form[1:])) / (len(form) - 1)
            found = max(found, 0.5 + 0.5 * told)
    return found


def _run(form: Sequence[str], row: str) -> float:
    """How much of a name of four syllables or more stands in `row` side by side: "công nghiệp và xây dựng" of "khu vực công nghiệp và xây dựng"."""
    if len(form) < 4:
        return 0.0
    for size in range(len(form) - 1, max(1, (len(form) - 1) // 2), -1):
        for i in range(len(form) - size + 1):
            if f" {' '.join(form[i : i + size])} " in row:
                rest = [w for j, w in enumerate(form) if not i <= j < i + size]
                return 0.95 if all(w in W.GENERIC or w in W.STOP for w in rest) else 0.7 * size / len(form)
    return 0.0


Hits = Sequence[tuple[int, float]]  # of each unit of a question, in one figure


def hits_of(asked: Sequence[Unit], n: Named) -> Hits:
    """Where each unit of a question stands around a figure, and how well."""
    return [hit(u, n.zones) for u in asked]


def features(asked: Sequence[Unit], hits: Hits, n: Named, world: World, slots: Mapping[str, float], best: float = 0.0) -> dict[str, float]:
    """The features of a figure for a question; `slots` are those of its slots, `best` the most that any figure covers."""
    # the report's own subject or author ("hải quan" of a customs bulletin) tells its figures apart no more
    told = [u.weight * (_SUBJECT if zone == len(ZONES) - 1 and worth == 1 else 1.0) for u, (zone, worth) in zip(asked, hits)]
    whole = sum(told) or 1.0
    out = dict.fromkeys(FEATURES, 0.0)
    named_words: set[str] = set()
    first = next((i for i, u in enumerate(asked) if not u.anyone), 0)
    out["first_missing"] = float(bool(hits) and not close(asked[first], hits[first], n))
    for u, weight, (zone, worth) in zip(asked, told, hits):
        share = weight / whole
        if u.counted:
            out["counted_missing"] = float(not close(u, (zone, worth), n))
        if worth < 1 and granted(u, n):
            out["granted"] += share * (1 - worth)
            if zone >= 0:
                out[f"in_{ZONES[zone]}"] += share * worth
            named_words.update(w for form in u.forms for w in form)
            continue
        if zone >= 0:
            out[f"in_{ZONES[zone]}"] += share * worth
            for form in u.forms:
                named_words.update(form)
        out["torn"] += share * (worth if 0 < worth < 1 else 0.0)
        lack = share * (1.0 - worth)
        if lack > 0 and not granted(u, n):
            meant = stands_for(u.spoken, n.zones.sets[0] | n.zones.sets[1] | n.zones.sets[2], n.zones.rows[:3])
            out["translated"] += lack * meant
            lack *= 1.0 - meant
            out["missing_official"] += lack * officialese(u.forms[0])  # reports have the word: it is not said here
        if not u.known:
            out["missing_term" if u.term else "missing_noun" if u.noun else "missing_light"] += lack
        else:
            out["missing_known" if u.noun or u.term else "missing_verb"] += lack
    # what a figure leaves out is said by the question in its own way: it is nothing that the name says beyond
    left = frozenset(words(m[0])) if slots.get("without", 0.0) > 0 and (m := _LEFT_OUT.search(f"{n.figure.indicator} {n.figure.head}")) else frozenset()
    out["extra"] = _extra(n.zones.sets[0] - left, named_words, world)
    out["extra_head"] = _extra(n.zones.sets[1] - n.zones.sets[0] - left, named_words, world)
    out["missing_side"] = float(any(u.forms[0] in _SIDES and not 0 <= zone <= 4 for u, (zone, _) in zip(asked, hits)))
    out["extra_group"] = float(any(f" {g} " in row for g in _GROUPS for row in n.zones.rows[:2]) and not _says_group(asked, n))
    out["extra_prose"] = out["extra_head"] if n.figure.table is None else 0.0  # a table's title says more than its rows are asked by
    out["other"] = out["extra"] * min(1.0, out["missing_term"] + out["missing_noun"])
    out["other_far"] = out["extra"] * (out["in_sentence"] + out["in_around"] + out["in_paragraph"])  # "năng suất lúa" where the sentence speaks of maize as well
    out["all_named"] = float(out["in_own"] + out["in_head"] > 0.97)
    near = out["in_own"] + out["in_head"] + out["in_clause"] + out["in_lead"] + out["granted"]
    out["all_near"] = float(near > 0.97)
    out["all_found"] = float(near + out["in_sentence"] + out["in_around"] + out["in_paragraph"] > 0.97)
    out.update(slots)
    out["table"] = float(n.figure.table is not None)
    out["best_cover"] = best
    out["one_unit"] = float(len(asked) <= 1)
    out["several"] = float(", " in n.figure.indicator)
    return out


def close(u: Unit, found: tuple[int, float], n: Named) -> bool:
    """Whether a unit stands in the figure's own words, or is said by how it is counted."""
    zone, worth = found
    return 0 <= zone <= 3 and worth > 0.5 or granted(u, n) or any(" ".join(f) in n.figure.unit.lower() for f in u.forms)


def granted(u: Unit, n: Named) -> bool:
    """Whether the figure's measuring unit already says the word: "sản lượng" of tonnes, "tiền" of đồng, "người" of persons.

    Of a growth, how its thing is counted need not be said.
    """
    word = " ".join(u.forms[0])
    unit = n.figure.unit
    if unit and (word == unit or unit.startswith((f"{word} ", f"{word}/"))):
        return True
    if _counted_by(word, n):
        return True
    name = n.zones.rows[0].strip()
    return any(" ".join(form[2:]) == name and _counted_by(" ".join(form[:2]), n) for form in u.forms)  # "kim ngạch nhập khẩu" of "nhập khẩu (triệu USD)"


def _counted_by(noun: str, n: Named) -> bool:
    units_of = W.MEASURE_NOUNS.get(noun)
    return units_of is not None and (n.figure.measure is not Measure.LEVEL or n.figure.unit.split("/")[0] in units_of)


def cover(asked: Sequence[Unit], hits: Hits) -> float:
    """The share of the question that stands anywhere around the figure, what stands close counting more."""
    whole = sum(u.weight for u in asked) or 1.0
    return sum(u.weight * worth * _NEAR[zone] for u, (zone, worth) in zip(asked, hits) if zone >= 0) / whole


def named_after(figures: Sequence[Hits]) -> list[bool]:
    """For each unit whether one of the figures has it in its own name or its head."""
    return [any(0 <= zone <= 1 and worth > _WHOLLY for zone, worth in of_unit) for of_unit in zip(*figures)]


def apart(asked: Sequence[Unit], hits: Hits, n: Named, named: Sequence[bool]) -> float:
    """The share of the question that other figures are named after (`named`, by unit) and that stands nowhere near this one."""
    whole = sum(u.weight for u in asked) or 1.0
    return sum(u.weight for u, at, others in zip(asked, hits, named) if others and not u.anyone and not granted(u, n) and not _in_sight(at, n)) / whole


def _in_sight(found: tuple[int, float], n: Named) -> bool:
    zone, worth = found
    return 0 <= zone <= (5 if n.figure.table is not None else 4) and worth > 0.5


_WHOLLY = 0.9
_SIDES = frozenset(tuple(word.split()) for pair in W.OPPOSITES for word in pair)  # "nữ": a figure that does not say it is of both
# Those who are a part of all: a question that does not name them asks for the whole.
_GROUPS = ("fdi", "đầu tư nước ngoài", "đầu tư trực tiếp nước ngoài", "trong nước", "ngoài nhà nước", "thành thị", "nông thôn", "nam", "nữ", "trung ương", "địa phương", "cấp tỉnh", "cấp huyện", "cấp xã", "nội địa", "quốc tế")


def _says_group(asked: Sequence[Unit], n: Named) -> bool:
    """Whether the question names each group that a figure is of."""
    said = [f" {' '.join(form)} " for u in asked for form in u.forms]
    return all(any(f" {g} " in s or s.strip() in g for s in said) for g in _GROUPS if any(f" {g} " in row for row in n.zones.rows[:2]))


_SUBJECT = 0.25
ANYONE = frozenset([("bà", "con"), ("người", "dân"), ("nhân", "dân"), ("mọi", "người"), ("dân", "chúng"), ("dân", "tình"), ("bà", "con", "nông", "dân"), ("ngư", "dân"), ("bà", "con", "ngư", "dân")])
_ANYONE_WEIGHT = 0.3  # "bà con kiếm được bao nhiêu" names nobody in particular
_LEFT_OUT = re.compile(r"(?:không|chưa) (?:tính|kể|gồm|bao gồm).*|(?<!\w)loại(?: trừ| bỏ)? .*|(?<!\w)trừ .*", re.I)
_COUNTING = frozenset(w for noun in W.MEASURE_NOUNS for w in noun.split()) | {"tổng", "mức", "số"}  # how a thing is counted, not which thing
_NEAR = (1.0, 0.95, 0.9, 0.7, 0.5, 0.6, 0.3, 0.1)


def _extra(named: frozenset[str], asked: set[str], world: World) -> float:
    """How much a name says that the question does not."""
    told = {w: world.weight(w) * (0.2 if w in _COUNTING else 1.0) for w in named if w not in W.STOP and not w[0].isdigit()}
    whole = sum(told.values())
    return sum(v for w, v in told.items() if w not in asked) / whole if whole else 0.0


# And, where the embedding model is asked as well: how near a figure's name is to the question, beside all names of the report and
# beside those that may be meant; by themselves and by how much of the question the figure's words lack.
NEAR = ("near", "near_gap", "near_best", "near_missing", "near_gap_missing", "near_best_missing")
_MISSING = ("missing_known", "missing_verb", "missing_term", "missing_noun", "missing_light")


def near(of: Mapping[str, float], names: Sequence[str], found: Sequence[Mapping[str, float]]) -> list[dict[str, float]]:
    """The features of `NEAR` of figures with these `names` and features, `of` being how near the question is to each name of the report (cosines).

    Counted in standard deviations: from the mean of all names, from the nearest of all, and from the mean to the nearest that may be meant.
    """
    told = list(of.values())
    mean = sum(told) / len(told)
    spread = math.sqrt(sum((v - mean) ** 2 for v in told) / len(told)) + _LITTLE
    mine = [of.get(name, mean) for name in names]
    nearest, best = max(told), (max(mine, default=mean) - mean) / spread
    out = []
    for at, x in zip(mine, found):
        by_itself = ((at - mean) / spread, (nearest - at) / spread, best)
        missing = sum(x[k] for k in _MISSING)
        out.append(dict(zip(NEAR, (*by_itself, *(v * missing for v in by_itself)))))
    return out


@lru_cache(maxsize=2)
def weights(kind: str = "plain") -> Mapping[str, float]:
    """The fitted weights: of each feature and of "none"; "named" are those with `NEAR`."""
    return {k: float(v) for k, v in json.loads((files("chain") / "matcher.json").read_text("utf-8"))[kind].items()}


def score(x: Mapping[str, float], kind: str = "plain") -> float:
    """The utility of a figure with features `x`."""
    w = weights(kind)
    return sum(w.get(k, 0.0) * v for k, v in x.items())


def probabilities(scores: Sequence[float], kind: str = "plain") -> list[float]:
    """The probability that each figure is what was asked; what is missing to 1 is that none is."""
    none = weights(kind)["none"]
    top = max([none, *scores])
    parts = [math.exp(s - top) for s in scores]
    total = sum(parts) + math.exp(none - top)
    return [p / total for p in parts]


# What tells whether the likeliest figure is the one that was meant: how likely it is beside the others and beside none, whether the
# older rule finds it as well, and its own features.
GROUNDS = ("share", "odds", "second", "none", "lead", "values", "ruled", "ruled_other", "terms", *FEATURES)


def stated(f: Figure) -> tuple[Decimal, str]:
    """What a figure states, one for all ways of writing it: "tăng 0,90%" and the index 100,90."""
    if f.measure is Measure.INDEX and f.unit in ("%", ""):
        return f.value - 100, "change"
    if f.measure is Measure.GROWTH and f.unit == "%" and f.direction is not Direction.NONE:
        return (-abs(f.value) if f.direction is Direction.DOWN else abs(f.value)), "change"
    return f.value, f.unit.partition("/")[0]  # "5.664.000 đồng/chỉ" in the text, "5.664.000 đồng" in the table


def facts(figures: Sequence[Figure]) -> list[tuple[Decimal, str]]:
    """What each of several figures states; where one is another of the same time, rounded ("5,21 tỷ USD" and "5.214,7 triệu USD"), they state one thing."""
    out = [stated(f) for f in figures]
    fine = sorted((i for i, f in enumerate(figures) if f.measure is Measure.LEVEL and f.unit and f.high is None), key=lambda i: figures[i].step)
    for at, i in enumerate(fine):
        out[i] = next((out[j] for j in fine[:at] if rounds(figures[i], figures[j])), out[i])
    return out


def rounds(f: Figure, g: Figure) -> bool:
    """Whether a level is another one of the same time, told in fewer digits, but in so many that they agree by no chance."""
    if f.measure is not Measure.LEVEL or g.measure is not Measure.LEVEL or g.unit != f.unit or g.step >= f.step or not same_time(f, g):
        return False
    if f.bound in (Bound.OVER, Bound.NEAR) and g.bound is Bound.NONE:  # "vượt 23.400 tỷ đồng" of 23.418,6
        size = f.step.scaleb((f.value / f.step).normalize().as_tuple().exponent)  # type: ignore[arg-type]
        digits = _OF_ONE_NAME if f.indicator == g.indicator else _TELLING
        return abs(f.value) >= digits * size and 0 <= (g.value - f.value if f.bound is Bound.OVER else f.value - g.value) <= size
    return abs(f.value - g.value) <= f.step / 2 and abs(f.value) >= _TELLING * f.step


_TELLING = 100  # three digits
_OF_ONE_NAME = 10  # two, where both go by one name: "vượt mốc 3.700 tỷ đồng, cụ thể đạt 3.718,4 tỷ đồng"


def same_time(f: Figure, g: Figure) -> bool:
    """Whether two figures are of one time, and both planned or neither: what is cumulated to the last day of a month is told as so many months as well."""
    a, b = f.period, g.period
    if (f.modality is Modality.TARGET) is not (g.modality is Modality.TARGET):
        return False
    return same(a, b) or a.year == b.year and "date" in (a.kind, b.kind) and a.kind != b.kind and until(a) is not None and until(a) == until(b)


def finest(best: int, figures: Sequence[Figure], scores: Sequence[float]) -> int:
    """The place of the figure that states the same as the one at `best` in the most digits, if it fits nearly as well."""
    told = facts(figures)
    alike = [i for i, fact in enumerate(told) if fact == told[best] and figures[i].measure is figures[best].measure and scores[i] > scores[best] - _NEARLY]
    return min(alike, key=lambda i: (figures[i].step, i != best, -scores[i]))


_NEARLY = 3.0


def grounds(figures: Sequence[Figure], rows: Sequence[Sequence[float]], scores: Sequence[float], none: float, ruled: Figure | None, terms: int, rivals: Mapping[Span, Sequence[Figure]], *, instead: tuple[int, int] | None = None) -> tuple[int, list[float]]:
    """The likeliest of several figures (its place) and the grounds for trusting it, in the order of `GROUNDS`.

    `rows` are their features in the order of `FEATURES`, `scores` their utilities, `none` that of "none of them", `ruled` what the
    older rule finds, `terms` how many words the question names, `rivals` the figures that state one thing with several values: all of
    them are given, and so count as one. `instead` are the places of a figure to be trusted and of the likeliest
    one, of which it is the part that is meant: what speaks for the one speaks for the other.
    """
    top = max([none, *scores])
    parts = [math.exp(s - top) for s in scores]
    rest = math.exp(none - top)
    total = sum(parts) + rest
    of: dict[tuple[Decimal, str], float] = {}
    told = facts(figures)
    fact = {f.span: t for f, t in zip(figures, told)}
    for t, part in zip(told, parts):
        of[t] = of.get(t, 0.0) + part / total
    best = instead[0] if instead else max(range(len(figures)), key=lambda i: (scores[i], -figures[i].span.start))
    mine = told[best]
    same_as = {mine, *((told[instead[1]],) if instead else ()), *(fact.get(f.span, stated(f)) for f in (*rivals.get(figures[best].span, ()), *twins(best, figures, rows)))}
    share = min(1.0, sum(of.get(v, 0.0) for v in same_as))
    second = max((p for v, p in of.items() if v not in same_as), default=0.0)
    same = ruled is not None and fact.get(ruled.span, stated(ruled)) in (same_as if instead else {mine})
    odds = math.log(share + _LITTLE) - math.log(1 - share + _LITTLE)
    return best, [share, odds, second, rest / total, scores[best] - none, float(len(of)), float(same), float(ruled is not None and not same), float(terms), *rows[best]]


_ALL_NEAR = FEATURES.index("all_near")


def twins(best: int, figures: Sequence[Figure], rows: Sequence[Sequence[float]]) -> list[Figure]:
    """The figures that carry the whole question as the one at `best` does and state another value of the same slots: both are to be given."""
    f = figures[best]
    if rows[best][_ALL_NEAR] < 1:
        return []

    def slots(g: Figure) -> tuple[object, ...]:
        return g.unit, g.measure, g.base, g.modality, g.period.kind, g.period.year, g.period.part

    return [g for g, row in zip(figures, rows) if g is not f and row[_ALL_NEAR] == 1 and slots(g) == slots(f) and stated(g) != stated(f)]


_LITTLE = 1e-6


@lru_cache(maxsize=1)
def doubts() -> Mapping[str, Mapping[str, float]]:
    """The fitted weights of the grounds and of a constant ("bias"), by themselves ("plain") and with `NEAR` ("named").

    "least" of each is the least trust that is answered; "sure" of "plain" the trust from which the model is not asked.
    """
    return {kind: {k: float(v) for k, v in table.items()} for kind, table in json.loads((files("chain") / "trust.json").read_text("utf-8")).items()}


def trust(x: Sequence[float], kind: str = "plain") -> float:
    """How likely it is that a figure with these grounds is the one that was meant: 0 to 1 (a logistic regression)."""
    w = doubts()[kind]
    z = w["bias"] + sum(w[name] * v for name, v in zip((*GROUNDS, *NEAR), x))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, z))))


__all__ = ["FEATURES", "GROUNDS", "NEAR", "Unit", "cover", "doubts", "features", "granted", "grounds", "hit", "hits_of", "near", "probabilities", "score", "stated", "trust", "twins", "units", "weights"]
