import { asFields, asList, asText, type Fields } from "./looseJSON.js";
import { readModelFacts } from "./modelFacts.js";
import type { ModelInfo } from "./types.js";

/**
 * Where Bedrock lists its models: on another host than the one that answers. `undefined` for an address that is not AWS's
 * own.
 *
 * @param baseURL Where it answers.
 */
export function bedrockControlPlane(baseURL: string): string | undefined {
  const host = /^https:\/\/bedrock-runtime(?:-fips)?(\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?)$/.exec(
    baseURL,
  );
  return host ? `https://bedrock${host[1]}` : undefined;
}

/**
 * The models Bedrock serves: those that answer to their own id, and the inference profiles of the others. A profile has what
 * is known of its model.
 *
 * @param ask Fetches JSON from the control plane, signed; throws a `ChatError`.
 * @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ListFoundationModels.html
 * @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ListInferenceProfiles.html
 */
export async function listBedrockModels(
  controlPlane: string,
  ask: (url: string) => Promise<unknown>,
): Promise<ModelInfo[]> {
  const [foundation, profiles] = await Promise.all([
    ask(`${controlPlane}/foundation-models?byOutputModality=TEXT`),
    // A key may be allowed the one and not the other.
    ask(`${controlPlane}/inference-profiles?maxResults=1000`).catch(() => undefined),
  ]);
  const models = new Map(
    asList(asFields(foundation)["modelSummaries"])
      .map(asFields)
      .flatMap((raw) => {
        const id = asText(raw["modelId"]);
        return id ? [[id, raw] as const] : [];
      }),
  );
  const direct = [...models].flatMap(([id, raw]) =>
    answersDirectly(raw) ? [toModel(id, raw)] : [],
  );
  const behindProfiles = asList(asFields(profiles)["inferenceProfileSummaries"])
    .map(asFields)
    .flatMap((profile) => {
      const id = asText(profile["inferenceProfileId"]);
      const arn = asText(asFields(asList(profile["models"])[0])["modelArn"]);
      const raw = models.get(arn?.slice(arn.lastIndexOf("/") + 1) ?? "");
      // A model that is not in the list writes no text.
      return id && raw && profile["status"] !== "INACTIVE" ? [toModel(id, raw)] : [];
    });
  return [...direct, ...behindProfiles];
}

function toModel(id: string, raw: Fields): ModelInfo {
  const name = asText(raw["modelName"]);
  return { id, ...readModelFacts(raw), ...(name && { name }) };
}

/** Others answer only to an inference profile, or to capacity somebody has bought. */
function answersDirectly(raw: Fields): boolean {
  const types = raw["inferenceTypesSupported"];
  return !Array.isArray(types) || types.includes("ON_DEMAND");
}
