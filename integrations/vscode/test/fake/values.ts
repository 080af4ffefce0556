/** The small values of the interface of VS Code, as far as the client uses them. */

import * as path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export class Uri {
  private constructor(
    readonly scheme: string,
    readonly authority: string,
    readonly path: string,
    readonly query: string,
    readonly fragment: string,
  ) {}

  static parse(text: string): Uri {
    const found = /^([a-z][a-z0-9+.-]*):(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/is.exec(text);
    if (found === null) {
      throw new Error(`no address: ${text}`);
    }
    const [, scheme = "", authority = "", way = "", query = "", fragment = ""] = found;
    return new Uri(scheme, authority, decodeURIComponent(way), query, fragment);
  }

  static file(file: string): Uri {
    return Uri.parse(pathToFileURL(file).href);
  }

  static joinPath(base: Uri, ...parts: string[]): Uri {
    return new Uri(base.scheme, base.authority, path.posix.join(base.path, ...parts), "", "");
  }

  get fsPath(): string {
    return this.scheme === "file" ? fileURLToPath(this.toString()) : this.path;
  }

  toString(): string {
    const way = this.path.split("/").map(encodeURIComponent).join("/");
    const slashes = this.authority !== "" || this.scheme === "file" ? `//${this.authority}` : "";
    return `${this.scheme}:${slashes}${way}${this.query && `?${this.query}`}${this.fragment && `#${this.fragment}`}`;
  }
}

export class Position {
  constructor(
    readonly line: number,
    readonly character: number,
  ) {}
}

export class Range {
  readonly start: Position;
  readonly end: Position;

  constructor(start: Position, end: Position);
  constructor(line: number, character: number, endLine: number, endCharacter: number);
  constructor(start: Position | number, end: Position | number, endLine = 0, endCharacter = 0) {
    this.start = typeof start === "number" ? new Position(start, Number(end)) : start;
    this.end = typeof end === "number" ? new Position(endLine, endCharacter) : end;
  }
}

export interface Disposes {
  dispose(): void;
}

export class Disposable implements Disposes {
  readonly #act: () => void;

  constructor(act: () => void) {
    this.#act = act;
  }

  static from(...all: Disposes[]): Disposable {
    return new Disposable(() => {
      for (const one of all) {
        one.dispose();
      }
    });
  }

  dispose(): void {
    this.#act();
  }
}

type Listener<Value> = (value: Value) => unknown;

export class EventEmitter<Value> {
  readonly #listeners = new Set<Listener<Value>>();

  readonly event = (listener: Listener<Value>, self?: unknown, kept?: Disposes[]): Disposable => {
    const bound: Listener<Value> = (value) => listener.call(self, value);
    this.#listeners.add(bound);
    const registered = new Disposable(() => this.#listeners.delete(bound));
    kept?.push(registered);
    return registered;
  };

  fire(value: Value): void {
    for (const listener of [...this.#listeners]) {
      listener(value);
    }
  }

  dispose(): void {
    this.#listeners.clear();
  }
}

export class CancellationError extends Error {}

export class CancellationTokenSource {
  readonly #cancelled = new EventEmitter<undefined>();
  readonly token = { isCancellationRequested: false, onCancellationRequested: this.#cancelled.event };

  cancel(): void {
    this.token.isCancellationRequested = true;
    this.#cancelled.fire(undefined);
  }

  dispose(): void {
    this.#cancelled.dispose();
  }
}

export class Diagnostic {
  code: unknown;
  source: string | undefined;

  constructor(
    public range: Range,
    public message: string,
    public severity = 0,
  ) {}
}

export class TextEdit {
  constructor(
    readonly range: Range,
    readonly newText: string,
  ) {}
}

export class WorkspaceEdit {
  readonly #edits: [Uri, TextEdit[]][] = [];
  readonly created: Uri[] = [];

  set(uri: Uri, edits: (TextEdit | [TextEdit, unknown])[]): void {
    this.#edits.push([uri, edits.map((edit) => (Array.isArray(edit) ? edit[0] : edit))]);
  }

  createFile(uri: Uri): void {
    this.created.push(uri);
  }

  entries(): [Uri, TextEdit[]][] {
    return this.#edits;
  }
}

export class CodeActionKind {
  static readonly Empty = new CodeActionKind("");
  static readonly QuickFix = new CodeActionKind("quickfix");
  static readonly Refactor = new CodeActionKind("refactor");
  static readonly RefactorExtract = new CodeActionKind("refactor.extract");
  static readonly RefactorInline = new CodeActionKind("refactor.inline");
  static readonly RefactorRewrite = new CodeActionKind("refactor.rewrite");
  static readonly Source = new CodeActionKind("source");
  static readonly SourceOrganizeImports = new CodeActionKind("source.organizeImports");

  constructor(readonly value: string) {}

  append(part: string): CodeActionKind {
    return new CodeActionKind(this.value === "" ? part : `${this.value}.${part}`);
  }
}

export class CodeAction {
  edit: WorkspaceEdit | undefined;
  command: { command: string; arguments?: unknown[] } | undefined;
  isPreferred: boolean | undefined;

  constructor(
    readonly title: string,
    public kind?: CodeActionKind,
  ) {}
}

export class MarkdownString {
  constructor(public value = "") {}
}

export class Hover {
  constructor(
    readonly contents: MarkdownString[],
    readonly range?: Range,
  ) {}
}
