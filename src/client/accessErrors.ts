import { ChatError } from "./errors.js";
import { keyPage } from "./keyPages.js";
import type { ConfiguredProvider } from "./providerSettings.js";
import { baseURLVariables } from "./providerVariables.js";

const bedrockHelp =
  " AWS credentials do as well: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, with AWS_SESSION_TOKEN for temporary ones.";

/** The error of a provider that wants a key and has none. */
export function missingKey(provider: ConfiguredProvider): ChatError {
  const { id, name, keyVariables } = provider;
  const page = keyPage(id) ?? accountAt(provider);
  return new ChatError(
    "missing_key",
    `There is no API key for ${name}. Set ${keyVariables[0]} on the server, or pass keys: { "${id}": "…" }.${id === "bedrock" ? bedrockHelp : ""}${page ? ` Keys are made at ${page}.` : ""}`,
    { provider: id },
  );
}

/** Where people have their account with those whose models answer elsewhere. */
const accounts: Readonly<Record<string, string>> = {
  azure_ai: "ai.azure.com",
  dashscope: "modelstudio.console.alibabacloud.com",
  github: "github.com/settings/tokens",
  gradient_ai: "cloud.digitalocean.com",
  litellm_proxy: "the proxy's own address, under /ui",
  snowflake: "app.snowflake.com",
  vercel_ai_gateway: "vercel.com",
  volcengine: "console.volcengine.com/ark",
};

/** Where a provider is, where nobody has written down on which of its pages keys are made. */
function accountAt({ id, baseURL, hasOwnBaseURL }: ConfiguredProvider): string | undefined {
  const site =
    accounts[id] ?? /^https:\/\/(?:[^/]+\.)?([^./]+\.[^./]+)(?:\/|$)/.exec(baseURL ?? "")?.[1];
  return site && !hasOwnBaseURL ? `${site}, in your account there` : undefined;
}

/** The error of a provider that is somewhere else for everybody, and whose address nobody has given. */
export function missingAddress({ id, name }: ConfiguredProvider): ChatError {
  return new ChatError(
    "bad_request",
    `${name} has no common address. Give yours as providers: { "${id}": { baseURL: "https://…" } }, or as ${baseURLVariables(id).at(-1)} on a server.`,
    { provider: id },
  );
}

/** The error of an address in a model name that is not this server's. */
export function foreignAddress({ id, name }: ConfiguredProvider): ChatError {
  return new ChatError(
    "permission",
    `The address in the model name is not the one this server uses for ${name}. Name the deployment as "${id}/<deployment>".`,
    { provider: id },
  );
}
