"use client";
import { type ReactElement } from "react";
import type { UseModelPickerResult } from "../../hooks/usePickerState.js";
import type { ModelPickerLabels } from "./pickerLabels.js";

/** Props of `FilterSwitch`. */
export interface FilterSwitchProps {
  picker: UseModelPickerResult;
  labels: ModelPickerLabels;
  isVisionFilter: boolean;
}

/** Shows what the filter keeps back, and says how much that is; nothing where it keeps nothing back. */
export function FilterSwitch({
  picker,
  labels,
  isVisionFilter,
}: FilterSwitchProps): ReactElement | null {
  const { hiddenCount, showsAll, setShowsAll } = picker;
  if (hiddenCount === 0) return null;
  return (
    <button
      type="button"
      role="switch"
      aria-checked={showsAll}
      data-pl-switch=""
      onClick={() => setShowsAll(!showsAll)}
    >
      <span data-pl-track="" />
      <span>
        {isVisionFilter ? labels.showWithoutVision(hiddenCount) : labels.showAllModels(hiddenCount)}
      </span>
    </button>
  );
}
