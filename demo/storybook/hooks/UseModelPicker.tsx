import type { ChatClient } from "polylogue";
import { useModelPicker } from "polylogue/hooks";
import { useState } from "react";

/** The model picker without its looks: providers, models, search. */
export function PlainPicker({ client }: { client: ChatClient }) {
  const [model, setModel] = useState("");
  const { groups, shown, show, sections, query, setQuery, choose, chosen } = useModelPicker({
    value: model,
    onChange: setModel,
    client,
    filter: () => true,
  });
  return (
    <section>
      <input
        type="search"
        aria-label="Search models"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      <p>
        {groups.map(({ id, name }) => (
          <button
            key={id}
            aria-pressed={id === shown?.id}
            style={{ fontWeight: id === shown?.id ? 600 : 400 }}
            onClick={() => show(id)}
          >
            {name}
          </button>
        ))}
      </p>
      <ul aria-label="Models">
        {sections.flatMap(({ id, items }) =>
          items.map(({ model: one }) => (
            <li key={`${id} ${one.id}`}>
              <button onClick={() => choose(one.id)}>{one.name ?? one.id}</button>
            </li>
          )),
        )}
      </ul>
      <p>
        chosen: <code>{chosen?.model.id ?? "none"}</code>
      </p>
    </section>
  );
}
