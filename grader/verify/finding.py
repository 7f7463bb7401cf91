"""What verifying an exercise found."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Finding:
    """Something to mend: where it is, what is wrong, what to do."""

    where: str
    what: str
    remedy: str


@dataclass
class Proof:
    """The result for one exercise: what was counted, which case caught what, what is left to mend.

    `idle` names the cases that no wrong answer and no mutant fails: they may still document a rule,
    or try an answer's speed.
    """

    exercise: str
    answers: int = 0
    cases: int = 0
    wrong: int = 0
    right: int = 0
    mutants: int = 0
    killed: int = 0
    equivalent: int = 0
    seconds: float = 0.0
    idle: list[str] = field(default_factory=list)
    caught: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    @property
    def holds(self) -> bool:
        return not self.findings

    def demand(self, holds: bool, where: str, what: str, remedy: str) -> bool:
        """Note a finding unless `holds`; gives `holds` back."""
        if not holds:
            self.findings.append(Finding(where, what, remedy))
        return holds
