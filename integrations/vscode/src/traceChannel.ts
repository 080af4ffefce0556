/** The messages between editor and server in the output, as the setting `duidelijk.trace.server` asks. */

import * as vscode from "vscode";

/** A channel whose level follows the setting: the client writes no traces unless its channel asks for them. */
export class TraceChannel implements vscode.LogOutputChannel {
  readonly #channel: vscode.LogOutputChannel;
  readonly #wanted: () => boolean;
  readonly #changed = new vscode.EventEmitter<vscode.LogLevel>();
  readonly onDidChangeLogLevel = this.#changed.event;

  constructor(channel: vscode.LogOutputChannel, wanted: () => boolean) {
    this.#channel = channel;
    this.#wanted = wanted;
  }

  get name(): string {
    return this.#channel.name;
  }

  get logLevel(): vscode.LogLevel {
    return this.#wanted() ? vscode.LogLevel.Trace : this.#channel.logLevel;
  }

  /** The setting may have changed. */
  refresh(): void {
    this.#changed.fire(this.logLevel);
  }

  trace(message: string, ...more: unknown[]): void {
    if (this.#wanted()) {
      this.#channel.info(message, ...more);
    } else {
      this.#channel.trace(message, ...more);
    }
  }

  debug(message: string, ...more: unknown[]): void {
    this.#channel.debug(message, ...more);
  }

  info(message: string, ...more: unknown[]): void {
    this.#channel.info(message, ...more);
  }

  warn(message: string, ...more: unknown[]): void {
    this.#channel.warn(message, ...more);
  }

  error(message: string | Error, ...more: unknown[]): void {
    this.#channel.error(message, ...more);
  }

  append(value: string): void {
    this.#channel.append(value);
  }

  appendLine(value: string): void {
    this.#channel.appendLine(value);
  }

  replace(value: string): void {
    this.#channel.replace(value);
  }

  clear(): void {
    this.#channel.clear();
  }

  show(column?: vscode.ViewColumn | boolean, preserveFocus?: boolean): void {
    this.#channel.show(typeof column === "boolean" ? column : preserveFocus);
  }

  hide(): void {
    this.#channel.hide();
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
