import { expect, test } from "vitest";
import { fillPrompt, variablesOf } from "../../src/internal/promptVariables.js";

test.each([
  ["Hello", []],
  ["Hello {{name}}", ["name"]],
  ["{{ a }}, {{b_2}} and {{a}} again", ["a", "b_2"]],
  ["{name} {{two words}} {{}}", []],
])("%s has the variables %j", (prompt, variables) => {
  expect(variablesOf(prompt)).toEqual(variables);
});

test("every variable with a value is filled in, wherever it stands", () => {
  const prompt = "{{greeting}} {{ name }}, {{name}}! {{rest}}";
  expect(fillPrompt(prompt, { greeting: "Hi", name: "$& Ada" })).toBe(
    "Hi $& Ada, $& Ada! {{rest}}",
  );
  expect(fillPrompt("{{toString}} {{empty}}", { empty: "" })).toBe("{{toString}} {{empty}}");
});
