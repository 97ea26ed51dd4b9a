import { familyFirst } from "./modelKey.js";

/** What a model's name says of its place among its relatives. */
export interface ModelVersion {
  /** The name with `#` in place of its version: `claude-opus-#`, `gpt-#-mini`. */
  family: string;
  /** The first word: `claude`, `gpt`. */
  brand: string;
  /** Such as 5.5, for `claude-opus-5-5` as for `gpt-5.5`. Absent where the name has none. */
  version?: number | undefined;
}

/** From here on a number in a name is a size or a date, not a version. */
const firstOfNoVersion = 20;

/** Reads family and version out of a name. @param base As `parseModelId` finds it. */
export function modelVersion(base: string): ModelVersion {
  const last = base.slice(base.lastIndexOf("/") + 1).replace(/^~/, "");
  // Bedrock's maker stands before a dot, Fireworks writes the dot of a version as a p.
  const name = familyFirst(last.replace(/^[a-z0-9-]+\.(?=[a-z])/, "")).replace(
    /(?<=\d)p(?=\d)/g,
    ".",
  );
  const brand = /^[a-z]+/.exec(name)?.[0] ?? name;
  for (const found of name.matchAll(/\d+(?:\.\d+|-\d{1,2}(?![\da-z.]))?/g)) {
    const end = found.index + found[0].length;
    // Sizes: 70b, 8x7b, 2.4t, 32k.
    if (/[bkmtx]/.test(name.charAt(end))) continue;
    const version = Number.parseFloat(found[0].replace("-", "."));
    if (version >= firstOfNoVersion) continue;
    return { family: `${name.slice(0, found.index)}#${name.slice(end)}`, brand, version };
  }
  return { family: name, brand };
}
