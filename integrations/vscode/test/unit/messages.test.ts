import assert from "node:assert/strict";
import { test } from "node:test";

import * as messages from "../../src/messages";
import { CONTINUE, DO_NOT_RESTART, onClosed, onError, RESTART_AGAIN, SHUTDOWN } from "../../src/restarts";

test("each problem says what to do", () => {
  const program = "/opt/bin/duidelijk";
  assert.match(messages.problemMessage({ kind: "missing" }), /pipx install "duidelijk\[lsp\]"/);
  const bare = messages.problemMessage({ kind: "noServer", program });
  assert.match(bare, /python -m pip install "duidelijk\[lsp\]"/);
  assert.match(bare, /\/opt\/bin\/duidelijk/);
  assert.match(messages.problemMessage({ kind: "old", program, version: "0.1.0" }), /0\.1\.0.*pipx upgrade/);
  assert.match(messages.problemMessage({ kind: "wrong", program }), /duidelijk\.path/);
});

test("the messages are calm and in the house style", () => {
  const all = Object.values(messages).filter((one) => typeof one === "string");
  assert.ok(all.length > 8);
  for (const text of all) {
    assert.doesNotMatch(text, /!|\bfout|\bserver\b/i, text);
  }
});

test("the outcome of a check of all files is told", () => {
  const told = (files: number, findings: number, cancelled = false): string | undefined =>
    messages.checkedMessage({ files, findings, cancelled });
  assert.equal(told(3, 12), "3 bestanden gecontroleerd: 12 meldingen.");
  assert.equal(told(1, 1), "1 bestand gecontroleerd: 1 melding.");
  assert.equal(told(0, 0), "0 bestanden gecontroleerd: geen meldingen.");
  assert.equal(told(2, 5, true), "U hebt de controle gestopt. 2 bestanden gecontroleerd: 5 meldingen.");
  for (const odd of [undefined, null, 3, {}, { files: "3", findings: 1 }]) {
    assert.equal(messages.checkedMessage(odd), undefined);
  }
});

test("a server that stops is started again, and says so in Dutch", async () => {
  const closed = await onClosed({
    closed: () => ({ action: RESTART_AGAIN }),
    ran: () => true,
    gaveUp: () => assert.fail("it did not give up"),
  });
  assert.deepEqual(closed, { action: RESTART_AGAIN, message: messages.AGAIN, handled: true });
});

test("after the client gives up the writer is told", async () => {
  const told: boolean[] = [];
  const closed = await onClosed({
    closed: () => Promise.resolve({ action: DO_NOT_RESTART, message: "The server crashed 5 times" }),
    ran: () => true,
    gaveUp: (ran) => told.push(ran),
  });
  assert.deepEqual(closed, { action: DO_NOT_RESTART, message: messages.STOPPED, handled: true });
  assert.deepEqual(told, [true]);
});

test("a server that never answered is not tried again", async () => {
  const told: boolean[] = [];
  const closed = await onClosed({
    closed: () => assert.fail("the client is not asked"),
    ran: () => false,
    gaveUp: (ran) => told.push(ran),
  });
  assert.equal(closed.action, DO_NOT_RESTART);
  assert.equal(closed.message, messages.NOT_STARTED);
  assert.deepEqual(told, [false]);
});

test("a broken pipe waits for the close that starts the server again; more broken messages in a row end it", () => {
  const told: boolean[] = [];
  const policy = {
    closed: () => assert.fail("it did not close"),
    ran: () => true,
    gaveUp: (ran: boolean) => told.push(ran),
  };
  for (const count of [undefined, 1, 3]) {
    assert.deepEqual(onError(count, policy), { action: CONTINUE, handled: true });
  }
  assert.deepEqual(told, []);
  assert.equal(onError(4, policy).action, SHUTDOWN);
  assert.deepEqual(told, [true]);
});
