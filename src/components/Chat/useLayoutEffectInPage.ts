"use client";
import { useEffect, useLayoutEffect } from "react";

/** `useLayoutEffect`, of which React 18 warns on a server. */
export const useLayoutEffectInPage: typeof useEffect =
  typeof document === "undefined" ? useEffect : useLayoutEffect;
