/** The item at the bottom of the window with the reading level of the active text. */

import * as vscode from "vscode";

import { readStatus, StatusBoard } from "./status";

export class StatusBar implements vscode.Disposable {
  readonly #item: vscode.StatusBarItem;
  readonly #board = new StatusBoard();
  readonly #wanted: () => boolean;
  readonly #subscriptions: vscode.Disposable[];

  constructor(wanted: () => boolean) {
    this.#wanted = wanted;
    this.#item = vscode.window.createStatusBarItem(
      "duidelijk.leesniveau",
      vscode.StatusBarAlignment.Right,
      100,
    );
    this.#item.name = "Leesniveau";
    this.#item.command = "workbench.actions.view.problems";
    this.#subscriptions = [
      vscode.window.onDidChangeActiveTextEditor(() => {
        this.refresh();
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        this.#board.forget(document.uri.toString());
        this.refresh();
      }),
    ];
  }

  /** Take what `$/duidelijk/status` says. */
  receive(params: unknown): void {
    const status = readStatus(params);
    if (status !== undefined) {
      this.#board.set(vscode.Uri.parse(status.uri).toString(), status);
      this.refresh();
    }
  }

  /** The server has stopped: what it said no longer holds. */
  clear(): void {
    this.#board.clear();
    this.refresh();
  }

  refresh(): void {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    const shown = this.#board.shown(uri, this.#wanted());
    if (shown === undefined) {
      this.#item.hide();
      return;
    }
    this.#item.text = shown.text;
    this.#item.tooltip = shown.tooltip;
    this.#item.accessibilityInformation = { label: `duidelijk: ${shown.text}` };
    this.#item.show();
  }

  dispose(): void {
    for (const one of [...this.#subscriptions, this.#item]) {
      one.dispose();
    }
  }
}
