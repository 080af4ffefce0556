import assert from "node:assert/strict";
import { test } from "node:test";

import { askReason, OTHER_REASON, readyReasons, reasonProblem } from "../../src/ignore";

function asking(
  picked: string | undefined,
  written?: string,
): {
  asked: string[][];
  pick: (c: readonly string[]) => Promise<string | undefined>;
  write: () => Promise<string | undefined>;
} {
  const asked: string[][] = [];
  return {
    asked,
    pick: (choices) => {
      asked.push([...choices]);
      return Promise.resolve(picked);
    },
    write: () => {
      asked.push([]);
      return Promise.resolve(written);
    },
  };
}

test("a reason has words and does not end the comment", () => {
  assert.equal(reasonProblem("staat zo in de wet"), undefined);
  assert.equal(reasonProblem("artikel 3 -- lid 2"), undefined);
  for (const odd of ["", "  \t", "zo --> weg", "zo --!> weg", "twee\nregels"]) {
    assert.notEqual(reasonProblem(odd), undefined, odd);
  }
});

test("a ready reason is picked", async () => {
  const ways = asking("citaat");
  assert.equal(await askReason(["vaste term", "citaat"], ways), "citaat");
  assert.deepEqual(ways.asked, [["vaste term", "citaat", OTHER_REASON]]);
});

test("another reason is written", async () => {
  assert.equal(await askReason(["citaat"], asking(OTHER_REASON, "  eigen naam ")), "eigen naam");
});

test("without ready reasons it is written at once", async () => {
  const ways = asking(undefined, "eigen naam");
  assert.equal(await askReason([], ways), "eigen naam");
  assert.deepEqual(ways.asked, [[]]);
});

test("a writer who stops gives no reason", async () => {
  assert.equal(await askReason(["citaat"], asking(undefined)), undefined);
  assert.equal(await askReason(["citaat"], asking(OTHER_REASON, undefined)), undefined);
  assert.equal(await askReason([], asking(undefined, "a --> b")), undefined);
});

test("ready reasons that cannot be used are left out", () => {
  assert.deepEqual(readyReasons([" citaat", "", 3, "a-->b", "citaat", null]), ["citaat"]);
});
