import type { ProviderMetadata } from "../messages.js";
import type { StreamPart } from "../streamParts.js";

/** What is told of a call with each of its parts. */
export interface CallFacts {
  toolCallId: string;
  toolName: string;
  providerExecuted?: boolean;
  dynamic?: boolean;
}

/**
 * The end of a call: with its arguments as a value, or as the text they came in where that is no JSON.
 *
 * @param providerMetadata What the provider wants back with the call.
 */
export function callEnd(
  call: CallFacts,
  args: string,
  providerMetadata?: ProviderMetadata,
): StreamPart {
  const read = readArguments(args);
  if (read) {
    const metadata = providerMetadata && { providerMetadata };
    return { type: "tool-input-available", ...call, input: read.value, ...metadata };
  }
  const errorText = `The arguments of "${call.toolName}" are not valid JSON.`;
  return { type: "tool-input-error", ...call, input: args, errorText };
}

/**
 * Arguments as a value: nothing at all and `null` mean none, and some servers encode them twice. `undefined` for what is
 * no JSON.
 */
export function readArguments(args: string): { value: unknown } | undefined {
  try {
    const once: unknown = JSON.parse(args.trim() || "{}");
    const value: unknown =
      typeof once === "string" && once.startsWith("{") ? JSON.parse(once) : once;
    return { value: value ?? {} };
  } catch {
    return undefined;
  }
}
