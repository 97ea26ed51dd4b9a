import { AwsV4Signer } from "aws4fetch";
import type { Target, WireRequest } from "../protocol.js";

/**
 * Signs a request with the AWS keys of `target` (Signature Version 4). With a bearer key, or without AWS keys, it stays as
 * it is. A signature holds for a few minutes, so each repetition wants its own.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html
 */
export async function signBedrockRequest(wire: WireRequest, target: Target): Promise<WireRequest> {
  if (target.apiKey || !target.aws) return wire;
  const { region, credentials } = target.aws;
  const { accessKeyId, secretAccessKey, sessionToken } = credentials;
  const signer = new AwsV4Signer({
    method: "POST",
    url: wire.url,
    headers: wire.headers,
    body: JSON.stringify(wire.body),
    service: "bedrock",
    region,
    accessKeyId,
    secretAccessKey,
    ...(sessionToken && { sessionToken }),
  });
  const { headers } = await signer.sign();
  return { ...wire, headers: Object.fromEntries(headers) };
}
