"""The settings file: a small readable TOML; a bad setting is named and passed over, never fatal."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple, get_type_hints

from recalibrate.domain.settings import Settings
from recalibrate.domain.text import display_safe
from recalibrate.store import files
from recalibrate.store.documents import decode, encode
from recalibrate.store.errors import NotSaved
from recalibrate.store.toml import flat_table, with_changes

LONGEST = 200
"""So many characters of what is wrong are said."""


class FoundSettings(NamedTuple):
    """What the file says, and a sentence about each line of it that could not be used."""

    settings: Settings
    ignored: tuple[str, ...] = ()


def load_settings(path: Path) -> FoundSettings:
    """The settings of the file; a missing file means the ones to start from."""
    try:
        text = _decoded(path)
    except FileNotFoundError:
        return FoundSettings(Settings())
    except (OSError, UnicodeDecodeError) as error:
        return FoundSettings(Settings(), (f"{path} cannot be read: {_reason(error)}. The usual settings are used.",))
    try:
        found = _read(text)
    except ValueError as error:
        return FoundSettings(Settings(), (_not_toml(path, error),))
    return _judged(found, path)


def _not_toml(path: Path, error: ValueError) -> str:
    kept = f"when one is changed here, the file is kept as {_kept_as(path).name}."
    return f"{path} is not TOML: {error}. The usual settings are used; {kept}"


def _kept_as(path: Path) -> Path:
    return path.with_name(f"{path.name}.bad")


def save_settings(path: Path, settings: Settings, known: Settings | None = None) -> None:
    """Write the settings; a file that is no TOML is kept beside it.

    In a file that is there only what changed is written: comments, order, unknown keys stay as they are, and bad
    values until another is chosen. `known` are the settings that these were made of: what the file says otherwise
    since was written by another hand, and stays.

    Raises NotSaved.
    """
    try:
        files.make_folder(path.parent)
        text = _text(path)
        if text is None:
            path.chmod(0o600)
            path.replace(_kept_as(path))
        written = _with(text, settings, known) if text else flat_table(encode(settings))
        files.swap_in(path, [written.encode()])
        files.sync_folder(path.parent)
    except OSError as error:
        raise NotSaved(f"The settings are not saved: {_reason(error)} ({path}).") from error


def _decoded(path: Path) -> str:
    """The text with its line ends, but for those of old, a lone carriage return, which TOML does not know."""
    lines = path.read_bytes().decode("utf-8-sig").split("\r\n")
    return "\r\n".join(line.replace("\r", "\n") for line in lines)


def _text(path: Path) -> str | None:
    """What the file says, empty where there is none; None where it is no TOML. Raises OSError."""
    try:
        text = _decoded(path)
        _read(text)
    except FileNotFoundError:
        return ""
    except ValueError:
        return None
    return text


def _with(text: str, settings: Settings, known: Settings | None) -> str:
    """The text with these settings in it; written anew, without its comments, only if that came out wrong."""
    found, usual = _read(text), encode(Settings())
    changes = {}
    for name, value in encode(settings).items():
        is_usable = name in found and _is_usable(name, found[name])
        said = encode(_judged({name: found[name]}, Path()).settings)[name] if is_usable else usual[name]
        before = said if known is None else encode(getattr(known, name))
        if value not in (said, before):
            changes[name] = value
    wanted = {**found, **changes}
    try:
        written = with_changes(text, changes)
        if _is_same(_read(written), wanted):
            return written
    except (ValueError, RecursionError):
        pass  # what one reader takes, another may not
    return flat_table(wanted)


def _is_same(one: Any, other: Any) -> bool:
    """Whether both say the same, of which Python's own answer knows nothing for nan, and too much for 1 and true."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_is_same(value, other[key]) for key, value in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_is_same, one, other))
    return type(one) is type(other) and (one == other or (one != one and other != other))


def _read(text: str) -> dict[str, Any]:
    """The TOML. Raises ValueError, also for what Python will not read: endless digits, endless brackets."""
    import tomllib  # only when there is something to read

    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise ValueError("its brackets are too deep") from error


def _judged(found: Mapping[str, Any], path: Path) -> FoundSettings:
    settings = Settings()
    ignored = []
    hints = get_type_hints(Settings)
    fields = {field.name: field for field in dataclasses.fields(Settings)}
    for name, value in found.items():
        field = fields.get(name)
        if field is None:
            ignored.append(f"{path}: there is no setting called {_short(name)}; it is passed over.")
            continue
        try:
            settings = dataclasses.replace(settings, **{name: _within(field, decode(hints[name], value))})
        except ValueError as error:
            ignored.append(f"{path}: {name} stays as usual; {_short(str(error))}")
    return FoundSettings(settings, tuple(ignored))


def _short(words: str) -> str:
    return display_safe(words if len(words) <= LONGEST else f"{words[:LONGEST]} …")


def _within(field: dataclasses.Field[Any], value: Any) -> Any:
    if field.metadata and not field.metadata["least"] <= value <= field.metadata["most"]:
        raise ValueError(f"it goes from {field.metadata['least']} to {field.metadata['most']}.")
    return value


def _is_usable(name: str, value: Any) -> bool:
    return not _judged({name: value}, Path()).ignored


def _reason(error: Exception) -> str:
    return error.strerror or str(error) if isinstance(error, OSError) else str(error)
