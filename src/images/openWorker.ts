import type { WorkerAnswer, WorkerRequest } from "./imageWorker.js";
import type { ImageJob, ImageOutcome, ReportProgress } from "./processImage.js";

/** A worker that has said it is there. Its owner closes it. */
export interface OpenWorker {
  /** Makes one image; the one before must have ended. */
  work(job: ImageJob, report: ReportProgress, signal?: AbortSignal): Promise<ImageOutcome>;
  close(): void;
}

/**
 * Starts the worker; `undefined` where there is none: an old browser, a page whose policy forbids it, a file that was not
 * published with the page.
 *
 * @param url Default: beside this module.
 */
export async function openWorker(url: string | undefined): Promise<OpenWorker | undefined> {
  // Older browsers have workers that cannot draw.
  if (typeof Worker === "undefined" || typeof OffscreenCanvas === "undefined") return undefined;
  const worker = startWorker(url);
  if (!worker) return undefined;
  if (!(await isReady(worker))) {
    worker.terminate();
    return undefined;
  }
  let count = 0;
  return {
    work: (job, report, signal) => ask(worker, { id: (count += 1), job }, report, signal),
    close: () => worker.terminate(),
  };
}

function startWorker(url: string | undefined): Worker | undefined {
  try {
    if (url !== undefined) return new Worker(url, { type: "module" });
    // Written out in one piece, because that is what bundlers look for.
    return new Worker(new URL("./imageWorker.js", import.meta.url), { type: "module" });
  } catch {
    return undefined;
  }
}

function isReady(worker: Worker): Promise<boolean> {
  return new Promise((resolve) => {
    worker.addEventListener("message", () => resolve(true), { once: true });
    worker.addEventListener("error", () => resolve(false), { once: true });
  });
}

function ask(
  worker: Worker,
  request: WorkerRequest,
  report: ReportProgress,
  signal: AbortSignal | undefined,
): Promise<ImageOutcome> {
  return new Promise<ImageOutcome>((resolve, reject) => {
    const abort = (): void => end(() => reject(signal?.reason as Error));
    const fail = (message: string): void => end(() => reject(new Error(message)));
    const broke = (): void => fail("The image worker broke off.");
    function read({ data }: MessageEvent<WorkerAnswer>): void {
      if (data.type === "ready" || data.id !== request.id) return;
      if (data.type === "progress") report(data.progress);
      else if (data.type === "failed") fail(data.message);
      else end(() => resolve(data.outcome));
    }
    function end(settle: () => void): void {
      worker.removeEventListener("message", read);
      worker.removeEventListener("error", broke);
      signal?.removeEventListener("abort", abort);
      settle();
    }
    worker.addEventListener("message", read);
    worker.addEventListener("error", broke);
    signal?.addEventListener("abort", abort);
    // A worker has one owner, and no origin to name.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    worker.postMessage(request);
  });
}
