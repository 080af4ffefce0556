/** A small VS Code for tests in Node: open texts, findings, settings, commands and messages, without windows. */

import { existsSync, readFileSync } from "node:fs";

import type { Disposes, WorkspaceEdit, Diagnostic, Uri } from "./values";
import { Disposable, EventEmitter, Position, Range } from "./values";

export * from "./values";

class Unused {
  readonly unused = true;
}
export {
  Unused as CallHierarchyItem,
  Unused as CodeLens,
  Unused as CompletionItem,
  Unused as DocumentLink,
  Unused as InlayHint,
  Unused as SymbolInformation,
  Unused as TabInputCustom,
  Unused as TabInputNotebook,
  Unused as TabInputText,
  Unused as TabInputTextDiff,
  Unused as TypeHierarchyItem,
};

export const version = "1.91.0";
export const env = { appName: "Test", language: "nl" };
export const DiagnosticSeverity = { Error: 0, Warning: 1, Information: 2, Hint: 3 };
export const DiagnosticTag = { Unnecessary: 1, Deprecated: 2 };
export const CompletionItemKind = { Text: 0 };
export const CompletionItemTag = { Deprecated: 1 };
export const SymbolKind = { Property: 6, TypeParameter: 25 };
export const SymbolTag = { Deprecated: 1 };
export const CodeActionTriggerKind = { Invoke: 1, Automatic: 2 };
export const LogLevel = { Off: 0, Trace: 1, Debug: 2, Info: 3, Warning: 4, Error: 5 };
export const StatusBarAlignment = { Left: 1, Right: 2 };
export const ConfigurationTarget = { Global: 1, Workspace: 2, WorkspaceFolder: 3 };
export const ProgressLocation = { SourceControl: 1, Window: 10, Notification: 15 };

/** An open text; positions count in UTF-16, as strings do here. */
export class TextDocument {
  version = 1;
  isClosed = false;
  readonly isUntitled: boolean;

  constructor(
    readonly uri: Uri,
    readonly languageId: string,
    private text: string,
  ) {
    this.isUntitled = uri.scheme === "untitled";
  }

  getText(range?: Range): string {
    return range === undefined
      ? this.text
      : this.text.slice(this.offsetAt(range.start), this.offsetAt(range.end));
  }

  positionAt(offset: number): Position {
    const before = this.text.slice(0, offset).split("\n");
    return new Position(before.length - 1, before.at(-1)?.length ?? 0);
  }

  offsetAt(position: Position): number {
    const lines = this.text.split("\n");
    const before = lines.slice(0, position.line).reduce((sum, line) => sum + line.length + 1, 0);
    return before + Math.min(position.character, lines[position.line]?.length ?? 0);
  }

  /** Where some words stand, as a range. */
  rangeOf(words: string): Range {
    const start = this.text.indexOf(words);
    return new Range(this.positionAt(start), this.positionAt(start + words.length));
  }

  replace(range: Range, text: string): void {
    const [start, end] = [this.offsetAt(range.start), this.offsetAt(range.end)];
    this.text = this.text.slice(0, start) + text + this.text.slice(end);
    this.version += 1;
  }
}

interface Filter {
  scheme?: string;
  language?: string;
  pattern?: string;
}

interface Provider {
  readonly selector: readonly Filter[];
  readonly provider: unknown;
}

/** What a test sees and does. */
export const editor = {
  settings: {} as Record<string, unknown>,
  commands: new Map<string, (...args: unknown[]) => unknown>(),
  executed: [] as unknown[][],
  messages: [] as string[],
  log: [] as string[],
  /** What the writer picks or writes, in turn. */
  answers: [] as unknown[],
  collections: [] as DiagnosticCollection[],
  statusItems: [] as StatusBarItem[],
  actions: [] as Provider[],
  hovers: [] as Provider[],
  pages: new Map<string, { provideTextDocumentContent(uri: Uri): Promise<string> }>(),

  open(uri: Uri, languageId: string, text: string): TextDocument {
    const document = new TextDocument(uri, languageId, text);
    workspace.textDocuments.push(document);
    opened.fire(document);
    this.show(document);
    return document;
  },

  show(document: TextDocument): void {
    window.activeTextEditor = { document };
    window.visibleTextEditors = [{ document }];
    activeChanged.fire(window.activeTextEditor);
    visibleChanged.fire(window.visibleTextEditors);
  },

  close(document: TextDocument): void {
    document.isClosed = true;
    workspace.textDocuments = workspace.textDocuments.filter((one) => one !== document);
    window.activeTextEditor = undefined;
    window.visibleTextEditors = [];
    visibleChanged.fire([]);
    closed.fire(document);
  },

  change(document: TextDocument, range: Range, text: string): void {
    const rangeOffset = document.offsetAt(range.start);
    const rangeLength = document.offsetAt(range.end) - rangeOffset;
    document.replace(range, text);
    changed.fire({ document, contentChanges: [{ range, rangeOffset, rangeLength, text }] });
  },

  set(name: string, value: unknown): void {
    this.settings[name] = value;
    settingsChanged.fire({
      affectsConfiguration: (one: string) => name === one || name.startsWith(`${one}.`),
    });
  },

  /** The findings that a writer sees in a text: of every collection together. */
  findings(uri: Uri): Diagnostic[] {
    return this.collections.flatMap((one) => one.get(uri) ?? []);
  },

  /** What is shown at the bottom of the window. */
  status(): StatusBarItem | undefined {
    return this.statusItems.find((item) => item.visible);
  },
};

const opened = new EventEmitter<TextDocument>();
const closed = new EventEmitter<TextDocument>();
const changed = new EventEmitter<unknown>();
const settingsChanged = new EventEmitter<unknown>();
const activeChanged = new EventEmitter<unknown>();
const visibleChanged = new EventEmitter<unknown>();
const never = new EventEmitter<unknown>().event;

class DiagnosticCollection {
  readonly #findings = new Map<string, Diagnostic[]>();

  constructor(readonly name: string) {}

  get(uri: Uri): Diagnostic[] | undefined {
    return this.#findings.get(uri.toString());
  }

  set(uri: Uri, findings: Diagnostic[]): void {
    this.#findings.set(uri.toString(), findings);
  }

  delete(uri: Uri): void {
    this.#findings.delete(uri.toString());
  }

  clear(): void {
    this.#findings.clear();
  }

  dispose(): void {
    this.clear();
  }
}

class StatusBarItem {
  text = "";
  tooltip = "";
  name = "";
  command = "";
  visible = false;
  accessibilityInformation: unknown;

  show(): void {
    this.visible = true;
  }

  hide(): void {
    this.visible = false;
  }

  dispose(): void {
    this.hide();
  }
}

function matches(filter: Filter, document: TextDocument): boolean {
  const { scheme, language, pattern } = filter;
  const name = pattern?.replace("**/", "");
  return (
    (scheme === undefined || scheme === document.uri.scheme) &&
    (language === undefined || language === document.languageId) &&
    (name === undefined || document.uri.path.endsWith(`/${name}`))
  );
}

export const languages = {
  match: (selector: readonly Filter[], document: TextDocument): number =>
    selector.some((filter) => matches(filter, document)) ? 10 : 0,
  createDiagnosticCollection: (name: string): DiagnosticCollection => {
    const collection = new DiagnosticCollection(name);
    editor.collections.push(collection);
    return collection;
  },
  registerCodeActionsProvider: (selector: readonly Filter[], provider: unknown): Disposable =>
    keep(editor.actions, { selector, provider }),
  registerHoverProvider: (selector: readonly Filter[], provider: unknown): Disposable =>
    keep(editor.hovers, { selector, provider }),
};

function keep<Item>(list: Item[], item: Item): Disposable {
  list.push(item);
  return new Disposable(() => {
    list.splice(list.indexOf(item), 1);
  });
}

function configured(name: string): unknown {
  if (name in editor.settings) {
    return editor.settings[name];
  }
  const under = Object.entries(editor.settings).filter(([one]) => one.startsWith(`${name}.`));
  return under.length
    ? Object.fromEntries(under.map(([one, value]) => [one.slice(name.length + 1), value]))
    : undefined;
}

export const workspace = {
  isTrusted: true,
  textDocuments: [] as TextDocument[],
  notebookDocuments: [],
  workspaceFolders: undefined as { uri: Uri; name: string; index: number }[] | undefined,
  onDidOpenTextDocument: opened.event,
  onDidCloseTextDocument: closed.event,
  onDidChangeTextDocument: changed.event,
  onDidChangeConfiguration: settingsChanged.event,
  onDidSaveTextDocument: never,
  onWillSaveTextDocument: never,
  onDidChangeWorkspaceFolders: never,
  onDidGrantWorkspaceTrust: never,
  onDidOpenNotebookDocument: never,
  onDidCloseNotebookDocument: never,
  onDidChangeNotebookDocument: never,
  onDidSaveNotebookDocument: never,
  onDidCreateFiles: never,
  onDidRenameFiles: never,
  onDidDeleteFiles: never,
  onWillCreateFiles: never,
  onWillRenameFiles: never,
  onWillDeleteFiles: never,
  getWorkspaceFolder: () => undefined,
  createFileSystemWatcher: () => ({
    onDidCreate: never,
    onDidChange: never,
    onDidDelete: never,
    dispose: () => undefined,
  }),
  getConfiguration: (section?: string) => {
    const full = (name: string): string => (section ? `${section}.${name}` : name);
    return {
      get: (name: string, otherwise?: unknown): unknown => configured(full(name)) ?? otherwise,
      inspect: (name: string) => ({ globalValue: configured(full(name)) }),
      update: (name: string, value: unknown): Promise<void> => {
        editor.set(full(name), value);
        return Promise.resolve();
      },
    };
  },
  registerTextDocumentContentProvider: (
    scheme: string,
    provider: { provideTextDocumentContent(uri: Uri): Promise<string> },
  ): Disposable => {
    editor.pages.set(scheme, provider);
    return new Disposable(() => editor.pages.delete(scheme));
  },
  applyEdit: (edit: WorkspaceEdit): Promise<boolean> => {
    for (const uri of edit.created) {
      editor.open(uri, "toml", existsSync(uri.fsPath) ? readFileSync(uri.fsPath, "utf8") : "");
    }
    for (const [uri, edits] of edit.entries()) {
      const document = workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
      if (document === undefined) {
        return Promise.resolve(false);
      }
      const last = (range: Range): number => document.offsetAt(range.start);
      for (const { range, newText } of [...edits].sort((one, other) => last(other.range) - last(one.range))) {
        editor.change(document, range, newText);
      }
    }
    return Promise.resolve(true);
  },
};

function say(message: string): Promise<unknown> {
  editor.messages.push(message);
  return Promise.resolve(undefined);
}

function answer(): Promise<unknown> {
  return Promise.resolve(editor.answers.shift());
}

function note(message: unknown): void {
  editor.log.push(String(message));
}

export const window = {
  activeTextEditor: undefined as { document: TextDocument } | undefined,
  visibleTextEditors: [] as { document: TextDocument }[],
  tabGroups: { all: [], onDidChangeTabs: never },
  onDidChangeActiveTextEditor: activeChanged.event,
  onDidChangeVisibleTextEditors: visibleChanged.event,
  showInformationMessage: say,
  showWarningMessage: say,
  showErrorMessage: say,
  showQuickPick: answer,
  showInputBox: answer,
  showOpenDialog: answer,
  createStatusBarItem: (): StatusBarItem => {
    const item = new StatusBarItem();
    editor.statusItems.push(item);
    return item;
  },
  createOutputChannel: (name: string) => ({
    name,
    logLevel: LogLevel.Info,
    onDidChangeLogLevel: never,
    trace: () => undefined,
    debug: () => undefined,
    info: note,
    warn: note,
    error: note,
    append: note,
    appendLine: note,
    replace: note,
    clear: () => undefined,
    show: () => undefined,
    hide: () => undefined,
    dispose: () => undefined,
  }),
  withProgress: (
    _: unknown,
    task: (progress: unknown, token: unknown) => Promise<unknown>,
  ): Promise<unknown> =>
    task({ report: () => undefined }, { isCancellationRequested: false, onCancellationRequested: never }),
};

export const commands = {
  registerCommand: (name: string, act: (...args: unknown[]) => unknown): Disposes => {
    if (editor.commands.has(name)) {
      throw new Error(`command '${name}' already exists`);
    }
    editor.commands.set(name, act);
    return new Disposable(() => editor.commands.delete(name));
  },
  executeCommand: (name: string, ...args: unknown[]): Promise<unknown> => {
    editor.executed.push([name, ...args]);
    return Promise.resolve(editor.commands.get(name)?.(...args));
  },
};

export const extensions = { getExtension: () => undefined };
