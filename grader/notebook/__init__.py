"""What a learner uses in a notebook: the functions, the %%sql cells, completion, progress."""
