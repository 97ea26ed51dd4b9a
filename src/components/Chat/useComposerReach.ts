"use client";
import { useMemo, useRef } from "react";
import type { ChatContextValue } from "./ChatContext.js";

/** How the parts of a chat reach its composer: where that registers what it can do, and what calls it. */
export type ComposerReach = Pick<
  ChatContextValue,
  "inputRef" | "pickerRef" | "editRef" | "preflightRef" | "focusInput" | "openModelPicker" | "edit"
>;

/** The places where a composer registers. The same object every time. */
export function useComposerReach(): ComposerReach {
  const inputRef: ComposerReach["inputRef"] = useRef(null);
  const pickerRef: ComposerReach["pickerRef"] = useRef(null);
  const editRef: ComposerReach["editRef"] = useRef(null);
  const preflightRef: ComposerReach["preflightRef"] = useRef(null);
  return useMemo(
    () => ({
      inputRef,
      pickerRef,
      editRef,
      preflightRef,
      focusInput() {
        if (matchMedia("(hover: hover), (any-pointer: fine)").matches)
          inputRef.current?.focus({ preventScroll: true });
      },
      openModelPicker: () => pickerRef.current?.(),
      edit: (messageId) => editRef.current?.(messageId),
    }),
    [],
  );
}
