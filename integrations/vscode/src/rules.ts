/** The page about a rule: its address, and the findings that link to it. */

export const RULE_SCHEME = "duidelijk-regel";
const RULE_NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Whether this can be the name of a rule. */
export function isRuleName(name: unknown): name is string {
  return typeof name === "string" && RULE_NAME.test(name);
}

/** The address of a rule; `.md` makes the editor show it as a page. */
export function ruleAddress(rule: string): string {
  return `${RULE_SCHEME}:/${rule}.md`;
}

/** The rule of the path of such an address. */
export function ruleOfPath(path: string): string | undefined {
  const name = path.replace(/^\//, "").replace(/\.md$/, "");
  return isRuleName(name) ? name : undefined;
}

type Code<Address> = string | number | { value: string | number; target: Address } | undefined;

interface Finding<Address> {
  source?: string | undefined;
  code?: Code<Address>;
}

/** Let the code of each finding lead to the page about its rule, in place (the client keeps data in the objects). */
export function linkRules<Address>(
  findings: readonly Finding<Address>[],
  parse: (address: string) => Address,
): void {
  for (const finding of findings) {
    const name = typeof finding.code === "object" ? finding.code.value : finding.code;
    if (finding.source === "duidelijk" && isRuleName(name)) {
      finding.code = { value: name, target: parse(ruleAddress(name)) };
    }
  }
}

/** The text of the answer to `duidelijk.explainRule`. */
export function explanation(answer: unknown): string | undefined {
  if (typeof answer !== "object" || answer === null) {
    return undefined;
  }
  const { markdown } = answer as Record<string, unknown>;
  return typeof markdown === "string" ? markdown : undefined;
}

/** What the page says where the server gives no explanation. */
export function noExplanation(rule: string, running: boolean): string {
  return running
    ? `# ${rule}\n\nEr is geen regel met deze naam.\n`
    : `# ${rule}\n\nduidelijk draait nu niet. Herstart duidelijk en open de uitleg opnieuw.\n`;
}
