"""The work itself: one document, or a share of a large one, becomes lines of output."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ahcextract.bulletin import Bulletin, Issue
from ahcextract.errors import InputError
from ahcextract.extractor import Extractor, Piece
from ahcextract.model import load_parser
from ahcextract.position import Position
from ahcextract.profile import Profile, load_profile, profile_names
from ahcextract.running.documents import Document
from ahcextract.writing import lines

DEFAULT_PROFILE = "ahc"
# Records a part holds at most: an issue as long as a book must not gather in memory.
_PART = 256
# Characters after which the model is loaded anew (a second in ten minutes): spaCy remembers every
# word it meets, and a worker of an archive meets them all.
_RENEW = 50_000_000


@dataclass(frozen=True, slots=True)
class Settings:
    """What is the same for all documents of a run.

    Attributes:
        profile: the one asked for; None lets each document's front matter choose.
        min_confidence: records below it are left out.
        texts: whether parts carry the document's text.
    """

    profile: Profile | None = None
    min_confidence: float = 0.0
    texts: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """A document, or share `share` of `shares` of its issues."""

    document: Document
    share: int = 0
    shares: int = 1


@dataclass(frozen=True, slots=True)
class Part:
    """Some output of one document; the parts of a document follow one another.

    Attributes:
        document: its index in the run.
        lines: records as JSON Lines.
        positions: how many.
        issues: issues finished with this part.
        words: words of those issues.
        warnings: about the document, in its first part.
        text: of the document, in its first part and only where asked for.
        error: why the document could not be read; then there are no lines.
        last: whether the document ends here.
    """

    document: int
    lines: bytes = b""
    positions: int = 0
    issues: int = 0
    words: int = 0
    warnings: tuple[str, ...] = ()
    text: str | None = None
    error: str | None = None
    last: bool = False


class Desk:
    """Does tasks; keeps one extractor a profile, all sharing one loaded model.

    Args:
        settings: of the run.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._extractors: dict[str, Extractor] = {}
        self._read = 0
        self._open: tuple[Document, Bulletin, Extractor] | None = None

    def prepare(self) -> None:
        """Load the model and the matchers of the likeliest profile now, not at the first task.

        Raises:
            AhcError: the model is not installed.
        """
        self._extractor(self.settings.profile or load_profile(DEFAULT_PROFILE))

    def do(self, task: Task) -> Iterator[Part]:
        """The parts of a task, as its issues are read; the last of a document says so."""
        index, ends = task.document.index, task.share == task.shares - 1
        try:
            bulletin, extractor = self._bulletin(task.document)
        except InputError as error:
            yield Part(index, error=str(error), last=ends)
            return
        if task.share == 0:
            text = bulletin.text if self.settings.texts else None
            yield Part(index, warnings=bulletin.warnings, text=text)
        for piece in extractor.issues(bulletin, _share(bulletin.issues, task)):
            yield from self._parts(bulletin, piece, index)
        if ends:
            self._open = None
            yield Part(index, last=True)

    def _parts(self, bulletin: Bulletin, piece: Piece, index: int) -> Iterator[Part]:
        least, issue = self.settings.min_confidence, piece.issue
        found = [p for p in piece.positions if p.confidence >= least]
        for batch, ends in _batches(found, _PART):
            part = Part(index, lines(batch), len(batch))
            if ends and piece.ends:
                words = len(bulletin.text[issue.start : issue.end].split())
                part = replace(part, issues=1, words=words)
            if part.positions or part.issues:
                yield part

    def _bulletin(self, document: Document) -> tuple[Bulletin, Extractor]:
        """The document split; the last one is kept, for its next share."""
        if self._open is not None and self._open[0] == document:
            return self._open[1], self._open[2]
        from ahcextract.splitting import split

        source = document.source()
        self._renew(len(source.text))
        profile = self.settings.profile or chosen_profile(source.profile, document.where)
        bulletin = split(source, profile.headings)
        extractor = self._extractor(profile)
        self._open = (document, bulletin, extractor)
        return bulletin, extractor

    def _renew(self, length: int) -> None:
        """Let go of the model, and of the words it has met, once in a long while."""
        self._read += length
        if self._read > _RENEW:
            self._read = length
            self._open = None
            self._extractors.clear()
            load_parser.cache_clear()

    def _extractor(self, profile: Profile) -> Extractor:
        known = self._extractors.get(profile.digest)
        if known is None:
            known = self._extractors[profile.digest] = Extractor(profile)
        return known


def chosen_profile(name: str | None, where: str) -> Profile:
    """The profile that a document's front matter names: one that comes with the program.

    Raises:
        InputError: there is no such profile.
    """
    if name is not None and name not in profile_names():
        raise InputError(
            f"its front matter asks for the profile '{name}', which does not exist",
            where=where,
            hint=f"known profiles: {', '.join(profile_names())}; or choose with --profile",
        )
    return load_profile(name or DEFAULT_PROFILE)


def _share(issues: tuple[Issue, ...], task: Task) -> Iterator[Issue]:
    """The issues of the task's share: shares are about equally long, and each issue is in one."""
    total = max(1, issues[-1].end - issues[0].start) if issues else 1
    for issue in issues:
        if (issue.start - issues[0].start) * task.shares // total == task.share:
            yield issue


def _batches(positions: Iterable[Position], size: int) -> Iterator[tuple[list[Position], bool]]:
    """Lists of `size` positions at most, and whether it is the last, which may be empty."""
    batch: list[Position] = []
    for position in positions:
        if len(batch) == size:
            yield batch, False
            batch = []
        batch.append(position)
    yield batch, True
