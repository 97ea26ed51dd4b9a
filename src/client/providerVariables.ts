/** The environment variables that may hold a provider's base URL, best first: `OPENAI_BASE_URL`, `OPENAI_API_BASE`. */
export function baseURLVariables(id: string): string[] {
  const prefix = variablePrefix(id.replace(/_chat$/, ""));
  return [`${prefix}_BASE_URL`, `${prefix}_API_BASE`];
}

/** What the names of a provider's environment variables begin with. */
export function variablePrefix(id: string): string {
  return id.toUpperCase().replaceAll("-", "_");
}
