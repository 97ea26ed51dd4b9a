"use client";
import { useState } from "react";

/** The object of an earlier render while the new one holds the same values: an inline `{…}` then changes nothing. */
export function useStable<T extends object>(value: T): T {
  const [held, setHeld] = useState(value);
  if (held === value || isSame(held, value)) return held;
  setHeld(value);
  return value;
}

function isSame<T extends object>(a: T, b: T): boolean {
  const keys = Object.keys(b) as (keyof T)[];
  return keys.length === Object.keys(a).length && keys.every((key) => Object.is(a[key], b[key]));
}
