"""The page: everything is on it once, every link leads somewhere, and no text can leave its place."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import given
from hypothesis import strategies as st

from duidelijk.engine import lint_bytes
from duidelijk.model import OffsetMap, Passage, Report, Score, Segment, Source, Span
from duidelijk.report import RuleInfo, render
from duidelijk.report.common import shown
from duidelijk.report.html_report.gauge import gauge
from duidelijk.report.html_report.pieces import Mark, pieces
from duidelijk.report.html_report.places import Index, Place
from duidelijk.report.html_report.strip import Line, lines, strip
from duidelijk.settings import Choice, Settings
from tests.html_page import SOURCE, bare, clean, finding, hostile, letter, long, passages, unread

RULES = {
    "lange-zin": RuleInfo(
        "lange-zin", "zinsbouw", "", "Lange zinnen zijn moeilijk te volgen.", "error", SOURCE
    )
}
EVERY = (letter(), bare(), unread(), clean(), hostile())


def page(*reports: Report) -> str:
    return "".join(render(reports, "html", RULES))


def soup(*reports: Report) -> BeautifulSoup:
    return BeautifulSoup(page(*reports), "html.parser")


def texts(tree: BeautifulSoup | Tag, selector: str) -> list[str]:
    return [found.get_text(" ", strip=True) for found in tree.select(selector)]


@pytest.mark.parametrize(
    "reports", [(), *((one,) for one in EVERY), EVERY], ids=lambda found: str(len(found))
)
def test_links_and_names_hold(reports: tuple[Report, ...]) -> None:
    tree = soup(*reports)
    ids = Counter(str(tag["id"]) for tag in tree.select("[id]"))
    assert [name for name, times in ids.items() if times > 1] == []
    inside = [str(tag["href"])[1:] for tag in tree.select("[href^='#']")]
    assert [name for name in inside if name not in ids] == []
    named = [name for tag in tree.select("[aria-labelledby]") for name in str(tag["aria-labelledby"]).split()]
    assert [name for name in named if name not in ids] == []


@pytest.mark.parametrize("reports", [(letter(),), EVERY], ids=["one", "many"])
def test_headings_are_in_order(reports: tuple[Report, ...]) -> None:
    levels = [int(tag.name[1]) for tag in soup(*reports).select("h1, h2, h3, h4, h5, h6")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_page_stands_alone() -> None:
    tree = soup(*EVERY)
    assert tree.html is not None
    assert tree.html["lang"] == "nl"
    assert tree.title is not None
    assert tree.title.get_text() == "5 teksten: verslag van duidelijk"
    assert tree.select("link, img, iframe, object, [src], [style], [onclick]") == []
    outside = {str(tag["href"]) for tag in tree.select("[href]") if not str(tag["href"]).startswith("#")}
    assert all(re.match("https?://", url) for url in outside)
    assert SOURCE.url in outside
    style = "".join(tag.get_text() for tag in tree.select("style"))
    assert "url(" not in style
    assert "@import" not in style


def test_every_finding_is_there_once() -> None:
    report = letter()
    tree = soup(report)
    wanted = sorted(one.message for one in shown(report))
    assert sorted(texts(tree, ".noot .boodschap")) == wanted
    numbers = [str(tag["value"]) for tag in tree.select(".noot")]
    assert numbers == [str(at) for at in range(1, len(wanted) + 1)]
    assert texts(tree, ".tekst a.nr") == numbers[:-1]
    assert texts(tree, ".noten.ruim .boodschap") == ["Zeg wie de lezer kan bellen."]


def test_marks_show_what_the_findings_are_about() -> None:
    tree = soup(letter())
    marked: dict[str, str] = {}
    for mark in tree.select(".tekst mark"):
        name = str(mark["data-n"]).rpartition("n")[2]
        marked[name] = marked.get(name, "") + mark.get_text()
    notes = {str(note["value"]): texts(note, ".boodschap")[0] for note in tree.select(".noot")}
    found = {notes[number]: text for number, text in marked.items()}
    assert found["Schrijf liever ‘om’ dan ‘teneinde’."] == "Teneinde"
    assert found["Kijk of dit nodig is."] == "gerust"
    assert found["Begin bij de lezer."] == "wij u om"  # of two over each other the shorter shows
    assert found["Vraag het gewoon."] == "verzoeken "
    assert found["Deze zin telt 28 woorden."].startswith(" uw aanvraag te kunnen")
    assert "Kan ook: ‘voor’" in texts(tree, ".anders")


def test_the_text_stays_as_it_was() -> None:
    report = letter()
    tree = soup(report)
    for number in tree.select(".tekst a.nr"):
        number.decompose()
    shown_text = [tag.get_text() for tag in tree.select(".tekst [id^='d1-p']")]
    assert shown_text == [passage.text for passage in report.passages]


def test_kinds_of_passages_look_like_what_they_are() -> None:
    tree = soup(letter())
    assert texts(tree, ".tekst h3") == ["Wat wij besloten"]
    assert texts(tree, ".blok.list li") == ["een kopie van uw paspoort", "een bankafschrift"]
    assert texts(tree, ".blok.cells li") == ["Bedrag", "€ 450"]
    assert texts(tree, "blockquote") == ["De wet zegt het zo."]
    assert "onderwerp" in texts(tree, ".tekst .label")


def test_the_letter_answers_its_reader() -> None:
    tree = soup(letter())
    assert texts(tree, ".vragen dt strong") == ["Wat?", "Waarom?", "Wanneer?", "Hoe?", "Waar?"]
    assert len(tree.select(".vragen .open")) == 3
    where = tree.select(".vragen > div")[-1].a
    assert where is not None
    target = tree.find(id=str(where["href"])[1:])
    assert isinstance(target, Tag)
    assert target.get_text().startswith("Bel ons")
    assert "brief: besluit, 312 woorden" in texts(tree, ".over")


def test_without_scores_letter_or_text_the_findings_remain() -> None:
    tree = soup(bare())
    assert tree.select(".niveau, .vragen, .tekst, .richtlijnen, table") == []
    assert len(tree.select(".noot")) == len(list(shown(bare())))
    assert all("regel" in head for head in texts(tree, ".noot .kop"))


def test_a_clean_text_and_an_unread_one_say_so() -> None:
    assert "Geen meldingen" in texts(soup(clean()), ".tellers li")
    tree = soup(unread())
    assert texts(tree, ".vak.error li") == ["Dit bestand is geen tekst. Sla het op als tekst (UTF-8)."]
    assert tree.select(".tellers, .lezen") == []


def test_the_index_has_the_worst_first() -> None:
    tree = soup(clean(), letter(), bare(), unread())
    order = ["foto.txt", "brieven/aanvraag.txt", "brieven/kaal.txt", "kort.txt"]
    assert texts(tree, ".overzicht tbody th") == order
    assert texts(tree, ".document > .naam") == order


def test_hostile_text_stays_text() -> None:
    text = page(hostile(), letter())
    tree = soup(hostile(), letter())
    assert len(tree.select("script")) == 1
    assert tree.select("img") == []
    assert not re.search('href="(?:javascript|data):', text)
    assert not re.search("[\u202e\ud800-\udfff\x00]", text)
    assert "&lt;script&gt;alert(1)" in text
    assert text.encode().decode() == text


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_any_text_with_any_mark(text: str, start: int, end: int) -> None:
    source, found = passages((("paragraph", text),))
    report = Report(
        Source("x.txt", source, "4" * 64),
        "text",
        findings=(finding(Span(start, max(start, end)), "regel", text),),
        passages=found,
        words=1,
    )
    tree = soup(report)
    assert len(tree.select(".noot")) == 1
    assert len(tree.select("script")) == 1


# Parts


def test_overlapping_marks_never_cross() -> None:
    text = "een twee drie vier"
    marks = [
        Mark(1, 0, 8, "warning"),
        Mark(2, 4, 13, "error"),
        Mark(3, 9, 13, "suggestion"),
        Mark(4, 0, 0, "error"),
    ]
    cut = list(pieces(text, marks, [(7, 0, 13)]))
    assert "".join(piece.text for piece in cut) == text
    assert [(piece.text, piece.number) for piece in cut if piece.text] == [
        ("een ", 1),
        ("twee", 1),
        (" ", 2),
        ("drie", 3),
        (" vier", None),
    ]
    assert [number for piece in cut for number, _ in piece.numbers] == [4, 1, 2, 3]
    assert [piece.text for piece in cut if piece.opens == 7] == ["een "]
    assert [piece.text for piece in cut if piece.closes] == ["drie"]


def mapped(*segments: tuple[int, int, int, int, bool]) -> Passage:
    return Passage(
        "paragraph", 0, "x" * segments[-1][1], OffsetMap(tuple(Segment(*one) for one in segments)), main=True
    )


def test_places_agree_with_the_offset_map() -> None:
    found = (
        mapped((0, 5, 10, 15, True), (5, 6, 15, 20, False), (6, 9, 24, 27, True)),
        mapped((0, 4, 40, 44, True)),
        mapped((0, 4, 50, 54, True)),
    )
    index = Index(found, "." * 60)
    for start in range(60):
        for end in range(start + 1, 60):
            wanted = [
                Place(at, *text)
                for at, passage in enumerate(found)
                if (text := passage.map.to_text(start, end)) is not None
            ]
            assert index.find(Span(start, end)) == tuple(wanted)


def test_a_tag_right_before_its_text_belongs_to_that_text() -> None:
    source = "<p>Dag</p>\n<h3 class=x>\n  Kop</h3>"
    dag, kop = source.index("Dag"), source.index("Kop")
    found = (mapped((0, 3, dag, dag + 3, True)), mapped((0, 3, kop, kop + 3, True)))
    index = Index(found, source)
    assert index.find(Span(source.index("<h3"), source.index(">\n  ") + 1)) == (Place(1, 0, 0),)
    assert index.find(Span(source.index("</p>"), source.index("</p>") + 4)) == ()
    assert index.find(Span(len(source) - 5, len(source))) == ()


def level(value: float, **inputs: float) -> Score:
    return Score("lint-niveau", value, "0-100", "", inputs, reliable=True, source=SOURCE)


@pytest.mark.parametrize(
    ("score", "expected", "border"),
    [
        (level(20), (1, 14), None),
        (level(34), (2, 29), None),
        (level(45, margin=3), (2, 29), (2, 3)),
        (level(50, level=3, share=53, margin=3), (3, 53), None),
        (level(140), (4, 78), None),
    ],
)
def test_the_gauge_follows_the_borders(
    score: Score, expected: tuple[int, int], border: tuple[int, int] | None
) -> None:
    picture = gauge([score])
    assert picture is not None
    assert (picture.level, picture.share) == expected
    assert picture.border == border
    assert sum(band.width for band in picture.bands) == 100


def test_the_gauge_needs_a_number() -> None:
    assert gauge([]) is None
    assert gauge([level(float("nan"))]) is None


def test_sentences_become_bars() -> None:
    found = tuple(lines(letter().passages))
    assert [line.words for line in found] == [25, 3, 5]
    bars = strip(found)
    assert bars is not None
    assert [(bar.words, bar.long) for bar in bars.bars] == [(25, True), (3, False), (5, False)]
    assert strip(found[:1]) is None


def test_very_many_sentences_share_bars() -> None:
    bars = strip([Line(0, 0, 1, at % 30) for at in range(5_000)])
    assert bars is not None
    assert len(bars.bars) <= 480
    assert bars.bars[0].first == 1
    assert bars.bars[-1].last == 5_000
    assert all(bar.first <= bar.longest <= bar.last for bar in bars.bars)


def test_places_are_not_found_by_trying_every_passage(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = 0
    real = OffsetMap.to_text

    def counted(self: OffsetMap, start: int, end: int) -> Span | None:
        nonlocal asked
        asked += 1
        return real(self, start, end)

    monkeypatch.setattr(OffsetMap, "to_text", counted)
    report = long(400, 1_000)
    index = Index(report.passages, report.source.text)
    assert all(index.find(one.span) for one in report.findings)
    assert asked <= 2 * len(report.findings)


def test_our_own_checks_find_nothing() -> None:
    report = lint_bytes(
        page(letter(), bare(), clean()).encode(),
        "verslag.html",
        Settings(choice=Choice(select=("wcag", "toegankelijkheid"))),
    )
    assert [(one.rule, one.excerpt) for one in report.findings] == []
    assert report.errors == ()
