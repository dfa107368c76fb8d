"""Bootstrap intervals: sentences drawn again within their documents.

Facts of one sentence stand or fall together (five actors, one cue), so sentences and not facts
are what is drawn. A sentence matters only by its counts, and sentences with the same counts are
interchangeable: drawing n sentences is one multinomial draw over the distinct counts, which makes
two thousand draws over tens of thousands of sentences a matter of milliseconds.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from ahcextract.scoring.counts import PRF, Interval, Score

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DRAWS = 2000
SEED = 20240729


def resample(
    strata: Iterable[Sequence[tuple[int, ...]]], *, draws: int = DRAWS, seed: int = SEED
) -> "NDArray[np.int64]":
    """Sums of counts over clusters drawn with replacement within each stratum.

    Args:
        strata: for each document, the counts of each of its sentences; all tuples of one length.
        draws: number of draws.
        seed: of the generator; the same input gives the same draws.

    Returns:
        Array of `draws` rows, one column a count; zero columns where there is no cluster.
    """
    import numpy as np

    rng = np.random.default_rng(seed)
    total: NDArray[Any] | None = None
    for clusters in strata:
        if not clusters:
            continue
        # Sorted: the draw must not depend on the order of the sentences.
        kinds = sorted(Counter(clusters).items())
        values = np.array([kind for kind, _ in kinds], dtype=np.int64)
        weights = np.array([count for _, count in kinds], dtype=np.float64)
        drawn = rng.multinomial(len(clusters), weights / weights.sum(), size=draws) @ values
        total = drawn if total is None else total + drawn
    return np.zeros((draws, 0), dtype=np.int64) if total is None else total


def interval(values: "NDArray[np.float64]") -> Interval | None:
    """The middle 95 % of draws; draws in which the figure is undefined (NaN) are left out."""
    import numpy as np

    known = values[~np.isnan(values)]
    if not known.size:
        return None
    low, high = np.quantile(known, (0.025, 0.975))
    return Interval(float(low), float(high))


def ratio(part: "NDArray[Any]", whole: "NDArray[Any]") -> "NDArray[np.float64]":
    """Part by whole, NaN where the whole is nothing."""
    import numpy as np

    out = np.full(len(whole), np.nan)
    np.divide(part, whole, out=out, where=whole > 0)
    return out


def score(strata: Sequence[Sequence[tuple[int, int, int]]], *, draws: int = DRAWS) -> Score:
    """Counts of all clusters, with intervals.

    Args:
        strata: for each document, (right, spurious, missed) of each of its sentences.
        draws: number of draws.
    """
    columns = zip(*(cluster for clusters in strata for cluster in clusters), strict=True)
    counts = PRF(*map(sum, columns))
    if not counts.gold and not counts.predicted:
        return Score(counts)
    tp, fp, fn = resample(strata, draws=draws).T
    return Score(
        counts,
        interval(ratio(tp, tp + fp)) if counts.predicted else None,
        interval(ratio(tp, tp + fn)) if counts.gold else None,
        interval(ratio(2 * tp, 2 * tp + fp + fn)),
    )


def share_interval(strata: Sequence[Sequence[tuple[int, int]]]) -> Interval | None:
    """Interval of a share, from (right, wrong) of each sentence of each document."""
    drawn = resample(strata)
    if not drawn.shape[1]:
        return None
    return interval(ratio(drawn[:, 0], drawn[:, 0] + drawn[:, 1]))
