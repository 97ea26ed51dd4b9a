import type { ComponentType, ReactElement } from "react";

/** The place a chat of a story stands in: as high as a panel, and as wide as the story's `parameters.width` says. */
export function storyFrame(
  Story: ComponentType,
  { parameters }: { parameters: { width?: number } },
): ReactElement {
  return (
    <div style={{ blockSize: 640, inlineSize: parameters.width ?? "100%", marginInline: "auto" }}>
      <Story />
    </div>
  );
}
