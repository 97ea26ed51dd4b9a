import { DeepChat } from "deep-chat-react";
import { createRoot } from "react-dom/client";
import type { Contender } from "../contender";
import "../shell.css";

interface Signals {
  onOpen(): void;
  onResponse(response: { text: string }): void;
  onClose(): void;
}

const deepChat: Contender = {
  async mount(place, history) {
    let signals!: Signals;
    let opened: () => void = () => {};
    const connect = {
      stream: true,
      handler(_body: unknown, given: Signals) {
        signals = given;
        given.onOpen();
        opened();
      },
    };
    const messages = history.map(({ role, text }) => ({
      role: role === "user" ? role : "ai",
      text,
    }));
    createRoot(place).render(
      <DeepChat connect={connect} history={messages} style={{ width: "860px", height: "95vh" }} />,
    );
    const element = () => place.querySelector("deep-chat") as any;
    const input = () => element()?.shadowRoot?.querySelector("#text-input") ?? null;
    while (!input()) await new Promise((resolve) => setTimeout(resolve, 10));
    return {
      begin() {
        const begun = new Promise<void>((resolve) => (opened = resolve));
        element().submitUserMessage({ text: "Go on" });
        return begun;
      },
      push: (text) => signals.onResponse({ text }),
      end: () => signals.onClose(),
      composer: input,
      root: () => element().shadowRoot,
    };
  },
};
export default deepChat;
