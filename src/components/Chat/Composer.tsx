"use client";
import {
  forwardRef,
  useCallback,
  useEffect,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type ReactElement,
  type Ref,
  type ReactNode,
  type RefAttributes,
} from "react";
import type { UIMessage } from "../../client/messages.js";
import type { ModelInfo } from "../../client/types.js";
import { useChatState } from "../../hooks/useMessage.js";
import { isUnfinished } from "../../hooks/useAttachments.js";
import { usePreflight } from "../../hooks/usePreflight.js";
import { isBusy } from "../../store/chatState.js";
import { ErrorBoundary } from "../ErrorBoundary.js";
import { IconButton } from "../IconButton.js";
import { AttachButton } from "./AttachButton.js";
import { AttachmentTray } from "./AttachmentTray.js";
import { useChatContext, useDraftContext } from "./ChatContext.js";
import { requestOf } from "./chatAction.js";
import { ChosenModel } from "./ChosenModel.js";
import { ConfigurationControls } from "./ConfigurationControls.js";
import { ContextMeter } from "./ContextMeter.js";
import { draftOf } from "./draftOf.js";
import { EditedNote } from "./EditedNote.js";
import { foreseeDirection } from "./fitDirection.js";
import { messageText } from "./messageText.js";
import { PreflightNotice } from "./PreflightNotice.js";
import { PromptPanel } from "./PromptPanel.js";
import { originalFiles, QueuedMessages } from "./QueuedMessages.js";
import { SendButton } from "./SendButton.js";
import { splitSentence } from "./splitSentence.js";
import { useComposedRef } from "./useComposedRef.js";
import { useComposerKeys } from "./useComposerKeys.js";
import { useDraftText } from "./useDraftText.js";
import { useEditedMessage } from "./useEditedMessage.js";
import { useFieldPaste } from "./useFieldPaste.js";
import { useHeldAction } from "./useHeldAction.js";
import { useKeptDraft } from "./useKeptDraft.js";
import { usePromptMenu } from "./usePromptMenu.js";
import { useRemedies } from "./useRemedies.js";

/** Props of `Chat.Composer`: those of a form, and places for what is yours. */
export interface ComposerProps extends Omit<ComponentPropsWithoutRef<"form">, "children"> {
  /** Stands in the row of buttons behind those on the left, such as a button that dictates. */
  start?: ReactNode;
  /** Stands in the row of buttons before the one that sends. */
  end?: ReactNode;
}

/** Where a message is written: text, images, the model, and one button that sends and stops. */
export const Composer: ForwardRefExoticComponent<ComposerProps & RefAttributes<HTMLFormElement>> =
  forwardRef(function Composer(
    { onSubmit, start, end, ...props }: ComposerProps,
    ref: Ref<HTMLFormElement>,
  ): ReactElement {
    const { store, history, labels, disabled, inputRef, editRef, whileBusy, sendOn, ...shared } =
      useChatContext();
    const { allowAttachments, prompts, showConfigurationControls, draftKey } = shared;
    const { choice, attachments, modelInfo, systemMessage, tools, configuration } =
      useDraftContext();
    const { maxTokens } = configuration.config;
    const busy = useChatState(store, isBusy);
    const { text, hasText, command, read } = useDraftText();
    const form = useRef<HTMLFormElement>(null);
    const input = useRef<HTMLTextAreaElement>(null);
    const formRefs = useComposedRef(form, ref);
    const inputRefs = useComposedRef(input, inputRef);

    useEffect(() => {
      // As a property: the versions of React do not agree on the attribute.
      if (form.current) form.current.inert = disabled;
    }, [disabled]);

    useEffect(() => {
      // What was typed before the page came alive, or restored by the browser, came without an event.
      if (input.current?.value) read(input.current);
    }, [read]);

    useEffect(() => {
      const field = input.current;
      if (!field) return;
      // Not React's event of that name, which some browsers do not bring about for a paste.
      const foresee = ({ data }: InputEvent): void => foreseeDirection(field, data ?? "");
      field.addEventListener("beforeinput", foresee);
      return () => field.removeEventListener("beforeinput", foresee);
    }, []);

    const edited = useEditedMessage(store);
    const write = useCallback(
      (words: string): void => {
        const field = input.current;
        if (!field) return;
        field.value = words;
        read(field);
      },
      [read],
    );
    useKeptDraft(input, draftKey, write);
    useImperativeHandle(editRef, () => (messageId: string) => {
      const words = edited.begin(messageId);
      if (words === undefined) return;
      write(words);
      input.current?.focus();
    });
    const files = useMemo(
      () => [...edited.files, ...attachments.attachments.flatMap(({ part }) => part ?? [])],
      [edited.files, attachments.attachments],
    );
    const draft = useMemo(() => draftOf(text, files), [text, files]);
    const { findings, usage, imageCount, ratio, check, findAgainst } = usePreflight({
      store,
      model: modelInfo,
      draft,
      edited: edited.id,
      systemMessage,
      tools,
      maxTokens,
    });
    const isRefused = findings[0]?.severity === "error";
    const [attempts, setAttempts] = useState(0);
    const onRefused = useCallback(() => setAttempts((count) => count + 1), []);
    const held = useHeldAction({ check, onRefused });
    const { request } = held;
    const isHeld = held.findings.length > 0;
    const remedies = useRemedies({ draft, held, ratio, isRefused });
    const noticeId = useId();
    if (!isRefused && !isHeld && attempts > 0) setAttempts(0);
    const reasonAgainst = useCallback(
      (model: ModelInfo) => {
        const [first] = request ? check(request, model) : [findAgainst(model)];
        return first?.severity === "error" ? splitSentence(labels.preflight(first))[0] : undefined;
      },
      [findAgainst, check, request, labels],
    );

    function insertPrompt(prompt: string): void {
      const field = input.current;
      if (!field) return;
      // What was typed behind a slash was the search for it.
      if (field.value.startsWith("/")) field.setSelectionRange(0, field.value.length);
      field.setRangeText(prompt, field.selectionStart, field.selectionEnd, "end");
      field.focus();
      read(field);
    }
    const menu = usePromptMenu(prompts, command, insertPrompt);

    const isReading = attachments.attachments.some(isUnfinished);
    // A message written anew cannot wait, nor interrupt: what it replaces may be what is being answered.
    const waits = busy && (whileBusy === "drop" || edited.id !== undefined);
    const isWaiting = waits || isReading || history.isLoading;
    const isReady = !disabled && !isWaiting && choice.model !== undefined;
    const isQueued = busy && whileBusy === "queue";
    const canSend = isReady && (hasText || files.length > 0) && (isQueued || !isRefused);

    function giveUp(): void {
      held.giveUp();
      setAttempts(0);
    }

    function send(): void {
      const field = input.current;
      if (!isReady || !field) return;
      const written = { text: field.value, files, messageId: edited.id };
      const wanted = requestOf(store.state.getState(), { type: "send", message: written });
      if (!wanted) return;
      // What is written now is what is wanted now.
      held.giveUp();
      const [first] = isQueued ? [] : check(wanted);
      if (first?.severity === "error") {
        read(field);
        return onRefused();
      }
      const message = { text: field.value, files: [...edited.files, ...attachments.take()] };
      write("");
      edited.end();
      void (edited.id === undefined
        ? store.sendMessage(message)
        : store.editMessage(edited.id, message));
    }

    function stopEditing(): void {
      edited.end();
      write("");
      input.current?.focus();
    }

    function takeBack(message: UIMessage): void {
      const field = input.current;
      if (!field) return;
      store.removeQueuedMessage(message.id);
      write([messageText(message), field.value].filter(Boolean).join("\n\n"));
      attachments.add(originalFiles(message));
    }

    const onPaste = useFieldPaste();
    const onKeyDown = useComposerKeys({ busy, edited, menu, send, stopEditing, takeBack, write });

    return (
      <form
        data-pl-composer=""
        {...props}
        ref={formRefs}
        onSubmit={(event) => {
          onSubmit?.(event);
          if (event.defaultPrevented) return;
          event.preventDefault();
          send();
        }}
      >
        <PreflightNotice
          id={noticeId}
          findings={isHeld ? held.findings : findings}
          attempts={attempts}
          remedies={remedies}
          onGiveUp={isHeld ? giveUp : undefined}
        />
        <QueuedMessages onEdit={takeBack} />
        {edited.id === undefined ? null : <EditedNote onCancel={stopEditing} />}
        <AttachmentTray imageCount={imageCount} />
        <PromptPanel menu={menu} insert={insertPrompt} onLeave={() => input.current?.focus()} />
        <textarea
          data-pl-input=""
          ref={inputRefs}
          rows={1}
          dir="auto"
          aria-label={labels.input}
          aria-describedby={isHeld || findings.length > 0 ? noticeId : undefined}
          aria-haspopup={prompts.length > 0 ? "listbox" : undefined}
          aria-controls={menu.isOpen ? menu.listId : undefined}
          aria-activedescendant={menu.isOpen ? menu.optionId(menu.active) : undefined}
          placeholder={prompts.length > 0 ? labels.placeholderWithPrompts : labels.placeholder}
          disabled={disabled}
          enterKeyHint={sendOn === "enter" ? "send" : "enter"}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onInput={(event) => read(event.currentTarget, true)}
        />
        <div data-pl-toolbar="">
          {allowAttachments ? <AttachButton /> : null}
          {prompts.length > 0 ? (
            <IconButton
              icon="prompt"
              label={labels.prompts}
              disabled={disabled}
              aria-expanded={menu.isOpen}
              onClick={() => {
                menu.toggle();
                input.current?.focus();
              }}
            />
          ) : null}
          {showConfigurationControls ? <ConfigurationControls /> : null}
          {start}
          <span data-pl-spacer="" />
          {choice.canChoose ? (
            <ErrorBoundary
              fallback={<span data-pl-note="">{labels.modelsFailed}</span>}
              resetKey={choice.list.groups}
            >
              <ChosenModel reasonAgainst={reasonAgainst} frameRef={form} />
            </ErrorBoundary>
          ) : null}
          <ErrorBoundary fallback={null} resetKey={usage}>
            <ContextMeter usage={usage} />
          </ErrorBoundary>
          {end}
          <SendButton busy={busy} canSend={canSend} />
        </div>
      </form>
    );
  });
