"""Links, images, headings and pages: outcomes, context, and what lies outside the main content."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from duidelijk.checks.headings import empty_headings
from duidelijk.checks.images import file_name_alt, missing_alt
from duidelijk.model import Report
from duidelijk.readers import read

Lint = Callable[..., Report]
PAGE = "<!doctype html><html lang=nl><title>Titel</title><body>{}</body></html>"


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        ('<p>Eerst iets anders.</p><p>Nog iets.</p><p>En dit.</p><p><a href="x">Lees meer</a></p>', "failed"),
        ('<ul><li><a href="x">Hier</a></li></ul>', "failed"),
        ('<p><a href="x">»</a></p>', "failed"),
        ('<p>Wilt u parkeren? <a href="x">Klik hier</a></p>', "cantTell"),
        ('<ul><li><p>Parkeren</p><p><a href="x">Lees meer</a></p></li></ul>', "cantTell"),
        ('<h2>Parkeren</h2><p>In de stad.</p><a href="x">Lees meer</a>', "cantTell"),
        ('<p><a href="x" title="Meer over parkeren">Lees meer</a></p>', "cantTell"),
        ("<table><tr><th>Wat</th></tr><tr><td><a href=x>Bekijk</a></td></tr></table>", "cantTell"),
        ('<p><a href="x" role="button">Lees meer</a></p>', None),
        ('<p><a href="x">Lees meer over parkeren</a></p>', None),
        ('<p id="a">Parkeren</p><p><a href="x" aria-labelledby="a">Lees meer</a></p>', None),
        ('<p><a href="x" aria-label="hier">Parkeren</a></p>', "failed"),
        ('<p><a href="x" aria-hidden="true">Lees meer</a></p>', None),
        ('<p><a href="x">Lees meer <svg><title>over parkeren</title></svg></a></p>', None),
        ('<p><a href="x">Hier vindt u de kaart van uw wijk</a></p>', None),
        ('<nav><a href="x">Lees meer</a></nav><main><p>Welkom.</p></main>', None),
    ],
)
def test_a_vague_link_fails_only_without_context(lint: Lint, body: str, outcome: str | None) -> None:
    findings = lint(PAGE.format(body), "vage-linktekst", format="html").findings
    assert [finding.outcome for finding in findings] == ([outcome] if outcome else [])
    assert all((finding.level == "error") == (finding.outcome == "failed") for finding in findings)


@pytest.mark.parametrize(
    "text",
    [
        "Klik hier.", "hier", "Lees verder »", "Meer info", "meer informatie", "Lees hier meer", "deze link",
        "website", "Klik hier voor meer informatie", "download", "Bekijk hier", "Naar de website",
        "Meer lezen", "Read more",
    ],
)  # fmt: skip
def test_vague_texts(lint: Lint, text: str) -> None:
    assert lint(f"Wilt u parkeren? [{text}](x)", "vage-linktekst", format="markdown").findings


@pytest.mark.parametrize(
    "text",
    [
        "rijksoverheid.nl", "Hier wonen", "Meer bomen in Oost", "Download het formulier",
        "Contact", "Volgende",
        "Informatie over parkeren", "Bekijk de kaart", "Naar het stadhuis", "1", "¶", "↩",
    ],
)  # fmt: skip
def test_texts_that_say_enough(lint: Lint, text: str) -> None:
    assert not lint(f"Wilt u parkeren? [{text}](x)", "vage-linktekst", format="markdown").findings


@pytest.mark.parametrize(
    ("alt", "found"),
    [
        ("IMG_1234", True), ("foto 3", True), ("WhatsApp Image 2026-05-03 at 10.20.30", True),
        ("Logo", True),
        ("foto van het stadhuis.JPG", True), ("banner-2026-def-2", True), ("d41d8cd98f00b204", True),
        ("550e8400-e29b-41d4-a716-446655440000", True), ("Afbeelding", True),
        ("Stadhuis", False), ("Logo van Utrecht", False), ("Fotograaf aan het werk", False),
        ("Lijn 12", False), ("Route N-201-west", False),
        ("Decade", False), ("Twee-onder-een-kapwoning", False), ("De grafiek laat zien dat 3% stijgt", False),
    ],
)  # fmt: skip
def test_alt_texts_that_say_nothing(lint: Lint, alt: str, *, found: bool) -> None:
    written = {"markdown": f"![{alt}](x.png)", "html": f'<p><img src="x.png" alt="{alt}"></p>'}
    for form, text in written.items():
        findings = lint(text, "alt-bestandsnaam", format=form).findings
        assert [text[slice(*finding.span)] for finding in findings] == ([alt] if found else [])


def test_outside_the_main_content_only_on_request() -> None:
    footer = '<footer><h2></h2><img src="a"><img src="b" alt="logo"></footer>'
    page = PAGE.format(f"<main><p>Welkom op deze pagina.</p></main>{footer}")
    document = read(page.encode(), "x.html")
    assert not [*missing_alt(document), *file_name_alt(document), *empty_headings(document)]
    hits = [
        *missing_alt(document, whole_page=True),
        *file_name_alt(document, whole_page=True),
        *empty_headings(document, whole_page=True),
    ]
    assert len(hits) == 3


@pytest.mark.parametrize(
    ("text", "count"),
    [('<img src="a.png">', 1), ('<img src="a.png" role="presentation">', 0), ('<img src="a.png" alt="">', 0)],
)
def test_html_in_markdown_counts_too(lint: Lint, text: str, count: int) -> None:
    assert len(lint(f"Welkom.\n\n{text}\n", "alt-ontbreekt", format="markdown").findings) == count


@pytest.mark.parametrize(
    "part", ["<p>Hoi</p>", "<div><h1>Hoi</h1></div>", "Hoi", "<!-- een deel --><p>Hoi</p>"]
)
def test_a_part_of_a_page_needs_no_title_or_language(lint: Lint, part: str) -> None:
    assert not lint(part, "paginatitel-ontbreekt", "paginataal-ontbreekt", format="html").findings


@pytest.mark.parametrize(
    ("page", "title", "language"),
    [
        ("<!DOCTYPE html><p>Hoi</p>", "<!DOCTYPE html>", "<!DOCTYPE html>"),
        ("<!-- x -->\n<!doctype html>\n<html><p>Hoi</p>", "<html>", "<html>"),
        ("<head><meta charset=utf-8></head><p>Hoi</p>", "<head>", "<head>"),
        ("<html lang=nl><head></head><p>Hoi</p>", "<head>", None),
        ("<html lang=''><title>A</title><p>Hoi</p>", None, "<html lang=''>"),
        ("<html lang=nl><template><title>A</title></template><p>Hoi</p>", "<html lang=nl>", None),
    ],
)
def test_where_a_page_lacks_its_title_or_language(
    lint: Lint, page: str, title: str | None, language: str | None
) -> None:
    for rule, expected in (("paginatitel-ontbreekt", title), ("paginataal-ontbreekt", language)):
        findings = lint(page, rule, format="html").findings
        assert [page[slice(*finding.span)] for finding in findings] == ([expected] if expected else [])
