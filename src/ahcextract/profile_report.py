"""What a profile holds, in lines for people; and the beginning of a new one."""

import os
import re
import tempfile
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

from ahcextract.errors import AhcError, InputError
from ahcextract.profile import Profile

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def summary(profile: Profile) -> Iterator[str]:
    """Lines that say what the profile holds; warnings about what is likely missing last."""
    counts = {
        type_: sum(actor.type == type_ for actor in profile.actors)
        for type_ in ("group", "organization")
    }
    yield f"{profile.path}: {profile.title}"
    yield f"own instrument: {profile.own.id} ({len(profile.own.names)} names)"
    yield f"other instruments: {len(profile.instruments)}"
    yield f"states: {len(profile.states)}"
    yield f"groups: {counts['group']}"
    yield f"organizations: {counts['organization']}"
    phrases = sum(len(topic.phrases) for topic in profile.topics)
    yield f"topics: {len(profile.topics)} with {phrases} phrases"
    yield f"extra headings: {len(profile.headings)}"
    yield f"extra cues: {sum(len(cue['words']) for cue in profile.cues)}"
    yield f"digest: {profile.digest}"
    if not profile.own.names:
        yield "warning: [own] has no names: articles of the treaty are found only where bare"
    for topic in profile.topics:
        if not topic.phrases:
            yield f"warning: topic '{topic.slug}' has no phrases: it is never found"
    slugs = {topic.slug for topic in profile.topics}
    for wanted in ("preamble", "process", "convention"):
        if wanted not in slugs:
            yield f"warning: no topic '{wanted}'"


def begin(name: str, folder: Path) -> Path:
    """Write the beginnings of a profile with every key explained.

    Args:
        name: of the negotiation; the file is called `NAME.toml`.
        folder: where to write it; must exist.

    Returns:
        The file's path.

    Raises:
        InputError: a bad name, no such folder, or the file is there already.
        AhcError: the file cannot be written.
    """
    if not _NAME.fullmatch(name):
        raise InputError(
            f"bad profile name '{name}'", hint="use small letters, digits and hyphens: 'high-seas'"
        )
    path = folder / f"{name}.toml"
    if not folder.is_dir():
        raise InputError("no such folder", where=str(folder), hint="make it first")
    template = resources.files("ahcextract").joinpath("data/profile-template.toml")
    text = template.read_text(encoding="utf-8").replace("NAME", name)
    temporary = None
    try:
        handle, temporary = tempfile.mkstemp(dir=folder, prefix=f".{name}-", suffix=".tmp")
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        os.link(temporary, path)  # fails where the file is there, unlike a rename
    except FileExistsError:
        raise InputError("is there already", where=str(path), hint="choose another name") from None
    except OSError as error:
        raise AhcError(f"{folder}: cannot write the profile ({error.strerror})") from None
    finally:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
    path.chmod(0o644)
    return path
