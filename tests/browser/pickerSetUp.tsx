import { QueryClient } from "@tanstack/react-query";
import { StrictMode, useState, type ReactElement } from "react";
import { expect, vi } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import { scripted, type ScriptedOptions } from "../../src/components/ModelPicker/storyClient.js";
import { ModelPicker, type ModelPickerProps } from "../../src/index.js";
import "../../src/styles/index.css";

/** The pill. */
export const trigger = () => page.getByRole("button", { name: /^Choose a model/ });
export const search = () => page.getByRole("combobox");
/** A line of the list by the name it begins with; what is known of the model follows. */
export const option = (name: string | RegExp) =>
  page.getByRole("option", {
    name:
      typeof name === "string"
        ? new RegExp(`^${name.replaceAll(".", String.raw`\.`)}(?![.\\w-])`)
        : name,
  });
export const tab = (name: RegExp) => page.getByRole("tab", { name });

/** What a picker of a test is given: a client or a script for one, and where its value begins. */
export interface GivenPicker extends Partial<ModelPickerProps> {
  script?: ScriptedOptions;
  start?: string;
}

/** A picker that keeps its value, in StrictMode, with a cache of its own. */
export async function renderPicker({
  script,
  start = "anthropic/claude-opus-5",
  client = scripted(script),
  ...props
}: GivenPicker = {}) {
  const onChange = vi.fn<(model: string) => void>();
  const queryClient = new QueryClient();
  function Held(): ReactElement {
    const [value, setValue] = useState(start);
    return (
      <ModelPicker
        value={value}
        onChange={(next) => {
          onChange(next);
          setValue(next);
        }}
        client={client}
        queryClient={queryClient}
        {...props}
      />
    );
  }
  await render(
    <StrictMode>
      <div style={{ paddingBlockStart: 460 }}>
        <Held />
      </div>
    </StrictMode>,
  );
  return { onChange, queryClient, client };
}

/** The same, opened. */
export async function openPicker(given?: GivenPicker) {
  const picker = await renderPicker(given);
  await trigger().click();
  await expect.element(search()).toHaveFocus();
  return picker;
}
