"""Largest one-to-one matchings in sparse bipartite graphs."""

from collections import deque
from collections.abc import Mapping, Sequence


def match(edges: Mapping[int, Sequence[int]]) -> dict[int, int]:
    """A largest matching, by augmenting paths; ties fall to the lowest numbers.

    Args:
        edges: for each vertex on the left, its neighbours on the right.

    Returns:
        The partner on the right of each matched vertex on the left.
    """
    partner: dict[int, int] = {}
    taken_by: dict[int, int] = {}
    for start in sorted(edges):
        _augment(start, edges, partner, taken_by)
    return dict(sorted(partner.items()))


def _augment(
    start: int,
    edges: Mapping[int, Sequence[int]],
    partner: dict[int, int],
    taken_by: dict[int, int],
) -> None:
    """Look for a path from a free vertex on the left to a free one on the right, and flip it."""
    came_from: dict[int, int] = {}
    queue = deque([start])
    while queue:
        left = queue.popleft()
        for right in sorted(edges[left]):
            if right in came_from:
                continue
            came_from[right] = left
            if right in taken_by:
                queue.append(taken_by[right])
                continue
            step: int | None = right
            while step is not None:
                vertex = came_from[step]
                before = partner.get(vertex)
                partner[vertex], taken_by[step] = step, vertex
                step = before
            return
