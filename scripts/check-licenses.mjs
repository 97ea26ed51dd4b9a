// Fails when a package that is installed with Polylogue carries a licence outside the list; NOTICE names them all.
import { readFileSync } from "node:fs";
import { locate, packages } from "./lockfile.mjs";

const ALLOWED = new Set([
  "MIT",
  "ISC",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "Apache-2.0",
  "0BSD",
  "CC0-1.0",
  "Unlicense",
]);
const notice = readFileSync("NOTICE", "utf8");

/** Every package the runtime dependencies bring along. Peers belong to the host, so they are not followed. */
function walk(from, found = new Set()) {
  const { dependencies = {}, optionalDependencies = {} } = packages[from];
  for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
    const path = locate(name, from);
    if (!path || found.has(path)) continue;
    found.add(path);
    walk(path, found);
  }
  return found;
}

/** "MIT", "(MIT OR GPL-3.0)": one allowed choice is enough; "MIT AND CC-BY-4.0": all must be allowed. */
function isAllowed(licence) {
  const choices = licence.replaceAll(/[()]/g, "").split(/ OR /);
  return choices.some((choice) => choice.split(/ AND /).every((one) => ALLOWED.has(one.trim())));
}

const runtime = [...walk("")].map((path) => ({
  name: path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length),
  licence: packages[path].license ?? "none given",
}));
const refused = runtime.filter(({ licence }) => !isAllowed(licence));
const direct = Object.keys(packages[""].dependencies);
const unnamed = direct.filter((name) => !notice.includes(`\n${name} `));

for (const { name, licence } of refused)
  console.error(
    `${name}: the licence "${licence}" is not on the list in scripts/check-licenses.mjs.`,
  );
for (const name of unnamed) console.error(`${name} is a dependency but NOTICE does not name it.`);
const licences = [...new Set(runtime.map(({ licence }) => licence))].join(", ");
console.log(`${runtime.length} packages are installed with Polylogue, under ${licences}.`);
if (refused.length + unnamed.length > 0) process.exitCode = 1;
