import type { Plugin } from "postcss";

export function weigh(selector: string): string;
export const weighedStyles: Plugin;
export function weighSheet(text: string, from: string): string;
