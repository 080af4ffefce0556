// Bundles the extension into one file, with the licences of what is in it; `--tests` bundles the tests instead.
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const shared = { bundle: true, platform: "node", target: "node20", format: "cjs", logLevel: "warning" };

function licences(inputs) {
  const folders = new Set();
  for (const input of Object.keys(inputs)) {
    const found = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input);
    if (found) {
      folders.add(found[0]);
    }
  }
  const parts = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
    if (!file) {
      throw new Error(`${name} has no licence text`);
    }
    return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
  });
  return parts.join(`\n${"-".repeat(78)}\n\n`);
}

if (process.argv.includes("--tests")) {
  rmSync("dist/test", { recursive: true, force: true });
  await build({
    ...shared,
    entryPoints: ["test/unit/*.test.ts", "test/server/*.test.ts"],
    outbase: "test",
    outdir: "dist/test",
    alias: { vscode: "./test/fake/vscode.ts" },
    sourcemap: "inline",
  });
} else {
  rmSync("dist/extension.js", { force: true });
  const { metafile } = await build({
    ...shared,
    entryPoints: ["src/extension.ts"],
    outfile: "dist/extension.js",
    external: ["vscode"],
    minify: true,
    metafile: true,
  });
  writeFileSync("dist/licenties.txt", licences(metafile.inputs));
}
