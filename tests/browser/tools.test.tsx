import { expect, test } from "vitest";
import { page } from "vitest/browser";
import type { ToolPart, UIMessage } from "../../src/index.js";
import { button, finish, renderChat, text } from "./setUp.js";

const input = { city: "Lisbon" };

function answerWith(rest: object): UIMessage[] {
  const call = { type: "tool-weather", toolCallId: "c", state: "input-available", input, ...rest };
  return [
    { id: "q", role: "user", parts: [{ type: "text", text: "Rain?" }] },
    { id: "a", role: "assistant", parts: [call as ToolPart] },
  ];
}

const card = () => page.getByRole("group", { name: "Tool weather" });

test.each([
  ["input-streaming", { rawInput: '{"ci' }, "Preparing"],
  ["input-available", {}, "Running"],
  ["approval-requested", { approval: { id: "p" } }, "Waits for you"],
  ["approval-responded", { approval: { id: "p", approved: true } }, "Answered"],
  ["output-available", { output: "sunny" }, "Done"],
  ["output-available", { output: "sun", preliminary: true }, "Running"],
  ["output-error", { errorText: "No weather." }, "Failed"],
  ["output-denied", { approval: { id: "p", approved: false } }, "Denied"],
])("a call that is %s %j says so", async (state, rest, words) => {
  await renderChat({ defaultMessages: answerWith({ state, ...rest }) });
  await expect.element(card()).toHaveAttribute("data-state", state);
  await expect.element(card()).toHaveTextContent(`weather${words}`);
});

test("arguments and result are there when they are asked for; an error is at once", async () => {
  const { screen } = await renderChat({
    defaultMessages: answerWith({ state: "output-available", output: { sky: "blue" } }),
  });
  await expect.element(card()).not.toHaveTextContent("Lisbon");
  await page.getByRole("button", { name: /weather/ }).click();
  await expect.element(card()).toHaveTextContent('"city": "Lisbon"');
  await expect.element(card()).toHaveTextContent('"sky": "blue"');
  await screen.unmount();
  await renderChat({
    defaultMessages: answerWith({ state: "output-error", errorText: "No weather." }),
  });
  await expect.element(page.getByText("No weather.")).toBeVisible();
});

test("a node, and MCP's texts and images, are shown as what they are", async () => {
  const { screen } = await renderChat({
    defaultMessages: answerWith({ state: "output-available", output: <strong>A node</strong> }),
  });
  await page.getByRole("button", { name: /weather/ }).click();
  await expect.element(page.getByText("A node")).toBeVisible();
  await screen.unmount();
  const output = {
    content: [
      { type: "text", text: "Look:" },
      { type: "image", mimeType: "image/png", data: "iVBORw0KGgo=" },
    ],
  };
  await renderChat({ defaultMessages: answerWith({ state: "output-available", output }) });
  await page.getByRole("button", { name: /weather/ }).click();
  await expect.element(page.getByText("Look:")).toBeVisible();
  expect(document.querySelector("[data-pl-tool] img")?.getAttribute("src")).toBe(
    "data:image/png;base64,iVBORw0KGgo=",
  );
});

test("an image that is none is data", async () => {
  const output = [{ type: "image", mimeType: "image/svg+xml", data: "PHN2Zz4=" }];
  await renderChat({ defaultMessages: answerWith({ state: "output-available", output }) });
  await page.getByRole("button", { name: /weather/ }).click();
  expect(document.querySelector("[data-pl-tool] img")).toBeNull();
  await expect.element(card()).toHaveTextContent("image/svg+xml");
});

test.each([
  ["Allow", true],
  ["Deny", false],
])("%s answers the question", async (name, approved) => {
  let messages: UIMessage[] = [];
  await renderChat({
    defaultMessages: answerWith({ state: "approval-requested", approval: { id: "p" } }),
    onMessage: (all) => (messages = all),
  });
  await expect.element(page.getByRole("group", { name: "May weather be called?" })).toBeVisible();
  await button(name).click();
  await expect.element(card()).toHaveAttribute("data-state", "approval-responded");
  expect(messages[1]?.parts[0]).toMatchObject({ approval: { id: "p", approved } });
});

test("a component of yours takes the place of the card", async () => {
  await renderChat({
    defaultMessages: answerWith({}),
    components: { Tool: ({ part }) => <p>Mine: {part.toolCallId}</p> },
  });
  await expect.element(page.getByText("Mine: c")).toBeVisible();
});

test("a tool of the chat runs once a person allows it, and the answer goes on", async () => {
  const asked: unknown[] = [];
  const { ask, client, steps } = await renderChat({
    tools: {
      weather: {
        inputSchema: { type: "object", properties: { city: { type: "string" } } },
        needsApproval: true,
        execute: (given) => {
          asked.push(given);
          return "sunny";
        },
      },
    },
  });
  await ask("Rain?");
  await steps[0]!.push({
    type: "tool-input-available",
    toolCallId: "c",
    toolName: "weather",
    input,
  });
  await steps[0]!.push({ type: "finish", finishReason: "tool-calls" });
  await button("Allow").click();
  await expect.poll(() => steps.length).toBe(2);
  await steps[1]!.push(text("No rain."));
  await steps[1]!.push(finish);
  await expect.element(page.getByText("No rain.")).toBeVisible();
  await expect.element(card()).toHaveTextContent("Done");
  expect(asked).toEqual([input]);
  expect(client.requests[0]?.tools).toMatchObject([{ name: "weather" }]);
});
