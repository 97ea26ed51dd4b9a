import { keyPage } from "./keyPages.js";
import type { Target } from "./protocol.js";
import type { BrowserAccess } from "./providerRows.js";

/** Which variable holds the key, and where to get one. */
export function keyHelp({ provider, keyVariables = [] }: Target): string | undefined {
  const variable = keyVariables[0] && `On a server the key is read from ${keyVariables[0]}.`;
  const page = keyPage(provider);
  return [variable, page && `Keys are made at ${page}.`].filter(Boolean).join(" ") || undefined;
}

const networkHints: Readonly<Record<BrowserAccess, string | undefined>> = {
  yes: undefined,
  no: "It never allows calls from web pages: use a gateway.",
  local: "Is it running, and does it allow this page?",
  unknown: "It may not allow calls from web pages: a gateway helps.",
};

/** What those say who keep their own counsel about web pages. */
const providerHints: Readonly<Record<string, string>> = {
  anthropic:
    "An organization can keep web pages out in its settings at Anthropic: a gateway works all the same.",
  ollama:
    "Is Ollama running? To let a web page in, start it with OLLAMA_ORIGINS set to the address of the page.",
  ollama_chat:
    "Is Ollama running? To let a web page in, start it with OLLAMA_ORIGINS set to the address of the page.",
  lm_studio:
    'Is LM Studio\'s server running? To let a web page in, start it with "lms server start --cors".',
};

/** What is usually the matter with a server that cannot be reached. */
export function networkHelp({ provider, browser }: Target, url: string): string {
  const hint = providerHints[provider] ?? (browser && networkHints[browser]);
  return [pageHint(url) ?? hint, isLocal(hostOf(url)) ? localHint() : undefined]
    .filter(Boolean)
    .join(" ");
}

/** The page this runs in, if it is one. */
function thisPage(): { protocol: string; hostname: string } | undefined {
  return (globalThis as { location?: { protocol: string; hostname: string } }).location;
}

/** @see https://developer.mozilla.org/docs/Web/Security/Mixed_content */
function pageHint(url: string): string | undefined {
  const isMixed = thisPage()?.protocol === "https:" && /^http:/i.test(url) && !isLocal(hostOf(url));
  return isMixed
    ? "A page on https may not call an address on http: give the server https, or use a gateway that has it."
    : undefined;
}

/** @see https://developer.chrome.com/blog/local-network-access */
function localHint(): string | undefined {
  const { hostname } = thisPage() ?? {};
  return hostname === undefined || isLocal(hostname)
    ? undefined
    : "The browser may ask first whether this page may reach this machine, and Safari does not let pages on https.";
}

function hostOf(url: string): string {
  return /^https?:\/\/(\[[^\]]*\]|[^/?#:]+)/i.exec(url)?.[1] ?? "";
}

function isLocal(host: string): boolean {
  return /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/i.test(host);
}
