/** Grows with its text, up to the style sheet's `max-height`. Newer browsers do that by the style sheet alone. */
export function fitHeight(field: HTMLTextAreaElement): void {
  if (CSS.supports("field-sizing", "content")) return;
  field.style.height = "auto";
  // Zero while the chat is hidden.
  if (field.scrollHeight > 0) field.style.height = `${field.scrollHeight}px`;
}
