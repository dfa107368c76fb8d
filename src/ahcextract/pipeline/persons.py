"""Persons who speak for a state or a group: "Ana Ruiz, Minister of Energy of Peru,"."""

from collections.abc import Callable, Sequence

from spacy.tokens import Doc

from ahcextract.pipeline.names import PARTICLES, is_name, name_end

# Offices of state; whoever holds one speaks for the state. Those who chair are no part of them.
_OFFICES = frozenset(
    """minister secretary undersecretary under-secretary president vice-president premier chancellor
    emir king queen prince sultan sheikh ambassador envoy commissioner governor deputy-minister
    prime-minister vice-minister director""".split()
)
# Nouns in small letters for those whom a delegation sends.
_SENT = frozenset(
    """representative representatives delegate delegates negotiator negotiators minister ministers
    ambassador ambassadors spokesperson spokesman spokeswoman speaker speakers envoy envoys
    president premier king emir chancellor observer adviser advisers advisor advisors""".split()
)
_LED = frozenset("head heads leader leaders chief member members".split())
_DELEGATIONS = frozenset("delegation delegations team".split())
_MODIFIERS = frozenset(
    """high-level lead chief head senior new permanent deputy prime foreign environment climate
    special principal top veteran main legal energy finance justice interior""".split()
)
_INSIDE = frozenset("of for and the on to & -".split())
_OF = frozenset({"of", "from", "for"})
# Behind these somebody else is named, or for whom the person speaks.
_GOES_ON = frozenset(
    """on for speaking also representing in with supported opposed joined along together and
    backed echoed""".split()
)
_TITLE_LENGTH = 14
# What stands behind "the Swiss" where they are no "Swiss delegation".
_DOING = frozenset(
    """and or nor but who to on for with in as is are was were have had has would could can cannot
    may might will shall did do does also not then however again both all still now too want wanted
    wish wished say said says think thought feel felt find found remain remained oppose opposed
    reject rejected prefer preferred insist insisted agree agreed disagree disagreed tell told
    asked believe believed see saw made took came went got gave like liked stay stayed seem
    seemed""".split()
)
# Forms of address in summary records ("Ms. Ruiz (Mexico) said"). Ambassadors named so elsewhere
# mostly chair or report, and so do names without any form of address.
_ADDRESS = frozenset("mr mr. ms ms. mrs mrs. miss mme mme. dr dr. sir dame msgr. monsignor".split())
_PRESIDING = frozenset(
    """chair chairman chairwoman chairperson vice-chair co-chair president vice-president
    rapporteur facilitator co-facilitator moderator coordinator""".split()
)


def is_people(words: Sequence[str], start: int, end: int, *, plural: bool) -> bool:
    """Whether `the Mexicans`, `the Swiss` stands at [start, end) for the state's delegation.

    Args:
        words: of the block, in small letters.
        start: of the adjective, or of its plural.
        end: behind it.
        plural: whether it has a plural's ending; one without may go with a noun.
    """
    if not start or words[start - 1] != "the":
        return False
    after = words[end] if end < len(words) else "."
    return plural or after in _DOING or not after[0].isalnum()


class PersonFinder:
    """Widens the name of a state or group to the person who speaks for it; one block.

    Args:
        doc: the block.
        words: its tokens in lower case.
        taken: whether a token belongs to another known name.
    """

    def __init__(self, doc: Doc, words: Sequence[str], taken: Callable[[int], bool]) -> None:
        self._doc, self._words, self._taken = doc, words, taken

    def around(self, start: int, end: int, adjective: bool) -> tuple[int, int] | None:
        """Token range of the person who is named with the state at [start, end), if any."""
        found = self._led(start, end) if adjective else self._with_office_before(start, end)
        if found is None and not adjective:
            found = self._addressed(start, end)
        if found is not None:
            return found
        behind = self._office_behind(start, end, adjective)
        return (start, behind) if behind > end else None

    def _word(self, at: int) -> str:
        return self._words[at] if 0 <= at < len(self._words) else ""

    def _led(self, start: int, end: int) -> tuple[int, int] | None:
        """`head of the Indian delegation`."""
        first = start - 2 - (self._word(start - 1) == "the")
        if self._word(end) in _DELEGATIONS and self._word(first + 1) == "of":
            return (first, end + 1) if self._word(first) in _LED else None
        return None

    def _addressed(self, start: int, end: int) -> tuple[int, int] | None:
        """`Ms. Ruiz (Mexico)`, `Mr. Karimi (Islamic Republic of Iran)`, `Mr. Rossi of Italy`."""
        opening = start - 1 - (self._word(start - 1) == "the")
        if self._word(opening) == "(" and self._word(end) == ")":
            end += 1
        elif self._word(opening) not in {"of", "from"}:
            return None
        first = opening - 1
        while first >= 0 and opening - first < 8 and self._word(first) not in _ADDRESS:
            if self._taken(first) or not self._titled(first):
                return None
            first -= 1
        if opening - first < 2 or self._word(first) not in _ADDRESS:
            return None
        behind = end + (self._word(end) == ",")
        before = first - 1 - (self._word(first - 1) == ",")
        presides = {self._word(before), *self._words[behind : behind + 2]} & _PRESIDING
        return None if presides else (first, end)

    def _with_office_before(self, start: int, end: int) -> tuple[int, int] | None:
        at = start - 1 - (self._word(start - 1) == "the")
        link = self._word(at)
        if link == ",":
            closed = self._word(end) == "," and not self._taken(end + 1)
            office = self._title(at) if closed else None
            if office is None:
                return None
        elif link in _OF:
            office = self._sent(at)
            if office is not None:
                return office, end
            office = self._title(at)
            if office is None:
                return None
        else:
            return None
        first = self._name_before(office)
        if first is None:
            return None
        return self._close(office, first, end, link)

    def _close(self, office: int, first: int, end: int, link: str) -> tuple[int, int]:
        """The range from the name or office to the name behind the state and its comma."""
        if first == office:
            end = self._name_behind(end)
        apart = first < office or link == ","
        if apart and self._word(end) == "," and self._word(end + 1) not in _GOES_ON:
            end += 1
        return first, end

    def _sent(self, at: int) -> int | None:
        """`the high-level representative` before "from" at `at`: its first word."""
        if self._word(at - 1) not in _SENT or self._doc[at - 1].text[0].isupper():
            return None
        first = at - 1
        while self._word(first - 1) in _MODIFIERS and not self._taken(first - 1):
            first -= 1
        return None if self._taken(first) or self._word(first - 1) == "of" else first

    def _title(self, at: int) -> int | None:
        """First word of `Minister of Energy`, `President Jan Novak` that ends before `at`."""
        doc, first, found = self._doc, at - 1, None
        while first >= 0 and at - first <= _TITLE_LENGTH and not self._taken(first):
            token, word = doc[first], self._words[first]
            if word in _OFFICES and token.text[0].isupper():
                found = first
            elif word == ",":
                before = doc[first - 1] if first else None
                if found is not None or before is None or not before.text[0].isupper():
                    break
            elif not (self._named(first) if found is not None else self._titled(first)):
                break
            elif token.is_upper and len(token) > 2:
                return None  # "COP President": not a state's
            if found is not None and first < found:
                found = first  # "Deputy Prime Minister"
            first -= 1
        return found

    def _named(self, at: int) -> bool:
        token = self._doc[at]
        return is_name(token) and not token.is_stop

    def _titled(self, at: int) -> bool:
        word = self._words[at]
        return is_name(self._doc[at]) or word in _INSIDE or word in PARTICLES

    def _name_before(self, office: int) -> int | None:
        """First word of the name and the comma before an office; the office if there is none."""
        if self._word(office - 1) != ",":
            return None if office and self._taken(office - 1) else office
        at = office - 2
        names = 0
        while at >= 0 and office - at < 12 and not self._taken(at):
            token = self._doc[at]
            if is_name(token) or token.text.replace(".", "").isupper():
                names += 1
            elif not (token.lower_ in PARTICLES or token.text == "-") or not names:
                break
            at -= 1
        if at >= 0 and self._taken(at):
            return None  # "COP President Ana Ruiz, Minister of Energy of Peru"
        return at + 1 if names > 1 else office

    def _name_behind(self, end: int) -> int:
        """End of `Rao Patel` or `, Rao Patel,` behind an office and its state."""
        behind = name_end(self._doc, end, self._taken)
        if behind > end:
            return behind
        if self._word(end) == ",":
            behind = name_end(self._doc, end + 1, self._taken)
            closed = self._word(behind) == "," and self._word(behind + 1) not in _GOES_ON
            if behind > end + 2 and closed:
                return behind + 1
        return end

    def _office_behind(self, start: int, end: int, adjective: bool) -> int:
        """End of `A's lead negotiator`, `the Mexican Foreign Minister Ana Ruiz`."""
        at = end
        if not adjective:
            if self._word(at) not in {"'s", "'"}:
                return end
            at += 1
        first = at
        while at < len(self._words) and at - first < 4 and self._word(at) not in _OFFICES | _SENT:
            if self._taken(at):
                return end
            token = self._doc[at]
            if not (token.lower_ in _MODIFIERS or (is_name(token) and token.is_title)):
                return end
            at += 1
        if self._word(at) not in _OFFICES | _SENT or self._taken(at):
            return end
        if self._word(at) in _OFFICES - _SENT and not self._doc[at].text[0].isupper():
            return end
        return self._name_behind(at + 1)
