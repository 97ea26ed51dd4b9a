import { readFileSync } from "node:fs";
import { join } from "node:path";
import { corporaDir } from "../../data.js";

/** Texts that try to run a script or to make a request; none where the corpora are absent. Runs in Node. */
export function readPayloads(): string[] {
  const dir = corporaDir();
  if (!dir) return [];
  const read = <Entry>(file: string): Entry[] =>
    JSON.parse(readFileSync(join(dir, "xss", file), "utf8")) as Entry[];
  const payloads = [
    ...read<string>("payloads.json"),
    ...read<{ payload: string }>("dompurify-expect.json").map(({ payload }) => payload),
  ];
  return [...new Set(payloads)];
}
