import type {
  DynamicToolPart,
  FilePart,
  ReasoningPart,
  TextPart,
  ToolPart,
} from "../../client/messages.js";
import type { RunningPart } from "../../store/storedMessage.js";

/** Props of what shows text: a finished part, or one that still grows. */
export interface TextPartProps {
  part: TextPart | RunningPart;
}

/** Props of what shows reasoning. */
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
