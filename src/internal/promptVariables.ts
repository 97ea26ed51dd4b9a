const variable = /\{\{\s*(\w+)\s*\}\}/g;

/** The variables of a prompt, such as `name` in `Hello {{name}}`, in their order, each once. */
export function variablesOf(prompt: string): string[] {
  return [...new Set(Array.from(prompt.matchAll(variable), ([, name = ""]) => name))];
}

/** The prompt with its variables filled in. One without a value stays as it is written. */
export function fillPrompt(prompt: string, values: Readonly<Record<string, string>>): string {
  return prompt.replace(variable, (written, name: string) =>
    Object.hasOwn(values, name) && values[name] ? values[name] : written,
  );
}
