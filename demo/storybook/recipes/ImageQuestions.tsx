import { Chat, visionCapable, type ChatClient, type ModelProp } from "polylogue";

const labels = {
  title: "Ask about a picture",
  emptyTitle: "Drop a picture here",
  emptyText: "It is made upright and small, and leaves this page without place and time.",
};

/** Pictures and questions about them: only models that read images can be chosen. */
export function ImageQuestions({ model, client }: { model?: ModelProp; client?: ChatClient }) {
  return (
    <Chat
      model={model}
      client={client}
      models={model ? false : (list) => list.filter(visionCapable)}
      systemMessage="Describe only what can be seen. Say so when something cannot be made out."
      labels={labels}
      prompts={["Describe this picture", "Read the text in this picture", "What is wrong here?"]}
    />
  );
}
