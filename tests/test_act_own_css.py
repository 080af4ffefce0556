# ruff: noqa: E501 (a case stands on a line of its own)
"""Own cases for the ACT rules on style, head, language codes, fields and tables: what each definition says.

A line is an outcome and a page: ``failed`` is flagged for sure, ``look`` is left to a person, ``passed`` and
``not`` (inapplicable) are not flagged at all. What has no ``<html>`` is the body of a page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

import pytest

from duidelijk.model import Report
from duidelijk.resources import data_folder
from duidelijk.rules.load import load_rules

PAGE: Final = "<!doctype html><html lang=nl><head><title>Afval</title></head><body>{}</body></html>"
LONG: Final = "U kunt uw oude meubels gratis laten ophalen als u een afspraak maakt met de gemeente."

CASES: Final = {
    "afw4f7": f"""
failed <p style="color: #999; background: #fff">{LONG}</p>
failed <p style="color: gray; background: silver">{LONG}</p>
failed <p style="color: #767676">{LONG} <b style="color: #777">Bel ons</b></p>
failed <style>p {{ color: #ccc }}</style><p>{LONG}</p>
failed <style>body {{ background: #036 }} p {{ color: #06c }}</style><p>{LONG}</p>
failed <div style="background: #111"><div><p>{LONG}</p></div></div>
failed <p style="color: #959595; font-size: 18pt; background: #fff">{LONG}</p>
failed <p style="color: #767676; background: #eee; font: bold 13pt serif">{LONG}</p>
failed <p style="color: #777; background: #888 linear-gradient(#999, #aaa)">{LONG}</p>
failed <p style="color: #666; background: black linear-gradient(#888, #999)">{LONG}</p>
failed <p style="color: #666; background: linear-gradient(45deg, #888, #777 50%, #999)">{LONG}</p>
failed <p style="color: #999; text-shadow: 1px 1px 2px #ccc">{LONG}</p>
failed <p style="color: #999; text-shadow: none">{LONG}</p>
failed <p style="opacity: .4">{LONG}</p>
failed <div style="opacity: .6; background: #fff"><p style="color: #555">{LONG}</p></div>
failed <div style="opacity: .5; background: black"><p style="color: #aaa">{LONG}</p></div>
failed <p style="color: rgb(0 0 0 / 35%)">{LONG}</p>
failed <p style="color: hsl(0, 0%, 60%); background: white">{LONG}</p>
failed <p style="color: #9999">{LONG}</p>
failed <div role="link" tabindex="0" style="color: #aaa">Lees verder</div>
failed <button style="color: #aaa; background: #fff" aria-disabled="false">Versturen</button>
failed <a href="/a" style="color: #bbb">Contact</a>
failed <textarea style="color: #aaa; background: #fff">{LONG}</textarea>
failed <div style="position: absolute; background: #fff; color: #aaa">{LONG}</div>
failed <p aria-hidden="true" style="color: #ccc">{LONG}</p>
failed <style>:root {{ --tint: #bbb }} p {{ color: var(--tint) }}</style><p>{LONG}</p>
failed <p style="-webkit-text-fill-color: #ccc; color: black">{LONG}</p>
failed <label style="color: #aaa">Naam <input></label><input disabled aria-label="Naam">
look <p style="color: #888; background: #fff url(zee.jpg)">{LONG}</p>
look <p id="later" style="color: #aaa"></p><script>document.getElementById("later").textContent = "Welkom"</script>
passed <p id="later" style="color: #555"></p><script>document.getElementById("later").textContent = "Welkom"</script>
passed <p id="leeg" style="color: #aaa"></p>
passed <p style="color: #767676; background: #fff">{LONG}</p>
passed <p style="color: #949494; background: #fff; font-size: 24px">{LONG}</p>
passed <p style="color: #949494; background: #fff; font-size: 14pt; font-weight: 700">{LONG}</p>
passed <h1 style="color: #949494">{LONG}</h1>
passed <p style="color: #949494; background: #fff; font-size: 1.17em"><strong style="font-size: 1em">{LONG}</strong></p>
passed <p style="color: #fff; background: linear-gradient(#eee, #000)">{LONG}</p>
passed <p style="color: #fff; text-shadow: 0 0 3px #000">{LONG}</p>
passed <p style="opacity: .9">{LONG}</p>
passed <div style="opacity: .3; background: #fff"><p style="opacity: 0">{LONG}</p></div>
passed <p style="color: #ddd">12:45 – 13:30 ••• €</p>
passed <p style="color: #ddd">*</p>
not <p style="color: #ddd; visibility: hidden">{LONG}</p>
not <p style="color: white">{LONG}</p>
not <label for="n" style="color: #aaa">Naam</label><input id="n" disabled>
not <div aria-disabled="true"><p style="color: #bbb">{LONG}</p></div>
not <fieldset disabled><p style="color: #aaa">{LONG}</p></fieldset>
not <p id="uitleg" style="color: #aaa">Naam</p><span role="checkbox" aria-disabled="true" aria-labelledby="uitleg"></span>
not <svg><text style="fill: #ddd" y="15">Welkom</text></svg>
not <input style="color: #aaa" value="{LONG}" placeholder="Naam">
not <p style="color: #aaa; text-indent: -999em">{LONG}</p>
not <details><p style="color: #aaa">{LONG}</p></details>
not <template><p style="color: #aaa">{LONG}</p></template>
""",
    "09o5cg": f"""
failed <p style="color: #666; background: #fff">{LONG}</p>
failed <p style="color: #888; font-size: 24px">{LONG}</p>
failed <p style="color: #888; font: bold 19px serif">{LONG}</p>
failed <p style="opacity: .6">{LONG}</p>
failed <p style="color: #555; background: linear-gradient(#ccc, #ddd)">{LONG}</p>
failed <p style="color: #666; text-shadow: 0 0 1px #fff">{LONG}</p>
failed <button style="color: #666">Versturen</button>
passed <p style="color: #595959; background: #fff">{LONG}</p>
passed <p style="color: #767676; background: #fff; font-size: 18pt">{LONG}</p>
passed <p style="color: #555; background: linear-gradient(#000, #fff)">{LONG}</p>
passed <p style="color: #fff; background: #0000">⋆ ⋆ ⋆</p>
not <p hidden style="color: #888">{LONG}</p>
not <button disabled style="color: #888">Versturen</button>
""",
    "24afc2": f"""
failed <p style="letter-spacing: .11em !important">{LONG}</p>
failed <p style="letter-spacing: normal !important">{LONG}</p>
failed <p style="letter-spacing: initial !important">{LONG}</p>
failed <p style="letter-spacing: -1px !IMPORTANT">{LONG}</p>
failed <p style="LETTER-SPACING: 0 ! important">{LONG}</p>
failed <div style="letter-spacing: 1px !important"><p>{LONG}</p></div>
failed <p style="font-size: 2em; letter-spacing: .1rem !important">{LONG}</p>
failed <style>p {{ letter-spacing: 1em !important }}</style><p style="letter-spacing: 1px !important">{LONG}</p>
failed <p style="letter-spacing: .2em; letter-spacing: .1em !important">{LONG}</p>
failed <p style="letter-spacing: .1em !important; letter-spacing: ruim !important">{LONG}</p>
failed <p style="letter-spacing: calc(.02em + 1px) !important">{LONG}</p>
passed <p style="letter-spacing: .12em !important">{LONG}</p>
passed <p style="font-size: 10px; letter-spacing: 1.2px !important">{LONG}</p>
passed <p style="letter-spacing: .01em !important; letter-spacing: .12em !important">{LONG}</p>
passed <div style="letter-spacing: 1px !important"><p style="letter-spacing: normal">{LONG}</p></div>
passed <p style="letter-spacing: 2pt !important">{LONG}</p>
not <p style="letter-spacing: .01em">{LONG}</p>
not <style>p {{ letter-spacing: .01em !important }}</style><p>{LONG}</p>
not <p hidden style="letter-spacing: .01em !important">{LONG}</p>
not <p style="letter-spacing: .01em !important"><img src="a.png" alt="{LONG}"></p>
not <p style="visibility: hidden; letter-spacing: .01em !important">{LONG}</p>
not <p style="letter-spacing: .01em !belangrijk">{LONG}</p>
not <p style="letter-spacing: heel-krap !important">{LONG}</p>
not <svg><text y="15" style="letter-spacing: 0 !important">Welkom</text></svg>
""",
    "9e45ec": f"""
failed <p style="word-spacing: .15em !important">{LONG}</p>
failed <p style="word-spacing: 0 !important">{LONG}</p>
failed <p style="word-spacing: normal !important">{LONG}</p>
failed <p style="word-spacing: -.2em !important">{LONG}</p>
failed <p style="font-size: 32px; word-spacing: 5px !important">{LONG}</p>
failed <section style="word-spacing: 1px !important"><p><em>{LONG}</em></p></section>
failed <p style="word-spacing: 2px !important; word-spacing: 9px">{LONG}</p>
failed <p style="word-spacing: 2px !important; word-spacing: breed !important">{LONG}</p>
passed <p style="word-spacing: .16em !important">{LONG}</p>
passed <p style="word-spacing: 1rem !important; font-size: 30px">{LONG}</p>
passed <p style="word-spacing: 2px !important; font-size: 12px">{LONG}</p>
passed <div style="word-spacing: 0 !important"><p style="word-spacing: .2em">{LONG}</p></div>
not <p style="word-spacing: 0">{LONG}</p>
not <p style="word-spacing: revert !important">{LONG}</p>
not <p style="position: absolute; left: -9999px; word-spacing: 0 !important">{LONG}</p>
not <p style="word-spacing: 0 !important"> <!-- {LONG} --> </p>
not <details><p style="word-spacing: 0 !important">{LONG}</p></details>
""",
    "78fd32": f"""
failed <p style="width: 150px; line-height: 1.4 !important">{LONG}</p>
failed <p style="width: 150px; line-height: 149% !important">{LONG}</p>
failed <p style="width: 150px; line-height: normal !important">{LONG}</p>
failed <p style="max-width: 10em; line-height: 20px !important">{LONG}</p>
failed <p style="width: 150px; font-size: 20px; line-height: 1.5rem !important">{LONG}</p>
failed <div style="width: 150px; line-height: 1em !important"><p>{LONG}</p></div>
failed <div style="width: 150px; line-height: 1.5em !important"><p style="font-size: 2em">{LONG}</p></div>
failed <p style="width: 150px; line-height: 1 !important; line-height: 2">{LONG}</p>
failed <div style="width: 150px"><span style="line-height: 1.1 !important">{LONG}</span></div>
failed <p style="line-height: 1.2 !important">{LONG * 6}</p>
passed <p style="width: 150px; line-height: 1.5 !important">{LONG}</p>
passed <p style="width: 150px; line-height: 150% !important">{LONG}</p>
passed <p style="width: 150px; line-height: 18pt !important">{LONG}</p>
passed <div style="width: 150px; line-height: 1.5 !important"><p style="font-size: 2em">{LONG}</p></div>
passed <p style="width: 150px; line-height: 1 !important; line-height: calc(1em + 1em) !important">{LONG}</p>
not <p style="width: 150px; line-height: 1">{LONG}</p>
not <p style="line-height: 1 !important">Welkom</p>
not <p style="line-height: 1 !important">Welkom<br>bij<br>de<br>gemeente</p>
not <p style="width: 150px; white-space: nowrap; line-height: 1 !important">{LONG}</p>
not <p style="width: 150px; line-height: -1 !important">{LONG}</p>
not <p style="width: 150px; display: none; line-height: 1 !important">{LONG}</p>
not <p style="width: 150px; line-height: 1 !important"><img src="a.png" alt="{LONG}"></p>
""",
    "b33eff": """
failed <style>@media (orientation: portrait) { body { transform: rotate(90deg) } }</style><p>Welkom</p>
failed <style>@media (orientation: landscape) { main { rotate: -.25turn } }</style><main>Welkom</main>
failed <style>@media (orientation: landscape) { main { transform: rotateZ(270deg) } }</style><main>Welkom</main>
failed <style>@media (orientation: landscape) { main { transform: rotate(100grad) } }</style><main>Welkom</main>
failed <style>@media (orientation: landscape) { main { transform: ROTATE(1.5708RAD) } }</style><main>Welkom</main>
failed <style>@media (orientation: portrait) { main { transform: rotate3d(0, 0, 1, 90deg) } }</style><main>Welkom</main>
failed <style>@media (orientation: portrait) { main { transform: matrix(0, 1, -1, 0, 0, 0) } }</style><main>Welkom</main>
failed <style>@media (orientation: portrait) { main { rotate: z 90deg } }</style><main>Welkom</main>
failed <style>@media screen { @media (orientation: portrait) and (max-width: 30em) { main { rotate: 90deg } } }</style><main>Welkom</main>
failed <style>main { @media (orientation: portrait) { rotate: 90deg } }</style><main>Welkom</main>
failed <style media="(orientation: portrait)">main { rotate: 90deg }</style><main>Welkom</main>
failed <style>main { rotate: 90deg } @media (orientation: landscape) { main { rotate: none } }</style><main>Welkom</main>
failed <style>@media (orientation: portrait) { main { transform: translate(1px) rotate(45deg) rotate(45deg) } }</style><main>Welkom</main>
failed <style>@media (orientation: portrait) { main { rotate: 90deg } }</style><main><img src="kaart.png" alt="Kaart"></main>
failed <style>@media not all and (orientation: landscape) { main { rotate: 450deg } }</style><main>Welkom</main>
passed <style>@media (orientation: portrait) { main { rotate: 180deg } }</style><main>Welkom</main>
passed <style>@media (orientation: portrait) { main { rotate: 45deg } }</style><main>Welkom</main>
passed <style>@media (orientation: portrait) { main { transform: rotateX(90deg) } }</style><main>Welkom</main>
passed <style>@media (orientation: portrait) { main { transform: scale(2) } }</style><main>Welkom</main>
passed <style>main { rotate: 90deg } @media (orientation: portrait) { main { rotate: -90deg } }</style><main>Welkom</main>
passed <style>main { rotate: 90deg } @media (orientation: portrait) { main { color: red } }</style><main>Welkom</main>
passed <style>@media (orientation: portrait) { main { transform: rotate(90) } }</style><main>Welkom</main>
passed <style>@media (orientation: portrait) { main { rotate: 90deg } main { rotate: none !important } }</style><main>Welkom</main>
passed <style>@media (orientation: portrait) { main { transform: rotate(90deg); transform: rotate(0) } }</style><main>Welkom</main>
not <style>@media (orientation: staand) { main { rotate: 90deg } }</style><main>Welkom</main>
not <style>@media (orientation: portrait) { main { rotate: 90deg } }</style><main hidden>Welkom</main>
not <style>@media (orientation: portrait) { main { rotate: 90deg } }</style><main></main><p>Welkom</p>
not <style>@media (min-width: 40em) { main { rotate: 90deg } }</style><main>Welkom</main>
not <style>@media print and (orientation: portrait) { main { rotate: 90deg } }</style><main>Welkom</main>
""",
    "b4f0c3": """
failed <meta name="viewport" content="width=device-width, user-scalable=no">
failed <meta name="Viewport" content="user-scalable=0">
failed <meta name="viewport" content="initial-scale=1;maximum-scale=1;">
failed <meta name="viewport" content="maximum-scale=1.999">
failed <meta name="viewport" content="maximum-scale = 1 , user-scalable = yes">
failed <meta name="viewport" content="MAXIMUM-SCALE=1">
failed <meta name="viewport" content="user-scalable=nee">
failed <meta name="viewport" content="maximum-scale=vier">
failed <meta name="viewport" content="user-scalable=yes"><meta name="viewport" content="user-scalable=no">
passed <meta name="viewport" content="maximum-scale=5, user-scalable=yes">
passed <meta name="viewport" content="maximum-scale=-1">
passed <meta name="viewport" content="user-scalable=1">
passed <meta name="viewport" content="maximum-scale=device-width">
passed <meta name="viewport" content="maximum-scale=2px">
not <meta name="viewport" content="width=device-width, initial-scale=1, minimum-scale=1">
not <meta name="viewport">
not <meta property="viewport" content="user-scalable=no">
not <meta name="description" content="user-scalable=no">
not <meta name="viewport" content="maximum-scale">
""",
    "bc659a": """
failed <meta http-equiv="refresh" content="1">
failed <meta http-equiv="REFRESH" content="20; url=/nieuws">
failed <meta content="72000" http-equiv="refresh">
failed <meta http-equiv="refresh" content=" 15,/nieuws">
failed <meta http-equiv="refresh" content="60 url=/nieuws">
failed <meta http-equiv="refresh" content="10.9; /nieuws">
failed <meta http-equiv="refresh" content="x"><meta http-equiv="refresh" content="300">
failed <meta http-equiv="refresh" content="5;;">
passed <meta http-equiv="refresh" content="0">
passed <meta http-equiv="refresh" content="0; url='/nieuws'">
passed <meta http-equiv="refresh" content="72001">
passed <meta http-equiv="refresh" content="90000;/"><meta http-equiv="refresh" content="5">
passed <meta http-equiv="refresh" content=".9; /nieuws">
not <meta http-equiv="refresh">
not <meta name="refresh" content="5">
not <meta http-equiv="refresh" content="vijf">
not <meta http-equiv="refresh" content="-5">
not <meta http-equiv="refresh" content="5s; /nieuws">
not <meta http-equiv="refresh" content="url=/nieuws">
not <template><meta http-equiv="refresh" content="5"></template>
not <noscript><meta http-equiv="refresh" content="5"></noscript>
""",
    "bisz58": """
failed <meta http-equiv="refresh" content="2">
failed <meta http-equiv="refresh" content="86400; url=/">
failed <meta http-equiv="refresh" content="007">
failed <meta http-equiv="refresh" content="99999999999999999999">
failed <meta http-equiv="Refresh" content="3; 'https://voorbeeld.nl'">
passed <meta http-equiv="refresh" content="0">
passed <meta http-equiv="refresh" content="00; url=/">
passed <meta http-equiv="refresh" content="0.5">
passed <meta http-equiv="refresh" content="0;/"><meta http-equiv="refresh" content="9;/">
not <meta http-equiv="refresh" content="">
not <meta http-equiv="refresh" content="10!">
not <meta http-equiv="refresh" content="10: /nieuws">
not <meta http-equiv="content-type" content="10">
""",
    "2779a5": """
failed <html lang=nl><head></head><body><p>Welkom</p></body></html>
failed <html lang=nl><title> </title><body><p>Welkom</p></body></html>
failed <html lang=nl><title></title><title>Afval</title><body><p>Welkom</p></body></html>
failed <html lang=nl><body><svg><title>Afval</title></svg></body></html>
passed <html lang=nl><title><!-- --></title><body></body></html>
failed <html lang=nl><body><h1>Afval</h1><template><title>Afval</title></template></body></html>
failed <html lang=nl><title>&nbsp;</title><body>Welkom</body></html>
passed <html lang=nl><title>Afval</title></html>
passed <html lang=nl><body><p>Welkom</p><title>Afval</title></body></html>
passed <html lang=nl><title>Afval</title><title></title></html>
passed <html lang=nl><head><title> Afval </title></head><body><svg><title></title></svg></body></html>
not <svg xmlns="http://www.w3.org/2000/svg"><circle r="4"/><desc><html/></desc></svg>
""",
    "b5c3f8": """
failed <html><body>Welkom</body></html>
failed <html lang><body>Welkom</body></html>
failed <html lang=""><body>Welkom</body></html>
failed <html lang="   "><body>Welkom</body></html>
failed <html xml:lang="nl"><body>Welkom</body></html>
failed <html><body lang="nl">Welkom</body></html>
failed <html xmlns="http://www.w3.org/1999/xhtml" xml:lang="nl"><head><title>Afval</title></head></html>
passed <html lang="nl"><body>Welkom</body></html>
passed <HTML LANG="NL-be"><body>Welkom</body></html>
passed <html lang="qqqq"><body>Welkom</body></html>
passed <html lang="nl" xml:lang=""><body>Welkom</body></html>
not <svg xmlns="http://www.w3.org/2000/svg"><title>Afval</title></svg>
""",
    "bf051a": """
failed <html lang="nld"><body>Welkom</body></html>
failed <html lang="dutch"><body>Welkom</body></html>
failed <html lang="nl_NL"><body>Welkom</body></html>
failed <html lang="i-klingon"><body>Welkom</body></html>
failed <html lang="x-nl"><body>Welkom</body></html>
failed <html lang="n"><body>Welkom</body></html>
failed <html lang="-nl"><body>Welkom</body></html>
failed <html lang="#"><body>Welkom</body></html>
failed <html lang="nl, en"><body>Welkom</body></html>
failed <html lang="xx"><body>Welkom</body></html>
passed <html lang="nl"><body>Welkom</body></html>
passed <html lang="nl-NL"><body>Welkom</body></html>
passed <html lang="NL-Latn-XX-onzin"><body>Welkom</body></html>
passed <html lang="fy"><body>Wolkom</body></html>
passed <html lang="nds-NL"><body>Moi</body></html>
passed <html lang="sgn-NL"><body>Welkom</body></html>
passed <html lang="qaa"><body>Welkom</body></html>
passed <html lang="iw"><body>Welkom</body></html>
not <html><body lang="dutch">Welkom</body></html>
not <html lang=" "><body>Welkom</body></html>
not <html xml:lang="dutch"><body>Welkom</body></html>
""",
    "de46e4": """
failed <p lang="engels">Welcome</p>
failed <p lang="en_GB">Welcome</p>
failed <p lang="i-default">Welcome</p>
failed <p lang=" en">Welcome</p>
failed <p lang="nld"><span>Welkom</span></p>
failed <p lang="xyzzy"><a href="/" aria-label="Welcome"></a></p>
failed <div lang="q"><input type="submit" value="Search"></div>
failed <p lang="xx" style="position: absolute; left: -9999px">Welcome</p>
failed <p lang="xx" aria-hidden="true">Welcome</p>
failed <p lang="--">Welcome <span lang="en">all</span></p>
failed <div lang="xx"><img src="a.png" alt="" title=""><img src="b.png" alt="Door"></div>
failed <div lang="xx"><svg role="img" aria-label="Door"></svg></div>
failed <div lang="1"><div lang="2"><span lang="en">Yes</span></div>no</div>
failed <div lang="xx"><input placeholder="Search"></div>
passed <p lang="en">Welcome</p>
passed <p lang="EN-gb-oed-onzin">Welcome</p>
passed <p lang="fy">Wolkom</p>
passed <div lang="xx"><p lang="en">Welcome</p></div>
passed <p lang="qtz">Welcome</p>
passed <p lang="zh-Hant">你好</p>
not <p lang="">Welcome</p>
not <p lang="xx"></p>
not <p lang="xx"><!-- Welcome --> </p>
not <p lang="xx" hidden>Welcome</p>
not <p lang="xx"><img src="a.png" alt=""></p>
not <p lang="xx"><script>let welcome = 1</script></p>
not <div lang="xx"><div lang="">Welcome</div></div>
not <p xml:lang="xx">Welcome</p>
not <p>Welkom</p>
not <html lang="xx"><body lang="xx">Welkom</body></html>
""",
    "73f2c2": """
failed <input autocomplete="voornaam">
failed <input autocomplete="e-mail">
failed <input autocomplete="firstname">
failed <select autocomplete="land"><option>Nederland</select>
failed <textarea autocomplete="adres"></textarea>
failed <input autocomplete="home name">
failed <input autocomplete="home work tel">
failed <input autocomplete="tel home">
failed <input autocomplete="billing shipping name">
failed <input autocomplete="given-name family-name">
failed <input autocomplete="section-een">
failed <input autocomplete="name section-een">
failed <input autocomplete="work shipping tel">
failed <input autocomplete="shipping">
failed <input autocomplete="on email">
failed <input autocomplete="off off">
failed <input autocomplete="true">
failed <input autocomplete="mobile bday">
failed <input type="search" autocomplete="name,email">
failed <input tabindex="-1" autocomplete="naam">
failed <input style="position: absolute; left: -9999px" autocomplete="naam">
failed <div aria-disabled="false"><input autocomplete="naam"></div>
failed <input role="combobox" tabindex="-1" autocomplete="naam">
passed <input autocomplete="name">
passed <input autocomplete="NAME">
passed <input autocomplete="  tel  ">
passed <input autocomplete="fax tel-national">
passed <input autocomplete="section- email">
passed <input autocomplete="SECTION-a BILLING pager impp">
passed <input autocomplete="shipping postal-code">
passed <input autocomplete="one-time-code">
passed <input autocomplete="current-password webauthn">
passed <select autocomplete="country"><option>Nederland</select>
passed <input type="number" autocomplete="bday-year">
not <input autocomplete="on">
not <input autocomplete="OFF">
not <input autocomplete="   ">
not <input autocomplete>
not <input type="hidden" autocomplete="naam">
not <input type="button" autocomplete="naam">
not <input type="RESET" autocomplete="naam">
not <input disabled autocomplete="naam">
not <fieldset disabled><input autocomplete="naam"></fieldset>
not <select disabled autocomplete="naam"></select>
not <input aria-disabled="true" autocomplete="naam">
not <input hidden autocomplete="naam">
not <div style="display: none"><input autocomplete="naam"></div>
not <input tabindex="-1" role="none" autocomplete="naam">
not <input tabindex="-1" role="presentation" autocomplete="naam">
not <div tabindex="0" role="textbox" autocomplete="naam"></div>
not <form autocomplete="naam"><button autocomplete="naam">Ja</button></form>
not <input tabindex="-1" role="heading" aria-level="2" autocomplete="naam">
not <input style="position: absolute; left: -9999px" aria-hidden="true" tabindex="-1" autocomplete="naam">
""",
    "a25f45": """
failed <table><tr><th id=a>Dag</th></tr><tr><td headers=dag>Maandag</td></tr></table>
failed <table><tr><th id=a>Dag</th></tr><tr><td headers="a dag">Maandag</td></tr></table>
failed <table><tr><th id=a>Dag</th></tr><tr><td headers=A>Maandag</td></tr></table>
failed <table><tr><th>Dag</th></tr><tr><td id=a headers=a>Maandag</td></tr></table>
failed <table><tr><th id=a headers="a">Dag</th><td headers=a>Maandag</td></tr></table>
failed <p id=a>Dag</p><table><tr><th>Dag</th></tr><tr><td headers=a>Maandag</td></tr></table>
failed <table id=a><tr><th>Dag</th></tr><tr><td headers=a>Maandag</td></tr></table>
failed <table><tr id=a><th>Dag</th></tr><tr><td headers=a>Maandag</td></tr></table>
failed <table><thead id=a><tr><th>Dag</th></tr></thead><tr><td headers=a>Maandag</td></tr></table>
failed <table><tr><th id=a>Dag</th></tr><tr><td><table><tr><td headers=a>Maandag</td></tr></table></td></tr></table>
failed <table><tr><td headers=a>Maandag<table><tr><th id=a>Dag</th></tr></table></td></tr></table>
failed <table><tr><th id="a,">Dag</th><th id=b>Uur</th></tr><tr><td headers="a, b,">Maandag</td></tr></table>
failed <table role="grid"><tr><th>Dag</th></tr><tr><td headers=x>Maandag</td></tr></table>
failed <table><caption id=a>Dag</caption><tr><td headers=a>Maandag</td></tr></table>
passed <table><tr><th id=a>Dag</th></tr><tr><td headers=a>Maandag</td></tr></table>
passed <table><tr><th id=a>Dag</th><th id=b headers=a>Uur</th></tr><tr><td headers="b a">Maandag</td></tr></table>
passed <table><tr><td headers=a>Maandag</td></tr><tfoot><tr><th id=a>Dag</th></tr></tfoot></table>
passed <table><tr><th id=a>Dag</th></tr><tr><td headers="a a">Maandag</td></tr></table>
passed <table><tr><th id=a style="position: absolute; left: -999em">Dag</th></tr><tr><td headers=a>Maandag</td></tr></table>
passed <table><tr><td id=a role=rowheader>Dag</td><td headers=a>Maandag</td></tr></table>
not <table><tr><th id=a>Dag</th></tr><tr><td>Maandag</td></tr></table>
not <table><tr><td headers="">Maandag</td></tr></table>
not <table><tr><td headers="   ">Maandag</td></tr></table>
not <table role=none><tr><td headers=x>Maandag</td></tr></table>
not <table role=list><tr><td headers=x>Maandag</td></tr></table>
not <table hidden><tr><td headers=x>Maandag</td></tr></table>
not <table aria-hidden=true><tr><td headers=x>Maandag</td></tr></table>
not <table><tr><th id=a>Dag</th></tr><tr><td hidden headers=x>Maandag</td></tr></table>
not <div role=table><div role=row><div role=cell headers=x>Maandag</div></div></div>
not <table style="visibility: hidden"><tr><td headers=x>Maandag</td></tr></table>
""",
    "d0f69e": """
failed <table><tr><th>Dag</th></tr></table>
failed <table><tr><th>Dag</th><th>Uur</th></tr><tr><td>Maandag</td></tr></table>
failed <table><tr><th scope=col>Dag</th><td>Maandag</td></tr></table>
failed <table><tr><th scope=row>Dag</th></tr><tr><td>Maandag</td></tr></table>
failed <table><tr><th scope=colgroup colspan=2>Dag</th><th scope=col>Uur</th></tr><tr><td>Ma</td><td>Di</td></tr></table>
failed <table><tr><td role=columnheader>Dag</td></tr></table>
failed <div role=table><div role=row><span role=columnheader>Dag</span><span role=columnheader>Uur</span></div><div role=row><span role=cell>Maandag</span></div></div>
failed <table><tr><th id=a>Dag</th><th id=b>Uur</th></tr><tr><td headers=b>Maandag</td><td>9</td></tr></table>
failed <table><tr><th role=rowheader>Dag</th></tr><tr><td>Maandag</td></tr></table>
failed <table role=grid><tr><th>Dag</th><th>Uur</th></tr><tr><td>Maandag</td></tr></table>
passed <table><tr><th>Dag</th><th>Uur</th></tr><tr><td>Maandag</td><td></td></tr></table>
passed <table><tr><th>Dag</th><td>Maandag</td></tr><tr><th>Uur</th><td>9</td></tr></table>
passed <table><tr><td></td><th>Dag</th></tr><tr><th>Jan</th><td>Maandag</td></tr></table>
passed <table><tr><th rowspan=2>Dag</th><td>Ma</td></tr><tr><td>Di</td></tr></table>
passed <table><tr><th colspan=2>Dag</th></tr><tr><th>Van</th><th>Tot</th></tr><tr><td>1</td><td>2</td></tr></table>
failed <table><tr><th id=a>Dag</th></tr><tr><th headers=a>Maandag</th></tr></table>
passed <table><tr><td>Maandag</td><th id=a>Dag</th></tr><tr><td headers=a>Dinsdag</td></tr></table>
passed <table><tbody><tr><th scope=rowgroup>Noord</th></tr><tr><td></td><td>12</td></tr></tbody></table>
passed <div role=table><div role=rowgroup><div role=row><b role=columnheader>Dag</b></div></div><div role=row><i role=cell>Maandag</i></div></div>
passed <div role=grid><div role=row><span role=rowheader>Dag</span><span role=gridcell>Maandag</span></div></div>
passed <table><tr><th>Dag</th><th>Uur</th></tr><tr><td rowspan=0 colspan=2>Maandag</td></tr></table>
not <table role=presentation><tr><th>Dag</th></tr></table>
not <table hidden><tr><th>Dag</th></tr></table>
not <table><tr><th role=cell>Dag</th></tr></table>
not <table><tr><th style="display: none">Dag</th></tr><tr><td>Maandag</td></tr></table>
not <table><tr><td>Maandag</td></tr></table>
not <table role=region aria-label=Dag><tr><th>Dag</th></tr></table>
not <div><span role=columnheader>Dag</span></div>
not <table aria-hidden=true><tr><th>Dag</th></tr></table>
""",
    "0ssw9k": f"""
failed <div style="height: 30px; width: 200px; overflow-y: scroll">{LONG}</div>
failed <section style="max-height: 30px; width: 200px; overflow: auto"><h2>Meubels</h2><p>{LONG}</p></section>
failed <div style="height: 3em; overflow: hidden auto"><p>{LONG * 9}</p></div>
failed <div style="width: 200px; overflow-x: auto; white-space: nowrap">{LONG}</div>
failed <pre style="width: 200px; overflow: scroll">Dag {LONG}</pre>
failed <div style="height: 30px; width: 200px; overflow: auto" tabindex="-1">{LONG}</div>
failed <div style="height: 30px; width: 200px; overflow: auto"><a>{LONG}</a><button disabled>Ja</button></div>
failed <a href="/">Terug</a><div style="height: 30px; width: 200px; overflow: auto">{LONG}</div>
passed <div style="height: 30px; width: 200px; overflow: auto" tabindex="0">{LONG}</div>
passed <div style="height: 30px; width: 200px; overflow: auto">{LONG}<a href="/">Meer</a></div>
passed <div style="height: 30px; width: 200px; overflow: auto">{LONG}<input></div>
passed <div style="height: 30px; width: 200px; overflow: auto" contenteditable>{LONG}</div>
not <div style="height: 30px; width: 200px; overflow: hidden">{LONG}</div>
not <div style="height: 30px; width: 200px">{LONG}</div>
not <div style="width: 200px; overflow: auto">{LONG}</div>
not <div style="height: 30px; overflow: auto">Welkom</div>
not <div style="height: 30px; width: 200px; overflow: auto"><p hidden>{LONG}</p></div>
not <div style="display: none; height: 30px; width: 200px; overflow: auto">{LONG}</div>
not <div style="width: 200px; overflow-y: auto; white-space: nowrap">{LONG}</div>
not <textarea style="height: 30px; width: 200px; overflow: auto">{LONG}</textarea>
""",
    "akn7bn": """
failed <iframe tabindex="-1" srcdoc="<button>Ja</button>"></iframe>
failed <iframe tabindex=" -3" srcdoc="<input>"></iframe>
failed <iframe tabindex="-1" srcdoc="<p tabindex=0>Ja</p>"></iframe>
failed <iframe tabindex="-1" width="300" src="/a" srcdoc="<select><option>Ja</select>"></iframe>
failed <iframe tabindex="-1" aria-hidden="true" srcdoc="<a href=/>Ja</a>"></iframe>
failed <div><iframe tabindex="-1" srcdoc="<details><summary>Ja</summary></details>"></iframe></div>
passed <iframe tabindex="0" srcdoc="<button>Ja</button>"></iframe>
passed <iframe tabindex="min" srcdoc="<button>Ja</button>"></iframe>
passed <iframe srcdoc="<button>Ja</button>"></iframe>
not <iframe tabindex="-1" srcdoc="<a>Ja</a>"></iframe>
not <iframe tabindex="-1" srcdoc="<button disabled>Ja</button>"></iframe>
not <iframe tabindex="-1" srcdoc="<style>a { display: none }</style><a href=/>Ja</a>"></iframe>
not <iframe tabindex="-1" srcdoc="<a href=/ tabindex=-1>Ja</a>"></iframe>
not <iframe tabindex="-1" style="visibility: hidden" srcdoc="<button>Ja</button>"></iframe>
not <iframe tabindex="-1" style="width: 1px; height: 1px" srcdoc="<button>Ja</button>"></iframe>
not <div hidden><iframe tabindex="-1" srcdoc="<button>Ja</button>"></iframe></div>
not <iframe tabindex="-1" srcdoc=""></iframe>
""",
}


def lines() -> Iterator[tuple[str, str, str]]:
    for act, text in CASES.items():
        for line in text.strip().splitlines():
            expected, page = line.split(" ", 1)
            yield act, expected, page if "<html" in page or "<svg xmlns" in page else PAGE.format(page)


@pytest.fixture(scope="module")
def rules() -> dict[str, str]:
    return {act: rule.id for rule in load_rules([data_folder("rules")]).values() for act in rule.act}


@pytest.mark.parametrize(("act", "expected", "page"), list(lines()))
def test_own_case(
    act: str, expected: str, page: str, rules: dict[str, str], lint: Callable[..., Report]
) -> None:
    said = {finding.outcome for finding in lint(page, rules[act], format="html").findings}
    assert said == {"failed": {"failed"}, "look": {"cantTell"}}.get(expected, set())


def test_every_rule_has_ten_cases() -> None:
    assert all(len(text.strip().splitlines()) >= 10 for text in CASES.values())
