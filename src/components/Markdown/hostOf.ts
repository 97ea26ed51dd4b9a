/** The host of a web address; `undefined` for anything else. */
export function hostOf(address: string): string | undefined {
  try {
    const { protocol, host } = new URL(address);
    return protocol === "https:" || protocol === "http:" ? host : undefined;
  } catch {
    return undefined;
  }
}

/** The same without `www.`, as people say it. */
export function shortHostOf(address: string): string | undefined {
  return hostOf(address)?.replace(/^www\./, "");
}
