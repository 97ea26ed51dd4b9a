import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import type { ProviderStatus } from "../src/index.js";
import { gateway } from "./demoClient.js";

/** Props of `Aside`. */
export interface AsideProps {
  theme: "light" | "dark";
  onThemeChange: (theme: "light" | "dark") => void;
}

/** Says what the page is, which providers this machine has keys for, and how to add one. */
export function Aside({ theme, onThemeChange }: AsideProps): ReactElement {
  const { data: providers } = useQuery({
    queryKey: ["demo", "providers"],
    queryFn: () => gateway.providers().catch(() => []),
  });
  return (
    <aside>
      <h1>Polylogue</h1>
      <p>A React chat component for any LLM. This page is one &lt;Chat&gt; and nothing else.</p>
      {/* All at once, so that nothing below the list moves when it comes. */}
      {providers ? (
        <>
          <Offers providers={providers} />
          <button type="button" onClick={() => onThemeChange(theme === "dark" ? "light" : "dark")}>
            {theme === "dark" ? "Light theme" : "Dark theme"}
          </button>
        </>
      ) : null}
    </aside>
  );
}

function Offers({ providers }: { providers: ProviderStatus[] }): ReactElement {
  const ready = providers.filter((one) => one.status === "ready");
  const missing = providers.filter((one) => one.status === "missing_key" && familiar.has(one.id));
  return (
    <>
      <h2>This machine offers</h2>
      <ul>
        <Row name="Guide" note="answers from the docs, no key" ready />
        {ready.map((one) => (
          <Row key={one.id} name={one.name} note="ready" ready />
        ))}
        {missing.map((one) => (
          <Row key={one.id} name={one.name} note={variableOf(one)} />
        ))}
      </ul>
      <p className="hint">
        Set a variable and run <code>npm start</code> again: the gateway beside this page picks it
        up, and its models appear in the chat.
      </p>
    </>
  );
}

const familiar = new Set(["openai", "anthropic", "gemini", "groq", "openrouter", "mistral"]);

function variableOf({ keyVariables }: ProviderStatus): string {
  return keyVariables[0] ?? "no key";
}

function Row({ name, note, ready }: { name: string; note: string; ready?: boolean }): ReactElement {
  return (
    <li data-ready={ready ? "" : undefined}>
      <span>{name}</span> <small>{note}</small>
    </li>
  );
}
