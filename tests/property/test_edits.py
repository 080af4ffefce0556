"""However a text was edited, a check that remembers the version before says what a fresh check says."""

from __future__ import annotations

from typing import Literal, NamedTuple

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from duidelijk.engine import lint_text
from duidelijk.memory import Memory
from duidelijk.settings import Choice, LetterChoice, Settings

Format = Literal["text", "markdown", "html"]

EDITS = 25
"""Edits of one text. With 42 texts that makes 1,050."""

EVERYTHING = Settings(choice=Choice(select=("alles",)), all_suggestions=True, low_confidence=True)
WHOLE_PAGE = Settings(all_suggestions=True, whole_page=True, letter=LetterChoice(kind="besluit"))
WITHOUT_PARSE = Settings(choice=Choice(select=("woordkeus", "zeldzaam-woord")))
BY_DEFAULT = Settings(tell_of_outside=True)

SENTENCES = (
    "Indien u het niet eens bent met dit besluit, kunt u bezwaar maken.",
    "De aanvraag wordt door ons zo spoedig mogelijk behandeld.",
    "Wij stellen de hoogte van uw uitkering na ontvangst van alle gegevens vast.",
    "Er dient rekening te worden gehouden met artikel 3:41 Awb.",
    "U ontvangt binnen twaalf weken bericht van de afdeling Vergunningen.",
    "De vergunning voor de bouw van een schuur in de tuin van uw woning is niet onmogelijk.",
    "Please find attached the form that you have to send back to us within two weeks.",
    "Geachte mevrouw Jansen,",
    "Met vriendelijke groet,",
    "Betreft: uw aanvraag",
    "Ik ga naar huis.",
)
FRAGMENTS = (
    *(" ", "e", "t", ".", ",", "? ", " de", " niet", "inzake ", "WOZ ", "m.b.t. ", "verplichten ", " en"),
    *("\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\f", "\t", "\u2028", "\u00a0", "\u00ad", "\u200b", "\ufeff"),
    *("\U0001f600", "e\u0301", "\u0301", "’", "“citaat”", "\ud83d", "\0"),
)
MARKS: dict[Format, tuple[str, ...]] = {
    "text": ("- ", "1. ", "    ", "KOP\n\n", "a  b  c\n", "<!-- duidelijk: uit formeel-woord — citaat -->"),
    "markdown": (
        *("# ", "\n## Kop\n\n", "- ", "1. ", "> ", "**", "_", "`", "```\n", "    ", "| a | b |\n|---|---|\n"),
        *("[hier](x.pdf)", "![](a.png)", "---\n", "[a]: https://example.nl\n", "<div>", "</div>", "&eacute;"),
        *("<!-- duidelijk: uit formeel-woord — citaat -->", "<!-- duidelijk: aan -->", "<!--", "-->", "\\"),
        "<!-- duidelijk: uit-regel lijdende-vorm — moet -->",
    ),
    "html": (
        *("<p>", "</p>", "<h2>Kop</h2>", "<ul><li>", "</ul>", "<b>", "</b>", "<code>", "</code>", "<br>"),
        *("<table><tr><td>", "</table>", '<p lang="en">', "&nbsp;", "&eacute;", "&shy;", "<", ">", '"'),
        *("<main>", "</main>", "<nav>", "<!--", "-->", "<!-- duidelijk: uit formeel-woord — citaat -->"),
        *('<a href="x.pdf">hier</a>', '<img src="a.png">', '<html lang="en">', "<meta charset=iso-8859-1>"),
    ),
}
BETWEEN: dict[Format, str] = {"text": "\n\n", "markdown": "\n\n", "html": "</p>\n<p>"}


class Edit(NamedTuple):
    """What happens at ``at``: ``size`` characters, or whole blocks, give way to ``text``."""

    what: Literal["type", "delete", "paste", "remove", "move"]
    at: int
    size: int
    text: str


def edits(kind: Format) -> st.SearchStrategy[Edit]:
    """Any edit of a text of this format."""
    return st.builds(
        Edit,
        what=st.sampled_from(["type", "type", "type", "delete", "paste", "remove", "move"]),
        at=st.integers(0, 1_000),
        size=st.sampled_from([0, 0, 1, 2, 7, 40]),
        text=st.sampled_from((*SENTENCES, *FRAGMENTS, *MARKS[kind], *MARKS[kind])),
    )


def edited(text: str, edit: Edit, between: str) -> str:
    """The text after an edit. What makes a text no text at all does not stay."""
    text = text.replace("\0", "")
    at = edit.at % (len(text) + 1)
    blocks = text.split(between)
    number = edit.at % len(blocks)
    match edit.what:
        case "type":
            return text[:at] + edit.text + text[at + edit.size :]
        case "delete":
            return text[:at] + text[at + max(1, edit.size) :]
        case "paste":
            blocks.insert(number, edit.text)
        case "remove":
            del blocks[number]
        case "move":
            blocks.insert(edit.size % len(blocks), blocks.pop(number))
    return between.join(blocks)


@settings(max_examples=42, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_memory_changes_no_report(data: st.DataObject) -> None:
    kind: Format = data.draw(st.sampled_from(["markdown", "markdown", "html", "text"]))
    chosen = data.draw(st.sampled_from([EVERYTHING, EVERYTHING, BY_DEFAULT, WHOLE_PAGE, WITHOUT_PARSE]))
    text = BETWEEN[kind].join(data.draw(st.lists(st.sampled_from(SENTENCES), min_size=3, max_size=6)))
    memory = Memory()
    lint_text(text, "brief", chosen, format=kind, memory=memory)
    for edit in data.draw(st.lists(edits(kind), min_size=EDITS, max_size=EDITS)):
        text = edited(text, edit, BETWEEN[kind])[:1_500]
        report = lint_text(text, "brief", chosen, format=kind, memory=memory)
        assert report == lint_text(text, "brief", chosen, format=kind)
        assert all(0 <= finding.span.start <= finding.span.end <= len(text) for finding in report.findings)
