"""The look of plots: legible on white and on black, safe for colour-blind readers."""

from __future__ import annotations

# Okabe & Ito (2008), the colours that keep their contrast on both light and dark backgrounds.
_COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00")
_INK = "#7d7d7d"  # 4:1 on white, 5:1 on JupyterLab's dark background


def use_house_style() -> None:
    """Switch matplotlib to the workbook's style, for this kernel."""
    import matplotlib as mpl
    from cycler import cycler

    mpl.rcParams.update(
        {
            "axes.prop_cycle": cycler(color=_COLOURS),
            "figure.facecolor": "none",
            "axes.facecolor": "none",
            "savefig.facecolor": "none",
            "figure.figsize": (7.5, 3.6),
            "figure.dpi": 110,
            "figure.constrained_layout.use": True,
            "text.color": _INK,
            "axes.labelcolor": _INK,
            "axes.edgecolor": _INK,
            "axes.titlecolor": _INK,
            "xtick.color": _INK,
            "ytick.color": _INK,
            "axes.spines.top": False,
            "axes.spines.right": False,
            "axes.titlelocation": "left",
            "axes.titlesize": "medium",
            "axes.titleweight": "bold",
            "axes.grid": True,
            "axes.axisbelow": True,
            "grid.color": _INK,
            "grid.alpha": 0.25,
            "legend.frameon": False,
        }
    )
