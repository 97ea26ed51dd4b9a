import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MarkdownParser } from "../../src/markdown/index.js";
import { blocksOf, Watcher } from "./changes.js";
import { anyText, textInPieces } from "./fragments.js";
import { shownOf } from "./splits.js";

/** A longer run of the same stands in tests/long. */
const numRuns = 1_500;

test("however a text is cut, the tree is that of the whole", () => {
  fc.assert(
    fc.property(textInPieces(14), ({ text, pieces }) => {
      const whole = shownOf([text]);
      expect(shownOf(pieces)).toBe(whole);
      expect(shownOf(text.split(""))).toBe(whole);
    }),
    { numRuns },
  );
});

describe("what append names", () => {
  test("is what has changed, no less and no more", () => {
    fc.assert(
      fc.property(textInPieces(14), ({ pieces }) => {
        const watcher = new Watcher();
        for (const piece of pieces) watcher.append(piece);
        watcher.end();
        expect(watcher.faults).toEqual([]);
      }),
      { numRuns },
    );
  });

  test("is so for single characters, too", () => {
    fc.assert(
      fc.property(anyText(10), (text) => {
        const watcher = new Watcher();
        for (const unit of text.split("")) watcher.append(unit);
        watcher.end();
        expect(watcher.faults).toEqual([]);
      }),
      { numRuns },
    );
  });

  test("is the open block alone while a paragraph grows", () => {
    const parser = new MarkdownParser();
    parser.append("# Title\n\nOne.\n\nTwo");
    const [, , open] = parser.document.children;
    expect(parser.append(" and")).toEqual([open]);
    expect(parser.append(" more")).toEqual([open]);
  });

  test("is the item alone while a list grows, and its paragraph", () => {
    const parser = new MarkdownParser();
    parser.append("- a\n- b\n- c");
    const types = (delta: string) => parser.append(delta).map(({ type }) => type);
    expect(types("d")).toEqual(["paragraph"]);
    expect(types("\n- e")).toEqual(
      expect.arrayContaining(["list", "listItem", "paragraph", "paragraph"]),
    );
    expect(types("f")).toEqual(["paragraph"]);
  });

  test("is the cell alone while a table grows", () => {
    const parser = new MarkdownParser();
    parser.append("| a | b |\n|---|---|\n| c | d");
    expect(parser.append("e").map(({ type }) => type)).toEqual(["tableCell"]);
  });

  test("is nothing for no text", () => {
    expect(new MarkdownParser().append("")).toEqual([]);
  });
});

describe("blocks", () => {
  test("stay the same objects while their line is read again", () => {
    const parser = new MarkdownParser();
    parser.append("> - a\n>   b `c");
    const before = blocksOf(parser.document);
    parser.append("` d");
    expect(blocksOf(parser.document)).toEqual(before);
    expect(blocksOf(parser.document).every((block, at) => block === before[at])).toBe(true);
  });

  test("do not change any more once they are closed", () => {
    const parser = new MarkdownParser();
    parser.append("One\n\n- a\n- b\n\nTwo\n\nThree");
    const closed = blocksOf(parser.document).filter(({ isOpen }) => !isOpen);
    const versions = closed.map(({ version }) => version);
    expect(closed.map(({ type }) => type)).toContain("list");
    parser.append(" goes on\n\nFour");
    parser.end();
    expect(closed.map(({ version }) => version)).toEqual(versions);
  });

  test("turn loose with a flag on the list, not with a new list", () => {
    const parser = new MarkdownParser();
    parser.append("- a\n- b\n");
    const [list] = parser.document.children;
    expect(list).toMatchObject({ type: "list", isLoose: false });
    const changed = parser.append("\n- c");
    expect(parser.document.children).toEqual([list]);
    expect(list).toMatchObject({ isLoose: true });
    expect(changed).toContain(list);
  });

  test("have a new id when they become something else", () => {
    const parser = new MarkdownParser();
    parser.append("Title\n");
    const [paragraph] = parser.document.children;
    parser.append("===\n");
    const [heading] = parser.document.children;
    expect(heading).toMatchObject({ type: "heading", level: 1 });
    expect(heading?.id).not.toBe(paragraph?.id);
  });

  test("cannot be added to once the text has ended", () => {
    const parser = new MarkdownParser();
    parser.end();
    expect(() => parser.append("a")).toThrow("The text has ended.");
    expect(() => parser.end()).toThrow("The text has ended.");
  });
});

describe("a definition that comes late", () => {
  test("gives the blocks that named it their link, and no others", () => {
    const parser = new MarkdownParser();
    parser.append("See [Here].\n\nAnd [there].\n\nNothing.\n\n");
    const [here, there, nothing] = parser.document.children;
    const versions = [there?.version, nothing?.version];
    const changed = parser.append("[here]: /url 'T'\n\nEnd");
    expect(changed).toContain(here);
    expect(here).toMatchObject({
      children: [{ type: "text" }, { type: "link", url: "/url", title: "T" }, { text: "." }],
    });
    expect([there?.version, nothing?.version]).toEqual(versions);
  });

  test("gives them their footnote", () => {
    const parser = new MarkdownParser();
    parser.append("A claim[^1].\n\n");
    const [claim] = parser.document.children;
    const changed = parser.append("[^1]: The source.\n");
    expect(changed).toContain(claim);
    expect(claim).toMatchObject({
      children: [
        { text: "A claim" },
        { type: "footnoteReference", label: "1", number: 1 },
        { text: "." },
      ],
    });
    expect(parser.document.children[1]).toMatchObject({ type: "footnoteDefinition", number: 1 });
  });

  test("counts only if it is the first of its label", () => {
    const parser = new MarkdownParser();
    parser.append("[a]: /first\n\n[a]: /second\n\n[a]\n");
    parser.end();
    expect(parser.document.children).toMatchObject([{ children: [{ url: "/first" }] }]);
  });
});
