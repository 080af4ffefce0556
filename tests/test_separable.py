"""Verbs that split at their particle, and verbs that only look like it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.compounds import particles
from duidelijk.errors import RuleError
from duidelijk.nlp import separable as module
from duidelijk.nlp.separable import is_verb, joined, separable, splits_sometimes

APART = """
    vast_stellen aan_vragen in_dienen op_sturen mee_sturen toe_kennen af_wijzen in_trekken uit_keren
    uit_betalen terug_vorderen op_zeggen af_spreken door_geven bij_voegen aan_tonen na_komen voor_leggen
    over_maken om_zetten kwijt_schelden deel_nemen plaats_vinden samen_werken open_stellen vrij_stellen
    weer_geven tegemoet_komen goed_keuren stop_zetten toe_lichten op_leggen aan_melden onder_brengen
    vol_houden voort_zetten over_nemen aan_besteden voor_bereiden mis_lopen terug_betalen bekend_maken
    in_schrijven
"""
TOGETHER = """
    voldoen ondertekenen aanvaarden overwegen ondernemen onderzoeken ondersteunen ondervinden onderbouwen
    voorzien voorspellen overtuigen overtreden overlijden overschrijden omschrijven omvatten achterhalen
    mislukken misbruiken weerleggen volstaan voltooien beoordelen beslissen herzien herinneren ontvangen
    vergoeden informeren investeren openen uiten innen naderen waarderen waarschuwen overleggen voorkomen
    ondergaan lopen gemeente xqzwven
"""


@pytest.mark.parametrize("verb", APART.split())
def test_separable(verb: str) -> None:
    particle, _, base = verb.partition("_")
    assert separable(particle + base) == (particle, base)
    assert splits_sometimes(particle + base) == (particle, base)
    assert joined(particle, base) == particle + base


@pytest.mark.parametrize("verb", TOGETHER.split())
def test_not_separable(verb: str) -> None:
    assert separable(verb) is None


@pytest.mark.parametrize("verb", ["over_leggen", "voor_komen", "onder_gaan", "door_lopen", "over_wegen"])
def test_verbs_that_do_either(verb: str) -> None:
    particle, _, base = verb.partition("_")
    assert splits_sometimes(particle + base) == (particle, base)
    assert joined(particle, base) == particle + base


def test_a_verb_that_the_table_lacks_goes_by_its_particle() -> None:
    assert not is_verb("terugmailen")
    assert separable("terugwandelen") == ("terug", "wandelen")
    assert separable("overwandelen") is None


def test_a_loose_word_is_not_always_a_particle() -> None:
    assert joined("onder", "zoeken") is None
    assert joined("niet", "stellen") is None


def test_particles() -> None:
    assert {"aan", "af", "in", "op", "uit", "toe", "vast", "mee", "terug", "plaats"} <= module.particles()
    assert not {"on", "ver", "be", "niet", "de"} & module.particles()


@given(st.text(max_size=30))
def test_any_text_is_taken(text: str) -> None:
    found = separable(text)
    assert found is None or found.particle + found.base == text


@pytest.mark.parametrize("text", ["", "verb\tparticle\n", "verb\tparticle\tkind\nlopen\n", "a\tb\tc\n"])
def test_a_damaged_table_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    (tmp_path / "scheidbare-werkwoorden.tsv").write_text(text, "utf-8")
    monkeypatch.setattr(module, "data_folder", lambda _name: tmp_path)
    with pytest.raises(RuleError, match=r"beschadigd.*Installeer"):
        module._table.__wrapped__()


@pytest.mark.parametrize("name", ["nl_alpino-ud-dev", "nl_lassysmall-ud-dev"])
def test_particles_of_the_treebank(shared_data: Path, name: str) -> None:
    result = particles(shared_data / "ud" / f"{name}.conllu")
    assert result.precision >= 0.99
    assert result.recall >= 0.90
