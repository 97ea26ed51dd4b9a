import type { FilePart, ReasoningPart, TextPart } from "../../client/messages.js";
import type { RunningPart } from "../../store/storedMessage.js";

/** Props of what shows text: a finished part, or one that still grows. */
export interface TextPartProps {
  part: TextPart | RunningPart;
}

/** Props of what shows reasoning. */
export interface ReasoningPartProps {
  part: ReasoningPart | RunningPart;
}

/** Props of what shows a file. */
export interface FilePartProps {
  part: FilePart;
}
