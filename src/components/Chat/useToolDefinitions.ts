"use client";
import { useMemo } from "react";
import type { ToolDefinition } from "../../client/types.js";
import { useStable } from "../../hooks/useStable.js";
import type { ChatTools } from "../../store/tools.js";
import { toDefinitions } from "../../store/toolSchema.js";

const none: ChatTools = {};

/** The tools as a request will offer them, for what is checked before it; `undefined` for none. */
export function useToolDefinitions(tools: ChatTools = none): readonly ToolDefinition[] | undefined {
  const stable = useStable(tools);
  return useMemo(() => {
    try {
      return stable === none ? undefined : toDefinitions(stable);
    } catch {
      // Sending says what is wrong with them.
      return undefined;
    }
  }, [stable]);
}
