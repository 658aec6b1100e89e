"""Marks become edits that compose, revert and map back to the source."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from newsclean.edits import Offsets, Revision, resolve, revert, revise
from newsclean.model import Mark


@st.composite
def marks(draw, length):
    spans = draw(
        st.lists(st.tuples(st.integers(0, length), st.integers(1, 4), st.text("甲乙", max_size=3)), max_size=8)
    )
    return [Mark(s, min(s + n, length), "s", "spacing", "r", after) for s, n, after in spans if s < min(s + n, length)]


@given(st.data())
def test_edits_of_many_rounds_stay_sorted_disjoint_and_revert(data):
    source = data.draw(st.text("abcdefgh", max_size=20))
    revision = Revision(source, source)
    for _ in range(3):
        revision = revise(revision, data.draw(marks(len(revision.text))))
        assert revert(revision.text, revision.edits) == source
        for edit in revision.edits:
            assert source[edit.start : edit.end] == edit.before
        for one, two in pairwise(revision.edits):
            assert one.end <= two.start


@given(st.data())
def test_resolved_marks_are_disjoint(data):
    held = resolve(data.draw(marks(20)))
    assert all(a.end <= b.start for a, b in pairwise(held))
    assert all(m.start < m.end for m in held)


@given(st.data())
def test_an_unchanged_character_maps_to_itself(data):
    source = "abcdefghijklmnop"
    revision = revise(Revision(source, source), data.draw(marks(len(source))))
    revision = revise(revision, data.draw(marks(len(revision.text))))
    offsets = Offsets(revision.edits)
    for at, char in enumerate(revision.text):
        start, end = offsets.to_source(at, at + 1)
        assert source[start:end] == char or any(e.start <= start and end <= e.end for e in revision.edits)


def test_what_was_removed_stays_on_record_under_a_later_replacement():
    first = revise(Revision("甲\n广告\n乙", "甲\n广告\n乙"), [Mark(2, 4, "repair", "markup", "ad")])
    second = revise(first, [Mark(1, 3, "layout", "spacing", "break", "\n")])
    assert second.text == "甲\n乙"
    assert [(edit.kind, edit.before, edit.after) for edit in second.edits] == [
        ("markup", "广告", ""),
        ("spacing", "\n", ""),
    ]
