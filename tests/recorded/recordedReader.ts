import { describe, expect, test } from "vitest";
import { errorFromResponse } from "../../src/client/failures.js";
import { asFields, type Fields } from "../../src/client/looseJSON.js";
import type { Protocol } from "../../src/client/protocol.js";
import type { ChatRequest } from "../../src/client/types.js";
import { allCuts, bodyOf, utf8 } from "../client/byteStreams.js";
import { readAnswer } from "../client/readAnswer.js";
import { judged, recording, recordingsOf, wanted } from "./judge.js";

/** What is needed to hold one protocol against its recordings. */
export interface RecordedReader {
  /** How the names of the recordings begin. */
  prefix: string;
  protocol: Protocol;
  /** The conversation that a recorded request says. */
  conversationOf: (body: Fields) => ChatRequest;
  /** What a request says, without the freedom of saying it. */
  regular: (body: Fields) => unknown;
}

/** Reads every recorded answer in all cuts and writes every recorded request anew. */
export function describeRecorded({
  prefix,
  protocol,
  conversationOf,
  regular,
}: RecordedReader): void {
  const names = recordingsOf(prefix);
  const errors = names.filter((name) => name.startsWith(`${prefix}.error.`));
  const answers = names.filter((name) => /\.(?:stream|json)\./.test(name));

  describe.skipIf(answers.length === 0)("recorded answers", () => {
    test.each(answers)("%s", async (name) => {
      const recorded = recording(name);
      const text = new TextDecoder().decode(recorded.bytes).replaceAll("\r\n", "\n");
      const crlf = utf8(text.replaceAll("\n", "\r\n"));
      const read = await Promise.all(
        [...allCuts(recorded.bytes), ...allCuts(crlf)].map(([, chunks]) =>
          readAnswer(protocol.readStream(bodyOf(chunks), recorded.target)),
        ),
      );
      expect(read.map((answer) => judged(answer, recorded))).toEqual(
        read.map(() => wanted(recorded)),
      );
    });
  });

  describe.skipIf(errors.length === 0)("recorded errors", () => {
    test.each(errors)("%s", async (name) => {
      const { meta, expected, bytes, target } = recording(name);
      const error = await errorFromResponse(new Response(bytes, { status: meta.status }), target);
      expect(error).toMatchObject({ status: meta.status, details: expected.message });
    });
  });

  const requests = names.flatMap((name) => {
    const { request, target } = recording(name);
    return request ? [[name, request, target] as const] : [];
  });
  describe.skipIf(requests.length === 0)("recorded requests", () => {
    test.each(requests)("%s", (_name, request, target) => {
      const wire = protocol.toRequest(
        conversationOf(request),
        { ...target, model: String(request["model"]) },
        { stream: request["stream"] === true },
      );
      expect(regular(asFields(wire.body))).toEqual(regular(request));
    });
  });
}
