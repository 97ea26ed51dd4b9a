import { isChatError } from "../client/errors.js";
import { redact } from "../client/redact.js";
import type { ChatClient, ConnectionTest } from "../client/types.js";
import { checkModel } from "./allowList.js";
import type { AllowList } from "./allowList.js";

/** What a connection test needs to know of the gateway. */
export interface TestSettings {
  client: Required<Pick<ChatClient, "testConnection">>;
  allows: AllowList;
  secrets: readonly string[];
}

/**
 * Answers `POST /test-connection`: a refused key or a missing model is a result, not an error.
 *
 * @throws ChatError `bad_request` when `model` is not the name of one.
 */
export async function testModel(
  model: unknown,
  signal: AbortSignal,
  { client, allows, secrets }: TestSettings,
): Promise<ConnectionTest> {
  const result = await testOrRefuse(model, signal, client, allows);
  if (result.success) return result;
  const { details } = result;
  return {
    ...result,
    error: redact(result.error, secrets),
    ...(details === undefined ? {} : { details: redact(details, secrets) }),
  };
}

async function testOrRefuse(
  model: unknown,
  signal: AbortSignal,
  client: TestSettings["client"],
  allows: AllowList,
): Promise<ConnectionTest> {
  try {
    return await client.testConnection({ model: checkModel(model, allows), signal });
  } catch (error) {
    if (!isChatError(error) || error.code !== "not_found" || typeof model !== "string") throw error;
    return { success: false, model, error: error.message, code: error.code };
  }
}
