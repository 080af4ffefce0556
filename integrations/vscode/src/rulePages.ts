/** The pages about rules: the server writes them, the editor shows them. */

import * as vscode from "vscode";

import { explanation, noExplanation, RULE_SCHEME, ruleAddress, ruleOfPath } from "./rules";

/** Asks the server about a rule; undefined where it does not run. */
export type AskRule = (rule: string) => Promise<unknown>;

export class RulePages implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #ask: AskRule;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #registered: vscode.Disposable;

  constructor(ask: AskRule) {
    this.#ask = ask;
    this.#registered = vscode.workspace.registerTextDocumentContentProvider(RULE_SCHEME, this);
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const rule = ruleOfPath(uri.path);
    if (rule === undefined) {
      return noExplanation(uri.path, true);
    }
    const answer = await this.#ask(rule);
    return explanation(answer) ?? noExplanation(rule, answer !== undefined);
  }

  /** Show the page about a rule; a page that is open already is asked again. */
  async show(rule: string): Promise<void> {
    const uri = vscode.Uri.parse(ruleAddress(rule));
    this.#changed.fire(uri);
    await vscode.commands.executeCommand("markdown.showPreview", uri);
  }

  dispose(): void {
    this.#registered.dispose();
    this.#changed.dispose();
  }
}
