/** The interpreter of the Python extension (ms-python.python), where a writer has that. */

import * as vscode from "vscode";

/** The part of its interface that is used. */
interface PythonApi {
  readonly environments?: {
    readonly getActiveEnvironmentPath: (resource?: vscode.Uri) => { readonly path: string };
    readonly resolveEnvironment: (environment: {
      readonly path: string;
    }) => Promise<{ readonly executable: { readonly uri?: vscode.Uri } } | undefined>;
  };
}

const PATIENCE = 3_000;

/** The path of the interpreter; undefined where there is none, or where it takes too long to say. */
export async function activeInterpreter(resource: vscode.Uri | undefined): Promise<string | undefined> {
  const extension = vscode.extensions.getExtension<PythonApi>("ms-python.python");
  if (extension === undefined) {
    return undefined;
  }
  const ask = async (): Promise<string | undefined> => {
    const { environments } = await extension.activate();
    const active = environments?.getActiveEnvironmentPath(resource);
    const resolved = active && (await environments?.resolveEnvironment(active));
    return resolved?.executable.uri?.fsPath;
  };
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      resolve(undefined);
    }, PATIENCE);
  });
  try {
    return await Promise.race([ask(), late]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
