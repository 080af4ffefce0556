import assert from "node:assert/strict";
import { test } from "node:test";

import { readStatus, StatusBoard } from "../../src/status";

const SENT = {
  uri: "file:///brief.md",
  version: 3,
  text: "Leesniveau B1 · 3 meldingen",
  tooltip: "120 woorden.",
  words: 120,
};

test("what the server says is shown for the active text only", () => {
  const board = new StatusBoard();
  const status = readStatus(SENT);
  assert.ok(status);
  board.set(status.uri, status);
  assert.equal(board.shown(SENT.uri, true)?.text, "Leesniveau B1 · 3 meldingen");
  assert.equal(board.shown(SENT.uri, true)?.tooltip, "120 woorden.");
  assert.equal(board.shown("file:///ander.py", true), undefined);
  assert.equal(board.shown(undefined, true), undefined);
  assert.equal(board.shown(SENT.uri, false), undefined);
});

test("a text that is closed, and a server that stops, leave nothing behind", () => {
  const board = new StatusBoard();
  board.set("a", { text: "1", tooltip: "" });
  board.set("b", { text: "2", tooltip: "" });
  board.forget("a");
  assert.equal(board.shown("a", true), undefined);
  assert.equal(board.shown("b", true)?.text, "2");
  board.clear();
  assert.equal(board.shown("b", true), undefined);
});

test("the text is one line without icons", () => {
  assert.equal(readStatus({ ...SENT, text: " $(bug)\n 3 " })?.text, "$ (bug) 3");
});

test("a status of another shape is passed over", () => {
  for (const odd of [
    undefined,
    null,
    "x",
    {},
    { ...SENT, uri: 1 },
    { ...SENT, text: " " },
    { ...SENT, text: 1 },
  ]) {
    assert.equal(readStatus(odd), undefined);
  }
  assert.equal(readStatus({ ...SENT, tooltip: null })?.tooltip, "");
});
