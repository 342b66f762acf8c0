"""True answers made false, and true answers said otherwise: `python -m evals.mutations_bench [-v] [SEED] [NAME...]`.

Every answer of the composer to our question sets is verified as it is; then one thing in it is changed (a digit, the unit,
the year, the indicator, the direction, the modality) and it is verified again: what was changed must be left out. True
sentences built from the cited figures in other words (rounded, converted, reordered) must be kept.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from evals.questions_bench import Shelf, sets
from evals.retrieval_bench import rows

KINDS = ("digit", "unit", "year", "indicator", "direction", "modality")


def answers(names: Sequence[str] = ()) -> Iterator[tuple[Any, Any]]:
    """Each composer answer with its world, over the question sets, or those whose name holds one of `names`."""
    from chain.answer import Answer, Ask
    from chain.assistant import Assistant

    for questions, path in sets():
        if path.suffix == ".html" or names and not any(n in path.name for n in names):
            continue
        shelf = Shelf(path)
        assistant = Assistant(shelf)
        name = shelf.reports()[0].name
        world = assistant._world(name, shelf.reports()[0].sha256)
        seen: set[str] = set()
        for q in rows(questions):
            result = assistant.invoke(Ask(q["question"], tuple(q.get("history") or ()), name))
            if isinstance(result, Answer) and result.figures and result.text not in seen and result.verdict is None:
                seen.add(result.text)
                yield world, result


def figure_of(world: Any, stated: Any) -> Any:
    """The report's figure that an answer states."""
    return next((n.figure for n in world.figures if (n.figure.span.start, n.figure.span.end) == (stated.start, stated.end)), None)


def plain(world: Any, f: Any, n: int) -> str | None:
    """A figure in a plain sentence, as a person would write it; None where its name is no name for a sentence."""
    from chain.compose import period_name, value_text
    from report.model import name_of

    name, when = name_of(f), period_name(f.period)
    if not name or len(name) > 70 or re.search(r"[:;—]|\d", name) or f.measure.value in ("index",):
        return None
    value = value_text(f, world)
    verb = {"estimate": "ước đạt ", "target": "theo kế hoạch là ", "forecast": "dự báo đạt ", "actual": "là "}[f.modality.value] if f.measure.value == "level" else ""
    base = {"average": " bình quân hằng năm", "year": " so với cùng kỳ năm trước", "previous": " so với kỳ trước", "december": " so với tháng 12 năm trước"}.get(f.base.value, "") if f.measure.value == "growth" else ""
    if f.measure.value == "growth" and (f.modality.value in ("target", "forecast") or f.base.value in ("fixed", "plan")):
        return None
    lead = f"{when[:1].upper()}{when[1:]}, {name}" if when and len(when) < 40 else f"{name[:1].upper()}{name[1:]}"
    return f"{lead} {verb}{value}{base} [{n}]."


def mutate(kind: str, text: str, world: Any, f: Any, rnd: random.Random) -> str | None:
    """`text`, which states `f` as it is, with one thing made false; None where there is nothing of the kind to change."""
    from report.model import name_of

    shown = f.text.lstrip("+-−–")
    at = text.find(shown)
    if at < 0:
        return None
    before, after = text[:at], text[at + len(shown) :]
    if kind == "digit":
        m = re.search(r"\d[\d.,]*", shown)
        if not m:
            return None
        digits = [i for i in range(m.start(), m.end()) if shown[i].isdigit()]
        i = rnd.choice(digits)
        new = rnd.choice([d for d in "0123456789" if d != shown[i] and not (i == digits[0] and d == "0" and len(digits) > 1)])
        changed = shown[:i] + new + shown[i + 1 :]
        return str(before + changed + after)
    if kind == "unit":
        swaps = [("nghìn tỷ", "tỷ"), ("tỷ", "triệu"), ("triệu", "tỷ"), ("nghìn", "triệu"), ("USD", "đồng"), ("đồng", "USD"), ("tấn", "tạ"), ("ha", "m2"), ("%", " điểm phần trăm"), ("con", "tấn"), ("kWh", "m3"), ("doanh nghiệp", "hợp tác xã"), ("vụ", "người"), ("hộ", "xã"), ("người", "hộ"), ("dự án", "doanh nghiệp")]
        fits = [(a, b) for a, b in swaps if re.search(rf"(?<!\w){re.escape(a)}(?!\w)", shown) and not (a == "%" and "điểm" in shown)]
        if not fits:
            return None
        a, b = rnd.choice(fits)
        return before + re.sub(rf"(?<!\w){re.escape(a)}(?!\w)", b, shown, count=1) + after
    # the stretch of the answer that is about this figure
    start = max(before.rfind("; "), before.rfind(". "), before.rfind("]: "), -2) + 2
    stop = after.find("[")
    stop = len(text) if stop < 0 else at + len(shown) + stop
    part = text[start:stop]
    if kind == "year":
        years = list(re.finditer(r"(?<![\d.,/])(?:19|20)\d\d(?!\d)", part))
        if not years or f.period.year is None:
            return None
        m = rnd.choice(years)
        delta = rnd.choice((-3, -2, -1, 1, 2))
        if int(m[0]) != f.period.year:
            return None
        return text[:start] + part[: m.start()] + str(int(m[0]) + delta) + part[m.end() :] + text[stop:]
    if kind == "indicator":
        name = name_of(f)
        if name not in part:
            return None
        mine = set(name.lower().split())
        others = [g for n in world.figures if (g := n.figure).unit == f.unit and g.measure is f.measure and g.value != f.value and len(name_of(g)) < 70 and len(set(name_of(g).lower().split()) - mine) >= 1 and len(mine - set(name_of(g).lower().split())) >= 1 and not re.search(r"[:;—]|\d", name_of(g))]
        others = [g for g in others if not _same_fact(world, f, g) and not set(re.findall(r"\w+", name_of(g).lower())) <= set(re.findall(r"\w+", name.lower()))]
        if not others:
            return None
        return text[:start] + part.replace(name, name_of(rnd.choice(others)), 1) + text[stop:]
    if kind == "direction":
        m = re.search(r"(?<!\w)(tăng|giảm)(?= \S*$)", text[start:at].rstrip() + " ") or re.search(r"(?<!\w)(tăng|giảm)\s*$", text[start:at])
        if not m or f.measure.value not in ("growth", "index", "change"):
            return None
        i = start + m.start()
        return text[:i] + {"tăng": "giảm", "giảm": "tăng"}[m[1]] + text[i + len(m[1]) :]
    planned = f.modality.value in ("target", "forecast")
    if f.measure.value != "level":
        return None
    if planned:
        fake = re.sub(r"\s*\((?:kế hoạch|mục tiêu|dự toán|dự báo|chỉ tiêu)\)", "", part).replace("theo kế hoạch là", "đã đạt").replace("dự báo đạt", "đã đạt")
        if any(g.value == f.value and g.indicator == f.indicator and g.modality.value in ("actual", "estimate") for n in world.figures if (g := n.figure)):
            return None  # the plan was reached exactly
        return None if fake == part or re.search(r"kế hoạch|mục tiêu|dự toán|phấn đấu|chỉ tiêu|dự báo", fake) else text[:start] + fake + text[stop:]
    fake = part.replace(" (số ước)", " (kế hoạch)") if " (số ước)" in part else part.replace("ước đạt", "theo kế hoạch là") if "ước đạt" in part else part.rstrip() + " (kế hoạch) " if "—" in part else part.replace(" là ", " theo kế hoạch là ", 1)
    return None if fake == part else text[:start] + fake + text[stop:]


def _same_fact(world: Any, f: Any, g: Any) -> bool:
    """Whether the other name is another way of saying it ("GRDP"), or has the same value somewhere: then the swap is no lie."""
    from chain.naming import ways

    if ways(f.indicator, world) & ways(g.indicator, world) and not (f.head or g.head):
        return True
    return any(n.figure.value == f.value and n.figure.indicator == g.indicator for n in world.figures)


def paraphrases(world: Any, f: Any, n: int, rnd: random.Random) -> Iterator[tuple[str, str]]:
    """True sentences about a figure in other words, each with how it was made."""
    from chain.compose import number, value_text

    base = plain(world, f, n)
    if base is None:
        return
    yield "plain", base
    if f.measure.value == "level" and f.unit not in ("%", "") and "/" not in f.unit:
        number_text = re.search(r"\d[\d.,]*", f.text)
        rest = f.text[number_text.end() :] if number_text else ""
        if number_text and "," in number_text[0] and f.high is None:
            short = (f.value / f.scale).quantize(Decimal(1))
            if short > 9 and short != f.value / f.scale:
                yield "rounded", base.replace(f.text, f"khoảng {number(short)}{rest}", 1)
        if f.high is None and f.unit in f.text:
            for scale, word in ((Decimal(10) ** 9, "tỷ"), (Decimal(10) ** 6, "triệu"), (Decimal(1000), "nghìn")):
                if f.scale != scale and f.value >= scale and f.value < scale * 10000 and f.unit not in ("doanh nghiệp",):
                    yield "converted", base.replace(f.text, f"{number(f.value / scale)} {word} {f.unit}", 1)
                    break
    value = value_text(f, world)
    m = re.match(rf"(?P<when>[^,]+), (?P<name>.+?) (?P<rest>(?:ước đạt |theo kế hoạch là |dự báo đạt |là )?{re.escape(value)}.*?) \[\d+\]\.$", base)
    if m:
        name = m["name"]
        yield "reordered", f"{name[:1].upper()}{name[1:]} {m['when'][:1].lower()}{m['when'][1:]} {m['rest']} [{n}]."


def main(argv: Sequence[str] | None = None) -> int:
    """The three tables: true answers, mutations, paraphrases."""
    from chain.verify import verify

    args = list(sys.argv[1:] if argv is None else argv)
    verbose = "-v" in args
    rnd = random.Random(int(next((a for a in args if a.isdigit()), "7")))
    seen: set[tuple[str, str]] = set()
    true: Counter[str] = Counter()
    caught: Counter[tuple[str, bool]] = Counter()
    kept: Counter[tuple[str, bool]] = Counter()
    for world, answer in answers([a for a in args if not a.isdigit() and a != "-v"]):
        result = verify(answer.text, world, answer.citations, answer.figures)
        ok = not result.removed
        true["kept" if ok else "removed"] += 1
        if not ok and verbose:
            print("TRUE ", answer.text, "|", [(r.text[:80], r.reason) for r in result.removed])
        texts = [(answer.text, f, s) for s in answer.figures if (f := figure_of(world, s)) is not None]
        said = [(t, f, s) for s in answer.figures if (f := figure_of(world, s)) is not None and (t := plain(world, f, s.citation))]
        for text, f, _ in [*(texts if ok else []), *said]:
            if text is not answer.text and verify(text, world, answer.citations, answer.figures).removed:
                continue  # a sentence that is never shown needs no catching; it counts below
            for kind in KINDS:
                fake = mutate(kind, text, world, f, rnd)
                if fake is None or fake == text:
                    continue
                found = verify(fake, world, answer.citations, answer.figures)
                good = bool(found.removed)
                caught[kind, good] += 1
                if not good and verbose:
                    print("MISS ", kind, "|", text, "|", fake)
        for s in answer.figures:
            f = figure_of(world, s)
            for how, text in paraphrases(world, f, s.citation, rnd) if f is not None else ():
                if (world.name, text) in seen:
                    continue
                seen.add((world.name, text))
                found = verify(text, world, answer.citations, answer.figures)
                kept[how, not found.removed] += 1
                if found.removed and verbose:
                    print("PARA ", how, "|", text, "|", found.removed[0].reason)
    n = sum(true.values())
    print(f"composer's answers as they are: {true['kept']} of {n} kept ({true['kept'] / n:.1%})")
    for title, table, names in (("mutations caught", caught, KINDS), ("paraphrases kept", kept, ("plain", "rounded", "converted", "reordered"))):
        for name in names:
            a, b = table[name, True], table[name, False]
            print(f"  {name:10s} {a:5d} of {a + b:5d}  {a / (a + b or 1):7.2%}")
        a, b = sum(v for k, v in table.items() if k[1]), sum(table.values())
        print(f"{title}: {a} of {b} ({a / (b or 1):.2%})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
