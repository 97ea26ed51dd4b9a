import { loadPart } from "../client/loadPart.js";

/**
 * The image engine, which loads with the first image.
 * @throws ChatError `network` where it cannot be had.
 */
export function loadImages(): Promise<typeof import("../images/index.js")> {
  return loadPart(() => import("../images/index.js"));
}
