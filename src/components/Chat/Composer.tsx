"use client";
import {
  forwardRef,
  useRef,
  useState,
  type ClipboardEvent,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type KeyboardEvent,
  type ReactElement,
  type Ref,
  type RefAttributes,
} from "react";
import { useChatState } from "../../hooks/useMessage.js";
import { isBusy } from "../../store/chatState.js";
import { ErrorBoundary } from "../ErrorBoundary.js";
import { ModelMenu } from "../ModelPicker/ModelMenu.js";
import { AttachButton } from "./AttachButton.js";
import { AttachmentTray } from "./AttachmentTray.js";
import { useChatContext, useDraftContext } from "./ChatContext.js";
import { SendButton } from "./SendButton.js";
import { useComposedRef } from "./useComposedRef.js";

/** Props of `Chat.Composer`: those of a form. */
export type ComposerProps = Omit<ComponentPropsWithoutRef<"form">, "children">;

/** Where a message is written: text, images, the model, and one button that sends and stops. */
export const Composer: ForwardRefExoticComponent<ComposerProps & RefAttributes<HTMLFormElement>> =
  forwardRef(function Composer(
    { onSubmit, ...props }: ComposerProps,
    ref: Ref<HTMLFormElement>,
  ): ReactElement {
    const { store, labels, allowAttachments, disabled, inputRef } = useChatContext();
    const { choice, attachments } = useDraftContext();
    const busy = useChatState(store, isBusy);
    const [hasText, setHasText] = useState(false);
    const input = useRef<HTMLTextAreaElement>(null);
    const inputRefs = useComposedRef(input, inputRef);

    const isReading = attachments.attachments.some((one) => one.state === "reading");
    const hasFiles = attachments.attachments.some((one) => one.state === "ready");
    const canSend =
      !disabled && !busy && !isReading && (hasText || hasFiles) && choice.model !== undefined;

    function send(): void {
      const field = input.current;
      if (!canSend || !field) return;
      const text = field.value;
      field.value = "";
      fitHeight(field);
      setHasText(false);
      void store.sendMessage({ text, files: attachments.take() });
    }

    function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
      if (event.key === "Escape" && busy) return store.stop();
      // While an input method composes, Enter accepts its proposal. Safari ends the composition first, but keeps 229.
      const composing = event.nativeEvent.isComposing || event.keyCode === 229;
      if (event.key !== "Enter" || event.shiftKey || composing) return;
      event.preventDefault();
      send();
    }

    function onPaste(event: ClipboardEvent): void {
      if (!allowAttachments || event.clipboardData.files.length === 0) return;
      event.preventDefault();
      attachments.add(event.clipboardData.files);
    }

    return (
      <form
        data-pl-composer=""
        {...props}
        ref={ref}
        onSubmit={(event) => {
          onSubmit?.(event);
          if (event.defaultPrevented) return;
          event.preventDefault();
          send();
        }}
      >
        <AttachmentTray />
        <textarea
          data-pl-input=""
          ref={inputRefs}
          rows={1}
          dir="auto"
          aria-label={labels.input}
          placeholder={labels.placeholder}
          disabled={disabled}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onInput={(event) => {
            fitHeight(event.currentTarget);
            setHasText(event.currentTarget.value.trim() !== "");
          }}
        />
        <div data-pl-toolbar="">
          {allowAttachments ? <AttachButton /> : null}
          <span data-pl-spacer="" />
          {choice.canChoose ? (
            <ErrorBoundary
              fallback={<span data-pl-note="">{labels.modelsFailed}</span>}
              resetKey={choice.models}
            >
              <ChosenModel />
            </ErrorBoundary>
          ) : null}
          <SendButton busy={busy} canSend={canSend} />
        </div>
      </form>
    );
  });

function ChosenModel(): ReactElement {
  const { labels, portalContainer, theme, disabled } = useChatContext();
  const { choice } = useDraftContext();
  const { model, models, choose, isLoading, failed, refetch } = choice;
  return (
    <ModelMenu
      value={typeof model === "string" ? model : ""}
      onChange={choose}
      models={models}
      isLoading={isLoading}
      failed={failed}
      onRetry={refetch}
      labels={labels}
      disabled={disabled}
      portalContainer={portalContainer}
      theme={theme}
    />
  );
}

/** Grows with its text, up to the style sheet's `max-height`. */
function fitHeight(field: HTMLTextAreaElement): void {
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight}px`;
}
