/** An object out of foreign JSON: any field may be missing or of any type. */
export type Fields = Readonly<Record<string, unknown>>;

/** `value` if it is an object, else one without fields. */
export function asFields(value: unknown): Fields {
  return isFields(value) ? value : {};
}

/** Whether `value` is an object and not a list. */
export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** `value` if it is a list, else an empty one. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** `value` if it is text with something in it; a number becomes text. */
export function asText(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** `value` if it is a number that can be counted with. */
export function asNumber(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}
