"use client";
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactElement } from "react";
import { fillPrompt, variablesOf } from "../../internal/promptVariables.js";
import { useChatContext } from "./ChatContext.js";

/** Props of `PromptForm`. */
export interface PromptFormProps {
  /** A prompt with variables. */
  template: string;
  onFinish: (prompt: string) => void;
  onCancel: () => void;
}

/** A field for each variable of a prompt, and what it will be. Enter uses it once every field is filled, Escape gives up. */
export function PromptForm({ template, onFinish, onCancel }: PromptFormProps): ReactElement {
  const { labels } = useChatContext();
  const id = useId();
  const first = useRef<HTMLInputElement>(null);
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const names = variablesOf(template);
  const isWhole = names.every((name) => values[name]?.trim());

  useEffect(() => first.current?.focus(), []);

  function finish(): void {
    if (isWhole) onFinish(fillPrompt(template, values));
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === "Escape") onCancel();
    else if (event.key === "Enter" && event.target instanceof HTMLInputElement) finish();
    else return;
    event.preventDefault();
  }

  return (
    // Inside the composer's own form, where another form must not stand.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div data-pl-prompt-form="" role="group" aria-label={labels.promptForm} onKeyDown={onKeyDown}>
      {names.map((name, index) => (
        <div key={name} data-pl-prompt-field="">
          <label htmlFor={`${id}-${name}`}>
            <bdi>{name.replaceAll("_", " ")}</bdi>
          </label>
          <input
            id={`${id}-${name}`}
            ref={index === 0 ? first : undefined}
            data-pl-field=""
            dir="auto"
            autoComplete="off"
            value={values[name] ?? ""}
            onChange={({ currentTarget: { value } }) =>
              setValues((now) => ({ ...now, [name]: value }))
            }
          />
        </div>
      ))}
      <p data-pl-prompt-preview="" aria-live="polite" dir="auto">
        {fillPrompt(template, values)}
      </p>
      <div data-pl-prompt-buttons="">
        <button
          type="button"
          data-pl-button=""
          data-primary=""
          aria-disabled={isWhole ? undefined : true}
          onClick={finish}
        >
          {labels.usePrompt}
        </button>
        <button type="button" data-pl-button="" onClick={onCancel}>
          {labels.cancel}
        </button>
      </div>
    </div>
  );
}
