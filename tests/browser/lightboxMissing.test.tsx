import { expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { button, renderChat } from "./setUp.js";

vi.mock("../../src/client/loadPart.js", () => ({
  partMissing: "",
  loadPart: () => Promise.reject(new Error("404")),
}));

test("where the code of the lightbox cannot be had, the image says so and all else goes on", async () => {
  const url = "data:image/png;base64,iVBORw0KGgo=";
  await renderChat({
    defaultMessages: [
      {
        id: "q",
        role: "user",
        parts: [{ type: "file", mediaType: "image/png", url, filename: "a.png" }],
      },
    ],
  });
  await button("Open a.png").click();
  await expect.element(page.getByRole("alert")).toHaveTextContent("Reload the page.");
  await expect.element(button("Open a.png")).toHaveFocus();
});
