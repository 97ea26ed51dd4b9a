"use client";
import type { ReactElement } from "react";
import { useChatState } from "../../hooks/useMessage.js";
import { isBusy } from "../../store/chatState.js";
import { IconButton } from "../IconButton.js";
import { useChatContext } from "./ChatContext.js";

/** Props of `BranchSwitch`. */
export interface BranchSwitchProps {
  messageId: string;
  /** Ids of the versions of the message, itself among them. */
  versions: readonly string[];
}

/** Which version of a message is shown, and how to get to the one before it and after it. */
export function BranchSwitch({ messageId, versions }: BranchSwitchProps): ReactElement {
  const { store, labels, disabled } = useChatContext();
  const busy = useChatState(store, isBusy);
  const at = versions.indexOf(messageId);
  function switchTo(version: string | undefined): Partial<Parameters<typeof IconButton>[0]> {
    const isOff = busy || disabled || version === undefined;
    return {
      // A button that is disabled would lose the focus at the first and at the last version.
      "aria-disabled": isOff,
      onClick: () => {
        if (!isOff) store.branch(version);
      },
    };
  }
  return (
    <div data-pl-versions="" role="group" aria-label={labels.versions}>
      <IconButton
        icon="chevronRight"
        label={labels.previousVersion}
        {...switchTo(versions[at - 1])}
      />
      <span aria-hidden="true">{labels.version(at + 1, versions.length)}</span>
      <span role="status" data-pl-hidden="">
        {labels.versionShown(at + 1, versions.length)}
      </span>
      <IconButton icon="chevronRight" label={labels.nextVersion} {...switchTo(versions[at + 1])} />
    </div>
  );
}
