"""The report for other programs: clean JSON, with a format number that goes up when a reader would break. Later sessions go on from it too, see sessions/earlier.py."""

import json as stdlib

from facilitator.report.sections import Report, Section
from sessions.earlier import FORMAT


def json(report: Report) -> str:
    return stdlib.dumps(plain(report), ensure_ascii=False, indent=2)


def plain(report: Report) -> dict:
    return {
        "format": FORMAT,
        "script": report.script,
        "title": report.title,
        "group": report.group,
        "date": report.started.date().isoformat(),
        "people": report.people,
        "crowd": report.crowd,
        "concept": not report.approved,
        "rehearsal": report.rehearsal,
        "earlier": report.earlier,
        "decisions": report.decisions,
        "open": report.open,
        "steps": [_step(section) for section in report.sections],
    }


def _step(section: Section) -> dict:
    """`result` is null when it was not shown."""
    return {
        "id": section.step,
        "kind": section.kind,
        "title": section.title,
        "question": section.question,
        "places": [{key: place[key] for key in ("id", "name", "number") if key in place} for place in section.places],
        "carried": {"added": section.added, "left": section.left},
        "result": {"rows": section.rows, "facts": section.facts, "aside": section.aside} if section.told else None,
    }
