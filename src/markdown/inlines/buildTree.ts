import { safeImageURL, safeLinkURL } from "../safeURL.js";
import type { Inline } from "../tree.js";
import type { Frame, Token } from "./tokens.js";

/** How deep inlines may stand in one another. Deeper ones lose their marks, so that no view runs out of stack. */
const MAX_DEPTH = 100;

/** A frame that is open, with what it holds so far. */
interface Level {
  frame: Frame | undefined;
  nodes: Inline[];
}

/** Makes the tree of inlines out of the tokens of a text. */
export function buildTree(tokens: readonly Token[], schemes: readonly string[]): Inline[] {
  return new TreeBuilder(schemes).build(tokens);
}

class TreeBuilder {
  private readonly levels: Level[] = [{ frame: undefined, nodes: [] }];
  /** How many frames that are open were too deep to be shown. */
  private skipped = 0;
  private text = "";
  /** How many links are open: there is none within a link. */
  private links = 0;

  constructor(private readonly schemes: readonly string[]) {}

  build(tokens: readonly Token[]): Inline[] {
    for (const token of tokens) {
      for (let exits = token.exits; exits > 0; exits -= 1) this.leave();
      if (token.node) this.addNode(token.node);
      else if (token.isHTML && token.text !== "") this.add({ type: "htmlText", text: token.text });
      else this.text += token.text;
      const { enters } = token;
      for (let at = (enters?.length ?? 0) - 1; at >= 0; at -= 1) this.enter(enters?.[at] as Frame);
    }
    while (this.levels.length > 1) this.close();
    this.flush();
    return this.top.nodes;
  }

  private get top(): Level {
    return this.levels.at(-1) as Level;
  }

  private enter(frame: Frame): void {
    if (this.levels.length > MAX_DEPTH) {
      // Nothing leaves a pending frame, so there is nothing to count.
      if (!frame.isPending) this.skipped += 1;
      return;
    }
    this.flush();
    if (frame.kind === "link") this.links += 1;
    this.levels.push({ frame, nodes: [] });
  }

  private leave(): void {
    if (this.skipped > 0) {
      this.skipped -= 1;
      return;
    }
    while (this.top.frame?.isPending) this.close();
    this.close();
  }

  private close(): void {
    this.flush();
    const level = this.levels.pop();
    if (!level?.frame) return;
    if (level.frame.kind === "link") this.links -= 1;
    const node = this.nodeOf(level.frame, level.nodes);
    this.top.nodes.push(node);
  }

  private add(node: Inline): void {
    this.flush();
    this.top.nodes.push(node);
  }

  private addNode(node: Inline): void {
    if (node.type !== "link") return this.add(node);
    if (this.links > 0) this.text += textOf(node.children);
    else
      this.add({
        ...node,
        url: node.url === undefined ? undefined : safeLinkURL(node.url, this.schemes),
      });
  }

  private flush(): void {
    if (this.text === "") return;
    this.top.nodes.push({ type: "text", text: this.text });
    this.text = "";
  }

  private nodeOf({ kind, url, title }: Frame, children: Inline[]): Inline {
    switch (kind) {
      case "emphasis":
      case "strong":
      case "strikethrough":
        return { type: kind, children };
      case "link":
        return {
          type: kind,
          url: url === undefined ? url : safeLinkURL(url, this.schemes),
          title,
          children,
        };
      case "image":
        return {
          type: kind,
          url: url === undefined ? url : safeImageURL(url),
          title,
          alt: textOf(children),
        };
      default:
        return { type: "element", name: kind, children };
    }
  }
}

/** The text of inlines without their marks. */
function textOf(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => {
      if ("text" in node) return node.text;
      if ("children" in node) return textOf(node.children);
      if (node.type === "image") return node.alt;
      return node.type === "lineBreak" ? "\n" : "";
    })
    .join("");
}
