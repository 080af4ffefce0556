"""Meta elements, language codes, autocomplete, spacing: edges that examples in rule files cannot show."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from duidelijk.checks.orientation import rotation
from duidelijk.html.css import style
from duidelijk.model import Report
from duidelijk.readers import read
from duidelijk.resources import table

Lint = Callable[..., Report]
PAGE = "<!doctype html><html lang=nl><title>Titel</title><body>{}</body></html>"
HEAD = "<!doctype html><html lang=nl><head><title>Titel</title>{}</head><body><p>Welkom.</p></body></html>"


@pytest.mark.parametrize(
    ("content", "flagged"),
    [
        ("user-scalable=no", True),
        ("USER-SCALABLE=NO", True),
        ("user-scalable=none", True),
        ("user-scalable=.99", True),
        ("user-scalable=-.99", True),
        ("user-scalable=1px", False),
        ("user-scalable=-1", False),
        ("user-scalable=device-height", False),
        ("user-scalable==no", True),
        ("user-scalable x = no", True),
        ("user-scalable=yes no", False),
        ("user-scalable,=no", False),
        ("maximum-scale=2", False),
        ("maximum-scale=1.99e0", True),
        ("maximum-scale=0.2e1", False),
        ("maximum-scale=0", True),
        ("maximum-scale=no", True),
        ("maximum-scale=1.5;maximum-scale=3", False),
        ("maximum-scale=3;maximum-scale=1.5", True),
        ("maximum-scale=", False),
        ("minimum-scale=1,initial-scale=1", False),
        ("my-maximum-scale=1", False),
    ],
)
def test_a_viewport_is_read_as_browsers_do(lint: Lint, content: str, flagged: bool) -> None:
    page = HEAD.format(f'<meta name="viewport" content="{content}">')
    assert bool(lint(page, "viewport-zoom", format="html").findings) is flagged


@pytest.mark.parametrize(
    ("content", "delay"),
    [
        ("5", "5 seconden"),
        ("1", "1 seconde"),
        ("  0005  ", "5 seconden"),
        ("5.99.1", "5 seconden"),
        ("5;", "5 seconden"),
        ("5 /nieuw", "5 seconden"),
        ("5;url", "5 seconden"),
        ('5;url="/a b"c', "5 seconden"),
        ("5;URL='/nieuw", "5 seconden"),
        ("600", "10 minuten"),
        ("7200", "2 uur"),
        ("0", None),
        ("0.5", None),
        ("72001", None),
        ("9" * 400, None),
        ("5x", None),
        ("5:", None),
        ("+5", None),
        (" ", None),
        ("5;http://", None),
        ("5;url=https://a:99999999/", None),
        ("5;JavaScript:x()", None),
    ],
)
def test_a_refresh_is_read_as_browsers_do(lint: Lint, content: str, delay: str | None) -> None:
    value = content.replace('"', "&quot;")
    page = HEAD.format(f'<meta http-equiv="refresh" content="{value}">')
    messages = [finding.message for finding in lint(page, "meta-refresh", format="html").findings]
    assert len(messages) == (delay is not None)
    assert all(f" {delay}:" in message for message in messages)


def test_only_the_first_refresh_that_works_counts(lint: Lint) -> None:
    metas = '<meta http-equiv="refresh" content="{}">'
    assert lint(HEAD.format(metas.format("x") + metas.format("9")), "meta-refresh", format="html").findings
    assert not lint(
        HEAD.format(metas.format("0") + metas.format("9")), "meta-refresh", format="html"
    ).findings
    page = HEAD.format(metas.format("90000"))
    assert lint(page, "meta-refresh-streng", format="html").findings
    assert not lint(page, "meta-refresh", "meta-refresh-streng", format="html").findings[1:]


def test_a_page_that_reloads_gets_one_finding(lint: Lint) -> None:
    page = HEAD.format('<meta http-equiv="refresh" content="30">')
    assert [
        finding.rule for finding in lint(page, "alles", format="html").findings if "meta" in finding.rule
    ] == ["meta-refresh"]


@pytest.mark.parametrize(
    ("code", "flagged"),
    [
        ("nl", False), ("NL-be", False), ("fy", False), ("li", False), ("nds", False),
        ("pap", False), ("zgh", False),
        ("iw", False), ("zxx", False), ("und", False), ("qaa", False), ("qtz-x", False), ("nl-", False),
        ("nld", True), ("dut", True), ("que", True), ("x-klingon", True), ("i-klingon", True), ("art", False),
        ("nl_BE", True), ("nl ", True), ("nl,en", True), ("-", True), ("n", True), ("€", True),
        ("qaa..qtz", True),
    ],
)  # fmt: skip
def test_the_first_part_of_a_language_must_be_registered(lint: Lint, code: str, flagged: bool) -> None:
    page = f"<!doctype html><html lang='{code}'><title>Titel</title><p>Welkom.</p></html>"
    assert bool(lint(page, "paginataal-ongeldig", format="html").findings) is flagged
    part = PAGE.format(f"<p lang='{code}'>Welkom.</p>")
    assert bool(lint(part, "taaldeel-ongeldig", format="html").findings) is flagged


@pytest.mark.parametrize(
    ("wrong", "right"), [("nl_be", "nl-be"), ("Nederlands", "nl"), ("eng", "en"), ("xx", "nl")]
)
def test_a_language_gets_the_code_that_was_meant(lint: Lint, wrong: str, right: str) -> None:
    page = f"<html lang={wrong}><title>T</title><p>A.</p></html>"
    (finding,) = lint(page, "paginataal-ongeldig", format="html").findings
    assert f'"{right}"' in finding.message


def test_the_language_codes_are_sorted_and_in_small_letters() -> None:
    codes = [code for (code,) in table("taalcodes", 1)]
    assert len(codes) == len(set(codes))
    assert all(code == code.lower() for code in codes)
    assert codes == sorted(codes, key=lambda code: (len(code.split(".")[0]), code))


@pytest.mark.parametrize(
    ("tokens", "flagged"),
    [
        ("name", False), ("ON", False), ("off", False), ("section- name", False),
        ("section-a shipping work tel", False),
        ("mobile tel-national", False), ("fax tel", False), ("pager impp", False),
        ("current-password webauthn", False),
        ("billing cc-exp", False), ("bday-day", False), ("\tone-time-code\n", False),
        ("section-a", True), ("shipping", True), ("home", True), ("webauthn", True), ("on name", True),
        ("shipping off", True), ("shipping billing name", True), ("home work tel", True),
        ("work shipping tel", True),
        ("shipping section-a name", True), ("home bday", True), ("name email", True), ("webauthn name", True),
        ("name,email", True), ("e-mail", True), ("street-address-2", True), ("work work tel", True),
    ],
)  # fmt: skip
def test_autocomplete_has_a_grammar(lint: Lint, tokens: str, flagged: bool) -> None:
    page = PAGE.format(f"<label>Veld <input autocomplete='{tokens}'></label>")
    assert bool(lint(page, "autocomplete-ongeldig", format="html").findings) is flagged


@pytest.mark.parametrize(
    ("field", "flagged"),
    [
        ("<input autocomplete=x tabindex=-1>", True),
        ("<input autocomplete=x role=none>", True),
        ("<input autocomplete=x role=banner>", True),
        ("<input autocomplete=x role=banner tabindex=-1>", False),
        ("<input autocomplete=x aria-hidden=true>", True),
        ("<input autocomplete=x aria-hidden=true style='position:absolute;left:-9999px'>", False),
        ("<input autocomplete=x style='position:absolute;left:-9999px'>", True),
        ("<input autocomplete=x style='visibility:hidden'>", False),
        ("<div aria-disabled=true><input autocomplete=x></div>", False),
        ("<fieldset disabled><legend><input autocomplete=x></legend></fieldset>", True),
        ("<input autocomplete=x readonly>", False),
        ("<input type=checkbox autocomplete=x>", False),
        ("<div autocomplete=x contenteditable>Naam</div>", False),
        ("<textarea autocomplete=x></textarea>", True),
    ],
)
def test_autocomplete_matters_on_fields_that_somebody_fills_in(lint: Lint, field: str, flagged: bool) -> None:
    assert bool(lint(PAGE.format(field), "autocomplete-ongeldig", format="html").findings) is flagged


@pytest.mark.parametrize(
    ("label", "token"),
    [
        ("Naam", "name"), ("Uw naam *", "name"), ("Wat is uw e-mailadres?", "email"),
        ("Vul uw postcode in", "postal-code"), ("TELEFOONNUMMER (niet verplicht)", "tel"),
        ("Straat en huisnummer:", "address-line1"), ("Woonplaats verplicht", "address-level2"),
        ("Geboortedatum", "bday"), ("Naam van de hond", None), ("Bestandsnaam", None), ("Huisnummer", None),
        ("", None), ("*", None),
    ],
)  # fmt: skip
def test_a_label_says_what_autocomplete_must_say(lint: Lint, label: str, token: str | None) -> None:
    page = PAGE.format(f"<p><label>{label} <input></label></p>")
    findings = lint(page, "autocomplete-ontbreekt", format="html").findings
    assert [finding.outcome for finding in findings] == (["cantTell"] if token else [])
    assert all(f'"{token}"' in finding.message for finding in findings)


LONG = "Het stadhuis is open van maandag tot en met vrijdag van negen tot vijf uur. " * 3


@pytest.mark.parametrize(
    ("css", "outcomes"),
    [
        ("letter-spacing: 1px !important", ["failed"]),
        ("letter-spacing: 2px !important", []),
        ("LETTER-SPACING: 0.05EM ! IMPORTANT", ["failed"]),
        ("letter-spacing: -1px !important", ["failed"]),
        ("letter-spacing: calc(1px + 1px) !important", []),
        ("word-spacing: normal !important", ["failed"]),
        ("word-spacing: 2.56px !important", []),
        ("line-height: 1.5 !important; width: 300px", []),
        ("line-height: 1.49 !important; width: 300px", ["failed"]),
        ("line-height: normal !important; width: 300px", ["failed"]),
        ("line-height: 100% !important; max-width: 20em", ["failed"]),
        ("line-height: 1 !important; width: 300px; white-space: nowrap", []),
        ("line-height: 1 !important; width: 5000px", []),
        ("line-height: 1 !important; line-height: 2 !important; width: 300px", []),
    ],
)
def test_spacing_that_is_nailed_down(lint: Lint, css: str, outcomes: list[str]) -> None:
    page = PAGE.format(f'<p style="{css}">{LONG}</p>')
    findings = lint(page, "tekstafstand-vast", format="html").findings
    assert [finding.outcome for finding in findings] == outcomes


def test_a_linked_style_sheet_makes_spacing_in_pixels_unsure(lint: Lint) -> None:
    page = (
        '<!doctype html><html lang=nl><title>T</title><link rel=stylesheet href=a.css><p style="{}">' + LONG
    )
    rule = "tekstafstand-vast"
    (finding,) = lint(page.format("letter-spacing: 1px !important"), rule, format="html").findings
    assert finding.outcome == "cantTell"
    (finding,) = lint(page.format("letter-spacing: .1em !important"), rule, format="html").findings
    assert finding.outcome == "failed"


@pytest.mark.parametrize(
    ("css", "degrees"),
    [
        ("rotate: 90deg", 90), ("rotate: 0.25turn", 90), ("rotate: 100grad", 90), ("rotate: z -90deg", -90),
        ("rotate: 90deg z", 90), ("rotate: 0 0 -2 90deg", -90), ("rotate: x 90deg", 0),
        ("rotate: 1 0 0 90deg", 0),
        ("transform: rotate(0)", 0), ("transform: rotateZ(90deg)", 90), ("transform: rotateX(90deg)", 0),
        ("transform: rotate3d(0, 0, 1, 90deg)", 90), ("transform: scale(2) rotate(45deg) rotate(45deg)", 90),
        ("transform: matrix(0, 1, -1, 0, 0, 0)", 90), ("transform: matrix(1, 0, 0, 1, 0, 0)", 0),
        ("transform: rotate(90)", 0), ("transform: rotate(1.5707963rad)", 90),
        ("rotate: 30deg; transform: rotate(60deg)", 90),
    ],
)  # fmt: skip
def test_how_far_an_element_is_turned(css: str, degrees: float) -> None:
    document = read(f'<p style="{css}">A'.encode(), "a.html")
    (tag,) = document.raw.find_all("p")
    assert rotation(style(document, tag)) == pytest.approx(degrees, abs=0.001)


def test_ids_fail_only_where_something_refers_to_them(lint: Lint) -> None:
    twice = "<p id=a>A</p><p id=a>B</p>"
    (finding,) = lint(PAGE.format(twice), "dubbele-id", format="html").findings
    assert (finding.level, finding.outcome) == ("suggestion", "cantTell")
    for reference in ("<label for=a>A</label>", "<p aria-describedby='x a'>C", "<a href='#a'>A</a>"):
        (finding,) = lint(PAGE.format(twice + reference), "dubbele-id", format="html").findings
        assert (finding.level, finding.outcome) == ("error", "failed")


@pytest.mark.parametrize(
    ("rule", "body", "outcome"),
    [
        ("marquee-knippert", "<marquee>A</marquee>", "failed"),
        ("marquee-knippert", "<marquee loop=2>A</marquee>", "cantTell"),
        ("marquee-knippert", "<blink>A</blink>", "cantTell"),
        ("positieve-tabindex", "<a href=a tabindex=1>A</a>", "cantTell"),
        ("automatisch-afspelen", "<video src=a autoplay></video>", "cantTell"),
        ("video-zonder-ondertiteling", "<video src=a controls></video>", "cantTell"),
        ("toetscombinatie", "<a href=a accesskey=a>A</a>", "cantTell"),
        ("meerdere-main", "<main>A</main><main>B</main>", "cantTell"),
        ("menu-zonder-naam", "<nav>A</nav><nav aria-label=B>B</nav>", "cantTell"),
    ],
)
def test_what_somebody_must_judge_is_no_failure(lint: Lint, rule: str, body: str, outcome: str) -> None:
    findings = lint(PAGE.format(body), rule, format="html").findings
    assert [finding.outcome for finding in findings] == [outcome]
