"""Reports made by hand for the tests of the HTML report: a letter, hostile text, a long document."""

from __future__ import annotations

from dataclasses import replace

from duidelijk.model import (
    Advice,
    Answer,
    BlockKind,
    Cost,
    Costs,
    Edit,
    Finding,
    Guideline,
    LetterView,
    Level,
    OffsetMap,
    Outcome,
    PartPlace,
    Passage,
    Problem,
    Report,
    Score,
    Section,
    Segment,
    Source,
    Span,
    Suggestion,
)

SOURCE = Guideline("Direct Duidelijk, checklist", "https://directduidelijk.nl/")
LETTER: tuple[tuple[BlockKind, str], ...] = (
    ("address", "Gemeente Voorbeeld"),
    ("address", "Postbus 1"),
    ("subject", "uw aanvraag"),
    ("salutation", "Geachte mevrouw De Vries,"),
    ("heading", "Wat wij besloten"),
    (
        "paragraph",
        "Teneinde uw aanvraag te kunnen beoordelen, verzoeken wij u om binnen vier weken de stukken, \
waaronder een kopie van uw huurovereenkomst, aan ons te verstrekken. Bel ons gerust.",
    ),
    ("list_item", "een kopie van uw paspoort"),
    ("list_item", "een bankafschrift"),
    ("table_header", "Bedrag"),
    ("table_cell", "€ 450"),
    ("quote", "De wet zegt het zo."),
    ("code", "a = 1\nb = 2"),
    ("closing", "Met vriendelijke groet,"),
)


def passages(blocks: tuple[tuple[BlockKind, str], ...]) -> tuple[str, tuple[Passage, ...]]:
    """A source with every block on a line of its own, and the passages in it."""
    text, found = "", []
    for kind, block in blocks:
        start = len(text)
        segment = Segment(0, len(block), start, start + len(block), literal=True)
        level = 2 if kind == "heading" else int(kind == "list_item")
        found.append(Passage(kind, level, block, OffsetMap((segment,) if block else ()), main=True))
        text += block + "\n"
    return text, tuple(found)


def finding(  # one finding, with what a test does not care about filled in
    span: Span,
    rule: str,
    message: str,
    *alternatives: str,
    level: Level = "warning",
    outcome: Outcome = "failed",
) -> Finding:
    return Finding(
        rule=rule,
        span=span,
        message=message,
        level=level,
        confidence="high",
        outcome=outcome,
        excerpt="gevonden",
        guideline=SOURCE,
        fingerprint=f"{rule}-{span.start}",
        suggestions=tuple(Suggestion(f"‘{word}’", (Edit(span, word),)) for word in alternatives),
    )


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def letter(name: str = "brieven/aanvraag.txt") -> Report:
    """A letter with everything that a report can know."""
    text, found = passages(LETTER)
    sentence = at(text, LETTER[5][1].partition(" Bel")[0])
    scores = (
        Score("moeilijkheid", 61.4, "0-100", "moeilijk", {}, reliable=True, source=SOURCE),
        Score(
            "lint-niveau",
            49.2,
            "0-100",
            "moeilijk",
            {"level": 3, "share": 53, "margin": 5},
            reliable=True,
            source=SOURCE,
        ),
        Score("lix", 41.5, "0-100", "gemiddeld", {}, reliable=False, source=Guideline("Björnsson")),
    )
    return Report(
        Source(name, text, "0" * 64),
        "text",
        "letter",
        "nl",
        findings=(
            finding(at(text, "uw aanvraag"), "hoge-zinslengte", "De zinnen zijn lang.", level="suggestion"),
            finding(
                at(text, "Teneinde"), "formeel-woord", "Schrijf liever ‘om’ dan ‘teneinde’.", "om", "voor"
            ),
            finding(sentence, "lange-zin", "Deze zin telt 28 woorden.", level="error"),
            finding(at(text, "verzoeken wij"), "verzoeken", "Vraag het gewoon.", level="suggestion"),
            finding(at(text, "wij u om"), "wij-perspectief", "Begin bij de lezer."),
            finding(at(text, "gerust"), "vaag-woord", "Kijk of dit nodig is.", outcome="cantTell"),
            finding(Span(0, len(text)), "geen-contact", "Zeg wie de lezer kan bellen."),
            finding(at(text, "bankafschrift"), "vakterm", "Dit is goed.", outcome="passed"),
        ),
        scores=scores,
        errors=(Problem("De regel ‘puntkomma’ duurde te lang.", name, 4, "Maak de alinea korter."),),
        notices=(Problem("In het Engels: regel 4.", name, 4),),
        words=312,
        hidden=4,
        sections=(Section("Wat wij besloten", Span(at(text, "Wat wij").start, len(text)), 200, scores),),
        costs=Costs(
            (
                Cost("sentence", sentence, text[slice(*sentence)], "28 woorden in één zin", 8.2),
                Cost("word", at(text, "Teneinde"), "Teneinde", "een formeel woord", 1.1),
            ),
            61.4,
            44.0,
        ),
        advice=(
            Advice("Schrijf korte zinnen", followed=False, rules=("lange-zin",), findings=1),
            Advice("Leg afkortingen uit", followed=True, rules=("onverklaarde-afkorting",), findings=0),
        ),
        letter=LetterView(
            "decision",
            "high",
            (
                PartPlace("sender", at(text, "Gemeente Voorbeeld")),
                PartPlace("subject", at(text, "uw aanvraag")),
                PartPlace("decision", sentence),
            ),
            (
                Answer("what", sentence, text[slice(*sentence)]),
                Answer("why"),
                Answer("when"),
                Answer("how"),
                Answer("where", at(text, "Bel ons gerust."), "Bel ons gerust."),
            ),
        ),
        passages=found,
    )


def bare() -> Report:
    """A report as other formats get it: no text, no scores, nothing about letters."""
    full = letter("brieven/kaal.txt")
    return Report(full.source, "text", findings=full.findings, words=full.words)


def unread() -> Report:
    problem = Problem("Dit bestand is geen tekst.", "foto.txt", hint="Sla het op als tekst (UTF-8).")
    return Report(Source("foto.txt", "", ""), "text", errors=(problem,))


def clean() -> Report:
    text, found = passages((("paragraph", "Dag mevrouw De Vries."),))
    return Report(Source("kort.txt", text, "1" * 64), "text", words=4, passages=found)


def hostile() -> Report:
    """Text that wants out of its place, in every field."""
    bad = "</style><script>alert(1)</script>\"'><img src=x onerror=alert(2)>\u202e\ud800\x00&lt;"
    text, found = passages((("paragraph", f"Voor {bad} na."), ("heading", bad), ("table_cell", bad)))
    rule = finding(at(text, bad), bad, f"Zo {bad}", bad)
    rule = replace(rule, excerpt=bad, guideline=Guideline(bad, "javascript:alert(3)"), wcag=(bad,))
    return Report(
        Source(bad, text, "2" * 64),
        "text",
        findings=(rule, replace(rule, span=Span(0, len(text)), guideline=Guideline("x", f"https://x/{bad}"))),
        scores=(
            Score(bad, float("nan"), bad, bad, {}, reliable=True, source=Guideline(bad, "data:text/html,x")),
        ),
        errors=(Problem(bad, bad, 1, bad),),
        words=5,
        sections=(Section(bad, Span(0, 9), 5, ()),),
        costs=Costs((Cost("word", at(text, bad), bad, bad, 1.0),), 2.0, 1.0),
        advice=(Advice(bad, followed=False, rules=(bad,), findings=1),),
        letter=LetterView(
            "notice", "low", (PartPlace("body", at(text, bad)),), (Answer("why", at(text, bad), bad),)
        ),
        passages=found,
    )


def long(paragraphs: int, findings: int) -> Report:
    """A document of many paragraphs of two sentences, with findings spread over it."""
    words = "Wij sturen u deze brief omdat wij nog stukken van u missen. Stuur die op."
    text, found = passages((("paragraph", words),) * paragraphs)
    step = len(text) // findings
    return Report(
        Source("lang.txt", text, "3" * 64),
        "text",
        findings=tuple(
            finding(Span(start, start + 6), "lang-woord", "Schrijf korter.")
            for start in range(0, step * findings, step)
        ),
        words=paragraphs * 14,
        passages=found,
    )
