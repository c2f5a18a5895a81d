"""The settings file: a small readable TOML; a bad setting is named and passed over, never fatal."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_type_hints

from recalibrate.domain.settings import Settings
from recalibrate.domain.text import display_safe
from recalibrate.store import files
from recalibrate.store.documents import decode, encode
from recalibrate.store.errors import NotSaved

BEYOND = 2**63
"""Whole numbers from here on are written in sixteens."""

LONGEST = 200
"""So many characters of what is wrong are said."""


@dataclass(frozen=True, slots=True)
class FoundSettings:
    """What the file says, and a sentence about each line of it that could not be used."""

    settings: Settings
    ignored: tuple[str, ...] = ()


def load_settings(path: Path) -> FoundSettings:
    """The settings of the file; a missing file means the ones to start from."""
    try:
        text = path.read_text("utf-8-sig")
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


def save_settings(path: Path, settings: Settings) -> None:
    """Write the settings; a file that is no TOML is kept beside it.

    What the file says and cannot be used stays in it: unknown keys, and bad values until another is chosen.

    Raises NotSaved.
    """
    try:
        files.make_folder(path.parent)
        if _is_unreadable(path):
            path.chmod(0o600)
            path.replace(_kept_as(path))
        files.swap_in(path, [_toml({**encode(settings), **_unused(path, settings)}).encode()])
        files.sync_folder(path.parent)
    except OSError as error:
        raise NotSaved(f"The settings are not saved: {_reason(error)} ({path}).") from error


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


def _is_unreadable(path: Path) -> bool:
    try:
        _read(path.read_text("utf-8-sig"))
    except FileNotFoundError:
        return False
    except ValueError:
        return True
    return False


def _unused(path: Path, settings: Settings) -> dict[str, Any]:
    try:
        found = _read(path.read_text("utf-8-sig"))
    except (OSError, ValueError):
        return {}
    usual = encode(Settings())
    chosen = {name for name, value in encode(settings).items() if value != usual[name]}
    return {name: value for name, value in found.items() if name not in chosen and not _is_usable(name, value)}


def _is_usable(name: str, value: Any) -> bool:
    return not _judged({name: value}, Path()).ignored


def _toml(settings: Mapping[str, Any]) -> str:
    """A flat table as TOML; what is a table in JSON becomes an inline one."""
    return "".join(f"{_key(name)} = {_value(value)}\n" for name, value in settings.items())


def _value(value: Any) -> str:
    import orjson  # only for writing: a command that reads settings starts sooner without it

    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{_key(key)} = {_value(each)}" for key, each in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(_value, value)) + "]"
    if isinstance(value, str):
        # a JSON string is a TOML one, but for DEL, which TOML wants escaped
        return orjson.dumps(value).decode().replace("\x7f", "\\u007f")
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int) and value > BEYOND:
        return hex(value)  # Python writes no number with thousands of digits
    return str(value)  # also dates and times, inf and nan


def _key(name: str) -> str:
    return name if name.isascii() and name.replace("_", "").replace("-", "").isalnum() else _value(name)


def _reason(error: Exception) -> str:
    return error.strerror or str(error) if isinstance(error, OSError) else str(error)
