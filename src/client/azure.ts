import { isAzureHost } from "./azureHost.js";

/** What an Azure OpenAI address says. */
export interface AzureURL {
  /** The part before `/chat/completions`, without a query. */
  baseURL: string;
  /** The deployment, where the path names one. */
  deployment?: string | undefined;
  /** `api-version`, where the query has one. */
  apiVersion?: string | undefined;
}

/** What deployment URLs mean when no version is named: the newest that every region has. */
const defaultApiVersion = "2024-10-21";

/**
 * Reads an address of Azure OpenAI in any of its shapes: the bare resource, a deployment URL with `api-version`, or the
 * newer `/openai/v1`, each with or without the operation behind it. `undefined` for any other host.
 *
 * A bare resource means `/openai/v1`, which needs no version.
 *
 * @see https://learn.microsoft.com/azure/ai-foundry/openai/api-version-lifecycle
 */
export function readAzureURL(address: string): AzureURL | undefined {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return undefined;
  }
  if (!isAzureHost(url.hostname)) return undefined;
  const apiVersion = url.searchParams.get("api-version") ?? undefined;
  const deployment = /\/openai\/deployments\/([^/]+)/.exec(url.pathname)?.[1];
  if (deployment === undefined) return { baseURL: `${url.origin}/openai/v1`, apiVersion };
  return {
    baseURL: `${url.origin}/openai/deployments/${deployment}`,
    deployment,
    apiVersion: apiVersion ?? defaultApiVersion,
  };
}

/**
 * Where the requests for one deployment go. A dated `apiVersion` asks for the older deployment URL; `v1`, `latest`,
 * `preview` or none for the newer one, which takes the deployment's name as its model.
 */
export function azureDeployment(
  address: string,
  deployment: string,
  apiVersion?: string,
): Required<Pick<AzureURL, "baseURL">> & Pick<AzureURL, "apiVersion"> {
  const found = readAzureURL(address);
  // A proxy or private endpoint in front of Azure: its address is taken at its word.
  if (!found) return { baseURL: address, apiVersion };
  const version = apiVersion ?? found.apiVersion;
  if (!found.deployment && !/^\d{4}-/.test(version ?? "")) return { baseURL: found.baseURL };
  return {
    baseURL: `${new URL(found.baseURL).origin}/openai/deployments/${encodeURIComponent(deployment)}`,
    apiVersion: version,
  };
}
