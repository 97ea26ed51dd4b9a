import type { ModelInfo, UIMessage } from "polylogue";
import { useChat, useContextUsage } from "polylogue/hooks";
import { useMemo, useState } from "react";

/** How much of what a model takes the next request would use. */
export function HowFull({ model }: { model: ModelInfo }) {
  const { store } = useChat({ model: model.id });
  const [text, setText] = useState("The longer this is, the fuller the context. ".repeat(20));
  const draft = useMemo<UIMessage>(
    () => ({ id: "draft", role: "user", parts: [{ type: "text", text }] }),
    [text],
  );
  const usage = useContextUsage({ store, model, draft });
  return (
    <section>
      <textarea
        aria-label="Message"
        rows={6}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <meter aria-label="Context used" value={usage.share ?? 0} high={0.7} />
      <p>
        ≈ {usage.tokens} of {usage.limit} tokens, {((usage.share ?? 0) * 100).toFixed(1)} %
      </p>
    </section>
  );
}
