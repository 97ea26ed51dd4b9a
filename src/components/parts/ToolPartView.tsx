"use client";
import { useState, type ReactElement } from "react";
import { toolNameOf } from "../../client/protocols/answeredCalls.js";
import { useChatContext } from "../Chat/ChatContext.js";
import { Icon } from "../icons.js";
import type { ToolPartProps } from "./partProps.js";
import { ToolApprovalButtons } from "./ToolApprovalButtons.js";
import { ToolValue } from "./ToolValue.js";

/**
 * A call of a tool in each of its states: what is called and how it stands on one line, arguments and result below when
 * they are asked for. A call that asks for permission is open.
 */
export function ToolPartView({ part }: ToolPartProps): ReactElement {
  const { labels } = useChatContext();
  const [chosen, setChosen] = useState<boolean>();
  const { state, title } = part;
  const name = title ?? toolNameOf(part);
  const open = chosen ?? (state === "approval-requested" || state === "output-error");
  const input = state === "input-streaming" ? (part.rawInput ?? part.input) : part.input;
  return (
    <div data-pl-tool="" role="group" data-state={state} aria-label={labels.toolName(name)}>
      <button
        type="button"
        data-pl-disclosure=""
        aria-expanded={open}
        onClick={() => setChosen(!open)}
      >
        <Icon name="chevronRight" />
        <Icon name="tools" />
        <bdi>{name}</bdi>
        <span data-pl-tool-state="">{labels.toolState(part)}</span>
      </button>
      {open ? (
        <div data-pl-tool-body="">
          {input === undefined ? null : <ToolValue title={labels.toolInput} value={input} />}
          {state === "output-available" ? (
            <ToolValue title={labels.toolOutput} value={part.output} />
          ) : null}
          {state === "output-error" ? (
            <p data-pl-tool-error="" dir="auto">
              {part.errorText}
            </p>
          ) : null}
        </div>
      ) : null}
      {state === "approval-requested" ? (
        <ToolApprovalButtons name={name} approvalId={part.approval.id} />
      ) : null}
    </div>
  );
}
