"""Who meets an element: small pages about the element with id ``t``."""

from __future__ import annotations

import pytest

from duidelijk.html import exposed, exposure
from tests.test_names import target

NOT_RENDERED = [
    "<p id=t hidden>x</p>",
    "<p id=t hidden=until-found>x</p>",
    "<div hidden><p id=t>x</p></div>",
    "<p id=t style='display:none'>x</p>",
    "<p id=t style='DISPLAY : NONE !important'>x</p>",
    "<style>.weg{display:none}</style><p id=t class=weg>x</p>",
    "<style>.weg{display:none}</style><div class=weg><p id=t>x</p></div>",
    "<dialog><p id=t>x</p></dialog>",
    "<div popover><p id=t>x</p></div>",
    "<details><summary>s</summary><p id=t>x</p></details>",
    "<details><summary>s</summary><summary id=t>x</summary></details>",
    "<noscript><p>y</p></noscript><script id=t></script>",
    "<template id=t><p>x</p></template>",
    "<datalist><option id=t>x</datalist>",
    "<input id=t type=hidden>",
    "<input id=t type=HIDDEN>",
    "<audio id=t></audio>",
    "<video><p id=t>x</p></video>",
    "<object data=a.pdf><p id=t>x</p></object>",
    "<svg><defs><circle id=t /></defs></svg>",
    "<map name=m><area id=t href=/></map>",
    "<img src=a usemap=#ander><map name=m><area id=t href=/></map>",
]
RENDERED = [
    "<p id=t>x</p>",
    "<p id=t style='visibility:hidden'>x</p>",
    "<p id=t aria-hidden=true>x</p>",
    "<style>p{display:block}</style><p id=t hidden>x</p>",
    "<p id=t style='display:none;display:block'>x</p>",
    "<details><summary id=t>x</summary></details>",
    "<details open><summary>s</summary><p id=t>x</p></details>",
    "<dialog open><p id=t>x</p></dialog>",
    "<audio id=t controls></audio>",
    "<object><p id=t>x</p></object>",
    "<canvas><p id=t>x</p></canvas>",
    "<img src=a usemap=#m><map name=m><area id=t href=/></map>",
    "<style>@media print{p{display:none}}</style><p id=t>x</p>",
]


@pytest.mark.parametrize("body", NOT_RENDERED)
def test_not_rendered(body: str) -> None:
    document, tag = target(body)
    assert not exposure.is_rendered(document, tag)
    assert exposure.is_hidden(document, tag)
    assert not exposed.is_exposed(document, tag)
    assert not exposure.is_visible(document, tag)
    assert not exposure.is_focusable(document, tag)


@pytest.mark.parametrize("body", RENDERED)
def test_rendered(body: str) -> None:
    assert exposure.is_rendered(*target(body))


@pytest.mark.parametrize(
    ("body", "hidden"),
    [
        ("<p id=t>x</p>", False),
        ("<p id=t aria-hidden=true>x</p>", True),
        ("<p id=t aria-hidden=True>x</p>", True),
        ("<p id=t aria-hidden=false>x</p>", False),
        ("<p id=t aria-hidden>x</p>", False),
        ("<div aria-hidden=true><p id=t>x</p></div>", True),
        ("<div aria-hidden=true><p id=t aria-hidden=false>x</p></div>", True),
        ("<p id=t style='visibility:hidden'>x</p>", True),
        ("<p id=t style='visibility:collapse'>x</p>", True),
        ("<div style='visibility:hidden'><p id=t>x</p></div>", True),
        ("<div style='visibility:hidden'><p id=t style='visibility:visible'>x</p></div>", False),
        ("<div inert><p id=t>x</p></div>", True),
        ("<p id=t style='position:absolute;left:-9999px'>x</p>", False),
        ("<p id=t style='opacity:0'>x</p>", False),
    ],
)
def test_hidden_from_assistive_technology(body: str, hidden: bool) -> None:
    document, tag = target(body)
    assert exposure.is_hidden(document, tag) == hidden
    assert exposed.is_exposed(document, tag) == (not hidden)


@pytest.mark.parametrize(
    ("body", "is_exposed"),
    [
        ("<img id=t src=a>", True),
        ("<img id=t src=a alt=''>", False),
        ("<img id=t src=a role=none>", False),
        ("<img id=t src=a role=none tabindex=0>", True),
        ("<ul role=none><li id=t>x</ul>", False),
        ("<ul role=none><li><b id=t>x</b></ul>", True),
        ("<button><img id=t src=a></button>", False),
        ("<button><a id=t href=/>x</a></button>", True),
        ("<a href=/><img id=t src=a></a>", True),
        ("<iframe id=t role=none></iframe>", False),
        ("<canvas><p id=t>x</p></canvas>", True),
    ],
)
def test_exposed(body: str, is_exposed: bool) -> None:
    assert exposed.is_exposed(*target(body)) == is_exposed


@pytest.mark.parametrize(
    ("body", "visible"),
    [
        ("<p id=t>x</p>", True),
        ("<p id=t></p>", False),
        ("<p id=t> &nbsp; </p>", False),
        ("<p id=t><!-- x --></p>", False),
        ("<p id=t><img src=a></p>", True),
        ("<div id=t><p><b>x</b></p></div>", True),
        ("<div id=t><p hidden>x</p></div>", False),
        ("<div id=t><p aria-hidden=true>x</p></div>", True),
        ("<div id=t style='visibility:hidden'><p style='visibility:visible'>x</p></div>", False),
        ("<div id=t><p style='visibility:hidden'>x<b style='visibility:visible'>y</b></p></div>", True),
        ("<p id=t style='opacity:0'>x</p>", False),
        ("<div style='opacity:0'><p id=t style='opacity:1'>x</p></div>", False),
        ("<p id=t style='opacity:.1'>x</p>", True),
        ("<p id=t style='position:absolute;left:-9999px'>x</p>", False),
        ("<div style='position:absolute;top:-9999px'><p id=t>x</p></div>", False),
        ("<div id=t><p style='position:absolute;left:-9999px'>x</p></div>", False),
        ("<p id=t style='position:absolute;left:-9px'>x</p>", True),
        ("<p id=t style='left:-9999px'>x</p>", True),
        ("<p id=t style='position:absolute;clip:rect(0,0,0,0)'>x</p>", False),
        ("<p id=t style='clip-path:inset(50%)'>x</p>", False),
        ("<p id=t style='width:1px;height:1px;overflow:hidden'>x</p>", False),
        ("<p id=t style='text-indent:-9999px'>x</p>", False),
        ("<p id=t style='transform:scale(0)'>x</p>", False),
        ("<div id=t style='background-image:url(a.png)'></div>", True),
        ("<div id=t style='background:url(a.png)'></div>", True),
        ("<div id=t style='background:red'></div>", False),
        ("<details id=t>y</details>", False),
        ("<details id=t><summary>x</summary></details>", True),
        ("<input id=t>", True),
        ("<iframe id=t></iframe>", True),
        ("<script id=t>x()</script>", False),
    ],
)
def test_visible(body: str, visible: bool) -> None:
    assert exposure.is_visible(*target(body)) == visible


IN_ORDER, FOCUSABLE, NEITHER = (True, True), (True, False), (False, False)
"""Whether the element can take the focus, and whether the tab key reaches it."""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<a id=t href=/>x</a>", IN_ORDER),
        ("<a id=t href>x</a>", IN_ORDER),
        ("<a id=t>x</a>", NEITHER),
        ("<a id=t name=x>x</a>", NEITHER),
        ("<a id=t tabindex=0>x</a>", IN_ORDER),
        ("<a id=t href=/ tabindex=-1>x</a>", FOCUSABLE),
        ("<a id=t href=/ hidden>x</a>", NEITHER),
        ("<a id=t href=/ style='visibility:hidden'>x</a>", NEITHER),
        ("<a id=t href=/ aria-hidden=true>x</a>", IN_ORDER),
        ("<a id=t href=/ style='position:absolute;left:-9999px'>x</a>", IN_ORDER),
        ("<div inert><a id=t href=/>x</a></div>", NEITHER),
        ("<svg><a id=t href=/></a></svg>", IN_ORDER),
        ("<svg><a id=t xlink:href=/></a></svg>", IN_ORDER),
        ("<svg><a id=t></a></svg>", NEITHER),
        ("<img src=a usemap=#m><map name=m><area id=t href=/></map>", IN_ORDER),
        ("<img src=a usemap=#m><map name=m><area id=t></map>", NEITHER),
        ("<div id=t tabindex=0>x</div>", IN_ORDER),
        ("<div id=t tabindex=3>x</div>", IN_ORDER),
        ("<div id=t tabindex=-1>x</div>", FOCUSABLE),
        ("<div id=t tabindex=' +2px'>x</div>", IN_ORDER),
        ("<div id=t tabindex=''>x</div>", NEITHER),
        ("<div id=t tabindex=nee>x</div>", NEITHER),
        ("<div id=t contenteditable>x</div>", IN_ORDER),
        ("<div id=t contenteditable=true>x</div>", IN_ORDER),
        ("<div id=t contenteditable=plaintext-only>x</div>", IN_ORDER),
        ("<div id=t contenteditable=false>x</div>", NEITHER),
        ("<div id=t role=button>x</div>", NEITHER),
        ("<button id=t>x</button>", IN_ORDER),
        ("<button id=t disabled>x</button>", NEITHER),
        ("<button id=t disabled tabindex=0>x</button>", NEITHER),
        ("<button id=t aria-disabled=true>x</button>", IN_ORDER),
        ("<input id=t>", IN_ORDER),
        ("<input id=t type=hidden>", NEITHER),
        ("<input id=t readonly>", IN_ORDER),
        ("<select id=t></select>", IN_ORDER),
        ("<textarea id=t></textarea>", IN_ORDER),
        ("<textarea id=t disabled></textarea>", NEITHER),
        ("<fieldset disabled><input id=t></fieldset>", NEITHER),
        ("<fieldset disabled><div><input id=t></div></fieldset>", NEITHER),
        ("<fieldset disabled><legend><input id=t></legend></fieldset>", IN_ORDER),
        ("<fieldset disabled><legend>x</legend><legend><input id=t></legend></fieldset>", NEITHER),
        ("<fieldset disabled><div><legend><input id=t></legend></div></fieldset>", NEITHER),
        (
            "<fieldset disabled><fieldset disabled><legend><input id=t></legend></fieldset></fieldset>",
            NEITHER,
        ),
        (
            "<fieldset disabled><legend><fieldset><input id=t></fieldset></legend></fieldset>",
            IN_ORDER,
        ),
        ("<fieldset disabled><a id=t href=/>x</a></fieldset>", IN_ORDER),
        ("<details><summary id=t>x</summary></details>", IN_ORDER),
        ("<details><summary>x</summary><summary id=t>y</summary></details>", NEITHER),
        ("<summary id=t>x</summary>", NEITHER),
        ("<details><div><summary id=t>x</summary></div></details>", NEITHER),
        ("<details><a id=t href=/>x</a></details>", NEITHER),
        ("<details open><a id=t href=/>x</a></details>", IN_ORDER),
        ("<dialog><button id=t>x</button></dialog>", NEITHER),
        ("<audio id=t controls></audio>", IN_ORDER),
        ("<video id=t></video>", NEITHER),
        ("<video id=t controls></video>", IN_ORDER),
        ("<iframe id=t></iframe>", IN_ORDER),
        ("<iframe id=t tabindex=-1></iframe>", FOCUSABLE),
        ("<label id=t>x</label>", NEITHER),
        ("<p id=t>x</p>", NEITHER),
    ],
)
def test_focus(body: str, expected: tuple[bool, bool]) -> None:
    document, tag = target(body)
    assert (exposure.is_focusable(document, tag), exposure.is_in_tab_order(document, tag)) == expected


@pytest.mark.parametrize(
    ("body", "disabled"),
    [
        ("<option id=t disabled>x", True),
        ("<optgroup disabled><option id=t>x</optgroup>", True),
        ("<optgroup><option id=t>x</optgroup>", False),
    ],
)
def test_disabled_options(body: str, disabled: bool) -> None:
    assert exposure.is_disabled(*target(f"<select>{body}</select>")) == disabled
