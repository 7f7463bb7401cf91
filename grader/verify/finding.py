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
    """The result for one exercise, or for a part of it: what was counted, what is left to mend.

    `caught` maps wrong answers to the first case that catches them, `useful` names the cases that
    catch any wrong answer or mutant, `idle` those that catch none: they may still document a rule,
    or try an answer's speed. `remembered` counts the parts that were proved before and have not
    changed since.
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
    remembered: int = 0
    idle: list[str] = field(default_factory=list)
    useful: list[str] = field(default_factory=list)
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

    def include(self, part: Proof) -> None:
        """Add the proof of one of the answers."""
        for count in ("wrong", "right", "mutants", "killed", "equivalent", "remembered"):
            setattr(self, count, getattr(self, count) + getattr(part, count))
        self.useful += part.useful
        self.caught |= part.caught
        self.findings += part.findings
