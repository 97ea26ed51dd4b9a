import { type Block, MarkdownParser } from "../../src/markdown/index.js";

/** Every block of a tree, parents before children. */
export function blocksOf(block: Block): Block[] {
  const isContainer =
    "children" in block && !["paragraph", "heading", "tableCell"].includes(block.type);
  const children = isContainer ? (block.children as readonly Block[]) : [];
  return [block, ...children.flatMap(blocksOf)];
}

/** What of a block its version stands for: itself, and of its children which they are. */
function ownContentOf(block: Block): string {
  const hasBlocks = blocksOf(block).length > 1;
  return JSON.stringify(block, (key, value: unknown) =>
    key === "children" && hasBlocks && Array.isArray(value)
      ? value.map(({ id }: Block) => id)
      : value,
  );
}

/** A view that reads only what `append` names, and checks that this is all there is to read. */
export class Watcher {
  readonly parser: MarkdownParser = new MarkdownParser();
  readonly faults: string[] = [];
  private readonly seen = new Map<number, { block: Block; version: number; content: string }>();

  constructor() {
    this.look([this.parser.document]);
  }

  append(delta: string): void {
    this.look(this.parser.append(delta));
  }

  end(): void {
    this.look(this.parser.end());
  }

  private look(changed: readonly Block[]): void {
    if (new Set(changed).size < changed.length) this.faults.push("A block is named twice.");
    for (const block of changed) this.note(block);
    const present = blocksOf(this.parser.document);
    const ids = new Set(present.map(({ id }) => id));
    if (ids.size < present.length) this.faults.push("Two blocks have the same id.");
    for (const block of present) {
      const known = this.seen.get(block.id);
      if (!known) this.faults.push(`A new ${block.type} was not named.`);
      else if (known.block !== block) this.faults.push(`A ${block.type} is another object.`);
      else if (known.content !== ownContentOf(block))
        this.faults.push(`A ${block.type} changed without being named.`);
    }
  }

  private note(block: Block): void {
    const { version } = block;
    const before = this.seen.get(block.id);
    if (before && before.version >= version) this.faults.push(`A ${block.type} is no newer.`);
    this.seen.set(block.id, { block, version, content: ownContentOf(block) });
  }
}
