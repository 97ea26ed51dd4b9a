import { Chat, type ChatPersistence, type ModelProp } from "polylogue";
import { useThreads } from "polylogue/hooks";

/** Kept conversations without the looks of `ThreadList`; `persistence` may be `indexedDBHistory()`. */
export function Conversations({
  persistence,
  model,
}: {
  persistence: ChatPersistence;
  model: ModelProp;
}) {
  const { threads, activeId, create, select, remove, removed, undoRemove, error } = useThreads({
    persistence,
    persistKey: "storybook-thread",
  });
  return (
    <section>
      <button onClick={create}>New chat</button>
      <ul aria-label="Chats">
        {threads.map(({ id, title }) => (
          <li key={id} style={{ padding: 4 }}>
            <button aria-current={id === activeId} onClick={() => select(id)}>
              {title || "Untitled"}
            </button>{" "}
            <button onClick={() => void remove(id)}>Delete {title}</button>
          </li>
        ))}
      </ul>
      {removed ? <button onClick={() => void undoRemove()}>Undo</button> : null}
      {error ? <p role="alert">{error.message}</p> : null}
      <div style={{ blockSize: 360 }}>
        <Chat id={activeId} onNewChat={create} persistence={persistence} model={model} />
      </div>
    </section>
  );
}
