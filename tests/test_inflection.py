"""Words that bend: the hand-checked paradigms, spelling traps, and the figures on the treebanks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from benchmarks.inflection import SETS, evaluate, share_right
from duidelijk.nlp.inflection import inflect
from duidelijk.nlp.inflection.adjectives import comparative, superlative, with_e
from duidelijk.nlp.inflection.diminutives import diminutive
from duidelijk.nlp.inflection.gender import articles
from duidelijk.nlp.inflection.irregular import principals
from duidelijk.nlp.inflection.lists import words
from duidelijk.nlp.inflection.nouns import plural, singular
from duidelijk.nlp.inflection.verbs import (
    auxiliaries,
    participle,
    participle_e,
    past,
    present,
    stem,
    take_apart,
    te_infinitive,
)
from duidelijk.resources import data_folder
from duidelijk.rules.lexicon import read_rows

GOLD = Path(__file__).with_name("gold_inflection.tsv")
UNUSED = "-"
NO_WORD_TO_BEND = words(Path(__file__).with_name("words_that_do_not_bend.txt").read_text("utf-8"))


def gold(kind: str) -> list[list[str]]:
    lines = GOLD.read_text("utf-8").splitlines()
    return [line.split("\t")[1:] for line in lines if line.startswith(f"{kind}\t")]


def check(made: list[str], wanted: list[str]) -> None:
    assert [form for form, want in zip(made, wanted, strict=True) if want != UNUSED] == [
        want for want in wanted if want != UNUSED
    ]


@pytest.mark.parametrize("row", gold("WW"), ids=lambda row: row[0])
def test_verbs(row: list[str]) -> None:
    lemma, *wanted = row
    tags = ("pv|tgw|mv", "pv|verl|ev", "pv|verl|mv", "vd|vrij|zonder", "vd|prenom|met-e")
    bent = [inflect(lemma, f"WW|{tag}") for tag in tags]
    check([present(lemma, "ik"), present(lemma, "hij"), *bent, te_infinitive(lemma)], wanted)


@pytest.mark.parametrize("row", gold("N"), ids=lambda row: row[0])
def test_nouns(row: list[str]) -> None:
    lemma, article, *wanted = row
    assert list(articles(lemma)) == article.split("/")
    check([inflect(lemma, "N|soort|mv|basis"), inflect(lemma, "N|soort|ev|dim|onz|stan")], wanted)


@pytest.mark.parametrize("row", gold("ADJ"), ids=lambda row: row[0])
def test_adjectives(row: list[str]) -> None:
    lemma, *wanted = row
    tags = ("prenom|basis|met-e|stan", "vrij|comp|zonder", "vrij|sup|zonder")
    check([inflect(lemma, f"ADJ|{tag}") for tag in tags], wanted)


def test_the_paradigms_hold_the_words_that_the_lists_suggest() -> None:
    known = {
        word for kind in ("WW", "N", "ADJ") for row in gold(kind) for cell in row for word in cell.split()
    }
    words = set()
    for path in data_folder("lexicons").glob("*.tsv"):
        if "\talternatives\t" in path.read_text("utf-8").partition("\n")[0]:
            for row in read_rows(path):
                forms = [part.partition(">")[2] for part in row.cells.get("forms", "").split(";")]
                words |= set(
                    re.findall(r"[^\W\d_][\w'-]*", " ".join([row.cells["alternatives"], *forms]).lower())
                )
    bending = words - NO_WORD_TO_BEND
    assert len(bending & known) >= 0.9 * len(bending), sorted(bending - known)


@pytest.mark.parametrize(
    ("verb", "singular_past", "perfect"),
    [
        ("verhuizen", "verhuisde", "verhuisd"),
        ("leven", "leefde", "geleefd"),
        ("faxen", "faxte", "gefaxt"),
        ("antwoorden", "antwoordde", "geantwoord"),
        ("beïnvloeden", "beïnvloedde", "beïnvloed"),
        ("innen", "inde", "geïnd"),
        ("uiten", "uitte", "geuit"),
        ("eisen", "eiste", "geëist"),
        ("openen", "opende", "geopend"),
        ("updaten", "updatete", "geüpdatet"),
        ("e-mailen", "e-mailde", "ge-e-maild"),
        ("herstructureren", "herstructureerde", "geherstructureerd"),
        ("herbeoordelen", "herbeoordeelde", "herbeoordeeld"),
        ("voorbereiden", "voorbereidde", "voorbereid"),
        ("ondertekenen", "ondertekende", "ondertekend"),
        ("bezigen", "bezigde", "gebezigd"),
        ("ontmoeten", "ontmoette", "ontmoet"),
        ("waarschuwen", "waarschuwde", "gewaarschuwd"),
        ("beogen", "beoogde", "beoogd"),
        ("begeven", "begaf", "begeven"),
        ("ontginnen", "ontgon", "ontgonnen"),
        ("opzeggen", "opzegde", "opgezegd"),
    ],
)
def test_spelling_of_past_and_participle(verb: str, singular_past: str, perfect: str) -> None:
    assert (past(verb, plural=False), participle(verb)) == (singular_past, perfect)


@pytest.mark.parametrize(
    ("verb", "form"),
    [
        ("wandelen", "wandel"), ("verdelen", "verdeel"), ("controleren", "controleer"),
        ("verbeteren", "verbeter"),
        ("beheren", "beheer"), ("kopiëren", "kopieer"), ("creëren", "creëer"), ("evalueren", "evalueer"),
        ("benadelen", "benadeel"), ("veroordelen", "veroordeel"), ("monitoren", "monitor"),
        ("wijzigen", "wijzig"),
        ("komen", "kom"), ("gaan", "ga"), ("herzien", "herzie"), ("lachen", "lach"), ("duwen", "duw"),
    ],
)  # fmt: skip
def test_stem(verb: str, form: str) -> None:
    assert stem(verb) == form


@pytest.mark.parametrize(
    ("verb", "form"),
    [("redden", "geredde"), ("haten", "gehate"), ("besteden", "bestede"), ("doen", "gedane"),
     ("zien", "geziene"), ("geven", "gegeven"), ("aanvragen", "aangevraagde"), ("downloaden", "gedownloade")],
)  # fmt: skip
def test_participle_before_a_noun(verb: str, form: str) -> None:
    assert participle_e(verb) == form


def test_a_particle_stands_apart_or_not() -> None:
    tag = "WW|pv|tgw|met-t"
    assert inflect("vaststellen", tag, apart=True) == "stelt"
    assert inflect("vast_stellen", tag) == "vaststelt"
    assert inflect("vaststellen", "WW|inf|vrij|zonder", apart=True) == "stellen"
    assert take_apart("overleggen").particle == ""
    assert te_infinitive("overleggen") == "te overleggen"


def test_the_person_settles_what_the_tag_leaves_open() -> None:
    assert inflect("zijn", "WW|pv|tgw|ev", person="ik") == "ben"
    assert inflect("zijn", "WW|pv|tgw|ev") == "is"
    assert inflect("hebben", "WW|pv|tgw|met-t", person="u") == "hebt"
    assert inflect("hebben", "WW|pv|tgw|met-t") == "heeft"
    assert inflect("kunnen", "WW|pv|tgw|ev", person="jij", inverted=True) == "kun"
    assert [present("vinden", "jij"), present("vinden", "jij", inverted=True)] == ["vindt", "vind"]
    assert present("worden", "jij", inverted=True) == "word"


@pytest.mark.parametrize(
    ("tag", "form"),
    [
        ("WW|od|prenom|met-e", "belanghebbende"),
        ("WW|od|nom|met-e|mv-n", "belanghebbenden"),
        ("WW|pv|conj|ev", "belanghebbe"),
    ],
)
def test_rare_forms(tag: str, form: str) -> None:
    assert inflect("belang_hebben", tag) == form


@pytest.mark.parametrize(
    ("noun", "many"),
    [
        ("huis", "huizen"), ("eis", "eisen"), ("mens", "mensen"), ("prijs", "prijzen"),
        ("paragraaf", "paragrafen"),
        ("brief", "brieven"), ("bedrag", "bedragen"), ("kamerlid", "kamerleden"),
        ("hoofdstad", "hoofdsteden"),
        ("foto", "foto's"), ("baby", "baby's"), ("bureau", "bureaus"), ("essay", "essays"),
        ("idee", "ideeën"),
        ("categorie", "categorieën"), ("vakantie", "vakanties"), ("mogelijkheid", "mogelijkheden"),
        ("politicus", "politici"), ("museum", "musea"), ("sector", "sectoren"), ("vonnis", "vonnissen"),
        ("cursus", "cursussen"), ("monnik", "monniken"), ("pc", "pc's"), ("WOZ-waarde", "WOZ-waarden"),
        ("belastingaanslag", "belastingaanslagen"), ("overschot", "overschotten"),
        ("schildpad", "schildpadden"),
        ("betrokkene", "betrokkenen"), ("jongere", "jongeren"), ("procureur-generaal", "procureurs-generaal"),
    ],
)  # fmt: skip
def test_plurals(noun: str, many: str) -> None:
    assert plural(noun) == many


@pytest.mark.parametrize(
    "noun", ["brief", "bedrag", "mogelijkheid", "stad", "foto", "vraag", "idee", "proef"]
)
def test_singular_undoes_plural(noun: str) -> None:
    assert singular(plural(noun)) == noun
    assert singular(noun) is None


@pytest.mark.parametrize(
    ("noun", "small"),
    [("man", "mannetje"), ("ring", "ringetje"), ("koning", "koninkje"), ("wandeling", "wandelingetje"),
     ("boom", "boompje"), ("bodem", "bodempje"), ("foto", "fotootje"), ("café", "cafeetje"),
     ("tafel", "tafeltje"),
     ("glas", "glaasje"), ("arm", "armpje"), ("bal", "balletje"), ("huis", "huisje"), ("ei", "eitje")],
)  # fmt: skip
def test_diminutives(noun: str, small: str) -> None:
    assert diminutive(noun) == small


@pytest.mark.parametrize(
    ("noun", "wanted"),
    [
        ("beslistermijn", ("de",)), ("aanvraagformulier", ("het",)), ("uitbesteding", ("de",)),
        ("besluit", ("het",)),
        ("ontslagbesluit", ("het",)), ("xyzheid", ("de",)), ("qwrt", ()),
    ],
)  # fmt: skip
def test_gender(noun: str, wanted: tuple[str, ...]) -> None:
    assert articles(noun) == wanted


def test_adjectives_that_keep_or_change_their_last_letter() -> None:
    words = ("paars", "grijs", "Chinees", "vals", "doof", "laf", "grof", "reëel")
    assert [with_e(word) for word in words] == [
        "paarse", "grijze", "Chinese", "valse", "dove", "laffe", "grove", "reële",
    ]  # fmt: skip
    assert [with_e(word) for word in ("open", "gouden", "tevreden", "roze", "extra", "groen", "gemeen")] == [
        "open", "gouden", "tevreden", "roze", "extra", "groene", "gemene",
    ]  # fmt: skip
    assert (comparative("zuiver"), comparative("groot"), superlative("vies"), superlative("juist")) == (
        "zuiverder", "groter", "viest", "meest juist",
    )  # fmt: skip
    assert inflect("nieuw", "ADJ|postnom|basis|met-s") == "nieuws"
    assert inflect("dakloos", "ADJ|nom|basis|met-e|mv-n") == "daklozen"


def test_treebank_compounds_get_their_linking_letters() -> None:
    assert inflect("verzekering_maatschappij", "N|soort|mv|basis") == "verzekeringsmaatschappijen"
    assert inflect("tv_serie", "N|soort|ev|basis|zijd|stan") == "tv-serie"


def test_other_word_classes_stay() -> None:
    assert inflect("over", "VZ|init") == "over"


def test_auxiliaries() -> None:
    assert auxiliaries("geven") == {"hebben"}
    assert auxiliaries("beginnen") == {"zijn"}
    assert auxiliaries("plaatsvinden") == {"hebben"}
    assert auxiliaries("lopen") == {"hebben", "zijn"}


def test_principal_parts_are_complete_and_sorted() -> None:
    table = principals()
    assert list(table) == sorted(table)
    assert all(all(parts) and set(parts.auxiliary) <= {"hebben", "zijn"} for parts in table.values())


@pytest.mark.parametrize("name", SETS)
def test_lemma_and_tag_give_the_form_on_the_treebanks(shared_data: Path, name: str) -> None:
    _, tokens, _, types = share_right(evaluate(shared_data / "ud" / f"{name}.conllu"), "")
    assert tokens >= 0.98
    assert types >= 0.96
