"""One page that people look at: the text with what was found in it, its level as a picture, and the figures.

The page stands alone: no network, no fonts, works without its script, and prints.
"""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from duidelijk._version import __version__
from duidelijk.report.common import shown
from duidelijk.report.html_report import names
from duidelijk.report.html_report.document import counts, page
from duidelijk.report.html_report.names import readable
from duidelijk.report.html_report.overview import worst_first
from duidelijk.report.html_report.rules_view import rule_rows
from duidelijk.report.html_report.strip import LONG, TALLEST
from duidelijk.report.score_text import TOO_SHORT, followed
from duidelijk.report.summary import plural

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from duidelijk.model import Report
    from duidelijk.report.info import RuleInfo

_LARGE: Final = 1_500  # passages and findings; above this a browser may lay out only what it shows
_TEXTS: Final = ("tekst", "teksten")


def render(reports: Sequence[Report], rules: Mapping[str, RuleInfo]) -> Iterator[str]:
    """The page, in pieces; of each document no more is worked out than the piece at hand needs."""
    ordered = worst_first(reports)
    explained = rule_rows(reports, rules)
    style, script = _part("style.css"), _part("script.js")
    template = _environment().get_template("page.html")
    yield from template.generate(
        title=ordered[0][0].name if len(ordered) == 1 else plural(len(ordered), *_TEXTS),
        rows=tuple(row for row, _ in ordered),
        pages=(page(report, row.id) for row, report in ordered),
        counts=counts(finding for report in reports for finding in shown(report)),
        rules=explained,
        large=sum(len(report.passages) + len(report.findings) for report in reports) > _LARGE,
        anchors={row.name: row.anchor for row in explained},
        style=style,
        script=script,
        policy=f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'",
        version=__version__,
    )
    yield "\n"


@cache
def _environment() -> Any:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("duidelijk.report.html_report", ""),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=lambda value: readable(value) if type(value) is str else value,
    )
    environment.globals.update(
        grades=names.GRADES,
        long=LONG,
        tallest=TALLEST,
        too_short=TOO_SHORT,
        plural=plural,
        followed=followed,
    )
    return environment


def _part(name: str) -> str:
    return files(__name__).joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
