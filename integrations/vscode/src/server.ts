/** The language server as the editor knows it: one client, from start to stop. */

import { homedir } from "node:os";
import * as vscode from "vscode";
import type { ErrorHandler, LanguageClientOptions, Middleware } from "vscode-languageclient/node";
import { LanguageClient, RevealOutputChannelOn, State } from "vscode-languageclient/node";

import type { Policy } from "./restarts";
import { onClosed, onError } from "./restarts";
import { linkRules } from "./rules";
import type { ServerSettings } from "./settings";
import { documentFilters } from "./settings";

export interface Hooks {
  readonly settings: () => ServerSettings;
  readonly languages: readonly string[];
  readonly output: vscode.LogOutputChannel;
  readonly trace: vscode.LogOutputChannel;
  /** Shared by what the server sends and what the editor asks for: a finding is shown once. */
  readonly findings: vscode.DiagnosticCollection;
  readonly status: (params: unknown) => void;
  /** The server stopped and may come back. */
  readonly stopped: () => void;
  /** The server stopped and does not come back; `ran` is false where it never answered. */
  readonly gaveUp: (ran: boolean) => void;
  readonly showRule: (rule: unknown) => Promise<void>;
  /** The reason of the writer, or undefined where there is none. */
  readonly askReason: () => Promise<string | undefined>;
}

/** The client's own remarks are English and for programmers: they go to the output, never on the screen. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }

  override warn(message: string, data?: unknown): void {
    super.warn(message, data, false);
  }

  override info(message: string, data?: unknown): void {
    super.info(message, data, false);
  }
}

/** A client that starts `program`; it is not started yet. */
export function createClient(program: string, hooks: Hooks): LanguageClient {
  let ran = false;
  const server = {
    command: program,
    args: ["lsp"],
    options: { cwd: homedir(), env: { ...process.env, PYTHONUTF8: "1" } },
  };
  const options: LanguageClientOptions = {
    documentSelector: documentFilters(hooks.languages),
    initializationOptions: () => ({ settings: hooks.settings(), asksForReason: true, showsRules: true }),
    outputChannel: hooks.output,
    traceOutputChannel: hooks.trace,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    diagnosticCollectionProvider: {
      create: () => hooks.findings,
      dispose: () => {
        hooks.findings.clear();
      },
    },
    middleware: middleware(hooks),
    initializationFailedHandler: () => false,
  };
  let own: ErrorHandler | undefined;
  const policy: Policy = {
    closed: () => (own ??= client.createDefaultErrorHandler()).closed(),
    ran: () => ran,
    gaveUp: hooks.gaveUp,
  };
  options.errorHandler = {
    error: (_error, _message, count) => onError(count, policy),
    closed: () => onClosed(policy),
  };
  const client = new QuietClient("duidelijk", "duidelijk", server, options);
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Running) {
      ran = true;
    } else {
      hooks.stopped();
    }
  });
  client.onNotification("$/duidelijk/status", hooks.status);
  return client;
}

function linked(findings: vscode.Diagnostic[]): void {
  linkRules(findings, (address) => vscode.Uri.parse(address));
}

function middleware(hooks: Hooks): Middleware {
  return {
    handleDiagnostics: (uri, findings, next) => {
      linked(findings);
      next(uri, findings);
    },
    provideDiagnostics: async (document, previous, token, next) => {
      const report = await next(document, previous, token);
      if (report && "items" in report) {
        linked(report.items);
      }
      return report;
    },
    provideWorkspaceDiagnostics: (previous, token, reporter, next) =>
      next(previous, token, (chunk) => {
        for (const report of chunk?.items ?? []) {
          if ("items" in report) {
            linked(report.items);
          }
        }
        reporter(chunk);
      }),
    executeCommand: async (command, args: unknown[], next) => {
      if (command === "duidelijk.explainRule") {
        await hooks.showRule(args[0]);
        return undefined;
      }
      if (command !== "duidelijk.ignoreHere" || args.length > 4) {
        return (await next(command, args)) as unknown;
      }
      const reason = await hooks.askReason();
      return reason === undefined ? undefined : ((await next(command, [...args, reason])) as unknown);
    },
  };
}
