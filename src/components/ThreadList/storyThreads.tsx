import type { ReactElement } from "react";
import type { ChatPersistence, Thread, ThreadSummary } from "../../client/threads.js";
import { useThreads } from "../../hooks/useThreads.js";
import { Chat } from "../Chat/Chat.js";
import { ThreadList, type ThreadListProps } from "./ThreadList.js";

/** Threads in memory, so that one story leaves nothing to the next. */
export function storyHistory(threads: readonly (Thread & { id: string })[]): ChatPersistence {
  const kept = new Map<string, Thread>(threads.map(({ id, ...thread }) => [id, thread]));
  return {
    load: async (id) => kept.get(id),
    save: async (id, thread) => void kept.set(id, thread),
    list: async () => [...kept].map(([id, thread]): ThreadSummary => ({ ...thread, id })),
    remove: async (id) => void kept.delete(id),
    async search(query) {
      return [...kept].flatMap(([id, { messages }]) => {
        const texts = messages.flatMap(({ parts }) =>
          parts.map((part) => ("text" in part ? part.text : "")),
        );
        const excerpt = texts.find((text) => text.toLowerCase().includes(query.toLowerCase()));
        return excerpt === undefined ? [] : [{ id, excerpt }];
      });
    },
  };
}

const titles = [
  "Quarterly numbers",
  "Debounce in TypeScript",
  "A weekend in Lisbon with two children who like trams and custard tarts",
  "Write a haiku about spring",
  "שלום, מה שלומך?",
  "Why is the sky blue?",
  "Donaudampfschifffahrtsgesellschaftskapitän",
  "",
];
const answers = [
  "Here is a **short** answer.",
  "EMEA grew fastest: it climbs from about 41% to 87% of the axis, while APAC dips in the third quarter.",
  "Here is a **short** answer.",
];
const day = 24 * 60 * 60 * 1000;

/** So many threads, the newest of today. */
export function storyThreads(count: number): (Thread & { id: string })[] {
  return Array.from({ length: count }, (_, index) => {
    const updatedAt = Date.now() - (index * index * day) / 4;
    const title = titles[index % titles.length]!;
    return {
      id: `t${index}`,
      title: index < titles.length ? title : `${title} ${index}`.trim(),
      createdAt: updatedAt,
      updatedAt,
      revision: 1,
      messages: [
        { id: `q${index}`, role: "user", parts: [{ type: "text", text: title || "…" }] },
        {
          id: `a${index}`,
          role: "assistant",
          parts: [{ type: "text", text: answers[index % answers.length]! }],
          metadata: { model: "anthropic/claude-opus-5", status: "complete" },
        },
      ],
    };
  });
}

/** Props of `ThreadListPlace`. */
export interface ThreadListPlaceProps extends Pick<ThreadListProps, "dir"> {
  persistence: ChatPersistence;
  /** Whether the open thread stands beside the list. */
  withChat: boolean;
}

const answer = (): string => "Here is a **short** answer.";

/** The list of a story, with or without its chat. */
export function ThreadListPlace({
  persistence,
  withChat,
  dir,
}: ThreadListPlaceProps): ReactElement {
  const threads = useThreads({ persistence });
  return (
    <div style={{ display: "flex", blockSize: "100%" }} dir={dir}>
      <ThreadList
        threads={threads}
        dir={dir}
        {...(!withChat && { style: { inlineSize: "100%" } })}
      />
      {withChat ? (
        <Chat
          id={threads.activeId}
          onNewChat={threads.create}
          persistence={persistence}
          model={answer}
          dir={dir}
        />
      ) : null}
    </div>
  );
}
