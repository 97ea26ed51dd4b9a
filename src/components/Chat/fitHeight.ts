/** Grows with its text, up to the style sheet's `max-height`. */
export function fitHeight(field: HTMLTextAreaElement): void {
  field.style.height = "auto";
  // Zero while the chat is hidden.
  if (field.scrollHeight > 0) field.style.height = `${field.scrollHeight}px`;
}
