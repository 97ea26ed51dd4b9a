import { type ChatErrorCode, codeOfStatus } from "./errors.js";
import { isChatErrorCode } from "./foreignErrors.js";
import type { Fault } from "./fault.js";
import type { Target } from "./protocol.js";
import { keyHelp } from "./providerHelp.js";

/** What a provider's words mean, the most telling first. They outrank the status, which is often a plain 400. */
const wordRules: readonly (readonly [RegExp, ChatErrorCode])[] = [
  // The second is what Gemini says of any limit, also one that is over in a minute.
  [
    /tokens per min|wait before trying|^(?=.*resource_exhausted).*your current quota/is,
    "rate_limit",
  ],
  [
    /context_length_exceeded|context (?:window|limit|size)|model token limit|input length should be|(?:maximum|model's) context length|string too long\. expected a string with maximum length|(?:prompt|input) is too long|prompt: length|too many (?:input )?tokens|expected maxLength:|reduce the length of the messages|input token count .*exceeds|payload size exceeds|too large for model with/i,
    "context_window",
  ],
  [
    /insufficient_quota|spend_limit|billing_error|insufficient[ _](?:balance|credit|funds)|credit balance is too low|exceeded your current quota|available credits|spending limit|budget has been exceeded|ExceededBudget/i,
    "insufficient_credit",
  ],
  [
    /content_policy|content_filter|content exists risk|inappropriate content|unsafe or sensitive|content filtering policy|content management policy|usage policy|safety system|ResponsibleAIPolicy|response was (?:filtered|blocked)/i,
    "content_policy",
  ],
  // Anthropic and LiteLLM call it an authentication error.
  [/CORS requests are not allowed|not allowed to access model/i, "permission"],
  [
    /incorrect api key|invalid[ _]api[ _]?key|api key not valid|api_key_invalid|authentication[_ ]error|security token included|unable to locate credentials|login fail|invalid proxy server token|no connected db/i,
    "authentication",
  ],
  [
    /invalid_image|unsupported[ _]image|empty_image|image_(?:parse|too|file)|(?:could not|unable to|failed[ _]to)[ _](?:process|download|decode)[^.]{0,30}image|image exceeds|image dimensions exceed|invalid[^.]{0,20}image/i,
    "image_rejected",
  ],
  [
    /image[^.]{0,60}(?:not supported|unsupported|only supported)|(?:not|n't) (?:support|accept|read|take)[^.]{0,40}(?:image|vision|multimodal)|support image input|not a multimodal/i,
    "vision_unsupported",
  ],
  [
    /(?:not|n't) support[^.]{0,30}\btools?\b|\btool (?:use|calling|choice)[^.]{0,30}not supported|support tool use|enable-auto-tool-choice/i,
    "tools_unsupported",
  ],
  [
    /model_not_found|DeploymentNotFound|model identifier is invalid|valid[_ ]model|no such model|model [^.]{0,80}(?:not found|not exist|not available|decommissioned)|(?:unknown|unsupported) model/i,
    "not_found",
  ],
  [
    /rate_limit|rate limit|tier capacity exceeded|throttling|resource_exhausted|too many requests/i,
    "rate_limit",
  ],
  [/overloaded|over capacity|insufficient_system_resource/i, "overloaded"],
  [
    /request timeout|request timed out|timed out generating response|read operation timed out|a timeout occurred/i,
    "timeout",
  ],
];

/** The classes that say more than the status does. */
const classRules: Readonly<Record<string, ChatErrorCode>> = {
  AuthenticationError: "authentication",
  PermissionDeniedError: "permission",
  NotFoundError: "not_found",
  RateLimitError: "rate_limit",
  ContextWindowExceededError: "context_window",
  ContentPolicyViolationError: "content_policy",
  BadRequestError: "bad_request",
  UnsupportedParamsError: "bad_request",
  Timeout: "timeout",
  ServiceUnavailableError: "overloaded",
};

/**
 * Which code a fault has: by the provider's words, then by the LiteLLM class in them, then by the status. `own` marks the
 * answer of a Polylogue gateway, whose code and sentence are meant to be shown as they are.
 *
 * @see https://docs.litellm.ai/docs/exception_mapping
 */
export function classify(fault: Fault, target: Target): { code: ChatErrorCode; own: boolean } {
  const ownCode = target.provider === "gateway" ? fault.code : undefined;
  if (isChatErrorCode(ownCode)) return { code: ownCode, own: true };
  const words = `${fault.code ?? ""} ${fault.type ?? ""} ${fault.message}`;
  const byWords = wordRules.find(([pattern]) => pattern.test(words))?.[1];
  const byClass = classRules[classIn(fault)];
  return { code: byWords ?? byClass ?? codeOfStatus(fault.status), own: false };
}

/** The class that a LiteLLM proxy names; an empty string where it names none. */
function classIn({ message }: Fault): string {
  return /litellm\.(\w+Error|Timeout)\b/.exec(message)?.[1] ?? "";
}

/** Where LiteLLM has another class for a status, or for Gemini's words, than for the fault behind it. */
const otherClasses: readonly (readonly [RegExp, string])[] = [
  [/^insufficient_credit 429/, "RateLimitError"],
  [/^server 502/, "APIError"],
  [/^overloaded (?:529|.*model is overloaded)/i, "InternalServerError"],
];

/** The LiteLLM class of a fault that has not the one of its code: told by a proxy, or LiteLLM's own choice. */
export function liteLLMClassOf(code: ChatErrorCode, fault: Fault): string | undefined {
  const facts = `${code} ${fault.status} ${fault.message}`;
  return classIn(fault) || otherClasses.find(([pattern]) => pattern.test(facts))?.[1];
}

/** The sentence for people: what happened, why, and what to do. */
export function describe(code: ChatErrorCode, fault: Fault, target: Target): string {
  const name = target.name ?? target.provider;
  const help = keyHelp(target);
  const words = spokenWords(fault.message);
  const said = words ? ` ${name} said: ${words}` : "";
  const status = fault.status ? ` (HTTP ${fault.status})` : "";
  switch (code) {
    case "missing_key":
    case "authentication":
      return `${name} did not accept the API key. Check that it is complete and still valid.${help ? ` ${help}` : said}`;
    case "permission":
      if (/CORS/.test(fault.message)) {
        return `${name} does not let web pages use this account. Allow it in the settings of the organization, or use a gateway.${said}`;
      }
      return `${name} does not let this key use "${target.model}". Check what the key may do, or choose another model.${said}`;
    case "insufficient_credit":
      return `${name} says that the account has no credit or quota left. Add credit there, or choose another provider.`;
    case "not_found":
      return /model|deployment/i.test(`${fault.code} ${fault.message}`)
        ? `${name} has no model "${target.model}" for this key. Check the name, or choose another model.`
        : `${name} has nothing at this address${status}. Check the base URL: it usually ends in "/v1".${said}`;
    case "rate_limit":
      return `${name} takes no more requests for now. ${waitSentence(fault.retryAfterMs)}`;
    case "context_window":
      return `The conversation is longer than "${target.model}" can read. Remove some of it, or choose a model with a larger context window.`;
    case "content_policy":
      return `${name} declined the request because of its content policy. Change the wording and send it again.${said}`;
    case "vision_unsupported":
      return `"${target.model}" cannot read images. Choose a model that can, or remove the image.`;
    case "tools_unsupported":
      return `"${target.model}" cannot use tools. Choose a model that can, or switch the tools off.`;
    case "image_rejected":
      return `${name} could not use an image. Try a smaller one, as PNG or JPEG.${said}`;
    case "timeout":
      return `${name} took too long to answer${status}. Try again in a moment.`;
    case "overloaded":
      return `${name} is overloaded${status}. Try again in a moment, or choose another model.`;
    case "bad_request":
      return fault.status === 413
        ? `The request is larger than ${name} takes. Remove or shrink an image, or shorten the conversation.`
        : `${name} did not accept the request${status}.${said || " Check the model and its settings."}`;
    default:
      return `${name} had a problem of its own${status}. Try again in a moment.${said}`;
  }
}

/** Longest quotation in a sentence for people, in characters. */
const maxQuote = 300;

/** A provider's words without what only programs care for: exception names, and all lines but the first. */
function spokenWords(message: string): string {
  const [first = ""] = message.replace(/\b(?:litellm\.\w+: |\w+Exception - )/g, "").split("\n");
  return first.trim().slice(0, maxQuote);
}

function waitSentence(waitMs: number | undefined): string {
  if (waitMs === undefined) return "Wait a moment and try again.";
  const seconds = Math.max(1, Math.ceil(waitMs / 1000));
  return seconds < 120
    ? `Try again in ${seconds} s.`
    : `Try again in ${Math.ceil(seconds / 60)} min.`;
}
