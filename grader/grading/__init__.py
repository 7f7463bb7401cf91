"""Grade the notebooks of a class: pure work in, grades as data out, nothing lost on the way."""
