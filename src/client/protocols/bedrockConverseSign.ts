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
  const body = JSON.stringify(wire.body);
  return { ...wire, headers: await sign({ method: "POST", ...wire, body }, target) };
}

/** The headers of a GET, signed in the same way; with a bearer key they carry that. */
export async function signBedrockGet(url: string, target: Target): Promise<Record<string, string>> {
  const headers: Record<string, string> = target.apiKey
    ? { authorization: `Bearer ${target.apiKey}` }
    : {};
  return sign({ method: "GET", url, headers }, target);
}

interface Unsigned {
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: string;
}

async function sign(request: Unsigned, target: Target): Promise<Record<string, string>> {
  if (target.apiKey || !target.aws) return request.headers;
  const { region, credentials } = target.aws;
  const { accessKeyId, secretAccessKey, sessionToken } = credentials;
  const { method, url, headers, body } = request;
  const signer = new AwsV4Signer({
    method,
    url,
    headers,
    ...(body !== undefined && { body }),
    service: "bedrock",
    region,
    accessKeyId,
    secretAccessKey,
    ...(sessionToken && { sessionToken }),
  });
  return Object.fromEntries((await signer.sign()).headers);
}
