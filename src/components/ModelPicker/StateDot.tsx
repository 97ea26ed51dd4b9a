"use client";
import { type ReactElement } from "react";
import type { ModelGroup } from "../../hooks/modelGroups.js";
import type { ModelPickerLabels } from "./pickerLabels.js";

/** Props of `StateDot`. */
export interface StateDotProps {
  group: ModelGroup;
  /** Adds the word for the dot, for those who do not see it. Left out where it stands beside. */
  labels?: ModelPickerLabels | undefined;
}

/** A dot for how a provider stands; nothing where nothing is known. */
export function StateDot({ group, labels }: StateDotProps): ReactElement | null {
  if (!group.state) return null;
  const words = labels?.providerState(group.state);
  return (
    <span data-pl-dot={group.state} title={words}>
      {words ? <span data-pl-hidden="">{`, ${words}`}</span> : null}
    </span>
  );
}
