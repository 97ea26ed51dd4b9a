import { StrictMode, type ReactElement } from "react";
import { createRoot } from "react-dom/client";
import {
  Chat,
  createDirectClient,
  indexedDBHistory,
  localStorageHistory,
  ThreadList,
  useThreads,
} from "../../../../src/index.js";
import "../../../../src/styles/index.css";

const query = new URLSearchParams(location.search);
const client = createDirectClient({
  keys: { openai: "page-key" },
  providers: { openai: { baseURL: `${query.get("upstream")}/v1` } },
  dangerouslyAllowBrowser: true,
});
const persistence =
  query.get("storage") === "localStorage" ? localStorageHistory() : indexedDBHistory();
// For what a test puts there, and looks up.
Object.assign(globalThis, { kept: persistence });

function App(): ReactElement {
  const threads = useThreads({ persistence });
  return (
    <>
      <ThreadList threads={threads} />
      <Chat
        id={threads.activeId}
        onNewChat={threads.create}
        persistence={persistence}
        model="openai/scripted-words"
        client={client}
      />
    </>
  );
}

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
