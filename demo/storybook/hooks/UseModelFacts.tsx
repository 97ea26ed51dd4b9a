import type { ModelInfo } from "polylogue";
import { useChat, useModelFacts } from "polylogue/hooks";

const listed: readonly ModelInfo[] = [];

/** What is known of a model by its name: what the client lists, completed by the catalogue. */
export function ModelCard({
  model,
  models = listed,
}: {
  model: string;
  models?: readonly ModelInfo[];
}) {
  const { store } = useChat({ model });
  const factsOf = useModelFacts({ store, model, models });
  const { id, name = id, vision, maxInputTokens, price } = factsOf(model);
  return (
    <section>
      <h2>{name}</h2>
      <dl>
        <dt>Reads images</dt>
        <dd>{vision === undefined ? "not known" : vision ? "yes" : "no"}</dd>
        <dt>Tokens it reads</dt>
        <dd>{maxInputTokens?.toLocaleString("en") ?? "not known"}</dd>
        <dt>US dollars for a million tokens, read and written</dt>
        <dd>{price ? `${price.input} and ${price.output}` : "not known"}</dd>
      </dl>
    </section>
  );
}
