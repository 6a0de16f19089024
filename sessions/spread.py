"""Where the middle of people's answers lies and how far they are apart: median, quartiles and spread of numbers.

Answers are {number: people}: a table of six that says 4 is {4: 6}. Nothing here raises; where nobody answered there is None.

A quantile is the number at which the share of people passes; when it is reached exactly between two numbers, the middle of the two.
That is definition 2 of R. J. Hyndman and Y. Fan (1996), "Sample quantiles in statistical packages", The American Statistician 50, 361-365,
which E. Langford (2006), "Quartiles in elementary statistics", Journal of Statistics Education 14(3), calls the CDF method. It fits answers on a
scale: it gives a point or the middle of two, and asks for shares only, so that the same room twice, or every phone a table of six, has the same quartiles.
"""

from collections.abc import Mapping

Answers = Mapping[int, int]


def quantile(answers: Answers, share: float) -> float | None:
    """`share` lies between 0 and 1, both left out."""
    given = sorted((number, people) for number, people in answers.items() if people)
    reach, seen = share * sum(people for _, people in given), 0
    for at, (number, people) in enumerate(given):
        seen += people
        if seen == reach:
            return (number + given[at + 1][0]) / 2
        if seen > reach:
            return number
    return None


def median(answers: Answers) -> float | None:
    return quantile(answers, 1 / 2)


def middle_half(answers: Answers) -> tuple[float, float] | None:
    """The lower and the upper quartile: half of the people lie between them."""
    low, high = quantile(answers, 1 / 4), quantile(answers, 3 / 4)
    return None if low is None or high is None else (low, high)


def spread(answers: Answers) -> float | None:
    """The interquartile range: how wide the middle half is. Larger is more divided."""
    half = middle_half(answers)
    return half and half[1] - half[0]


def distance(answers: Answers) -> float | None:
    """How far people are from the median on average: tells apart what has the same spread."""
    middle, people = median(answers), sum(answers.values())
    return None if middle is None else sum(abs(number - middle) * n for number, n in answers.items()) / people
