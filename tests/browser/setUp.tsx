import { StrictMode, type ReactElement } from "react";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { Chat, type ChatProps, type StreamPart } from "../../src/index.js";
import { createLockstep, createMockClient, type Lockstep } from "../../src/testing/index.js";
import "../../src/styles/index.css";

export const text = (delta: string): StreamPart => ({ type: "text-delta", delta });
export const finish: StreamPart = { type: "finish", finishReason: "stop" };

/** The field the message is written in. */
export const input = () => page.getByRole("textbox", { name: "Message" });
export const button = (name: string) => page.getByRole("button", { name, exact: true });

/** A chat in StrictMode, in a place of a fixed size. */
export function place(props: ChatProps, width = 600): ReactElement {
  return (
    <StrictMode>
      <div style={{ blockSize: 480, inlineSize: width }}>
        <Chat model="openai/gpt-5" {...props} />
      </div>
    </StrictMode>
  );
}

/** Renders a chat whose answers are given by hand, one lockstep stream a request. */
export async function renderChat(props: ChatProps = {}, width?: number) {
  const steps: Lockstep<StreamPart>[] = [];
  const client = createMockClient({
    answer: () => {
      const step = createLockstep<StreamPart>();
      steps.push(step);
      return step;
    },
  });
  const screen = await render(place({ client, ...props }, width));
  const ask = async (words: string): Promise<void> => {
    await input().fill(words);
    await userEvent.keyboard("{Enter}");
  };
  return { client, steps, screen, ask };
}

/** A PNG of the given size, as a file. */
export async function pngFile(width: number, height: number, name = "image.png"): Promise<File> {
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext("2d")!.fillRect(0, 0, width, height);
  return new File([await canvas.convertToBlob({ type: "image/png" })], name, { type: "image/png" });
}

/** Chooses files with the paper clip. */
export async function chooseFiles(...files: File[]): Promise<void> {
  await userEvent.upload(document.querySelector<HTMLInputElement>("input[type=file]")!, files);
}
