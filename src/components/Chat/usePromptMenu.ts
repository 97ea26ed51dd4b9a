"use client";
import { useId, useMemo, useState, type KeyboardEvent } from "react";
import { variablesOf } from "../../internal/promptVariables.js";

/** The prompts to choose from, and the choice under way. */
export interface PromptMenu {
  /** Whether the list is shown. */
  isOpen: boolean;
  /** Those that fit what was typed behind the slash. */
  shown: readonly string[];
  /** Where the choice stands; an index into `shown`. */
  active: number;
  listId: string;
  optionId: (index: number) => string;
  /** A prompt whose variables are being filled in. */
  template: string | undefined;
  toggle: () => void;
  close: () => void;
  setActive: (index: number) => void;
  choose: (prompt: string) => void;
  /** Takes the keys that belong to the list. Returns whether it was one. */
  onKeyDown: (event: KeyboardEvent) => boolean;
}

/**
 * Prompts that open by a button, or by a slash at the beginning of the input.
 *
 * @param text What stands in the input.
 * @param insert Puts a finished prompt into the input, in the place of what was typed behind the slash.
 */
export function usePromptMenu(
  prompts: readonly string[],
  text: string,
  insert: (prompt: string) => void,
): PromptMenu {
  const listId = useId();
  const [isAsked, setIsAsked] = useState(false);
  const [dismissed, setDismissed] = useState<string>();
  const [active, setActive] = useState(0);
  const [template, setTemplate] = useState<string>();
  const query = /^\/([^\n]*)$/.exec(text)?.[1];
  const shown = useMemo(() => matching(prompts, query ?? ""), [prompts, query]);
  const isSlash = query !== undefined && dismissed !== text;
  const isOpen = template === undefined && shown.length > 0 && (isAsked || isSlash);
  const at = Math.min(active, Math.max(0, shown.length - 1));

  function close(): void {
    setIsAsked(false);
    setDismissed(text);
    setTemplate(undefined);
    setActive(0);
  }

  function choose(prompt: string): void {
    close();
    const hasVariables = variablesOf(prompt).length > 0;
    if (hasVariables) setTemplate(prompt);
    insert(hasVariables ? "" : prompt);
  }

  function onKeyDown(event: KeyboardEvent): boolean {
    if (!isOpen) return false;
    const prompt = shown[at];
    if (event.key === "ArrowDown") setActive((at + 1) % shown.length);
    else if (event.key === "ArrowUp") setActive((at + shown.length - 1) % shown.length);
    else if (event.key === "Escape") close();
    else if ((event.key === "Enter" || event.key === "Tab") && !event.shiftKey && prompt)
      choose(prompt);
    else return false;
    event.preventDefault();
    return true;
  }

  return {
    isOpen,
    shown,
    active: at,
    listId,
    optionId: (index) => `${listId}-${index}`,
    template,
    toggle: () => (isOpen ? close() : setIsAsked(true)),
    close,
    setActive,
    choose,
    onKeyDown,
  };
}

/** Those that hold every word. */
function matching(prompts: readonly string[], query: string): readonly string[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return prompts.filter((prompt) => words.every((word) => prompt.toLowerCase().includes(word)));
}
