import type { ChatClient } from "polylogue";
import { useModels } from "polylogue/hooks";

/** The models a client offers, kept for an hour. */
export function ModelTable({ client }: { client: ChatClient }) {
  const { models, isLoading, error, refetch } = useModels({ client });
  if (error) return <p role="alert">{error.message}</p>;
  if (isLoading) return <p>Loading…</p>;
  return (
    <section>
      <table>
        <thead>
          <tr>
            <th>Model</th>
            <th>Images</th>
            <th>Tokens</th>
          </tr>
        </thead>
        <tbody>
          {models.map(({ id, name, vision, maxInputTokens }) => (
            <tr key={id}>
              <td>{name}</td>
              <td>{vision ? "yes" : "no"}</td>
              <td>{maxInputTokens?.toLocaleString("en")}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <button onClick={refetch}>Ask again</button>
    </section>
  );
}
