import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { Markdown } from "../../src/index.js";
import { show, shown } from "./markdownSetUp.js";

const text = [
  "# Title\n\n- [x] a **list**\n\n1. one",
  "| a | b |\n|:-:|--:|\n| 1 | 2 |",
  ...["ts", "python", "go", "rust", "sql", "php", "css", "html", "java", "bash"].map(
    (language) => `\`\`\`${language}\nif x: "y" <b>1</b>\n\`\`\``,
  ),
  "$\\fcolorbox{red}{blue}{x}$ $\\pmb{x}$ $\\color{red}x$ $\\begin{array}{|c|}\\hline a\\\\\\hline\\end{array}$",
  "$$\n\\frac{1}{2}\n$$",
  "![](data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7) <kbd>x</kbd>[^1]",
  "[^1]: note",
].join("\n\n");

test("everything is shown under a policy without inline styles and without eval", async () => {
  const violations: string[] = [];
  document.addEventListener("securitypolicyviolation", ({ violatedDirective, sourceFile }) => {
    violations.push(`${violatedDirective} ${sourceFile}`);
  });
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = "script-src 'self'; style-src-attr 'none'; img-src 'self' data: blob:";
  document.head.append(policy);
  // oxlint-disable-next-line no-implied-eval, typescript/no-implied-eval
  expect(() => new Function("")).toThrow(EvalError);
  document.body.setAttribute("style", "color: red");
  await expect.poll(() => violations.length).toBe(2);
  violations.length = 0;

  await show(text);
  await expect.poll(() => shown().querySelectorAll("math").length).toBe(5);
  await expect
    .poll(() => shown().querySelectorAll("[data-pl-code]:has([data-pl-token])").length)
    .toBe(10);
  expect(violations).toEqual([]);
});

test("a server writes no style", () => {
  const html = renderToString(<Markdown>{text}</Markdown>);
  expect(html).toContain("Title");
  expect(html).not.toMatch(/\sstyle=/);
});
