import { describe, expect, test } from "vitest";
import { ChatError } from "../../src/client/errors.js";
import type { ModelInfo, ProviderStatus } from "../../src/client/types.js";
import { groupChosen, groupGiven, groupLists, orderGroups } from "../../src/hooks/modelGroups.js";
import { searchGroups, sectionsOf } from "../../src/hooks/pickerItems.js";
import type { ModelList } from "../../src/hooks/useModelLists.js";

const list = (provider: string | undefined, rest: Partial<ModelList>): ModelList => ({
  provider,
  models: undefined,
  isLoading: false,
  error: undefined,
  refetch: () => {},
  ...rest,
});

const status = (
  id: string,
  state: ProviderStatus["status"] = "ready",
  name = id.toUpperCase(),
): ProviderStatus => ({ id, name, status: state, keyVariables: [], canSetKey: true });

const catalog = {
  asOf: "2026-01-01",
  find: () => undefined,
  list: (provider: string) => [{ id: `${provider}/known`, name: "Known" }],
};

const none = { statuses: [], lists: [], catalog: undefined, current: undefined };
const whole = (models: readonly ModelInfo[], statuses: readonly ProviderStatus[] = []) =>
  groupLists({ ...none, statuses, lists: [list(undefined, { models })], isByProvider: false });

const ids = (groups: ReturnType<typeof groupLists>) =>
  groups.map(({ id, rows }) => [id, rows.map(({ model }) => model.id)]);

describe("providers asked one by one", () => {
  test("stand as their lists say, with what is known in place of a list that is not there", () => {
    const groups = groupLists({
      ...none,
      catalog,
      isByProvider: true,
      statuses: [status("a"), status("b"), status("c"), status("d", "missing_key")],
      lists: [
        list("a", { models: [{ id: "a/one" }] }),
        list("b", { error: new ChatError("authentication", "No.") }),
        list("c", { isLoading: true }),
      ],
    });
    expect(groups.map(({ id, state, isFromCatalog }) => [id, state, isFromCatalog])).toEqual([
      ["a", "connected", false],
      ["b", "refused", true],
      ["c", "untested", true],
      ["d", "missing_key", true],
    ]);
    expect(ids(groups)[1]).toEqual(["b", ["b/known"]]);
  });
});

describe("one list for all", () => {
  test("is grouped by who serves a model, with the names the client has", () => {
    const groups = whole(
      [{ id: "a/one" }, { id: "x", provider: "b" }, { id: "bare" }],
      [status("a", "ready", "A & Co"), status("e", "missing_key")],
    );
    expect(groups.map(({ id, name }) => [id, name])).toEqual([
      ["a", "A & Co"],
      ["e", "E"],
      ["b", "b"],
      ["other", "other"],
    ]);
  });

  test("of a gateway that names others has no place for the gateway itself", () => {
    expect(ids(whole([{ id: "a/one" }], [status("litellm")]))).toEqual([["a", ["a/one"]]]);
  });
});

test("models of a host stay as they are, in its order", () => {
  const models = [{ id: "b/two" }, { id: "a/one" }, { id: "b/two-2026-01-15" }];
  expect(ids(groupGiven(models, none))).toEqual([
    ["b", ["b/two", "b/two-2026-01-15"]],
    ["a", ["a/one"]],
  ]);
});

test("a host's choice keeps versions behind their models, and its order counts", () => {
  const groups = whole([
    { id: "openai/gpt-99" },
    { id: "openai/gpt-99-2026-01-15" },
    { id: "a/one" },
  ]);
  const chosen = groupChosen((all) => all.toReversed(), groups);
  expect(ids(chosen)).toEqual([
    ["a", ["a/one"]],
    ["openai", ["openai/gpt-99"]],
  ]);
  expect(chosen[1]!.rows[0]!.variants.map(({ id }) => id)).toEqual(["openai/gpt-99-2026-01-15"]);
  const alone = groupChosen((all) => all.filter(({ id }) => id.endsWith("15")), groups);
  expect(ids(alone)).toEqual([["openai", ["openai/gpt-99-2026-01-15"]]]);
});

test("providers are limited and ordered", () => {
  const groups = whole([{ id: "a/one" }, { id: "b/two" }, { id: "c/three" }]);
  expect(orderGroups(groups, ["c", "x", "a"]).map(({ id }) => id)).toEqual(["c", "a"]);
});

describe("what is shown of a list", () => {
  const month = 30 * 24 * 60 * 60 * 1000;
  const all = () => true;
  const never = () => false;

  test("is split into the latest and those before once it is long", () => {
    const models = Array.from({ length: 8 }, (_, at) => ({
      id: `a/m${at}x`,
      createdAt: 50 * 365 * 24 * 60 * 60 * 1000 - at * 2 * month,
    }));
    const sections = (count: number) =>
      sectionsOf(whole(models.slice(0, count))[0]!, all, never).map(({ id, items }) => [
        id,
        items.length,
      ]);
    expect(sections(8)).toEqual([
      ["latest", 3],
      ["earlier", 5],
    ]);
    expect(sections(4)).toEqual([["models", 4]]);
  });

  test("a search goes by the beginnings of words before their middles, and by few letters there alone", () => {
    const groups = whole([
      { id: "anthropic/claude-sonnet-5-5", name: "Claude Sonnet 5.5" },
      { id: "anthropic/claude-opus-5", name: "Claude Opus 5" },
      { id: "anthropic/magnumopus", name: "Magnumopus Claude" },
    ]);
    const idsFor = (query: string) =>
      searchGroups(groups, query, all, never).flatMap(({ items }) =>
        items.map(({ model }) => model.name),
      );
    expect(idsFor("claude op")).toEqual(["Claude Opus 5"]);
    expect(idsFor("opus claude")).toEqual(["Claude Opus 5", "Magnumopus Claude"]);
    expect(idsFor("anthropic")).toHaveLength(3);
  });

  test("a search puts the name itself first", () => {
    const groups = whole([
      { id: "a/x", name: "My gpt-5 host" },
      { id: "b/y", name: "GPT-5.6" },
      { id: "b/z", name: "GPT-5" },
    ]);
    const found = searchGroups(groups, "gpt-5", all, never);
    expect(found.map(({ items }) => items.map(({ model }) => model.id))).toEqual([
      ["b/z", "b/y"],
      ["a/x"],
    ]);
  });
});
