"""Contrast: the ratios of WCAG, and silence wherever something else may change a colour."""

from __future__ import annotations

import pytest

from duidelijk import readers
from duidelijk.checks.contrast import low_contrast
from duidelijk.model import Hit


def hits(text: str) -> list[Hit]:
    return list(low_contrast(readers.read(text.encode(), "x.html")))


@pytest.mark.parametrize(
    ("colour", "background", "ratio"),
    [
        ("#777", "#fff", "4,4"),  # 4.478: cut off, never rounded up to enough
        ("#0f0", "#fff", "1,3"),
        ("red", "white", "3,9"),
        ("rgba(0, 0, 0, .3)", "#fff", "2,1"),
        ("#fff", "rgba(0, 0, 0, .2)", "1,6"),
        ("hsl(0 0% 60%)", "hsl(0 0% 100%)", "2,8"),
    ],
)
def test_ratios_are_those_of_wcag(colour: str, background: str, ratio: str) -> None:
    (hit,) = hits(f'<p style="color: {colour}; background: {background}">Welkom</p>')
    assert hit.values == {"verhouding": ratio, "nodig": "4,5"}
    assert hit.outcome == "failed"


@pytest.mark.parametrize("colour", ["#767676", "#000", "#1a5fb4"])
def test_enough_is_enough(colour: str) -> None:
    assert hits(f'<p style="color: {colour}; background: #fff">Welkom</p>') == []


@pytest.mark.parametrize(
    ("size", "needed"), [("24px", "3"), ("23px", "4,5"), ("bold 19px", "3"), ("bold 18px", "4,5")]
)
def test_large_text_needs_less(size: str, needed: str) -> None:
    (hit,) = hits(f'<p style="color: #bbb; background: #fff; font: {size} serif">Welkom</p>')
    assert hit.values["nodig"] == needed


LOW = "color: #bbb; background: #fff"


@pytest.mark.parametrize(
    "text",
    [
        f'<link rel=stylesheet href="https://voorbeeld.nl/a.css"><p style="{LOW}">Welkom</p>',
        f'<p style="{LOW}; text-shadow: 0 0 2px black">Welkom</p>',
        f'<p style="{LOW}; filter: contrast(3)">Welkom</p>',
        f'<div style="opacity: .5; transition: opacity 1s"><p style="{LOW}">Welkom</p></div>',
        '<p style="color: #bbb; position: absolute">Welkom</p>',
        '<p style="color: #bbb; margin-top: -4em">Welkom</p>',
        f'<fieldset disabled><legend>Naam</legend><label style="{LOW}">Voornaam <input></label></fieldset>',
        f'<div role=button aria-disabled=true style="{LOW}">Sturen</div>',
        f'<b id=a style="{LOW}">Naam</b><div role=textbox aria-disabled=true aria-labelledby=a></div>',
        f'<svg><text style="{LOW}">Welkom</text></svg><select style="{LOW}"><option>Ja</select>',
        f'<p style="{LOW}">* * * 12 €</p>',
        f'<p style="{LOW}; display: none">Welkom</p><p style="{LOW}; text-indent: -9999px">Welkom</p>',
        '<p style="color: oklch(.9 0 0); background: #fff">Welkom</p>',
    ],
)
def test_says_nothing_when_not_sure_or_not_asked(text: str) -> None:
    assert hits(text) == []


def test_a_picture_is_for_a_person_to_look_at() -> None:
    (hit,) = hits('<p style="color: #888; background: #fff url(zee.jpg)">Welkom</p>')
    assert hit.outcome == "cantTell"
    assert hits('<p style="color: #000; background: #fff url(zee.jpg)">Welkom</p>') == []


def test_the_best_colour_of_a_gradient_counts() -> None:
    text = '<p style="color: #777; background: linear-gradient(90deg, {})">Welkom</p>'
    assert hits(text.format("#888 10%, black 90%")) == []
    assert [hit.outcome for hit in hits(text.format("#888, rgba(120, 120, 120, .5) 40px"))] == ["failed"]


def test_one_finding_for_text_that_goes_on_in_the_same_colours() -> None:
    assert len(hits(f'<p style="{LOW}">Welkom <b>bij ons <i>loket</i></b></p>')) == 1
    assert len(hits(f'<p style="{LOW}">Welkom <b style="color: #ccc">bij ons</b></p>')) == 2


@pytest.mark.parametrize(
    "text",
    [
        '<div style="background: rgba(1, 2, 3, .1)">tekst' * 5000,
        '<p style="color: #888; background: linear-gradient(' + "red, blue, " * 5000 + 'red)">tekst',
        '<p style="background: ' + "url(a), " * 5000 + 'red">tekst',
        '<p style="color: ((((; background: linear-gradient(">tekst',
    ],
)
def test_odd_styles_break_nothing(text: str) -> None:
    assert all(hit.outcome in {"failed", "cantTell"} for hit in hits(text))
