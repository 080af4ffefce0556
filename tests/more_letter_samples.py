"""More letters written for the tests, in other forms than tests/letter_samples.py."""

# ruff: noqa: E501 - a paragraph is one line, as in a file

from __future__ import annotations

from typing import Final

MORE_LETTERS: Final = {
    "ww-stopt.txt": """\
> Retouradres Postbus 500, 3900 AA Kerkhaven

De heer T.M. van der Veen
Spechtstraat 12-2
3901 ZX Kerkhaven

Uitkeringsdienst Midden
Postbus 500
3900 AA Kerkhaven
www.uitkeringsdienst.example
T 088 765 43 21
(lokaal tarief)

Datum
14 april 2026
Van
Team Beoordeling
Ons kenmerk
UD-4471-W
Burgerservicenummer
Zie uw persoonlijke pagina
Pagina
1 van 2

Onderwerp
Uw uitkering stopt op 1 mei 2026

Beste meneer Van der Veen,

Uw uitkering stopt op 1 mei 2026. U hebt dan 24 maanden een uitkering gehad. Dat is de langste tijd die in uw geval mogelijk is.

Wat betekent dit voor u?
U ontvangt in mei de laatste betaling. Wij betalen dan ook uw vakantiegeld uit.

Hebt u na 1 mei te weinig geld om van te leven?
Vraag dan bijstand aan bij uw gemeente. Doe dat vóór 24 april 2026, anders krijgt u misschien een tijd geen geld.

Wij houden ons aan de wet
Ons besluit staat in artikel 42 van de Werkloosheidswet.

Bent u het niet eens met deze beslissing?
Stuur dan uiterlijk 26 mei 2026 een brief of een digitaal formulier naar ons op. U leest op www.uitkeringsdienst.example/bezwaar hoe dat werkt. Vermeld in elk geval uw naam, uw burgerservicenummer en waarom u het niet eens bent met de beslissing.

Meer informatie
Kijk voor meer informatie op www.uitkeringsdienst.example. U kunt ons ook bellen: 088 765 43 21. Houd uw burgerservicenummer bij de hand.

Met vriendelijke groet,

J. de Haan
Afdelingshoofd Beoordeling

Uitkeringsdienst Midden is ingeschreven bij de Kamer van Koophandel.
""",
    "mail-verzoek.txt": """\
Van: Sandra Bakker <s.bakker@dorpsdam.example>
Verzonden: woensdag 8 april 2026 10:42
Aan: 'Marieke Smit'
CC: vergunningen@dorpsdam.example
Onderwerp: RE: aanvraag evenement Oranjefeest
Bijlagen: formulier.pdf

Hoi Marieke,

Dank je wel voor je aanvraag voor het Oranjefeest op het plein. Ik mis nog twee dingen: de plattegrond en het plan voor de EHBO.

Kun je die vóór vrijdag 17 april naar mij mailen? Vul ook het formulier in de bijlage in en stuur het mee.

Zodra ik alles heb, duurt het nog ongeveer drie weken voordat je antwoord krijgt. Heb je vragen? Je kunt mij bellen op 0123 - 45 67 89.

Groetjes,
Sandra

Sandra Bakker | medewerker Evenementen
Gemeente Dorpsdam | Raadhuisstraat 2 | 4321 AA Dorpsdam
T 0123 - 45 67 89 | ik werk op maandag, woensdag en vrijdag
""",
    "waarde.html": """\
<!doctype html><html lang="nl"><head><title>Aanslag</title></head><body>
<header><p>Belastingsamenwerking Rivierstreek<br>Postbus 70<br>4100 AB Waalhoven<br>Tel. 0345 12 34 56</p></header>
<main>
<p>Mevrouw B. Koç<br>Kersenboomgaard 8<br>4101 RT Waalhoven</p>
<table><tr><th>Aanslagnummer</th><td>883.201.44</td></tr><tr><th>Dagtekening</th><td>31-01-2026</td></tr><tr><th>Betreft</th><td>Aanslag waterschapsbelasting 2026</td></tr></table>
<p>Geachte mevrouw Koç,</p>
<p>In deze brief leest u hoeveel waterschapsbelasting u over 2026 betaalt. Het totaalbedrag is <strong>€ 402,18</strong>.</p>
<h2>Wanneer moet u betalen?</h2>
<p>U betaalt het bedrag uiterlijk 31 maart 2026. Maak het over op rekeningnummer NL00 RIVI 0000 1234 56 en vermeld het betalingskenmerk 8832 0144.</p>
<h2>Kunt u niet alles in één keer betalen?</h2>
<p>Dan kunt u in tien keer betalen met een automatische incasso. Vul daarvoor de machtiging in op onze website.</p>
<h2>Bezwaar</h2>
<p>Klopt de aanslag volgens u niet? U kunt bezwaar maken tot zes weken na de dagtekening. Dat doet u met DigiD op www.rivierstreek.example/bezwaar, of per brief aan de heffingsambtenaar, Postbus 70, 4100 AB Waalhoven. U moet wel gewoon op tijd betalen.</p>
<p>Hoogachtend,</p>
<p>De heffingsambtenaar van Belastingsamenwerking Rivierstreek</p>
</main>
<footer><p>Bezoekadres: Kade 4, Waalhoven | www.rivierstreek.example | KvK 00001234</p></footer>
</body></html>
""",
    "naheffing.txt": """\
PARKEERSERVICE OOSTERSTAD
Postbus 3344 • 7500 GG Oosterstad • parkeren@oosterstad.example

							De kentekenhouder van XX-00-XX
							p/a J. Willemsen
							Esdoornlaan 4
							7512 KL Oosterstad

Oosterstad, 2 juni 2026

Aanslagbiljetnummer  5500.1234.77
Vervaldatum          2 juli 2026

NAHEFFINGSAANSLAG PARKEERBELASTING

Geachte heer/mevrouw,

Op 23 mei 2026 om 14.12 uur stond uw auto op de Markt zonder dat er parkeerbelasting was betaald. Daarom krijgt u deze naheffingsaanslag.

U moet € 78,10 betalen. Dit bedrag bestaat uit:
- parkeerbelasting: € 2,90
- kosten: € 75,20

Wij verzoeken u dit bedrag vóór 2 juli 2026 te voldoen op rekening NL00 OOST 0011 2233 44 onder vermelding van het aanslagbiljetnummer. Na die datum ontvangt u een aanmaning, waarvoor kosten in rekening worden gebracht.

Als u het niet eens bent met deze aanslag kunt u binnen zes weken na dagtekening een gemotiveerd bezwaarschrift indienen bij de heffingsambtenaar, Postbus 3344, 7500 GG Oosterstad, of via www.oosterstad.example/bezwaar.

Voor vragen is Parkeerservice op werkdagen tussen 9.00 en 17.00 uur bereikbaar op (0541) 12 34 56.

De heffingsambtenaar van de gemeente Oosterstad
""",
    "inschrijving-vl.txt": """\
GO! Basisschool De Linde
Schoolbestuur Scholengroep Kempen
Lindelaan 44 - 2999 Heidegem
tel. 014 12 34 56 - info@delinde.example

Aan de ouders van Mila Janssens
Heidestraat 9 bus 2
2999 Heidegem

uw kenmerk        ons kenmerk        datum            bijlagen
                  SEC/26/081         25 augustus 2026     2

Betreft: schooltoeslag en boekengeld

Beste ouders

Het nieuwe schooljaar start bijna. We hebben nog enkele documenten van jullie nodig om het dossier van Mila in orde te brengen.

Gelieve ons tegen 15 september het volgende te bezorgen:
• een attest van de huisarts;
• een kopie van de kids-ID;
• het ondertekende schoolreglement.

Kunnen jullie daarnaast het bedrag van 45 euro voor de boeken overschrijven op rekening BE00 0000 1111 2222? Dat kan tot 30 september.

Met vragen kunnen jullie elke schooldag terecht op het secretariaat, van 8.15 tot 16 uur.

Alvast bedankt en met vriendelijke groeten

Ann Peeters
directeur

Bijlagen:
- schoolreglement
- overschrijvingsformulier
""",
    "keukentafel.md": """\
**Gemeente Zandwijk**\\
Sociaal Team West

Aan mevrouw D. Hermans\\
Populierenweg 31\\
6600 PP Zandwijk

| Datum | Ons kenmerk | Contactpersoon |
|---|---|---|
| 9 maart 2026 | ST-26-118 | Bo Willems, 024 123 45 67 |

## Uitnodiging voor een gesprek bij u thuis

Geachte mevrouw Hermans,

U hebt ons gebeld omdat het huishouden u niet meer lukt. Wij komen graag bij u langs om te bespreken welke hulp u nodig hebt.

- **Wanneer:** woensdag 18 maart 2026 om 10.30 uur
- **Waar:** bij u thuis, Populierenweg 31
- **Met wie:** Bo Willems van het Sociaal Team

### Hoe bereidt u zich voor?

Leg uw identiteitsbewijs klaar. Vraag iemand om bij het gesprek te zijn als u dat prettig vindt. U kunt ook een gratis onafhankelijke cliëntondersteuner meenemen.

### Kunt u niet op 18 maart?

Laat dat uiterlijk 16 maart aan Bo weten. Dan spreken we een andere dag af.

Vriendelijke groeten,

Sociaal Team West
""",
    "terugvordering.txt": """\
Gemeente Zandwijk
Afdeling Werk & Inkomen
Bezoekadres   Raadhuisplein 1
Postadres     Postbus 15, 6600 AA Zandwijk
Telefoon      14 024

PERSOONLIJK

Mw. S. Achterberg
Dwarsweg 5
6601 AB Zandwijk

Behandeld door: mw. L. Kok, 024 - 765 43 21
Dossiernummer: 2026.1187
Verzonden d.d. 11 mei 2026

Betreft: herziening en terugvordering bijstand

Geachte mevrouw Achterberg,

Uit onderzoek is gebleken dat u van 1 januari tot en met 31 maart 2026 inkomsten uit arbeid had. U heeft deze niet gemeld. Daarmee hebt u de inlichtingenplicht van artikel 17 van de Participatiewet geschonden.

Beslissing
Wij herzien uw recht op bijstand over deze maanden. Op grond van artikel 58, eerste lid, van de Participatiewet vorderen wij de te veel betaalde bijstand van u terug. Het gaat om een bedrag van € 1.284,60.

Terugbetaling
U dient dit bedrag binnen zes weken na verzending van dit besluit te betalen op rekening NL00 ZAND 0123 9999 00. Indien u het bedrag niet ineens kunt voldoen, kunt u ons om een betalingsregeling vragen.

Rechtsmiddelen
Tegen dit besluit kunt u binnen zes weken na de dag van verzending bezwaar maken bij het college van burgemeester en wethouders van Zandwijk, postbus 15, 6600 AA Zandwijk. Uw bezwaarschrift moet ten minste bevatten: uw naam en adres, de dagtekening, een omschrijving van het besluit en de redenen waarom u het er niet mee eens bent. U kunt de voorzieningenrechter van de rechtbank Gelderland vragen een voorlopige voorziening te treffen.

Ik vertrouw erop u hiermee voldoende te hebben geïnformeerd.

Met vriendelijke groet,

het college van burgemeester en wethouders,
namens het college,


L. Kok
juridisch medewerker

Bijlage(n):   berekening
cc:           bewindvoerder
""",
    "klacht.html": """\
<html lang="nl"><body>
<div class="letterhead"><div>Vervoerbedrijf Streeklijn</div><div>Klantenservice</div><div>Postbus 88, 8800 CC Friesmeer</div></div>
<div>Dhr. R. Postma</div><div>Turfkade 3</div><div>8801 DD Friesmeer</div>
<p>Friesmeer, vrijdag 20 februari 2026</p>
<p>Klachtnummer: KL-99120</p>
<p><b>Uw klacht over bus 54</b></p>
<p>Beste meneer Postma,</p>
<p>Op 12 februari hebt u ons geschreven dat bus 54 vaak te laat komt. Wij vinden het vervelend dat u daardoor uw trein hebt gemist.</p>
<p>Wij zoeken uit hoe dit komt. U krijgt uiterlijk 20 maart 2026 antwoord van ons. U hoeft verder niets te doen.</p>
<p>Wilt u in de tussentijd iets aan ons vragen? Mail naar klant@streeklijn.example en noem uw klachtnummer.</p>
<p>Met vriendelijke groet,<br>Fenna de Jong<br>Klantenservice Streeklijn</p>
</body></html>
""",
    "ongegrond.txt": """\
                 Ministerie van Waterzaken
                 Directie Juridische Zaken
                 Postbus 20000
                 2500 XX  Hofstad
                 www.waterzaken.example

Maatschap Dijkstra-Wouda
t.a.v. de heer ing. S. Wouda
Oude Dijk 77
8899 TT  POLDERWIER


Datum           5 november 2026
Betreft         Beslissing op bezwaar

Uw kenmerk      Ons kenmerk             Bijlage(n)
SW/bezw/1       DJZ-2026/4410           -

Geachte heer Wouda,

Bij brief van 3 juni 2026 heeft u bezwaar gemaakt tegen mijn besluit van 28 april 2026, waarbij uw aanvraag om nadeelcompensatie is afgewezen. In deze brief deel ik u mede wat ik op uw bezwaar heb beslist.

1. Procedure
U bent op 2 september 2026 gehoord. Het verslag van de hoorzitting is u reeds toegezonden.

2. Overwegingen
Ingevolge artikel 4:126 van de Algemene wet bestuursrecht komt schade alleen voor vergoeding in aanmerking voor zover die uitgaat boven het normale maatschappelijke risico. Van dergelijke schade is niet gebleken.

3. Beslissing
Ik verklaar uw bezwaar ongegrond en laat het bestreden besluit in stand.

Hoogachtend,
DE MINISTER VAN WATERZAKEN,
namens deze,
de directeur Juridische Zaken,



mr. A.B. Terpstra

BEROEPSCLAUSULE
Tegen dit besluit kunt u binnen zes weken na de dag waarop dit is bekendgemaakt beroep instellen bij de rechtbank binnen het rechtsgebied waarvan u uw woonplaats hebt. Het beroepschrift dient te worden ondertekend en dient ten minste te bevatten: de naam en het adres van de indiener, de dagtekening, een omschrijving van het besluit en de gronden van het beroep. Voor de behandeling is griffierecht verschuldigd.
""",
    "erfpacht.md": """\
Grondbedrijf Oosterstad\\
Debiteurenbeheer\\
debiteuren@grondbedrijf.example

VvE De Hoeksteen\\
p/a Kanaalstraat 200\\
7511 MM Oosterstad

# Factuur erfpacht eerste halfjaar 2026

| Factuurdatum | Factuurnummer | Klantnummer | Te betalen vóór |
| --- | --- | --- | --- |
| 15 januari 2026 | F26-00871 | 40012 | 14 februari 2026 |

Beste leden van de VvE,

Hierbij sturen wij u de factuur voor de erfpacht.

| Omschrijving | Bedrag |
| --- | --- |
| Canon januari tot en met juni | € 1.920,00 |
| Beheerkosten | € 35,00 |
| **Totaal** | **€ 1.955,00** |

Het totaalbedrag schrijven wij op of rond 14 februari 2026 af van uw rekening. Zorg voor voldoende saldo. Is uw rekeningnummer veranderd? Geef dat dan vóór 1 februari door via www.grondbedrijf.example/mijn.

Met vriendelijke groet,

Team Debiteuren
""",
    "brug.txt": """\
Provincie Waterrand                                   Uw contactpersoon
Postbus 1                                             R. Boersma
1000 AA Randstad                                      r.boersma@waterrand.example
                                                      (020) 765 43 21

Aan de schippers en omwonenden van de Zwaanbrug

                                                      Datum: 4-8-2026

Zwaanbrug acht weken dicht voor onderhoud

L.S.

De Zwaanbrug krijgt groot onderhoud. Van 7 september tot en met 30 oktober 2026 kunnen auto's niet over de brug. Fietsers kunnen de pont nemen. De pont vaart van 6.00 tot 22.00 uur en is gratis.

Boten hoger dan 2,5 meter kunnen er tussen 21 en 25 september niet door. Houd daar rekening mee als u een tocht plant.

Wij doen ons best om de overlast te beperken. Toch kunt u last hebben van lawaai, vooral in de eerste twee weken.

Op de hoogte blijven? Download de BouwApp en zoek op Zwaanbrug, of kijk op www.waterrand.example/zwaanbrug.

Hoogachtend,

Gedeputeerde Staten van Waterrand,

voorzitter,                              secretaris,
mr. P. Vis                               drs. K. Roos
""",
    "huisvuil-vl.md": """\
Stad Heidegem - Dienst Milieu
Stationsplein 1, 2999 Heidegem
milieu@heidegem.example

Heidegem, 12 oktober 2026

Mevrouw Fatima Azzouzi
Molenberg 14
2999 Heidegem

**Uw aanvraag voor een tweede GFT-container: goedgekeurd**

Mevrouw

U hebt op 1 oktober een tweede GFT-container aangevraagd. We keuren uw aanvraag goed. U mag de container afhalen op het recyclagepark.

Breng uw identiteitskaart mee en betaal ter plaatse 30 euro. Doe dit binnen de maand, anders vervalt de goedkeuring.

De beslissing is gebaseerd op artikel 12 van het belastingreglement op huisvuil.

Gaat u niet akkoord? Dan kunt u binnen 60 dagen een verzoekschrift indienen bij de Raad van State, Wetenschapsstraat 33, 1040 Brussel.

Hoogachtend

In opdracht van het college

De algemeen directeur                 De burgemeester
Jan Mertens                           Sofie Claes
""",
}  # fmt: skip
