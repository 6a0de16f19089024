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
