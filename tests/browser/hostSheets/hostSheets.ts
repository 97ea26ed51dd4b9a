import bootstrap from "bootstrap/dist/css/bootstrap.css?inline";
import { compile } from "tailwindcss";
import preflight from "tailwindcss/preflight.css?inline";
import theme from "tailwindcss/theme.css?inline";

/** A page's own styles. */
export interface HostSheet {
  name: string;
  css: string;
  /** Which of our two sheets such a page imports. */
  ours: "styles.css" | "styles.layer.css";
  /** What the page says first, where it imports our sheet last. Default: nothing. */
  order?: string;
  /** Classes that give an element `look`. */
  classes: string;
}

/** What `classes` make of an element, as computed values. */
export const look = {
  backgroundColor: "rgb(1, 2, 3)",
  borderTopWidth: "5px",
  color: "rgb(4, 5, 6)",
  fontSize: "22px",
  paddingTop: "32px",
};

const oneClass = `.host-look {
  background-color: rgb(1, 2, 3); border: 5px solid; color: rgb(4, 5, 6); font-size: 22px; padding: 32px; }`;

/** An old sheet that resets what it can name. */
const oldReset = `
* { margin: 0; padding: 0; }
*:focus { outline: none; }
a { color: red; text-decoration: none; }
a:hover { color: green; }
abbr, b, strong { font-weight: 900; }
article, aside, section, header, footer, nav { padding: 20px; background: #ffe; border: 1px solid red; }
body, input, button, select, textarea { font: 11px/1 Georgia, serif; }
blockquote { quotes: none; font-style: italic; padding: 30px; }
button { background: none; border: 0; padding: 0; font: inherit; text-transform: uppercase; min-width: 120px; }
h1, h2, h3, h4, h5, h6 { font: bold 40px/1 Impact; color: purple; margin: 40px 0; text-transform: uppercase; }
hr { height: 5px; background: red; }
img { max-width: 40px; display: block; border: 3px solid red; }
input, select, textarea { border: 3px inset red; padding: 12px; width: 300px; height: 70px; background: yellow; }
label { float: left; width: 100px; font-weight: bold; }
ol, ul { list-style: none; }
ul li { margin: 9px; padding: 9px; }
p { margin: 3em 0; color: green; line-height: 3; text-indent: 2em; }
pre, code, kbd { font: 9px monospace; color: red; background: #eee; border: 1px solid; padding: 4px; }
svg { display: block; width: 90px; fill: red; vertical-align: middle; }
table { border-collapse: collapse; width: 100%; margin: 20px; }
table td, table th { border: 2px solid red; padding: 20px; vertical-align: bottom; text-align: right; }
`;

/** @see https://github.com/mui/material-ui/blob/master/packages/mui-material/src/CssBaseline/CssBaseline.js */
const cssBaseline = `
html { -webkit-font-smoothing: antialiased; box-sizing: border-box; -webkit-text-size-adjust: 100%; }
*, *::before, *::after { box-sizing: inherit; }
strong, b { font-weight: 700; }
body { margin: 0; color: rgba(0, 0, 0, 0.87); font-weight: 400; font-size: 1rem; line-height: 1.5;
  letter-spacing: 0.00938em; background-color: #fff; }
body::backdrop { background-color: #fff; }
`;

const globals = `
html { font-size: 62.5%; }
body { color: #abc; font-size: 10px; font-weight: 300; font-style: italic; line-height: 1; letter-spacing: 2px;
  text-transform: uppercase; text-align: center; white-space: pre; cursor: crosshair; }
.dark { color-scheme: dark; color: #fff; background: #000; --background: #000; }
.dark * { border-color: #333; }
`;

async function tailwind(classes: string): Promise<string> {
  const compiled = await compile(`@layer theme, base, components, utilities;
    @layer theme { ${theme} } @layer base { ${preflight} } @layer utilities { @tailwind utilities; }`);
  return compiled.build(classes.split(" "));
}

const utilities = "bg-[rgb(1,2,3)] border-[5px] text-[rgb(4,5,6)] text-[22px] p-8";

export const hostSheets: HostSheet[] = [
  {
    name: "Tailwind 4",
    css: await tailwind(utilities),
    ours: "styles.layer.css",
    order: "@layer theme, base, polylogue, components, utilities;",
    classes: utilities,
  },
  ...Object.entries({
    "Bootstrap 5": bootstrap,
    "the CssBaseline of MUI": cssBaseline,
    "an old global reset": oldReset,
    "rules for the body and a class named dark": globals,
  }).map(([name, css]) => ({
    name,
    css: `${css}${oneClass}`,
    ours: "styles.css" as const,
    classes: "host-look",
  })),
];
