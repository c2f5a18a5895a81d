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
    import tomllib  # only when there is something to read

    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return FoundSettings(Settings(), (f"{path} is not TOML: {error}. The usual settings are used.",))
    return _judged(found, path)


def save_settings(path: Path, settings: Settings) -> None:
    """Write the settings; unknown keys in the file stay, and a file that is no TOML is kept beside it.

    Raises NotSaved.
    """
    try:
        files.make_folder(path.parent)
        if _is_unreadable(path):
            path.replace(path.with_name(path.name + ".bad"))
        files.swap_in(path, [_toml({**_unknown(path), **encode(settings)}).encode()])
        files.sync_folder(path.parent)
    except OSError as error:
        raise NotSaved(f"The settings are not saved: {_reason(error)} ({path}).") from error


def _judged(found: Mapping[str, Any], path: Path) -> FoundSettings:
    settings = Settings()
    ignored = []
    hints = get_type_hints(Settings)
    fields = {field.name: field for field in dataclasses.fields(Settings)}
    for name, value in found.items():
        field = fields.get(name)
        if field is None:
            ignored.append(f"{path}: there is no setting called {display_safe(name)}; it is passed over.")
            continue
        try:
            settings = dataclasses.replace(settings, **{name: _within(field, decode(hints[name], value))})
        except ValueError as error:
            ignored.append(f"{path}: {name} stays as usual; {display_safe(str(error))}")
    return FoundSettings(settings, tuple(ignored))


def _within(field: dataclasses.Field[Any], value: Any) -> Any:
    if field.metadata and not field.metadata["least"] <= value <= field.metadata["most"]:
        raise ValueError(f"it goes from {field.metadata['least']} to {field.metadata['most']}, not {value}.")
    return value


def _is_unreadable(path: Path) -> bool:
    import tomllib  # only when there is something to read

    try:
        tomllib.loads(path.read_text("utf-8-sig"))
    except FileNotFoundError:
        return False
    except ValueError:
        return True
    return False


def _unknown(path: Path) -> dict[str, Any]:
    import tomllib  # only when there is something to read

    try:
        found = tomllib.loads(path.read_text("utf-8-sig"))
    except (OSError, ValueError):
        return {}
    known = {field.name for field in dataclasses.fields(Settings)}
    return {name: value for name, value in found.items() if name not in known}


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
    if isinstance(value, (bool, int, float)):
        return orjson.dumps(value).decode()
    return str(value)


def _key(name: str) -> str:
    return name if name.isascii() and name.replace("_", "").replace("-", "").isalnum() else _value(name)


def _reason(error: Exception) -> str:
    return error.strerror or str(error) if isinstance(error, OSError) else str(error)
