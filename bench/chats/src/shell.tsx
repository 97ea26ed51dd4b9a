import { memo, useState, type ComponentType } from "react";
import { createRoot } from "react-dom/client";
import type { Contender, Turn } from "./contender";
import "./shell.css";

/** What a renderer of Markdown is given. */
export interface RendererProps {
  text: string;
  isStreaming: boolean;
}

/** The same plain chat around a renderer that has none of its own: rows are memoized, the composer stands apart. */
export function inShell(Renderer: ComponentType<RendererProps>): Contender {
  const Row = memo(function Row({ turn }: { turn: Turn }) {
    return (
      <div className={`row ${turn.role}`}>
        {turn.role === "user" ? (
          turn.text
        ) : (
          <Renderer text={turn.text} isStreaming={turn.isStreaming ?? false} />
        )}
      </div>
    );
  });
  const Composer = memo(function Composer() {
    const [text, setText] = useState("");
    return (
      <textarea
        aria-label="Message"
        className="composer"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    );
  });
  return {
    mount(place, history) {
      let change!: (next: (turns: Turn[]) => Turn[]) => void;
      function Chat() {
        const [turns, setTurns] = useState(history);
        change = setTurns;
        return (
          <div className="chat">
            <div className="scroller">
              <div className="inner">
                {turns.map((turn) => (
                  <Row key={turn.id} turn={turn} />
                ))}
              </div>
            </div>
            <Composer />
          </div>
        );
      }
      createRoot(place).render(<Chat />);
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
}
