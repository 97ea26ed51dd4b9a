"use client";
import { Popover } from "radix-ui";
import { useId, useState, type ReactElement, type ReactNode } from "react";
import type { UseModelPickerResult } from "../../hooks/usePickerState.js";
import { Icon } from "../icons.js";
import { PlacedContent } from "../PlacedContent.js";
import { ConnectionStatus, TestButton } from "./ConnectionStatus.js";
import { focusSearch } from "./focusSearch.js";
import { KeyForm, ServerKeyNote } from "./KeyForm.js";
import { nameOf } from "./modelFacts.js";
import type { PickerPlace } from "./ModelMenu.js";
import { PickerPanel } from "./PickerPanel.js";
import { ProviderList } from "./ProviderList.js";
import { StateDot } from "./StateDot.js";
import { ProviderMark } from "./ProviderMark.js";

/** Props of `ModelCascade`. */
export interface ModelCascadeProps extends PickerPlace {
  picker: UseModelPickerResult;
}

/** Two dropdowns side by side, the provider and then its models, with the key and the connection below. */
export function ModelCascade({ picker, ...place }: ModelCascadeProps): ReactElement {
  const { labels, disabled } = place;
  const [isEditing, setIsEditing] = useState(false);
  const { shown, chosen } = picker;
  const isChosenHere = chosen !== undefined && chosen.group.id === shown?.id;
  const canSetKey = shown !== undefined && picker.canSetKey(shown.id);
  const isMissing = shown?.state === "missing_key";
  return (
    <div data-pl-cascade="">
      <div data-pl-cascade-row="">
        <div data-pl-dropdowns="">
          <Dropdown
            {...place}
            label={labels.providerField}
            onOpen={picker.prefetch}
            onPrefetch={picker.prefetch}
            value={
              shown ? (
                <>
                  <ProviderMark id={shown.id} name={shown.name} />
                  <bdi>{shown.name}</bdi>
                  <StateDot group={shown} labels={labels} />
                </>
              ) : (
                <span>{picker.isLoading ? labels.loadingModels : labels.chooseProvider}</span>
              )
            }
          >
            {(close) => (
              <ProviderList
                groups={picker.groups}
                shown={shown?.id}
                role="listbox"
                labels={labels}
                onShow={picker.show}
                onChoose={(provider) => {
                  picker.chooseProvider(provider);
                  setIsEditing(false);
                  close();
                }}
                takesFocus
              />
            )}
          </Dropdown>
          <Dropdown
            {...place}
            label={labels.modelField}
            isPanel
            onPrefetch={picker.prefetch}
            onOpen={() => {
              picker.prefetch();
              picker.setQuery("");
            }}
            value={<bdi>{isChosenHere ? nameOf(chosen.model) : labels.chooseModel}</bdi>}
          >
            {(close) => (
              <PickerPanel
                picker={picker}
                labels={labels}
                isVisionFilter={place.isVisionFilter}
                isSingle
                onClose={close}
              />
            )}
          </Dropdown>
        </div>
        {shown && picker.canTest && !disabled ? (
          <div data-pl-buttons="">
            {canSetKey && !isMissing ? (
              <button
                type="button"
                data-pl-button=""
                aria-expanded={isEditing}
                onClick={() => setIsEditing(!isEditing)}
              >
                {labels.editKey}
              </button>
            ) : null}
            <TestButton group={shown} picker={picker} labels={labels} />
          </div>
        ) : null}
      </div>
      {isChosenHere && !chosen.isListed ? <p data-pl-quiet="">{labels.modelUnlisted}</p> : null}
      {shown && !disabled && canSetKey && (isMissing || isEditing) ? (
        <KeyForm
          key={shown.id}
          group={shown}
          picker={picker}
          labels={labels}
          onDone={() => setIsEditing(false)}
          takesFocus={isEditing}
        />
      ) : null}
      {shown && isMissing && !canSetKey ? <ServerKeyNote group={shown} labels={labels} /> : null}
      {shown && picker.canTest && !isMissing ? (
        <ConnectionStatus group={shown} picker={picker} labels={labels} />
      ) : null}
    </div>
  );
}

interface DropdownProps extends PickerPlace {
  label: string;
  value: ReactNode;
  /** Whether it opens a panel of its own width rather than a short list. */
  isPanel?: boolean | undefined;
  onOpen: () => void;
  onPrefetch: () => void;
  children: (close: () => void) => ReactNode;
}

function Dropdown(props: DropdownProps): ReactElement {
  const { label, value, isPanel, onOpen, onPrefetch, children, ...place } = props;
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const [button, setButton] = useState<Element | null>(null);
  return (
    <div data-pl-dropdown="">
      <span id={`${id}-label`} data-pl-label="">
        {label}
      </span>
      <Popover.Root
        open={isOpen}
        onOpenChange={(open) => {
          setIsOpen(open);
          if (open) onOpen();
        }}
      >
        <Popover.Trigger
          ref={setButton}
          data-pl-select=""
          id={`${id}-button`}
          aria-labelledby={`${id}-label ${id}-button`}
          disabled={place.disabled}
          onPointerEnter={onPrefetch}
          onFocus={onPrefetch}
        >
          {value}
          <Icon name="chevronDown" />
        </Popover.Trigger>
        <PlacedContent
          container={place.portalContainer}
          place={button}
          theme={place.theme}
          data-pl-panel={isPanel ? "" : undefined}
          data-single=""
          dir={place.dir}
          aria-label={label}
          align="start"
          sideOffset={6}
          onOpenAutoFocus={isPanel ? focusSearch : keepFocus}
        >
          {children(() => setIsOpen(false))}
        </PlacedContent>
      </Popover.Root>
    </div>
  );
}

/** The list takes the focus itself, to its chosen provider. */
function keepFocus(event: Event): void {
  event.preventDefault();
}
