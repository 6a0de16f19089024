"""Pen and ink for the pictures: SVG as plain strings, with presentation attributes only (a style attribute breaks the CSP).

One unit is a tenth of a millimetre on paper; a picture is as wide as the right-hand column of the report.
"""

from markupsafe import escape

WIDTH = 1300
INK, SECOND, HAIRLINE, WHITE = "#1d1a16", "#544b3e", "#d5c9b3", "#ffffff"
LEVELS = [("#1f3a6e", "#ffffff"), ("#2c7a3f", "#ffffff"), ("#9fcfee", "#1d1a16"), ("#fad749", "#1d1a16")]  # fill, ink on it
RED = "#b3261e"
BALLOTS = ["#0b6866", "#8a2560", "#7a5200", "#45505c"]
FONT = "Atkinson Hyperlegible Next Variable, Atkinson Hyperlegible Next, Verdana, sans-serif"

NARROW, WIDE = set("iljtfrI.,:;'|!()-/ "), set("mwMW%@")


def svg(height: float, parts: list[str], alt: str) -> str:
    """One picture. A screen reader gets the sentence with the numbers; the shapes are silent."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {num(height)}" role="img" aria-label="{escape(alt)}" '
        f'font-family="{FONT}" font-size="37" fill="{INK}">{"".join(parts)}</svg>'
    )


def tag(name: str, inside: str = "", **attributes: object) -> str:
    """`tag("rect", x=1, stroke_width=2)`; an attribute that is None is left out."""
    pairs = "".join(f' {key.rstrip("_").replace("_", "-")}="{num(value)}"' for key, value in attributes.items() if value is not None)
    return f"<{name}{pairs}>{inside}</{name}>" if inside else f"<{name}{pairs}/>"


def write(x: float, y: float, words: object, **attributes: object) -> str:
    """A line of text; `y` is its base line."""
    return tag("text", str(escape(words)), x=x, y=y, **attributes)


def lines(x: float, middle: float, texts: list[str], size: float, **attributes: object) -> str:
    """Lines of text around the height `middle`."""
    first = middle - (len(texts) - 1) * size * 0.6 + size * 0.35
    return "".join(write(x, first + i * size * 1.2, text, font_size=size, **attributes) for i, text in enumerate(texts))


def rule(y: float, thick: float = 2, colour: str = HAIRLINE, **ends: float) -> str:
    return tag("line", x1=ends.get("x1", 0), y1=y, x2=ends.get("x2", WIDTH), y2=y, stroke=colour, stroke_width=thick)


def fold(text: str, width: float, size: float, most: int) -> list[str]:
    """`text` in at most `most` lines of at most `width`; what does not fit ends in an ellipsis."""
    folded = [""]
    for word in text.split():
        longer = f"{folded[-1]} {word}".strip()
        if folded[-1] and wide(longer, size) > width:
            folded.append(word)
        else:
            folded[-1] = longer
    kept = [cut(one, width, size) for one in folded[:most]]
    return kept if len(folded) <= most else [*kept[:-1], cut(f"{kept[-1]} …", width, size)]


def cut(text: str, width: float, size: float) -> str:
    """`text`, or as much of it as fits on one line."""
    if wide(text, size) <= width:
        return text
    while text and wide(f"{text}…", size) > width:
        text = text[:-1]
    return f"{text.rstrip(' …')}…"


def wide(text: str, size: float) -> float:
    """How wide a line is, on the safe side: a saved report may be read in another font."""
    ems = sum(0.34 if sign in NARROW else 0.9 if sign in WIDE else 0.7 if sign.isupper() else 0.58 for sign in text)
    return ems * size


def num(value: object) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(escape(value))
