import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The recorded provider answers: `POLYLOGUE_RECORDED`, else `../shared/recorded` beside the project. */
export function recordedDir(): string | undefined {
  return dataDir("POLYLOGUE_RECORDED", "recorded");
}

/** The test corpora: `POLYLOGUE_CORPORA`, else `../shared/corpora` beside the project. */
export function corporaDir(): string | undefined {
  return dataDir("POLYLOGUE_CORPORA", "corpora");
}

/**
 * Finds a folder of test data that is not part of the project. `undefined` where there is none, which is said aloud once,
 * so that a skipped test is not taken for a passed one; with `POLYLOGUE_REQUIRE_DATA=1` its absence throws.
 */
function dataDir(variable: string, name: string): string | undefined {
  const dir =
    process.env[variable] || fileURLToPath(new URL(`../../shared/${name}`, import.meta.url));
  if (existsSync(dir)) return dir;
  const message = `No test data at ${dir}: set ${variable} to the folder of the ${name} data.`;
  if (process.env["POLYLOGUE_REQUIRE_DATA"] === "1") throw new Error(message);
  console.warn(`${message} The tests that need it are skipped.`);
  return undefined;
}
