import type { FilePart } from "../../src/client/index.js";
import { dominantColours, type Colour } from "./dominantColours.js";
import { readImageFacts, type ImageFacts } from "../../src/client/imageFacts.js";
import { readPixels } from "./readPixels.js";

/** Says in Markdown what can be measured of each file, and that nothing more is known of it. */
export async function reportImages(files: readonly FilePart[]): Promise<string> {
  const reports = await Promise.all(files.map(reportFile));
  return `${reports.join("\n\n")}\n\n${footnote}`;
}

const footnote =
  "These are measurements of the file, made on this page: I cannot see what an image shows. Choose a model with vision to ask about that.";

async function reportFile(file: FilePart, position: number): Promise<string> {
  const name = `\`${(file.filename ?? `Attachment ${position + 1}`).replace(/[`\n]/g, "")}\``;
  const bytes = bytesOf(file.url);
  if (!bytes) return `**${name}** has no data here that I could measure.`;
  if (bytes.length === 0) return `**${name}** is empty: 0 bytes.`;
  const facts = readImageFacts(bytes);
  if (!facts) {
    return `**${name}** has ${formatBytes(bytes.length)}, but its first bytes are not those of a PNG, JPEG, GIF or WebP image, so I cannot measure it.`;
  }
  const pixels = await readPixels(bytes, facts);
  const rows = describe(file, bytes.length, facts, pixels ? dominantColours(pixels) : []);
  return `**${name}**\n\n| Fact | Measured |\n|---|---|\n${rows.map((row) => `| ${row.join(" | ")} |`).join("\n")}`;
}

function describe(
  file: FilePart,
  byteCount: number,
  facts: ImageFacts,
  colours: readonly Colour[],
): [string, string][] {
  const { mediaType, width, height } = facts;
  const rows: [string, string][] = [
    ["Type", mediaType === file.mediaType ? mediaType : `${mediaType} (sent as ${file.mediaType})`],
    [
      "Dimensions",
      width && height ? `${width} × ${height} px` : "not readable: the header is cut off",
    ],
    ["Size", formatBytes(byteCount)],
    ["EXIF data", facts.hasExif ? "yes (may hold place and time)" : "none"],
  ];
  if (colours.length > 0) {
    const list = colours.map(({ hex, share }) => `\`${hex}\` ${Math.round(share * 100)} %`);
    rows.push(["Main colours", list.join(", ")]);
  }
  return rows;
}

/** The bytes of a base64 `data:` URL; nothing for any other, for the guide makes no request. */
function bytesOf(url: string): Uint8Array | undefined {
  const base64 = /^data:[^,]*;base64,(.*)$/s.exec(url)?.[1];
  if (base64 === undefined) return undefined;
  try {
    return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
}

function formatBytes(count: number): string {
  if (count < 1_000) return `${count} bytes`;
  return count < 1_000_000
    ? `${(count / 1_000).toFixed(1)} kB`
    : `${(count / 1_000_000).toFixed(1)} MB`;
}
