import type { ModelName } from "../client/modelName.js";
import { generateId } from "../internal/generateId.js";
import { pathTo, withHidden, withPath } from "./branches.js";
import { isBusy, withMessage, type Run } from "./chatState.js";
import type { ChatStore } from "./chatStore.js";
import type { RunContext } from "./runContext.js";
import type { StoredMessage } from "./storedMessage.js";

/** The answer of one of several models. */
export interface ComparedAnswer {
  readonly model: ModelName;
  /** What was asked and this answer, as it arrives, with an error of its own. */
  readonly chat: ChatStore;
  /** Its answer in the conversation itself; `undefined` until it has ended with one. */
  readonly answerId: string | undefined;
  /** Asks this model once more, in the place of what it said; the others keep their answers. Ignored while busy. */
  retry(): Promise<void>;
}

/** One question that several models answer side by side, until one of the answers is chosen. */
export interface Comparison {
  readonly id: string;
  readonly questionId: string | undefined;
  /** In the order the models were named. */
  readonly answers: readonly ComparedAnswer[];
}

/** Makes the chat of one model: it answers what is shown, alone. `onAnswer` is called with each answer it ends with. */
export type OpenChat = (model: ModelName, onAnswer: (answer: StoredMessage) => void) => ChatStore;

/**
 * Asks several models at once. Each answers in a chat of its own, and what it ended with becomes a version of the answer; the
 * first model's is the one shown. A stop ends all of them. Never rejects: a failure stays in its chat.
 */
export async function compareModels(
  context: RunContext,
  models: readonly ModelName[],
  openChat: OpenChat,
): Promise<void> {
  const comparison = { id: generateId(), questionId: context.state.getState().order.at(-1) };
  const startedAt = Date.now();
  const answers = models.map((model, at): ComparedAnswer => {
    // In the order of the models, whoever is faster.
    const chat = openChat(model, (answer) =>
      take(context, comparison.id, at, {
        ...answer,
        metadata: { ...answer.metadata, createdAt: startedAt + at },
      }),
    );
    return { model, chat, answerId: undefined, retry: () => retry(context, comparison.id, chat) };
  });
  await answerTogether(context, { ...comparison, answers }, answers, ({ chat }) =>
    chat.sendMessage(),
  );
}

async function retry(context: RunContext, id: string, chat: ChatStore): Promise<void> {
  const { comparison, status } = context.state.getState();
  if (comparison?.id !== id || isBusy({ status })) return;
  const answers = comparison.answers.filter((one) => one.chat === chat);
  await answerTogether(context, comparison, answers, () => chat.regenerate());
}

/** One run in which some of the answers are made. */
async function answerTogether(
  context: RunContext,
  comparison: Comparison,
  answers: readonly ComparedAnswer[],
  ask: (answer: ComparedAnswer) => Promise<void>,
): Promise<void> {
  const { state } = context;
  const controller = new AbortController();
  const run: Run = { id: generateId(), controller, startedAt: Date.now(), messageId: undefined };
  state.getState().run?.controller.abort();
  state.setState({ run, comparison, status: "submitted", error: undefined, retry: undefined });
  controller.signal.addEventListener("abort", () => {
    for (const { chat } of answers) chat.stop();
  });
  await Promise.all(
    answers.map((answer) => {
      const done = ask(answer);
      const unsubscribe = answer.chat.state.subscribe(({ status }) => {
        const now = state.getState();
        if (status === "streaming" && now.run?.id === run.id && now.status === "submitted")
          state.setState({ status: "streaming" });
      });
      return done.then(unsubscribe);
    }),
  );
  settle(context, run);
}

/** Puts what a model has answered beside the others' answers, in the order of the models. */
function take(
  { state }: RunContext,
  comparisonId: string,
  at: number,
  answer: StoredMessage,
): void {
  const { comparison, order, byId } = state.getState();
  // Something else was asked meanwhile.
  if (comparison?.id !== comparisonId) return;
  const { questionId, answers } = comparison;
  // Two servers may call their answers alike. One that goes on after its tools were allowed stays the same answer.
  const id = answers[at]!.answerId ?? (byId.has(answer.id) ? generateId() : answer.id);
  const message = { ...answer, id };
  const isShown = byId.has(id) || order.at(-1) === questionId;
  const tree = { order, byId };
  state.setState({
    ...(isShown ? withMessage(tree, message) : withHidden(tree, message, questionId)),
    comparison: {
      ...comparison,
      answers: answers.map((one, index) => (index === at ? { ...one, answerId: id } : one)),
    },
  });
}

function settle(context: RunContext, run: Run): void {
  const { state } = context;
  const now = state.getState();
  // Stopped: that has been told already.
  if (now.run?.id !== run.id) return;
  const first = now.comparison?.answers.find(({ answerId }) => answerId !== undefined)?.answerId;
  state.setState({
    ...(first !== undefined && withPath(now, pathTo(now, first))),
    run: undefined,
    retry: undefined,
    status: "ready",
  });
  const messages = context.getMessages();
  context.onEnd(
    {
      message: messages.find(({ id }) => id === first),
      messages,
      isAbort: false,
      isDisconnect: false,
      isError: first === undefined,
      finishReason: undefined,
    },
    undefined,
  );
}
