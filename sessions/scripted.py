"""What a draaiboek (script) is made of."""

from typing import Annotated, Any, Literal

from msgspec import Meta, Struct, field

from sessions.lists import Group
from sessions.wording import Word

StepId = Annotated[str, Meta(pattern=r"\A[a-z][a-z0-9_-]{0,31}\Z")]
Role = Annotated[str, Meta(min_length=1, max_length=60)]
Words = Annotated[str, Meta(min_length=1, max_length=120)]
Line = Annotated[str, Meta(min_length=1, max_length=200)]
Told = Annotated[str, Meta(max_length=400)]
Size = Annotated[int, Meta(ge=1, le=5000)]
Setting = Literal["kernteam", "studiedag", "gemeente"]
Method = Literal["welbevinden", "borging", "veiligheid", "wegwijzer", "bouwsteen"]


class From(Struct, forbid_unknown_fields=True):
    """What a step works on: the items of an earlier `step` by a `rule` (see carry.py); `ballot` says whose dots count.

    With `session` it is a step of an earlier session, made with that script. With `points` the rule picks groups, and the step works on the points in them.
    """

    step: str
    rule: str
    ballot: str | None = None
    session: StepId | None = None
    points: list[Group] = field(default_factory=list)


class Earlier(Struct, forbid_unknown_fields=True):
    """A `step` of an earlier session that was made with the script `session`."""

    session: StepId
    step: str


class Cue(Struct, forbid_unknown_fields=True):
    """For the facilitator alone: what the step is for, how to introduce it, what to listen for, and where it goes wrong."""

    goal: Told = ""
    intro: Told = ""
    listen: Told = ""
    trap: Told = ""


class Step(Struct, forbid_unknown_fields=True, rename={"from_": "from"}):
    """`minutes` is writing and talking together; `timer` is the minutes on the clock when the step opens, `break_after` those of a break behind it.

    `anonymous`: True keeps no link to a person and shows nothing under 5 answers; "auto" is that from 8 people on, and says so below.
    `ask_role` asks the role once, `only` lets these roles take part, `device` "table" is one phone per table.
    `beside` is an earlier step, or one of an earlier session; of several such the first that the session goes on from.
    `moderate` holds every text until the facilitator approves it; with `keep` False nothing of the step is kept when the session ends.
    """

    id: StepId
    kind: str
    title: Words
    prompt: Line
    minutes: Annotated[int, Meta(ge=1, le=180)]
    timer: Annotated[int, Meta(ge=1, le=180)] | None = None
    break_after: Annotated[int, Meta(ge=1, le=90)] | None = None
    opens: Literal["at once", "by hand"] | None = None
    from_: From | None = None
    beside: str | Earlier | Annotated[list[Earlier], Meta(min_length=1, max_length=4)] | None = None
    anonymous: Literal["auto"] | bool = "auto"
    ask_role: bool = False
    only: list[Role] = field(default_factory=list)
    device: Literal["person", "table"] = "person"
    moderate: bool = False
    keep: bool = True
    cue: Cue = field(default_factory=Cue)
    config: dict[str, Any] = field(default_factory=dict)

    @property
    def elsewhere(self) -> list[Earlier]:
        """What stands beside it, where that is of an earlier session."""
        return self.beside if isinstance(self.beside, list) else [self.beside] if isinstance(self.beside, Earlier) else []


class Script(Struct, forbid_unknown_fields=True):
    """A draaiboek. `summary` says in one or two sentences what the group does; `people` are the smallest and the largest group, `audience` and `setting` for whom it is.

    `needs` is what the facilitator has to bring, `leaves` what the group leaves with. `safety` stands on the first and the last step, with the contact of the vertrouwenspersoon
    where `confidant` asks for it. `roles` are the roles people choose from. `words` are the words of the house that fit best, see wording.py. `minutes` is the sum of the steps and the breaks.
    """

    id: StepId
    title: Words
    summary: Annotated[str, Meta(min_length=1, max_length=400)]
    steps: Annotated[list[Step], Meta(min_length=1, max_length=30)]
    setting: Setting | None = None
    methods: list[Method] = field(default_factory=list)
    people: Annotated[list[Size], Meta(min_length=2, max_length=2)] = field(default_factory=lambda: [2, 80])
    audience: Annotated[str, Meta(max_length=200)] = ""
    needs: Annotated[list[Line], Meta(max_length=12)] = field(default_factory=list)
    leaves: Annotated[list[Line], Meta(max_length=12)] = field(default_factory=list)
    safety: Told = ""
    confidant: bool = False
    roles: Annotated[list[Role], Meta(max_length=24)] = field(default_factory=list)
    words: dict[Literal["leerling", "leraar", "school", "doel"], str | Word] = field(default_factory=dict)
    minutes: int | None = None

    def step(self, id: str) -> Step | None:
        return next((step for step in self.steps if step.id == id), None)

    @property
    def lasts(self) -> int:
        """Minutes, breaks included."""
        return sum(step.minutes + (step.break_after or 0) for step in self.steps)
