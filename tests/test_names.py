"""Accessible names: small pages in which the element with id ``t`` has one name."""

from __future__ import annotations

import pytest
from bs4.element import Tag

from duidelijk.html.names import contents, description, full_name, name, name_source
from duidelijk.html.tree_index import by_id, index
from duidelijk.model import Document
from duidelijk.readers import read


def target(body: str) -> tuple[Document, Tag]:
    document = read(f"<!DOCTYPE html><html lang=nl><title>Proef</title><body>{body}".encode(), "pagina.html")
    tag = by_id(document, "t")
    assert tag is not None
    return document, tag


CONTENT = [
    ("<a id=t href=/>Contact</a>", "Contact"),
    ("<a id=t href=/>  Contact \n met  ons </a>", "Contact met ons"),
    ("<a id=t href=/></a>", ""),
    ("<a id=t href=/> &nbsp; </a>", ""),
    ("<a id=t href=/>&#8203;&#65279;</a>", ""),
    ("<a id=t href=/>&shy;</a>", ""),
    ("<a id=t href=/>A&shy;gen&shy;da</a>", "A\u00adgen\u00adda"),
    ("<a id=t href=/><b>Con</b>tact</a>", "Contact"),
    ("<a id=t href=/><span>Lees</span><span>meer</span></a>", "Leesmeer"),
    ("<a id=t href=/><span>Lees</span> <span>meer</span></a>", "Lees meer"),
    ("<a id=t href=/><div>Lees</div><div>meer</div></a>", "Lees meer"),
    ("<a id=t href=/>Lees<div>meer</div>nu</a>", "Lees meer nu"),
    ("<a id=t href=/>Lees<br>meer</a>", "Lees meer"),
    ("<a id=t href=/>Lees<!-- niets -->meer</a>", "Leesmeer"),
    ("<a id=t href=/>Lees<script>x()</script>meer</a>", "Leesmeer"),
    ("<a id=t href=/>Lees<style>b{}</style></a>", "Lees"),
    ("<a id=t href=/>Lees<template>meer</template></a>", "Lees"),
    ("<a id=t href=/>Lees<noscript>meer</noscript></a>", "Lees"),
    ("<a id=t href=/><img src=a alt=Kaart></a>", "Kaart"),
    ("<a id=t href=/><img src=a alt=''>Kaart</a>", "Kaart"),
    ("<a id=t href=/><img src=a alt=''></a>", ""),
    ("<a id=t href=/><img src=a></a>", ""),
    ("<a id=t href=/><img src=a title=Kaart></a>", "Kaart"),
    ("<a id=t href=/><img src=a alt=Kaart role=none></a>", ""),
    ("<a id=t href=/><img src=a alt=Kaart role=presentation> open</a>", "open"),
    ("<a id=t href=/><img src=a aria-label=Kaart></a>", "Kaart"),
    ("<a id=t href=/><img src=a alt=Kaart aria-hidden=true>Route</a>", "Route"),
    ("<a id=t href=/>Bekijk <img src=a alt='de kaart'> nu</a>", "Bekijk de kaart nu"),
    ("<a id=t href=/><svg><title>Kaart</title><path/></svg></a>", "Kaart"),
    ("<a id=t href=/><svg><g><title>Kaart</title></g></svg></a>", "Kaart"),
    ("<a id=t href=/><svg><text>Kaart</text></svg></a>", "Kaart"),
    ("<a id=t href=/><svg aria-label=Kaart><path/></svg></a>", "Kaart"),
    ("<a id=t href=/><svg aria-hidden=true><title>Kaart</title></svg></a>", ""),
    ("<a id=t href=/><svg><defs><text>Kaart</text></defs></svg></a>", ""),
    ("<a id=t href=/><span hidden>Lees</span>meer</a>", "meer"),
    ("<a id=t href=/><span style='display:none'>Lees</span>meer</a>", "meer"),
    ("<a id=t href=/><span style='visibility:hidden'>Lees</span>meer</a>", "meer"),
    (
        "<a id=t href=/><span style='visibility:hidden'>Lees <i style='visibility:visible'>nu</i></span></a>",
        "nu",
    ),
    ("<a id=t href=/><span aria-hidden=true>Lees</span>meer</a>", "meer"),
    ("<a id=t href=/><span aria-hidden=TRUE>Lees</span>meer</a>", "meer"),
    ("<a id=t href=/><span aria-hidden=false>Lees</span> meer</a>", "Lees meer"),
    ("<a id=t href=/><span inert>Lees</span>meer</a>", "meer"),
    ("<a id=t href=/><span style='position:absolute;left:-9999px'>Lees</span> meer</a>", "Lees meer"),
    ("<a id=t href=/><span title=Kaart></span></a>", "Kaart"),
    ("<a id=t href=/><span title=Kaart>Route</span></a>", "Route"),
    ("<a id=t href=/><span aria-label=Kaart>Route</span></a>", "Kaart"),
    ("<a id=t href=/><i class=icoon></i></a>", ""),
    ("<a id=t href=/><ul><li>Een</li><li>Twee</li></ul></a>", "Een Twee"),
    ("<a id=t href=/><table><tr><td>Een</td><td>Twee</td></tr></table></a>", "Een Twee"),
    ("<a id=t href=/><details><summary>Kop</summary>Dicht</details></a>", "Kop"),
    ("<a id=t href=/><details open><summary>Kop</summary>Open</details></a>", "Kop Open"),
    ("<a id=t href=/><iframe src=b>oud</iframe></a>", ""),
    ("<a id=t href=/><video>oud</video></a>", ""),
    ("<a id=t>Los</a>", ""),
    ("<button id=t>Zoek</button>", "Zoek"),
    ("<button id=t value=Zoek></button>", ""),
    ("<div id=t role=button>Zoek</div>", "Zoek"),
    ("<h2 id=t>Kop <em>twee</em></h2>", "Kop twee"),
    ("<div id=t role=heading aria-level=2>Kop</div>", "Kop"),
    ("<table><tr><th id=t>Jaar</table>", "Jaar"),
    ("<table><tr><td id=t>2024</table>", "2024"),
    ("<div role=tablist><div id=t role=tab>Een</div></div>", "Een"),
    ("<div role=menu><div id=t role=menuitem>Een</div></div>", "Een"),
    ("<div id=t role=checkbox>Akkoord</div>", "Akkoord"),
    ("<div id=t role=switch>Aan</div>", "Aan"),
    ("<div id=t role=tooltip>Uitleg</div>", "Uitleg"),
    ("<select><option id=t>Rood</option></select>", "Rood"),
    ("<select><option id=t label=Blauw>Rood</option></select>", "Blauw"),
    ("<select><optgroup id=t label=Kleuren><option>Rood</optgroup></select>", "Kleuren"),
    ("<details><summary id=t>Meer</summary></details>", "Meer"),
    ("<div id=t role=doc-noteref>1</div>", "1"),
    # These roles take no name from what is in them.
    ("<ul><li id=t>Punt</li></ul>", ""),
    ("<div id=t role=dialog>Tekst</div>", ""),
    ("<nav id=t>Menu</nav>", ""),
    ("<main id=t>Tekst</main>", ""),
    ("<p id=t>Tekst</p>", ""),
    ("<div id=t>Tekst</div>", ""),
    ("<article id=t>Tekst</article>", ""),
    ("<div id=t role=img>Tekst</div>", ""),
    ("<div id=t role=textbox>Tekst</div>", ""),
    ("<div id=t role=listbox><div role=option>Een</div></div>", ""),
    ("<fieldset id=t>Tekst</fieldset>", ""),
]

LABELLEDBY = [
    ("<a id=t href=/ aria-labelledby=b>X</a><p id=b>Naam</p>", "Naam"),
    ("<a id=t href=/ aria-labelledby='b c'>X</a><p id=b>Een</p><p id=c>Twee</p>", "Een Twee"),
    ("<a id=t href=/ aria-labelledby='c b'>X</a><p id=b>Een</p><p id=c>Twee</p>", "Twee Een"),
    ("<a id=t href=/ aria-labelledby='b weg'>X</a><p id=b>Een</p>", "Een"),
    ("<a id=t href=/ aria-labelledby=weg>X</a>", "X"),
    ("<a id=t href=/ aria-labelledby=''>X</a>", "X"),
    ("<a id=t href=/ aria-labelledby=b>X</a><p id=b></p>", "X"),
    ("<a id=t href=/ aria-labelledby=b aria-label=L>X</a><p id=b>Naam</p>", "Naam"),
    ("<a id=t href=/ aria-labelledby=weg aria-label=L>X</a>", "L"),
    ("<a id=t href=/ aria-labelledby=b>X</a><p id=b hidden>Naam</p>", "Naam"),
    ("<a id=t href=/ aria-labelledby=b>X</a><p id=b style='display:none'>Naam</p>", "Naam"),
    ("<a id=t href=/ aria-labelledby=b>X</a><p id=b style='visibility:hidden'>Naam</p>", "Naam"),
    ("<a id=t href=/ aria-labelledby=b>X</a><p id=b aria-hidden=true>Naam</p>", "Naam"),
    ("<a id=t href=/ aria-labelledby=b>X</a><p id=b hidden>Na<b hidden>am</b></p>", "Naam"),
    ("<a id=t href=/ aria-labelledby=b>X</a><p id=b>Na<b hidden>am</b></p>", "Na"),
    ("<a id=t href=/ aria-labelledby=b>X</a><p id=b>Na<b aria-hidden=true>am</b></p>", "Na"),
    ("<a id=t href=/ aria-labelledby=b>X</a><div hidden><p id=b>Naam</p></div>", "Naam"),
    ("<a id=t href=/ aria-labelledby=b>X</a><p id=b aria-label=Ander>Naam</p>", "Ander"),
    ("<a id=t href=/ aria-labelledby=b>X</a><p id=b aria-labelledby=c>Naam</p><p id=c>Nee</p>", "Naam"),
    ("<a id=t href=/ aria-labelledby=t>X</a>", "X"),
    ("<a id=t href=/ aria-labelledby='t b' aria-label=Wis>X</a><p id=b>foto.jpg</p>", "Wis foto.jpg"),
    ("<a id=t href=/ aria-labelledby=b>X</a><a href=/ id=b aria-labelledby=t>Y</a>", "Y"),
    ("<a id=t href=/ aria-labelledby=b>X</a><img src=a id=b alt=Kaart>", "Kaart"),
    ("<a id=t href=/ aria-labelledby=b>X</a><img src=a id=b title=Kaart>", "Kaart"),
    ("<a id=t href=/ aria-labelledby=b>X</a><p id=b title=Kaart></p>", "Kaart"),
    ("<a id=t href=/ aria-labelledby=b>X</a><input id=b value=Kaart>", "Kaart"),
    ("<a id=t href=/ aria-labelledby=b>X</a><input id=b aria-label=Zoek value=Kaart>", "Kaart"),
    ("<a id=t href=/ aria-labelledby=b>X</a><input id=b aria-label=Zoek>", "Zoek"),
    ("<a id=t href=/ aria-labelledby=b>X</a><input type=submit id=b value=Zoek>", "Zoek"),
    ("<a id=t href=/ aria-labelledby=b>X</a><label for=b>Straat</label><input id=b>", "Straat"),
    ("<a id=t href=/ aria-labelledby=b>X</a><p id=b>Een</p><p id=b>Twee</p>", "Een"),
    ("<a id=t href=/ aria-labelledby=b>X</a><svg><title id=b>Kaart</title></svg>", "Kaart"),
    ("<div id=t role=img aria-labelledby=b></div><p id=b>Kaart</p>", "Kaart"),
    ("<nav id=t aria-labelledby=b></nav><h2 id=b>Menu</h2>", "Menu"),
    ("<section id=t aria-labelledby=b></section><h2 id=b>Deel</h2>", "Deel"),
    ("<p id=t aria-labelledby=b></p><h2 id=b>Deel</h2>", ""),
    ("<div id=t aria-labelledby=b></div><h2 id=b>Deel</h2>", ""),
    ("<a id=t href=/>X<b aria-labelledby=b></b></a><p id=b>Naam</p>", "XNaam"),
    ("<a id=t href=/><b aria-labelledby=b>Y</b></a><p id=b aria-labelledby=c>Een</p><p id=c>Nee</p>", "Een"),
    ("<a id=t href=/ aria-labelledby=b>X</a><script id=b>weg()</script>", "X"),
]

LABEL = [
    ("<a id=t href=/ aria-label=Naam>X</a>", "Naam"),
    ("<a id=t href=/ aria-label=''>X</a>", "X"),
    ("<a id=t href=/ aria-label=' '>X</a>", "X"),
    ("<a id=t href=/ aria-label='&#8203;'>X</a>", "X"),
    ("<a id=t href=/ aria-label=' Mijn  naam '>X</a>", "Mijn naam"),
    ("<a id=t href=/ aria-label=Naam title=T>X</a>", "Naam"),
    ("<img id=t src=a aria-label=Naam alt=Alt>", "Naam"),
    ("<div id=t role=img aria-label=Kaart></div>", "Kaart"),
    ("<div id=t aria-label=Kaart></div>", ""),
    ("<span id=t aria-label=Kaart>X</span>", ""),
    ("<strong id=t aria-label=Kaart>X</strong>", ""),
    ("<nav id=t aria-label=Menu></nav>", "Menu"),
    ("<ul id=t aria-label=Lijst></ul>", "Lijst"),
    ("<iframe id=t aria-label=Kaart></iframe>", "Kaart"),
    ("<input id=t aria-label=Zoek>", "Zoek"),
    ("<input id=t type=password aria-label=Wachtwoord>", "Wachtwoord"),
    ("<label for=t>Straat</label><input id=t aria-label=Zoek>", "Zoek"),
    ("<table id=t aria-label=Cijfers><caption>C</caption></table>", "Cijfers"),
    ("<button id=t aria-label=Sluit>×</button>", "Sluit"),
    ("<details><summary id=t aria-label=Meer></summary></details>", "Meer"),
    ("<h1 id=t aria-label='' role=none>Kop</h1>", "Kop"),
]

FIELDS = [
    ("<label for=t>Straat</label><input id=t>", "Straat"),
    ("<input id=t><label for=t>Straat</label>", "Straat"),
    ("<label>Straat <input id=t></label>", "Straat"),
    ("<label><input id=t type=checkbox> Akkoord</label>", "Akkoord"),
    ("<label for=weg>Straat <input id=t></label>", ""),
    ("<label for=''>Straat <input id=t></label>", ""),
    ("<label>Straat <input> <input id=t></label>", ""),
    ("<label>Straat <input type=hidden> <input id=t></label>", "Straat"),
    ("<label for=t>Een</label><label for=t>Twee</label><input id=t>", "Een Twee"),
    ("<label for=t>Een</label><label>Twee <input id=t></label>", "Een Twee"),
    ("<label for=t hidden>Straat</label><input id=t>", "Straat"),
    ("<label for=t><span hidden>Uw</span>Straat</label><input id=t>", "Straat"),
    ("<label for=t></label><input id=t title=Straat>", "Straat"),
    ("<label for=t>Straat</label><input id=t title=Anders>", "Straat"),
    ("<label for=t aria-label=Adres>Straat</label><input id=t>", "Adres"),
    ("<label for=t><img src=a alt=Zoek></label><input id=t>", "Zoek"),
    ("<label for=t>Kleur</label><select id=t><option>Rood</select>", "Kleur"),
    ("<label for=t>Kleur</label><select id=t multiple><option>Rood</select>", "Kleur"),
    ("<select id=t><option>Rood</select>", ""),
    ("<select id=t title=Kleur><option>Rood</select>", "Kleur"),
    ("<label for=t>Bericht</label><textarea id=t>Tekst</textarea>", "Bericht"),
    ("<textarea id=t>Tekst</textarea>", ""),
    ("<textarea id=t placeholder=Bericht></textarea>", "Bericht"),
    ("<label for=t>Kleur</label><input id=t type=color>", "Kleur"),
    ("<label for=t>Datum</label><input id=t type=date>", "Datum"),
    ("<input id=t type=date placeholder=Datum>", ""),
    ("<input id=t type=checkbox placeholder=Ja>", ""),
    ("<label for=t>Bestand</label><input id=t type=file>", "Bestand"),
    ("<label for=t>Deel</label><progress id=t></progress>", "Deel"),
    ("<label for=t>Deel</label><meter id=t></meter>", "Deel"),
    ("<label for=t>Som</label><output id=t>3</output>", "Som"),
    ("<label for=t>Zoek</label><button id=t>Ga</button>", "Zoek"),
    ("<label for=t>Straat</label><div id=t role=textbox></div>", ""),
    ("<label>Straat <div id=t role=textbox></div></label>", ""),
    ("<input id=t placeholder=Zoek>", "Zoek"),
    ("<input id=t placeholder=Zoek title=Vind>", "Vind"),
    ("<input id=t type=tel placeholder=Nummer>", "Nummer"),
    ("<input id=t type=onzin placeholder=Zoek>", "Zoek"),
    ("<input id=t value=Zoek>", ""),
    ("<input id=t name=zoek>", ""),
    ("<input id=t type=hidden value=Zoek>", ""),
    ("<div id=t role=textbox title=Straat></div>", "Straat"),
    ("<input id=t type=button value=Zoek>", "Zoek"),
    ("<input id=t type=submit value=Zoek>", "Zoek"),
    ("<input id=t type=reset value=Wis>", "Wis"),
    ("<input id=t type=submit>", "Verzenden"),
    ("<input id=t type=SUBMIT>", "Verzenden"),
    ("<input id=t type=reset>", "Opnieuw instellen"),
    ("<input id=t type=submit value=''>", ""),
    ("<input id=t type=submit value='' title=Zoek>", "Zoek"),
    ("<input id=t type=button>", ""),
    ("<input id=t type=button title=Zoek>", "Zoek"),
    ("<input id=t type=image alt=Zoek>", "Zoek"),
    ("<input id=t type=image alt='' title=Zoek>", "Zoek"),
    ("<input id=t type=image value=Zoek>", ""),
    ("<input id=t type=image>", ""),
    ("<label for=t>Zoek</label><input id=t type=image alt=Ga>", "Zoek"),
    ("<fieldset id=t><legend>Adres</legend><input></fieldset>", "Adres"),
    ("<fieldset id=t><legend>Een</legend><legend>Twee</legend></fieldset>", "Een"),
    ("<fieldset id=t><div><legend>Adres</legend></div></fieldset>", ""),
    ("<fieldset id=t title=Adres></fieldset>", "Adres"),
    ("<fieldset id=t role=radiogroup><legend>Keus</legend></fieldset>", "Keus"),
]

EMBEDDED = [
    ("<label for=t>Wacht <input value=5> dagen</label><input id=t type=checkbox>", "Wacht 5 dagen"),
    ("<label><input id=t type=checkbox> Wacht <input value=5> dagen</label>", "Wacht 5 dagen"),
    ("<label>Straat <input id=t value=Dam> en nummer</label>", "Straat en nummer"),
    (
        "<label for=t>Wacht <input aria-label=keer value=5> dagen</label><input id=t type=checkbox>",
        "Wacht 5 dagen",
    ),
    (
        "<label for=t>Kies <select><option>rood<option selected>blauw</select></label><input id=t>",
        "Kies blauw",
    ),
    ("<label for=t>Kies <select><option>rood<option>blauw</select></label><input id=t>", "Kies rood"),
    (
        "<label for=t>U <select multiple><option selected>a<option selected>b</select></label><input id=t>",
        "U a b",
    ),
    ("<label for=t>Elke <input type=number value=2> uur</label><input id=t>", "Elke 2 uur"),
    ("<label for=t>Elke <input type=range value=3> uur</label><input id=t>", "Elke 3 uur"),
    (
        "<label for=t>Elke <i role=slider aria-valuenow=4 aria-valuetext=vier></i> uur</label><input id=t>",
        "Elke vier uur",
    ),
    (
        "<label for=t>Elke <span role=spinbutton aria-valuenow=4></span> uur</label><input id=t>",
        "Elke 4 uur",
    ),
    ("<label for=t>Noem <span role=textbox>dit</span> nu</label><input id=t>", "Noem dit nu"),
    (
        "<label for=t>Kies <i role=listbox><b role=option aria-selected=true>b</b></i></label><input id=t>",
        "Kies b",
    ),
    ("<div id=t role=checkbox>Na <input value=3> keer</div>", "Na 3 keer"),
    ("<label for=t>Geheim <input type=password value=abc></label><input id=t>", "Geheim"),
]

OTHERS = [
    ("<img id=t src=a alt=Kaart>", "Kaart"),
    ("<img id=t src=a alt=''>", ""),
    ("<img id=t src=a alt=' '>", ""),
    ("<img id=t src=a>", ""),
    ("<img id=t src=a title=Kaart>", "Kaart"),
    ("<img id=t src=a alt=Kaart title=Titel>", "Kaart"),
    ("<img id=t src=a alt=Kaart role=none>", ""),
    ("<img id=t src=a alt=Kaart role=none tabindex=0>", "Kaart"),
    ("<figure><img id=t src=a><figcaption>Foto</figcaption></figure>", ""),
    ("<figure id=t><img src=a><figcaption>Foto</figcaption></figure>", "Foto"),
    ("<figure id=t title=Foto></figure>", "Foto"),
    ("<img src=a usemap=#m alt=K><map name=m><area id=t href=/ alt=Zon></map>", "Zon"),
    ("<img src=a usemap=#m alt=K><map name=m><area id=t href=/ title=Zon></map>", "Zon"),
    ("<img src=a usemap=#m alt=K><map name=m><area id=t href=/></map>", ""),
    ("<map name=m><area id=t href=/ alt=Zon></map>", ""),
    ("<table id=t><caption>Cijfers</caption><tr><td>1</table>", "Cijfers"),
    ("<table id=t title=Cijfers><tr><td>1</table>", "Cijfers"),
    ("<table id=t summary=Cijfers><tr><td>1</table>", ""),
    ("<table id=t role=grid><caption>Cijfers</caption></table>", "Cijfers"),
    ("<table id=t role=none><caption>Cijfers</caption></table>", ""),
    ("<iframe id=t title=Kaart></iframe>", "Kaart"),
    ("<iframe id=t name=Kaart></iframe>", ""),
    ("<iframe id=t title=' '></iframe>", ""),
    ("<iframe id=t>Kaart</iframe>", ""),
    ("<svg id=t><title>Kaart</title></svg>", "Kaart"),
    ("<svg id=t role=img><title>Kaart</title></svg>", "Kaart"),
    ("<svg id=t role=img><g><title>Kaart</title></g></svg>", ""),
    ("<svg id=t role=img><text>Kaart</text></svg>", ""),
    ("<svg id=t role=img aria-labelledby=b><desc id=b>Kaart</desc></svg>", "Kaart"),
    ("<svg id=t><title></title></svg>", ""),
    ("<svg><circle id=t role=graphics-symbol><title>Zon</title></circle></svg>", "Zon"),
    ("<svg><a id=t href=/><text>Zon</text></a></svg>", "Zon"),
    ("<svg><a id=t xlink:href=/ xlink:title=Zon></a></svg>", "Zon"),
    ("<math id=t alttext='x plus y'></math>", "x plus y"),
    ("<audio id=t controls title=Lied></audio>", "Lied"),
    ("<object id=t title=Film></object>", "Film"),
    ("<a id=t href=/ title=Kaart></a>", "Kaart"),
    ("<a id=t href=/ title=Kaart>Route</a>", "Route"),
    ("<a id=t href=/ title=Kaart><img src=a alt=''></a>", "Kaart"),
    ("<button id=t title=Sluit></button>", "Sluit"),
    ("<section id=t title=Deel></section>", "Deel"),
    ("<abbr id=t title=Uitleg>U</abbr>", "Uitleg"),
    ("<details><summary id=t></summary></details>", ""),
    ("<a id=t href=/ hidden>Weg</a>", ""),
    ("<div aria-hidden=true><a id=t href=/>Weg</a></div>", ""),
    ("<a id=t href=/ aria-owns=b>Een </a><span id=b>twee</span>", "Een twee"),
    ("<a id=t href=/>Een <b id=b>twee</b></a><div aria-owns=b></div>", "Een"),
    ("<div id=t role=button aria-owns=b>Een <b id=b aria-owns=t>twee</b></div>", "Een twee"),
]


@pytest.mark.parametrize(
    ("body", "expected"),
    [*CONTENT, *LABELLEDBY, *LABEL, *FIELDS, *EMBEDDED, *OTHERS],
)
def test_name(body: str, expected: str) -> None:
    assert name(*target(body)) == expected


@pytest.mark.parametrize(
    ("body", "source"),
    [
        ("<a id=t href=/ aria-labelledby=b>x</a><p id=b>y", "aria-labelledby"),
        ("<a id=t href=/ aria-label=y>x</a>", "aria-label"),
        ("<a id=t href=/ title=y>x</a>", "contents"),
        ("<a id=t href=/ title=y></a>", "title"),
        ("<a id=t href=/></a>", ""),
        ("<label for=t>x</label><input id=t title=y>", "label"),
        ("<input id=t title=y placeholder=z>", "title"),
        ("<input id=t placeholder=z>", "placeholder"),
        ("<input id=t type=submit value=x>", "value"),
        ("<input id=t type=submit>", "default"),
        ("<img id=t src=a alt=x title=y>", "alt"),
        ("<fieldset id=t><legend>x</legend></fieldset>", "legend"),
        ("<table id=t><caption>x</caption></table>", "caption"),
        ("<figure id=t><figcaption>x</figcaption></figure>", "figcaption"),
        ("<svg id=t><title>x</title></svg>", "svg-title"),
    ],
)
def test_source_of_a_name(body: str, source: str) -> None:
    document, tag = target(body)
    assert name_source(document, tag) == source
    assert bool(full_name(document, tag).text) == bool(source)


def test_a_page_is_called_by_its_title() -> None:
    document = read(b"<html><title>Paspoort</title><svg><title>Kaart</title></svg>", "pagina.html")
    (page,) = index(document).by_name["html"]
    assert full_name(document, page) == ("Paspoort", "document-title")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<a id=t href=/ aria-describedby=b>x</a><p id=b>Uitleg</p>", "Uitleg"),
        ("<a id=t href=/ aria-describedby='b c'>x</a><p id=b>Een</p><p id=c hidden>Twee</p>", "Een Twee"),
        ("<a id=t href=/ aria-describedby=weg title=Uitleg>x</a>", "Uitleg"),
        ("<a id=t href=/ aria-describedby=t>x</a>", "x"),
        ("<a id=t href=/ aria-description=Uitleg title=y>x</a>", "Uitleg"),
        ("<a id=t href=/ title=Uitleg>x</a>", "Uitleg"),
        ("<a id=t href=/ title=Uitleg></a>", ""),
        ("<a id=t href=/ title=x>x</a>", ""),
        ("<a id=t href=/>x</a>", ""),
        ("<table id=t summary=Uitleg><caption>x</caption></table>", "Uitleg"),
        ("<svg id=t><title>x</title><desc>Uitleg</desc></svg>", "Uitleg"),
        ("<input id=t type=submit value=Zoek aria-label=Vind>", "Zoek"),
        ("<label for=t>x</label><input id=t title=Uitleg>", "Uitleg"),
    ],
)
def test_description(body: str, expected: str) -> None:
    assert description(*target(body)) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p id=t>Lees <b>meer</b></p>", "Lees meer"),
        ("<p id=t>Lees <b hidden>meer</b></p>", "Lees"),
        ("<div id=t><img src=a alt=Kaart><p>van Delft</p></div>", "Kaart van Delft"),
        ("<label id=t>Straat <input value=Dam></label>", "Straat Dam"),
        ("<div id=t></div>", ""),
    ],
)
def test_contents(body: str, expected: str) -> None:
    assert contents(*target(body)) == expected


def names_of(body: str, tag_name: str) -> list[str]:
    document = read(body.encode(), "pagina.html")
    return [name(document, tag) for tag in index(document).by_name[tag_name]]


def test_names_do_not_depend_on_what_was_named_before() -> None:
    body = (
        "<label for=a>Na <input id=a value=3 aria-labelledby='l a'> dagen</label>"
        "<a href=/ aria-labelledby=l>x</a><div id=l>Kies <input id=b value=4 aria-labelledby=l></div>"
    )
    document = read(body.encode(), "pagina.html")
    there = [name(document, tag) for tag in index(document).tags]
    document = read(body.encode(), "pagina.html")
    back = [name(document, tag) for tag in reversed(index(document).tags)]
    assert there == back[::-1]
    assert {"Kies 4", "Kies"} <= set(there)


def test_a_circle_of_references_ends() -> None:
    links = "".join(f"<a href=/ id=i{n} aria-labelledby='i{(n + 1) % 9} i{n}'>{n}</a>" for n in range(9))
    assert names_of(links, "a") == [f"{(n + 1) % 9} {n}" for n in range(9)]


def test_owning_in_a_circle_ends() -> None:
    body = "".join(f"<button id=i{n} aria-owns=i{(n + 1) % 4}>{n}</button>" for n in range(4))
    assert [found[0] for found in names_of(body, "button")] == ["0", "1", "2", "3"]


def test_deeply_nested() -> None:
    found = names_of("<div role=button>x" * 3000, "div")
    assert len(found) == 3000
    assert all(found[:500])  # deeper elements become siblings, without text of their own


def test_many_fields_in_one_label_that_names_them_all() -> None:
    found = names_of("<label id=l>x" + "<input aria-labelledby=l value=1>" * 3000 + "</label>", "input")
    assert len(found) == 3000
    assert found[0].startswith("x 1 1 1")


def test_many_ids() -> None:
    links = "".join(f"<a href=/ id=i{n} aria-labelledby='i{(n + 1) % 5000} weg'>x</a>" for n in range(5000))
    assert set(names_of(links, "a")) == {"x"}


def test_a_name_is_not_endless() -> None:
    (found,) = names_of("<button>" + "woord " * 100_000 + "</button>", "button")
    assert 1000 < len(found) < 10_000


def test_other_formats_have_no_names() -> None:
    assert index(read(b"# Kop", "tekst.md")).tags == []
