/** Where `duidelijk` may be: the places in the order in which they are tried. */

import * as path from "node:path";

/** What is asked of the machine; a test gives its own. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether this is a file that can be run. */
  readonly isProgram: (file: string) => boolean;
  /** The names in a folder; empty where there is no such folder. */
  readonly list: (folder: string) => readonly string[];
}

export interface Places {
  /** The setting `duidelijk.path`, "" where nothing is chosen. */
  readonly chosen: string;
  /** The folders that are open. */
  readonly folders: readonly string[];
  /** Whether the writer trusts the open folders. */
  readonly trusted: boolean;
  /** The interpreter that the Python extension uses. */
  readonly interpreter?: string | undefined;
}

const ENVIRONMENTS = [".venv", "venv"];

function paths(machine: Machine): path.PlatformPath {
  return machine.platform === "win32" ? path.win32 : path.posix;
}

/** A chosen path in full; undefined where it is relative and no folder that can be trusted is open. */
export function chosenProgram(chosen: string, places: Places, machine: Machine): string | undefined {
  const at = paths(machine);
  const folder = places.trusted ? places.folders[0] : undefined;
  let file = chosen.trim();
  if (file === "~" || /^~[\\/]/.test(file)) {
    file = at.join(machine.home, file.slice(1));
  }
  const inside = file.includes("${workspaceFolder}");
  if (inside && folder !== undefined) {
    file = file.replaceAll("${workspaceFolder}", () => folder);
  }
  if (at.isAbsolute(file)) {
    return file;
  }
  return folder === undefined || inside ? undefined : at.join(folder, file);
}

/** The programs that are there, best first and each once; the chosen one is not among them. */
export function foundPrograms(places: Places, machine: Machine): string[] {
  const found = new Set<string>();
  for (const folder of folders(places, machine)) {
    const file = paths(machine).join(folder, machine.platform === "win32" ? "duidelijk.exe" : "duidelijk");
    if ((places.trusted || !isInside(file, places.folders, machine)) && machine.isProgram(file)) {
      found.add(file);
    }
  }
  return [...found];
}

function* folders(places: Places, machine: Machine): Generator<string> {
  const at = paths(machine);
  const scripts = machine.platform === "win32" ? "Scripts" : "bin";
  if (places.trusted) {
    for (const folder of places.folders) {
      for (const name of ENVIRONMENTS) {
        yield at.join(folder, name, scripts);
      }
    }
    if (places.interpreter !== undefined) {
      yield at.dirname(places.interpreter);
      yield at.join(at.dirname(places.interpreter), scripts);
    }
  }
  for (const folder of variable("PATH", machine)?.split(at.delimiter) ?? []) {
    const bare = folder.replace(/^"(.*)"$/, "$1");
    if (at.isAbsolute(bare)) {
      yield bare;
    }
  }
  yield* toolFolders(machine);
}

/** Where pip, pipx and uv put programs, also if PATH does not name that place (as for a program from a menu). */
function* toolFolders(machine: Machine): Generator<string> {
  const at = paths(machine);
  const windows = machine.platform === "win32";
  const scripts = windows ? "Scripts" : "bin";
  const set = (name: string): string[] => {
    const value = variable(name, machine);
    return value !== undefined && at.isAbsolute(value) ? [value] : [];
  };
  yield* set("PIPX_BIN_DIR");
  yield* set("UV_TOOL_BIN_DIR");
  yield* set("XDG_BIN_HOME");
  yield at.join(machine.home, ".local", "bin");
  const shared = [...set("XDG_DATA_HOME"), at.join(machine.home, ".local", "share")];
  const pipx = [...set("PIPX_HOME"), ...shared.map((folder) => at.join(folder, "pipx"))];
  pipx.push(...set("LOCALAPPDATA").map((folder) => at.join(folder, "pipx")), at.join(machine.home, "pipx"));
  for (const folder of pipx) {
    yield at.join(folder, "venvs", "duidelijk", scripts);
  }
  const uv = [...set("UV_TOOL_DIR"), ...shared.map((folder) => at.join(folder, "uv", "tools"))];
  uv.push(...set("APPDATA").map((folder) => at.join(folder, "uv", "tools")));
  for (const folder of uv) {
    yield at.join(folder, "duidelijk", scripts);
  }
  if (windows) {
    for (const folder of set("APPDATA")) {
      const python = at.join(folder, "Python");
      yield* newestFirst(machine.list(python)).map((name) => at.join(python, name, "Scripts"));
    }
  } else if (machine.platform === "darwin") {
    const python = at.join(machine.home, "Library", "Python");
    yield* newestFirst(machine.list(python)).map((name) => at.join(python, name, "bin"));
    yield* ["/opt/homebrew/bin", "/usr/local/bin"];
  }
}

function newestFirst(names: readonly string[]): string[] {
  return [...names].sort((one, other) => other.localeCompare(one, "en", { numeric: true }));
}

function variable(name: string, machine: Machine): string | undefined {
  if (machine.platform !== "win32") {
    return machine.env[name];
  }
  const key = Object.keys(machine.env).find((one) => one.toUpperCase() === name);
  return key === undefined ? undefined : machine.env[key];
}

function isInside(file: string, parents: readonly string[], machine: Machine): boolean {
  const at = paths(machine);
  return parents.some((parent) => {
    const way = at.relative(parent, file);
    return way !== "" && !/^\.\.([\\/]|$)/.test(way) && !at.isAbsolute(way);
  });
}
