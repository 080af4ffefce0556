"""Letters written for the tests, in many forms; the names and places do not exist."""

# ruff: noqa: E501 - a paragraph is one line, as in a file

from __future__ import annotations

from typing import Final

LETTERS: Final = {
    "vergunning.txt": """\
Gemeente Voorbeeldstad
Afdeling Vergunningen

Bezoekadres: Stadhuisplein 1, Voorbeeldstad
Postadres: Postbus 100, 1234 AB Voorbeeldstad
Telefoon: 14 012
E-mail: info@voorbeeldstad.example

De heer A. Bakker
Lindelaan 4
1234 CD Voorbeeldstad

Voorbeeldstad, 3 mei 2026

Ons kenmerk: Z2026-001
Uw kenmerk: -
Behandeld door: afdeling Vergunningen
Bijlage(n): 1

Onderwerp: u krijgt een vergunning voor uw dakkapel

Geachte heer Bakker,

U mag een dakkapel plaatsen aan de voorkant van uw huis. Wij geven u hiervoor een vergunning.

Waarom krijgt u de vergunning?

Uw plan past in het omgevingsplan. Dat staat in artikel 5.1 van de Omgevingswet.

Wat moet u doen?

Begin binnen een jaar met de bouw. Meld ons uiterlijk 1 juni 2026 wanneer u begint. U vindt het formulier in de bijlage.

Bent u het niet eens met dit besluit?

Dan kunt u bezwaar maken. Doe dat binnen zes weken na de datum van deze brief. Stuur uw bezwaarschrift naar het college, Postbus 100, 1234 AB Voorbeeldstad. Zet in uw brief:

- uw naam en adres;
- de datum en uw handtekening;
- waarom u het niet eens bent met ons besluit.

Hebt u vragen?

Bel ons dan op 14 012. U kunt ook mailen naar info@voorbeeldstad.example.

Met vriendelijke groet,

namens burgemeester en wethouders van Voorbeeldstad,

B. de Groot
teammanager Vergunningen

Bijlage: formulier start bouw
""",
    "herinnering.txt": """\
                                        Waterschap De Stroom
                                        Postbus 9
                                        5678 EF Waterdam
                                        www.destroom.example

Mevrouw C. Visser
Dijkweg 12
5678 GH Waterdam

Datum	12 januari 2026
Kenmerk	WS-889
Behandeld door	Team Heffingen
Telefoon	0800 123 45 67
Betreft	Betalingsherinnering waterschapsbelasting

Geachte mevrouw Visser,

Op 1 november 2025 stuurden wij u een aanslag voor de waterschapsbelasting. U hebt nog niet betaald. Het gaat om € 312,40.

Betaal dit bedrag voor 26 januari 2026. Maak het geld over naar NL00 BANK 0123 4567 89 en vermeld WS-889. Betaalt u niet op tijd, dan krijgt u een aanmaning. Daarvoor betaalt u € 9 extra.

Kunt u niet in één keer betalen? Vraag dan een betalingsregeling aan op www.destroom.example/betalen.

Hoogachtend,

De ontvanger van Waterschap De Stroom
""",
    "infoavond.html": """\
<!doctype html><html lang="nl"><head><title>Uitnodiging</title></head><body>
<p>Stad Voorbeeldgem<br>Dienst Ruimtelijke Ordening<br>Grote Markt 1<br>9000 Voorbeeldgem</p>
<p>Aan de bewoners van de Kerkstraat<br>9000 Voorbeeldgem</p>
<table><tr><td>ons kenmerk</td><td>RO/2026/12</td></tr><tr><td>contactpersoon</td><td>dienst Ruimtelijke Ordening, tel. 09 123 45 67</td></tr><tr><td>datum</td><td>5 maart 2026</td></tr><tr><td>bijlagen</td><td>2</td></tr></table>
<p><strong>Betreft: uitnodiging voor een infoavond over de heraanleg van de Kerkstraat</strong></p>
<p>Geachte heer<br>Geachte mevrouw</p>
<p>We nodigen u graag uit voor een infoavond. We vertellen u dan hoe de Kerkstraat er zal uitzien.</p>
<ul><li>Wanneer: dinsdag 24 maart 2026 om 19.30 uur</li><li>Waar: zaal De Kring, Kerkstraat 10</li></ul>
<p>Wilt u komen? Schrijf u dan in voor 20 maart 2026 via www.voorbeeldgem.example/kerkstraat.</p>
<p>Met de meeste hoogachting</p>
<p>namens het college van burgemeester en schepenen<br>D. Peeters<br>schepen van Openbare Werken</p>
<p>Bijlagen: plan van de straat, folder</p>
</body></html>
""",
    "gegevens.md": """\
# Wij hebben nog gegevens van u nodig

**Datum:** 8 juni 2026
**Ons kenmerk:** BB-2026-17

Beste mevrouw Yilmaz,

U hebt bijzondere bijstand aangevraagd voor een bril. Wij kunnen uw aanvraag nog niet behandelen, want wij missen twee stukken.

## Wat hebben wij nodig?

1. een kopie van de rekening
2. uw bankafschriften van mei 2026

Stuur deze stukken uiterlijk 22 juni 2026 naar ons op. Gebruik de envelop die u bij deze brief krijgt.

## Wat gebeurt er als u niets stuurt?

Dan nemen wij uw aanvraag niet in behandeling. Dat staat in artikel 4:5 van de Algemene wet bestuursrecht.

## Vragen?

Bel met Werk en Inkomen: 012 345 67 89. Wij zijn elke werkdag bereikbaar van 9.00 tot 12.00 uur.

Met vriendelijke groet,

Team Inkomen
Gemeente Voorbeeldstad
""",
    "riool.txt": """\
Van: Klantenservice Gemeente Voorbeeldstad <klant@voorbeeldstad.example>
Aan: e.smit@mail.example
Datum: 4 april 2026
Onderwerp: Werkzaamheden in uw straat

Beste bewoner,

Van 13 tot en met 24 april werken wij aan het riool in de Molenstraat. U kunt dan niet met de auto in de straat komen. Het afval halen wij op de gewone dagen op.

Wij zetten de containers voor u aan de weg. U hoeft dus niets te doen.

Vragen? Mail naar klant@voorbeeldstad.example of bel 14 012.

Groeten,
Team Riolering

PS Op 20 april is er ook geen water tussen 9 en 11 uur.
""",
    "uitspraak.txt": """\
GEMEENTE VOORBEELDSTAD

Verzonden op 14 juli 2026

Familie De Wit
Beukenlaan 77
1234 XY VOORBEELDSTAD

Uw brief van: 2 juni 2026
Zaaknummer: 556677
Betreft: bezwaar tegen de hondenbelasting

BESLUIT

Gelet op artikel 226 van de Gemeentewet heeft de heffingsambtenaar uw bezwaarschrift ontvangen op 4 juni 2026.

De heffingsambtenaar verklaart uw bezwaar gegrond. U hoeft de aanslag van € 84,00 niet te betalen.

Tegen deze uitspraak kunt u binnen zes weken na de dagtekening beroep instellen bij de rechtbank Midden-Nederland, sector bestuursrecht, Postbus 16005, 3500 DA Utrecht. U betaalt griffierecht.

Namens de heffingsambtenaar,

F. Willems
""",
    "uitstel.txt": """\
Aan:
Bakkerij Het Hoekje B.V.
t.a.v. de directie
Postbus 55
4321 AB Dorpsdam

Dorpsdam, 9 september 2026

Uw verzoek om uitstel

Geachte directie,

Met deze brief reageren wij op uw verzoek van 1 september 2026 om uitstel voor het rapport over bodemonderzoek.

Wij geven u uitstel tot 15 oktober 2026.

Wij vertrouwen erop u hiermee voldoende te hebben geïnformeerd.

Met vriendelijke groet,

Omgevingsdienst Rivierenland
G. Hendriks, adviseur bodem

Omgevingsdienst Rivierenland | Kade 3 | 4321 ZZ Dorpsdam
T 088 123 45 67 | info@odrivier.example | www.odrivier.example
Kopie aan: gemeente Dorpsdam
""",
    "school.txt": """\
Voorbeeldstad, dinsdag 2 juni 2026

Beste ouders/verzorgers,
Beste leerling,

Op 1 september verandert de naam van onze school. Wij heten dan De Regenboog.

Voor u verandert er verder niets.

Met hartelijke groet,
mede namens het team

H. Kuipers
directeur
""",
    "dwangsom.txt": """\
Gemeente Voorbeeldstad                         Aan de eigenaar van
Team Handhaving                                Havenweg 3
Postbus 100                                    1234 AB Voorbeeldstad
1234 AB Voorbeeldstad

Datum            20 februari 2026
Uw kenmerk       -
Ons kenmerk      HH-26-5
Onderwerp        last onder dwangsom voor uw schuur

Geachte heer, mevrouw,

Uw schuur staat zonder vergunning op de Havenweg 3. Dat is in strijd met artikel 5.1 van de Omgevingswet. Daarom leggen wij u een last onder dwangsom op.

1. Wat moet u doen?
U moet de schuur vóór 1 mei 2026 weghalen.

2. Wat gebeurt er als u dat niet doet?
Dan betaalt u € 500 per week, met een maximum van € 5.000.

Met vriendelijke groet,

Burgemeester en wethouders van Voorbeeldstad,
namens dezen,

I. Mulder
Toezichthouder

Bezwaar maken
Bent u het niet eens met dit besluit? Stuur dan binnen zes weken na de verzenddatum een bezwaarschrift naar burgemeester en wethouders.
""",
    "paspoort.md": """\
---
onderwerp: Factuur voor uw paspoort
datum: 2026-02-01
letter:
  present: [afzender, contact]
---

De heer K. Jansen\\
Plein 1\\
1234 AB Voorbeeldstad

Factuurnummer: 2026-778

Geachte heer Jansen,

Hierbij ontvangt u de rekening voor uw paspoort. Het bedrag is € 83,87.

| Omschrijving | Bedrag |
|---|---|
| Paspoort | € 83,87 |

Wij verzoeken u dit bedrag vóór 1 maart 2026 over te maken op rekening NL91 ABNA 0417 1643 00.

Met vriendelijke groet,\\
Financiële administratie
""",
    "lamp.html": """\
<html><body><div>Beste meneer De Jong,<br><br>Wij hebben uw melding over de straatverlichting op 3 april 2026 ontvangen.
Bedankt dat u dit laat weten.<br><br>Wij herstellen de lamp binnen twee weken.<br><br>Hebt u nog een vraag? Bel dan <a href="tel:14012">14 012</a>.<br><br>Met vriendelijke groet,<br>Wijkbeheer<br>Gemeente Voorbeeldstad</div></body></html>
""",
    "verblijfskaart.txt": """\
Stad Voorbeeldgem
Dienst Burgerzaken

ons kenmerk        uw kenmerk        datum
BZ/55              /                 18 mei 2026

contactpersoon: Lieve, tel. 09 111 22 33
bijlagen: 1

Mevrouw Anna Claes
Markt 2 bus 3
9000 Voorbeeldgem

Uw verblijfskaart

Geachte mevrouw

Uw verblijfskaart vervalt op 30 juni 2026. Gelieve vóór 15 juni 2026 naar het loket Burgerzaken te komen met een recente pasfoto.

Hoogachtend

De algemeen directeur
""",
}  # fmt: skip
