import assert from "node:assert/strict";
import { test } from "node:test";

import type { Machine, Places } from "../../src/programs";
import { chosenProgram, foundPrograms } from "../../src/programs";

function machine(files: readonly string[], more: Partial<Machine> = {}): Machine {
  const env =
    more.platform === "win32" ? { Path: "C:\\Windows;C:\\Python\\Scripts" } : { PATH: "/usr/bin:/opt/bin" };
  return {
    platform: "linux",
    home: more.platform === "win32" ? "C:\\Users\\Schrijver" : "/home/schrijver",
    env,
    isProgram: (file) => files.includes(file),
    list: () => [],
    ...more,
  };
}

const PLACES: Places = { chosen: "", folders: ["/werk/brieven"], trusted: true };
const WINDOWS: Places = { chosen: "", folders: ["D:\\brieven"], trusted: true };
const VENV = "/werk/brieven/.venv/bin/duidelijk";
const ON_PATH = "/opt/bin/duidelijk";

test("the environment of the folder goes before PATH, and PATH before the folders of tools", () => {
  const files = ["/home/schrijver/.local/bin/duidelijk", ON_PATH, "/werk/brieven/venv/bin/duidelijk", VENV];
  assert.deepEqual(foundPrograms(PLACES, machine(files)), [...files].reverse());
});

test("the interpreter of the Python extension has its programs beside it", () => {
  const places = { ...PLACES, interpreter: "/home/schrijver/envs/tekst/bin/python" };
  const beside = "/home/schrijver/envs/tekst/bin/duidelijk";
  assert.deepEqual(foundPrograms(places, machine([beside, ON_PATH])), [beside, ON_PATH]);
});

test("on Windows the interpreter may stand above its programs", () => {
  const places = { ...WINDOWS, interpreter: "C:\\Python312\\python.exe" };
  const beside = "C:\\Python312\\Scripts\\duidelijk.exe";
  assert.deepEqual(foundPrograms(places, machine([beside], { platform: "win32" })), [beside]);
});

test("on Windows the program is an exe, in Scripts, and Path is written as it likes", () => {
  const files = ["D:\\brieven\\.venv\\Scripts\\duidelijk.exe", "C:\\Python\\Scripts\\duidelijk.exe"];
  assert.deepEqual(foundPrograms(WINDOWS, machine(files, { platform: "win32" })), files);
  const others = ["C:\\Python\\Scripts\\duidelijk", "C:\\Python\\Scripts\\duidelijk.cmd"];
  assert.deepEqual(foundPrograms(WINDOWS, machine(others, { platform: "win32" })), []);
});

test("a folder that is not trusted brings no program, whichever way it is named", () => {
  const files = [VENV, "/werk/brieven/tools/duidelijk", ON_PATH];
  const env = { PATH: "/werk/brieven/tools:/werk/brieven/../brieven/tools:/opt/bin" };
  const places = { ...PLACES, trusted: false, interpreter: "/werk/brieven/.venv/bin/python" };
  assert.deepEqual(foundPrograms(places, machine(files, { env })), [ON_PATH]);
  assert.deepEqual(foundPrograms({ ...places, trusted: true }, machine(files, { env })), [
    VENV,
    "/werk/brieven/tools/duidelijk",
    ON_PATH,
  ]);
});

test("a folder whose name begins the same is not inside it", () => {
  const env = { PATH: "/werk/brieven-tools" };
  const file = "/werk/brieven-tools/duidelijk";
  assert.deepEqual(foundPrograms({ ...PLACES, trusted: false }, machine([file], { env })), [file]);
});

test("a relative or empty part of PATH is passed over", () => {
  const env = { PATH: "::.:bin:../bin" };
  const files = ["duidelijk", "bin/duidelijk", "../bin/duidelijk", "./duidelijk"];
  assert.deepEqual(foundPrograms(PLACES, machine(files, { env })), []);
});

test("pipx and uv are found without PATH", () => {
  const env = { PIPX_HOME: "/data/pipx", UV_TOOL_DIR: "/data/uv", XDG_DATA_HOME: "relatief" };
  const files = [
    "/data/pipx/venvs/duidelijk/bin/duidelijk",
    "/home/schrijver/.local/share/pipx/venvs/duidelijk/bin/duidelijk",
    "/data/uv/duidelijk/bin/duidelijk",
    "/home/schrijver/.local/share/uv/tools/duidelijk/bin/duidelijk",
  ];
  assert.deepEqual(foundPrograms(PLACES, machine(files, { env })), files);
});

test("pip for one user is found on Windows and macOS, the newest Python first", () => {
  const roaming = "C:\\Users\\Schrijver\\AppData\\Roaming";
  const windows = machine(
    ["9", "12"].map((one) => `${roaming}\\Python\\Python3${one}\\Scripts\\duidelijk.exe`),
    { platform: "win32", env: { APPDATA: roaming }, list: () => ["Python39", "Python312"] },
  );
  assert.deepEqual(foundPrograms(WINDOWS, windows), [
    `${roaming}\\Python\\Python312\\Scripts\\duidelijk.exe`,
    `${roaming}\\Python\\Python39\\Scripts\\duidelijk.exe`,
  ]);
  const file = "/home/schrijver/Library/Python/3.12/bin/duidelijk";
  const mac = machine([file], { platform: "darwin", env: {}, list: () => ["3.9", "3.12"] });
  assert.deepEqual(foundPrograms(PLACES, mac), [file]);
});

test("a program is named once", () => {
  const env = { PATH: "/opt/bin:/opt/bin/:/opt/bin" };
  assert.deepEqual(foundPrograms(PLACES, machine([ON_PATH], { env })), [ON_PATH]);
});

test("a chosen path may use the home folder and the open folder", () => {
  const chosen = (text: string, places = PLACES): string | undefined =>
    chosenProgram(text, places, machine([]));
  assert.equal(chosen(" /opt/duidelijk "), "/opt/duidelijk");
  assert.equal(chosen("~/bin/duidelijk"), "/home/schrijver/bin/duidelijk");
  assert.equal(chosen("${workspaceFolder}/env/duidelijk"), "/werk/brieven/env/duidelijk");
  assert.equal(chosen("env/duidelijk"), "/werk/brieven/env/duidelijk");
  assert.equal(chosen("env/duidelijk", { ...PLACES, folders: [] }), undefined);
});

test("a chosen path in a folder that is not trusted is not used", () => {
  const places = { ...PLACES, trusted: false };
  assert.equal(chosenProgram("env/duidelijk", places, machine([])), undefined);
  assert.equal(chosenProgram("${workspaceFolder}/env/duidelijk", places, machine([])), undefined);
  assert.equal(chosenProgram("/opt/duidelijk", places, machine([])), "/opt/duidelijk");
});

test("a folder with a dollar sign in its name stays as it is", () => {
  const places = { ...PLACES, folders: ["/werk/$&-map"] };
  assert.equal(chosenProgram("${workspaceFolder}/d", places, machine([])), "/werk/$&-map/d");
});
