import { readFileSync } from "node:fs";
import { join } from "node:path";
import { corporaDir } from "../data.js";

/** One example of a specification. */
export interface Example {
  example: number;
  section: string;
  markdown: string;
  html: string;
}

/** Examples by the name of their file; none where the corpora are absent. */
export function readExamples(file: string): Example[] {
  return readCorpus<Example>(file);
}

/** A file of the Markdown corpora; empty where they are absent. */
export function readCorpus<Entry>(file: string): Entry[] {
  const dir = corporaDir();
  return dir ? (JSON.parse(readFileSync(join(dir, "markdown", file), "utf8")) as Entry[]) : [];
}

/** The schemes the examples use. What an app allows is not what they are about. */
export const exampleSchemes: readonly string[] = [
  "http",
  "https",
  "ftp",
  "irc",
  "mailto",
  "a+b+c",
  "made-up-scheme",
  "localhost",
];

/** HTML with each link that shows its own address as that address: CommonMark by itself makes none of a bare one. */
export const withoutBareLinks = (html: string): string =>
  html.replaceAll(/<a href="(?:mailto:)?([^"]*)">\1<\/a>/g, "$1");
