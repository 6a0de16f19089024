"""What can be measured about how a page looks: axe, width, targets, what the back row can read. For the browser tests."""

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


def settle(page: Page) -> None:
    """The letters are there, what moves has come to rest, and nothing was drawn anew for some frames."""
    page.evaluate(
        """async () => {
          await document.fonts.ready;
          const frame = () => new Promise(requestAnimationFrame);
          const moves = () => document.querySelector(".revealing") || document.getAnimations().some(it => it.playState === "running");
          let before = "", still = 0;
          while (still < 5) {
            await frame();
            const now = innerWidth + document.body.innerHTML;
            still = now === before && !moves() ? still + 1 : 0;
            before = now;
          }
        }"""
    )


def unreadable(page: Page) -> list[str]:
    """What the back row cannot read: too small, outside its block or the screen. And style attributes, which the CSP forbids."""
    settle(page)
    return page.evaluate(
        """() => {
          const unit = innerHeight / 30, found = [];
          const walk = document.createTreeWalker(document.querySelector("#app"), NodeFilter.SHOW_TEXT);
          while (walk.nextNode()) {
            const text = walk.currentNode, it = text.parentElement, said = text.textContent.trim().slice(0, 40);
            if (!said || it.closest(".vh, .screen-tools, title") || !it.checkVisibility()) continue;
            const svg = it.closest("svg"), scale = svg ? svg.getBoundingClientRect().height / svg.viewBox.baseVal.height : 1;
            const size = parseFloat(getComputedStyle(it).fontSize) * scale, air = unit * 0.25 + size * 0.3;
            if (size < unit - 0.2) found.push(`${size.toFixed(1)} px is too small: ${said}`);
            const range = document.createRange();
            range.selectNodeContents(text);
            for (const box of range.getClientRects()) {
              if (box.left < -1 || box.right > innerWidth + 1 || box.top < -air || box.bottom > innerHeight + air) found.push(`off the screen: ${said}`);
              for (let block = it.closest(".card, .wc, .cards, .blk, .f, .goal, .res, .side, .piles li, .foot, .res ol, .name, .r, .say, .txt, .fill"); block; block = block.parentElement.closest(".blk, .f, .side, .foot, .rows")) {
                const edge = block.getBoundingClientRect();
                if (box.right > edge.right + 1.5 || box.left < edge.left - 1.5 || box.bottom > edge.bottom + air || box.top < edge.top - air) found.push(`out of ${block.className}: ${said}`);
              }
            }
          }
          for (const it of document.querySelectorAll("[style]")) found.push(`a style attribute: ${it.tagName}.${it.className}`);
          return [...new Set(found)];
        }"""
    )


def spilled(page: Page) -> list[str]:
    """What runs over the sentence below it, or out of its own row or column."""
    settle(page)
    return page.evaluate(
        """() => {
          const found = [], air = innerHeight / 100, floor = document.querySelector(".say").getBoundingClientRect().top;
          for (const it of document.querySelectorAll("main *")) {
            if (!it.checkVisibility() || it.closest(".vh, .say")) continue;
            const box = it.getBoundingClientRect(), own = it.closest(".r, li")?.getBoundingClientRect();
            const name = `${it.tagName}.${it.getAttribute("class") ?? ""} ${it.textContent.slice(0, 30)}`;
            if (box.bottom > floor + air) found.push(`over the sentence: ${name}`);
            if (own && (box.bottom > own.bottom + air || box.right > own.right + 1)) found.push(`out of its row: ${name}`);
          }
          return found;
        }"""
    )


def on_projectors(page: Page, sizes=((1920, 1080), (1366, 768), (1280, 800), (1024, 768))) -> dict:
    """Per size of a projector what the back row cannot read or what has run over; empty when all is well."""
    seen = {}
    for width, height in sizes:
        page.set_viewport_size({"width": width, "height": height})
        if found := unreadable(page) + spilled(page):
            seen[f"{width}x{height}"] = found
    page.set_viewport_size({"width": sizes[0][0], "height": sizes[0][1]})
    return seen
