// What package-lock.json holds, read once for the checks.
import { readFileSync } from "node:fs";

/** The lockfile's packages by their path, "" being this project. */
export const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));

/** Where Node finds `name` from the package at `path`: the nearest node_modules upwards, or undefined. */
export function locate(name, path) {
  const above = path.slice(0, Math.max(0, path.lastIndexOf("node_modules/") - 1));
  const here = `${path ? `${path}/` : ""}node_modules/${name}`;
  if (packages[here]) return here;
  return path ? locate(name, above) : undefined;
}
