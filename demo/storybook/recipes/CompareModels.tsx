import { Chat, createGatewayClient, ModelPicker, type ChatClient } from "polylogue";
import { useState } from "react";

const gateway = createGatewayClient();

const labels = {
  title: "Compare models",
  emptyTitle: "One question, two answers",
  emptyText: "Both models are asked at once. Go on from the answer you like.",
};

/** Two models that answer each question side by side; a person chooses who they are. */
export function CompareModels({ client = gateway }: { client?: ChatClient }) {
  const [models, setModels] = useState(["openai/gpt-5", "anthropic/claude-opus-5"]);
  return (
    <div style={{ blockSize: "100%", display: "flex", flexDirection: "column" }}>
      <div
        role="group"
        aria-label="Models to compare"
        style={{ display: "flex", gap: 8, padding: 8 }}
      >
        {models.map((value) => (
          <ModelPicker
            key={value}
            client={client}
            value={value}
            // A model beside itself compares nothing.
            models={(list) => list.filter(({ id }) => id === value || !models.includes(id))}
            filter={() => true}
            onChange={(next) => setModels(models.map((one) => (one === value ? next : one)))}
          />
        ))}
      </div>
      <div style={{ flex: 1, minBlockSize: 0 }}>
        <Chat
          client={client}
          compare={models}
          labels={labels}
          suggestions={["Explain a debounce in two sentences"]}
        />
      </div>
    </div>
  );
}
