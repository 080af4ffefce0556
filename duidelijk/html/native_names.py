"""What HTML itself offers as a name: the value of a button, ``alt``, the caption of a table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from duidelijk.html.exposure import is_svg
from duidelijk.html.tree_index import first_child
from duidelijk.model import Document

if TYPE_CHECKING:
    from bs4.element import Tag

_First: TypeAlias = Literal[
    "alt", "value", "default", "caption", "legend", "figcaption", "svg-title", "label", "document-title"
]
_CAPTIONS: Final[dict[str, _First]] = {"table": "caption", "fieldset": "legend", "figure": "figcaption"}
_BUTTONS: Final = frozenset({"button", "reset", "submit"})
_DEFAULTS: Final = {"reset": "Opnieuw instellen", "submit": "Verzenden"}
"""What a Dutch browser writes on a button that does not say."""
_WITHOUT_TEXT: Final = frozenset({
    "button", "checkbox", "color", "file", "hidden", "image", "radio", "range", "reset", "submit",
})  # fmt: skip
_WITH_PLACEHOLDER: Final = frozenset({"", "email", "number", "password", "search", "tel", "text", "url"})
_RANGES: Final = frozenset({"meter", "progressbar", "scrollbar", "slider", "spinbutton"})
_LONGEST_LIST: Final = 1000


def first(document: Document, tag: Tag) -> Iterator[tuple[_First, str | Tag]]:
    """What names the element before its content: a text, or the element that holds the text."""
    name, attrs = tag.name, tag.attrs
    if is_svg(tag):
        title = first_child(document, tag, "title")
        if title is not None:
            yield "svg-title", title.get_text()
    elif name in _CAPTIONS:
        caption = first_child(document, tag, _CAPTIONS[name])
        if caption is not None:
            yield _CAPTIONS[name], caption
    elif name in {"img", "area"} or (name == "input" and input_type(tag) == "image"):
        yield "alt", str(attrs.get("alt", ""))
    elif name == "input":
        yield from _of_button(tag)
    elif name in {"optgroup", "option"}:
        yield "label", str(attrs.get("label", ""))
    elif name == "math":
        yield "alt", str(attrs.get("alttext", ""))
    elif name == "html":
        yield "document-title", _document_title(document)


def last(document: Document, tag: Tag) -> Iterator[tuple[Literal["title", "placeholder"], str]]:  # noqa: ARG001
    """What names the element when nothing else does."""
    attrs = tag.attrs
    if "title" in attrs:
        yield "title", str(attrs["title"])
    elif "xlink:title" in attrs:
        yield "title", str(attrs["xlink:title"])
    if "placeholder" in attrs and _takes_placeholder(tag):
        yield "placeholder", str(attrs["placeholder"])


def descriptions(document: Document, tag: Tag) -> Iterator[tuple[str, str]]:
    """What describes the element, each with the source that it would be of a name."""
    if tag.name == "input":
        yield from _of_button(tag)
    if tag.name == "table":
        yield "summary", str(tag.attrs.get("summary", ""))
    if is_svg(tag):
        told = first_child(document, tag, "desc")
        yield "svg-desc", told.get_text() if told is not None else ""
    yield "title", str(tag.attrs.get("title", ""))


def chosen_value(document: Document, tag: Tag, kind: str) -> str | None:
    """What the user has filled in or chosen, for a field inside a label; None for other elements."""
    if kind in {"textbox", "searchbox"} or (kind == "" and tag.name == "input"):
        return _typed(tag)
    if kind in {"combobox", "listbox"}:
        return _typed(tag) if tag.name in {"input", "textarea"} else _chosen(document, tag)
    if kind in _RANGES:
        attrs = tag.attrs
        for name in ("aria-valuetext", "aria-valuenow", "value"):
            if str(attrs.get(name, "")).strip():
                return str(attrs[name])
        return ""
    return None


def input_type(tag: Tag) -> str:
    """The type of an ``input`` in small letters; ``""`` without one."""
    return str(tag.attrs.get("type", "")).strip().lower()


def _of_button(tag: Tag) -> Iterator[tuple[_First, str]]:
    kind = input_type(tag)
    if kind in _BUTTONS and "value" in tag.attrs:
        yield "value", str(tag.attrs["value"])
    elif kind in _DEFAULTS:
        yield "default", _DEFAULTS[kind]


def _takes_placeholder(tag: Tag) -> bool:
    if tag.name == "textarea":
        return True
    kind = input_type(tag)
    return tag.name == "input" and (kind in _WITH_PLACEHOLDER or kind not in _KNOWN_TYPES)


_KNOWN_TYPES: Final = _WITHOUT_TEXT | {"date", "datetime-local", "month", "time", "week"}


def _typed(tag: Tag) -> str:
    if tag.name == "input":
        return "" if input_type(tag) in _WITHOUT_TEXT | {"password"} else str(tag.attrs.get("value", ""))
    return tag.get_text(" ") if tag.name != "select" else ""


def _chosen(document: Document, tag: Tag) -> str:
    """The texts of the options that are chosen; of a closed list without a choice the first."""
    key = ("html.native_names.chosen", id(tag))
    if key in document.cache:
        kept: str = document.cache[key]
        return kept
    options = tag.find_all("option", limit=_LONGEST_LIST)
    chosen = [option for option in options if "selected" in option.attrs]
    if not options:
        options = tag.find_all(role="option", limit=_LONGEST_LIST)
        chosen = [option for option in options if option.attrs.get("aria-selected") == "true"]
    elif not chosen and "multiple" not in tag.attrs:
        chosen = options[:1]
    elif "multiple" not in tag.attrs:
        chosen = chosen[-1:]
    document.cache[key] = found = " ".join(option.get_text(" ") for option in chosen)
    return found


def _document_title(document: Document) -> str:
    from duidelijk.html.tree_index import index

    titles = (tag for tag in index(document).by_name.get("title", ()) if not is_svg(tag))
    title = next(titles, None)
    return title.get_text() if title is not None else ""
