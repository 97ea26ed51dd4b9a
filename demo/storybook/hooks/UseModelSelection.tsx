import { Chat, ModelPicker, type ChatClient } from "polylogue";
import { useModelSelection } from "polylogue/hooks";

/** One choice that pickers and chats share, in every tab of the browser. */
export function SharedChoice({ client }: { client: ChatClient }) {
  const [model, choose] = useModelSelection("storybook-choice");
  return (
    <section>
      <ModelPicker variant="cascade" value={model} onChange={choose} client={client} />
      <p>
        kept: <code>{model || "nothing"}</code>{" "}
        <button onClick={() => choose("openai/gpt-5")}>Choose GPT-5</button>
      </p>
      <div style={{ blockSize: 360 }}>
        <Chat client={client} persistKey="storybook-choice" />
      </div>
    </section>
  );
}
