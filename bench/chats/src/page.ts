import type { Contender, MountedChat } from "./contender";
import { answerOf, conversationOf, deltasOf, lastWords, openBlockOf } from "./corpus";

/** What stands before the deltas that are measured. */
export type Text = "answer" | "fence" | "list" | "table";

/** A page that `measure.mjs` drives. Nothing runs on the main thread here while deltas are counted. */
export interface BenchPage {
  /** Shows a conversation of so many messages. */
  mount(messages: number): Promise<void>;
  /** Begins an answer and pushes its first `length` characters at once. */
  fill(text: Text, length: number): Promise<void>;
  /** Pushes so many deltas, one a task, or as many as fit into `mostMs`. */
  burst(count: number, mostMs: number): Promise<{ deltas: number; characters: number }>;
  /** Pushes deltas for so long, timed by a worker. */
  paced(deltasPerSecond: number, seconds: number): Promise<Pace>;
  /** Waits until nothing changes any more. */
  settle(): Promise<void>;
  /** Characters that can be read. */
  shown(): number;
  focus(): boolean;
  typed(): number;
  unmount(): void;
}

/** What the frames were like. */
export interface Pace {
  deltas: number;
  seconds: number;
  frames: number;
  /** Frames of 60 a second that did not come. */
  dropped: number;
}

const contenders = import.meta.glob<{ default: Contender }>("./contenders/*.{ts,tsx}");
const name = new URLSearchParams(location.search).get("contender");
const place = document.getElementById("app")!;
let chat: MountedChat;
let waiting: string[] = [];

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const textLength = () => chat.root().textContent?.length ?? 0;

async function settle(): Promise<void> {
  let length = -1;
  // Until 600 ms have brought nothing: interfaces that smooth their text show it for a while after it came.
  for (let quiet = 0; quiet < 6; quiet += 1) {
    await pause(100);
    if (textLength() !== length) quiet = 0;
    length = textLength();
  }
}

const page: BenchPage = {
  async mount(messages) {
    const path = Object.keys(contenders).find((one) => one.includes(`/${name}.ts`));
    const { default: contender } = await contenders[path!]!();
    chat = await contender.mount(place, conversationOf(messages));
    while (!chat.composer()) await pause(10);
    while (messages > 0 && !chat.root().textContent?.includes(lastWords)) await pause(10);
  },
  async fill(text, length) {
    const ahead = length + 20_000;
    const whole = text === "answer" ? answerOf(ahead) : openBlockOf(text, ahead);
    await chat.begin();
    chat.push(whole.slice(0, length));
    waiting = deltasOf(whole.slice(length));
    await settle();
  },
  burst: (count, mostMs) =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      const end = performance.now() + mostMs;
      let deltas = 0;
      let characters = 0;
      port1.onmessage = () => {
        if (deltas === count || performance.now() > end) {
          port1.close();
          resolve({ deltas, characters });
          return;
        }
        const delta = waiting.shift()!;
        chat.push(delta);
        deltas += 1;
        characters += delta.length;
        port2.postMessage(0);
      };
      port2.postMessage(0);
    }),
  paced(deltasPerSecond, seconds) {
    const count = deltasPerSecond * seconds;
    const deltas = waiting.splice(0, count);
    const clock = `onmessage = () => {
      const start = performance.now();
      let sent = 0;
      setInterval(() => {
        const due = Math.min(${count}, Math.floor(((performance.now() - start) * ${deltasPerSecond}) / 1000));
        for (; sent < due; sent += 1) postMessage(sent);
      }, 5);
    };`;
    return new Promise((resolve) => {
      const worker = new Worker(URL.createObjectURL(new Blob([clock])));
      const start = performance.now();
      const frames: number[] = [];
      let frame = requestAnimationFrame(function count(time) {
        frames.push(time);
        frame = requestAnimationFrame(count);
      });
      let next = 0;
      worker.onmessage = () => {
        chat.push(deltas[next]!);
        next += 1;
        const elapsed = (performance.now() - start) / 1000;
        if (next < deltas.length && elapsed < 3 * seconds) return;
        worker.terminate();
        cancelAnimationFrame(frame);
        const gaps = frames.slice(1).map((time, index) => time - frames[index]!);
        resolve({
          deltas: next,
          seconds: elapsed,
          frames: frames.length,
          dropped: gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / 16.667) - 1), 0),
        });
      };
      worker.postMessage(0);
    });
  },
  settle,
  shown: textLength,
  focus() {
    const composer = chat.composer();
    composer?.focus();
    return composer !== null;
  },
  typed() {
    const composer = chat.composer();
    return composer instanceof HTMLTextAreaElement
      ? composer.value.length
      : (composer?.textContent?.length ?? 0);
  },
  unmount: () => place.replaceChildren(),
};

Object.assign(globalThis, { bench: page });
