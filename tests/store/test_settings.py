"""The settings file: readable, tolerant, and never a reason not to start."""

from __future__ import annotations

import json
import tomllib
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from recalibrate.domain.settings import SavedSearch, Settings
from recalibrate.store.settings import load_settings, save_settings
from recalibrate.store.toml import flat_table

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=10)


def test_no_file_means_the_settings_to_start_from(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "settings.toml").settings == Settings()
    assert not list(tmp_path.iterdir())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS, st.lists(TEXTS, max_size=2), st.integers(2, 5))
def test_settings_come_back_as_they_were_saved(tmp_path: Path, text: str, texts: list[str], rounds: int) -> None:
    path = tmp_path / "home" / "settings.toml"
    saved = Settings(
        theme=text,
        rounds_per_root=rounds,
        safety_contacts=tuple(texts),
        saved_searches=(SavedSearch(name=text, query=text),),
        keymap=(("reframe.save", text),),
        seen_welcome=True,
    )
    save_settings(path, saved)
    found = load_settings(path)
    assert (found.settings, found.ignored) == (saved, ())
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("week_start = 9", "week_start"),
        ("rounds_per_root = 1", "rounds_per_root"),
        ("open_at_once = true", "open_at_once"),
        ("theme = 3", "theme"),
        ('safety_contacts = "one"', "safety_contacts"),
        ("colour = 1", "colour"),
    ],
)
def test_a_bad_setting_is_named_and_the_others_count(tmp_path: Path, line: str, word: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(f"{line}\nidle_lock_minutes = 7\n")
    found = load_settings(path)
    assert found.settings == Settings(idle_lock_minutes=7)
    (sentence,) = found.ignored
    assert word in sentence


@pytest.mark.parametrize("content", [b"not toml at all [", b"\xff\xfe\x00", b"a = 1\na = 2"])
def test_a_file_that_is_no_toml_is_named_and_stays(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(content)
    found = load_settings(path)
    assert found.settings == Settings()
    assert str(path) in found.ignored[0]
    assert path.read_bytes() == content


def test_saving_keeps_a_file_that_could_not_be_read_beside(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("not toml [")
    save_settings(path, Settings(theme="x"))
    assert load_settings(path).settings.theme == "x"
    assert (tmp_path / "settings.toml.bad").read_text() == "not toml ["
    assert (tmp_path / "settings.toml.bad").stat().st_mode & 0o777 == 0o600


def test_unknown_settings_survive_a_save(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('later = { a = [1, 2.5], "b c" = "d" }\nweek_start = 6\n')
    save_settings(path, load_settings(path).settings)
    found = tomllib.loads(path.read_text())
    assert (found["later"], found["week_start"]) == ({"a": [1, 2.5], "b c": "d"}, 6)


HAND_KEPT = '''# my notebook
theme = "night"   # at home
open_at_once = 70 # too many
safety_contacts = [
  "Ann", # my sister
  "B # and C",
] # ask first
"week_start" = 6

# of a later version
[later]
theme = 5 # not the theme
"a b" = """
# no comment
"""
'''
"""A file with what people write: comments, lists over lines, a bad value, a table nobody knows."""


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_what_somebody_wrote_into_the_file_stays(tmp_path: Path, line_end: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(HAND_KEPT.replace("\n", line_end).encode())
    found = load_settings(path).settings
    save_settings(path, found)
    assert path.read_bytes() == HAND_KEPT.replace("\n", line_end).encode()
    save_settings(path, replace(found, theme="day", safety_contacts=("Ann", "D"), motion=False))
    written = path.read_bytes().decode().replace(line_end, "\n")
    changed = HAND_KEPT.replace('"night"', '"day"').replace('"B # and C"', '"D"')
    assert written == changed.replace('"week_start" = 6\n', '"week_start" = 6\nmotion = false\n')


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("theme = 5\n", "\n# of a later version\n\n# more of it\n[later]\nx = 1\n"),
        ("# my notebook\n", "\n# of a later version\n[later]\n"),
        ("", "\n# of a later version\n[[later]]\nx = 1\n"),
        ("a.b = 1\n", "\n[a2.c]\n[d]\n[a2.e]\n"),
        ('words = """\n# not a comment\n[not a table]"""\n', "\n  [later]"),
        ("# my notebook\n\n# the end\n", ""),
    ],
)
def test_a_new_setting_stands_below_the_others_and_above_what_is_said_of_a_table(
    tmp_path: Path, above: str, below: str
) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(above + below)
    save_settings(path, replace(load_settings(path).settings, motion=False))
    assert path.read_text() == f"{above}motion = false\n{below}"


def test_a_setting_that_was_written_as_tables_is_changed_among_the_others(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    tables = '[[saved_searches]]\nname = "a"\nquery = "b" # c\n[[saved_searches]]\nname = "d"\nquery = "e"\n'
    path.write_text(f"[later]\nx = 1\n{tables}[last]\ny = 2")
    found = load_settings(path).settings
    assert [each.name for each in found.saved_searches] == ["a", "d"]
    save_settings(path, replace(found, saved_searches=found.saved_searches[1:]))
    assert load_settings(path).settings.saved_searches == (SavedSearch(name="d", query="e"),)
    assert path.read_text() == 'saved_searches = [{name = "d", query = "e"}]\n\n[later]\nx = 1\n[last]\ny = 2'


def test_a_bad_value_stays_in_the_file_until_another_is_chosen(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("theme = 5\nopen_at_once = 70\n")
    save_settings(path, replace(load_settings(path).settings, open_at_once=2))
    assert tomllib.loads(path.read_text())["theme"] == 5
    assert load_settings(path).settings == Settings(open_at_once=2)
    save_settings(path, replace(load_settings(path).settings, theme="day"))
    assert load_settings(path).ignored == ()


NAMES = st.one_of(st.sampled_from([field.name for field in fields(Settings)]), TEXTS)
VALUES = st.recursive(
    st.one_of(
        st.booleans(), st.integers(), st.floats(), TEXTS, st.dates(), st.times(), st.datetimes(),
        st.sampled_from([10**400, -(10**30), 2**63 - 1]),
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(TEXTS, inner, max_size=3)),
    max_leaves=6,
)  # fmt: skip
FILES = st.one_of(
    st.binary(max_size=80),
    st.text(max_size=80).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.dictionaries(NAMES, VALUES, max_size=5).map(lambda table: flat_table(table).encode()),
    st.dictionaries(NAMES, st.one_of(st.none(), st.integers(), TEXTS), max_size=3).map(json.dumps).map(str.encode),
)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(FILES, st.sampled_from(["", "day"]))
@example(b"a = " + b"[" * 5000, "day")
@example(b"week_start = " + b"9" * 5000, "day")
@example(b"week_start = 0x" + b"f" * 5000, "")
@example(b"motion = nan\nopen_at_once = inf", "")
@example(b"\r", "")
def test_whatever_the_file_says_it_is_read_named_and_not_lost(tmp_path: Path, content: bytes, theme: str) -> None:
    path = tmp_path / "settings.toml"
    path.with_name("settings.toml.bad").unlink(missing_ok=True)
    path.write_bytes(content)
    found = load_settings(path)
    assert path.read_bytes() == content
    try:
        table = tomllib.loads(path.read_text("utf-8-sig"))  # any line ends, as a text file is read
    except (ValueError, RecursionError):
        assert (found.settings, len(found.ignored)) == (Settings(), 1)
        table = {}
    wanted = replace(found.settings, theme=theme or found.settings.theme)
    save_settings(path, wanted)
    again = load_settings(path)
    assert again.settings == wanted
    kept = tomllib.loads(path.read_text("utf-8"))
    bad = {name for name in table if any(f": {name} stays" in said for said in found.ignored)}
    as_written = {name: flat_table({name: value}) for name, value in kept.items()}
    lost = {name for name, value in table.items() if as_written.get(name) != flat_table({name: value})}
    assert not lost & (bad - {"theme"}), "a bad line is kept"
    assert not lost - {field.name for field in fields(Settings)}, "and so is an unknown one"


def test_what_another_hand_wrote_meanwhile_stays(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("open_at_once = 2\n")
    known = load_settings(path).settings
    path.write_text('open_at_once = 4 # more\nsafety_contacts = ["Bob 1"] # mine\n')
    save_settings(path, replace(known, theme="day"), known)
    assert path.read_text() == 'open_at_once = 4 # more\nsafety_contacts = ["Bob 1"] # mine\ntheme = "day"\n'
    save_settings(path, replace(known, theme="day", open_at_once=3), replace(known, theme="day"))
    assert load_settings(path).settings == Settings(open_at_once=3, safety_contacts=("Bob 1",), theme="day")
