"""Mutants of worked solutions: each with one slip, and a sentence that says which.

Text goes in, text comes out; nothing is run here.
"""

from grader.mutation.mutant import Facts, Mutant, Slip, facts_of
from grader.mutation.mutate import combined, mutants_of

__all__ = ["Facts", "Mutant", "Slip", "combined", "facts_of", "mutants_of"]
