"""The work itself: one document, or a share of a large one, becomes lines of output."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, groupby

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


@dataclass(frozen=True, slots=True)
class Opened:
    """A task with its document read.

    Attributes:
        task: the task.
        like: age of the model and profile that it is to be done with; None where neither it nor
            any document before it could be read.
        bulletin: None where the document could not be read.
        issues: of the task's share.
        error: why the document could not be read.
    """

    task: Task
    like: tuple[int, Profile] | None
    bulletin: Bulletin | None = None
    issues: tuple[Issue, ...] = ()
    error: str | None = None


class Desk:
    """Does tasks; keeps one extractor a profile, all sharing one loaded model.

    Args:
        settings: of the run.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._extractors: dict[str, Extractor] = {}
        # How often the model has been let go of, and characters opened so far.
        self._age = self._read = 0
        self._like: tuple[int, Profile] | None = None
        # The document read last, for its next share.
        self._last: tuple[Document, Bulletin] | None = None

    def prepare(self) -> None:
        """Load the model and the matchers of the likeliest profile now, not at the first task.

        Raises:
            AhcError: the model is not installed.
        """
        self._extractor(self._age, self.settings.profile or load_profile(DEFAULT_PROFILE))

    def do(self, tasks: Iterable[Task]) -> Iterator[Part]:
        """The parts of tasks, in order; the last part of a document says so.

        Documents are read as far ahead as a window of the extractor reaches, for sentences of
        several are parsed together. One that cannot be read does not touch its neighbours.
        """
        for like, group in groupby(map(self._opened, tasks), key=lambda one: one.like):
            yield from self._together(like, group)

    def _together(
        self, like: tuple[int, Profile] | None, group: Iterator[Opened]
    ) -> Iterator[Part]:
        """The parts of tasks that one extractor does."""
        waiting: deque[Opened] = deque()

        def read() -> Iterator[tuple[Bulletin, tuple[Issue, ...]]]:
            for one in group:
                waiting.append(one)
                if one.bulletin is not None:
                    yield one.bulletin, one.issues

        if like is None:  # Nothing could be read: there are only errors to tell.
            for one in group:
                yield from self._parts(one, iter(()))
            return
        pieces = self._extractor(*like).pieces(read())
        for piece in pieces:
            while not waiting[0].issues:
                yield from self._parts(waiting.popleft(), iter(()))
            yield from self._parts(waiting.popleft(), chain([piece], pieces))
        for one in waiting:
            yield from self._parts(one, iter(()))

    def _parts(self, one: Opened, pieces: Iterator[Piece]) -> Iterator[Part]:
        """The parts of one task; takes as many pieces as make up its issues."""
        task, index = one.task, one.task.document.index
        ends = task.share == task.shares - 1
        if one.bulletin is None:
            yield Part(index, error=one.error, last=ends)
            return
        if task.share == 0:
            text = one.bulletin.text if self.settings.texts else None
            yield Part(index, warnings=one.bulletin.warnings, text=text)
        left = len(one.issues)
        while left:
            piece = next(pieces)
            left -= piece.ends
            yield from self._lines(piece, index)
        if ends:
            yield Part(index, last=True)

    def _lines(self, piece: Piece, index: int) -> Iterator[Part]:
        """The records of a piece, as parts of document `index`."""
        least, issue = self.settings.min_confidence, piece.issue
        found = [p for p in piece.positions if p.confidence >= least]
        for batch, ends in _batches(found, _PART):
            part = Part(index, lines(batch), len(batch))
            if ends and piece.ends:
                words = len(piece.bulletin.text[issue.start : issue.end].split())
                part = replace(part, issues=1, words=words)
            if part.positions or part.issues:
                yield part

    def _opened(self, task: Task) -> Opened:
        """The task with its document read and split; or with why it could not be read."""
        document = task.document
        if self._last is None or self._last[0] != document:
            # Let go of the one before.
            self._last = None
            try:
                self._last = document, self._bulletin(document)
            except InputError as error:
                return Opened(task, self._like, error=str(error))
        bulletin = self._last[1]
        if task.share == task.shares - 1:
            self._last = None
        return Opened(task, self._like, bulletin, tuple(_share(bulletin.issues, task)))

    def _bulletin(self, document: Document) -> Bulletin:
        from ahcextract.splitting import split

        source = document.source()
        profile = self.settings.profile or chosen_profile(source.profile, document.where)
        bulletin = split(source, profile.headings)
        self._read += len(source.text)
        self._like = self._read // _RENEW, profile
        return bulletin

    def _extractor(self, age: int, profile: Profile) -> Extractor:
        """The extractor of a profile; lets go of the model, and the words it has met, at times."""
        if age != self._age:
            self._age = age
            self._extractors.clear()
            load_parser.cache_clear()
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
