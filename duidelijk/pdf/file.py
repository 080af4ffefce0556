"""Opens a PDF: its objects through pikepdf, its characters through pdfium.

pikepdf repairs what is broken where that can be done. What pdfium cannot open or counts otherwise, it gets
again as pikepdf wrote it, so that both always see the same pages.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, Self

from duidelijk.errors import ReadError
from duidelijk.pdf.objects import as_text, dictionary, first

if TYPE_CHECKING:
    import pikepdf
    import pypdfium2

MAX_PAGES: Final = 3_000
_AGAIN: Final = "Maak de pdf opnieuw in het programma waarin de tekst staat, en controleer dat bestand."


class Pdf:
    """A PDF that was opened. Pages are numbered from 0.

    ``tree`` is the pikepdf document. ``drawn`` is the pdfium document, opened when asked for; ``release``
    lets go of it when all characters are read. ``was_repaired``: the file was damaged, and pikepdf mended
    what it could.
    """

    __slots__ = ("_data", "_drawn", "_numbers", "name", "page_count", "tree", "was_repaired")

    def __init__(self, data: bytes, name: str) -> None:
        """Open the file; see ``open_pdf``."""
        self.name = name
        self._data = data
        self._drawn: pypdfium2.PdfDocument | None = None
        self._numbers: dict[tuple[int, int], int] | None = None
        self.tree, self.page_count = _opened(data, name)
        self.was_repaired = bool(self.tree.get_warnings())

    @property
    def drawn(self) -> pypdfium2.PdfDocument:
        """The document as pdfium draws it.

        Raises:
            ReadError: when pdfium cannot make anything of it.
        """
        import pypdfium2

        if self._drawn is None:
            ways: list[Callable[[], bytes]] = [lambda: self._data, self._rewritten]
            for data in reversed(ways) if self.was_repaired else ways:
                try:
                    drawn = pypdfium2.PdfDocument(data())
                except pypdfium2.PdfiumError:
                    continue
                if len(drawn) == self.page_count:
                    self._drawn = drawn
                    break
                drawn.close()
            else:
                raise _damaged(self.name)
        return self._drawn

    @property
    def root(self) -> pikepdf.Dictionary:
        """The catalog: ``/MarkInfo``, ``/StructTreeRoot``, ``/ViewerPreferences``, ``/Outlines`` …"""
        import pikepdf

        return dictionary(self.tree.Root) or pikepdf.Dictionary()

    @property
    def is_tagged(self) -> bool:
        """Whether the file says that it has tags (``/MarkInfo /Marked``) and has a tree of them."""
        marked = first(dictionary(self.root.get("/MarkInfo")), "/Marked")
        return marked is True and dictionary(self.root.get("/StructTreeRoot")) is not None

    @property
    def lang(self) -> str:
        """The language of the document (``/Lang``), empty when it does not say."""
        return as_text(self.root.get("/Lang")).strip()

    @property
    def title(self) -> str:
        """The title in the properties: of the XMP metadata, else of the old information dictionary."""
        from duidelijk.pdf.metadata import xmp_title

        found = xmp_title(self.tree) or as_text(first(dictionary(self.tree.trailer.get("/Info")), "/Title"))
        return " ".join(found.replace("\0", "").split())

    def page_object(self, number: int) -> pikepdf.Dictionary:
        """The dictionary of a page."""
        import pikepdf

        return dictionary(self.tree.pages[number].obj) or pikepdf.Dictionary()

    def number_of(self, page: object) -> int | None:
        """The number of the page that this object is, from 0; None when it is no page of this file."""
        if self._numbers is None:
            self._numbers = {one.obj.objgen: number for number, one in enumerate(self.tree.pages)}
        objgen = getattr(page, "objgen", (0, 0))
        return self._numbers.get(objgen) if objgen != (0, 0) else None

    def release(self) -> None:
        """Let go of the pdfium document and of the bytes it reads. ``tree`` stays open."""
        if self._drawn is not None:
            self._drawn.close()
            self._drawn = None

    def close(self) -> None:
        """Let go of everything."""
        self.release()
        self.tree.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _rewritten(self) -> bytes:
        import pikepdf

        stream = io.BytesIO()
        try:
            self.tree.save(stream, encryption=False, fix_metadata_version=False)
        except (pikepdf.PdfError, RuntimeError, ValueError) as problem:
            raise _damaged(self.name) from problem
        return stream.getvalue()


def open_pdf(data: bytes, name: str) -> Pdf:
    """Open a PDF.

    Raises:
        ReadError: when it has a password, is too damaged to repair, or has more than ``MAX_PAGES`` pages.
    """
    return Pdf(data, name)


def _opened(data: bytes, name: str) -> tuple[pikepdf.Pdf, int]:
    import pikepdf

    try:
        tree = pikepdf.open(io.BytesIO(data))
    except pikepdf.PasswordError as problem:
        raise ReadError(
            "Op deze pdf zit een wachtwoord.",
            file=name,
            hint="Sla de pdf op zonder wachtwoord, en controleer dat bestand.",
        ) from problem
    except (pikepdf.PdfError, RuntimeError, ValueError, OSError) as problem:
        raise _damaged(name) from problem
    try:
        count = _count(tree)
    except (pikepdf.PdfError, RuntimeError, ValueError, TypeError, AttributeError) as problem:
        tree.close()
        raise _damaged(name) from problem
    if 0 < count <= MAX_PAGES:
        return tree, count
    tree.close()
    if not count:
        raise _damaged(name)
    raise ReadError(
        f"Deze pdf heeft {_thousands(count)} pagina’s; duidelijk leest er hooguit {_thousands(MAX_PAGES)}.",
        file=name,
        hint="Splits de pdf in kleinere bestanden.",
    )


def _count(tree: pikepdf.Pdf) -> int:
    return len(tree.pages)


def _thousands(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def _damaged(name: str) -> ReadError:
    return ReadError("Deze pdf is beschadigd en niet te herstellen.", file=name, hint=_AGAIN)
