"use client";
import {
  forwardRef,
  type ForwardRefExoticComponent,
  type ReactElement,
  type Ref,
  type RefAttributes,
} from "react";
import { Announcer } from "./Announcer.js";
import type { ChatHandle, ChatRootProps } from "./chatProps.js";
import { ChatRoot } from "./ChatRoot.js";
import { Composer } from "./Composer.js";
import { Header } from "./Header.js";
import { HistoryNotice } from "./HistoryNotice.js";
import { Message } from "./Message.js";
import { MessageList } from "./MessageList.js";

/** Props of `<Chat>`. */
export type ChatProps = Omit<ChatRootProps, "children">;

/** `<Chat>` and the parts it is made of. */
export interface ChatComponent extends ForwardRefExoticComponent<
  ChatProps & RefAttributes<ChatHandle>
> {
  Root: typeof ChatRoot;
  Header: typeof Header;
  Messages: typeof MessageList;
  Message: typeof Message;
  HistoryNotice: typeof HistoryNotice;
  Composer: typeof Composer;
  Announcer: typeof Announcer;
}

const WholeChat = forwardRef(function Chat(
  { components, ...props }: ChatProps,
  ref: Ref<ChatHandle>,
): ReactElement {
  const HeaderView = components?.Header === undefined ? Header : components.Header;
  const ComposerView = components?.Composer === undefined ? Composer : components.Composer;
  return (
    <ChatRoot {...props} components={components} ref={ref}>
      {HeaderView ? <HeaderView /> : null}
      <MessageList />
      <HistoryNotice />
      {ComposerView ? <ComposerView /> : null}
      <Announcer />
    </ChatRoot>
  );
});

/**
 * A chat with any model. It is a short composition of its parts: copy it to change it, or replace one part through
 * `components`.
 *
 * @example
 * <Chat model="openai/gpt-5" client={createGatewayClient({ baseURL: "https://llm.example.com" })} />
 */
export const Chat: ChatComponent = Object.assign(WholeChat, {
  Root: ChatRoot,
  Header,
  Messages: MessageList,
  Message,
  HistoryNotice,
  Composer,
  Announcer,
});
