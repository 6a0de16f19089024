"""One drawing per kind: `draw(section) -> (svg, alt)`."""
