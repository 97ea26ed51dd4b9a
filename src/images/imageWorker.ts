import { processImage, type ImageJob, type ImageOutcome } from "./processImage.js";

/** What the worker is asked. One job at a time; `id` comes back with every answer. */
export interface WorkerRequest {
  readonly id: number;
  readonly job: ImageJob;
}

/** What the worker says: once that it is there, then of the job how far it is, and how it ended. */
export type WorkerAnswer =
  | { readonly type: "ready" }
  | { readonly type: "progress"; readonly id: number; readonly progress: number }
  | { readonly type: "done"; readonly id: number; readonly outcome: ImageOutcome }
  | { readonly type: "failed"; readonly id: number; readonly message: string };

const answer = (message: WorkerAnswer): void => postMessage(message);

addEventListener("message", ({ data: { id, job } }: MessageEvent<WorkerRequest>) => {
  processImage(job, (progress) => answer({ type: "progress", id, progress })).then(
    (outcome) => answer({ type: "done", id, outcome }),
    (error: unknown) => answer({ type: "failed", id, message: String(error) }),
  );
});

answer({ type: "ready" });
