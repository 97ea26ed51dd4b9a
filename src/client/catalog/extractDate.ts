/**
 * The date in a model's name as `YYYY-MM-DD`, `9999-99-99` for a name with "latest" in it, and `0000-00-00` for any other:
 * the plain rule by which lists of models have long been sorted, newest first. Its last two answers are for sorting and
 * never for showing. `arrangeModels` knows more than names do.
 */
export function extractDate(name: string): string {
  const found = /(\d{4})[-_]?(\d{2})[-_]?(\d{2})/.exec(name);
  if (found) return found.slice(1).join("-");
  return name.includes("latest") ? "9999-99-99" : "0000-00-00";
}
