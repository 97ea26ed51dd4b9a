import { Chat, useChatContext, type ModelProp } from "polylogue";
import { useChatState } from "polylogue/hooks";

/** A part of one's own inside a chat: it reads the conversation and asks as the composer does. */
function Questions() {
  const { store, ask, disabled } = useChatContext();
  const count = useChatState(store, ({ order }) => order.length);
  return (
    <p style={{ marginInline: "auto" }}>
      {count} messages{" "}
      {["What is new?", "What is left?"].map((text) => (
        <button
          key={text}
          disabled={disabled}
          // What the model would refuse is not sent: the composer then says why.
          onClick={() => void ask({ type: "send", message: { text } }).catch(() => {})}
        >
          {text}
        </button>
      ))}
    </p>
  );
}

export function ChatWithQuestions({ model }: { model: ModelProp }) {
  return (
    <Chat.Root model={model} style={{ blockSize: 420 }}>
      <Chat.Messages />
      <Questions />
      <Chat.Composer />
      <Chat.Announcer />
    </Chat.Root>
  );
}
