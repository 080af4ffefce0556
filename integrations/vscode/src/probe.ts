/** Whether a program is a `duidelijk` that an editor can talk to. */

/** How a program ended; `code` is null where it could not start or did not answer in time. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

export type Run = (program: string, args: readonly string[]) => Promise<Ended>;

export type Problem =
  /** There is no duidelijk. */
  | { readonly kind: "missing" }
  /** The chosen program is not there, or is another program. */
  | { readonly kind: "wrong"; readonly program: string }
  /** duidelijk is there, but older than the editor needs. */
  | { readonly kind: "old"; readonly program: string; readonly version: string }
  /** duidelijk is there, without the part for editors. */
  | { readonly kind: "noServer"; readonly program: string };

export type Probed = { readonly kind: "ready"; readonly program: string; readonly version: string } | Problem;

const VERSION = /^duidelijk (\d\S*)\s*$/m;

/** Ask one program for its version and its server. */
export async function probe(program: string, run: Run): Promise<Probed> {
  const [asked, server] = await Promise.all([run(program, ["--version"]), run(program, ["lsp", "--help"])]);
  const version = asked.code === 0 ? VERSION.exec(asked.output)?.[1] : undefined;
  if (version === undefined) {
    return { kind: "wrong", program };
  }
  if (server.code === 0) {
    return { kind: "ready", program, version };
  }
  return lacksServer(server.output) ? { kind: "noServer", program } : { kind: "old", program, version };
}

/** Whether duidelijk says that the part for editors is not installed. */
export function lacksServer(output: string): boolean {
  return output.includes("duidelijk[lsp]");
}

/** The first program that can be used, or what is wrong with the first that is a duidelijk. */
export async function firstReady(programs: readonly string[], run: Run): Promise<Probed> {
  let problem: Problem | undefined;
  for (const program of programs) {
    const probed = await probe(program, run);
    if (probed.kind === "ready") {
      return probed;
    }
    if (problem === undefined && probed.kind !== "wrong") {
      problem = probed;
    }
  }
  return problem ?? { kind: "missing" };
}
