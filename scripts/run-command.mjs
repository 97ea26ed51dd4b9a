// Starts commands as children with their output passed through, and never leaves children of theirs behind.
import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";

const onWindows = process.platform === "win32";

/** Starts `command` (a shell line; node_modules/.bin of `cwd` and of this project are on its PATH) in a process group of its own, which ends with this process. */
export function startCommand(command, { cwd = process.cwd(), env = {}, stdio = "inherit" } = {}) {
  const bins = [cwd, process.cwd()].map((folder) => join(folder, "node_modules", ".bin"));
  const path = [...new Set(bins), process.env.PATH].join(delimiter);
  const child = spawn(command, {
    cwd,
    stdio,
    shell: true,
    detached: !onWindows,
    env: { ...process.env, PATH: path, ...env },
  });
  const endWithUs = () => endCommand(child);
  process.once("exit", endWithUs);
  child.once("close", () => process.off("exit", endWithUs));
  return child;
}

/** Ends a started command with everything below it: its browsers and servers too. */
export function endCommand(child, signal = "SIGTERM") {
  try {
    if (child.pid && !onWindows) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // Already gone.
  }
}

/**
 * Runs `command` and resolves to its exit code. After `timeoutMs` it is ended and the code is 1. Ctrl-C and a termination
 * signal are passed on.
 */
export async function runCommand(command, { timeoutMs = 600_000, ...options } = {}) {
  const child = startCommand(command, options);
  const onSignal = (signal) => endCommand(child, signal);
  const signals = ["SIGINT", "SIGTERM"];
  for (const signal of signals) process.on(signal, onSignal);
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    console.error(`"${command}" was ended after ${Math.round(timeoutMs / 1000)} s.`);
    endCommand(child, "SIGKILL");
  }, timeoutMs);
  try {
    return await new Promise((resolve, reject) => {
      child.once("error", reject);
      child.once("close", (code) => resolve(timedOut ? 1 : (code ?? 1)));
    });
  } finally {
    clearTimeout(timer);
    for (const signal of signals) process.off(signal, onSignal);
  }
}
