// Looks for the key of the apps in what was built.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { key } from "./apps/everyApp.mjs";

/** The files below a folder that hold the key, by their paths in it. */
export function filesWithKey(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => readFileSync(path).includes(key));
}
