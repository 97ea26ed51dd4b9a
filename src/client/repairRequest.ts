import type { ChatError } from "./errors.js";
import { type Fields, isFields } from "./looseJSON.js";
import type { AnswerWarning } from "./messages.js";
import { plainHistory } from "./plainHistory.js";
import type { WireRequest } from "./protocol.js";

/** A request without what the provider refused, and what that means for the answer. */
export interface RepairedRequest {
  wire: WireRequest;
  warning: AnswerWarning;
}

/** What may be left out without changing what is asked. */
const optional: ReadonlySet<string> = new Set(
  (
    "temperature top_p topP p top_k topK k frequency_penalty frequencyPenalty presence_penalty presencePenalty " +
    "reasoning_effort effort reasoning thinking thinkingConfig think include stream_options"
  ).split(" "),
);

/** What protocols call the wish to think, and how Gemini and Ollama refuse it without naming the field. */
const thinkingFields = ["think", "thinkingConfig", "thinking", "reasoning_effort", "reasoning"];
const thinkingWords =
  /(?:not|n't) support thinking|thinking is not (?:enabled|supported)|thinking[_ ]?(?:budget|level|config|mode)/i;

/** Two names of one thing: who refuses one takes the other. */
const otherNames: Readonly<Record<string, string>> = {
  max_tokens: "max_completion_tokens",
  max_completion_tokens: "max_tokens",
};

/**
 * The request that may pass where this one was refused because of a single parameter: without it, or with its other name;
 * or without a stream, where the model has none. `undefined` when the refusal names no such thing.
 *
 * @param whole Makes the same request for an answer in one piece.
 * @see https://platform.openai.com/docs/guides/reasoning for the parameters reasoning models refuse
 */
export function repairRequest(
  wire: WireRequest,
  error: ChatError,
  whole: () => WireRequest,
): RepairedRequest | undefined {
  const { body } = wire;
  if (isFields(body)) {
    for (const name of refusedParameters(error)) {
      const repaired = withoutParameter(name, wire, body);
      if (repaired) return repaired;
    }
    const plain = plainHistory(body, error);
    if (plain) {
      return {
        wire: { ...wire, body: plain },
        warning: {
          code: "reasoning_left_out",
          message:
            "The server does not take back what models said of their answers, so it was left out.",
        },
      };
    }
  }
  if (!refusesStreams(error)) return undefined;
  return {
    wire: whole(),
    warning: {
      code: "not_streamed",
      message: "The model does not stream, so its answer came in one piece.",
    },
  };
}

function withoutParameter(
  name: string,
  wire: WireRequest,
  body: Fields,
): RepairedRequest | undefined {
  const other = otherNames[name];
  if (other && name in body && !(other in body)) {
    const { [name]: value, ...rest } = body;
    return {
      wire: { ...wire, body: { ...rest, [other]: value } },
      warning: {
        code: "parameter_renamed",
        message: `The model takes ${other} in place of ${name}.`,
        parameter: name,
        replacement: other,
      },
    };
  }
  const rest = optional.has(name) ? without(body, name) : undefined;
  return (
    rest && {
      wire: { ...wire, body: rest },
      warning: {
        code: "parameter_left_out",
        message: `The model does not take ${name}, so it was left out.`,
        parameter: name,
      },
    }
  );
}

/** How providers say that a model cannot stream its answer. Some models on Bedrock can, but not where they have tools. */
const streamWords: readonly RegExp[] = [
  /(?:not|n't) support\b[^.]{0,60}(?:\b|converse)stream/i,
  /\bunsupported\b[^.]{0,40}\bstream/i,
  /\bstream(?:ing)?\b[^.]{0,60}(?:(?:not|n't) (?:supported|available|allowed)|unsupported)/i,
];

function refusesStreams({ param, details = "" }: ChatError): boolean {
  return param === "stream" || streamWords.some((words) => words.test(details));
}

function refusedParameters({ param, details = "" }: ChatError): string[] {
  const named =
    /(?:unsupported (?:parameter|value):? ['"`]?([\w.]+))|['"`]?\b([\w.]+)['"`]? (?:is|are) (?:not supported|deprecated|not allowed|unsupported)/i.exec(
      details,
    );
  const names = [param, named?.[1], named?.[2]].map((name) => name?.split(".").at(-1) ?? "");
  return thinkingWords.test(details) ? names.concat(thinkingFields) : names;
}

/** The object without the key, which may stand one level down (`generationConfig`, `options`, …). */
function without(
  body: Readonly<Record<string, unknown>>,
  name: string,
): Record<string, unknown> | undefined {
  if (name in body) {
    const { [name]: _refused, ...rest } = body;
    return rest;
  }
  for (const [key, value] of Object.entries(body)) {
    if (!isFields(value) || !(name in value)) continue;
    const { [name]: _refused, ...rest } = value;
    return { ...body, [key]: rest };
  }
  return undefined;
}
