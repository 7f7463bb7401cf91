"""A simulated class, to see everything that grading does before real learners hand anything in."""
