"use client";
import type { ReactElement } from "react";
import { createLazy, useLazy } from "../Markdown/useLazy.js";
import { Pending } from "./Pending.js";

const columns = createLazy(async () => (await import("./ComparedColumns.js")).ComparedColumns);

/** The answers of several models side by side: loaded with the first of them. */
export function ComparedAnswers(): ReactElement {
  const Columns = useLazy(columns);
  return Columns ? <Columns /> : <Pending />;
}
