import { Markdown, type ChatClient } from "polylogue";
import { useChat } from "polylogue/hooks";

/** One conversation, in the words of the AI SDK. */
export function TinyChat({ client, model }: { client: ChatClient; model: string }) {
  const { messages, sendMessage, status, stop, error, regenerate } = useChat({ client, model });
  const isBusy = status === "submitted" || status === "streaming";
  return (
    <section>
      {messages.map(({ id, role, parts }) => (
        <article key={id}>
          <b>{role === "user" ? "You" : "Answer"}</b>
          <Markdown>
            {parts.map((part) => (part.type === "text" ? part.text : "")).join("\n\n")}
          </Markdown>
        </article>
      ))}
      {error ? <p role="alert">{error.message}</p> : null}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const text = new FormData(event.currentTarget).get("text");
          event.currentTarget.reset();
          if (typeof text === "string") void sendMessage({ text });
        }}
      >
        <input name="text" aria-label="Message" autoComplete="off" />
        {isBusy ? (
          <button type="button" onClick={stop}>
            Stop
          </button>
        ) : (
          <button>Send</button>
        )}
        <button
          type="button"
          disabled={isBusy || messages.length === 0}
          onClick={() => void regenerate()}
        >
          Answer again
        </button>
      </form>
      <p>
        status: <code>{status}</code>
      </p>
    </section>
  );
}
