"""The tables with roles and attributes hold together, and say what WAI-ARIA says."""

from __future__ import annotations

import pytest

from duidelijk.html.aria import global_attributes, is_a, is_role, properties, roles

NAMES = {"aria-label", "aria-labelledby"}


def test_every_role_builds_on_known_roles_and_attributes() -> None:
    known = set(properties())
    for name, role in roles().items():
        assert role.above <= set(roles()), name
        assert role.required | role.supported | role.prohibited | set(role.defaults) <= known, name
        assert role.context | {step for path in role.owned for step in path} <= set(roles()), name
        assert role.required <= role.supported, name
        assert role.supported.isdisjoint(role.prohibited), name
        assert role.spec in {"aria-1.2", "aria-1.3", "dpub-1.1", "graphics-1.0"}, name


def test_every_role_goes_back_to_one_that_is_abstract() -> None:
    for name, role in roles().items():
        assert "roletype" in {name, *role.above}
        assert role.abstract == (not role.naming), name


def test_a_role_has_one_way_of_naming() -> None:
    for name, role in roles().items():
        if role.abstract:
            continue
        assert role.naming in ({"author"}, {"author", "contents"}, {"prohibited"}), name
        assert (role.naming == {"prohibited"}) == (role.prohibited >= NAMES), name


def test_defaults_are_values_that_may_be_there() -> None:
    for name, role in roles().items():
        for attribute, value in role.defaults.items():
            tokens = properties()[attribute].tokens
            assert value in tokens if tokens else value.isdecimal(), (name, attribute)


def test_values_have_words_exactly_where_they_must() -> None:
    with_words = {"true/false", "true/false/undefined", "tristate", "token", "token list"}
    for name, found in properties().items():
        assert name.startswith("aria-")
        assert bool(found.tokens) == (found.value in with_words), name
        assert set(found.default.split()) <= found.tokens or not found.tokens, name


def test_size_of_the_specifications() -> None:
    found = roles().values()
    assert sum(role.spec == "aria-1.2" and role.abstract for role in found) == 12
    assert sum(role.spec == "aria-1.2" and not role.abstract for role in found) == 82
    assert sum(role.spec == "dpub-1.1" for role in found) == 41
    assert sum(role.spec == "graphics-1.0" for role in found) == 3
    assert sum(one.spec == "aria-1.2" for one in properties().values()) == 48
    deprecated = {name for name, one in properties().items() if one.deprecated}
    assert deprecated == {
        *("aria-disabled", "aria-dropeffect", "aria-errormessage", "aria-grabbed", "aria-haspopup"),
        "aria-invalid",
    }


@pytest.mark.parametrize(
    ("name", "required"),
    [
        ("checkbox", {"aria-checked"}),
        ("combobox", {"aria-controls", "aria-expanded"}),
        ("heading", {"aria-level"}),
        ("menuitemradio", {"aria-checked"}),
        ("meter", {"aria-valuenow"}),
        ("radio", {"aria-checked"}),
        ("scrollbar", {"aria-controls", "aria-valuenow"}),
        ("slider", {"aria-valuenow"}),
        ("spinbutton", set()),
        ("switch", {"aria-checked"}),
        ("option", set()),
        ("button", set()),
    ],
)
def test_required(name: str, required: set[str]) -> None:
    assert roles()[name].required == required


@pytest.mark.parametrize(
    ("name", "attribute", "supported"),
    [
        ("button", "aria-pressed", True),
        ("button", "aria-checked", False),
        ("button", "aria-live", True),
        ("link", "aria-expanded", True),
        ("link", "aria-pressed", False),
        ("columnheader", "aria-sort", True),
        ("columnheader", "aria-colspan", True),
        ("columnheader", "aria-required", True),
        ("cell", "aria-sort", False),
        ("listbox", "aria-activedescendant", True),
        ("listbox", "aria-orientation", True),
        ("dialog", "aria-modal", True),
        ("alertdialog", "aria-modal", True),
        ("alert", "aria-modal", False),
        ("heading", "aria-expanded", False),
        ("generic", "aria-label", False),
        ("generic", "aria-roledescription", False),
        ("generic", "aria-hidden", True),
        ("paragraph", "aria-labelledby", False),
        ("paragraph", "aria-roledescription", True),
        ("treegrid", "aria-colcount", True),
        ("treegrid", "aria-multiselectable", True),
        ("doc-noteref", "aria-expanded", True),
        ("slider", "aria-valuetext", True),
        ("img", "aria-valuenow", False),
    ],
)
def test_supported(name: str, attribute: str, supported: bool) -> None:
    assert (attribute in roles()[name].supported) == supported


def test_context_and_contents() -> None:
    assert roles()["listitem"].context == {"directory", "list"}
    assert roles()["tab"].context == {"tablist"}
    assert roles()["table"].owned == (("row",), ("rowgroup", "row"))
    assert ("group", "treeitem") in roles()["tree"].owned
    assert roles()["list"].owned == (("listitem",),)


def test_parts_that_do_not_count() -> None:
    without_parts = {
        name for name, role in roles().items() if role.presentational_children and role.spec == "aria-1.2"
    }
    assert without_parts == {
        *("button", "checkbox", "img", "menuitemcheckbox", "menuitemradio", "meter", "option"),
        *("progressbar", "radio", "scrollbar", "separator", "slider", "switch", "tab"),
    }


@pytest.mark.parametrize(
    ("name", "valid"),
    [
        ("button", True), ("none", True), ("doc-toc", True), ("graphics-symbol", True), ("mark", True),
        ("widget", False), ("roletype", False), ("knop", False), ("", False), ("Button", False),
    ],
)  # fmt: skip
def test_valid_roles(name: str, valid: bool) -> None:
    assert is_role(name) == valid


def test_kinds_of_roles() -> None:
    assert is_a("navigation", "landmark")
    assert is_a("searchbox", "textbox")
    assert is_a("textbox", "textbox")
    assert is_a("switch", "link", "input")
    assert not is_a("heading", "widget")
    assert not is_a("knop", "widget")
    assert is_a("doc-chapter", "landmark")


def test_global_attributes() -> None:
    assert {"aria-hidden", "aria-label", "aria-live", "aria-describedby"} <= global_attributes()
    assert {"aria-checked", "aria-level", "aria-required"}.isdisjoint(global_attributes())
