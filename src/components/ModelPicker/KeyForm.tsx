"use client";
import { useId, useRef, type FormEvent, type ReactElement } from "react";
import type { ModelGroup } from "../../hooks/modelGroups.js";
import type { UseModelPickerResult } from "../../hooks/usePickerState.js";
import { Icon } from "../icons.js";
import type { ModelPickerLabels } from "./pickerLabels.js";

/** Props of `KeyForm`. */
export interface KeyFormProps {
  group: ModelGroup;
  picker: UseModelPickerResult;
  labels: ModelPickerLabels;
  /** The key was handed over, or the person thought better of it. */
  onDone?: (() => void) | undefined;
  /** Whether the field takes the focus when it appears. */
  takesFocus?: boolean | undefined;
}

/** Takes a key, says where to get one and how long it is kept, and tries it. */
export function KeyForm({ group, picker, labels, onDone, takesFocus }: KeyFormProps): ReactElement {
  const id = useId();
  // Read when it is handed over: a controlled field would put the key into an attribute.
  const field = useRef<HTMLInputElement>(null);
  const isMissing = group.state === "missing_key";

  function save(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    // In React's tree the form may stand inside the composer's.
    event.stopPropagation();
    const form = event.currentTarget;
    const key = field.current!.value.trim();
    if (!key) {
      field.current!.focus();
      return;
    }
    const keep = new FormData(form).get("keep") === "tab" ? "tab" : "memory";
    form.reset();
    picker.setKey(group.id, key, { keep });
    picker.test(group.id);
    onDone?.();
  }

  return (
    <form data-pl-key-form="" autoComplete="off" onSubmit={save}>
      <div data-pl-key-title="">
        <label htmlFor={`${id}-key`}>
          {isMissing ? labels.keyTitle(group.name) : labels.keyField(group.name)}
        </label>
        {group.status?.keyUrl ? (
          <a href={group.status.keyUrl} target="_blank" rel="noreferrer">
            {labels.getKey}
          </a>
        ) : null}
      </div>
      <div data-pl-key-row="">
        <input
          ref={field}
          id={`${id}-key`}
          data-pl-field=""
          type="password"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          dir="ltr"
          aria-describedby={`${id}-help`}
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus={takesFocus}
        />
        <button type="submit" data-pl-button="" data-primary="">
          {labels.saveKey}
        </button>
      </div>
      <fieldset data-pl-keep="">
        <legend data-pl-hidden="">{labels.keepKey}</legend>
        {(["memory", "tab"] as const).map((keep) => (
          <label key={keep}>
            <input type="radio" name="keep" value={keep} defaultChecked={keep === "memory"} />
            {keep === "memory" ? labels.keepInMemory : labels.keepInTab}
          </label>
        ))}
      </fieldset>
      <p id={`${id}-help`} data-pl-quiet="">
        {labels.keyHelp}
      </p>
      {isMissing ? null : (
        <div data-pl-buttons="">
          <button
            type="button"
            data-pl-button=""
            onClick={() => {
              picker.setKey(group.id, "", { keep: "memory" });
              onDone?.();
            }}
          >
            {labels.removeKey}
          </button>
          <button type="button" data-pl-button="" onClick={onDone}>
            {labels.cancelKey}
          </button>
        </div>
      )}
    </form>
  );
}

/** What stands in the form's place where a server holds the keys. */
export function ServerKeyNote({
  group,
  labels,
}: Pick<KeyFormProps, "group" | "labels">): ReactElement {
  return (
    <p data-pl-notice="">
      <Icon name="key" />
      <span>{labels.serverLacksKey(group.name, group.status?.keyVariables ?? [])}</span>
    </p>
  );
}
