"""Answers shown apart per role: only when nobody can be picked out, also not by subtracting what is shown from the total."""

from collections.abc import Mapping, Sequence

ENOUGH = 5  # answers in every shown group (domain.md 8.0, trap 10)
OTHERS = "others"


def shown(by: Sequence[str], answers: Mapping[str | None, int]) -> dict[str, list[str | None]]:
    """Which roles make up each group that may be shown: the roles in `by` one by one, everybody else as OTHERS.

    `answers` counts answers (phones, not people) per role, None for who has no role. {} when there is nothing to split by, or when a group
    that somebody is in has fewer than ENOUGH: then the total less the other groups would give it away.
    """
    groups: dict[str, list[str | None]] = {role: [role] for role in by if answers.get(role)}
    rest = [role for role in answers if role not in by and answers[role]]
    if rest:
        groups[OTHERS] = rest
    sizes = [sum(answers[role] for role in roles) for roles in groups.values()]
    return groups if len(groups) > 1 and min(sizes) >= ENOUGH else {}
