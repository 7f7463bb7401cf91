# asks for very much memory
import numpy as np


def step_users(events):
    return np.ones((400_000, 400_000)).sum()
