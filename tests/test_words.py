"""Every refusal on the wire has a sentence for the person who gets it."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_every_reason_word_of_the_wire_has_a_sentence():
    wire = (ROOT / "docs/wire.md").read_text(encoding="utf8")
    reasons = set(re.search(r"### Reasons\n`(.*?)`", wire, re.S)[1].split())

    said = re.search(r"const said: .*?\{(.*?)\n  \};", (ROOT / "static/words.ts").read_text(encoding="utf8"), re.S)[1]

    assert set(re.findall(r"^\s*(\w+): t\(", said, re.M)) == reasons
