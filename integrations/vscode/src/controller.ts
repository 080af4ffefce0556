/** Brings it together: finds the program, runs the server, and tells the writer what is the matter. */

import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { DidChangeConfigurationNotification, ExecuteCommandRequest } from "vscode-languageclient/node";

import { askReason, reasonProblem } from "./ignore";
import { run, thisMachine } from "./machine";
import * as messages from "./messages";
import type { Probed, Problem } from "./probe";
import { firstReady, lacksServer, probe } from "./probe";
import type { Places } from "./programs";
import { chosenProgram, foundPrograms } from "./programs";
import { activeInterpreter } from "./python";
import { RulePages } from "./rulePages";
import { isRuleName } from "./rules";
import { createClient } from "./server";
import { chosenPath, RESTARTING, serverSettings, textsOf } from "./settings";
import { StatusBar } from "./statusBar";
import { TraceChannel } from "./traceChannel";

function setting(name: string): unknown {
  return vscode.workspace.getConfiguration("duidelijk").get(name);
}

export class Controller implements vscode.Disposable {
  readonly #install: vscode.Uri;
  readonly #output = vscode.window.createOutputChannel("duidelijk", { log: true });
  readonly #trace = new TraceChannel(this.#output, () => (setting("trace.server") ?? "off") !== "off");
  readonly #findings = vscode.languages.createDiagnosticCollection("duidelijk");
  readonly #status = new StatusBar(() => setting("statusBar") !== false);
  readonly #pages = new RulePages((rule) => this.#execute("duidelijk.explainRule", [rule]));
  readonly #subscriptions: vscode.Disposable[];
  #client: LanguageClient | undefined;
  #turn: Promise<void> = Promise.resolve();

  constructor(extension: vscode.Uri) {
    this.#install = vscode.Uri.joinPath(extension, "uitleg", "installeren.md");
    this.#subscriptions = [
      vscode.workspace.onDidChangeConfiguration((event) => {
        this.#trace.refresh();
        this.#status.refresh();
        if (RESTARTING.some((name) => event.affectsConfiguration(`duidelijk.${name}`))) {
          void this.restart();
        } else if (event.affectsConfiguration("duidelijk")) {
          void this.#sendSettings();
        }
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => {
        void this.restart();
      }),
    ];
  }

  /** Start the server, or start it anew. */
  readonly restart = (): Promise<void> => {
    return this.#inTurn(async () => {
      await this.#stop();
      await this.#start();
    });
  };

  stop(): Promise<void> {
    return this.#inTurn(() => this.#stop());
  }

  readonly showOutput = (): void => {
    this.#output.show();
  };

  readonly checkAllFiles = async (): Promise<void> => {
    if (!vscode.workspace.workspaceFolders?.length) {
      void vscode.window.showInformationMessage(messages.NO_FOLDER);
      return;
    }
    const answer = await this.#execute("duidelijk.checkWorkspace", []);
    const said = answer === undefined ? messages.NOT_RUNNING : messages.checkedMessage(answer);
    if (said !== undefined) {
      void vscode.window.showInformationMessage(said);
    }
  };

  /** Ask which rule, with the rules of the active text ready to pick, and show its page. */
  readonly chooseRule = async (): Promise<void> => {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const codes = uri === undefined ? [] : (this.#findings.get(uri) ?? []).map((finding) => finding.code);
    const names = codes.map((code) => (typeof code === "object" ? code.value : code)).filter(isRuleName);
    const other = "Een andere regel…";
    const picks = [...new Set(names)].sort();
    const picked = picks.length ? await vscode.window.showQuickPick([...picks, other]) : other;
    const rule = picked === other ? await vscode.window.showInputBox({ prompt: messages.ASK_RULE }) : picked;
    await this.#showRule(rule?.trim().toLowerCase());
  };

  dispose(): void {
    const parts = [this.#status, this.#pages, this.#findings, this.#trace, this.#output];
    for (const one of [...this.#subscriptions, ...parts]) {
      one.dispose();
    }
  }

  /** Starting and stopping never overlap; what goes wrong in one does not hold up the next. */
  #inTurn(act: () => Promise<void>): Promise<void> {
    this.#turn = this.#turn.then(act).catch((error: unknown) => {
      this.#output.error(String(error));
    });
    return this.#turn;
  }

  async #start(): Promise<void> {
    const probed = await this.#find();
    if (probed.kind !== "ready") {
      this.#output.warn(messages.problemMessage(probed));
      void this.#tell(probed);
      return;
    }
    this.#output.info(`duidelijk ${probed.version}: ${probed.program}`);
    const { program } = probed;
    let told = false;
    const gaveUp = (ran: boolean): void => {
      if (!told) {
        told = true;
        void this.#gaveUp(program, ran);
      }
    };
    const client = createClient(program, {
      settings: () => serverSettings(setting),
      languages: textsOf(setting("languages")),
      output: this.#output,
      trace: this.#trace,
      findings: this.#findings,
      status: (params) => {
        this.#status.receive(params);
      },
      stopped: () => {
        this.#status.clear();
      },
      gaveUp,
      showRule: this.#showRule,
      askReason: () => this.#askReason(),
    });
    this.#client = client;
    try {
      await client.start();
    } catch (error) {
      this.#output.error(String(error));
      gaveUp(false);
    }
  }

  async #stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    if (client !== undefined) {
      try {
        await client.dispose();
      } catch (error) {
        this.#output.warn(String(error));
      }
    }
    this.#findings.clear();
    this.#status.clear();
  }

  async #find(): Promise<Probed> {
    const { isTrusted, workspaceFolders = [] } = vscode.workspace;
    const folders = workspaceFolders.filter(({ uri }) => uri.scheme === "file");
    const inspected = vscode.workspace.getConfiguration("duidelijk").inspect("path");
    const places: Places = {
      chosen: chosenPath(inspected, isTrusted),
      folders: folders.map(({ uri }) => uri.fsPath),
      trusted: isTrusted,
      interpreter: isTrusted ? await activeInterpreter(folders[0]?.uri) : undefined,
    };
    if (places.chosen === "") {
      return firstReady(foundPrograms(places, thisMachine), run);
    }
    const program = chosenProgram(places.chosen, places, thisMachine);
    return program === undefined ? { kind: "wrong", program: places.chosen } : probe(program, run);
  }

  async #tell(problem: Problem): Promise<void> {
    const said = messages.problemMessage(problem);
    const picked = await vscode.window.showWarningMessage(said, messages.EXPLAIN, messages.CHOOSE);
    if (picked === messages.EXPLAIN) {
      await vscode.commands.executeCommand("markdown.showPreview", this.#install);
    } else if (picked === messages.CHOOSE) {
      await this.#chooseProgram();
    }
  }

  async #chooseProgram(): Promise<void> {
    const [file] = (await vscode.window.showOpenDialog({ title: messages.CHOOSE, openLabel: "Kies" })) ?? [];
    if (file !== undefined) {
      const settings = vscode.workspace.getConfiguration("duidelijk");
      await settings.update("path", file.fsPath, vscode.ConfigurationTarget.Global);
    }
  }

  /** The server does not come back by itself; one that never answered may lack a part. */
  async #gaveUp(program: string, ran: boolean): Promise<void> {
    if (!ran) {
      const { code, output } = await run(program, ["lsp"]);
      if (code === 2 && lacksServer(output)) {
        await this.#tell({ kind: "noServer", program });
        return;
      }
    }
    const said = ran ? messages.STOPPED : messages.NOT_STARTED;
    const picked = await vscode.window.showErrorMessage(said, messages.RESTART, messages.OUTPUT);
    if (picked === messages.RESTART) {
      await this.restart();
    } else if (picked === messages.OUTPUT) {
      this.showOutput();
    }
  }

  readonly #showRule = async (rule: unknown): Promise<void> => {
    if (isRuleName(rule)) {
      await this.#pages.show(rule);
    }
  };

  #askReason(): Promise<string | undefined> {
    return askReason(textsOf(setting("reasons")), {
      pick: (choices) =>
        vscode.window.showQuickPick(choices, { placeHolder: "Waarom mag dit blijven staan?" }),
      write: () =>
        vscode.window.showInputBox({
          prompt: "Waarom mag dit blijven staan? De reden komt in de tekst te staan.",
          validateInput: reasonProblem,
        }),
    });
  }

  async #sendSettings(): Promise<void> {
    if (this.#client?.isRunning() === true) {
      const settings = { duidelijk: serverSettings(setting) };
      await this.#client.sendNotification(DidChangeConfigurationNotification.type, { settings });
    }
  }

  /** Have the server run a command; undefined where it does not run. */
  async #execute(command: string, args: unknown[]): Promise<unknown> {
    const client = this.#client;
    if (client?.isRunning() !== true) {
      return undefined;
    }
    return client.sendRequest(ExecuteCommandRequest.type, { command, arguments: args }) as Promise<unknown>;
  }
}
