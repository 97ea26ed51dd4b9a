import { answerCalls } from "./answerCalls.js";
import { runningAnswer, withMessage, type Run } from "./chatState.js";
import type { Backend } from "./openAnswer.js";
import type { RunContext } from "./runContext.js";
import type { StoredPart } from "./storedMessage.js";

/** Runs what the answer's last step has called. */
export async function callTools(
  context: RunContext,
  run: Run,
  { tools }: Backend,
): Promise<"none" | "waiting" | "answered"> {
  const { state, frames, allowed } = context;
  const open = runningAnswer(state.getState());
  if (!tools || !open) return "none";
  // What is shown of a call must not stand before the text that led to it.
  frames.flush();
  return answerCalls({
    getAnswer: () => runningAnswer(state.getState()) ?? open,
    change(call) {
      const now = state.getState();
      const answer = now.run?.id === run.id ? runningAnswer(now) : undefined;
      if (!answer) return;
      const isIt = (part: StoredPart): boolean =>
        "toolCallId" in part && part.toolCallId === call.toolCallId;
      const parts = answer.parts.map((part) => (isIt(part) ? call : part));
      state.setState(withMessage(now, { ...answer, parts }));
    },
    tools,
    allowed,
    options: { messages: context.getMessages(), signal: run.controller.signal },
  });
}
