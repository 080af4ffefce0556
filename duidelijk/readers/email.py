"""Reads a mail: its subject, and the text as its html part has it, or else its text part.

The text of the document is the subject on a first line, and below it that part as it was sent, once its
encoding is undone. So what is found in html has its place in the html itself, where whoever made the mail or
its template can mend it, and the rules on markup see the same as in a page. A writer goes by the anchors:
``onderwerp``, ``alinea 4``, ``afbeelding 2``. Nothing else of the head of the mail is in the text.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from duidelijk.errors import ReadError
from duidelijk.model import Block, Document, Problem, Source, Span
from duidelijk.readers import text as text_reader
from duidelijk.readers.blocktext import BlockText
from duidelijk.readers.email_parts import Attachment, Mail, open_mail
from duidelijk.readers.email_quotes import Apart, Stretch, stretches
from duidelijk.readers.email_text import Words, words_of

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

ONLY_ATTACHMENTS: Final = "Dit bericht heeft zelf geen tekst, alleen bijlagen."

_LABEL: Final = "Onderwerp: "
_REPLY: Final = re.compile(r"(?:(?:re|fw|fwd|antw|antwoord|doorst|aw|wg)(?:\[\d+\])?\s*:\s*)+", re.IGNORECASE)
_PARAGRAPH: Final = re.compile(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")
_NOT_NEWLINE: Final = re.compile(r"[^\n]")
_PAGE_SHARE: Final = 2  # an html part with less than half of the words is no version of the text part
_LISTED: Final = 10
_WORD: Final = re.compile(r"\w+")
_OLDER: Final = "aangehaald bericht"


class _Body(NamedTuple):
    """What was read of the text below the subject, with the blocks of what is not the writer's own."""

    blocks: Sequence[Block]
    apart: Sequence[Block]
    meta: Mapping[str, str]
    raw: BeautifulSoup | None = None


def read(data: bytes, name: str) -> Document:
    """The document that a mail is.

    Raises:
        ReadError: when this is no mail that can be read, or there is nothing in it.
    """
    mail = open_mail(data, name)
    pages = [words_of(part, name) for part in mail.pages]
    texts = [words_of(part, name) for part in mail.texts]
    head = f"{_LABEL}{mail.subject}\n\n"
    page = _joined(pages)
    plain = _joined(texts)
    is_page = _is_page(page, plain)
    used = pages if is_page else texts
    source = Source(
        name, head + (page if is_page else plain), hashlib.sha256(data).hexdigest(), origin="extracted"
    )
    hidden = Source(name, " " * (len(head) - 2) + source.text[len(head) - 2 :], "")
    body = _read_page(hidden) if is_page else _read_text(hidden, is_reply=mail.is_reply)
    if not body.blocks and not mail.attachments and not body.apart:
        raise ReadError(
            "In dit bericht staat geen tekst.",
            file=name,
            hint="Open het bericht in uw mailprogramma. Staat er wel tekst, sla het dan opnieuw op als eml.",
        )
    blocks, anchors = _with_anchors(body, source, _subject(source, mail.subject))
    return Document(
        source,
        "eml",
        tuple(blocks),
        body.meta,
        problems=tuple(_problems(name, mail, body, used)),
        raw=body.raw,
        anchors=tuple(anchors),
        notices=tuple(_notices(name, mail, used)),
    )


def _joined(parts: Sequence[Words]) -> str:
    return "\n\n".join(part.text.strip("\n") for part in parts if part.text.strip())


def _is_page(page: str, plain: str) -> bool:
    """Whether the html part says what the mail says; some are empty, or hold only a picture."""
    if not page or not plain:
        return bool(page)
    from duidelijk.html import parse

    shown = sum(len(_WORD.findall(text)) for text in parse(page).strings)
    return _PAGE_SHARE * shown >= len(_WORD.findall(plain))


def _read_page(source: Source) -> _Body:
    from duidelijk.html import parse
    from duidelijk.readers.email_html import has_words, take_out
    from duidelijk.readers.html import read_around, read_tree

    soup = parse(source.text)
    taken = take_out(soup)
    if taken and not has_words(soup):
        soup, taken = parse(source.text), []  # a mail that was sent on as it is
    page = read_tree(source, soup)
    apart = [_set_apart(block, one.kind) for one in taken for block in read_around(source, one.holder)]
    meta = {"lang": page.meta["lang"]} if "lang" in page.meta else {}
    return _Body([block for block in page.blocks if block.kind != "title"], apart, meta, soup)


def _read_text(source: Source, *, is_reply: bool) -> _Body:
    found = stretches(source.text, is_reply=is_reply)
    parts: list[str] = []
    at = 0
    for start, end, _ in found:
        parts += (source.text[at:start], _NOT_NEWLINE.sub(" ", source.text[start:end]))
        at = end
    own = text_reader.read(replace(source, text="".join((*parts, source.text[at:]))))
    apart = [block for stretch in found for block in _paragraphs(source.text, stretch)]
    return _Body(own.blocks, apart, own.meta)


def _paragraphs(text: str, stretch: Stretch) -> Iterator[Block]:
    for match in _PARAGRAPH.finditer(text, stretch.start, stretch.end):
        built = BlockText(text)
        built.add(*match.span())
        words, places, inlines = built.build()
        if words:
            block = Block("paragraph", words, places, Span(*match.span()), inlines=inlines)
            yield _set_apart(block, stretch.kind)


def _set_apart(block: Block, kind: Apart) -> Block:
    """The block as what is not checked. A signature still tells a letter who wrote it."""
    was = block.attrs.get("kind", block.kind) if kind == "signature" else "quote"
    return replace(block, kind="boilerplate", main=False, attrs={**block.attrs, "kind": was, "part": kind})


def _subject(source: Source, subject: str) -> Block | None:
    """The subject without “Re:” and “Fw:”; None where nothing is left."""
    reply = _REPLY.match(subject)
    start = len(_LABEL) + (reply.end() if reply else 0)
    end = len(_LABEL) + len(subject)
    built = BlockText(source.text)
    built.add(start, end)
    words, places, inlines = built.build()
    return (
        Block("subject", words, places, Span(start, end), anchor="onderwerp", inlines=inlines)
        if words
        else None
    )


def _with_anchors(
    body: _Body, source: Source, subject: Block | None
) -> tuple[list[Block], list[tuple[int, str]]]:
    """All blocks in order, each with the name of its place, and from which offset each name counts.

    A paragraph has its name from the end of the one before it on, so that its start tag, and that of the
    table or list around it, is there as well.
    """
    anchors = [(0, "onderwerp")]
    names: dict[Block, str] = {}
    paragraphs = pictures = 0
    end = source.text.index("\n") + 1
    current = "alinea 1"
    order = sorted((*body.blocks, *body.apart), key=_starts)
    for block in order:
        start, stop = _starts(block), _ends(block)
        if block.attrs.get("part") == "quote":
            name = _OLDER
        elif block.kind == "image_alt" or block.attrs.get("kind") == "image_alt":
            pictures += 1
            name = f"afbeelding {pictures}"
            anchors += ((start, name), (block.place.end, current))
            names[block] = name
            end = max(end, block.place.end)
            continue
        else:
            paragraphs += bool(block.text)
            name = current = f"alinea {max(1, paragraphs)}"
        names[block] = name
        anchors.append((min(start, end), name))
        end = max(end, stop)
    made: dict[Block, Block] = {}
    for block in order:
        parent = made.get(block.parent) if block.parent is not None else None
        made[block] = replace(block, anchor=names[block], parent=parent)
    return [*([subject] if subject else []), *made.values()], list(_one_each(anchors))


def _one_each(anchors: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """The anchors, sorted, with only the last one of an offset."""
    found = dict(sorted(anchors, key=lambda anchor: anchor[0]))
    return iter(found.items())


def _starts(block: Block) -> int:
    return block.map.segments[0].s0 if block.map.segments else block.place.start


def _ends(block: Block) -> int:
    return max((segment.s1 for segment in block.map.segments), default=block.place.end)


def _problems(name: str, mail: Mail, body: _Body, used: Sequence[Words]) -> Iterator[Problem]:
    if not body.blocks and mail.attachments:
        yield Problem(
            ONLY_ATTACHMENTS,
            name,
            hint="Met --bijlagen controleert duidelijk ook de bijlagen.",
        )
    if any(part.damaged for part in used):
        yield Problem(
            "De tekst van dit bericht is beschadigd; er kan tekst ontbreken.",
            name,
            hint="Open het bericht in uw mailprogramma en sla het opnieuw op als eml.",
        )


def _notices(name: str, mail: Mail, used: Sequence[Words]) -> Iterator[Problem]:
    wrong = next((part.wrong_charset for part in used if part.wrong_charset), "")
    if wrong:
        yield Problem(
            f"De tekenset die dit bericht noemt ({wrong[:40]}), klopt niet.",
            name,
            hint="Kijk of letters met een accent goed in het verslag staan.",
        )
    if mail.attachments:
        yield Problem(_listed(mail.attachments), name)
    if any(one.is_outlook_only for one in mail.attachments):
        yield Problem(
            "De bijlage winmail.dat kan alleen Outlook lezen. Er kan tekst of een bijlage in zitten.",
            name,
            hint="Vraag de afzender het bericht als tekst of html te sturen.",
        )


def _listed(attachments: Sequence[Attachment]) -> str:
    names = [one.name for one in attachments[:_LISTED]]
    more = len(attachments) - len(names)
    return (
        f"{len(attachments)} bijlage{'n' if len(attachments) > 1 else ''}: {', '.join(names)}"
        f"{f' en nog {more}' if more else ''}."
    )
