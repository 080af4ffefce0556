"""Plurals of Dutch nouns that no rule predicts, and words that keep or change their vowel."""

from __future__ import annotations

from typing import Final

from duidelijk.nlp.inflection.lists import words

WHOLE: Final = {
    "kind": "kinderen", "e-mail": "e-mails", "mail": "mails", "app": "apps", "paasei": "paaseieren",
    "directeur": "directeuren", "gemeente": "gemeenten", "Spanjaard": "Spanjaarden", "ei": "eieren",
    "lied": "liederen", "rund": "runderen", "kalf": "kalveren",
    "lam": "lammeren", "hoen": "hoenderen", "gemoed": "gemoederen", "goed": "goederen", "rad": "raderen",
    "gelid": "gelederen", "been": "benen", "volk": "volken", "blad": "bladen", "stad": "steden",
    "lid": "leden",
    "schip": "schepen", "smid": "smeden", "koe": "koeien", "vlo": "vlooien", "spleet": "spleten",
    "koopman": "kooplieden",
    "timmerman": "timmerlieden", "ambtsman": "ambtslieden", "landman": "landlieden",
    "sportman": "sportlieden",
    "vakman": "vakmensen", "raadsman": "raadslieden", "zeeman": "zeelieden", "werkman": "werklieden",
    "kleinood": "kleinodiën", "sieraad": "sieraden", "data": "data", "gebrek": "gebreken", "bevel": "bevelen",
    "gebed": "gebeden", "gen": "genen", "museum": "musea", "centrum": "centra", "datum": "datums",
    "quantum": "quanta", "kwantum": "kwanta", "spectrum": "spectra", "visum": "visa", "decennium": "decennia",
    "collega": "collega's", "alumnus": "alumni", "stimulus": "stimuli", "genus": "genera",
    "corpus": "corpora",
    "opus": "opera", "examen": "examens", "karakter": "karakters", "artikel": "artikelen",
    "middel": "middelen",
    "titel": "titels", "engel": "engelen", "wonder": "wonderen", "lemma": "lemma's",
    "aardappel": "aardappelen",
    "fee": "fees", "handvat": "handvatten", "individu": "individuen", "keuze": "keuzes",
    "perikel": "perikelen",
    "feit": "feiten", "vergunninghouder": "vergunninghouders", "oor": "oren", "moment": "momenten",
    "huishouden": "huishoudens", "leven": "levens", "wezen": "wezens", "raam": "ramen", "idee": "ideeën",
    "zee": "zeeën", "orgel": "orgels", "genie": "genieën", "knie": "knieën", "kopie": "kopieën",
    "bacterie": "bacteriën", "olie": "oliën", "porie": "poriën", "ambtenaar": "ambtenaren",
    "leraar": "leraren",
    "gids": "gidsen", "geneesheer": "geneesheren", "keus": "keuzes", "oom": "ooms", "broer": "broers",
    "kok": "koks",
    "zoon": "zonen", "film": "films", "tram": "trams", "team": "teams", "club": "clubs", "roman": "romans",
    "maïs": "maïs", "politieman": "politiemannen", "brandweerman": "brandweermannen", "reden": "redenen",
    "teken": "tekens", "molen": "molens", "wapen": "wapens", "toren": "torens", "haven": "havens",
    "oven": "ovens",
    "christen": "christenen", "heiden": "heidenen", "baken": "bakens", "gegeven": "gegevens",
    "oord": "oorden", "wijze": "wijzen", "zijde": "zijden", "zinsnede": "zinsneden",
}  # fmt: skip
"""Nouns, also as the head of a compound: their plural."""

WITH_S: Final = words(
    """
    account app award benchmark blog bottleneck call chatbot check club coach commitment container
    dashboard deal event flyer folder follow-up format framework funding kick-off laptop link mail
    mismatch newsletter partner partnership pilot podcast post preview prompt quick-scan quickscan recap
    roadmap scan screenshot setting skill smartphone spin-off sprint stakeholder tablet target taskforce
    tip tool trend update upgrade vlog webinar workflow workshop
    """
)
"""Loan words with a plural on -s, also as the head of a compound."""

PEOPLE: Final = words(
    """
    alleenstaande bejaarde bekende dakloze derde deskundige gedeputeerde gedetineerde gedupeerde
    geestelijke gehandicapte geliefde gemachtigde gevangene gewonde jongere landgenote leidinggevende
    meerderjarige minderjarige naaste nabestaande onbekende ondergetekende oudere overledene overlevende
    verdachte veroordeelde verslaafde verwante volwassene werkloze zelfstandige zieke
    """
)
"""Adjectives as nouns: plural on -n, as *de*-words."""

SHORT_HEADS: Final = frozenset({"lid", "koe", "zee", "rad"})
"""The only ones of three letters that are looked for at the end of a compound."""

ONLY_PLURAL: Final = frozenset({"financiën", "hersenen", "kosten", "leges", "mensen", "notulen"})
"""Nouns without a singular."""

LONG: Final = words(
    """
    aanbod bad beslag blad bod dag dak dal drag gat gebod glas god graf hertog hof hol lot oorlog pad
    schot slag slot
    spel staf tred vat verbod verlof weg
    """
)
"""Nouns whose short vowel becomes long in the plural, also as the head of a compound."""

SHORT: Final = frozenset({"schildpad", "voorschot", "overschot", "tussenschot", "pilot"})
"""What only looks like a compound of those."""
