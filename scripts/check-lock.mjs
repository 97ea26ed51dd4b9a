// Fails when the lockfile lacks a platform package that another package names: `npm ci` refuses such a lockfile.
import { locate, packages } from "./lockfile.mjs";

const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
  Object.keys(optionalDependencies)
    .filter((name) => !locate(name, path))
    .map((name) => `${path || "package.json"} names ${name}`),
);
for (const line of missing)
  console.error(`The lockfile is incomplete: ${line}, which it does not hold.`);
if (missing.length > 0) {
  console.error("Choose the newest version whose platform packages can all be fetched.");
  process.exitCode = 1;
} else
  console.log(`The lockfile holds all it names (${Object.keys(packages).length - 1} packages).`);
