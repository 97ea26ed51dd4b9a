/** The CSS variables a host may set. Each has its meaning in the guide; a test keeps the two and the sheet in step. */
export const themeVariables = [
  "--pl-accent",
  "--pl-accent-text",
  "--pl-background",
  "--pl-surface",
  "--pl-text",
  "--pl-muted",
  "--pl-border",
  "--pl-radius",
  "--pl-density",
  "--pl-font",
  "--pl-font-mono",
  "--pl-font-size",
  "--pl-width",
  "--pl-code",
  "--pl-code-keyword",
  "--pl-code-string",
  "--pl-code-number",
  "--pl-code-comment",
  "--pl-code-name",
] as const;

/** What of them holds where `place` stands, for what belongs to it and is put elsewhere on the page. */
export function variablesAt(place: Element | null): Record<string, string> {
  if (!place) return {};
  const style = getComputedStyle(place);
  return Object.fromEntries(
    themeVariables
      .map((name) => [name, style.getPropertyValue(name)] as const)
      .filter(([, value]) => value !== ""),
  );
}
