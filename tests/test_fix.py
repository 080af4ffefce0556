"""Safe suggestions: applied whole, in the same bytes, or not at all."""

from __future__ import annotations

import os
import stat
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidelijk.errors import ReadError
from duidelijk.fix import apply_edits, diff, safe_edits, write_atomically
from duidelijk.model import Edit, Finding, Guideline, Span, Suggestion


def finding(*edits: Edit, safe: bool = True) -> Finding:
    suggestion = Suggestion("x", edits, "safe" if safe else "manual")
    return Finding(
        "r", edits[0].span, "m", "warning", "high", "failed", "x", Guideline("g"), "f", (suggestion,)
    )


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 8)), max_size=12))
def test_edits_never_touch_each_other(ranges: list[tuple[int, int]]) -> None:
    edits = safe_edits([finding(Edit(Span(start, start + length), "y")) for start, length in ranges])
    assert all(first.span.end < second.span.start for first, second in pairwise(edits))
    assert bool(edits) == bool(ranges)
    text = "a" * 60
    grown = sum(1 - (edit.span.end - edit.span.start) for edit in edits)
    assert len(apply_edits(text, edits)) == len(text) + grown


def test_manual_suggestions_are_left_alone() -> None:
    assert safe_edits([finding(Edit(Span(0, 1), "y"), safe=False)]) == ()


def test_a_diff_says_so_when_there_is_no_last_newline() -> None:
    assert diff("a.txt", "een\n", "een\n") == ""
    shown = diff("a.txt", "een\ntwee", "een\ndrie")
    assert shown.startswith("--- a/a.txt\n+++ b/a.txt\n")
    assert "-twee\n\\ Geen regeleinde" in shown


def test_permissions_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"oud")
    file.chmod(0o640)
    write_atomically(file, [b"nieuw"])
    assert file.read_bytes() == b"nieuw"
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) == 0o640


@pytest.mark.skipif(sys.platform == "win32", reason="verwijzingen vragen op Windows extra rechten")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    file, link = tmp_path / "a.txt", tmp_path / "b.txt"
    file.write_bytes(b"oud")
    link.symlink_to(file)
    write_atomically(link, [b"nieuw"])
    assert link.is_symlink()
    assert file.read_bytes() == b"nieuw"


@pytest.mark.parametrize("call", ["fsync", "fdopen"])
def test_a_full_disk_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"oud")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, call, full)
    with pytest.raises(ReadError, match=r"niet veranderd\. De schijf is vol"):
        write_atomically(file, [b"nieuw"])
    assert file.read_bytes() == b"oud"
    assert os.listdir(tmp_path) == ["a.txt"]  # noqa: PTH208 - names are all that matter


@pytest.mark.skipif(sys.platform == "win32", reason="Windows heeft geen pijp met een naam")
def test_a_pipe_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pijp"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_atomically(pipe, [b"verslag"])
    assert os.read(reader, 100) == b"verslag"
    os.close(reader)
    assert pipe.is_fifo()
