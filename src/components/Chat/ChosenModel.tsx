"use client";
import { memo, type NamedExoticComponent, type ReactElement, type RefObject } from "react";
import type { ModelInfo } from "../../client/types.js";
import { usePickerState } from "../../hooks/usePickerState.js";
import { ModelMenu } from "../ModelPicker/ModelMenu.js";
import { useChatContext, useDraftContext } from "./ChatContext.js";

/** Props of `ChosenModel`. */
export interface ChosenModelProps {
  /** Why a model cannot take what would be sent; `undefined` for one that can. */
  reasonAgainst: (model: ModelInfo) => string | undefined;
  /** The composer, above which the picker opens. */
  frameRef: RefObject<Element | null>;
}

/** The picker of the composer. Memoized, so that a key pressed does not render it. */
export const ChosenModel: NamedExoticComponent<ChosenModelProps> = memo(function ChosenModel({
  reasonAgainst,
  frameRef,
}: ChosenModelProps): ReactElement {
  const { labels, portalContainer, theme, dir, disabled, pickerRef } = useChatContext();
  const { choice } = useDraftContext();
  const { model, choose, list } = choice;
  const picker = usePickerState({
    value: typeof model === "string" ? model : "",
    onChange: choose,
    list,
    reasonAgainst,
  });
  return (
    <ModelMenu
      picker={picker}
      labels={labels}
      isVisionFilter
      disabled={disabled}
      portalContainer={portalContainer}
      theme={theme}
      dir={dir}
      openRef={pickerRef}
      frameRef={frameRef}
    />
  );
});
