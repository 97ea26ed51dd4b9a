import { statusOfFault } from "./faultStatus.js";
import { asFields, asList, asText, type Fields, isFields } from "./looseJSON.js";

/** What a provider says went wrong, in one shape. */
export interface Fault {
  /** The provider's words, or an empty string. */
  message: string;
  type?: string | undefined;
  code?: string | undefined;
  param?: string | undefined;
  /** HTTP status, as the body gives or names it. */
  status?: number | undefined;
  /** How long to wait, as the body gives it, in milliseconds. */
  retryAfterMs?: number | undefined;
}

/** Reads an error body, whatever its content type claims. Markup (a proxy's error page) says nothing and is dropped. */
export function readFaultText(text: string): Fault {
  const trimmed = text.trim();
  if (/^[[{]/.test(trimmed)) {
    try {
      return readFault(JSON.parse(trimmed));
    } catch {
      // Not JSON after all: shown as the text it is.
    }
  }
  return { message: trimmed.startsWith("<") ? "" : trimmed };
}

/**
 * Reads an error object in any of the shapes providers use: `{ error: { message, type, code } }`, `{ error: "…" }`,
 * `{ message }`, `{ detail }` (a sentence, or a list of complaints), or one of these in an array. What is missing stays missing; it never throws.
 */
export function readFault(value: unknown): Fault {
  const outer = asFields(Array.isArray(value) ? value[0] : value);
  const inner = isFields(outer["error"]) ? outer["error"] : outer;
  const message = wordsOf(outer) ?? asText(value) ?? "";
  const raw = asText(asFields(inner["metadata"])["raw"]);
  const type = asText(inner["type"]) ?? asText(inner["status"]);
  const code = asText(inner["code"]) ?? asText(outer["code"]) ?? errorReason(inner["details"]);
  return {
    message: raw && !message.includes(raw) ? `${message} ${readFaultText(raw).message}` : message,
    type,
    code,
    param: asText(inner["param"]) ?? refusedField(outer["detail"] ?? outer["message"]),
    status:
      statusOf(inner["status"], inner["status_code"], inner["code"], outer["status"]) ??
      statusOfFault(type, code),
    retryAfterMs: waitOf(inner) ?? waitInText(message),
  };
}

/** How long a text such as "Please try again in 6m0.5s" asks to wait, in milliseconds. */
function waitInText(message: string): number | undefined {
  const found =
    /(?:(?:try again|retry) (?:in|after)|wait) ((?:[\d.]+ ?(?:ms|h|m|s)(?:ec(?:ond)?s?)?\s?)+)/i.exec(
      message,
    )?.[1];
  return found === undefined ? undefined : durationMs(found);
}

function waitOf(error: Fields): number | undefined {
  const details = Array.isArray(error["details"]) ? error["details"] : [];
  for (const detail of details) {
    const delay = asText(asFields(detail)["retryDelay"]);
    if (delay) return durationMs(delay);
  }
  const ms = Number(error["retry_after_ms"] ?? Number.NaN);
  const seconds = Number(error["retry_after"] ?? Number.NaN);
  if (ms >= 0) return ms;
  return seconds >= 0 ? seconds * 1000 : undefined;
}

const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

function durationMs(duration: string): number {
  let total = 0;
  for (const [, amount, unit] of duration.matchAll(/([\d.]+) ?(ms|h|m|s)/gi)) {
    total += Number(amount) * (unitMs[unit?.toLowerCase() ?? "s"] ?? 0);
  }
  return total;
}

function statusOf(...candidates: unknown[]): number | undefined {
  return candidates.map(Number).find((status) => status >= 400 && status < 600);
}

function errorReason(details: unknown): string | undefined {
  if (isFields(details)) return asText(details["error_code"]);
  if (!Array.isArray(details)) return undefined;
  return details.map((detail) => asText(asFields(detail)["reason"])).find(Boolean);
}

/** Where the words may stand, the most telling first; the last two are MiniMax's. */
const wordFields = "error message Message detail msg errors base_resp status_msg".split(" ");

/** The words of an error, however deep they lie; several complaints as one text. */
function wordsOf(value: unknown, depth = 0): string | undefined {
  if (depth > 4) return undefined;
  const inside = (one: unknown): string | undefined => wordsOf(one, depth + 1);
  if (Array.isArray(value)) return value.map(inside).filter(Boolean).join("; ") || undefined;
  if (!isFields(value)) return asText(value);
  return wordFields.map((name) => inside(value[name])).find(Boolean);
}

/** The field that FastAPI complains of. */
function refusedField(said: unknown): string | undefined {
  const [complaint] = asList(asFields(said)["detail"] ?? said);
  return asText(asList(asFields(complaint)["loc"]).at(-1));
}
