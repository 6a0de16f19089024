"""Every refusal on the wire has a sentence for the person who gets it."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_every_reason_word_of_the_wire_has_a_sentence():
    wire = (ROOT / "docs/wire.md").read_text(encoding="utf8")
    reasons = set(re.search(r"### Reasons\n`(.*?)`", wire, re.S)[1].split())

    files = [(ROOT / "static" / name).read_text(encoding="utf8") for name in ("words.ts", "console/refusals.ts")]
    said = [re.search(r"const said: .*?\{(.*?)\n  \};", text, re.S)[1] for text in files]

    assert sorted(reason for words in said for reason in re.findall(r"^\s*(\w+): t\(", words, re.M)) == sorted(reasons)
