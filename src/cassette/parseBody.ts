/** What a recorded body says: what its JSON holds, else its text. `null` for none. */
export function parseBody(body: string | undefined): unknown {
  try {
    return JSON.parse(body ?? "null") as unknown;
  } catch {
    return body;
  }
}
