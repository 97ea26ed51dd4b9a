import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { button, input, place, renderChat } from "./setUp.js";

const field = (name: string) => page.getByRole("spinbutton", { name });

test("parameters are changed in a popover, and are sent; an empty field is the provider's default", async () => {
  const { ask, client } = await renderChat({
    model: "openai/gpt-4o",
    config: { temperature: 0.5, maxTokens: 100 },
    showConfigurationControls: true,
  });
  await button("Parameters").click();
  await expect.element(field("Temperature")).toHaveValue(0.5);
  await field("Temperature").fill("1.2");
  await field("Max tokens").fill("");
  await field("Top P").fill("0.9");
  await userEvent.keyboard("{Escape}");
  await ask("Hi");
  expect(client.requests[0]?.config).toEqual({ temperature: 1.2, topP: 0.9 });
});

test("what the model refuses is disabled and says so", async () => {
  await renderChat({ model: "openai/gpt-5", showConfigurationControls: true });
  await button("Parameters").click();
  await expect.element(field("Temperature")).toBeDisabled();
  await expect.element(field("Max tokens")).toBeEnabled();
  await expect.element(page.getByText(/does not take it/).first()).toBeVisible();
});

test("ranges are the model's, and a value outside comes back to the nearest end", async () => {
  const { ask, client } = await renderChat({
    model: "anthropic/claude-haiku-4-5",
    showConfigurationControls: true,
  });
  await button("Parameters").click();
  await expect.element(field("Temperature")).toHaveAttribute("max", "1");
  await field("Temperature").fill("1.7");
  await expect.element(field("Temperature")).toHaveAttribute("aria-invalid", "true");
  await field("Top P").click();
  await expect.element(field("Temperature")).toHaveValue(1);
  await userEvent.keyboard("{Escape}");
  await ask("Hi");
  expect(client.requests[0]?.config).toEqual({ temperature: 1 });
});

test("Reset brings back what was given, and so does another config", async () => {
  const props = { showConfigurationControls: true, config: { temperature: 0.2 } };
  const { screen, client } = await renderChat({ model: "openai/gpt-4o", ...props });
  await button("Parameters").click();
  await expect.element(button("Reset")).toHaveAttribute("aria-disabled", "true");
  await field("Temperature").fill("1");
  await button("Reset").click();
  await expect.element(field("Temperature")).toHaveValue(0.2);
  await field("Temperature").fill("0.7");
  await userEvent.keyboard("{Tab}");
  await screen.rerender(
    place({ client, model: "openai/gpt-4o", ...props, config: { temperature: 0.2 } }),
  );
  await expect.element(field("Temperature")).toHaveValue(0.7);
  await screen.rerender(
    place({ client, model: "openai/gpt-4o", ...props, config: { temperature: 1.5 } }),
  );
  await expect.element(field("Temperature")).toHaveValue(1.5);
});

test("without the prop there are no controls, and config is sent as it is", async () => {
  const { ask, client } = await renderChat({ config: { topK: 7 } });
  await expect.element(button("Parameters")).not.toBeInTheDocument();
  await ask("Hi");
  expect(client.requests[0]?.config).toEqual({ topK: 7 });
  await expect.element(input()).toHaveValue("");
});
