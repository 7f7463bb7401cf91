"""A course folder: an ordinary nbgrader course, its sets, its learners and its gradebook."""
