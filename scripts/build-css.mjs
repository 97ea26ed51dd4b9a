// Writes dist/styles.css (src/styles/index.css with its imports put in place), the same text in a layer, styles.layer.css,
// and the ready themes, themes.css.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { weighSheet } from "./style-weight.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const ENTRY = resolve(root, "src/styles/index.css");
/** Where the layer stands among those of Tailwind, if it is loaded before them. */
const ORDER = "@layer theme, base, polylogue, components, utilities;";
const IMPORT = /^@import\s+(?:url\()?["']([^"']+)["']\)?\s*(?<condition>[^;]*);[^\S\n]*\n?/gm;

/** The text of a sheet with every `@import "./other.css";` replaced by that sheet, each sheet once. */
function inline(file, seen = new Set()) {
  if (seen.has(file)) return "";
  seen.add(file);
  return readFileSync(file, "utf8").replaceAll(IMPORT, (_rule, target, condition) => {
    const place = relative(root, file);
    if (!target.startsWith("."))
      throw new Error(
        `${place} imports "${target}": only files beside it can be imported, because the published sheet stands alone.`,
      );
    if (condition)
      throw new Error(
        `${place} imports "${target}" under a condition (${condition}), which would be lost here.`,
      );
    return inline(resolve(dirname(file), target), seen);
  });
}

const css = weighSheet(inline(ENTRY), ENTRY).trim();
const leftover = /@(?:import|charset|namespace)\b[^;]*/.exec(
  css.replaceAll(/\/\*[\s\S]*?\*\//g, ""),
);
if (leftover) throw new Error(`"${leftover[0]}" cannot stand inside a layer.`);
mkdirSync(resolve(root, "dist"), { recursive: true });
writeFileSync(resolve(root, "dist/styles.css"), `${css}\n`);
writeFileSync(resolve(root, "dist/styles.layer.css"), `${ORDER}\n@layer polylogue {\n${css}\n}\n`);
copyFileSync(resolve(root, "src/styles/themes.css"), resolve(root, "dist/themes.css"));
