"use client";
import { useInsertionEffect, useState } from "react";

/** A function that gives the value of the last render that reached the page. The same function every time. */
export function useLatest<T>(value: T): () => T {
  const [box] = useState(() => createBox(value));
  // Before any other effect and before the next event, so nobody sees an old value.
  useInsertionEffect(() => box.set(value));
  return box.get;
}

function createBox<T>(value: T): { get: () => T; set: (next: T) => void } {
  let current = value;
  return {
    get: () => current,
    set: (next) => {
      current = next;
    },
  };
}
