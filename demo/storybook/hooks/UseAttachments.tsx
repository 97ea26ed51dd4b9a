import type { FilePart, ModelInfo } from "polylogue";
import { useAttachments, useSentImages } from "polylogue/hooks";
import { useMemo } from "react";

/** Images chosen, pasted or dropped: what becomes of each, and with `useSentImages` what a model will get. */
export function ImageTray({ model }: { model: ModelInfo }) {
  const { attachments, add, remove } = useAttachments();
  const parts = useMemo(
    () => attachments.flatMap(({ part }): FilePart[] => (part ? [part] : [])),
    [attachments],
  );
  const sent = useSentImages({ parts, model, imageCount: parts.length });
  return (
    <section>
      <input
        type="file"
        aria-label="Images"
        accept="image/*"
        multiple
        onChange={(event) => add([...(event.target.files ?? [])])}
      />
      <ul aria-label="Attachments">
        {attachments.map(({ id, name, state, width, height, part, refusal }) => {
          const image = part && sent(part);
          return (
            <li key={id}>
              {name}: {state} {refusal?.reason}
              {width ? ` ${width}×${height}` : ""}
              {image ? ` → ${image.width}×${image.height}, ≈ ${image.tokens} tokens` : ""}{" "}
              <button onClick={() => remove(id)}>Remove {name}</button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
