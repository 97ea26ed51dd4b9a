import { useState, type ReactElement } from "react";
import { Chat } from "../src/index.js";
import { Aside } from "./Aside.js";
import { GuideEmpty } from "./GuideEmpty.js";
import { demoClient, guideId } from "./demoClient.js";

const components = { Empty: GuideEmpty };

// `?compare=openai/gpt-5&compare=groq/llama-4` asks these at once.
const named = new URLSearchParams(location.search).getAll("compare");
const compared = named.length > 1 ? named : undefined;

/** The demo page: a chat that needs nothing, and what this machine offers beside it. */
export function Demo(): ReactElement {
  const [theme, setTheme] = useState(preferredTheme);
  return (
    <div className="demo" data-theme={theme}>
      <Aside theme={theme} onThemeChange={setTheme} />
      <main>
        <Chat
          client={demoClient}
          compare={compared}
          defaultModel={guideId}
          components={components}
          labels={{
            title: "Polylogue",
            placeholder: "Ask about Polylogue, or attach an image…",
          }}
        />
      </main>
    </div>
  );
}

function preferredTheme(): "light" | "dark" {
  const asked = new URLSearchParams(location.search).get("theme");
  if (asked === "light" || asked === "dark") return asked;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}
