"""Which elements a selector holds for, and how heavy it weighs."""

from __future__ import annotations

import pytest

from duidelijk.html.css import style
from duidelijk.html.css.selectors import SelectorReader
from duidelijk.model import Source
from duidelijk.readers.html import read

PAGE = """<!doctype html><html lang=nl><head><title>x</title>
<style>{css}</style></head>
<body id=body class="thema">
<div id=d1 class="blok groot" data-soort="Nieuws actueel" lang="nl-BE">
<p id=p1>Een <a id=a1 href="/x.PDF">link</a></p>
<p id=p2 class=intro>Twee <b id=b1>vet</b></p><span id=s1></span><p id=p3></p></div>
<div id=d2><ul id=u1><li id=l1>1<li id=l2 class=actief>2<li id=l3>3<li id=l4>4<li id=l5>5</ul>
<a id=a2>geen link</a></div>
<form id=f1><fieldset id=fs disabled><input id=i1 type=TEXT required></fieldset>
<input id=i2 type=checkbox checked></form>
<svg id=v1><linearGradient id=g1 /><a id=a3 class="1x 2xl:w">s</a></svg>
</body></html>"""


def held(selector: str) -> str:
    """The ids of the elements that the selector holds for, in order."""
    document = read(Source("pagina.html", PAGE.replace("{css}", selector + "{left: 7px}"), ""))
    found = [tag["id"] for tag in document.raw.find_all(id=True) if style(document, tag).get("left") == "7px"]
    return " ".join(map(str, found))


@pytest.mark.parametrize(
    ("selector", "expected"),
    [
        ("p", "p1 p2 p3"),
        ("P", "p1 p2 p3"),
        ("#p2", "p2"),
        (".intro", "p2"),
        (".Intro", ""),
        ("p.intro#p2", "p2"),
        (".blok.groot", "d1"),
        (".blok.klein", ""),
        ("#d1#d2", ""),
        ("*|p.intro", "p2"),
        ("svg|a", "a1 a2 a3"),
        ("lineargradient", "g1"),
        ("p, #d2", "p1 p2 p3 d2"),
        ("p,, #d2", ""),
        ("p, :onbekend", ""),
        ("p, ::before", "p1 p2 p3"),
        ("p::first-line", ""),
        ("p:before", ""),
        ("p::-moz-x, p", ""),
        ("div p", "p1 p2 p3"),
        ("body > p", ""),
        ("div>p", "p1 p2 p3"),
        ("div > p > a", "a1"),
        (".thema a", "a1 a2 a3"),
        (".thema .blok b", "b1"),
        ("#d1 ~ div", "d2"),
        ("p + p", "p2"),
        ("p ~ p", "p2 p3"),
        ("span + p", "p3"),
        ("p + span + p", "p3"),
        ("#p1 ~ p + span", "s1"),
        ("div p b, ul > li + li + li", "b1 l3 l4 l5"),
        ("#d2 #p1", ""),
        ("[lang]", "d1"),
        ("[data-soort]", "d1"),
        ("[data-soort=Nieuws]", ""),
        ("[data-soort~=Nieuws]", "d1"),
        ("[data-soort~='']", ""),
        ("[lang|=nl]#d1", "d1"),
        ("[href$=pdf]", ""),
        ("[href$=pdf i]", "a1"),
        ("[href^='/']", "a1"),
        ("[href*='x.']", "a1"),
        ("[href*='']", ""),
        ("[type=text]", "i1"),
        ("[id='p1'", ""),
        ("[id=]", ""),
        ("[=p1]", ""),
        ("li:first-child", "l1"),
        ("li:last-child", "l5"),
        ("p:first-of-type", "p1"),
        ("p:last-of-type", "p3"),
        ("span:only-of-type", "s1"),
        ("b:only-child", "b1"),
        ("li:nth-child(2)", "l2"),
        ("li:nth-child(odd)", "l1 l3 l5"),
        ("li:nth-child(EVEN)", "l2 l4"),
        ("li:nth-child(2n + 3)", "l3 l5"),
        ("li:nth-child(-n+2)", "l1 l2"),
        ("li:nth-child(n+4)", "l4 l5"),
        ("li:nth-last-child(2)", "l4"),
        ("p:nth-of-type(2n)", "p2"),
        ("p:nth-last-of-type(1)", "p3"),
        ("li:nth-child(x)", ""),
        ("li:nth-child(+3n-2)", "l1 l4"),
        ("span:empty, p:empty", "s1 p3"),
        (":root body", "body"),
        ("body:root", ""),
        ("a:link", "a1"),
        ("a:any-link", "a1"),
        ("a:hover", ""),
        ("a:not(:hover)", "a1 a2 a3"),
        ("a:focus-within, b", "b1"),
        (":disabled", "fs i1"),
        ("input:enabled", "i2"),
        (":checked", "i2"),
        ("input:required", "i1"),
        ("input:optional", "i2"),
        ("p:not(.intro)", "p1 p3"),
        ("p:not(.intro, #p1)", "p3"),
        ("p:not(div p)", ""),
        ("li:not(:first-child):not(.actief)", "l3 l4 l5"),
        (":is(#p1, li.actief)", "p1 l2"),
        (":is(.blok, #u1) > :where(p, li):not(:is(.intro, .actief))", "p1 p3 l1 l3 l4 l5"),
        (":is(div p ~ p, form input)", "p2 p3 i1 i2"),
        (":is(body > div > p) b", "b1"),
        (":is(p, :onbekend)", "p1 p2 p3"),
        (":not(p, :onbekend)", ""),
        (":is()", ""),
        (r".\31x", "a3"),
        (r".\31 x", "a3"),
        (r".\32xl\:w", "a3"),
        ("p:has(b)", ""),
        (">p", ""),
        ("p >", ""),
        ("p > > b", ""),
        ("", ""),
        ("{", ""),
        ("p!", ""),
        (".", ""),
        ("p..intro", ""),
        ("p b:nth-child(1):not(i) ", "b1"),
    ],
)
def test_selectors(selector: str, expected: str) -> None:
    assert held(selector) == expected


@pytest.mark.parametrize(
    ("selector", "expected"),
    [
        ("*", (0, 0, 0)),
        ("p", (0, 0, 1)),
        ("ul li + li", (0, 0, 3)),
        ("p.a.b", (0, 2, 1)),
        ("#x [a]:first-child", (1, 2, 0)),
        (":not(#a, p)", (1, 0, 0)),
        (":is(.a .b, p)", (0, 2, 0)),
        (":where(#a) p", (0, 0, 1)),
        ("a:hover", (0, 1, 1)),
        ("li:nth-child(2n)", (0, 1, 1)),
    ],
)
def test_specificity(selector: str, expected: tuple[int, int, int]) -> None:
    found = SelectorReader().read(selector)
    assert found is not None
    assert [one.specificity for one in found] == [expected]


@pytest.mark.parametrize(
    "selector", ["p:has(b)", "p:lang(nl)", "p:nth-child(1 of .x)", "p:not(:has(b))", "p:dir(ltr)"]
)
def test_what_we_cannot_judge_is_a_doubt(selector: str) -> None:
    document = read(
        Source("x.html", f"<style>{selector} {{left: 7px}} p {{top: 1px}}</style><p>x <b>y</b>", "")
    )
    found = style(document, document.raw.p)
    assert (found.get("left"), found.doubts, found.certain) == ("auto", frozenset({"left"}), False)
    assert not found.is_sure("left")
    assert found.is_sure("top")
    assert style(document, document.raw.b).certain


@pytest.mark.parametrize(
    "selector",
    [
        "p" + ":not(" * 10_000,
        ":is(" * 10_000 + "p" + ")" * 10_000,
        "p>" * 10_000 + "p",
        "p " * 10_000,
        "." * 10_000,
        "[" * 10_000,
        "[a='" + "\\" * 10_001,
        "p:nth-child(" + "9" * 10_000 + "n)",
        "&" * 10_000,
    ],
)
def test_hostile_selectors_hold_for_nothing(selector: str) -> None:
    assert held(selector) == ""
