"use client";
import { Popover } from "radix-ui";
import { useMemo, useState, type ReactElement } from "react";
import { usePickerState } from "../../hooks/usePickerState.js";
import { usePreflight } from "../../hooks/usePreflight.js";
import type { StoredMessage } from "../../store/storedMessage.js";
import { IconButton } from "../IconButton.js";
import { focusSearch } from "../ModelPicker/focusSearch.js";
import { PickerPanel } from "../ModelPicker/PickerPanel.js";
import { requestOf, type ChatAction } from "./chatAction.js";
import { useChatContext, useDraftContext } from "./ChatContext.js";
import { ChatPopover } from "./ChatPopover.js";
import { splitSentence } from "./splitSentence.js";

/** Props of `OtherModel`. */
export interface OtherModelProps {
  /** The answer that another one is to stand beside, or the question that has none. */
  message: StoredMessage;
  disabled: boolean;
  /** What stands on the button. Default: an arrow, beside the button that answers again. */
  children?: string | undefined;
}

/** A button that opens the models, to answer again with another one. The chat's own choice stays as it is. */
export function OtherModel({ message, disabled, children }: OtherModelProps): ReactElement {
  const { labels, focusInput, ask } = useChatContext();
  const [isOpen, setIsOpen] = useState(false);
  const [place, setPlace] = useState<Element | null>(null);
  const [chosen, setChosen] = useState<string>();
  return (
    <Popover.Root open={isOpen} onOpenChange={setIsOpen}>
      <Popover.Trigger asChild>
        {children ? (
          <button ref={setPlace} type="button" data-pl-button="" disabled={disabled}>
            {children}
          </button>
        ) : (
          <IconButton
            ref={setPlace}
            data-pl-more=""
            icon="chevronDown"
            label={labels.regenerateWith}
            disabled={disabled}
          />
        )}
      </Popover.Trigger>
      <ChatPopover
        place={place}
        data-pl-panel=""
        aria-label={labels.regenerateWith}
        align="start"
        sideOffset={8}
        onOpenAutoFocus={focusSearch}
        onCloseAutoFocus={(event) => {
          if (chosen === undefined) return;
          // The button goes away with the answer it stands at.
          event.preventDefault();
          setChosen(undefined);
          focusInput();
          void ask({ type: "regenerate", messageId: message.id, model: chosen });
        }}
      >
        <Models message={message} onChoose={setChosen} onClose={() => setIsOpen(false)} />
      </ChatPopover>
    </Popover.Root>
  );
}

interface ModelsProps {
  message: StoredMessage;
  onChoose: (model: string) => void;
  onClose: () => void;
}

/** Mounted while it is open, so that a closed one costs nothing. */
function Models({ message, onChoose, onClose }: ModelsProps): ReactElement {
  const { store, labels } = useChatContext();
  const { choice, systemMessage, tools, maxTokens } = useDraftContext();
  const { check } = usePreflight({ store, model: undefined, systemMessage, tools, maxTokens });
  const request = useMemo(() => {
    const action: ChatAction = { type: "regenerate", messageId: message.id };
    return requestOf(store.state.getState(), action);
  }, [store, message.id]);
  const picker = usePickerState({
    value: typeof message.metadata?.model === "string" ? message.metadata.model : "",
    onChange: onChoose,
    list: choice.list,
    reasonAgainst(model) {
      const [first] = request ? check(request, model) : [];
      return first?.severity === "error" ? splitSentence(labels.preflight(first))[0] : undefined;
    },
  });
  return <PickerPanel picker={picker} labels={labels} isVisionFilter onClose={onClose} />;
}
