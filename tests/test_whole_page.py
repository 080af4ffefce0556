"""``--heel-de-pagina``: every rule in the menu and the footer as well, and the notice without it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from duidelijk.engine import lint_bytes
from duidelijk.model import Document, Report
from duidelijk.readers import read
from duidelijk.settings import Choice, Settings
from duidelijk.whole_page import whole_page

PAGE = """<!DOCTYPE html><html lang="nl"><head><title>Parkeren - Gemeente Voorbeeld</title></head><body>
<header><a href="/"><img src="logo.png"></a><nav><ul><li><a href="/a">Klik hier</a></li></ul></nav></header>
<main><h1>Parkeren</h1><p>U betaalt in de binnenstad om te parkeren.</p></main>
<footer><h2></h2><ul><li>Bezoek<p>Indien u vragen heeft, komt u langs.</p></li></ul></footer></body></html>"""
AROUND = {"link-zonder-naam", "alt-ontbreekt", "vage-linktekst", "lege-kop"}
DEFAULT = Settings(tell_of_outside=True)


def lint(text: str, settings: Settings = DEFAULT, name: str = "pagina.html") -> Report:
    return lint_bytes(text.encode(), name, replace(settings, debug=True))


def page(text: str = PAGE) -> Document:
    return read(text.encode(), "pagina.html")


def test_the_default_view_is_the_main_content() -> None:
    assert not lint(PAGE).findings


def test_the_whole_page_holds_structure_and_words() -> None:
    found = {finding.rule for finding in lint(PAGE, Settings(whole_page=True)).findings}
    assert found >= AROUND
    assert "wollige-formule" in found


def test_the_figures_stay_those_of_the_main_content() -> None:
    assert lint(PAGE, Settings(whole_page=True)).words == lint(PAGE).words


def test_every_block_has_its_own_kind_and_the_block_it_belongs_to() -> None:
    before, after = page(), whole_page(page())
    kinds = [block.attrs.get("kind", block.kind) for block in before.blocks]
    assert [block.kind for block in after.blocks] == kinds
    assert all(block.main and "kind" not in block.attrs for block in after.blocks)
    item, paragraph = after.blocks[-2:]
    assert paragraph.parent is item
    assert item in after.blocks


def test_a_page_without_anything_around_its_content_stays_as_it_is() -> None:
    whole = page("<main><p>U krijgt een brief.</p></main>")
    assert whole_page(whole) is whole
    text = read(b"Dit is een brief.", "brief.txt")
    assert whole_page(text) is text


def test_the_notice_counts_what_the_option_adds_about_accessibility() -> None:
    (notice,) = lint(PAGE).notices
    assert "nog 4 meldingen" in notice.message
    assert "--heel-de-pagina" in notice.message
    one = PAGE.replace("<h2></h2>", "").replace("Klik hier", "Wonen").replace("<img", "<img alt='Home'")
    assert not lint(one).notices
    assert "nog 1 melding." in lint(one.replace("Wonen", "Klik hier")).notices[0].message


@pytest.mark.parametrize(
    "settings",
    [
        Settings(),
        Settings(whole_page=True, tell_of_outside=True),
        Settings(choice=Choice(select=("overgeslagen-kop",)), tell_of_outside=True),
    ],
)
def test_no_notice_where_nobody_asks_or_nothing_is_left_out(settings: Settings) -> None:
    assert not lint(PAGE, settings).notices


def test_what_a_comment_silences_is_not_counted() -> None:
    silent = PAGE.replace("<footer>", "<!-- duidelijk: uit lege-kop — de bouwer weet het --><footer>")
    assert "nog 3 meldingen" in lint(silent).notices[0].message


def test_a_menu_may_be_long() -> None:
    menu = "<nav><ul>" + "<li><a href='/a'>Klik hier</a></li>" * 2_000 + "</ul></nav>"
    report = lint(PAGE.replace("<footer>", menu + "<footer>"))
    assert "nog 2004 meldingen" in report.notices[-1].message
