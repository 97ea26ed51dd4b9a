/** What is missing from the types: Chromium's own selection of a shadow root. */
interface SelectingRoot {
  getSelection?: () => Selection | null;
}

/** What is selected in the tree of `element`, be it the page or a shadow root; `undefined` for nothing or a mere caret. */
export function selectedRange(element: Element): Range | undefined {
  const root = element.getRootNode();
  const page = element.ownerDocument;
  const selection = (root as SelectingRoot).getSelection?.() ?? page.getSelection();
  if (!selection || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!range.collapsed || !("host" in root)) return range.collapsed ? undefined : range;
  // Safari shows a selection inside a shadow root to those alone who name the root.
  const [composed] = selection.getComposedRanges?.({ shadowRoots: [root as ShadowRoot] }) ?? [];
  if (!composed || composed.collapsed) return undefined;
  const inside = page.createRange();
  inside.setStart(composed.startContainer, composed.startOffset);
  inside.setEnd(composed.endContainer, composed.endOffset);
  return inside;
}
