"use client";
import { isValidElement, type ReactElement, type ReactNode } from "react";
import { OpenableImage } from "../Lightbox/OpenableImage.js";
import { contentOf, fileOfImage, type ToolContent } from "./toolContent.js";

/** Props of `ToolValue`. */
export interface ToolValueProps {
  title: string;
  /** What a tool was given or gave back: text, a React node, a list of texts and images as MCP has it, or any data. */
  value: unknown;
}

/** An argument or a result, as what it is. */
export function ToolValue({ title, value }: ToolValueProps): ReactElement {
  return (
    <div data-pl-tool-value="">
      <span>{title}</span>
      {show(value)}
    </div>
  );
}

function show(value: unknown): ReactNode {
  if (isValidElement(value)) return value;
  const content = contentOf(value);
  if (content) {
    return content.map((piece, index) => (
      // A result never changes its order.
      // oxlint-disable-next-line react/no-array-index-key
      <div key={index}>{showPiece(piece)}</div>
    ));
  }
  return (
    // What scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <pre tabIndex={0} dir="auto">
      {typeof value === "string" ? value : write(value)}
    </pre>
  );
}

function showPiece(piece: ToolContent): ReactNode {
  if (piece.type === "text") return <p dir="auto">{piece.text}</p>;
  return <OpenableImage part={fileOfImage(piece)} />;
}

function write(value: unknown): string {
  try {
    return JSON.stringify(value, null, 2) ?? String(value);
  } catch {
    // Something that holds itself.
    return String(value);
  }
}
