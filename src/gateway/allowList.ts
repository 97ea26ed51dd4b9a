import { ChatError } from "../client/errors.js";
import { parseModelName } from "../client/modelName.js";

/** What a gateway may be asked for. */
export interface AllowList {
  /** Whether a model may be used, with or without its provider spelled out. */
  model: (name: string) => boolean;
  /** Whether any model of a provider may be. */
  provider: (id: string) => boolean;
}

/**
 * Makes the tests for the option `models`: exact names, or everything below a prefix as in `openai/*`. Names are compared
 * with their provider spelled out, so `gpt-4o` and `openai/gpt-4o` are the same model.
 */
export function createAllowList(models: readonly string[] | undefined): AllowList {
  if (!models) return { model: () => true, provider: () => true };
  const names = models.map(fullName);
  const exact = new Set(names);
  const prefixes = names.filter((name) => name.endsWith("/*")).map((name) => name.slice(0, -1));
  return {
    model: (model) => {
      const name = fullName(model);
      return exact.has(name) || prefixes.some((prefix) => name.startsWith(prefix));
    },
    provider: (id) => names.some((name) => name.startsWith(`${id}/`)),
  };
}

/**
 * Checks a model named by a caller. A name is never a URL here, and holds nothing that would change the meaning of one:
 * where the keys go is the gateway's choice alone.
 *
 * @throws ChatError `bad_request` for what is no name, `not_found` for a model that is not allowed.
 */
export function checkModel(model: unknown, allows: AllowList): string {
  if (typeof model !== "string" || model === "") {
    throw new ChatError(
      "bad_request",
      'The request names no model. Add one, such as "model": "openai/gpt-5".',
      { status: 400, param: "model" },
    );
  }
  if (!/^[^\s\p{C}?#%\\]{1,300}$/u.test(model) || /\/\/|(?:^|\/)\.{1,2}(?:\/|$)/.test(model)) {
    throw new ChatError(
      "bad_request",
      "The model is not named as provider/model. The gateway takes no URLs: its own settings say where each provider is.",
      { status: 400, param: "model" },
    );
  }
  if (!allows.model(model)) {
    throw new ChatError(
      "not_found",
      `The gateway does not offer the model "${model}". Choose one from its list, or ask whoever runs it to add it to \`models\`.`,
      { status: 404, model, param: "model" },
    );
  }
  return model;
}

function fullName(model: string): string {
  try {
    const parsed = parseModelName(model);
    return `${parsed.provider}/${parsed.model}`;
  } catch {
    // No provider is known for the name; it can still be compared, and using it fails later with the reason.
    return model;
  }
}
