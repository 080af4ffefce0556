import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { run, thisMachine } from "../../src/machine";
import type { Ended, Run } from "../../src/probe";
import { firstReady, probe } from "../../src/probe";

const VERSION: Ended = { code: 0, output: "duidelijk 0.2.0\n" };
const OK: Ended = { code: 0, output: "Gebruik: duidelijk lsp\n" };
const NO_SUCH: Ended = { code: 2, output: "Het commando ‘lsp’ bestaat niet.\n" };
const BARE: Ended = { code: 2, output: 'Installeer eerst: pip install "duidelijk[lsp]"\n' };
const GONE: Ended = { code: null, output: "" };

function answers(version: Ended, lsp: Ended): Run {
  return (_, args) => Promise.resolve(args[0] === "--version" ? version : lsp);
}

const CASES: [string, Run, string][] = [
  ["a duidelijk with a server", answers(VERSION, OK), "ready"],
  ["a duidelijk from before there was a server", answers(VERSION, NO_SUCH), "old"],
  ["a duidelijk without the part for editors", answers(VERSION, BARE), "noServer"],
  ["a program that does not start", answers(GONE, GONE), "wrong"],
  ["another program", answers({ code: 0, output: "Python 3.12.1\n" }, OK), "wrong"],
  ["a duidelijk that breaks", answers({ code: 1, output: "duidelijk 0.2.0\n" }, OK), "wrong"],
  [
    "a version with warnings before it",
    answers({ code: 0, output: "let op: …\r\nduidelijk 1.0rc1\r\n" }, OK),
    "ready",
  ],
];

for (const [name, asked, kind] of CASES) {
  test(name, async () => {
    assert.equal((await probe("/bin/duidelijk", asked)).kind, kind);
  });
}

test("the first program that can be used is used", async () => {
  const asked: Run = (program, args) => answers(VERSION, program === "c" ? OK : BARE)(program, args);
  assert.deepEqual(await firstReady(["a", "b", "c", "d"], asked), {
    kind: "ready",
    program: "c",
    version: "0.2.0",
  });
});

test("where none can be used, the first that is a duidelijk says what is the matter", async () => {
  const asked: Run = (program, args) =>
    (program === "a" ? answers(GONE, GONE) : answers(VERSION, BARE))(program, args);
  assert.deepEqual(await firstReady(["a", "b", "c"], asked), { kind: "noServer", program: "b" });
  assert.deepEqual(await firstReady(["a"], asked), { kind: "missing" });
  assert.deepEqual(await firstReady([], asked), { kind: "missing" });
});

test("a real program gives its status and its words; one that is not there gives none", async () => {
  const script = "console.log('één'); console.error(process.argv[1]); process.exit(3)";
  assert.deepEqual(await run(process.execPath, ["-e", script, "twee"]), { code: 3, output: "één\ntwee\n" });
  assert.equal((await run(join(tmpdir(), "bestaat-niet"), [])).code, null);
});

test("a folder and a file that cannot run are no programs", { skip: process.platform === "win32" }, () => {
  const folder = mkdtempSync(join(tmpdir(), "duidelijk-"));
  try {
    const file = join(folder, "duidelijk");
    writeFileSync(file, "");
    chmodSync(file, 0o644);
    assert.equal(thisMachine.isProgram(file), false);
    assert.equal(thisMachine.isProgram(folder), false);
    chmodSync(file, 0o755);
    assert.equal(thisMachine.isProgram(file), true);
    assert.deepEqual(thisMachine.list(folder), ["duidelijk"]);
    assert.deepEqual(thisMachine.list(file), []);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
