import type { FunctionModel, StreamPart, UIMessage } from "../../src/client/index.js";
import { composeAnswer, type Answer } from "./composeAnswer.js";
import { readQuestion, type Question } from "./conversation.js";
import { reportImages } from "./imageReport.js";
import { paceWords } from "./paceWords.js";
import { indexSections, type Hit, type SectionSearch } from "./searchSections.js";
import { splitIntoSections, type GuideDocument } from "./sections.js";
import { noAnswer, smallTalk } from "./smallTalk.js";

/** What the guide is made of. */
export interface GuideModelOptions {
  /** The documents it answers from. */
  documents: readonly GuideDocument[];
  /** Milliseconds a word of the answer takes; 0 = as fast as it is read. Default: 12. */
  delayMs?: number;
}

/**
 * A model without a language model: a function that answers questions about Polylogue by full-text search over its own
 * documentation, cites what it quotes, and measures attached images. It needs no key and makes no request.
 */
export function createGuideModel({ documents, delayMs = 12 }: GuideModelOptions): FunctionModel {
  const search = indexSections(splitIntoSections(documents));

  return async function* guide(
    messages: UIMessage[],
    { signal },
  ): AsyncGenerator<string | StreamPart, void, undefined> {
    const question = readQuestion(messages);
    const talk = question.files.length === 0 ? smallTalk(question.text) : undefined;
    if (talk !== undefined) {
      yield* paceWords(talk, { delayMs, signal });
      return;
    }
    if (question.files.length > 0) {
      yield* paceWords(await reportImages(question.files), { delayMs, signal });
      if (!asksBesideImages(question)) return;
      yield "\n\n";
    }
    yield* answerFrom(search, question, { delayMs, signal });
  };
}

async function* answerFrom(
  search: SectionSearch,
  question: Question,
  pace: { delayMs: number; signal: AbortSignal },
): AsyncGenerator<string | StreamPart, void, undefined> {
  yield {
    type: "reasoning-delta",
    delta: `Searched ${search.size} sections of the documentation.`,
  };
  yield { type: "reasoning-end" };
  const { markdown, sources } = answerTo(question, findHits(search, question));
  yield* paceWords(markdown, pace);
  yield* sources;
}

/** "Tell me more" asks for what has not been cited yet; everything else may be answered again. */
function findHits(search: SectionSearch, question: Question): Hit[] {
  if (!question.more) return search.find(question.text, question.context);
  return search
    .find(question.context ?? "")
    .filter(({ section }) => !question.cited.has(section.url));
}

function answerTo(question: Question, [best, ...others]: Hit[]): Answer {
  if (best) return composeAnswer([best, ...others]);
  if (question.more && question.cited.size > 0) {
    return { markdown: "That is all the documentation says about it.", sources: [] };
  }
  return { markdown: noAnswer(), sources: [] };
}

/** Beside images, only words about Polylogue are a question: "what do you see?" is answered by the measurements. */
function asksBesideImages({ text }: Question): boolean {
  return /polylogue|chat|gateway|client|model|attach|upload|limit/i.test(text);
}
