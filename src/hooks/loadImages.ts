/** The image engine, which loads with the first image. */
export function loadImages(): Promise<typeof import("../images/index.js")> {
  return import("../images/index.js");
}
