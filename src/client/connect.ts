import { ChatError } from "./errors.js";
import { rulesOf } from "./limits/openaiChat.js";
import type { ParameterRules } from "./limits/parameters.js";
import { speaksResponsesAlone } from "./limits/responsesModels.js";
import { familyOf } from "./limits/rows.js";
import { loadProtocol } from "./loadProtocol.js";
import { parseModelName } from "./modelName.js";
import type { Protocol, Target } from "./protocol.js";
import type { ProviderAccess } from "./providerAccess.js";
import { targetOf } from "./providerTarget.js";

/** Where a request goes and how it is spoken to. */
export interface Route {
  target: Target;
  /** Any but OpenAI Chat, which its readers have at hand. */
  protocol?: Protocol | undefined;
  /** How the model wants its parameters, where it speaks OpenAI Chat. */
  rules: ParameterRules;
}

/**
 * Finds the way to a model by its name.
 *
 * @throws ChatError `bad_request` for a name that belongs to nobody, `network` where its protocol cannot be loaded, and as
 *   `targetOf` does.
 */
export async function connect(model: string, access: ProviderAccess): Promise<Route> {
  const parsed = parseModelName(model, (prefix) => access.find(prefix) !== undefined);
  const provider = access.find(parsed.provider);
  if (!provider) throw new ChatError("bad_request", `There is no provider "${parsed.provider}".`);
  const target = await targetOf(provider, parsed, access);
  // An address of Azure says itself which protocol it speaks.
  const isOpen = parsed.protocol === undefined && parsed.baseURL === undefined;
  const id =
    isOpen && speaksResponsesAlone(target.provider, familyOf(target))
      ? "openai-responses"
      : (parsed.protocol ?? provider.protocol);
  return {
    target,
    protocol: id === "openai-chat" ? undefined : await loadProtocol(id),
    rules: rulesOf(target),
  };
}
