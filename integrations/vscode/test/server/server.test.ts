/** The extension and the real server, in a small VS Code. The variable DUIDELIJK names the program. */

import assert from "node:assert/strict";
import childProcess from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";

import { activate, deactivate } from "../../src/extension";
import type { CodeAction, Diagnostic, TextDocument } from "../fake/vscode";
import { commands, editor, Range, Uri, workspace } from "../fake/vscode";

const PROGRAM = process.env["DUIDELIJK"] ?? "";
const folder = mkdtempSync(join(tmpdir(), "duidelijk-"));
const LETTER =
  "# Uw aanvraag\n\nLet op 👩‍👩‍👧 e\u0301 😀: indien u niet op tijd betaalt, bellen wij u.\n\nAnders ontvangt u uw paspoort niet.\n";

async function until<Value>(what: string, look: () => Value | undefined | false): Promise<Value> {
  const end = Date.now() + 60_000;
  for (;;) {
    const found = look();
    if (found !== undefined && found !== false) {
      return found;
    }
    if (Date.now() > end) {
      throw new Error(`${what} did not come\n${[...editor.messages, ...editor.log].join("\n")}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function finding(document: TextDocument, words: string): Diagnostic | undefined {
  return editor.findings(document.uri).find(({ range }) => document.getText(range) === words);
}

function rule(found: Diagnostic): string {
  return (found.code as { value: string }).value;
}

async function actions(document: TextDocument, found: Diagnostic): Promise<CodeAction[]> {
  const all: CodeAction[] = [];
  const context = { diagnostics: [found], only: undefined, triggerKind: 1 };
  const token = {
    isCancellationRequested: false,
    onCancellationRequested: () => ({ dispose: () => undefined }),
  };
  for (const { provider } of editor.actions) {
    const { provideCodeActions } = provider as {
      provideCodeActions: (...args: unknown[]) => Promise<CodeAction[] | undefined>;
    };
    all.push(...((await provideCodeActions(document, found.range, context, token)) ?? []));
  }
  return all;
}

/** Do what the editor does when a writer picks an action. */
async function pick(action: CodeAction): Promise<void> {
  if (action.edit !== undefined) {
    assert.ok(await workspace.applyEdit(action.edit));
  }
  if (action.command !== undefined) {
    await commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
  }
}

function open(name: string, text = LETTER, language = "markdown"): TextDocument {
  return editor.open(Uri.file(join(folder, name)), language, text);
}

const started: childProcess.ChildProcess[] = [];
const { spawn } = childProcess;
childProcess.spawn = ((...args: Parameters<typeof spawn>) => {
  const process = spawn(...args);
  started.push(process);
  return process;
}) as typeof spawn;

/** The processes of the server that run now. */
function servers(): number[] {
  const running = started.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
  return running.flatMap(({ pid }) => pid ?? []);
}

const options = { skip: PROGRAM === "" ? "DUIDELIJK does not name a program" : false };

before(() => {
  writeFileSync(join(folder, "duidelijk.toml"), "");
  workspace.workspaceFolders = [{ uri: Uri.file(folder), name: "brieven", index: 0 }];
  editor.settings = {
    "duidelijk.path": PROGRAM,
    "duidelijk.languages": ["markdown", "html", "plaintext"],
    "duidelijk.allSuggestions": true,
    "duidelijk.delay": 20,
    "duidelijk.reasons": ["vaste term", "citaat"],
    "duidelijk.statusBar": true,
  };
  if (PROGRAM !== "") {
    activate({ subscriptions: [], extensionUri: Uri.file(folder) } as unknown as Parameters<
      typeof activate
    >[0]);
  }
});

afterEach(() => {
  for (const document of workspace.textDocuments) {
    editor.close(document);
  }
});

after(async () => {
  await deactivate();
  rmSync(folder, { recursive: true });
});

test("findings stand at the right words, also after emoji", options, async () => {
  const document = open("emoji.md");
  const found = await until("a finding", () => finding(document, "indien"));
  const column = "Let op 👩‍👩‍👧 e\u0301 😀: ".length;
  assert.deepEqual([found.range.start.line, found.range.start.character], [2, column]);
  assert.equal(found.source, "duidelijk");
  const code = found.code as { value: string; target: Uri };
  assert.equal(code.target.toString(), `duidelijk-regel:/${code.value}.md`);
});

test("the level of the active text is at the bottom, and only of that", options, async () => {
  const document = open("status.md");
  const shown = await until("the status", () => editor.status());
  assert.match(shown.text, /melding/);
  assert.equal(shown.command, "workbench.actions.view.problems");
  editor.show(editor.open(Uri.file(join(folder, "script.py")), "python", "print()\n"));
  assert.equal(editor.status(), undefined);
  editor.show(document);
  assert.ok(editor.status());
  editor.set("duidelijk.statusBar", false);
  assert.equal(editor.status(), undefined);
  editor.set("duidelijk.statusBar", true);
});

test("a code action after emoji changes these words and nothing else", options, async () => {
  const document = open("actie.md");
  const found = await until("a finding", () => finding(document, "indien"));
  const [replace] = (await actions(document, found)).filter((action) => action.title.startsWith("Vervang"));
  assert.ok(replace);
  await pick(replace);
  assert.equal(document.getText(), LETTER.replace("indien", "als"));
  await until("the finding to go", () =>
    editor.findings(document.uri).every((one) => rule(one) !== rule(found)),
  );
});

test("ignoring asks for the reason and puts it in the text", options, async () => {
  const document = open("negeer.md");
  const found = await until("a finding", () => finding(document, "indien"));
  const [ignore] = (await actions(document, found)).filter((action) => action.title.startsWith("Negeer"));
  assert.equal(ignore?.command?.command, "duidelijk.ignoreHere");
  editor.answers = [undefined];
  await pick(ignore);
  assert.equal(document.getText(), LETTER);
  editor.answers = ["Een andere reden…", "eigen woord van de raad"];
  await pick(ignore);
  await until("the comment", () =>
    document.getText().includes(`${rule(found)} — eigen woord van de raad -->`),
  );
  await until("the finding to go", () => finding(document, "indien") === undefined);
});

test("the page about a rule comes from the server and is shown as a page", options, async () => {
  const document = open("uitleg.md");
  const found = await until("a finding", () => finding(document, "indien"));
  const explain = (await actions(document, found)).find((action) => action.title.startsWith("Uitleg"));
  assert.ok(explain);
  await pick(explain);
  const [command, uri] = editor.executed.at(-1) ?? [];
  assert.equal(command, "markdown.showPreview");
  const pages = editor.pages.get("duidelijk-regel");
  assert.match((await pages?.provideTextDocumentContent(uri as Uri)) ?? "", /^# /);
  const unknown = Uri.parse("duidelijk-regel:/bestaat-niet.md");
  assert.match((await pages?.provideTextDocumentContent(unknown)) ?? "", /geen regel/);
});

test("all files of the folder are checked, and each finding is there once", options, async () => {
  const document = open("open.md");
  writeFileSync(join(folder, "open.md"), LETTER);
  writeFileSync(join(folder, "dicht.md"), LETTER);
  await until("a finding", () => finding(document, "indien"));
  const before = editor.findings(document.uri).length;
  await commands.executeCommand("duidelijk.checkAllFiles");
  assert.match(editor.messages.at(-1) ?? "", /bestanden gecontroleerd: \d+ meldingen/);
  const closed = await until("the other file", () => {
    const found = editor.findings(Uri.file(join(folder, "dicht.md")));
    return found.length > 0 && found;
  });
  assert.ok(closed.every((one) => typeof (one.code as { target?: unknown }).target === "object"));
  assert.equal(editor.findings(document.uri).length, before);
});

test("settings that change take effect", options, async () => {
  const document = open("alles.md");
  await until("a finding", () => finding(document, "indien"));
  writeFileSync(join(folder, "streng.toml"), 'select = ["dubbele-ontkenning"]\n');
  editor.set("duidelijk.config", join(folder, "streng.toml"));
  await until("the finding to go", () => finding(document, "indien") === undefined);
  editor.set("duidelijk.config", "");
  await until("the finding to come back", () => finding(document, "indien"));
});

test("a server that is killed comes back, with the text as it is now", options, async () => {
  const document = open("herstart.md");
  await until("a finding", () => finding(document, "indien"));
  const start = document.positionAt(0);
  editor.change(document, new Range(start, start), "Nog niet opgeslagen. ");
  const [old, ...others] = servers();
  assert.ok(old);
  assert.deepEqual(others, []);
  process.kill(old, "SIGKILL");
  await until("another server", () => servers().some((pid) => pid !== old));
  await until("the findings again", () => finding(document, "indien"));
  assert.ok(document.getText().startsWith("Nog niet opgeslagen."));
  assert.deepEqual(
    editor.messages.filter((message) => /crash|server/i.test(message)),
    [],
  );
});

test("a program that is no duidelijk is told, and the right one starts again", options, async () => {
  const document = open("fout.md");
  editor.set("duidelijk.path", process.execPath);
  await until("the message", () =>
    editor.messages.some((one) => one.includes("is niet het programma duidelijk")),
  );
  assert.deepEqual(editor.findings(document.uri), []);
  await until("the server to stop", () => servers().length === 0);
  editor.set("duidelijk.path", PROGRAM);
  await until("a finding", () => finding(document, "indien"));
});

const posix = { skip: options.skip || (process.platform === "win32" && "the program is a shell script") };

test("a program without the part for editors is told how to get it, once", posix, async () => {
  const bare = join(folder, "duidelijk");
  const lines = [
    'case "$*" in --version) echo duidelijk 0.1.0 ;; "lsp --help") ;;',
    "*) echo 'Installeer hem met: pip install \"duidelijk[lsp]\".' >&2; exit 2 ;; esac",
  ];
  writeFileSync(bare, `#!/bin/sh\n${lines.join(" ")}\n`, { mode: 0o755 });
  const document = open("deel.md");
  await until("a finding", () => finding(document, "indien"));
  editor.messages = [];
  editor.set("duidelijk.path", bare);
  await until("the message", () => editor.messages.length > 0);
  assert.match(editor.messages[0] ?? "", /mist het deel voor editors.*pipx install/);
  assert.deepEqual(editor.findings(document.uri), []);
  assert.equal(editor.status(), undefined);
  editor.set("duidelijk.path", PROGRAM);
  await until("a finding", () => finding(document, "indien"));
  assert.equal(editor.messages.length, 1);
});
