"""Rules that ask for a name, or look into one: what W3C's cases and the rule files leave open."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from duidelijk.checks.label_in_name import judge
from duidelijk.checks.shown_text import shown_texts
from duidelijk.html.tree_index import by_id
from duidelijk.model import Outcome, Report
from duidelijk.readers import read

Lint = Callable[..., Report]
TEXT = "<p>Welkom.</p>"
LINKED = '<link rel="stylesheet" href="https://voorbeeld.nl/s.css">'
RULES = (
    "alt-ontbreekt", "aria-hidden-met-focus", "beeldknop-zonder-naam", "hoofdinhoud-ontbreekt",
    "iframe-zonder-naam", "keuzegroep-zonder-legenda", "knop-met-knop", "knop-zonder-naam", "lege-kop",
    "link-zonder-naam", "menuoptie-zonder-naam", "object-zonder-naam", "samenvatting-zonder-naam",
    "skiplink-zonder-doel", "svg-zonder-naam", "veld-zonder-label", "versiering-niet-verborgen",
    "zichtbaar-label-niet-in-naam",
)  # fmt: skip


@pytest.mark.parametrize(
    ("shown", "name", "outcome"),
    [
        ("Lees meer", "lees  meer over parkeren", None),
        ("Café (nieuw)", "Cafe de Markt", None),
        ("Opslaan…", "Opslaan", None),
        ("→", "Verder", None),
        ("x", "Sluiten", None),
        ("e-mail", "Email ons", None),
        ("t.a.v. Jan", "ter attentie van Jan", None),
        ("Nr. 4", "Nummer 4", None),
        ("foto's", "Foto’s van de markt", None),
        ("Meer lezen", "Lees meer", "failed"),
        ("Park", "Parkeren", "failed"),
        ("2 0 2 3", "twee nul twee drie", "failed"),
        ("020-123 45 67", "Bel 0 2 0 1 2 3 4 5 6 7", "cantTell"),
        ("Pas & kaart", "Pas en kaart", "cantTell"),
        ("Nummer 4", "Nr. 4", "cantTell"),
        ("3", "Derde pagina", "cantTell"),
        ("Parkeren in de stad. U betaalt 3 euro per uur, ook op zondag.", "Parkeren", "cantTell"),
    ],
)  # fmt: skip
def test_a_visible_text_and_a_name(shown: str, name: str, outcome: Outcome | None) -> None:
    assert judge(shown, name) == outcome


@pytest.mark.parametrize(
    ("inside", "texts"),
    [
        ("Lees <b>meer</b>", ["Lees meer"]),
        ("<span>Lees</span><span>meer</span>", ["Leesmeer"]),
        ("<div>Lees</div><div>meer</div>", ["Lees meer"]),
        ('Lees<span style="display: inline-block">meer</span>', ["Lees meer", "Leesmeer"]),
        ('Lees <i aria-hidden="true">meer</i><i hidden>niet</i>', ["Lees meer"]),
        ('<img src="a.png" alt="Lees meer"><svg><title>Lees</title></svg>', []),
        ('Menu <i class="material-icons">chevron_right</i>', ["Menu"]),
        ("<select><option>Ja</option></select><br>", []),
        ("<b></b>" * 600 + "Lees", []),
    ],
)
def test_what_a_control_shows(inside: str, texts: list[str]) -> None:
    document = read(f'{TEXT}<div id="k" role="button">{inside}</div>'.encode(), "t.html")
    tag = by_id(document, "k")
    assert tag is not None
    assert [" ".join(text.split()) for text in shown_texts(document, tag)] == texts


@pytest.mark.parametrize(
    ("rule", "written"),
    [
        ("link-zonder-naam", '<a href="/a" class="pijl"></a>'),
        ("knop-zonder-naam", '<button><i class="pijl"></i></button>'),
        ("samenvatting-zonder-naam", '<details><summary class="pijl"></summary>Tekst</details>'),
    ],
)
def test_where_a_style_sheet_may_add_a_sign_somebody_has_to_look(lint: Lint, rule: str, written: str) -> None:
    def outcomes(head: str) -> list[Outcome]:
        return [finding.outcome for finding in lint(head + TEXT + written, rule, format="html").findings]

    assert outcomes("") == ["failed"]
    assert outcomes("<style>a, .pijl::before { content: none } .bel::after { content: 'x' }</style>") == [
        "failed"
    ]
    assert outcomes("<style>@media screen { li > .pijl:before { color: red; content: '›' } }</style>") == [
        "cantTell"
    ]
    assert outcomes(LINKED) == ["cantTell"]


def test_a_checkbox_that_a_style_sheet_may_hide_is_left_alone(lint: Lint) -> None:
    switch = f'{TEXT}<input type="checkbox" id="menu"><label for="menu"></label>'
    assert len(lint(switch, "veld-zonder-label", format="html").findings) == 1
    assert not lint(LINKED + switch, "veld-zonder-label", format="html").findings
    field = LINKED + switch.replace("id=", 'name="m" id=')
    assert [one.outcome for one in lint(field, "veld-zonder-label", format="html").findings] == ["cantTell"]


def test_an_embedded_drawing_may_have_its_own_text(lint: Lint) -> None:
    page = TEXT + '<object data="a.svg"></object><object data="a.png"></object>'
    outcomes = [finding.outcome for finding in lint(page, "object-zonder-naam", format="html").findings]
    assert outcomes == ["cantTell", "failed"]


def test_a_hidden_part_is_named_once(lint: Lint) -> None:
    page = (
        TEXT + '<div aria-hidden="true"><a href="/a">A</a><p aria-hidden="true"><a href="/b">B</a></p></div>'
    )
    assert len(lint(page, "aria-hidden-met-focus", format="html").findings) == 2
    script = "<script>for (const one of ['a', 'b']) listen(one, 'focus')</script>"
    named = page.replace('"/a"', '"/a" id="a"').replace('"/b"', '"/b" id="b"')
    assert not lint(named + script, "aria-hidden-met-focus", format="html").findings


@pytest.mark.parametrize(
    "page",
    [
        "", "<html>", "<body></body>", "<frameset><frame></frameset>", "<math><mi>x</mi></math>" + TEXT,
        '<p id="a" aria-labelledby="b">x</p><b id="b" aria-labelledby="a">y</b><a href aria-labelledby=a>',
        '<div id="a" aria-owns="b" role="button"><div id="b" aria-owns="a" role="button">x</div></div>',
        "<div role=button tabindex=0 aria-hidden=true>" * 3000,
        '<p>x</p><a href="/" aria-label="a">' + "a. " * 3000 + "</a>",
        "<p>x</p><style>" + "}{::before" * 3000 + "</style><a href=/></a>",
        "<svg><foreignObject><button></button></foreignObject></svg><p>x</p>",
        "<table><input type=radio name=a><tr><td><input type=radio name=a></table>x",
    ],
)  # fmt: skip
def test_odd_pages_do_no_harm(lint: Lint, page: str) -> None:
    errors = lint(page, *RULES, format="html").errors
    assert all(problem.rule is None for problem in errors)
