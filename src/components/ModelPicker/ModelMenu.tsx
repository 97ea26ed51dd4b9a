"use client";
import { Popover } from "radix-ui";
import { useImperativeHandle, useRef, useState, type ReactElement, type RefObject } from "react";
import type { UseModelPickerResult } from "../../hooks/usePickerState.js";
import { Icon } from "../icons.js";
import { PlacedContent } from "../PlacedContent.js";
import { nameOf } from "./modelFacts.js";
import { PickerPanel } from "./PickerPanel.js";
import type { ModelPickerLabels } from "./pickerLabels.js";
import { ProviderMark } from "./ProviderMark.js";
import { focusSearch } from "./focusSearch.js";

/** How a popover of the picker looks and where it stands. */
export interface PickerPlace {
  labels: ModelPickerLabels;
  disabled?: boolean | undefined;
  /** Whether `filter` is the usual one, for the words of its switch. */
  isVisionFilter: boolean;
  /** Where the popover is put, for shadow roots. Default: the page's body. */
  portalContainer?: HTMLElement | undefined;
  /** `data-theme` of the popover. Default: the one in force where its button stands. */
  theme?: string | undefined;
  /** Which way the popover reads and its arrow keys go. Default: as the place it is put in. */
  dir?: "ltr" | "rtl" | undefined;
}

/** Props of `ModelMenu`. */
export interface ModelMenuProps extends PickerPlace {
  picker: UseModelPickerResult;
  /** Filled with a function that opens the picker. */
  openRef?: RefObject<(() => void) | null> | undefined;
  /** What the popover stands above, where there is room, so as not to cover it. Default: its button. */
  frameRef?: RefObject<Element | null> | undefined;
}

/** How much room above its frame the popover needs, in CSS pixels: for the search, the foot and some models. */
const leastRoomPx = 320;

/** A button with the chosen model that opens one popover: providers on one side, their models on the other. */
export function ModelMenu(props: ModelMenuProps): ReactElement {
  const { picker, labels, disabled, portalContainer, theme, dir, openRef, frameRef } = props;
  const [isOpen, setIsOpen] = useState(false);
  const [place, setPlace] = useState<Element | null>(null);
  const anchor = useRef<Element>(null!);
  const { chosen } = picker;
  const title = chosen && nameOf(chosen.model);

  function setOpen(open: boolean): void {
    setIsOpen(open);
    if (!open) return;
    const frame = frameRef?.current;
    const hasRoom = frame && frame.getBoundingClientRect().top >= leastRoomPx;
    anchor.current = hasRoom ? frame : place!;
    picker.prefetch();
    picker.reset();
  }
  useImperativeHandle(openRef, () => () => {
    if (!disabled) setOpen(true);
  });

  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      {frameRef ? <Popover.Anchor virtualRef={anchor} /> : null}
      <Popover.Trigger
        ref={setPlace}
        data-pl-pill=""
        disabled={disabled}
        aria-label={title ? `${labels.chooseModel}: ${title}` : undefined}
        data-unlisted={chosen?.isListed === false ? "" : undefined}
        onPointerEnter={picker.prefetch}
        onFocus={picker.prefetch}
      >
        {chosen ? <ProviderMark id={chosen.group.id} name={chosen.group.name} /> : null}
        <bdi>{title ?? labels.chooseModel}</bdi>
        <Icon name="chevronDown" />
      </Popover.Trigger>
      <PlacedContent
        container={portalContainer}
        place={place}
        theme={theme}
        data-pl-panel=""
        data-single={picker.groups.length < 2 ? "" : undefined}
        dir={dir}
        aria-label={labels.chooseModel}
        align="end"
        side="top"
        sideOffset={8}
        onOpenAutoFocus={focusSearch}
      >
        <PickerPanel
          picker={picker}
          labels={labels}
          isVisionFilter={props.isVisionFilter}
          onClose={() => setIsOpen(false)}
        />
      </PlacedContent>
    </Popover.Root>
  );
}
