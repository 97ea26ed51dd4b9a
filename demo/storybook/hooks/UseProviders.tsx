import type { ChatClient } from "polylogue";
import { useProviders } from "polylogue/hooks";

/** How each provider of a client stands, and what it lacks. */
export function ProviderTable({ client }: { client: ChatClient }) {
  const { providers, error, refetch } = useProviders({ client });
  if (error) return <p role="alert">{error.message}</p>;
  if (!providers) return <p>Loading…</p>;
  return (
    <section>
      <ul aria-label="Providers">
        {providers.map(({ id, name, status, keyVariables, keyUrl }) => (
          <li key={id}>
            {name}: {status}
            {status === "missing_key" ? (
              <>
                , set <code>{keyVariables[0]}</code> (<a href={keyUrl}>get a key for {name}</a>)
              </>
            ) : null}
          </li>
        ))}
      </ul>
      <button onClick={refetch}>Ask again</button>
    </section>
  );
}
