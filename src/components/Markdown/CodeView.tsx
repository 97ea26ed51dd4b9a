"use client";
import { useEffect, useMemo, useReducer, useState, type ReactElement } from "react";
import type { CodeBlock } from "../../markdown/index.js";
import { CopyButton } from "../CopyButton.js";
import { IconButton } from "../IconButton.js";
import { CodeLines } from "./CodeLines.js";
import { LineColours } from "./colours/lineColours.js";
import { languageNamed } from "./colours/languages.js";
import { useMarkdownContext } from "./markdownContext.js";
import { useLazy } from "./useLazy.js";

/** Code: its language, what can be done with it, and its lines, coloured once its language has been fetched. */
export function CodeView({ block }: { block: CodeBlock }): ReactElement {
  const { labels, elements } = useMarkdownContext();
  const [isWrapped, setWrapped] = useState(false);
  const { language, info, lines, isOpen } = block;
  const shown = (
    <div data-pl-code="">
      <div data-pl-code-bar="">
        <bdi>{language || labels.code}</bdi>
        <IconButton
          icon="wrap"
          label={labels.wrapLines}
          aria-pressed={isWrapped}
          onClick={() => setWrapped(!isWrapped)}
        />
        <CopyButton labels={labels} label={labels.copy} text={() => block.lines.join("\n")} />
      </div>
      <pre
        // What scrolls must be reachable by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        dir="ltr"
        data-language={language || undefined}
        data-wrapped={isWrapped ? "" : undefined}
      >
        <code>
          <CodeLines block={block} colours={useColours(block)} />
        </code>
      </pre>
    </div>
  );
  const Replacement = elements.codeBlock;
  if (!Replacement) return shown;
  return (
    <Replacement language={language} info={info} lines={lines} isOpen={isOpen}>
      {shown}
    </Replacement>
  );
}

/** The colours of a block, as far as they are known; `undefined` for a language we do not know. */
function useColours(block: CodeBlock): LineColours | undefined {
  const parser = useLazy(languageNamed(block.language));
  const colours = useMemo(
    () => (parser ? new LineColours(parser, block) : undefined),
    [parser, block],
  );
  const [, goOn] = useReducer((count: number) => count + 1, 0);
  colours?.advance();
  const reached = colours?.isBehind ? colours.lines.length : undefined;
  useEffect(() => {
    if (reached === undefined) return;
    const timer = setTimeout(goOn);
    return () => clearTimeout(timer);
  }, [reached]);
  return colours;
}
