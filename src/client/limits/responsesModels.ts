/** OpenAI's models that are refused in Chat Completions. @see https://platform.openai.com/docs/models */
const responsesAlone =
  /^(?:(?:o\d+|gpt-\d+(?:\.\d+)?)-(?:pro|codex)\b|o\d+(?:-mini)?-deep-research|codex-|computer-use-)/;

/** Whether a model speaks OpenAI Responses alone. @param model Without its provider. */
export function speaksResponsesAlone(provider: string, model: string): boolean {
  return /^(?:openai|azure)$/.test(provider) && responsesAlone.test(model.replace(/^ft:/, ""));
}
