"""Write thousands of pages whose headers, datelines and credits are known, and print what the cleaner reads of them.

    python benchmarks/headers.py [--pages 2000] [--seed 1] [--show N]

A page is a headline, a header (a date and an outlet, people of some roles, in any order, with any separators, brackets
and joints, on one line, on many, or as a card of labels and values), sometimes a dateline, three paragraphs, and
sometimes credits below them. Names are drawn from the surnames of the package, with compound, dotted and two-character
names among them. Precision and recall are told per field, then the choices under which most values are missed or made
up. Below stands how many of the honest first and last paragraphs, which hold the same words in prose, were changed.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import newsclean
from newsclean.matching import fold

TABLES = Path(newsclean.__file__).parent / "data" / "tables"
SURNAMES = [row.split("\t") for row in (TABLES / "surnames.tsv").read_text("utf-8").splitlines() if row[0] != "#"]
GIVEN = "伟芳娜敏静秀丽强磊洋艳勇军杰娟涛明超兰霞平刚桂英华玉萍红玲芬燕彬鹏飞辉建国志海波宁晓雪琳欣然子涵雨思远文博"
DOTTED = ["阿依努尔·买买提", "次仁·罗布", "古丽·艾山", "迪丽娜尔·吐尔逊", "巴特尔·那顺"]
CITIES = ["临江", "明湖", "南屏", "海岚", "青川", "云溪", "白河", "东浦", "安陵", "柳泉"]
OUTLETS = [
    "日报",
    "晚报",
    "都市报",
    "网",
    "新闻网",
    "广播电视台",
    "融媒体中心",
    "发布",
    "日报客户端",
    "在线",
    "时报",
    "商报",
]
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
HEADLINES = [
    "老码头改造完工 首批游客登船夜游",
    "三条公交线路今起延长至凌晨",
    "古城墙下的修表匠：一守就是四十年",
    "“渔灯节”开幕，两万人涌上海堤",
    "全市首个无人值守水文站投入使用",
    "山村小学迎来第一台天文望远镜",
]
BODY = [
    "初冬的清晨，江面上还浮着一层薄雾，摆渡的船工已经开始忙碌。往来的乡亲提着竹篮，说起今年的收成，脸上带着笑意。",
    "船工说，这条渡口已经有上百年历史，最忙的时候一天要跑四十多趟。如今虽然修了大桥，但不少老人还是愿意坐船。",
    "镇里今年投入资金修缮码头，增设了候船亭和照明设施，预计年底前完工，届时乘船将更加方便安全。",
]
# Of each field the role words; those that stand behind the bar need a mark after them.
ROLES = {
    "authors": "作者 撰文 撰稿 执笔 本文作者 | 文 文字 署名",
    "reporters": "记者 本报记者 见习记者 首席记者 全媒体记者 特约记者 实习生 | 采访",
    "photographers": "摄影 摄影师 | 图 摄 供图 图片",
    "editors": "编辑 责编 责任编辑 审核 校对 主编 监制 值班编辑 执行主编 | 一审 二审 终审 初审",
    "contributors": "通讯员 特约通讯员 翻译 | 供稿 素材提供 译者",
}
SOURCES = "来源 稿源 文章来源 信息来源 新闻来源 出处"
MARKS = ("：", ":", "： ", "|", "丨", "/", "／", " | ")
LISTS = ("、", " ", "　", ",", "，")
JOINTS = ("  ", "　", " | ", "  |  ", "\n", " ", "　　")
WRAPS = ("{}",) * 6 + ("（{}）", "[{}]", "【{}】")
DATE_LABELS = ("", "", "", "发布时间：", "时间：", "日期：", "发布于 ", "发表时间: ", "【发布时间】")


@dataclass
class Page:
    """A page, the values that it states per field, and the choices it was made by."""

    text: str
    stated: dict[str, list[str]]
    choices: list[str] = field(default_factory=list)


def person(dice: random.Random) -> str:
    """Return a name: nine in ten of three characters or two, else compound or dotted."""
    roll = dice.random()
    if roll < 0.04:
        return dice.choice(DOTTED)
    kind = "compound" if roll < 0.1 else "common"
    size = 1 if 0.1 <= roll < 0.3 else 2
    surname = dice.choice([name for name, sort in SURNAMES if sort == kind])
    return surname + "".join(dice.sample(GIVEN, size))


def outlet(dice: random.Random) -> str:
    """Return an outlet's name."""
    return dice.choice(CITIES) + dice.choice(OUTLETS)


def date(dice: random.Random) -> tuple[str, str, str]:
    """Return a date as a page writes it, its ISO form (empty where it says nothing certain), and the form's name."""
    y, m, d = dice.randint(2005, 2025), dice.randint(1, 12), dice.randint(1, 28)
    hour, minute = dice.randint(0, 23), dice.randint(0, 59)
    day, clock = f"{y}-{m:02}-{d:02}", f"{hour:02}:{minute:02}"
    digits = "〇一二三四五六七八九"
    tens = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]
    chinese = "".join(digits[int(c)] for c in str(y)) + f"年{tens[m]}月{tens[d] if d <= 12 else _teens(d)}日"
    month = MONTHS[m - 1]
    half = f"{'上午' if hour < 12 else '下午'}{hour if hour <= 12 else hour - 12}:{minute:02}"
    forms = {
        "iso": (f"{day} {clock}", f"{day}T{clock}"),
        "iso-seconds": (f"{day} {clock}:07", f"{day}T{clock}:07"),
        "day": (day, day),
        "hanzi": (f"{y}年{m}月{d}日 {clock}", f"{day}T{clock}"),
        "hanzi-tight": (f"{y}年{m:02}月{d:02}日{clock}", f"{day}T{clock}"),
        "hanzi-day": (f"{y}年{m}月{d}日", day),
        "slashes": (f"{y}/{m:02}/{d:02} {clock}", f"{day}T{clock}"),
        "dots": (f"{y}.{m}.{d} {clock}", f"{day}T{clock}"),
        "numerals": (chinese, day),
        "roc": (f"民国{y - 1911}年{m}月{d}日", day),
        "english": (f"{month} {d}, {y} {clock}", f"{day}T{clock}"),
        "zone": (f"{day}T{clock}:00+08:00", f"{day}T{clock}:00+08:00"),
        "half": (f"{y}年{m}月{d}日 {half}", f"{day}T{clock}"),
        "split": (f"{y} {m:02}/{d:02} {clock}", f"{day}T{clock}"),
        "weekday": (f"{y}年{m}月{d}日 星期三 {clock}", f"{day}T{clock}"),
        "ago": (f"{dice.randint(2, 23)}小时前", ""),
    }
    name = dice.choice(list(forms))
    return (*forms[name], name)


def _teens(number: int) -> str:
    return ("" if number < 20 else "二") + "十" + ("一二三四五六七八九"[number % 10 - 1] if number % 10 else "")


def credit(dice: random.Random, page: Page, name: str) -> str:
    """Return a credit of a field, its people stated."""
    free, marked = (words.split() for words in ROLES[name].split("|"))
    role = dice.choice(free + marked)
    mark = dice.choice(MARKS if role in marked else (*MARKS, " ", " ", ""))
    people = [person(dice) for _ in range(dice.choice((1, 1, 1, 2, 3)))]
    between = "" if mark == "" and len(people) == 2 and all("·" not in who for who in people) else dice.choice(LISTS)
    page.stated[name] = page.stated.get(name, []) + people
    held = mark == "：" and dice.random() < 0.1
    wrap = "{}" if held else dice.choice(WRAPS)
    page.choices += [f"role {role}", f"mark {mark!r}", f"list {between!r}" if people[1:] else "", f"wrap {wrap}"]
    return f"【{role}】{between.join(people)}" if held else wrap.format(role + mark + between.join(people))


def origin(dice: random.Random, page: Page) -> str:
    """Return what names the source: a role and an outlet, or the outlet alone."""
    who = outlet(dice)
    page.stated["source"] = [who]
    if dice.random() < 0.25:
        page.choices.append("source bare")
        return who
    role, mark = dice.choice(SOURCES.split()), dice.choice((*MARKS[:5], "： "))
    page.choices.append(f"source mark {mark!r}")
    return role + mark + who


def dateline(dice: random.Random, page: Page) -> str:
    """Return a dateline, with its agency, place, day and reporters stated."""
    agency, place = (
        dice.choice(["新华社", "中新社", "中新网", outlet(dice)]),
        dice.choice(["北京", "上海", "昆明", "长沙"]),
    )
    day, who = f"{dice.randint(1, 12)}月{dice.randint(1, 28)}日", person(dice)
    page.stated |= {"dateline": [f"{agency}|{place}|{day}"], "reporters": [*page.stated.get("reporters", []), who]}
    page.stated.setdefault("source", [agency])
    word = dice.choice(("电", "讯", "消息")) if agency.endswith("网") else dice.choice(("电", "讯"))
    signed = dice.choice(("(记者 {})", "（记者{}）", "(记者:{})", "（{}记者 {}）", " 记者{}报道："))
    page.choices.append(f"dateline {word} {signed}")
    return f"{agency}{place}{day}{word}{signed.format(*([agency, who] if signed.count('{') > 1 else [who]))}"


def write_page(dice: random.Random) -> Page:
    """Return a page and what it states."""
    page = Page("", {})
    title = dice.choice(HEADLINES)
    page.stated["title"] = [title]
    written, iso, form = date(dice)
    page.stated["published"] = [iso] if iso else []
    label = dice.choice(DATE_LABELS)
    page.choices += [f"date {form}", f"date label {label}"]
    items = [label + written, origin(dice, page)]
    people = dice.sample(list(ROLES), dice.choice((0, 0, 1, 1, 2, 3)))
    below = people[: dice.choice((0, 0, len(people)))]
    items += [credit(dice, page, name) for name in people if name not in below]
    if dice.random() < 0.8:
        dice.shuffle(items)
    joint = dice.choice(JOINTS)
    page.choices += [f"joint {joint!r}", f"items {len(items)}"]
    opening = dateline(dice, page) if dice.random() < 0.25 and "reporters" not in people else ""
    tail_joint = dice.choice(("\n", "  "))
    tail = tail_joint.join(credit(dice, page, name) for name in below)
    order = [joint.join(items), title] if dice.random() < 0.1 else [title, joint.join(items)]
    page.choices += ["header first" if order[1] == title else "", f"below {tail_joint!r}" if below else ""]
    page.text = "\n".join([*order, opening + BODY[0], *BODY[1:], tail]).strip()
    if dice.random() < 0.3:
        page.text = newsclean.convert(page.text, to="traditional")
        page.choices.append("traditional")
    return page


HONEST = [
    "编辑部主任{a}说，每一篇来稿都要经过三审三校才能见报。",
    "记者节当天，{a}和{b}又一次走进了这座大山深处的村庄。",
    "作者在书中写道，来源于生活的故事才最能打动人。",
    "水的来源：一口百年老井。村民{a}每天都要来这里挑水。",
    "记者{a}在现场看到，展厅里挂满了摄影爱好者拍摄的老照片。",
    "“责任编辑：{a}”——翻开那本旧杂志的最后一页，她看到了父亲的名字。",
    "摄影师{a}用二十年时间，记录下老街的变迁。",
    "本报记者{a}曾三次采访这位老人，每一次都有新的收获。",
    "通讯员{a}冒雨送来稿件时，编辑{b}还在等他。",
    "据{o}报道，{a}当天在会上作了发言。",
    "{y}年{m}月{d}日，{a}和{b}在码头重逢，两人都已白发苍苍。",
    "审核：是指对申请材料的真实性进行核对，一般在五个工作日内完成。",
    "文／图并茂的旧课本，是{a}收藏了半辈子的宝贝。",
    "来源：这里指的是水流的源头，当地人称之为“泉眼”。",
    "{o}的编辑{a}告诉我们，这封信是{m}月{d}日寄到的。",
    "主编{a}、摄影{b}和一名司机组成的采访小组，在山里走了整整九天。",
    "记者问：作者{a}如今在做什么？答：他一直在写。",
    "新华社的电讯稿发出时，{a}正在灯下校对第二天的版面。",
]


def honest_page(dice: random.Random) -> list[str]:
    """Return paragraphs of which the first and the last hold role words in prose."""
    fills = {"a": person(dice), "b": person(dice), "o": outlet(dice)}
    fills |= {"y": str(dice.randint(1980, 2024)), "m": str(dice.randint(1, 12)), "d": str(dice.randint(1, 28))}
    first, last = dice.sample(HONEST, 2)
    return [first.format(**fills) + BODY[1], BODY[0], BODY[2], last.format(**fills)]


def found(article: newsclean.Article) -> dict[str, list[str]]:
    """Return what the cleaner read, in the form of what a page states."""
    record = article.to_dict("none")
    values = {name: who for name, who in record["byline"].items() if name != "source"}
    parts = record["dateline"] or {}
    place = [f"{parts['agency'] or ''}|{parts['place'] or ''}|{parts['date'] or ''}"] if any(parts.values()) else []
    single = {"title": record["title"], "published": record["published"], "source": record["byline"]["source"]}
    return values | {name: [value] if value else [] for name, value in single.items()} | {"dateline": place}


def main() -> None:
    """Print precision and recall per field, the worst choices, and the honest pages that changed."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0, help="print this many pages that were misread")
    options = parser.parse_args()
    dice, cleaner = random.Random(options.seed), newsclean.Cleaner(script="keep")
    right, made_up, missed, blamed, drawn = Counter(), Counter(), Counter(), Counter(), Counter()
    exact = 0
    for _ in range(options.pages):
        page = write_page(dice)
        article = cleaner.clean(page.text)
        read, wrong = found(article), []
        for name in read:
            want = Counter(fold(value) for value in dict.fromkeys(page.stated.get(name, [])))
            got = Counter(fold(value) for value in read[name])
            right[name] += (want & got).total()
            made_up[name] += (got - want).total()
            missed[name] += (want - got).total()
            wrong += [f"{name}: stated {sorted(want)}, read {sorted(got)}"] if want != got else []
        kept = [fold(text).endswith(fold(own)) for text, own in zip(article.paragraphs, BODY, strict=False)]
        wrong += ["text"] if kept != [True] * 3 or len(article.paragraphs) != 3 else []
        drawn.update(filter(None, page.choices))
        blamed.update(filter(None, page.choices if wrong else []))
        exact += not wrong
        if wrong and options.show > 0:
            options.show -= 1
            print(page.text.replace(BODY[1], "…").replace(BODY[2], "…"), *wrong, "", sep="\n    ")
    print(f"pages read without a fault: {exact} of {options.pages}")
    for name in right:
        precision = right[name] / max(1, right[name] + made_up[name])
        recall = right[name] / max(1, right[name] + missed[name])
        print(f"  {name:14} precision {precision:.3f}  recall {recall:.3f}")
    rates = sorted(((blamed[name] / drawn[name], name) for name in drawn if drawn[name] >= 20), reverse=True)[:12]
    print("faults by choice:", ", ".join(f"{name} {rate:.0%}" for rate, name in rates))
    changed = 0
    for _ in range(options.pages // 4):
        paragraphs = honest_page(dice)
        article = cleaner.clean("\n".join(paragraphs))
        if list(article.paragraphs) != paragraphs:
            changed += 1
            if changed <= 5:
                print("  changed:", [p for p in paragraphs if p not in article.paragraphs])
    print(f"honest pages changed: {changed} of {options.pages // 4}")


if __name__ == "__main__":
    main()
