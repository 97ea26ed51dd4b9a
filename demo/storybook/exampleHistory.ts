import type { ChatPersistence, Thread } from "polylogue";

const thread = (title: string, answer: string, updatedAt: number): Thread => ({
  title,
  createdAt: updatedAt,
  updatedAt,
  revision: 1,
  messages: [
    { id: `${title} question`, role: "user", parts: [{ type: "text", text: title }] },
    { id: `${title} answer`, role: "assistant", parts: [{ type: "text", text: answer }] },
  ],
});

/** Two conversations in memory, so that an example leaves nothing behind. */
export function createExampleHistory(): ChatPersistence {
  const kept = new Map([
    ["numbers", thread("Quarterly numbers", "Sales rose by four percent.", 2)],
    ["haiku", thread("A haiku about spring", "Rain on the first leaves.", 1)],
  ]);
  return {
    load: async (id) => kept.get(id),
    save: async (id, changed) => void kept.set(id, changed),
    list: async () => [...kept].map(([id, one]) => ({ ...one, id })),
    remove: async (id) => void kept.delete(id),
  };
}
