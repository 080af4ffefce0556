/** The reason why a finding may stay: it goes into the text, in a comment. */

/** What is wrong with a reason; undefined where it can be used. */
export function reasonProblem(reason: string): string | undefined {
  if (reason.trim() === "") {
    return "Schrijf in een paar woorden waarom dit mag blijven staan.";
  }
  if (/--!?>/.test(reason)) {
    return "Gebruik geen ‘-->’ in de reden.";
  }
  return /[\r\n]/.test(reason) ? "Schrijf de reden op één regel." : undefined;
}

/** The ready reasons that can be used, each once. */
export function readyReasons(reasons: readonly unknown[]): string[] {
  const usable = reasons.filter(
    (one): one is string => typeof one === "string" && reasonProblem(one) === undefined,
  );
  return [...new Set(usable.map((one) => one.trim()))];
}

export const OTHER_REASON = "Een andere reden…";

/** How a reason is asked: `pick` gives undefined where the writer stops, and so does `write`. */
export interface Asking {
  readonly pick: (choices: readonly string[]) => PromiseLike<string | undefined>;
  readonly write: () => PromiseLike<string | undefined>;
}

/** The reason of the writer, or undefined where there is none. */
export async function askReason(reasons: readonly unknown[], asking: Asking): Promise<string | undefined> {
  const ready = readyReasons(reasons);
  const picked = ready.length ? await asking.pick([...ready, OTHER_REASON]) : OTHER_REASON;
  const reason = picked === OTHER_REASON ? await asking.write() : picked;
  return reason !== undefined && reasonProblem(reason) === undefined ? reason.trim() : undefined;
}
