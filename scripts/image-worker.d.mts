import type { Plugin } from "vite";

/** Publishes the image worker as one file beside the module that starts it. For library builds alone. */
export function imageWorker(): Plugin;
