import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { chosenPath, documentFilters, serverSettings, textsOf } from "../../src/settings";

interface Manifest {
  contributes: { configuration: { properties: Record<string, { default: unknown }> } };
}

const MANIFEST = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;

test("values of the wrong type count as not set", () => {
  const odd: Record<string, unknown> = {
    config: 3,
    allSuggestions: "ja",
    delay: -1,
    workspaceDiagnostics: 1,
    reasons: "x",
  };
  const defaults = {
    config: "",
    allSuggestions: false,
    delay: 300,
    workspaceDiagnostics: false,
    reasons: [],
  };
  assert.deepEqual(
    serverSettings((name) => odd[name]),
    defaults,
  );
  assert.deepEqual(
    serverSettings(() => undefined),
    defaults,
  );
  assert.equal(serverSettings(() => 12.6).delay, 13);
  assert.equal(serverSettings(() => Number.NaN).delay, 300);
});

test("the defaults of package.json go to the server as they are", () => {
  const { properties } = MANIFEST.contributes.configuration;
  const settings = serverSettings((name) => properties[`duidelijk.${name}`]?.default);
  for (const [name, value] of Object.entries(settings)) {
    assert.deepEqual(value, properties[`duidelijk.${name}`]?.default, name);
  }
});

test("the server gets texts of the chosen kinds and the files with settings", () => {
  assert.deepEqual(documentFilters(["markdown"]), [
    { scheme: "file", language: "markdown" },
    { scheme: "untitled", language: "markdown" },
    { scheme: "file", pattern: "**/duidelijk.toml" },
    { scheme: "file", pattern: "**/.duidelijk.toml" },
    { scheme: "file", pattern: "**/pyproject.toml" },
  ]);
  assert.equal(documentFilters([]).length, 3);
  assert.deepEqual(textsOf(["a", 1, null, "b"]), ["a", "b"]);
});

test("what the open folder says about the program counts only where it is trusted", () => {
  const inspected = { globalValue: " /own ", workspaceValue: "/folder", workspaceFolderValue: undefined };
  assert.equal(chosenPath(inspected, true), "/folder");
  assert.equal(chosenPath(inspected, false), "/own");
  assert.equal(chosenPath({ ...inspected, workspaceFolderValue: "/deeper" }, true), "/deeper");
  assert.equal(chosenPath({ workspaceValue: "/folder" }, false), "");
  assert.equal(chosenPath({ globalValue: "/own", workspaceValue: "" }, true), "");
  assert.equal(chosenPath(undefined, true), "");
});
