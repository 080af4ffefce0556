/** The settings of the extension, and the part that the server gets. */

/** Reads one setting by its name without `duidelijk.`. */
export type Read = (name: string) => unknown;

/** What the server knows; see `duidelijk lsp`. */
export interface ServerSettings {
  readonly config: string;
  readonly allSuggestions: boolean;
  readonly delay: number;
  readonly workspaceDiagnostics: boolean;
  readonly reasons: readonly string[];
}

/** A value of the wrong type, as a hand-written settings file may have, counts as not set. */
export function serverSettings(read: Read): ServerSettings {
  const delay = read("delay");
  return {
    config: textOf(read("config")),
    allSuggestions: read("allSuggestions") === true,
    delay: typeof delay === "number" && Number.isFinite(delay) && delay >= 0 ? Math.round(delay) : 300,
    workspaceDiagnostics: read("workspaceDiagnostics") === true,
    reasons: textsOf(read("reasons")),
  };
}

export function textOf(value: unknown): string {
  return typeof value === "string" ? value.trim() : "";
}

export function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];
}

export interface Filter {
  readonly scheme: string;
  readonly language?: string;
  readonly pattern?: string;
}

export const SETTINGS_FILES = ["duidelijk.toml", ".duidelijk.toml", "pyproject.toml"];

/** The texts that the server gets: the chosen kinds, saved or not, and the files with settings. */
export function documentFilters(languages: readonly string[]): Filter[] {
  const texts = languages.flatMap((language) => [
    { scheme: "file", language },
    { scheme: "untitled", language },
  ]);
  return [...texts, ...SETTINGS_FILES.map((name) => ({ scheme: "file", pattern: `**/${name}` }))];
}

/** What was set at each place, as the editor gives it. */
export interface Inspected {
  readonly globalValue?: unknown;
  readonly workspaceValue?: unknown;
  readonly workspaceFolderValue?: unknown;
}

/** The chosen program: what an open folder says counts only where the writer trusts it. */
export function chosenPath(inspected: Inspected | undefined, trusted: boolean): string {
  const own = textOf(inspected?.globalValue);
  if (!trusted) {
    return own;
  }
  const { workspaceFolderValue, workspaceValue } = inspected ?? {};
  return textOf(workspaceFolderValue ?? workspaceValue ?? own);
}

/** The settings that only a new start of the server brings into effect. */
export const RESTARTING = ["path", "languages", "workspaceDiagnostics"];
