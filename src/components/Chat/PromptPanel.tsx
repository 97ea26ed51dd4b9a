"use client";
import type { ReactElement } from "react";
import { PromptForm } from "./PromptForm.js";
import { PromptList } from "./PromptList.js";
import type { PromptMenu } from "./usePromptMenu.js";

/** Props of `PromptPanel`. */
export interface PromptPanelProps {
  menu: PromptMenu;
  /** Puts a finished prompt into the input. */
  insert: (prompt: string) => void;
  /** Brings the focus back to the input. */
  onLeave: () => void;
}

/** The prompts to choose from, or the fields of the one whose variables are being filled in. */
export function PromptPanel({ menu, insert, onLeave }: PromptPanelProps): ReactElement | null {
  if (menu.template === undefined) return menu.isOpen ? <PromptList menu={menu} /> : null;
  return (
    <PromptForm
      template={menu.template}
      onFinish={(prompt) => {
        menu.close();
        insert(prompt);
      }}
      onCancel={() => {
        menu.close();
        onLeave();
      }}
    />
  );
}
