import { describe, expect, test } from "vitest";
import { weigh, weighSheet } from "../../scripts/style-weight.mjs";

describe("the weight of a rule", () => {
  test.each([
    [":where([data-pl-a])", ":where([data-pl-a]):not(_ _ _)"],
    [":where([data-pl-a]:hover)::before", ":where([data-pl-a]:hover):not(_ _ _)::before"],
    ["[data-pl-a]:where(:hover)", ":where([data-pl-a]:where(:hover)):not(_ _ _ _)"],
    ["[data-pl-a][data-b]", ":where([data-pl-a][data-b]):not(_ _ _ _ _)"],
    [":where([data-pl-a]) :focus-visible", ":where([data-pl-a]) :focus-visible:not(_ _ _)"],
  ])("%s", (written, weighed) => {
    expect(weigh(written)).toBe(weighed);
  });

  test.each(["p", ".a", ":where([data-pl-a]) p", "[data-pl-a]:hover", "#a"])(
    "%s is refused",
    (written) => {
      expect(() => weigh(written)).toThrow(/write it in :where\(\)/);
    },
  );

  test("steps of an animation and sheets of others are left alone", () => {
    const steps = "@keyframes pl-rise { from { opacity: 0; } }";
    expect(weighSheet(steps, "/x/src/styles/a.css")).toBe(steps);
    expect(weighSheet("p { margin: 0; }", "/x/demo/demo.css")).toBe("p { margin: 0; }");
  });
});
