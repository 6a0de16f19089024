"""What can be measured about how a page looks: axe, width, targets. For the browser tests."""

from pathlib import Path

from playwright.sync_api import Page

AXE = Path(__file__).parents[1] / "node_modules/axe-core/axe.min.js"
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def axe(page: Page) -> list[str]:
    """-> ["rule: where it fails"]."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf8"))
    found = page.evaluate("tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})", AXE_TAGS)
    return [f"{rule['id']}: {node['target'][0]} {node['failureSummary']}" for rule in found["violations"] for node in rule["nodes"]]


def sideways(page: Page) -> int:
    """How many pixels of the page are out of sight at the right."""
    return page.evaluate("Math.max(0, document.documentElement.scrollWidth - innerWidth)")


def small_targets(page: Page, least: int = 48) -> list[str]:
    """What can be pressed but is smaller than a finger."""
    return page.evaluate(
        """least => [...document.querySelectorAll('button, a, input, textarea')].filter(it => {
             const {width, height} = it.getBoundingClientRect();
             return width && (Math.round(width) < least || Math.round(height) < least);
           }).map(it => it.outerHTML.slice(0, 90))""",
        least,
    )


def lost_focus(page: Page) -> list[str]:
    """What is wrong with how the focus shows: nowhere, no ring around it, out of sight, or under something else."""
    return page.evaluate(
        """() => {
             let it = document.activeElement;
             while (it.contentDocument) it = it.contentDocument.activeElement;
             const name = it.outerHTML.slice(0, 90);
             if (it.tagName === "BODY") return ["the focus is nowhere"];
             if (it.tagName === "H1") return []; // a new page begins there; Tab goes on from it
             const ringed = [it, it.closest("label, li")].filter(Boolean).some(around => {
               const {outlineStyle, outlineWidth, boxShadow} = getComputedStyle(around);
               return outlineStyle === "auto" || (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) || boxShadow !== "none";
             });
             const {left, top, right, bottom} = it.getBoundingClientRect(), {innerWidth, innerHeight} = it.ownerDocument.defaultView;
             const middle = (from, to, most) => (Math.max(0, from) + Math.min(most, to)) / 2;
             const there = it.ownerDocument.elementFromPoint(middle(left, right, innerWidth), middle(top, bottom, innerHeight));
             const seen = there && (it.contains(there) || there.contains(it) || it.closest("label")?.contains(there));
             return [!ringed && `no ring: ${name}`, !seen && `out of sight: ${name}`].filter(Boolean);
           }"""
    )
