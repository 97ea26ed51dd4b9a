"use client";
import { type ReactElement } from "react";
import type { ModelGroup } from "../../hooks/modelGroups.js";
import type { UseModelPickerResult } from "../../hooks/usePickerState.js";
import { splitSentence } from "../Chat/splitSentence.js";
import { Icon } from "../icons.js";
import type { ModelPickerLabels } from "./pickerLabels.js";
import { StateDot } from "./StateDot.js";

/** Props of `ConnectionStatus`. */
export interface ConnectionStatusProps {
  group: ModelGroup;
  picker: UseModelPickerResult;
  labels: ModelPickerLabels;
}

/** What the last test of a provider said: a word and a time, or one sentence and its details. */
export function ConnectionStatus({ group, picker, labels }: ConnectionStatusProps): ReactElement {
  const result = picker.testOf(group.id);
  const isTesting = picker.testing !== undefined;
  const state = isTesting ? "testing" : result ? (result.success ? "ok" : "failed") : "none";
  return (
    <div role="status" data-pl-connection={state}>
      {isTesting ? (
        labels.testingConnection
      ) : !result ? (
        <>
          <StateDot group={group} />
          {labels.providerState(group.state ?? "untested")}
        </>
      ) : result.success ? (
        <>
          <span data-pl-ok="">
            <Icon name="check" />
            {labels.testConnected}
          </span>
          {` · ${labels.testDuration(result.durationMs)}`}
        </>
      ) : (
        <>
          <Icon name="x" />
          <FailedTest
            words={labels.error({ ...result, message: result.error, provider: group.name })}
            details={result.details}
            labels={labels}
          />
        </>
      )}
    </div>
  );
}

interface FailedTestProps extends Pick<ConnectionStatusProps, "labels"> {
  words: string;
  details: string | undefined;
}

function FailedTest({ words, details, labels }: FailedTestProps): ReactElement {
  const [headline, rest] = splitSentence(words);
  const isMore = details !== undefined && details !== words;
  return (
    <div>
      <bdi>{headline}</bdi>
      {rest || isMore ? (
        <details>
          <summary>
            <Icon name="chevronRight" />
            {labels.testDetails}
          </summary>
          {rest ? <p dir="auto">{rest.trim()}</p> : null}
          {isMore ? <pre>{details}</pre> : null}
        </details>
      ) : null}
    </div>
  );
}

/** Asks a provider for a word. */
export function TestButton({ group, picker, labels }: ConnectionStatusProps): ReactElement {
  const cannot =
    picker.testing !== undefined || group.rows.length === 0 || group.state === "missing_key";
  return (
    <button
      type="button"
      data-pl-button=""
      // Still in reach while it waits, so that the focus stays.
      aria-disabled={cannot ? true : undefined}
      onClick={() => {
        if (!cannot) picker.test(group.id);
      }}
    >
      {labels.testConnection}
    </button>
  );
}
