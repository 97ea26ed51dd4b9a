/** Every visible or spoken string of the panel. Numbers come in raw. */
export interface DevtoolsLabels {
  /** The panel's title and accessible name. */
  title: string;
  empty: string;
  save: string;
  clear: string;
  copyAsCurl: string;
  copied: string;
  /** Of a request without an answer yet. */
  running: string;
  /** Of one that ended without an answer. */
  noAnswer: string;
  firstToken: (ms: number) => string;
  tokensPerSecond: (rate: number) => string;
  tokens: (input: number | undefined, output: number | undefined) => string;
  /** In US dollars. */
  cost: (dollars: number) => string;
  request: string;
  headers: string;
  body: string;
  error: string;
  /** The raw answer, in `count` pieces. */
  answer: (count: number) => string;
  /** Pieces of an answer that are not shown. */
  earlier: (count: number) => string;
}

const count = (value: number | undefined): string => value?.toLocaleString("en") ?? "?";

/** English, the default. */
export const englishDevtoolsLabels: DevtoolsLabels = {
  title: "Requests",
  empty: "Nothing has been sent yet.",
  save: "Save cassette",
  clear: "Clear",
  copyAsCurl: "Copy as curl",
  copied: "Copied",
  running: "Running",
  noAnswer: "No answer",
  firstToken: (ms) => `first token ${count(ms)} ms`,
  tokensPerSecond: (rate) => `${count(Math.round(rate))} tokens/s`,
  tokens: (input, output) => `${count(input)} → ${count(output)} tokens`,
  cost: (dollars) => `$${dollars.toFixed(dollars > 0 && dollars < 0.01 ? 6 : 4)}`,
  request: "Request",
  headers: "Headers of the answer",
  body: "Body",
  error: "Error",
  answer: (pieces) => `Answer, ${count(pieces)} pieces`,
  earlier: (pieces) => `${count(pieces)} earlier pieces are in the cassette.`,
};
