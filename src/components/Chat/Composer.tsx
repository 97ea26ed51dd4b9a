"use client";
import {
  forwardRef,
  useCallback,
  useEffect,
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
import { usePickerState } from "../../hooks/usePickerState.js";
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
    const readField = useCallback((field: HTMLTextAreaElement): void => {
      fitHeight(field);
      setHasText(field.value.trim() !== "");
    }, []);

    useEffect(() => {
      // What was typed before the page came alive, or restored by the browser, came without an event.
      if (input.current?.value) readField(input.current);
    }, [readField]);

    const isReading = attachments.attachments.some((one) => one.state === "reading");
    const hasFiles = attachments.attachments.some((one) => one.state === "ready");
    const canSend =
      !disabled && !busy && !isReading && (hasText || hasFiles) && choice.model !== undefined;

    function send(): void {
      const field = input.current;
      if (!canSend || !field) return;
      const text = field.value;
      field.value = "";
      readField(field);
      void store.sendMessage({ text, files: attachments.take() });
    }

    function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
      // While an input method composes, Enter accepts its proposal and Escape drops it. Safari ends the composition
      // first, but keeps 229.
      if (event.nativeEvent.isComposing || event.keyCode === 229) return;
      if (event.key === "Escape" && busy) {
        // Otherwise the same key would also leave full screen, or close a dialog the chat stands in.
        event.preventDefault();
        store.stop();
      } else if (event.key === "Enter" && !event.shiftKey) {
        event.preventDefault();
        send();
      }
    }

    function onPaste(event: ClipboardEvent): void {
      const { files, types } = event.clipboardData;
      // Spreadsheets and word processors add a picture of the text they copy: there the text is meant.
      if (!allowAttachments || files.length === 0 || types.includes("text/plain")) return;
      event.preventDefault();
      attachments.add(files);
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
          onInput={(event) => readField(event.currentTarget)}
        />
        <div data-pl-toolbar="">
          {allowAttachments ? <AttachButton /> : null}
          <span data-pl-spacer="" />
          {choice.canChoose ? (
            <ErrorBoundary
              fallback={<span data-pl-note="">{labels.modelsFailed}</span>}
              resetKey={choice.list.groups}
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
  const { labels, portalContainer, theme, dir, disabled, pickerRef } = useChatContext();
  const { choice } = useDraftContext();
  const { model, choose, list, reasonAgainst } = choice;
  const picker = usePickerState({
    value: typeof model === "string" ? model : "",
    onChange: choose,
    list,
    reasonAgainst,
  });
  return (
    <ModelMenu
      picker={picker}
      labels={labels}
      isVisionFilter
      disabled={disabled}
      portalContainer={portalContainer}
      theme={theme}
      dir={dir}
      openRef={pickerRef}
    />
  );
}

/** Grows with its text, up to the style sheet's `max-height`. */
function fitHeight(field: HTMLTextAreaElement): void {
  field.style.height = "auto";
  // Zero while the chat is hidden.
  if (field.scrollHeight > 0) field.style.height = `${field.scrollHeight}px`;
}
