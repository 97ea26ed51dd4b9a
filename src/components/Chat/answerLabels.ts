/** What is known of an answer. */
export type AnswerFact =
  | "model"
  | "inputTokens"
  | "cachedInputTokens"
  | "outputTokens"
  | "reasoningTokens"
  | "totalTokens"
  | "cost"
  | "firstToken"
  | "duration";

const answerFacts: Readonly<Record<AnswerFact, string>> = {
  model: "Answered by",
  inputTokens: "Tokens read",
  cachedInputTokens: "… from the cache",
  outputTokens: "Tokens written",
  reasoningTokens: "… for thinking",
  totalTokens: "Tokens",
  cost: "Cost",
  firstToken: "First word after",
  duration: "Time",
};

/** What is said of versions of a message, and of what is known of an answer. */
export interface AnswerLabels {
  /** Another model is chosen for one answer. */
  regenerateWith: string;
  /** The same, on a button beneath an answer that failed. */
  useOtherModel: string;
  editMessage: string;
  /** The name of the buttons that show the other versions of a message. */
  versions: string;
  previousVersion: string;
  nextVersion: string;
  /** Which version is shown, counted from 1: what stands there, and what is said. */
  version: (position: number, count: number) => string;
  versionShown: (position: number, count: number) => string;
  /** The name of what is known of an answer, and of each figure. */
  answerDetails: string;
  answerFact: (fact: AnswerFact) => string;
  /** The name of answers that stand side by side. */
  comparison: string;
  /** Said when all of them are there. */
  announceCompared: (count: number) => string;
  /** Goes on from one of them. */
  useAnswer: string;
}

/** English, the default. */
export const englishAnswerLabels: AnswerLabels = {
  regenerateWith: "Answer again with another model",
  useOtherModel: "Use another model",
  editMessage: "Edit message",
  versions: "Versions",
  previousVersion: "Previous version",
  nextVersion: "Next version",
  version: (position, count) => `${position}/${count}`,
  versionShown: (position, count) => `Version ${position} of ${count}`,
  answerDetails: "About this answer",
  answerFact: (fact) => answerFacts[fact],
  comparison: "Answers side by side",
  announceCompared: (count) => (count === 1 ? "1 answer is there." : `${count} answers are there.`),
  useAnswer: "Use this answer",
};
