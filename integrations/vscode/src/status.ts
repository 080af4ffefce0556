/** The line at the bottom of the window: what the server says about each open text. */

export interface Status {
  readonly text: string;
  readonly tooltip: string;
}

/** What `$/duidelijk/status` says; undefined where it is not of that shape. */
export function readStatus(params: unknown): (Status & { readonly uri: string }) | undefined {
  if (typeof params !== "object" || params === null) {
    return undefined;
  }
  const { uri, text, tooltip } = params as Record<string, unknown>;
  if (typeof uri !== "string" || typeof text !== "string" || text.trim() === "") {
    return undefined;
  }
  return { uri, text: plain(text), tooltip: typeof tooltip === "string" ? tooltip : "" };
}

/** One line in which `$(…)` does not become an icon. */
function plain(text: string): string {
  return text.replaceAll("$(", "$ (").replace(/\s+/g, " ").trim();
}

/** The statuses of the open texts, by address. */
export class StatusBoard {
  readonly #statuses = new Map<string, Status>();

  set(uri: string, status: Status): void {
    this.#statuses.set(uri, status);
  }

  forget(uri: string): void {
    this.#statuses.delete(uri);
  }

  clear(): void {
    this.#statuses.clear();
  }

  /** What to show for the active text; undefined hides the line. */
  shown(uri: string | undefined, wanted: boolean): Status | undefined {
    return wanted && uri !== undefined ? this.#statuses.get(uri) : undefined;
  }
}
