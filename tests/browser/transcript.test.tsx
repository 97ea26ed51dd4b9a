import { useState, type ReactElement } from "react";
import { expect, onTestFinished, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { useChatContext, type UIMessage } from "../../src/index.js";
import { downloadConversation, readConversationFile } from "../../src/transcript/index.js";
import { button, place } from "./setUp.js";

const messages: UIMessage[] = [
  { id: "1", role: "user", parts: [{ type: "text", text: "Rain?" }] },
  { id: "2", role: "assistant", parts: [{ type: "text", text: "Not *today*." }] },
];

/** A header as the documentation has it. */
function Header(): ReactElement {
  const { store } = useChatContext();
  const [problem, setProblem] = useState("");
  const open = async (file: File): Promise<void> => {
    try {
      store.setConversation(await readConversationFile(file));
    } catch (error) {
      setProblem((error as Error).message);
    }
  };
  return (
    <header>
      <button onClick={() => downloadConversation(store.getConversation())}>Markdown</button>
      <button
        onClick={() => downloadConversation(store.getConversation(), { as: "json", name: "rain" })}
      >
        JSON
      </button>
      <input
        type="file"
        aria-label="Open"
        onChange={({ target }) => void open(target.files![0]!)}
      />
      <p>{problem}</p>
    </header>
  );
}

test.for(["Markdown", "JSON"])("a chat is saved as %s and opened again", async (form) => {
  const saved: { blob: Blob; name: string }[] = [];
  let blob = new Blob();
  const create = vi.spyOn(URL, "createObjectURL").mockImplementation((given) => {
    blob = given as Blob;
    return "blob:saved";
  });
  const click = vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function click(
    this: HTMLAnchorElement,
  ) {
    saved.push({ blob, name: this.download });
  });
  onTestFinished(() => {
    create.mockRestore();
    click.mockRestore();
  });
  const first = await render(place({ defaultMessages: messages, components: { Header } }));
  await button(form).click();
  await first.unmount();
  const [file] = saved;
  expect(file?.name).toBe(form === "JSON" ? "rain.json" : "chat.md");
  await expect(readConversationFile(file!.blob)).resolves.toEqual({ messages });
  await render(place({ components: { Header } }));
  await userEvent.upload(page.getByLabelText("Open"), new File([file!.blob], file!.name));
  await expect.element(page.getByRole("article").last()).toHaveTextContent("Not today.");
});

test("a file that holds something else is refused in a sentence", async () => {
  await render(place({ components: { Header } }));
  await userEvent.upload(page.getByLabelText("Open"), new File(["# Shopping"], "x.md"));
  await expect.element(page.getByText(/not a transcript of a chat/)).toBeVisible();
});
