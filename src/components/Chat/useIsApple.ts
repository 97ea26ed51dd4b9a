"use client";
import { useSyncExternalStore } from "react";

const never = (): (() => void) => () => {};
const ofBrowser = (): boolean => /^(Mac|iP)/.test(navigator.platform);
const ofServer = (): boolean => false;

/** Whether keys are called as Apple calls them. A server does not know, and says no. */
export function useIsApple(): boolean {
  return useSyncExternalStore(never, ofBrowser, ofServer);
}
