#!/usr/bin/env python3
"""What a desk would write without gainsay: fuzzy search for phrases in sentences.

usage: desk.py PHRASES FOLDER

Prints each sentence that is near to one of the phrases and states a number.
It reads no values, periods or speakers and compares nothing: a floor under
what a script that did would take. rapidfuzz does the work in C++.
"""

import re
import sys
from pathlib import Path

from rapidfuzz import fuzz, process, utils

SENTENCE = re.compile(r"(?<=[.!?”])\s+")
NUMBER = re.compile(r"\d[\d,.]*|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b", re.I)
NEAR = 85


def main() -> None:
    phrases = [utils.default_process(line) for line in Path(sys.argv[1]).read_text("utf-8").splitlines()]
    for path in sorted(Path(sys.argv[2]).rglob("*.txt")):
        for sentence in SENTENCE.split(path.read_text("utf-8")):
            found = process.extractOne(
                utils.default_process(sentence), phrases, scorer=fuzz.partial_ratio, processor=None, score_cutoff=NEAR
            )
            if found and NUMBER.search(sentence):
                print(f"{path.stem}\t{found[1]:.0f}\t{found[0]}\t{sentence.strip()}")


if __name__ == "__main__":
    main()
