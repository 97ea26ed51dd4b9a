import { Bubble, Sender } from "@ant-design/x";
import XMarkdown from "@ant-design/x-markdown";
import { memo, useMemo, useState } from "react";
import { createRoot } from "react-dom/client";
import type { Contender, Turn } from "../contender";
import "../shell.css";

const OwnSender = memo(function OwnSender() {
  const [text, setText] = useState("");
  return <Sender value={text} onChange={setText} />;
});

const growing = { hasNextChunk: true };
const finished = { hasNextChunk: false };
const role = {
  user: { placement: "end" as const },
  ai: {
    variant: "borderless" as const,
    contentRender: (content: string, info: { status?: string }) => (
      <XMarkdown content={content} streaming={info.status === "updating" ? growing : finished} />
    ),
  },
};

const antDesignX: Contender = {
  mount(place, history) {
    let change!: (next: (turns: Turn[]) => Turn[]) => void;
    function App() {
      const [turns, setTurns] = useState(history);
      change = setTurns;
      const items = useMemo(
        () =>
          turns.map((turn) => ({
            key: turn.id,
            role: turn.role === "user" ? "user" : "ai",
            content: turn.text,
            status: turn.isStreaming ? ("updating" as const) : ("success" as const),
            streaming: turn.isStreaming ?? false,
          })),
        [turns],
      );
      return (
        <div className="chat">
          <Bubble.List style={{ flex: 1, minHeight: 0 }} items={items} role={role} />
          <OwnSender />
        </div>
      );
    }
    createRoot(place).render(<App />);
    const changeLast = (next: (turn: Turn) => Turn) =>
      change((turns) => [...turns.slice(0, -1), next(turns.at(-1)!)]);
    return {
      begin() {
        change((turns) => [
          ...turns,
          { id: "question", role: "user", text: "Go on" },
          { id: "answer", role: "assistant", text: "", isStreaming: true },
        ]);
      },
      push: (delta) => changeLast((turn) => ({ ...turn, text: turn.text + delta })),
      end: () => changeLast((turn) => ({ ...turn, isStreaming: false })),
      composer: () => place.querySelector("textarea"),
      root: () => place,
    };
  },
};
export default antDesignX;
