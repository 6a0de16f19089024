"""Which cards say about the same ("lijkt op"): suggests groups to the facilitator, never merges by itself.

Two texts are compared word by word on their Dutch stems: a word counts for its length, small words not at all, words that are on
every card ("leerling", "les") for less; a slip of the pen and a compound ("huiswerkbegeleiding", "begeleiding bij huiswerk") still count.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import product

import snowballstemmer
from rapidfuzz import fuzz

ALIKE = 0.7  # measured on domain.md 2.2: paraphrases lie above, neighbours in one level below
TELLING = 9  # letters: "intervisie" alone is about the same as "intervisie in vaste groepjes", "les" alone is not
FEW = 0.4  # of the three-letter pieces of the shorter text
MOST = 20
TOGETHER = 8  # cards in one suggestion: more cannot be judged at a glance

SMALL = frozenset(
    "aan al alle allemaal als altijd ander andere bij binnen buiten daar dan dat de deze die dit doen door dus een eens elk elke en er ergens gaan geen geven goed "
    "haar heb hebben heel heeft hem hen het hier hoe hun iedereen iedere ieder iets ik in is ja je jij jou jullie kan komen kunnen krijgen laten maar maken me meer "
    "met mij mijn moet moeten mogen na naar niet nog nu of om omdat onder ons onze ook op over samen te tot tussen uit van veel vanuit vaste via voor waar wat we wel werken wie wij "
    "willen wordt worden ze zelf zich zij zijn zo zoals zonder zou 's".split()
)
_stemmer = snowballstemmer.stemmer("dutch_porter")


class Alike:
    """Of one session. Remembers what it compared: a new card is compared once with those at its place, not all with all at every view."""

    def __init__(self):
        self._seen: dict[str, Seen] = {}

    def groups(self, places: dict[str, dict[str, str]], apart: set[frozenset[str]]) -> list[dict]:
        """`places`: {place: {id: text}} -> [{"cards": [id, ...], "texts": [text, ...]}], best first; no two cards of `apart` in one."""
        found = [group for place, texts in places.items() for group in self._at(place, texts, apart)]
        best = sorted(found, key=lambda group: (-group[0], -len(group[1])))[:MOST]
        texts = {id: text for at in places.values() for id, text in at.items()}
        return [{"cards": ids, "texts": [texts[id] for id in ids]} for _, ids in best]

    def _at(self, place: str, texts: dict[str, str], apart: set[frozenset[str]]) -> list[tuple[float, list[str]]]:
        """Closest pair first; a card joins a group only when it is like every card in it."""
        ids = by_text(texts)
        seen = self._seen.setdefault(place, Seen())
        seen.keep(ids)
        like = {frozenset(pair[1:]) for pair in seen.close}

        def fits(id: str, group: list[str]) -> bool:
            return len(group) < TOGETHER and all(
                frozenset((id, other)) not in apart and (texts[id] == texts[other] or frozenset((texts[id], texts[other])) in like) for other in group
            )

        groups: list[tuple[float, list[str]]] = []
        of: dict[str, list[str]] = {}
        for score, one, other in self._pairs(ids, seen):
            if one not in of and other not in of and fits(one, [other]):
                of[one] = of[other] = group = [one, other]
                groups.append((score, group))
            elif (one in of) != (other in of):
                inside, outside = (one, other) if one in of else (other, one)
                if fits(outside, of[inside]):
                    of[inside].append(outside)
                    of[outside] = of[inside]
        return groups

    def _pairs(self, ids: dict[str, list[str]], seen: "Seen") -> list[tuple[float, str, str]]:
        same = [(1.0, one, other) for equal in ids.values() for one, other in zip(equal, equal[1:], strict=False)]
        close = [(score, one, other) for score, *both in seen.close for one, other in product(*(ids[text][:TOGETHER] for text in both))]
        return sorted(same + close, key=lambda pair: -pair[0])


class Seen:
    """The texts at one place and the pairs among them that are close."""

    def __init__(self):
        self.close: list[tuple[float, str, str]] = []
        self._pieces: dict[str, frozenset[str]] = {}
        self._with: dict[str, set[str]] = {}  # piece -> texts

    def keep(self, texts: Iterable[str]) -> None:
        gone = self._pieces.keys() - set(texts)
        for text in gone:
            for piece in self._pieces.pop(text):
                self._with[piece].discard(text)
        self.close = [pair for pair in self.close if not gone & set(pair[1:])]
        for text in texts:
            if text not in self._pieces:
                self._add(text)

    def _add(self, text: str) -> None:
        mine = pieces(text)
        shared = Counter(other for piece in mine for other in self._with.get(piece, ()))
        for other, n in shared.items():
            # What shares few letters in a row cannot be alike: spares the slow comparison of nearly all pairs.
            if n >= FEW * min(len(mine), len(self._pieces[other])) and (score := likeness(other, text)) >= ALIKE:
                self.close.append((score, other, text))
        self._pieces[text] = mine
        for piece in mine:
            self._with.setdefault(piece, set()).add(text)


def places(view: dict) -> dict[str, dict[str, str]]:
    """The shown cards and clusters of a console view, without notes, by the level or field they are in; a wish lies apart from what is there already."""
    found: dict[str, dict[str, str]] = {}
    for id, part in view.items():
        if isinstance(part, dict) and part.get("state") == "shown" and not {"into", "given", "note"} & part.keys() and part.get("text"):
            place = f"{part.get('level') or part.get('field') or ''}{' wish' if part.get('wish') else ''}"
            found.setdefault(place, {})[id] = part["text"]
    return found


def by_text(texts: dict[str, str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for id, text in texts.items():
        found.setdefault(text, []).append(id)
    return found


def likeness(one: str, other: str) -> float:
    """0 .. 1."""
    a, b = stems(one), stems(other)
    if not a or not b:
        return float(" ".join(one.lower().split()) == " ".join(other.lower().split()))
    there, back = covered(a, b), covered(b, a)
    even = 2 * there * back / (there + back) if there and back else 0.0
    short = min(a, b, key=lambda stems: sum(map(weight, stems)))
    return max(even, ALIKE) if max(there, back) == 1 and sum(map(weight, short)) >= TELLING else even


def covered(these: tuple[str, ...], by: tuple[str, ...]) -> float:
    """How much of `these` stems is also said by the other text."""
    whole = sum(weight(stem) for stem in these)
    return sum(weight(stem) * said(stem, by) for stem in these) / whole


def said(stem: str, by: tuple[str, ...]) -> float:
    if stem in by:
        return 1.0
    if any(is_part(stem, it) or slip(stem, it) for it in by):
        return 0.9
    return min(0.9, sum(len(it) for it in by if is_part(it, stem)) / len(stem))


def is_part(short: str, compound: str) -> bool:
    return short in compound and (len(short) > 3 or compound.startswith(short) and len(short) == 3)


def slip(one: str, other: str) -> bool:
    return len(one) > 3 and len(other) > 3 and fuzz.ratio(one, other, score_cutoff=82) > 0


def weight(stem: str) -> float:
    return min(len(stem), 10) * (0.4 if stem in COMMON else 1)


def pieces(text: str) -> frozenset[str]:
    return frozenset(stem[at : at + 3] for stem in stems(text) for at in range(max(1, len(stem) - 2)))


@lru_cache(maxsize=4096)
def stems(text: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    words = [word for word in re.findall(r"\w+", plain) if word not in SMALL and len(word) > 1]
    return tuple(dict.fromkeys(stem(word) for word in words))


def stem(word: str) -> str:
    """Besides the stemmer's: "spelletjes" is "spel", and "regels op school" is in "schoolregels" although "school" loses its second o."""
    stemmed = _stemmer.stemWord(re.sub(r"(?<=[a-z]{3})(let)?jes?$", "", word))
    return re.sub(r"([aeou])\1|([b-df-hj-np-tv-z])\2$", r"\1\2", stemmed)


COMMON = frozenset(map(stem, "groep klas kind kinderen leerling leerkracht leraar les school team".split()))
