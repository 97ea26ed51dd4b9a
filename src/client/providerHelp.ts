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

/** What is usually the matter with a server that cannot be reached. */
export function networkHelp({ provider, browser }: Target): string | undefined {
  if (provider === "ollama")
    return "Is Ollama running? To let a web page in, start it with OLLAMA_ORIGINS set to the address of the page.";
  if (provider === "lm_studio")
    return 'Is LM Studio\'s server running? To let a web page in, start it with "lms server start --cors".';
  return browser && networkHints[browser];
}
