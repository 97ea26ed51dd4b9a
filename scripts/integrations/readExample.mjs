// The first example of README.md, exactly as a reader would copy it.
import { readFileSync } from "node:fs";

/** The text of the first ```tsx block of README.md: a module that exports one component. */
export function readExample() {
  const readme = readFileSync("README.md", "utf8");
  const block = /^```tsx\n([\s\S]*?)^```/m.exec(readme);
  if (!block)
    throw new Error("README.md has no ```tsx block, so there is no first example to run.");
  if (!/^export (?:default )?(?:async )?function \w+/m.test(block[1]))
    throw new Error("README's first ```tsx block exports no component, so an app cannot show it.");
  return block[1];
}
