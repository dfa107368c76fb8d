"""The shipped model computed faster, to the same parses (docs/performance.md)."""

from typing import Any

from spacy.language import Language
from thinc.api import Model, NumpyOps, Ragged, get_current_ops


def quicken(nlp: Language) -> None:
    """Change how the layers of a pipeline are computed, not what they compute.

    Matrices are multiplied by numpy's BLAS, three times as fast on one thread as thinc's own,
    and the words of a batch are embedded once each.

    Args:
        nlp: a pipeline that is only applied, never trained.
    """
    if type(get_current_ops()) is not NumpyOps:
        return  # a GPU, or a Mac's own library
    ops = NumpyOps(use_blis=False)
    for name, component in nlp.pipeline:
        model: Model[Any, Any] | None = getattr(component, "model", None)
        if model is None:
            continue
        for node in model.walk():
            node.ops = ops
        if name == "tok2vec":
            _embed_once(model)


def _embed_once(model: Model[Any, Any]) -> None:
    """Let the layers that see one word at a time see each distinct word of a batch once."""
    embedding = model.layers[0]
    names = [layer.name.partition("(")[0] for layer in embedding.layers]
    # Another model's layers may stand otherwise: then they are left alone.
    if names != ["extract_features", "list2ragged", "with_array", "with_array", "ragged2list"]:
        return
    hashed, mixed = embedding.layers[2], embedding.layers[3]
    distinct: Model[Ragged, Ragged] = Model("distinct", _forward, layers=[hashed, mixed])
    embedding._layers[2:4] = [distinct]


def _forward(model: Model[Any, Any], words: Ragged, is_train: bool) -> tuple[Ragged, Any]:
    places: dict[bytes, int] = {}
    firsts: list[int] = []
    inverse: list[int] = []
    for row, features in enumerate(map(bytes, words.data)):
        place = places.setdefault(features, len(firsts))
        if place == len(firsts):
            firsts.append(row)
        inverse.append(place)
    hashed, mixed = model.layers
    few = Ragged(words.data[firsts], model.ops.asarray1i([len(firsts)]))
    vectors = mixed.predict(hashed.predict(few)).data
    return Ragged(vectors[inverse], words.lengths), None
