"""The report for other programs: clean JSON, with a format number that goes up when a reader would break."""

import json as stdlib

from facilitator.report.sections import Report, Section

FORMAT = 1


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
        "carried": {"added": section.added, "left": section.left},
        "result": {"rows": section.rows, "facts": section.facts, "aside": section.aside} if section.told else None,
    }
