import { isChatErrorCode } from "./foreignErrors.js";
import type { GatewayClient, GatewayClientOptions } from "./gatewayClient.js";
import { type GatewayKind, gatewayNames, probeGateway } from "./gatewayKind.js";
import { fetchJSON } from "./fetchJSON.js";
import { asFields, asNumber, asText } from "./looseJSON.js";
import { listLiteLLMModels } from "./liteLLMModels.js";
import { readModelList } from "./modelList.js";
import { gatewayParameters } from "./limits/parameters.js";
import { listOllamaModels } from "./ollamaModels.js";
import type { Target } from "./protocol.js";
import { openaiChatFor } from "./protocols/openaiChatProtocol.js";
import { readProviderStatuses } from "./providerStatus.js";
import { streamChat } from "./streamChat.js";
import { testRequest, testResult, testStream } from "./testConnection.js";
import type { ConnectionTest, ModelInfo } from "./types.js";

/** Longest wait for a list or a status, in milliseconds. */
const listTimeoutMs = 15_000;

/** What a gateway client can be asked beside answers. */
export type GatewayLists = Pick<GatewayClient, "listModels" | "testConnection" | "providers">;

/**
 * Makes the lists and tests of one gateway client. Apart from the client, and loaded when first asked for: a chat with a
 * fixed model never needs them.
 *
 * @param targetOf Where a request for a model goes, key included.
 */
export function createGatewayLists(
  options: GatewayClientOptions,
  baseURL: string,
  targetOf: (model: string) => Promise<Target>,
): GatewayLists {
  const { credentials, fetch, timeouts } = options;
  const root = baseURL.replace(/\/v1$/, "");
  let probed: Promise<GatewayKind> | undefined;

  async function json(
    url: string,
    signal: AbortSignal | undefined,
    rest: { body?: unknown; timeoutMs: number } = { timeoutMs: listTimeoutMs },
  ): Promise<unknown> {
    const target = await targetOf("");
    const key: Record<string, string> = target.apiKey
      ? { authorization: `Bearer ${target.apiKey}` }
      : {};
    const headers = { ...key, ...target.headers };
    return fetchJSON({ url, headers, ...rest }, target, { signal, fetch, credentials });
  }

  /** Asked once; a failure is forgotten, so that the next call asks again. */
  function kindOf(): Promise<GatewayKind> {
    if (options.kind) return Promise.resolve(options.kind);
    // Without a signal: whoever asks first must not end the question for the others.
    probed ??= probeGateway(root, (url) => json(url, undefined));
    probed.catch(() => (probed = undefined));
    return probed;
  }

  async function modelsOf(
    kind: GatewayKind,
    signal: AbortSignal | undefined,
  ): Promise<ModelInfo[]> {
    switch (kind) {
      case "polylogue":
        return readModelList(await json(`${root}/models`, signal));
      case "litellm":
        return listLiteLLMModels(baseURL, (url, timeoutMs = listTimeoutMs) =>
          json(url, signal, { timeoutMs }),
        );
      case "ollama": {
        const models = await listOllamaModels(root, (url, body) =>
          json(url, signal, { body, timeoutMs: listTimeoutMs }),
        );
        return models.map((model) => ({ ...model, provider: kind }));
      }
      default:
        return readModelList(await json(`${baseURL}/models`, signal), kind);
    }
  }

  return {
    async listModels({ signal, provider } = {}) {
      const models = await modelsOf(await kindOf(), signal);
      return provider === undefined
        ? models
        : models.filter((model) => model.provider === provider);
    },

    testConnection({ model, signal = new AbortController().signal }) {
      return testResult(model, async () => {
        if ((await kindOf()) === "polylogue") {
          // The gateway waits for the model itself, so this takes as long as an answer may.
          const rest = { body: { model }, timeoutMs: timeouts?.firstContentMs ?? 60_000 };
          return readTest(model, await json(`${root}/test-connection`, signal, rest));
        }
        const target = await targetOf(model);
        const once = { signal, fetch, credentials, timeouts, maxRetries: 0 };
        const request = testRequest(model);
        const protocol = await openaiChatFor(request, gatewayParameters);
        return testStream(model, streamChat(protocol, request, target, once));
      });
    },

    async providers({ signal } = {}) {
      const kind = await kindOf();
      if (kind === "polylogue") {
        return readProviderStatuses(await json(`${root}/providers`, signal));
      }
      return [
        { id: kind, name: gatewayNames[kind], status: "ready", keyVariables: [], canSetKey: false },
      ];
    },
  };
}

function readTest(model: string, value: unknown): ConnectionTest {
  const result = asFields(value);
  if (result["success"] === true) {
    return { success: true, model, durationMs: asNumber(result["durationMs"]) ?? 0 };
  }
  const details = asText(result["details"]);
  return {
    success: false,
    model,
    error: asText(result["error"]) ?? "The gateway could not reach the model, and did not say why.",
    code: isChatErrorCode(result["code"]) ? result["code"] : "server",
    ...(details ? { details } : {}),
  };
}
