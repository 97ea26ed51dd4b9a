"use client";
import { Popover } from "radix-ui";
import { useId, useState, type ReactElement } from "react";
import type { ConfigNumber, ConfigRange } from "../../client/limits/configRanges.js";
import { useConfigRanges } from "../../hooks/useConfigRanges.js";
import { IconButton } from "../IconButton.js";
import { useChatContext, useDraftContext } from "./ChatContext.js";
import { ChatPopover } from "./ChatPopover.js";

const names: readonly ConfigNumber[] = [
  "maxTokens",
  "temperature",
  "topP",
  "topK",
  "frequencyPenalty",
  "presencePenalty",
];

/**
 * The parameters of a request, in a popover behind a button. An empty field is the provider's default; what the model
 * refuses cannot be set, and says so. Inside `Chat.Root`.
 */
export function ConfigurationControls(): ReactElement {
  const { labels, disabled } = useChatContext();
  const { configuration } = useDraftContext();
  const [place, setPlace] = useState<Element | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Popover.Root open={isOpen} onOpenChange={setIsOpen}>
      <Popover.Trigger asChild>
        <IconButton
          ref={setPlace}
          icon="sliders"
          label={labels.configuration}
          disabled={disabled}
          data-changed={configuration.isChanged ? "" : undefined}
        />
      </Popover.Trigger>
      <ChatPopover
        place={place}
        data-pl-configuration=""
        aria-label={labels.configuration}
        onOpenAutoFocus={(event) => {
          // Not the button that takes everything back.
          event.preventDefault();
          (event.currentTarget as Element).querySelector<HTMLElement>("input:enabled")?.focus();
        }}
        align="start"
        sideOffset={8}
      >
        <Fields onEnter={() => setIsOpen(false)} />
      </ChatPopover>
    </Popover.Root>
  );
}

interface FieldsProps {
  /** Enter was pressed in a field. */
  onEnter: () => void;
}

function Fields({ onEnter }: FieldsProps): ReactElement {
  const { labels } = useChatContext();
  const { configuration, modelInfo } = useDraftContext();
  const ranges = useConfigRanges(modelInfo);
  return (
    <>
      <div data-pl-configuration-title="">
        <strong>{labels.configuration}</strong>
        <button
          type="button"
          data-pl-text-button=""
          aria-disabled={configuration.isChanged ? undefined : true}
          onClick={configuration.reset}
        >
          {labels.resetConfiguration}
        </button>
      </div>
      {names.map((name) => (
        <NumberField key={name} name={name} range={ranges?.[name]} onEnter={onEnter} />
      ))}
    </>
  );
}

interface NumberFieldProps extends FieldsProps {
  name: ConfigNumber;
  /** `undefined` while it is not known. */
  range: ConfigRange | undefined;
}

function NumberField({ name, range, onEnter }: NumberFieldProps): ReactElement {
  const { labels } = useChatContext();
  const { configuration, modelInfo } = useDraftContext();
  const id = useId();
  const value = configuration.config[name];
  // What is being typed may be no number yet, or "0." on its way to "0.5".
  const [typed, setTyped] = useState<string>();
  const isTyping = typed !== undefined && (typed === "" ? undefined : Number(typed)) === value;
  const isOutside =
    value !== undefined && range && (value < range.min || value > (range.max ?? Infinity));
  const refusal = range?.isRefused
    ? labels.configRefused(modelInfo?.name ?? modelInfo?.id)
    : undefined;
  return (
    <div data-pl-config-field="" data-refused={refusal ? "" : undefined}>
      <label htmlFor={id}>{labels.configName(name)}</label>
      <input
        id={id}
        data-pl-field=""
        type="number"
        inputMode="decimal"
        min={range?.min}
        max={range?.max}
        step={range?.step}
        value={refusal ? "" : isTyping ? typed : (value ?? "")}
        placeholder={labels.configDefault}
        disabled={refusal !== undefined}
        aria-invalid={isOutside || undefined}
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          const { value: text, valueAsNumber } = event.currentTarget;
          setTyped(text);
          configuration.change({
            [name]: Number.isNaN(valueAsNumber) ? undefined : valueAsNumber,
          });
        }}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          // What is outside the range comes back into it first.
          event.currentTarget.blur();
          onEnter();
        }}
        onBlur={() => {
          setTyped(undefined);
          if (isOutside)
            configuration.change({
              [name]: Math.min(Math.max(value, range.min), range.max ?? value),
            });
        }}
      />
      <p id={`${id}-hint`}>{refusal ?? labels.configHint(name, range)}</p>
    </div>
  );
}
