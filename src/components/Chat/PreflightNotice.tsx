"use client";
import { useState, type ReactElement } from "react";
import type { PreflightFinding, RemedyId } from "../../client/preflight.js";
import { contextLevels } from "../../client/inputLimit.js";
import { isBusy } from "../../store/chatState.js";
import { useChatState } from "../../hooks/useMessage.js";
import { Icon } from "../icons.js";
import { IconButton } from "../IconButton.js";
import { useChatContext } from "./ChatContext.js";
import { splitSentence } from "./splitSentence.js";
import type { Remedies } from "./useRemedies.js";

/** Props of `PreflightNotice`. */
export interface PreflightNoticeProps {
  /** What speaks against sending, as `usePreflight` gives it: the first is shown. */
  findings: readonly PreflightFinding[];
  /** How often somebody has tried to send nevertheless: each time the words are spoken. */
  attempts: number;
  remedies: Remedies;
  /** Gives up what an error stands against. Without it an error cannot be dismissed. */
  onGiveUp?: (() => void) | undefined;
  /** The id of its words, for the field they speak of. */
  id: string;
}

/**
 * Says before sending what speaks against it, and offers what can be done. An error stays, unless what it stands against can
 * be given up; a warning can be dismissed.
 */
export function PreflightNotice({
  findings,
  attempts,
  remedies,
  onGiveUp,
  id,
}: PreflightNoticeProps): ReactElement | null {
  const { store, labels, disabled, focusInput } = useChatContext();
  const busy = useChatState(store, isBusy);
  const [dismissed, setDismissed] = useState<string>();
  const [finding] = findings;
  if (!finding || dismissed === levelOf(finding)) return null;
  const { code, severity, files } = finding;
  const isError = severity === "error";
  const words = labels.preflight(finding);
  const [headline, rest] = splitSentence(words);
  const offered = finding.remedies.filter((remedy) => remedies[remedy]);

  function apply(remedy: RemedyId): void {
    // The button goes away with the notice; a picker takes the focus itself.
    if (remedy !== "choose_model") focusInput();
    remedies[remedy]?.(finding!);
  }

  return (
    <div
      role="group"
      aria-labelledby={id}
      data-pl-preflight=""
      data-code={code}
      data-severity={severity}
      data-attempted={isError && attempts > 0 ? "" : undefined}
    >
      <Icon name="alert" />
      <div>
        <p id={id} dir="auto">
          <strong>{headline}</strong>
          {rest}
        </p>
        {offered.length > 0 ? (
          <div data-pl-buttons="">
            {offered.map((remedy) => (
              <button
                key={remedy}
                type="button"
                data-pl-button=""
                // What changes the conversation would break a running answer off.
                disabled={disabled || (busy && remedy !== "choose_model")}
                onClick={() => apply(remedy)}
              >
                {labels.remedy(remedy, files.length)}
              </button>
            ))}
          </div>
        ) : null}
      </div>
      {isError && !onGiveUp ? null : (
        <IconButton
          icon="x"
          label={labels.dismiss}
          onClick={() => {
            focusInput();
            if (isError) onGiveUp?.();
            else setDismissed(levelOf(finding));
          }}
        />
      )}
      {isError && attempts > 0 ? (
        // New each time, so that it is spoken each time.
        <span key={attempts} role="alert" data-pl-hidden="">
          {words}
        </span>
      ) : null}
    </div>
  );
}

/** What can be dismissed: a warning comes back when it gets worse. */
function levelOf({ code, severity, measure }: PreflightFinding): string {
  if (severity === "error") return "error";
  const isCritical =
    measure !== undefined && measure.actual >= measure.most * contextLevels.critical;
  return `${code} ${isCritical ? "critical" : "high"}`;
}
