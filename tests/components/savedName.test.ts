import { expect, test } from "vitest";
import { savedName } from "../../src/components/parts/saveFile.js";

test.each([
  ["chart.png", "image/png", "chart.png"],
  ["photo.JPEG", "image/jpeg", "photo.JPEG"],
  ["Image", "image/webp", "Image.webp"],
  ["photo\u202egnp.exe", "image/png", "photognp.exe.png"],
  ["../../etc/passwd", "text/plain", "_.._etc_passwd"],
  ["..\\a\u0000b.pdf", "application/pdf", "_ab.pdf"],
  ["report.pdf.exe", "application/pdf", "report.pdf.exe.pdf"],
  ["notes.md", "text/plain", "notes.md"],
  ["\u200b", "image/png", "file.png"],
  ["...", "text/plain", "file"],
  ["\u0639\u0631\u0628\u0649.png", "image/png", "\u0639\u0631\u0628\u0649.png"],
])("%j of %s is saved as %s", (name, mediaType, saved) => {
  expect(savedName(name, mediaType)).toBe(saved);
});
