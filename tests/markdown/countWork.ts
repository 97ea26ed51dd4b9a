import { Worker } from "node:worker_threads";
import { rolldown } from "rolldown";

/** What one parser reads. */
export interface Job {
  /** Text that is there already and is not counted. Default none. */
  before?: string;
  /** What comes then, delta by delta. */
  deltas: readonly string[];
}

/**
 * Counts the steps the engine does for each job: how often each block of its code ran, and how many characters the searching
 * methods of strings and regular expressions passed. Unlike a time, the count is the same on every machine.
 *
 * The engine runs in a worker of its own, for the counters belong to an isolate and a run with coverage uses them, too.
 */
export async function countWork(jobs: readonly Job[]): Promise<number[]> {
  const build = await rolldown({ input: "src/markdown/index.ts", platform: "node" });
  const { output } = await build.generate({ format: "cjs" });
  await build.close();
  const engine = output[0].code;
  const code = `(${work.toString()})(${JSON.stringify(engine)})`;
  const worker = new Worker(code, { eval: true, workerData: jobs });
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  }).finally(() => void worker.terminate()) as Promise<number[]>;
}

/** What the worker runs; it stands for itself, since it is sent as text. */
function work(engine: string): void {
  const { parentPort, workerData } = process.getBuiltinModule("node:worker_threads");
  const { Session } = process.getBuiltinModule("node:inspector");
  const { Script } = process.getBuiltinModule("node:vm");
  // Optimized code leaves calls uncounted that it has taken into their callers.
  process.getBuiltinModule("node:v8").setFlagsFromString("--no-opt");
  let passed = 0;

  /** Lets a method add what it costs, in characters; the cost is asked for before and answers after the call. */
  function watch(
    prototype: object,
    name: string,
    cost: (self: unknown, args: unknown[]) => (result: unknown) => number,
  ): void {
    const original = Reflect.get(prototype, name) as (...args: unknown[]) => unknown;
    const counted = function counted(this: unknown, ...args: unknown[]): unknown {
      const costOf = cost(this, args);
      const result = original.apply(this, args);
      passed += costOf(result);
      return result;
    };
    Object.assign(prototype, { [name]: counted });
  }
  // A slice of a string is a view of it in V8, whatever its length: it is not counted.
  for (const name of ["includes", "trim", "trimEnd", "replaceAll", "split", "toLowerCase"])
    watch(String.prototype, name, (self) => () => (self as string).length);
  watch(String.prototype, "indexOf", (self, [, from]) => (found) => {
    const end = (found as number) < 0 ? (self as string).length : (found as number);
    return end - ((from as number | undefined) ?? 0);
  });
  watch(RegExp.prototype, "exec", (self, [text]) => {
    const { sticky, global, lastIndex } = self as RegExp;
    const from = sticky || global ? lastIndex : 0;
    return (found) => {
      const match = found as RegExpExecArray | null;
      if (!match) return sticky ? 1 : (text as string).length - from;
      return match.index + match[0].length - from;
    };
  });

  const session = new Session();
  session.connect();
  session.post("Profiler.enable");
  session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  /** The counts since the last time. The answer comes before `post` returns. */
  function takeCounts(): number {
    let sum = 0;
    session.post("Profiler.takePreciseCoverage", (error, answer) => {
      if (error) throw error;
      for (const { url, functions } of answer.result)
        if (url === "engine.js")
          for (const { ranges } of functions) for (const { count } of ranges) sum += count;
    });
    return sum;
  }

  const module = { exports: {} as typeof import("../../src/markdown/index.js") };
  const wrapped = `(function (module, exports, require) {${engine}\n})`;
  const run = new Script(wrapped, { filename: "engine.js" }).runInThisContext() as (
    ...args: unknown[]
  ) => void;
  run(module, module.exports, process.getBuiltinModule("node:module").createRequire("/"));

  const counts = (workerData as Job[]).map(({ before = "", deltas }) => {
    const parser = new module.exports.MarkdownParser();
    parser.append(before);
    takeCounts();
    passed = 0;
    for (const delta of deltas) parser.append(delta);
    parser.end();
    return takeCounts() + passed;
  });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- the port of a worker has no origin
  parentPort?.postMessage(counts);
}
