import type { FilePart } from "../../client/messages.js";

/** A picture of hills under a sun, painted on the spot, in CSS pixels. */
export function paintedImage(
  filename: string | undefined,
  hue: number,
  width = 960,
  height = 640,
): FilePart {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width, height });
  const paint = canvas.getContext("2d")!;
  paint.fillStyle = `hsl(${hue} 60% 88%)`;
  paint.fillRect(0, 0, width, height);
  paint.fillStyle = `hsl(${hue + 180} 80% 66%)`;
  paint.beginPath();
  paint.arc(width * 0.7, height * 0.3, Math.min(width, height) * 0.12, 0, 7);
  paint.fill();
  for (let hill = 0; hill < 4; hill += 1) {
    paint.fillStyle = `hsl(${hue} ${40 + hill * 8}% ${70 - hill * 14}%)`;
    paint.beginPath();
    paint.moveTo(0, height);
    for (let x = 0; x <= width; x += 8) {
      const wave = Math.sin((x / width) * (5 + hill * 2) + hill * 1.7) * height * 0.07;
      paint.lineTo(x, height * (0.5 + hill * 0.12) + wave);
    }
    paint.lineTo(width, height);
    paint.fill();
  }
  const named = filename === undefined ? {} : { filename };
  return { type: "file", mediaType: "image/png", url: canvas.toDataURL("image/png"), ...named };
}
