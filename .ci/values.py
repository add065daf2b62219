"""usage: values.py FOLDER_OF_SCORE_PY PREDICTIONS
English figures per kind, pooled over all suites, against floors."""
import collections, json, pathlib, sys

folder = pathlib.Path(sys.argv[1])
sys.path.insert(0, str(folder))
import score

# What is measured now, rounded down: (precision of overlap, recall of value).
FLOORS = {
    "number": (0.96, 0.97),
    "ordinal": (0.97, 0.97),
    "numrange": (0.95, 0.99),
    "percent": (0.98, 0.98),
    "money": (0.98, 0.97),
    "dimension": (0.98, 0.97),
    "duration": (0.91, 0.88),
    "moment": (0.98, 0.92),
}
# Numerals of running text that are covered, and the most that may be false.
TOKENS = {"digits": 0.99, "words": 0.99, "false": 0.02}

lines = lambda path: [json.loads(line) for line in open(path, encoding="utf-8")]
share = lambda part, whole: part / whole if whole else 1.0


def main():
    cases = lines(folder / "cases.jsonl")
    predictions = {line["id"]: line["pred"] for line in lines(sys.argv[2])}
    low = kinds(cases, predictions) + tokens(cases, predictions) + cuts(cases, predictions)
    for said in low:
        print(f"error: {said}", file=sys.stderr)
    sys.exit(1 if low else 0)


def kinds(cases, predictions):
    """`und` is no language: sums of money in fields of prices."""
    pooled, low = collections.defaultdict(collections.Counter), []
    for (_, language, kind), counts in score.score(cases, predictions).items():
        if language in ("en", "und"):
            pooled[kind] += counts
    print(f"{'kind':10} {'stated':>6} {'read':>6} {'precision':>9} {'value':>6} {'F1':>6}")
    for kind, floors in FLOORS.items():
        counts = pooled[kind]
        # Suites that mark some values only count for recall.
        precision, value = share(counts["Op"], counts["P"]), share(counts["OV"], counts["EV"])
        f1 = 2 * precision * value / (precision + value) if precision + value else 0.0
        print(f"{kind:10} {counts['EV']:6} {counts['P']:6} {precision:9.3f} {value:6.3f} {f1:6.3f}")
        for name, figure, floor in zip(("precision", "value recall"), (precision, value), floors):
            if figure < floor:
                low.append(f"{kind}: {name} {figure:.3f} is below {floor}")
    return low


def tokens(cases, predictions):
    counts = collections.Counter()
    for (_, language), more in score.tokens(cases, predictions).items():
        if language == "en":
            counts += more
    digits, words = share(counts["cd"], counts["d"]), share(counts["cw"], counts["w"])
    false = counts["F"] / max(counts["P"], 1)
    print(f"running text: digits {digits:.3f} of {counts['d']}, words {words:.3f} of {counts['w']} covered; "
          f"{false:.3f} of {counts['P']} values touch no numeral")
    held = {"digits": digits >= TOKENS["digits"], "words": words >= TOKENS["words"], "false": false <= TOKENS["false"]}
    return [f"running text: {name} is past its limit of {TOKENS[name]}" for name, good in held.items() if not good]


def cuts(cases, predictions):
    """In every language."""
    texts, low = {case["id"]: case["text"] for case in cases}, []
    for id, found in predictions.items():
        text = texts[id]
        for at in {at for value in found for at in (value["start"], value["end"])}:
            if 0 < at < len(text) and all(c.isalpha() or c.isdigit() for c in text[at - 1:at + 1]):
                low.append(f"{id}: a value begins or ends inside a word at {at}")
    print(f"inside words: {len(low)} ends")
    return low


main()
