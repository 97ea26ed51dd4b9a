import fc from "fast-check";

/** Pieces of CommonMark that mean something together. */
export const plainFragments: readonly string[] = [
  ["*", "**", "***", "_", "__", "`", "``", "[", "]", "(", ")", "![", "!", "\\", "&amp;", '"t"'],
  ["a", "b", " a ", "é", "“", "12", " ", "  ", "\t", "    ", "\n", "\n", "\n\n", "  \n"],
  ["- ", "* ", "+ ", "> ", "1. ", "2) ", "# ", "###", "```", "~~~", "---", "===", "* * *"],
  ["[a]", "[a]: b\n", "](c)", "](<d e>", "[b]: <c> 'd'\n"],
].flat();

/** HTML in the text. */
export const htmlFragments: readonly string[] = [
  ["<b>", "</b>", "<div>", "<!--", "-->", "<?", "?>", "<a b='c'>", "<script>", "<e:f@g>"],
].flat();

/** What GitHub adds, but for footnotes and bare addresses. */
export const tableFragments: readonly string[] = [
  ["|", "| a | b |\n", "|-|-|\n", "\n| a |\n|-|\n", "a | b\n--|:-:\n", "\\|", "~~", "~~b~~"],
].flat();

/** What is ours alone, what depends on definitions, and what a stream may cut. */
export const ownFragments: readonly string[] = [
  ["$", "$$", "$x$", "\\(", "\\)", "\\[", "\\]", "$$\nx\n$$\n", "\n$$\n", "\\[ x = 1"],
  ["[^a]", "[^a]: ", "\n[^b]: b\n", "[ ] ", "- [x] a\n", "~", "~~~~"],
  ["<sub>", "</sub>", "<kbd>", "</kbd>", "<br>", "http://a.b", "www.a.b/(c)", "a@b.c", "😀"],
  ["\r\n", "\r", "\0", "```ts\n", "\n```\n"],
].flat();

/** Texts of up to so many of some pieces. */
export const textOf = (fragments: readonly string[], maxLength: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...fragments), { maxLength }).map((pieces) => pieces.join(""));

/** Texts of everything the engine knows. */
export const anyText = (maxLength: number): fc.Arbitrary<string> =>
  textOf([...plainFragments, ...htmlFragments, ...tableFragments, ...ownFragments], maxLength);

/** A text cut into pieces anywhere. */
export const textInPieces = (maxLength: number): fc.Arbitrary<{ text: string; pieces: string[] }> =>
  fc
    .record({ text: anyText(maxLength), cuts: fc.array(fc.nat(), { maxLength: 12 }) })
    .map(({ text, cuts }) => {
      const places = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].toSorted(
        (a, b) => a - b,
      );
      const edges = [0, ...places, text.length];
      return { text, pieces: edges.slice(1).map((end, at) => text.slice(edges[at], end)) };
    });
