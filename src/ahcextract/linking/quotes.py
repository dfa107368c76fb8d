"""Quotations: pieces of text, words of stance in quotation marks, and what somebody says."""

from functools import cached_property

from ahcextract.linking.asides import Asides

OPENING = frozenset("'\"‘“")
_CLOSING = frozenset("'\"’”")
_LONGEST, _LONGEST_SPEECH = 14, 70
# A shorter quotation is a wording, whoever says it.
_SHORTEST_SPEECH = 3
_ENDING = frozenset({",", ".", "!"})
_SAYING = frozenset(
    "said says saying told tells telling added adds argued argues insisted insists declared "
    "declares warned warns replied answered stated states concluded remarked complained observed "
    "exclaimed quipped noted explained countered retorted continued".split()
)
# How far from a speech its verb of saying may stand: "said the representative of A".
_REACH = 9
_BEING = frozenset("is are was were be been being as 's remains remained".split())
_CALLING = frozenset(
    "call calls called calling describe describes described describing consider considers "
    "considered deem deems deemed find finds found label labels labelled labeled brand brands "
    "branded dub dubs dubbed term terms termed declare declares declared pronounce pronounced "
    "regard regards regarded dismiss dismissed".split()
)
_DEGREES = frozenset(
    "a an the very too so quite wholly totally completely utterly simply absolutely not still "
    "merely just deeply".split()
)
_FOLLOWING = frozenset(
    "and or but while whereas for in by to because as when with that about at over".split()
) | {".", ",", ";", ":", "!", ""}


class Quotes(Asides):
    """Quotations of one sentence."""

    # Whether the quotation read last was a verdict, for one more behind "and".
    _judged = False

    def quotation(self, index: int) -> int:
        """End of a short quotation that opens at `index`, or `index`."""
        close = self.closing(index, _LONGEST)
        return index if close is None else close + 1

    def closing(self, index: int, longest: int) -> int | None:
        """The mark that closes the quotation which opens at `index`; None for none so near."""
        mark = self.word(index)
        if mark not in OPENING or index + 1 >= self.end or self.doc[index].whitespace_:
            return None
        for close in range(index + 2, min(self.end, index + longest + 2)):
            if self.word(close) in _CLOSING and not self.doc[close - 1].whitespace_:
                return close
        return None

    # ---------------------------------------------------------------- what somebody says
    def drops(self, index: int) -> bool:
        """Whether `index` is a mark of direct speech, which is read as if it had none."""
        return index in self.speech_marks

    @cached_property
    def speech_marks(self) -> frozenset[int]:
        """Quotation marks around what is said (`"X must go," said A`), not around wording."""
        found: list[int] = []
        at = self.start
        while at < self.end:
            close = self.closing(at, _LONGEST_SPEECH) if self.word(at) == '"' else None
            if close is None:
                at += 1
                continue
            goes_on = bool(found) and self.word(at - 1) == "," and self.word(close - 1) in _ENDING
            if goes_on or self.is_speech(at, close):
                found.extend((at, close))
            at = close + 1
        return frozenset(found)

    def is_speech(self, opened: int, close: int) -> bool:
        """Whether the quotation is a clause that somebody says."""
        if self.word(close - 1) not in _ENDING:
            return False
        short = close - opened - 1 <= _SHORTEST_SPEECH
        behind = [self.word(k) for k in range(close + 1, close + 1 + _REACH)]
        told = next((k for k, word in enumerate(behind) if word in _SAYING | {";", '"'}), None)
        if told is not None and behind[told] in _SAYING:
            # "X," said A, "must go.": the second half is said, too.
            return not short or '"' in behind[told:]
        if short or self.word(close - 1) == "," or self.word(opened - 1) not in {",", ":"}:
            return False
        return any(self.word(k) in _SAYING for k in range(opened - _SHORTEST_SPEECH - 1, opened))

    # ---------------------------------------------------------------- words of stance
    def is_coloured(self, opened: int, end: int) -> bool:
        """Whether the marks only colour a stance: `voiced "deep dismay"`, `was "balanced"`."""
        short = end - opened in {3, 4}
        if short and (self.is_feeling(end - 2) or self.is_scare(end)):
            return True
        return self.is_verdict(opened, end)

    def is_feeling(self, index: int) -> bool:
        """Whether a quoted word is the stance itself ("voiced 'deep dismay'")."""
        found = self.cues.get(index)
        return found is not None and any(
            r.kind == "noun" and r.stance == "concern" for r in found.readings
        )

    def is_scare(self, end: int) -> bool:
        """Whether a quotation only colours the stance behind it ("their 'full' support")."""
        found = self.cues.get(end)
        return found is not None and any(
            r.kind in {"noun", "verb"}
            and r.stance not in {"neutral", "propose"}
            and r.form in {"singular", "plural", "ed"}
            for r in found.readings
        )

    def is_verdict(self, opened: int, end: int) -> bool:
        """Whether a text is judged in quotation marks: `was "balanced"`, `called X "a trap"`."""
        last = end - 2 if self.word(end - 2) in {",", "."} else end - 1
        first = opened + 1
        while first < last and first not in self.cues and self.word(first) in _DEGREES:
            first += 1
        found = self.cues.get(first)
        if found is None or found.end != last or self.word(end) not in _FOLLOWING:
            return False
        if not any(r.kind in {"evaluation", "predicative"} for r in found.readings):
            return False
        before = opened - 1
        while self.word(before) in _DEGREES or self.word(before).endswith("ly"):
            before -= 1
        if self.word(before) in _BEING or (self.word(before) in {"and", "but"} and self._judged):
            self._judged = True
            return True
        near = range(max(self.start, opened - _REACH), opened)
        self._judged = any(self.word(k) in _CALLING for k in near)
        return self._judged
