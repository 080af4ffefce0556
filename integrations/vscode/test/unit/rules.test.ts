import assert from "node:assert/strict";
import { test } from "node:test";

import { explanation, isRuleName, linkRules, noExplanation, ruleAddress, ruleOfPath } from "../../src/rules";

class Finding {
  code: string | number | { value: string | number; target: string } | undefined;
  constructor(
    code: Finding["code"],
    readonly source: string | undefined = "duidelijk",
  ) {
    this.code = code;
  }
}

test("the code of a finding leads to the page about its rule", () => {
  const web = { value: "lange-zin", target: "https://example.nl/richtlijn" };
  const findings = [new Finding("lange-zin"), new Finding(web)];
  const [first, second] = findings;
  linkRules(findings, (address) => address);
  const linked = { value: "lange-zin", target: "duidelijk-regel:/lange-zin.md" };
  assert.deepEqual(first?.code, linked);
  assert.deepEqual(second?.code, linked);
  assert.equal(findings[0], first);
});

test("what has no rule, or comes from another program, stays as it is", () => {
  const codes = [undefined, 7, "E501 lange", "../geheim"];
  const findings = [...codes.map((code) => new Finding(code)), new Finding("lange-zin", "andere")];
  linkRules(findings, (address) => address);
  assert.deepEqual(
    findings.map((finding) => finding.code),
    [...codes, "lange-zin"],
  );
});

test("an address leads back to its rule, and to nothing else", () => {
  const path = ruleAddress("kop-1-ontbreekt").replace("duidelijk-regel:", "");
  assert.equal(ruleOfPath(path), "kop-1-ontbreekt");
  for (const strange of ["/../x.md", "/", "/.md", "/a/b.md", "/Lange-Zin.md"]) {
    assert.equal(ruleOfPath(strange), undefined, strange);
  }
});

test("a name of a rule is small letters with hyphens", () => {
  assert.ok(isRuleName("lange-zin"));
  for (const strange of ["", "-a", "a-", "a--b", "A", "a b", 3, undefined]) {
    assert.ok(!isRuleName(strange), String(strange));
  }
});

test("an answer of another shape is no explanation", () => {
  assert.equal(explanation({ rule: "lange-zin", markdown: "# Lange zin\n" }), "# Lange zin\n");
  for (const answer of [undefined, null, "tekst", { markdown: 3 }, []]) {
    assert.equal(explanation(answer), undefined);
  }
  assert.match(noExplanation("lange-zin", false), /draait nu niet/);
  assert.match(noExplanation("lange-zin", true), /geen regel/);
});
