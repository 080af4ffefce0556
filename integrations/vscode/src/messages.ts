/** What the extension says to a writer. */

import type { Problem } from "./probe";

export const EXPLAIN = "Uitleg";
export const CHOOSE = "Kies het programma";
export const RESTART = "Herstart";
export const OUTPUT = "Toon uitvoer";

/** What is wrong with the program, and what the writer can do. */
export function problemMessage(problem: Problem): string {
  switch (problem.kind) {
    case "missing":
      return (
        'duidelijk staat nog niet op deze computer. Installeer het met: pipx install "duidelijk[lsp]". ' +
        "Hebt u het al? Kies dan waar het staat."
      );
    case "wrong":
      return `‘${problem.program}’ is niet het programma duidelijk. Kies een ander programma, of maak de instelling ‘duidelijk.path’ leeg.`;
    case "old":
      return `duidelijk ${problem.version} (${problem.program}) werkt nog niet samen met een editor. Zet er een nieuwe versie op: pipx upgrade duidelijk.`;
    case "noServer":
      return (
        `duidelijk (${problem.program}) mist het deel voor editors. ` +
        'Installeer dat met: pipx install --force "duidelijk[lsp]", of met: python -m pip install "duidelijk[lsp]".'
      );
  }
}

export const STOPPED =
  "duidelijk is een paar keer achter elkaar gestopt en start niet meer vanzelf. Uw tekst is er nog. Herstart duidelijk, of kijk in de uitvoer wat er is gebeurd.";
export const NOT_STARTED = "duidelijk start niet. Kijk in de uitvoer wat er is gebeurd.";
export const AGAIN = "duidelijk is gestopt en start nu opnieuw.";
export const NOT_RUNNING = "duidelijk draait niet. Herstart duidelijk en probeer het dan nog eens.";
export const NO_FOLDER = "Open eerst een map. Dan kan duidelijk alle bestanden daarin controleren.";
export const ASK_RULE = "De naam van de regel, bijvoorbeeld: lange-zin";

/** The outcome of `duidelijk.checkWorkspace`; undefined where the answer is something else. */
export function checkedMessage(answer: unknown): string | undefined {
  if (typeof answer !== "object" || answer === null) {
    return undefined;
  }
  const { files, findings, cancelled } = answer as Record<string, unknown>;
  if (typeof files !== "number" || typeof findings !== "number") {
    return undefined;
  }
  const counted = `${count(files, "bestand", "bestanden")} gecontroleerd: ${count(findings, "melding", "meldingen")}.`;
  return cancelled === true ? `U hebt de controle gestopt. ${counted}` : counted;
}

function count(number: number, one: string, more: string): string {
  return `${number === 0 ? "geen" : String(number)} ${number === 1 ? one : more}`.replace(
    /^geen bestanden/,
    "0 bestanden",
  );
}
