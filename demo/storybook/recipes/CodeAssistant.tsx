import { Chat, type ModelProp } from "polylogue";

const labels = { title: "Code assistant", emptyTitle: "What are we building?", emptyText: "" };

/** Short, exact answers about code, with prompts for what one asks every day. */
export function CodeAssistant({ model = "anthropic/claude-opus-5" }: { model?: ModelProp }) {
  return (
    <Chat
      model={model}
      data-pl-theme="graphite"
      systemMessage="You are a senior engineer. Answer with code first, then at most three sentences."
      config={{ temperature: 0.2 }}
      labels={labels}
      prompts={[
        "Review this code:\n\n```{{language}}\n{{code}}\n```",
        "Write a test for {{what}} with {{framework}}",
        "Explain this error: {{error}}",
      ]}
      suggestions={["Write a debounce function in TypeScript"]}
    />
  );
}
