/** One fenced block of a Markdown page. */
export interface FencedBlock {
  /** The word behind the fence, such as `tsx`; empty where there is none. */
  language: string;
  /** The line of the page its code begins in, from 1. */
  line: number;
  /** Without a newline at the end. */
  code: string;
  /** The file it is, from ` ```tsx title="app/page.tsx" `; other blocks of the page import it by that name. */
  title: string | undefined;
  /** Why its types are not checked, from ` ```ts unchecked="…" `. */
  unchecked: string | undefined;
}

/** The blocks of one page, in order. */
export function readFencedBlocks(markdown: string): FencedBlock[];
