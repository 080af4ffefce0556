/** Where the editor starts and stops the extension. */

import * as vscode from "vscode";

import { Controller } from "./controller";

let controller: Controller | undefined;

export function activate(context: vscode.ExtensionContext): void {
  controller = new Controller(context.extensionUri);
  context.subscriptions.push(controller);
  const commands: Record<string, () => Promise<void> | void> = {
    "duidelijk.restartServer": controller.restart,
    "duidelijk.checkAllFiles": controller.checkAllFiles,
    "duidelijk.showRule": controller.chooseRule,
    "duidelijk.showOutput": controller.showOutput,
  };
  for (const [name, run] of Object.entries(commands)) {
    context.subscriptions.push(vscode.commands.registerCommand(name, run));
  }
  void controller.restart();
}

export async function deactivate(): Promise<void> {
  await controller?.stop();
  controller = undefined;
}
