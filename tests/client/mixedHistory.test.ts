import { describe, expect, test } from "vitest";
import { loadProtocol } from "../../src/client/loadProtocol.js";
import type { UIMessagePart } from "../../src/client/messages.js";
import type { ChatRequest } from "../../src/client/types.js";
import { createChatStore } from "../../src/hooks/index.js";
import {
  atGateway,
  bodyFor,
  client,
  directly,
  ids,
  nameOf,
  pairs,
  type Route,
  throughGateway,
  throughGatewayWhole,
} from "./historyRoutes.js";
import { mixed, writers } from "./historyStreams.js";
import type { Piece } from "./sentTurns.js";

/** How the calls of the answer went: with a text, not at all, not allowed, and stopped before it had a result. */
const outcomes: readonly object[] = [
  { state: "output-available", output: "4 degrees" },
  { state: "output-error", errorText: "No such city." },
  { state: "output-denied" },
  {},
];

/** What the model is told of them. */
const results = ["4 degrees", "No such city.", "The person did not allow this call."];

/** What is sent to the model `to` after the model `from` has answered with thoughts between its words and its calls. */
async function historyOf(from: string, to: string, route: Route): Promise<ChatRequest> {
  const writer = writers[from]!;
  const protocol = await loadProtocol(from);
  let last: ChatRequest | undefined;
  let backend = {
    model: nameOf(writer),
    client: client(() => route(protocol, writer.mixed, writer)),
  };
  const store = createChatStore({ backend: () => backend });
  await store.sendMessage({ text: "Is it cold?" });
  expect(store.state.getState().error).toBeUndefined();
  store.setMessages((messages) =>
    messages.map((message) => {
      const left = [...outcomes];
      const settle = (part: UIMessagePart): UIMessagePart =>
        "toolCallId" in part ? Object.assign({}, part, left.shift()) : part;
      return { ...message, parts: message.parts.map(settle) };
    }),
  );
  backend = {
    model: nameOf(writers[to]!),
    // eslint-disable-next-line require-yield
    client: client(async function* (request) {
      last = request;
    }),
  };
  await store.sendMessage({ text: "And tomorrow?" });
  return last!;
}

/** What a protocol makes of the history: the results apart, and texts in a row as one. */
interface Sent {
  said: Piece[];
  results: unknown[];
}

async function sentTo(to: string, request: ChatRequest): Promise<Sent> {
  const sent: Sent = { said: [], results: [] };
  const callIds: string[] = [];
  const resultIds: string[] = [];
  for (const piece of bodyFor(to, await loadProtocol(to), request)) {
    const last = sent.said.at(-1);
    if ("result" in piece) {
      sent.results.push(piece.result);
      resultIds.push(piece.id);
    } else if ("call" in piece) {
      const { id, ...call } = piece;
      callIds.push(id);
      sent.said.push(call as Piece);
    } else if ("text" in piece && last && "text" in last && !last.proof && !piece.proof) {
      last.text += piece.text;
    } else if (!("text" in piece) || piece.text !== "") sent.said.push(piece);
  }
  expect(resultIds).toEqual(callIds);
  return sent;
}

type Proof = { proof?: string };

/** What stands before the texts and the calls, and what is signed of them. */
interface Own {
  thoughts: (Piece & Proof)[];
  texts: Proof[];
  calls: Proof[];
  /** Whether the thoughts of a message can only be told together, before its text. */
  isJoined: boolean;
}

const skipped = { proof: "c2tpcF90aG91Z2h0X3NpZ25hdHVyZV92YWxpZGF0b3I=" };

/** What the model `to` gets of thoughts: its own (`isOwn`) or none, and Gemini a mark where a signature has to be. */
function ownOf(to: string, isOwn: boolean): Own {
  const none: Own = { thoughts: [], texts: [], calls: [], isJoined: false };
  const proof = (index: number) => ({ proof: `sig-${to}-${index}` });
  if (to === "gemini-generate") {
    return isOwn
      ? { ...none, texts: [proof(0), proof(1)], calls: [proof(2), proof(3)] }
      : { ...none, calls: [skipped, skipped] };
  }
  if (!isOwn) return none;
  const isJoined = ["openai-chat", "ollama-chat", "cohere-chat"].includes(to);
  const thoughts = mixed.thoughts.map((thought, index) =>
    isJoined ? { thought } : { thought, ...proof(index) },
  );
  return { ...none, thoughts, isJoined };
}

function expected({ thoughts, texts, calls, isJoined }: Own): Sent {
  const [one, two, three] = thoughts.map((thought) => [thought]);
  const call = (index: number): Piece =>
    ({
      call: "weather",
      input: { city: mixed.cities[index] },
      ...calls[index],
    }) as unknown as Piece;
  const words: Piece[] = mixed.texts.map((text, index) => ({ text, ...texts[index] }));
  const isOneText = isJoined || (!one && texts.length === 0);
  const text: Piece = { text: mixed.texts.join("") };
  const joined = isJoined ? [{ thought: mixed.thoughts.slice(0, 2).join("") }] : [];
  return {
    results,
    said: [
      { user: "Is it cold?" },
      ...(isOneText ? [...joined, text] : [...(one ?? []), words[0]!, ...(two ?? []), words[1]!]),
      call(0),
      ...(three ?? []),
      call(1),
      call(2),
      { user: "And tomorrow?" },
    ],
  };
}

describe.each<[string, Route, boolean]>([
  ["written directly, sent directly", directly, false],
  ["written directly, sent through a gateway", directly, true],
  ["written and sent through a gateway", throughGateway, true],
])("thoughts between words and calls keep their place: %s", (_, route, isGateway) => {
  test.each(pairs)("%s to %s", async (from, to) => {
    const history = await historyOf(from, to, route);
    const sent = await sentTo(to, isGateway ? atGateway(history) : history);
    expect(sent).toEqual(expected(ownOf(to, from === to)));
  });
});

describe("an answer as one JSON text has no place for the order, and loses nothing else", () => {
  test.each(pairs)("%s to %s", async (from, to) => {
    const request = atGateway(await historyOf(from, to, throughGatewayWhole));
    const sent = await sentTo(to, request);
    const proofsOf = ({ said }: Sent) =>
      said.flatMap((piece) => ("proof" in piece ? [piece.proof] : []));
    expect(sent.results).toEqual(results);
    // Of the texts of one message only the last is signed.
    const wanted = proofsOf(expected(ownOf(to, from === to))).filter(
      (one) => one !== "sig-gemini-generate-0",
    );
    expect(new Set(proofsOf(sent))).toEqual(new Set(wanted));
  });
});

test.each(ids)("%s: the history is what was streamed, in its order", async (from) => {
  const order = (request: ChatRequest): string[] =>
    (request.messages[1]?.parts ?? []).flatMap((part) => {
      if (part.type === "text" || part.type === "reasoning") return [part.text];
      return "toolCallId" in part ? [(part.input as { city: string }).city] : [];
    });
  const { thoughts, texts, cities } = mixed;
  const all = [
    thoughts[0],
    texts[0],
    thoughts[1],
    texts[1],
    cities[0],
    thoughts[2],
    ...cities.slice(1),
  ];
  expect(order(await historyOf(from, from, directly))).toEqual(all);
  expect(order(await historyOf(from, from, throughGateway))).toEqual(all);
});
