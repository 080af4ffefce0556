"""What an editor asks of the server: its settings, and what it can do itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple, TypeVar

from lsprotocol.types import ClientCapabilities, ResourceOperationKind

_T = TypeVar("_T")
SECTION: Final = "duidelijk"
REASONS: Final = ("vaste term", "citaat", "staat zo in de wet")
_LONGEST_DELAY: Final = 10_000  # ms


class Options(NamedTuple):
    """The settings of the editor. ``delay`` is in ms after the last keystroke; ``config`` is a path or ""."""

    config: str = ""
    all_suggestions: bool = False
    delay: int = 300
    workspace_diagnostics: bool = False
    reasons: tuple[str, ...] = REASONS


class Abilities(NamedTuple):
    """What the editor can do, as it said when it started.

    ``pulls``: it asks for diagnostics itself. ``asks_for_reason``, ``shows_rules``: it has a window for it.
    """

    pulls: bool = False
    refreshes: bool = False
    versioned_edits: bool = False
    creates_files: bool = False
    literal_actions: bool = False
    resolves_edits: bool = False
    markdown: bool = False
    progress: bool = False
    configuration: bool = False
    watches: bool = False
    asks_for_reason: bool = False
    shows_rules: bool = False


def options_from(data: Any) -> Options:
    """The settings in what an editor sent; what has another type than asked counts as not said."""
    said = _object(data)
    default = Options()
    reasons = said.get("reasons")
    ready = tuple(filter(None, map(_reason, reasons))) if isinstance(reasons, list) else ()
    return Options(
        config=_as(str, said.get("config"), default.config),
        all_suggestions=_as(bool, said.get("allSuggestions"), default.all_suggestions),
        delay=min(max(_as(int, said.get("delay"), default.delay), 0), _LONGEST_DELAY),
        workspace_diagnostics=_as(bool, said.get("workspaceDiagnostics"), default.workspace_diagnostics),
        reasons=ready or default.reasons,
    )


def abilities(said: ClientCapabilities, initialization: Any) -> Abilities:
    """What the editor can do."""
    text, workspace, window = said.text_document, said.workspace, said.window
    edits = workspace.workspace_edit if workspace else None
    actions = text.code_action if text else None
    resolves = actions.resolve_support if actions else None
    hover = text.hover if text else None
    refresh = workspace.diagnostics if workspace else None
    watched = workspace.did_change_watched_files if workspace else None
    extra = _object(initialization)
    return Abilities(
        pulls=text is not None and text.diagnostic is not None,
        refreshes=bool(refresh and refresh.refresh_support),
        versioned_edits=bool(edits and edits.document_changes),
        creates_files=bool(edits and ResourceOperationKind.Create in (edits.resource_operations or ())),
        literal_actions=bool(actions and actions.code_action_literal_support),
        resolves_edits=bool(actions and actions.data_support and resolves and "edit" in resolves.properties),
        markdown=bool(hover and "markdown" in (hover.content_format or ())),
        progress=bool(window and window.work_done_progress),
        configuration=bool(workspace and workspace.configuration),
        watches=bool(watched and watched.dynamic_registration),
        asks_for_reason=extra.get("asksForReason") is True,
        shows_rules=extra.get("showsRules") is True,
    )


def _object(data: Any) -> Mapping[str, Any]:
    """A JSON object; anything else counts as an empty one."""
    return data if isinstance(data, Mapping) else {}


def _as(kind: type[_T], value: Any, default: _T) -> _T:
    return value if type(value) is kind else default


def _reason(value: Any) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""
