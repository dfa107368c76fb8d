"""The order of a matrix's rows and columns, so that blocs show.

Seriation by the leading singular vectors: of the matrix of actors by targets, with each actor's
mean sign on each target (`agreement.SIGNS`), the first pair of singular vectors puts actors and
targets on one line, with those who lean alike close together and opposed camps at its two ends.
"""

from collections.abc import Iterable, Mapping, Sequence

from ahcextract.agreement import SIGNS, UNKNOWN_TARGETS
from ahcextract.position import Position
from ahcextract.report.vocabulary import number_order


def mean_signs(positions: Iterable[Position]) -> dict[str, dict[str, float]]:
    """Each actor's mean sign on each target, from -1 to +1; proposals and neutral words count 0."""
    said: dict[str, dict[str, list[float]]] = {}
    for position in positions:
        # What names no common thing says nothing of sides.
        known = position.target not in UNKNOWN_TARGETS
        sign = SIGNS.get(position.stance, 0.0) if known else 0.0
        said.setdefault(position.actor, {}).setdefault(position.target, []).append(sign)
    return {
        actor: {target: sum(s) / len(s) for target, s in by_target.items()}
        for actor, by_target in said.items()
    }


def camp_axis(
    table: Mapping[str, Mapping[str, float]],
) -> tuple[dict[str, float], dict[str, float]]:
    """Where rows and columns of a sparse matrix stand on its main line of conflict.

    Args:
        table: rows to columns to values; what is missing is 0.

    Returns:
        Places of rows and of columns on the same line, rounded to nine digits so that two
        machines agree. The larger camp of rows is on the positive side.
    """
    import numpy as np

    rows = sorted(table)
    columns = sorted({column for row in table.values() for column in row})
    at = {column: n for n, column in enumerate(columns)}
    values = np.zeros((len(rows), len(columns)))
    for n, row in enumerate(rows):
        for column, value in table[row].items():
            values[n, at[column]] = value
    if not values.any():
        return dict.fromkeys(rows, 0.0), dict.fromkeys(columns, 0.0)
    left, _, right = np.linalg.svd(values, full_matrices=False)
    u, v = np.round(left[:, 0], 9), np.round(right[0], 9)
    balance = int((u > 0).sum()) - int((u < 0).sum())
    # A singular vector's sign is arbitrary: fix it.
    if balance < 0 or (balance == 0 and u[np.flatnonzero(u)[0]] < 0):
        u, v = -u, -v
    return (
        dict(zip(rows, map(float, u), strict=True)),
        dict(zip(columns, map(float, v), strict=True)),
    )


def actor_order(axis: Mapping[str, float], blocs: Sequence[Sequence[str]]) -> list[str]:
    """Actors by bloc, blocs and their members by place on the axis, those in no bloc between.

    Args:
        axis: place of every actor.
        blocs: members of each bloc.
    """
    middle = {
        actor: sum(axis[member] for member in bloc) / len(bloc) for bloc in blocs for actor in bloc
    }
    number = {actor: n for n, bloc in enumerate(blocs) for actor in bloc}

    def key(actor: str) -> tuple[float, int, float, str]:
        return (-middle.get(actor, axis[actor]), number.get(actor, -1), -axis[actor], actor)

    return sorted(axis, key=key)


def target_order(axis: Mapping[str, float]) -> list[str]:
    """Targets by place on the axis: what the first camp supports to what the other does.

    Targets that name no common thing come last.
    """
    return sorted(
        axis, key=lambda target: (target in UNKNOWN_TARGETS, -axis[target], number_order(target))
    )
