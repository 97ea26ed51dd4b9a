/** Writes a text into a field at its cursor, as if it were typed: the browser's undo takes it back. */
export function insertText(field: HTMLTextAreaElement, text: string): void {
  field.focus();
  // The one way that browsers can undo. It is not going away, whatever its name in the standard says.
  if (field.ownerDocument.execCommand("insertText", false, text)) return;
  field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}
