import type { ChatClient, ModelInfo } from "polylogue";
import { useChat, useChatUsage, useModelFacts } from "polylogue/hooks";

const models: readonly ModelInfo[] = [];

/** What a chat has used so far: tokens and US dollars. */
export function Receipt({ client, model }: { client: ChatClient; model: string }) {
  const { store, sendMessage } = useChat({ client, model });
  const factsOf = useModelFacts({ store, model, models });
  const { tokens, cost, isWhole } = useChatUsage(store, factsOf);
  return (
    <section>
      <button onClick={() => void sendMessage({ text: "Say something" })}>Ask</button>
      <p>
        {tokens.toLocaleString("en")} tokens
        {cost === undefined ? "" : `, ${isWhole ? "" : "at least "}$${cost.toFixed(4)}`}
      </p>
    </section>
  );
}
