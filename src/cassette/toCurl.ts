import { redacted } from "../client/redact.js";
import { providerTable } from "../client/providers.js";
import type { RecordedRequest } from "./cassette.js";

/**
 * The command that sends a recorded request again, for a POSIX shell. Each masked key is a variable to be set before, such
 * as `$OPENAI_API_KEY`. Whatever the request holds, the shell runs nothing of it.
 */
export function toCurl({ method, url, headers, body }: RecordedRequest): string {
  const variable = keyVariableOf(url);
  const isSigned = /^AWS4-HMAC-SHA256/i.test(headers["authorization"] ?? "");
  // Addresses hold brackets and braces of their own: curl must not take them for patterns.
  const words = ["curl --globoff", `--request ${quote(method)}`, `--url ${withKey(url, variable)}`];
  if (isSigned) {
    const region = /\.([a-z]+-[a-z]+-\d+)\./.exec(url)?.[1] ?? "us-east-1";
    words.push(
      `--aws-sigv4 ${quote(`aws:amz:${region}:bedrock`)}`,
      '--user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY"',
    );
  }
  for (const [name, value] of Object.entries(headers)) {
    if (isSigned && /^(?:authorization|host|x-amz-(?:date|content-sha256))$/.test(name)) continue;
    const secret = name === "x-amz-security-token" ? "AWS_SESSION_TOKEN" : variable;
    words.push(`--header ${withKey(`${name}: ${value}`, secret)}`);
  }
  // A mask in what was said is no key of this request.
  if (body !== undefined) words.push(`--data-raw ${quote(body)}`);
  return words.join(" \\\n  ");
}

/** The variable that holds the key of whoever is asked. */
function keyVariableOf(url: string): string {
  if (url.startsWith("https://bedrock-runtime.")) return "AWS_BEARER_TOKEN_BEDROCK";
  const provider = providerTable.find(({ baseURL }) => baseURL && url.startsWith(`${baseURL}/`));
  return provider?.keyVariables[0] ?? "API_KEY";
}

function withKey(text: string, variable: string): string {
  return text
    .split(redacted)
    .map((part) => (part === "" ? "" : quote(part)))
    .join(`"$${variable}"`);
}

/** Between single quotes a shell takes everything as it is, but the quote itself. */
function quote(text: string): string {
  // No shell can hold it, and what follows would be lost.
  const whole = text.replaceAll("\0", "");
  return `'${whole.replaceAll("'", String.raw`'\''`)}'`;
}
