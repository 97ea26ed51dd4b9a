import { describe, expect, test, vi } from "vitest";
import type { StreamPart, ToolPart } from "../../src/client/index.js";
import { type ChatTool, createChatStore, type ChatTools } from "../../src/hooks/index.js";
import { createLockstep, createMockClient } from "../../src/testing/index.js";

const finish = (finishReason: "stop" | "tool-calls" = "stop"): StreamPart => ({
  type: "finish",
  finishReason,
  messageMetadata: { usage: { inputTokens: 10, outputTokens: 2 } },
});
const say = (delta: string): StreamPart => ({ type: "text-delta", delta });
const call = (toolCallId: string, input: unknown, toolName = "weather"): StreamPart => ({
  type: "tool-input-available",
  toolCallId,
  toolName,
  input,
});

const inputSchema = {
  type: "object",
  properties: { city: { type: "string" } },
  required: ["city"],
  additionalProperties: false,
};

/** A chat whose model gives these answers one after the other. */
function chatOf(answers: StreamPart[][], tools: ChatTools, maxSteps?: number) {
  const client = createMockClient({
    answer: () => {
      const step = createLockstep<StreamPart>();
      void (async () => {
        for (const part of answers.shift() ?? [say("Done."), finish()]) await step.push(part);
      })();
      return step;
    },
  });
  const onFinish = vi.fn();
  const store = createChatStore({
    backend: () => ({ model: "openai/gpt-5", client, tools, maxSteps }),
    onFinish,
  });
  const calls = (): ToolPart[] =>
    store
      .getMessages()
      .at(-1)!
      .parts.filter((part): part is ToolPart => "toolCallId" in part);
  return { client, store, calls, onFinish };
}

const weather = (execute?: ChatTool["execute"]): ChatTools => ({
  weather: { description: "The weather", inputSchema, ...(execute && { execute }) },
});

test("a tool is offered, run, and its result sent back in one answer; what each step used is added up", async () => {
  const execute = vi.fn(() => ({ sky: "blue" }));
  const { client, store, calls, onFinish } = chatOf(
    [[say("Looking."), call("1", { city: "Lisbon" }), finish("tool-calls")]],
    weather(execute),
  );
  await store.sendMessage({ text: "Rain?" });
  expect(client.requests[0]?.tools).toEqual([
    { name: "weather", description: "The weather", inputSchema },
  ]);
  expect(execute).toHaveBeenCalledExactlyOnceWith(
    { city: "Lisbon" },
    expect.objectContaining({ toolCallId: "1", signal: expect.any(AbortSignal) as AbortSignal }),
  );
  expect(client.requests).toHaveLength(2);
  expect(client.requests[1]?.messages.at(-1)?.parts).toMatchObject([
    { type: "text", text: "Looking." },
    { type: "tool-weather", state: "output-available", output: { sky: "blue" } },
  ]);
  const messages = store.getMessages();
  expect(messages).toHaveLength(2);
  expect(messages[1]?.parts.map(({ type }) => type)).toEqual([
    "text",
    "tool-weather",
    "step-start",
    "text",
  ]);
  expect(messages[1]?.metadata).toMatchObject({
    status: "complete",
    usage: { inputTokens: 20, outputTokens: 4 },
  });
  expect(calls()[0]?.state).toBe("output-available");
  expect(onFinish).toHaveBeenCalledOnce();
});

test("calls of one step run side by side, and what fails goes back as an error", async () => {
  let running = 0;
  let most = 0;
  const { client, store, calls } = chatOf(
    [[call("1", { city: "a" }), call("2", { city: "b" }), finish("tool-calls")]],
    weather(async (input) => {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
      if ((input as { city: string }).city === "b") throw new Error("No such city.");
      return "sunny";
    }),
  );
  await store.sendMessage({ text: "Rain?" });
  expect(most).toBe(2);
  expect(calls()).toMatchObject([
    { state: "output-available", output: "sunny" },
    { state: "output-error", errorText: "No such city." },
  ]);
  expect(client.requests).toHaveLength(2);
});

test.each([
  ["a field is missing", {}, /city/],
  ["a field is of another type", { city: 7 }, /city/],
  ["a field is unknown", { city: "a", country: "b" }, /country/],
])("arguments where %s go back to the model and never to the tool", async (_case, input, words) => {
  const execute = vi.fn();
  const { client, store, calls } = chatOf(
    [[call("1", input), finish("tool-calls")]],
    weather(execute),
  );
  await store.sendMessage({ text: "Rain?" });
  expect(execute).not.toHaveBeenCalled();
  expect(calls()[0]).toMatchObject({
    state: "output-error",
    errorText: expect.stringMatching(words) as string,
  });
  expect(client.requests).toHaveLength(2);
});

test("arguments that are no JSON, and tools that do not exist, go back as errors", async () => {
  const broken: StreamPart = {
    type: "tool-input-error",
    toolCallId: "1",
    toolName: "weather",
    input: '{"city":',
    errorText: "The arguments are not valid JSON.",
  };
  const { store, calls } = chatOf(
    [[broken, call("2", {}, "toString"), finish("tool-calls")]],
    weather(() => "x"),
  );
  await store.sendMessage({ text: "Rain?" });
  expect(calls()).toMatchObject([
    { state: "output-error", errorText: "The arguments are not valid JSON." },
    { state: "output-error", errorText: 'There is no tool "toString".' },
  ]);
});

test("a schema of a validation library checks, and writes itself for the request", async () => {
  const schema = {
    "~standard": {
      version: 1,
      vendor: "own",
      validate: (value: unknown) =>
        (value as { city?: unknown }).city === "Lisbon"
          ? { value }
          : { issues: [{ message: "must be Lisbon", path: ["city"] }] },
      jsonSchema: { input: () => inputSchema },
    },
  };
  const { client, store, calls } = chatOf(
    [
      [call("1", { city: "Paris" }), finish("tool-calls")],
      [call("2", { city: "Lisbon" }), finish("tool-calls")],
    ],
    { weather: { inputSchema: schema, execute: () => "sunny" } },
  );
  await store.sendMessage({ text: "Rain?" });
  expect(client.requests[0]?.tools?.[0]?.inputSchema).toBe(inputSchema);
  expect(calls()).toMatchObject([
    { state: "output-error", errorText: expect.stringContaining("city: must be Lisbon") as string },
    { state: "output-available", output: "sunny" },
  ]);
});

test("a schema that cannot be written for the model is said before anything is sent", async () => {
  const mute = { "~standard": { validate: (value: unknown) => ({ value }) } };
  const { client, store } = chatOf([], { weather: { inputSchema: mute } });
  await store.sendMessage({ text: "Rain?" });
  expect(client.requests).toHaveLength(0);
  expect(store.state.getState().error).toMatchObject({
    code: "bad_request",
    message: expect.stringContaining('"weather"') as string,
  });
});

test("an answer ends after so many requests, its last calls answered", async () => {
  const again = (): StreamPart[] => [call(`${Math.random()}`, { city: "a" }), finish("tool-calls")];
  const { client, store, calls } = chatOf(
    [again(), again(), again(), again()],
    weather(() => "x"),
    3,
  );
  await store.sendMessage({ text: "Rain?" });
  expect(client.requests).toHaveLength(3);
  expect(calls().every(({ state }) => state === "output-available")).toBe(true);
  expect(store.state.getState().status).toBe("ready");
});

describe("a tool that needs approval", () => {
  const tools = (
    execute: ChatTool["execute"],
    needsApproval: ChatTool["needsApproval"] = true,
  ) => ({
    weather: { inputSchema, needsApproval, execute: execute! },
  });
  const asks = (id = "1"): StreamPart[] => [call(id, { city: "Lisbon" }), finish("tool-calls")];

  test("waits, runs when it is allowed, and the answer goes on in the same message", async () => {
    const execute = vi.fn(() => "sunny");
    const { client, store, calls } = chatOf([asks()], tools(execute));
    await store.sendMessage({ text: "Rain?" });
    expect(store.state.getState().status).toBe("ready");
    expect(calls()[0]?.state).toBe("approval-requested");
    expect(execute).not.toHaveBeenCalled();
    const { id } = calls()[0]!.approval!;
    await store.addToolApprovalResponse({ id, approved: true });
    await vi.waitFor(() => expect(store.state.getState().run).toBeUndefined());
    expect(calls()[0]).toMatchObject({ state: "output-available", approval: { approved: true } });
    expect(client.requests).toHaveLength(2);
    expect(store.getMessages()).toHaveLength(2);
  });

  test("is not run when it is denied; the model hears of it", async () => {
    const execute = vi.fn();
    const { client, store, calls } = chatOf([asks()], tools(execute));
    await store.sendMessage({ text: "Rain?" });
    await store.addToolApprovalResponse({ id: calls()[0]!.approval!.id, approved: false });
    await vi.waitFor(() => expect(client.requests).toHaveLength(2));
    expect(execute).not.toHaveBeenCalled();
    expect(calls()[0]?.state).toBe("output-denied");
  });

  test("waits until every question of the step is answered", async () => {
    const two = [call("1", { city: "a" }), call("2", { city: "b" }), finish("tool-calls")];
    const { client, store, calls } = chatOf(
      [two],
      tools(() => "x"),
    );
    await store.sendMessage({ text: "Rain?" });
    await store.addToolApprovalResponse({ id: calls()[0]!.approval!.id, approved: true });
    await vi.waitFor(() => expect(calls()[0]?.state).toBe("output-available"));
    expect(client.requests).toHaveLength(1);
    expect(store.state.getState().status).toBe("ready");
    await store.addToolApprovalResponse({ id: calls()[1]!.approval!.id, approved: true });
    await vi.waitFor(() => expect(client.requests).toHaveLength(2));
  });

  test("may be allowed for the whole conversation, and may depend on its arguments", async () => {
    const { store, calls } = chatOf(
      [asks(), asks("2")],
      tools(() => "x"),
    );
    await store.sendMessage({ text: "Rain?" });
    await store.addToolApprovalResponse({
      id: calls()[0]!.approval!.id,
      approved: true,
      always: true,
    });
    await vi.waitFor(() => expect(store.state.getState().run).toBeUndefined());
    expect(calls().map(({ state }) => state)).toEqual(["output-available", "output-available"]);

    const free = chatOf(
      [asks()],
      tools(
        () => "x",
        (input) => (input as { city: string }).city !== "Lisbon",
      ),
    );
    await free.store.sendMessage({ text: "Rain?" });
    expect(free.calls()[0]?.state).toBe("output-available");
  });
});

test("a tool without execute waits for the app's answer, and then the answer goes on", async () => {
  const { client, store, calls } = chatOf(
    [[call("1", { city: "a" }), finish("tool-calls")]],
    weather(),
  );
  await store.sendMessage({ text: "Rain?" });
  expect(calls()[0]?.state).toBe("input-available");
  expect(client.requests).toHaveLength(1);
  await store.addToolOutput({ toolCallId: "1", output: "sunny" });
  await vi.waitFor(() => expect(client.requests).toHaveLength(2));
});

test("Stop ends a tool at once, even one that does not heed its signal", async () => {
  let told: AbortSignal | undefined;
  const { client, store } = chatOf(
    [[call("1", { city: "a" }), finish("tool-calls")]],
    weather((_input, { signal }) => {
      told = signal;
      return new Promise(() => {});
    }),
  );
  const sent = store.sendMessage({ text: "Rain?" });
  await vi.waitFor(() => expect(told).toBeDefined());
  expect(store.state.getState().status).toBe("streaming");
  store.stop();
  await sent;
  expect(told?.aborted).toBe(true);
  expect(store.state.getState().status).toBe("ready");
  expect(store.getMessages()[1]?.metadata?.status).toBe("stopped");
  expect(store.getMessages()[1]?.parts[0]).toMatchObject({ state: "output-error" });
  expect(client.requests).toHaveLength(1);
});

test("a tool that yields shows each value until the next", async () => {
  const seen: unknown[] = [];
  const { store, calls } = chatOf([[call("1", { city: "a" }), finish("tool-calls")]], {
    weather: {
      inputSchema,
      async *execute() {
        yield "half";
        seen.push({ ...calls()[0] });
        yield "whole";
      },
    },
  });
  await store.sendMessage({ text: "Rain?" });
  expect(seen).toMatchObject([{ output: "half", preliminary: true }]);
  expect(calls()[0]).toMatchObject({ output: "whole" });
  expect(calls()[0]).not.toHaveProperty("preliminary");
});

test("what the provider ran itself is not run again", async () => {
  const execute = vi.fn();
  const own = { ...call("1", { city: "a" }), providerExecuted: true } as StreamPart;
  const { client, store } = chatOf([[own, say("x"), finish()]], weather(execute));
  await store.sendMessage({ text: "Rain?" });
  expect(execute).not.toHaveBeenCalled();
  expect(client.requests).toHaveLength(1);
});

describe("an id that a server uses again", () => {
  const cities = (calls: readonly ToolPart[]) =>
    calls.map(({ toolCallId, input, output }) => [toolCallId, input, output]);
  const echo = (): ChatTools => weather(({ city }) => `${city} is dry`);

  test("for each step names another call, and both go back with their own results", async () => {
    const { client, store, calls } = chatOf(
      [
        [
          { type: "tool-input-start", toolCallId: "call_0", toolName: "weather" },
          { type: "tool-input-delta", toolCallId: "call_0", inputTextDelta: '{"city":"Rome"}' },
          call("call_0", { city: "Rome" }),
          finish("tool-calls"),
        ],
        [
          { type: "tool-input-start", toolCallId: "call_0", toolName: "weather" },
          { type: "tool-input-delta", toolCallId: "call_0", inputTextDelta: '{"city":"Oslo"}' },
          call("call_0", { city: "Oslo" }),
          finish("tool-calls"),
        ],
        [call("call_0", { city: "Oslo" }), finish("tool-calls")],
      ],
      echo(),
    );
    await store.sendMessage({ text: "Rain?" });
    const all = [
      ["call_0", { city: "Rome" }, "Rome is dry"],
      ["call_0-2", { city: "Oslo" }, "Oslo is dry"],
      ["call_0-3", { city: "Oslo" }, "Oslo is dry"],
    ];
    expect(cities(calls())).toEqual(all);
    const sent = client.requests[3]!.messages.at(-1)!.parts as ToolPart[];
    expect(cities(sent.filter((part) => "toolCallId" in part))).toEqual(all);
  });

  test("within one step names another call where it brings other arguments, and the same where it does not", async () => {
    const { store, calls } = chatOf(
      [
        [
          call("call_0", { city: "Rome" }),
          call("call_0", { city: "Rome" }),
          call("call_0", { city: "Oslo" }),
          finish("tool-calls"),
        ],
      ],
      echo(),
    );
    await store.sendMessage({ text: "Rain?" });
    expect(cities(calls())).toEqual([
      ["call_0", { city: "Rome" }, "Rome is dry"],
      ["call_0-2", { city: "Oslo" }, "Oslo is dry"],
    ]);
  });

  test("stays with the call while a result comes from elsewhere", async () => {
    const { store, calls } = chatOf(
      [
        [call("call_0", { city: "Rome" }), finish("tool-calls")],
        [call("call_0", { city: "Oslo" }), finish("tool-calls")],
      ],
      weather(),
    );
    await store.sendMessage({ text: "Rain?" });
    await store.addToolOutput({ toolCallId: "call_0", output: "dry" });
    await vi.waitFor(() => expect(calls()).toHaveLength(2));
    await store.addToolOutput({ toolCallId: "call_0-2", output: "wet" });
    expect(cities(calls())).toEqual([
      ["call_0", { city: "Rome" }, "dry"],
      ["call_0-2", { city: "Oslo" }, "wet"],
    ]);
  });
});
