import type { Plugin } from "vite";

/** A plugin for Vite: long JSON in single quotes. */
export function singleQuotedJSON(): Plugin;
