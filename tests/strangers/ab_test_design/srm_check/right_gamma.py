# style: loop and the regularised upper gamma function
from scipy.special import gammaincc

def srm_check(counts, shares, threshold):
    k = len(counts)
    if k < 2 or k != len(shares) or not 0 < threshold < 1:
        raise ValueError("shape or threshold")
    if any(s <= 0 for s in shares) or any(c < 0 for c in counts) or sum(counts) == 0:
        raise ValueError("values")
    total, w = sum(counts), sum(shares)
    chi2 = sum((c - total * s / w) ** 2 / (total * s / w) for c, s in zip(counts, shares))
    p = float(gammaincc((k - 1) / 2, chi2 / 2))
    return dict(chi2=chi2, p_value=p, srm=p < threshold)
