"""A pipeline's matrices multiplied faster, to the same parses (docs/performance.md)."""

from spacy.language import Language
from thinc.api import NumpyOps, get_current_ops


def quicken(nlp: Language) -> None:
    """Let a pipeline's layers use numpy's BLAS, three times as fast on one thread as thinc's own.

    Args:
        nlp: a pipeline that is only applied, never trained.
    """
    if type(get_current_ops()) is not NumpyOps:
        return  # a GPU, or a Mac's own library
    ops = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        for node in () if model is None else model.walk():
            node.ops = ops
