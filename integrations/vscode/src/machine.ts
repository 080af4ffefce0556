/** This computer: its programs, and how one ends. */

import { execFile } from "node:child_process";
import { accessSync, constants, readdirSync, statSync } from "node:fs";
import { homedir } from "node:os";

import type { Ended } from "./probe";
import type { Machine } from "./programs";

/** How long a program may take to say what it is; a first start after an update can be slow. */
const PATIENCE = 30_000;

export const thisMachine: Machine = {
  platform: process.platform,
  home: homedir(),
  env: process.env,
  isProgram: (file) => {
    try {
      accessSync(file, constants.X_OK);
      return statSync(file).isFile();
    } catch {
      return false;
    }
  },
  list: (folder) => {
    try {
      return readdirSync(folder);
    } catch {
      return [];
    }
  },
};

/** Run a program outside any shell and away from the open folder, and wait for it. */
export function run(program: string, args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const done = (error: unknown, stdout: string, stderr: string): void => {
      const code = error === null ? 0 : (error as { code?: unknown }).code;
      resolve({ code: typeof code === "number" ? code : null, output: stdout + stderr });
    };
    const options = {
      cwd: homedir(),
      timeout: PATIENCE,
      windowsHide: true,
      encoding: "utf8" as const,
      env: { ...process.env, PYTHONUTF8: "1" },
    };
    try {
      execFile(program, [...args], options, done).stdin?.end();
    } catch (error) {
      resolve({ code: null, output: String(error) });
    }
  });
}
