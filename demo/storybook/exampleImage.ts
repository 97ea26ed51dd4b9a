/** A drawing of 320 × 200 pixels, as a person would choose it. */
export async function exampleImage(): Promise<File> {
  const canvas = new OffscreenCanvas(320, 200);
  const context = canvas.getContext("2d")!;
  context.fillStyle = "#2f6f4f";
  context.fillRect(0, 0, 320, 200);
  context.fillStyle = "#f2c14e";
  context.fillRect(40, 40, 120, 120);
  return new File([await canvas.convertToBlob()], "drawing.png", { type: "image/png" });
}
