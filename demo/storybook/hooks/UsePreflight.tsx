import type { ModelInfo, UIMessage } from "polylogue";
import { useChat, usePreflight } from "polylogue/hooks";
import { useMemo, useState } from "react";

const image = {
  type: "file",
  mediaType: "image/png",
  url: "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
} as const;

/** Whether the next request would be taken by the chosen model, and why not. */
export function WillItSend({ model }: { model: ModelInfo }) {
  const { store } = useChat({ model: model.id });
  const [text, setText] = useState("What is in this picture?");
  const [hasImage, setHasImage] = useState(true);
  const draft = useMemo<UIMessage>(
    () => ({
      id: "draft",
      role: "user",
      parts: [...(hasImage ? [image] : []), { type: "text", text }],
    }),
    [hasImage, text],
  );
  const { findings } = usePreflight({ store, model, draft });
  return (
    <section>
      <textarea
        aria-label="Message"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <label>
        <input
          type="checkbox"
          checked={hasImage}
          onChange={(event) => setHasImage(event.target.checked)}
        />
        with an image
      </label>
      <ul aria-label="Findings">
        {findings.map(({ code, severity, message }) => (
          <li key={code}>
            {severity}: {message}
          </li>
        ))}
      </ul>
      {findings.length === 0 ? <p>Nothing speaks against it.</p> : null}
    </section>
  );
}
