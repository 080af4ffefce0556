"""ARIA: what the rule files cannot show, such as circles, deep pages and elements of one's own making."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from duidelijk import readers
from duidelijk.checks import aria_attributes, aria_owned, aria_roles, overlays
from duidelijk.html.tree_index import index
from duidelijk.model import Document, Hit

Check = Callable[[Document], Iterator[Hit]]
CHECKS: tuple[Check, ...] = (
    aria_attributes.unknown_attribute,
    aria_attributes.wrong_value,
    aria_attributes.not_allowed,
    aria_attributes.naming_prohibited,
    aria_roles.unknown_role,
    aria_roles.missing_attribute,
    aria_owned.missing_parent,
    aria_owned.missing_children,
)


def page(text: str) -> Document:
    return readers.read(f"<p>Welkom</p>{text}".encode(), "x.html")


def values(check: Check, text: str) -> list[dict[str, str | int | float]]:
    return [dict(hit.values) for hit in check(page(text))]


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("aria-labeledby", "“aria-labelledby” te gebruiken"),
        ("aria-describeby", "“aria-describedby” te gebruiken"),
        ("aria-zichtbaar", "dat weg te halen"),
    ],
)
def test_a_name_that_looks_alike_is_offered(name: str, advice: str) -> None:
    assert values(aria_attributes.unknown_attribute, f"<p {name}=x>y</p>") == [
        {"attribuut": name, "advies": advice}
    ]


@pytest.mark.parametrize(
    ("attribute", "expected"),
    [
        ('aria-modal="undefined"', "“false” of “true”"),
        ('aria-pressed="aan"', "“false”, “mixed” of “true”"),
        ('aria-posinset="1.0"', "een geheel getal"),
        ('aria-valuenow="50%"', "een getal, met een punt voor de decimalen"),
    ],
)
def test_the_message_says_what_to_write(attribute: str, expected: str) -> None:
    (found,) = values(aria_attributes.wrong_value, f"<p {attribute}>y</p>")
    assert found["verwacht"] == expected


@pytest.mark.parametrize("attribute", ['aria-label="%"', 'aria-setsize="-1"', 'aria-valuenow="+1e3"'])
def test_right_values(attribute: str) -> None:
    assert not values(aria_attributes.wrong_value, f"<p {attribute}>y</p>")


@pytest.mark.parametrize(
    "text",
    [
        # Each owns the next, and the last the first: nobody is inside anything.
        "".join(f"<b id=a{n} aria-owns=a{(n + 1) % 50}>x</b>" for n in range(50)) + "<i role=tab>x</i>",
        "<div id=a aria-owns=b><div id=b aria-owns=a><i role=tab>x</i></div></div>",
        "<div id=a aria-owns=a><i role=tab>x</i></div>",
    ],
)
def test_circles_of_aria_owns_end(text: str) -> None:
    assert values(aria_owned.missing_parent, text) == [{"rol": "tab", "verwacht": "“tablist”"}]


def test_a_circle_of_lists_holds_no_items() -> None:
    text = "<div id=a role=list aria-owns=b></div><div id=b role=list aria-owns=a></div>"
    assert [found["gevonden"] for found in values(aria_owned.missing_children, text)] == [", geen “list”"] * 2


def test_what_another_element_owns_is_not_a_child() -> None:
    text = "<ul><li>Een</li><li><b id=x role=note>x</b></li></ul><p aria-owns=x></p>"
    assert not values(aria_owned.missing_children, text)
    text = "<div role=list><i role=listitem>Een</i><b id=x>x</b></div><div role=list aria-owns=x></div>"
    assert [found["gevonden"] for found in values(aria_owned.missing_children, text)] == [""]


def test_parts_that_are_only_invisible_still_show_what_is_in_them() -> None:
    item = '<i role=listitem style="visibility: visible">y</i>'
    text = f'<div role=list><p style="visibility: hidden">x{item}</p></div>'
    assert not values(aria_owned.missing_children, text)


@pytest.mark.parametrize(
    "text",
    [
        "<div role=list><div role=listitem>" * 2_000,
        "<div>" * 600 + "<i role=listitem aria-x=1 aria-level=z aria-checked=true aria-label=a>x</i>" * 2_000,
        "<div role=menu>" + "<div role=group>" * 600 + "<i role=menuitem>x</i>" * 500,
        f'<i aria-{"l" * 50_000}=1 role="{"x " * 20_000}" aria-relevant="{"text " * 20_000}">x</i>',
        "<template>" * 300 + "<i role=x aria-y=1>" * 300,
        '<math><mi aria-x=1 role=x aria-checked=z>x</mi></math><svg><g role aria-label=" "/></svg>',
    ],
)
def test_hostile_pages_are_read_to_the_end(text: str) -> None:
    document = page(text)
    length = len(document.source.text)
    for check in CHECKS:
        for hit in check(document):
            assert 0 <= hit.span.start < hit.span.end <= length
            assert all(len(str(value)) < 200 for value in hit.values.values())


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ('<div style="position: relative"><img style="position: absolute"><b>x</b></div>', True),
        ('<div><p style="position: relative"><img style="position: absolute"></p><b>x</b></div>', False),
        ('<div><i style="position: absolute; left: -999px">y</i><b>x</b></div>', False),
        ('<div><img style="position: absolute"><b style="background: #fff">x</b></div>', False),
        ('<div><p style="position: fixed; inset: 0; background: #000"></p><b>x</b></div>', True),
        ('<div><p style="position: fixed; top: 0; background: #000"></p><b>x</b></div>', False),
        ('<div><img style="position: absolute; display: none"><b>x</b></div>', False),
    ],
)
def test_what_lies_loose_may_cover_the_text_beside_it(text: str, covered: bool) -> None:
    document = page(text)
    (bold,) = index(document).by_name["b"]
    assert overlays.may_be_covered(document, bold) is covered
