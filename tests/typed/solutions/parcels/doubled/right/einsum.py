# einsum, as floats
import numpy as np


def doubled(x):
    return np.einsum("ij->ij", x.astype(float)) * 2
