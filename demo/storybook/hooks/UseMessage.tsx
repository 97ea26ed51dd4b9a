import { Markdown, type ChatClient, type ChatStore } from "polylogue";
import { useChat, useChatState, useMessage } from "polylogue/hooks";

function OneMessage({ store, id }: { store: ChatStore; id: string }) {
  const message = useMessage(store, id);
  const part = message?.parts.find(({ type }) => type === "text");
  if (part?.type !== "text") return null;
  return "log" in part ? <Markdown source={part.log} /> : <Markdown>{part.text}</Markdown>;
}

/**
 * Parts of a conversation. The list renders when a message comes or goes; text that arrives renders one block of one
 * message.
 */
export function LongChat({ client, model }: { client: ChatClient; model: string }) {
  const { store, sendMessage } = useChat({ client, model });
  const order = useChatState(store, (state) => state.order);
  return (
    <section>
      {order.map((id) => (
        <OneMessage key={id} store={store} id={id} />
      ))}
      <button onClick={() => void sendMessage({ text: "Say something" })}>Ask</button>
      <p>{order.length} messages</p>
    </section>
  );
}
