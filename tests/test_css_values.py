"""Colours, lengths, media and the scanner of style sheets."""

from __future__ import annotations

import pytest

from duidelijk.html.css.colors import Color, blend, color, looks_like_color
from duidelijk.html.css.media import View, applies, supported
from duidelijk.html.css.properties import expand
from duidelijk.html.css.scan import Sheet, declaration, declarations, split, unescape, words
from duidelijk.html.css.values import Context, font_size, font_weight, length, number, opacity


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("red", (255, 0, 0, 1)),
        ("RebeccaPurple", (102, 51, 153, 1)),
        ("transparent", (0, 0, 0, 0)),
        ("#fff", (255, 255, 255, 1)),
        ("#0F08", (0, 255, 0, 0.533)),
        ("#15427380", (21, 66, 115, 0.502)),
        ("rgb(1, 2, 3)", (1, 2, 3, 1)),
        ("rgb(100%, 0%, 50%)", (255, 0, 127.5, 1)),
        ("rgba(0,0,0,.3)", (0, 0, 0, 0.3)),
        ("rgb(1 2 3 / 50%)", (1, 2, 3, 0.5)),
        ("rgb(300, -5, 0)", (255, 0, 0, 1)),
        ("rgb(none 2 3)", (0, 2, 3, 1)),
        ("hsl(120, 100%, 25%)", (0, 127.5, 0, 1)),
        ("hsl(-240deg 100% 50%)", (0, 255, 0, 1)),
        ("hsla(.5turn 100% 50% / .25)", (0, 255, 255, 0.25)),
        ("hwb(0 20% 20%)", (204, 51, 51, 1)),
        ("hwb(0 80% 80%)", (127.5, 127.5, 127.5, 1)),
        ("  White ", (255, 255, 255, 1)),
    ],
)
def test_colors(text: str, expected: tuple[float, ...]) -> None:
    found = color(text)
    assert found is not None
    assert found == pytest.approx(expected, abs=0.002)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "rood",
        "#ff",
        "#ggg",
        "rgb()",
        "rgb(1,2)",
        "rgb(1 2 3 4 5)",
        "rgb(a,b,c)",
        "hsl(x, 1%, 1%)",
        "#12345",
    ],
)
def test_what_is_no_color(text: str) -> None:
    assert color(text) is None
    assert not looks_like_color(text)


@pytest.mark.parametrize(
    "text", ["currentColor", "oklch(60% .2 30)", "color-mix(in srgb, red, blue)", "rgb(calc(1) 2 3)"]
)
def test_colors_that_we_cannot_work_out(text: str) -> None:
    assert color(text) is None
    assert looks_like_color(text)


def test_an_endless_hue_gives_a_color() -> None:
    assert color("hsl(1e999, 50%, 50%)") is not None


def test_blending() -> None:
    white = Color(255, 255, 255)
    assert blend(Color(0, 0, 0, 0.5), white) == Color(127.5, 127.5, 127.5, 1)
    assert blend(Color(1, 2, 3, 0), Color(4, 5, 6, 0)).alpha == 0
    assert blend(Color(1, 2, 3), white) == Color(1, 2, 3)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0", 0), ("10px", 10), ("-1.5em", -30), ("2rem", 32), ("12pt", 16), ("1in", 96), ("2.54cm", 96),
        ("100vw", 1280), ("50dvh", 360), ("1EM", 20), ("1ch", 10), ("50%", None), ("12", None),
        ("auto", None),

        ("1e3px", 1000), ("calc(1rem + 2px)", 18), ("calc(2 * (1em - 5px))", 30), ("calc(10px / 4)", 2.5),
        ("calc(10px/0)", None), ("calc(100% - 1px)", None), ("min(10px, 1em, 5rem)", 10),
        ("max(1px, -2px)", 1),
        ("clamp(1rem, 2vw, 3rem)", 25.6), ("clamp(1px, 2px)", None), ("calc(-1 * 9999px)", -9999),
        ("calc(", None),
        ("calc(1px +2px)", None), ("px", None), ("", None), ("1furlong", None),
    ],
)  # fmt: skip
def test_lengths(text: str, expected: float | None) -> None:
    found = length(text, Context(font=20))
    assert found == (None if expected is None else pytest.approx(expected))


def test_percentages_refer_to_what_is_given() -> None:
    assert length("150%", Context(percent=20)) == 30
    assert length("calc(100% - 5px)", Context(percent=20)) == 15


def test_nested_calc_stops() -> None:
    assert length("calc(" * 10_000 + "1px" + ")" * 10_000) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [("large", 18), ("smaller", 20 / 1.2), ("larger", 24), ("150%", 30), (".5em", 10), ("2rem", 32),
     ("-1px", None),
     ("groot", None), ("12", None), ("0", 0)],
)  # fmt: skip
def test_font_sizes(text: str, expected: float | None) -> None:
    found = font_size(text, parent=20, root=16)
    assert found == (None if expected is None else pytest.approx(expected))


@pytest.mark.parametrize(
    ("text", "parent", "expected"),
    [("bold", 400, 700), ("bolder", 400, 700), ("bolder", 700, 900), ("bolder", 100, 400), ("lighter",
     700, 400),
     ("lighter", 400, 100), ("550", 400, 550), ("0", 400, None), ("1001", 400, None), ("dik", 400, None)],
)  # fmt: skip
def test_font_weights(text: str, parent: float, expected: float | None) -> None:
    assert font_weight(text, parent) == expected


def test_numbers_and_opacity() -> None:
    assert (number("1.5"), number(" -2 "), number("1px"), number("")) == (1.5, -2, None, None)
    assert (opacity("50%"), opacity("7"), opacity("-1"), opacity("veel")) == (0.5, 1, 0, None)


@pytest.mark.parametrize(
    ("query", "view", "expected"),
    [
        ("", "laptop", True),
        ("screen", "laptop", True),
        ("ALL", "laptop", True),
        ("print", "laptop", False),
        ("not print", "laptop", True),
        ("only screen and (min-width: 600px)", "laptop", True),
        ("screen and (max-width:600px)", "laptop", False),
        ("(min-width: 40em) and (max-width: 1279px)", "laptop", False),
        ("print, (min-width: 1280px)", "laptop", True),
        ("(width >= 1000px)", "laptop", True),
        ("(400px <= width <= 700px)", "laptop", False),
        ("(1300px > width)", "laptop", True),
        ("not all and (min-width: 600px)", "laptop", False),
        ("not (max-width: 600px)", "laptop", True),
        ("(max-width: 600px) or (hover)", "laptop", True),
        ("(prefers-reduced-motion: reduce)", "laptop", False),
        ("(prefers-reduced-motion)", "laptop", False),
        ("(prefers-reduced-motion: no-preference)", "laptop", True),
        ("(prefers-color-scheme: dark)", "laptop", False),
        ("(prefers-color-scheme: light)", "laptop", True),
        ("(orientation: landscape)", "laptop", True),
        ("(orientation: portrait)", "laptop", False),
        ("(orientation: portrait)", "portrait", True),
        ("(orientation: landscape)", "portrait", False),
        ("(orientation: landscape) and (max-width: 500px)", "landscape", True),
        ("(orientation: lanscape)", "landscape", False),
        ("not (orientation: lanscape)", "landscape", False),
        ("(min-resolution: 2dppx)", "laptop", False),
        ("(-webkit-min-device-pixel-ratio: 1)", "laptop", True),
        ("(min-aspect-ratio: 16/10)", "laptop", True),
        ("((min-width: 1px) and (not (print-it)))", "laptop", False),
        ("(onzin)", "laptop", False),
        ("screen and", "laptop", False),
        ("screen (min-width: 1px)", "laptop", False),
        ("(" * 5000, "laptop", False),
    ],
)
def test_media(query: str, view: View, expected: bool) -> None:
    assert applies(query, view) is expected


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("(display: grid)", True),
        ("not (display: grid)", False),
        ("(display: grid) and (not (gap: 1px))", False),
        ("(-ms-ime-align: auto)", False),
        ("(-moz-appearance: none) or (color: red)", True),
        ("selector(:focus-visible)", True),
        ("", False),
    ],
)
def test_supports(condition: str, expected: bool) -> None:
    assert supported(condition) is expected


def pieces(css: str) -> list[tuple[str, str | None]]:
    sheet = Sheet(css)
    return [
        (head.strip(), body and sheet.text[slice(*body)].strip()) for head, body in sheet.pieces(top=True)
    ]


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        ("a{b:c}d{e:f}", [("a", "b:c"), ("d", "e:f")]),
        ("@charset 'x'; a { b }", [("@charset 'x'", None), ("a", "b")]),
        ("@media x { a { b } } c { d }", [("@media x", "a { b }"), ("c", "d")]),
        ("a /* {} */ { b: /* ; */ c }", [("a", "b:  c")]),
        ('a { b: "}" } c { d }', [("a", 'b: "}"'), ("c", "d")]),
        ("a { b: url(x;y}z) } c { d }", [("a", "b: url(x;y}z)"), ("c", "d")]),
        (r"a { b: \} } c { d }", [("a", r"b: \}"), ("c", "d")]),
        ('a { b: "x\n} c { d }', [("a", 'b: "x'), ("c", "d")]),
        ("a { b: (} c { d }", [("a", "b: (} c { d }")]),
        ("a; b { c }", [("a; b", "c")]),
        ("} a { b }", [("} a", "b")]),
        ("a { b", [("a", "b")]),
        ("<!-- a { b } -->", [("a", "b"), ("-->", None)]),
        ("a { b } /* open", [("a", "b")]),
    ],
)
def test_cutting_sheets(css: str, expected: list[tuple[str, str | None]]) -> None:
    assert [piece for piece in pieces(css) if piece != ("", None)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("color: red", ("color", "red", False)),
        (" COLOR : Red ! Important ", ("color", "Red", True)),
        ("--Merk: x:y", ("--Merk", "x:y", False)),
        ("color", None),
        (": red", None),
    ],
)
def test_a_declaration(text: str, expected: tuple[str, str, bool] | None) -> None:
    found = declaration(text)
    assert (found and found[:3]) == expected


def test_style_attributes() -> None:
    found = declarations("a:b;; c: url(data:x;y) ; d: '};' ; e {f: g} h:i")
    assert [(one.name, one.value) for one in found] == [
        ("a", "b"),
        ("c", "url(data:x;y)"),
        ("d", "'};'"),
        ("h", "i"),
    ]


def test_parts_of_values() -> None:
    assert split("a, b(c, d), 'e,f', [g,h]", ",") == ["a", " b(c, d)", " 'e,f'", " [g,h]"]
    assert words("1px  solid\nrgb(1, 2, 3) 'a b'") == ["1px", "solid", "rgb(1, 2, 3)", "'a b'"]
    assert unescape(r"\31 23 \26 B \{ \110000 ") == "123 &B { \ufffd"


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("background", "#fff", {"background-color": "#fff", "background-image": "none"}),
        ("background", "url(a.png) no-repeat 0 0 / cover red", {"background-color": "red",
         "background-image": "url(a.png)"}),
        ("background", "url(a), linear-gradient(red, blue) white", {"background-color": "white"}),
        ("background", "no-repeat", {"background-color": "transparent", "background-image": "none"}),
        ("font", "italic bold .8em/1.2 Arial, sans-serif", {"font-size": ".8em", "font-weight": "bold",
         "line-height": "1.2"}),
        ("font", "12pt / 150% serif", {"font-size": "12pt", "line-height": "150%", "font-weight": "400"}),
        ("overflow", "hidden scroll", {"overflow-x": "hidden", "overflow-y": "scroll"}),
        ("margin", "1px 2px 3px", {"margin-top": "1px", "margin-right": "2px", "margin-left": "2px"}),
        ("inset", "1px 2px 3px 4px", {"top": "1px", "right": "2px", "bottom": "3px", "left": "4px"}),
        ("text-decoration", "underline dotted red", {"text-decoration": "underline"}),
        ("all", "unset", {"color": "unset", "display": "unset"}),
        ("font", "inherit", {"font-size": "inherit", "line-height": "inherit"}),
        ("background", "var(--x)", {"background-color": "var(--x)"}),
    ],
)  # fmt: skip
def test_shorthands(name: str, value: str, expected: dict[str, str]) -> None:
    assert expected.items() <= dict(expand(name, value)).items()


@pytest.mark.parametrize(
    ("name", "value"),
    [("background", "onzin"), ("font", "bold"), ("font", "12px"), ("color", "rood"), ("display", "hide"),
     ("visibility", "weg"), ("opacity", "half"), ("font-weight", "zwaar"), ("left", "12"), ("border", "1px"),
     ("overflow", "hidden hidden hidden"), ("color", ""), ("line-height", "veel")],
)  # fmt: skip
def test_values_that_a_browser_refuses(name: str, value: str) -> None:
    assert list(expand(name, value)) == []
