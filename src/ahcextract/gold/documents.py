"""`gold/documents.toml`: which documents and issues are annotated, and the split."""

import hashlib
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from ahcextract.errors import InputError
from ahcextract.gold.lines import read_lines
from ahcextract.gold.record import GoldRecord

Part = Literal["dev", "test"]
Split = Literal["dev", "test", "all"]
INDEX = "documents.toml"


class GoldDocument(BaseModel):
    """One annotated document.

    Attributes:
        sha256: of its text (not its file) in UTF-8, 64 hex digits.
        source: its file, relative to the folder that holds the gold folder.
        profile: name of the profile it is read with.
        issues: the part that each annotated issue belongs to, those without positions too.
        wordless: annotated by offsets alone, none of its words kept.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    source: str
    profile: str
    issues: dict[Annotated[int, Field(ge=0)], Part]
    wordless: bool = False

    @property
    def collection(self) -> str:
        """Its folder: documents of one folder are scored together."""
        return str(Path(self.source).parent)


class _Index(BaseModel):
    model_config = ConfigDict(extra="forbid")
    documents: dict[str, GoldDocument]


@dataclass(frozen=True, slots=True)
class GoldIndex:
    """A gold folder.

    Attributes:
        folder: where it is.
        documents: by name, in the file's order.
    """

    folder: Path
    documents: dict[str, GoldDocument]

    def source(self, name: str) -> Path:
        """File of a document; it need not be there."""
        return self.folder.resolve().parent / self.documents[name].source

    def records(self, name: str) -> list[GoldRecord]:
        """Gold positions of a document in the file's order.

        Raises:
            InputError: its file is missing or a line of it is malformed.
        """
        return read_lines(self.folder / f"{name}.jsonl", GoldRecord)

    def issues(self, split: Split = "all") -> dict[tuple[str, int], Part]:
        """Annotated (document, issue) pairs of a split, each with its part."""
        return {
            (name, issue): part
            for name, document in self.documents.items()
            for issue, part in document.issues.items()
            if split in ("all", part)
        }


def text_hash(text: str) -> str:
    """SHA-256 of a document's text in UTF-8, as `documents.toml` keeps it."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def read_index(folder: Path) -> GoldIndex:
    """Read `documents.toml` of a gold folder.

    Raises:
        InputError: it is missing, no TOML, or has an unknown or malformed key.
    """
    path = folder / INDEX
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise InputError(
            error.strerror or "cannot be read", where=str(path), hint="give --gold a gold folder"
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"no TOML: {error}", where=str(path)) from None
    try:
        return GoldIndex(folder, _Index.model_validate(data).documents)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        field = ".".join(str(part) for part in first["loc"])
        raise InputError(f"{field}: {first['msg']}", where=str(path)) from None
