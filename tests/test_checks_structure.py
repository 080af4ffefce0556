"""Structure in prose: what looks like a heading or a list, links, alternatives, forms, and hostile pages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from duidelijk.checks.alt_text import repeated_alternatives
from duidelijk.checks.fake_lists import fake_lists
from duidelijk.checks.link_list import links, target
from duidelijk.checks.link_pairs import double_links, new_windows
from duidelijk.checks.list_markup import broken_lists
from duidelijk.model import Report
from duidelijk.readers import read

Lint = Callable[..., Report]
TEXT = "<p>U maakt eerst een afspraak op onze website.</p>"
RULES = (
    "nep-kop", "nep-lijst", "link-webadres", "bestandslink", "dubbele-linktekst", "dubbele-link",
    "nieuw-venster",
    "alt-overbodig", "alt-lang", "alt-dubbel", "vage-kop", "lange-kop", "kop-1", "vage-titel", "vaag-label",
    "vage-melding", "alleen-plaats", "alleen-kleur", "uitgevulde-tekst", "alles-vet", "onderstreept",
    "lege-alineas", "lijst-opbouw", "paginataal-klopt-niet", "taal-van-deel",
)  # fmt: skip


@pytest.mark.parametrize(
    "shown",
    [
        "<p><b>Parkeren</b></p>", "<p><b>Wat kost</b> <b>parkeren?</b></p>",
        "<div><strong>Parkeren</strong></div>",
        "<p><strong><em>Parkeren</em></strong></p>", '<p><font size="5">Parkeren</font></p>',
        '<p><span style="font-size:1.5em">Parkeren</span></p>', '<p style="font-weight:700">Parkeren</p>',
        "<p><big>Parkeren</big></p>", "<p><b>1. Parkeren</b></p>",
    ],
)  # fmt: skip
def test_what_looks_like_a_heading(lint: Lint, shown: str) -> None:
    assert len(lint(shown + TEXT, "nep-kop", format="html").findings) == 1


@pytest.mark.parametrize(
    "shown",
    [
        "<p>Parkeren</p>", "<p><b>Parkeren</b> is duur</p>", "<p><b>Parkeren.</b></p>",
        "<p><b>Adres:</b></p>",
        "<p><b>Let op!</b></p>", "<p><b>Tip van de wethouder</b></p>", "<p><b>Tabel 2</b></p>",
        "<p><b>2026</b></p>",
        "<p><b>Namens de gemeente</b></p>", "<p><b>Foto: J. Jansen</b></p>", "<p><b>parkeren</b></p>",
        "<h2><b>Parkeren</b></h2>", "<li><b>Parkeren</b></li>", "<p><b>‘Parkeren is duur’</b></p>",
        "<p><b>Maandag 3 mei</b></p>", "<p><b>info@voorbeeld.nl</b></p>", "<label><b>Parkeren</b></label>",
        '<p><a href="x"><b>Parkeren</b></a></p>', '<p style="font-size:14px">Parkeren</p>',
        "<p><b>Vanaf 1 mei betaalt u in de hele binnenstad van onze gemeente om te parkeren</b></p>",
        '<p lang="en"><b>Parking</b></p>',
    ],
)  # fmt: skip
def test_what_is_no_heading(lint: Lint, shown: str) -> None:
    assert not lint(shown + TEXT, "nep-kop", format="html").findings


def test_a_heading_names_a_text_below_it(lint: Lint) -> None:
    for below in ("", "<p>Jan de Vries</p>", "<p><b>U maakt eerst een afspraak op de site.</b></p>"):
        assert not lint(f"<p><b>Parkeren</b></p>{below}", "nep-kop", format="html").findings
    letter = (
        f"<p>Geachte heer Jansen,</p><p><b>Parkeren</b></p>{TEXT}<p>Met vriendelijke groet,</p><p>W. Smit</p>"
    )
    assert not lint(letter, "nep-kop", format="html").findings


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("<p>- a<br>- b</p>", 1), ("<p>- a</p><p>- b</p><p>- c</p>", 1), ("<p>• a<br/>• b<br/>• c</p>", 1),
        ("<div>1) uw pas<br>2) uw foto</div>", 1), ("<p>a. uw pas</p><p>b. uw foto</p>", 1),
        ("<p>Neem mee:<br>– uw pas<br>– uw foto<br>Tot dan.<br>* a<br>* b</p>", 2),
        ("<p>•uw pas<br>•uw foto</p>", 1),
        ("<p><b>- uw pas</b><br><i>- uw foto</i></p>", 1), ("<p>- a</p><p>Tekst</p><p>- b</p>", 0),
        ("<p>1. uw pas</p><p>3. uw foto</p>", 0), ("<p>- a<br>Tekst<br>- b</p>", 0), ("<p>- a</p>", 0),
        ("<ul><li>- a</li><li>- b</li></ul>", 0), ("<p>-a<br>-b</p>", 0), ("<p>-<br>-</p>", 0),
        ("<p>2 mei<br>3 mei</p>", 0), ("<p>- € 30,00<br>- € 12,50</p>", 0), ("<pre>- a\n- b</pre>", 0),
        ("<nav><p>- a<br>- b</p></nav>", 0), ("<p hidden>- a<br>- b</p>", 0),
    ],
)  # fmt: skip
def test_typed_lists(body: str, count: int) -> None:
    page = f"<main><h1>Parkeren</h1>{body}</main>"
    assert len(list(fake_lists(read(page.encode(), "x.html")))) == count


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.voorbeeld.nl/a/", "http://voorbeeld.nl/a"), ("/a?x=1", "/a#b"), ("/A%20b", "/a b"),
        ("/a/index.html", "/a"), ("//voorbeeld.nl", "https://voorbeeld.nl/"),
    ],
)  # fmt: skip
def test_targets_that_are_the_same(one: str, other: str) -> None:
    assert target(one) == target(other)
    assert target(one) != target("/b")


def test_links_say_what_assistive_technology_says() -> None:
    page = (
        '<p><a href="/a" aria-label="Meer over parkeren">Meer</a> <a href="/b">B <img alt="plaatje"></a></p>'
    )
    document = read(page.encode(), "x.html")
    assert [(link.text, link.name, link.href) for link in links(document)] == [
        ("Meer", "Meer over parkeren", "/a"),
        ("B", "B plaatje", "/b"),
    ]


def test_outside_the_main_content_only_on_request() -> None:
    around = (
        '<footer><a href="/a"><img src=a alt=x></a><a href="/a">A</a><a href="/b" target=_blank>B</a>'
        '<a href="/c"><img src=c alt=C>C</a><li>los</li></footer>'
    )
    document = read(f"<main><h1>Parkeren</h1>{TEXT}</main>{around}".encode(), "x.html")
    for check in (double_links, new_windows, repeated_alternatives, broken_lists):
        assert not list(check(document))
        assert len(list(check(document, whole_page=True))) == 1


def test_a_fixed_chapter_of_a_report_is_no_vague_heading(lint: Lint) -> None:
    chapters = "".join(f"## Onderwerp {name}\n\nTekst.\n\n" for name in "abcdefghijkl")
    assert not lint("## Inleiding\n\nTekst.\n\n" + chapters, "vage-kop", format="markdown").findings
    assert lint("## Inleiding\n\nTekst over parkeren.\n", "vage-kop", format="markdown").findings


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 5000 + "- a<br>- b" + "<p><b>Kop</b>",
        "<ul>" * 3000 + "<li>x" * 3000,
        "<p>&nbsp;</p>" * 4000 + "<br>" * 4000,
        "<a href=/a target=_blank><img src=a></a><a href=/a>A</a>" * 1500,
        "<form>" + "<label>Naam <input></label>" * 2000 + "<p class=error>Fout</p>" * 2000,
        "<p>" + "- a<br>" * 6000,
        "<html lang=en><p>" + "<span lang=nl>ik ga naar het loket van de stad</span> and " * 1500,
        "<p style='text-align:justify'><u>" * 3000 + "een twee drie",
        "<h2>Algemeen</h2>" * 3000,
        "<title>" + "- " * 20000,
        "<p>klik " + "de knop rechts " * 3000,
        "<img alt='" + "foto van " * 5000 + "'>",
    ],
    ids=range(12),
)  # fmt: skip
def test_hostile_pages_are_read_to_the_end(lint: Lint, page: str) -> None:
    assert not lint(page, *RULES, format="html").errors


def test_on_a_script_or_nothing_there_is_nothing_to_say(lint: Lint) -> None:
    for page in ("", "<script>var a = '- a<br>- b';</script>", "<svg><a href=x><text>- a</text></a></svg>"):
        assert not lint(page, *RULES, format="html").findings
