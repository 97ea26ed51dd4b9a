import { QueryClient, QueryClientProvider, useQueryClient } from "@tanstack/react-query";
import { Dialog } from "radix-ui";
import { useState, version } from "react";
import { version as domVersion } from "react-dom";
import { expect, inject, test } from "vitest";
import { render } from "vitest-browser-react";
import { create } from "zustand";

declare module "vitest" {
  interface ProvidedContext {
    /** The React the project is meant to run: 18 or 19. */
    reactMajor: number;
  }
}

const useCount = create(() => ({ count: 1 }));

// A second copy of React behind any of these would throw "invalid hook call".
function Everything() {
  const [local] = useState(2);
  const count = useCount((state) => state.count);
  const queries = useQueryClient().getQueryCache().getAll().length;
  return (
    <Dialog.Root>
      <Dialog.Trigger>sum {local + count + queries}</Dialog.Trigger>
    </Dialog.Root>
  );
}

test("the project runs the React it names, once, for every dependency", async () => {
  expect(version.split(".")[0]).toBe(String(inject("reactMajor")));
  expect(domVersion).toBe(version);
  const screen = await render(
    <QueryClientProvider client={new QueryClient()}>
      <Everything />
    </QueryClientProvider>,
  );
  await expect.element(screen.getByRole("button", { name: "sum 3" })).toBeVisible();
});
