import type { Turn } from "./contender";

/** The same numbers in every run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const vocabulary =
  "model stream token latency buffer cache request response server client render commit frame layout parser block inline prefix suffix window context gradient batch index vector matrix kernel thread socket header payload schema retry backoff queue worker signal effect state store reducer selector component portal viewport scroll anchor the a of to and in that is for with as on by from this which can will should must when while because after before each small large stable partial complete correct constant careful simple robust".split(
    " ",
  );

/** Writes the kinds of blocks that answers have, in the shares they have. */
function createWriter(seed: number) {
  const random = randomFrom(seed);
  const between = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const times = (count: number, write: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => write(index));
  const words = (count: number) => times(count, () => pick(vocabulary)).join(" ");
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

  function word(): string {
    const kind = random();
    if (kind < 0.04) return `**${words(between(1, 3))}**`;
    if (kind < 0.07) return `*${words(between(1, 2))}*`;
    if (kind < 0.1) return `\`${pick(vocabulary)}.${pick(vocabulary)}()\``;
    if (kind < 0.12) return `[${words(2)}](https://example.com/${pick(vocabulary)})`;
    if (kind < 0.125) return `~~${pick(vocabulary)}~~`;
    if (kind < 0.13) return `https://example.org/${pick(vocabulary)}`;
    return pick(vocabulary);
  }

  const run = (count: number) => times(count, word).join(" ");
  const sentence = () => `${capital(run(between(7, 18)))}${pick([".", ".", ".", "?", ":"])}`;
  const paragraph = () => times(between(2, 5), sentence).join(" ") + "\n";

  function list(depth = 0): string {
    const isOrdered = random() < 0.35;
    return times(between(3, 5), (index) => {
      const nested = depth < 2 && random() < 0.22 ? list(depth + 1) : "";
      const mark = isOrdered ? `${index + 1}. ` : "-  ";
      return `${"   ".repeat(depth)}${mark}${capital(run(between(5, 12)))}\n${nested}`;
    }).join("");
  }

  function table(): string {
    const columns = between(3, 5);
    const row = (cell: () => string) => `| ${times(columns, cell).join(" | ")} |\n`;
    return [
      row(() => capital(words(between(1, 2)))),
      row(() => pick(["---", ":---", "---:", ":---:"])),
      ...times(between(3, 7), () => row(() => run(between(1, 3)))),
    ].join("");
  }

  function code(): string {
    const name = () => `${pick(vocabulary)}${capital(pick(vocabulary))}`;
    const lines = times(between(6, 18), () =>
      pick([
        () =>
          `  const ${name()} = await ${name()}(input, { ${pick(vocabulary)}: ${between(0, 999)} });`,
        () => `  // ${words(6)}`,
        () =>
          `  if (${name()} > ${between(0, 99)}) return \`\${${name()}}-${pick(vocabulary)}\`.length;`,
        () => `  for (const one of ${name()}) ${name()}(one, "${pick(vocabulary)}");`,
      ])(),
    );
    return `\`\`\`ts\nexport async function ${name()}(input: string) {\n${lines.join("\n")}\n}\n\`\`\`\n`;
  }

  const quote = () => `> ${sentence()}\n`;
  const heading = () => `${"#".repeat(between(2, 4))} ${capital(words(between(2, 6)))}\n`;

  function block(): string {
    const kind = random();
    if (kind < 0.12) return heading();
    if (kind < 0.54) return paragraph();
    if (kind < 0.73) return list();
    if (kind < 0.82) return table();
    if (kind < 0.96) return code();
    return quote();
  }

  return { block, code, list, paragraph, words };
}

/** An answer of at least `length` characters. */
export function answerOf(length: number): string {
  const { block } = createWriter(42);
  const blocks: string[] = [];
  for (let written = 0; written < length; written += blocks.at(-1)!.length)
    blocks.push(`${block()}\n`);
  return blocks.join("");
}

/** One open block of at least `length` characters: what a text looks like whose end is far away. */
export function openBlockOf(kind: "fence" | "list" | "table", length: number): string {
  const { words } = createWriter(7);
  const start = { fence: "```ts\n", list: "", table: "| a | b | c |\n| --- | --- | --- |\n" }[kind];
  const line = {
    fence: () => `const ${words(1)} = "${words(4)}"; // ${words(3)}\n`,
    list: () => `- ${words(9)}\n`,
    table: () => `| ${words(2)} | ${words(3)} | ${words(2)} |\n`,
  }[kind];
  const lines = [start];
  for (let written = 0; written < length; written += lines.at(-1)!.length) lines.push(line());
  return lines.join("");
}

/** A text cut as models send it: four characters each, more or less. */
export function deltasOf(text: string): string[] {
  const random = randomFrom(7);
  const deltas: string[] = [];
  for (let at = 0; at < text.length; at += deltas.at(-1)!.length) {
    deltas.push(text.slice(at, at + 1 + Math.floor(random() * 7)));
  }
  return deltas;
}

/** The end of the last turn of a conversation, by which its being shown can be told. */
export const lastWords = "And that is the end of it.";

/** A conversation of `count` messages. */
export function conversationOf(count: number): Turn[] {
  const { code, list, paragraph, words } = createWriter(99);
  return Array.from({ length: count }, (_, index): Turn => {
    if (index % 2 === 0) return { id: `m${index}`, role: "user", text: `${words(12)}?` };
    const more = index % 6 === 1 ? `\n${code()}` : "";
    const end = index >= count - 2 ? `\n${lastWords}\n` : "";
    return { id: `m${index}`, role: "assistant", text: `${paragraph()}\n${list(2)}${more}${end}` };
  });
}
