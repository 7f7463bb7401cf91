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
    """The result for one exercise: what was counted, which case caught what, what is left to mend."""

    exercise: str
    answers: int = 0
    cases: int = 0
    wrong: int = 0
    right: int = 0
    seconds: float = 0.0
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
