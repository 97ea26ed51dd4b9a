const environment: Record<string, string | undefined> = import.meta.env;

function required(name: string): string {
  const value = environment[name];
  if (!value) throw new Error(`${name} is not set: these tests run by "npm run test:litellm".`);
  return value;
}

/** Where the proxy is, its key, and where the scripted upstream behind it is. */
export const proxyURL = required("VITE_LITELLM_URL");
export const proxyKey = required("VITE_LITELLM_KEY");
export const upstreamURL = required("VITE_UPSTREAM_URL");
