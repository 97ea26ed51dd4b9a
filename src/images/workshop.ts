import { openWorker, type OpenWorker } from "./openWorker.js";
import {
  processImage,
  type ImageJob,
  type ImageOutcome,
  type ReportProgress,
} from "./processImage.js";

/** Options of one job. */
export interface WorkOptions {
  /** Where the worker's file is. Default: beside this module. */
  workerUrl?: string | URL | undefined;
  onProgress?: ReportProgress | undefined;
  /** Owned by the caller: aborting it takes the job out of the queue, or ends it. */
  signal?: AbortSignal | undefined;
}

/** Makes images, one after the other, in a worker where there is one. */
export interface Workshop {
  /**
   * Makes one image, after those asked for before.
   * @throws Error where the browser cannot; the signal's reason when it aborts.
   */
  work(job: ImageJob, options?: WorkOptions): Promise<ImageOutcome>;
}

/** How long a worker without work stays, in milliseconds: people often attach several images one by one. */
const idleMs = 10_000;

/** A place where images are made. It holds a worker from the first job until ten seconds after the last. */
export function createWorkshop(): Workshop {
  let last = Promise.resolve();
  let waiting = 0;
  let open: { worker: OpenWorker; url: string | undefined } | undefined;
  let idle: ReturnType<typeof setTimeout> | undefined;
  /** Addresses that gave no worker: asked once. */
  const lost = new Set<string | undefined>();

  function close(): void {
    open?.worker.close();
    open = undefined;
  }

  async function run(
    job: ImageJob,
    { workerUrl, onProgress = () => {}, signal }: WorkOptions,
  ): Promise<ImageOutcome> {
    signal?.throwIfAborted();
    const url = workerUrl === undefined ? undefined : String(workerUrl);
    if (open && open.url !== url) close();
    if (!open && !lost.has(url)) {
      const worker = await openWorker(url);
      if (worker) open = { worker, url };
      else lost.add(url);
    }
    signal?.throwIfAborted();
    if (!open) return processImage(job, onProgress, signal);
    try {
      return await open.worker.work(job, onProgress, signal);
    } catch (thrown) {
      // Decoding cannot be interrupted, and a worker that failed may be broken.
      close();
      throw thrown;
    }
  }

  return {
    async work(job, options = {}) {
      const before = last;
      let leave = (): void => {};
      last = new Promise((resolve) => {
        leave = resolve;
      });
      waiting += 1;
      clearTimeout(idle);
      await before;
      try {
        return await run(job, options);
      } finally {
        leave();
        waiting -= 1;
        if (waiting === 0) idle = setTimeout(close, idleMs);
      }
    },
  };
}

/** The one of this page: every chat on it shares the queue and the worker. */
export const workshop: Workshop = createWorkshop();
