import { expect, test } from "vitest";
import { loadCatalog } from "../../src/client/catalog/catalog.js";

test("the facts about models load in a browser", async () => {
  const catalog = await loadCatalog(["anthropic", "mistral"]);
  expect(catalog.list("anthropic").length).toBeGreaterThan(5);
  expect(catalog.list("mistral").length).toBeGreaterThan(1);
});
