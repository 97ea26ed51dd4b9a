import fc from "fast-check";
import { readUIMessageStream } from "../../src/client/index.js";
import { describeReader } from "./readerContract.js";

const value = fc.jsonValue({ maxDepth: 3 });
const kinds =
  "start start-step finish-step reset-step text-start text-delta text-end reasoning-start reasoning-delta reasoning-end tool-input-start tool-input-delta tool-input-available tool-input-error tool-output-available tool-output-error tool-output-denied source-url source-document file data-x message-metadata finish error abort";
const chunk = fc.record(
  {
    type: fc.oneof(fc.constantFrom(...kinds.split(" ")), value),
    id: value,
    delta: fc.oneof(fc.string(), value),
    toolCallId: fc.oneof(fc.string(), value),
    toolName: value,
    input: value,
    inputTextDelta: fc.oneof(fc.string(), value),
    output: value,
    errorText: value,
    url: value,
    data: value,
    messageMetadata: value,
  },
  { requiredKeys: [] },
);

describeReader({
  folder: "ui-message-stream",
  read: readUIMessageStream,
  endMark: '"outputTokens":7}}}',
  slack: { close: 0, error: 2 },
  noise: fc
    .tuple(
      fc.constantFrom("data: ", "data:", "event: x\ndata: ", ": ", ""),
      fc.oneof(
        chunk.map((one) => JSON.stringify(one)),
        fc.constant("[DONE]"),
        fc.string(),
      ),
      fc.constantFrom("\n\n", "\r\n\r\n", "\n", ""),
    )
    .map((pieces) => pieces.join("")),
});
