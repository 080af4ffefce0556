"""Puts annotations into the structure of a tagged PDF, so that a screen reader meets them at the words.

PDF/UA-1 (ISO 14289-1, 7.18.1) asks for an ``Annot`` element around each. What is in the tree already stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from duidelijk.annotate.pdf_places import Box, Spot
from duidelijk.pdf.characters import read_page
from duidelijk.pdf.objects import as_number, dictionary, items
from duidelijk.pdf.structure import GROUPING, Content, Element, marked_content, structure

if TYPE_CHECKING:
    import pikepdf

    from duidelijk.pdf.file import Pdf

_CLOSED: Final = frozenset({"Link", "Annot", "Form", "Figure", "Formula", "Lbl", "Ruby", "RB", "RT", "RP"})
_KEYS: Final = 1_000_000_000  # a tree with higher numbers is none of a real file


class Tags:
    """The structure of one file. Look up all holders before anything is added."""

    __slots__ = ("_content", "_identifiers", "_is_broken", "_next", "_parents", "_pdf", "_top", "_tree")

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._tree = structure(pdf) if pdf.is_tagged else None
        self._content = marked_content(self._tree) if self._tree is not None else {}
        self._identifiers: dict[int, dict[Box, int]] = {}
        self._parents: pikepdf.NumberTree | None = None
        self._next = 0
        self._is_broken = False
        self._top = self._first_group()

    def holder(self, spot: Spot) -> Element | None:
        """The element that is to hold the annotation of a spot; None when the file has no tags."""
        if self._tree is None:
            return None
        if spot.first is not None:
            if spot.page not in self._identifiers:
                self._identifiers[spot.page] = {
                    (one.left, one.bottom, one.right, one.top): one.style.mcid
                    for one in read_page(self._pdf, spot.page).chars
                }
            mcid = self._identifiers[spot.page].get(spot.first, -1)
            element = self._content.get(Content(spot.page, mcid))
            while element is not None and (element.role in _CLOSED or not element.object.is_indirect):
                element = element.parent
            if element is not None and element.parent is not None:
                return element
        return self._top

    def add(self, annotation: pikepdf.Object, page: pikepdf.Object, holder: Element) -> None:
        """Give an annotation an element of its own, as the last one in ``holder``.

        A file whose way back from annotations to tags is broken beyond repair gets no more tags.
        """
        from pikepdf import Array, Dictionary, Name

        reference = Dictionary(Type=Name.OBJR, Obj=annotation, Pg=page)
        element = self._pdf.tree.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name.Annot, P=holder.object, Pg=page, K=reference)
        )
        number = self._number(element)
        if number is None:
            return
        annotation.StructParent = number
        kids = holder.object.get("/K")
        if isinstance(kids, Array):
            kids.append(element)
        else:
            holder.object.K = Array([*items(kids), element])

    def _first_group(self) -> Element | None:
        """The element around all others, or else the root."""
        if self._tree is None:
            return None
        groups = (one for one in self._tree.children if isinstance(one, Element) and one.role in GROUPING)
        return next((one for one in groups if one.object.is_indirect), self._tree)

    def _number(self, element: pikepdf.Object) -> int | None:
        """Write the element down in the tree that leads back from an annotation; its number there."""
        import pikepdf

        root = self._pdf.tree.Root.StructTreeRoot
        if self._is_broken:
            return None
        try:
            if self._parents is None:
                self._parents = self._opened(root)
                said = int(as_number(root.get("/ParentTreeNextKey")) or 0)
                known = max((key for key in self._parents if 0 <= key < _KEYS), default=-1)
                self._next = max(known + 1, said if said < _KEYS else 0)
            self._parents[self._next] = element
        except (pikepdf.PdfError, RuntimeError):
            self._is_broken = True
            return None
        self._next += 1
        root.ParentTreeNextKey = self._next
        return self._next - 1

    def _opened(self, root: pikepdf.Object) -> pikepdf.NumberTree:
        import pikepdf

        if dictionary(root.get("/ParentTree")) is None:
            root.ParentTree = pikepdf.NumberTree.new(self._pdf.tree).obj
        elif not root.ParentTree.is_indirect:
            root.ParentTree = self._pdf.tree.make_indirect(root.ParentTree)
        return pikepdf.NumberTree(root.ParentTree)
