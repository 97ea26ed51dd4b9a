import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { EventStreamCodec } from "@smithy/eventstream-codec";
import type { Message, MessageHeaders } from "@smithy/eventstream-codec";
import { utf8 } from "./byteStreams.js";
import type { Fixture } from "./protocolFixtures.js";

/** A hand-made answer of Bedrock: the pieces it is sent in, and what a reader must make of them. */
export interface FramedFixture {
  name: string;
  frames: Uint8Array[];
  expected: Fixture["expected"];
}

/** AWS's own writer and reader of event streams. */
export const codec: EventStreamCodec = new EventStreamCodec(
  (bytes) => (typeof bytes === "string" ? bytes : new TextDecoder().decode(bytes)),
  utf8,
);

/** A message as AWS writes it. */
export function encode(headers: MessageHeaders, body: Uint8Array): Uint8Array {
  const message: Message = { headers, body };
  return codec.encode(message);
}

/** Headers of text. */
export function textHeaders(headers: Record<string, string>): MessageHeaders {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, { type: "string", value }]),
  );
}

/** One event as a message: `{ "name": payload }`, with `!` before the name of an exception and `!!` before an error. */
export function frame(event: Record<string, unknown>): Uint8Array {
  const [name, payload] = Object.entries(event)[0] ?? ["", undefined];
  const body = utf8(JSON.stringify(payload));
  if (name.startsWith("!!")) {
    const headers = { ":message-type": "error", ":error-code": name.slice(2) };
    return encode(textHeaders({ ...headers, ":error-message": String(payload) }), new Uint8Array());
  }
  const [kind, type] = name.startsWith("!") ? ["exception", name.slice(1)] : ["event", name];
  return encode(
    textHeaders({
      [`:${kind}-type`]: type,
      ":content-type": "application/json",
      ":message-type": kind,
    }),
    body,
  );
}

/** Byte arrays one behind the other. */
export function concat(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat(pieces));
}

const dir = fileURLToPath(new URL("../fixtures/bedrock-converse/", import.meta.url));

/** Every fixture of `tests/fixtures/bedrock-converse`: events line by line or a whole answer, and an `.expected.json`. */
export const fixtures: FramedFixture[] = readdirSync(dir)
  .filter((file) => /\.(?:jsonl|json)$/.test(file) && !file.endsWith(".expected.json"))
  .map((file) => {
    const name = file.replace(/\.\w+$/, "");
    const text = readFileSync(dir + file, "utf8");
    const lines = text.trim().split("\n");
    return {
      name,
      frames: file.endsWith(".jsonl")
        ? lines.map((line) => frame(JSON.parse(line) as Record<string, unknown>))
        : [utf8(text)],
      expected: JSON.parse(
        readFileSync(`${dir}${name}.expected.json`, "utf8"),
      ) as FramedFixture["expected"],
    };
  });

/** The fixture of that name. */
export function fixture(name: string): FramedFixture {
  const found = fixtures.find((one) => one.name === name);
  if (!found) throw new Error(`There is no fixture "${name}".`);
  return found;
}
