import type {
  DataPart,
  DynamicToolPart,
  FilePart,
  ReasoningPart,
  SourceDocumentPart,
  SourceUrlPart,
  TextPart,
  ToolPart,
} from "../../client/messages.js";
import type { RunningPart } from "../../store/storedMessage.js";

/** Props of what shows text: a finished part, or one that still grows. */
export interface TextPartProps {
  part: TextPart | RunningPart;
}

/** Props of what shows reasoning. `thoughtMs(part)` tells how long it took. */
export interface ReasoningPartProps {
  part: ReasoningPart | RunningPart;
}

/** Props of what shows a call of a tool. */
export interface ToolPartProps {
  part: ToolPart | DynamicToolPart;
}

/** Props of what shows a file. */
export interface FilePartProps {
  part: FilePart;
}

/** Props of what shows the sources of an answer. */
export interface SourcesProps {
  /** All of them, in the order they came; at least one. */
  parts: readonly (SourceUrlPart | SourceDocumentPart)[];
}

/** Props of what shows a `data-*` part of yours. */
export interface DataPartProps<Data = unknown> {
  part: DataPart<Data>;
}
