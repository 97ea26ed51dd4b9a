import {
  AssistantRuntimeProvider,
  ComposerPrimitive,
  MessagePrimitive,
  ThreadPrimitive,
  useLocalRuntime,
  type AssistantRuntime,
  type ChatModelAdapter,
} from "@assistant-ui/react";
import {
  MarkdownTextPrimitive,
  unstable_memoizeMarkdownComponents as memoizeComponents,
} from "@assistant-ui/react-markdown";
import { memo } from "react";
import { createRoot } from "react-dom/client";
import remarkGfm from "remark-gfm";
import type { Contender } from "../contender";
import "../shell.css";
import "./assistant-ui.css";

const plugins = [remarkGfm];
const tags = "h1 h2 h3 h4 p a blockquote ul ol hr table th td tr pre".split(" ");
const components = memoizeComponents(
  Object.fromEntries(tags.map((Tag) => [Tag, (props: any) => <Tag {...props} />])) as any,
);
const Text = memo(function Text() {
  return <MarkdownTextPrimitive remarkPlugins={plugins} components={components} defer />;
});

const messages = {
  UserMessage: () => (
    <MessagePrimitive.Root className="row user">
      <MessagePrimitive.Parts />
    </MessagePrimitive.Root>
  ),
  AssistantMessage: () => (
    <MessagePrimitive.Root className="row contained">
      <MessagePrimitive.Parts components={{ Text }} />
    </MessagePrimitive.Root>
  ),
};

/** With the smoothing and deferring that its own kit sets. */
const assistantUI: Contender = {
  mount(place, history) {
    let queue: string[] = [];
    let isDone = false;
    let wake: (() => void) | undefined;
    let started: () => void = () => {};
    let runtime!: AssistantRuntime;
    const adapter: ChatModelAdapter = {
      async *run() {
        started();
        let text = "";
        for (;;) {
          while (queue.length > 0) {
            text += queue.shift();
            yield { content: [{ type: "text", text }] };
          }
          if (isDone) return;
          await new Promise<void>((resolve) => (wake = resolve));
        }
      },
    };
    const initialMessages = history.map(({ id, role, text }) => ({
      id,
      role,
      content: [{ type: "text" as const, text }],
    }));
    function App() {
      runtime = useLocalRuntime(adapter, { initialMessages });
      return (
        <AssistantRuntimeProvider runtime={runtime}>
          <ThreadPrimitive.Root className="chat">
            <ThreadPrimitive.Viewport className="viewport">
              <ThreadPrimitive.Messages components={messages} />
            </ThreadPrimitive.Viewport>
            <ComposerPrimitive.Root>
              <ComposerPrimitive.Input className="composer" />
            </ComposerPrimitive.Root>
          </ThreadPrimitive.Root>
        </AssistantRuntimeProvider>
      );
    }
    createRoot(place).render(<App />);
    return {
      begin() {
        queue = [];
        isDone = false;
        const begun = new Promise<void>((resolve) => (started = resolve));
        runtime.thread.append("Go on");
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
export default assistantUI;
