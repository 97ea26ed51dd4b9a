/** The arguments of a call out of the JSON a model wrote; broken ones stay what it wrote. */
export function callInput(json: string): { input: unknown; rawInput?: string } {
  try {
    return { input: JSON.parse(json) as unknown };
  } catch {
    return { input: undefined, rawInput: json };
  }
}
