/** What a piece of code is, as far as colours go. */
export type TokenKind =
  | "keyword"
  | "string"
  | "number"
  | "comment"
  | "name"
  | "inserted"
  | "deleted";

/** By the first word of a style. */
const kinds: Readonly<Record<string, TokenKind>> = {
  keyword: "keyword",
  tag: "keyword",
  heading: "keyword",
  string: "string",
  regexp: "string",
  link: "string",
  url: "string",
  inserted: "inserted",
  deleted: "deleted",
  positive: "inserted",
  negative: "deleted",
  number: "number",
  atom: "number",
  bool: "number",
  literal: "number",
  unit: "number",
  color: "number",
  comment: "comment",
  def: "name",
  builtin: "name",
  attribute: "name",
  attributeName: "name",
  propertyName: "name",
  property: "name",
};
const callable = /^(?:variable|property|def)/;
/** Decorators and directives, but no punctuation. */
const directive = /^[@#]?\w/;

/** The kind of a style a language names, for a token; `next` is the character behind it. */
export function kindOf(style: string | null, token: string, next: string): TokenKind | undefined {
  if (!style) return undefined;
  const word = /^[a-zA-Z]+/.exec(style)?.[0] ?? "";
  if (next === "(" && callable.test(word)) return "name";
  // The keys of JSON and YAML.
  if (next === ":" && (word === "string" || word === "atom")) return "name";
  if (word === "meta") return directive.test(token) ? "name" : undefined;
  return Object.hasOwn(kinds, word) ? kinds[word] : undefined;
}
