"use client";
import { isValidElement, type ReactElement, type ReactNode } from "react";

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

type Piece = { type: "text"; text: string } | { type: "image"; data: string; mimeType: string };

/** @see https://modelcontextprotocol.io/specification/2025-06-18/server/tools#tool-result */
function contentOf(value: unknown): readonly Piece[] | undefined {
  const content = typeof value === "object" && value && "content" in value ? value.content : value;
  if (!Array.isArray(content) || content.length === 0) return undefined;
  return content.every(isPiece) ? content : undefined;
}

function isPiece(value: unknown): value is Piece {
  if (typeof value !== "object" || value === null || !("type" in value)) return false;
  if (value.type === "text") return "text" in value && typeof value.text === "string";
  return (
    value.type === "image" &&
    "data" in value &&
    typeof value.data === "string" &&
    "mimeType" in value &&
    typeof value.mimeType === "string" &&
    /^image\/(?:png|jpeg|gif|webp)$/.test(value.mimeType)
  );
}

function showPiece(piece: Piece): ReactNode {
  if (piece.type === "text") return <p dir="auto">{piece.text}</p>;
  return <img data-pl-image="" src={`data:${piece.mimeType};base64,${piece.data}`} alt="" />;
}

function write(value: unknown): string {
  try {
    return JSON.stringify(value, null, 2) ?? String(value);
  } catch {
    // Something that holds itself.
    return String(value);
  }
}
