import { Chat, type ChatHandle } from "polylogue";
import "polylogue/styles.css";
import { createRoot } from "react-dom/client";
import type { Contender } from "../contender";

/** The whole `<Chat>`, with a function for a model. */
const polylogue: Contender = {
  mount(place, history) {
    document.body.style.margin = "0";
    place.style.height = "100vh";
    let queue: string[] = [];
    let isDone = false;
    let wake: (() => void) | undefined;
    let started: () => void = () => {};
    let chat: ChatHandle | null = null;

    async function* model(): AsyncGenerator<string> {
      started();
      for (;;) {
        while (queue.length > 0) yield queue.shift()!;
        if (isDone) return;
        await new Promise<void>((resolve) => (wake = resolve));
      }
    }

    const messages = history.map(({ id, role, text }) => ({
      id,
      role,
      parts: [{ type: "text" as const, text }],
    }));
    createRoot(place).render(
      <Chat
        model={model}
        defaultMessages={messages}
        style={{ height: "100%" }}
        ref={(handle: ChatHandle | null) => {
          chat = handle;
        }}
      />,
    );
    return {
      begin() {
        queue = [];
        isDone = false;
        const begun = new Promise<void>((resolve) => (started = resolve));
        void chat?.send("Go on");
        return begun;
      },
      push(delta) {
        queue.push(delta);
        wake?.();
      },
      end() {
        isDone = true;
        wake?.();
      },
      composer: () => place.querySelector("textarea"),
      root: () => place,
    };
  },
};
export default polylogue;
