const stopWords = new Set(
  (
    "a about all also am an and any anything are as at be been best but by can could did do does doing for from get give " +
    "had happen happens has have here how i if im in into is it its just let like make may me mean means must my need no " +
    "not of off on only or our out please possible set should show so some something support supported supports tell than " +
    "that the their them then there these they this those to up us use used using want was way we well were what whats " +
    "when where which who why will with without work works would you your yours"
  ).split(" "),
);

/** Words of people → words of the documentation. Only what stems, prefixes and fuzzy matching do not reach. */
const synonyms = byStem({
  a11y: ["accessibility"],
  abort: ["stop"],
  anthropic: ["claude"],
  auth: ["authorize"],
  cancel: ["stop"],
  color: ["theming"],
  colour: ["theming"],
  css: ["stylesheet"],
  install: ["getting", "started"],
  login: ["authorize"],
  llm: ["model"],
  photo: ["image"],
  picture: ["image"],
  price: ["cost"],
  privacy: ["sent"],
  protect: ["authorize"],
  restrict: ["authorize"],
  secret: ["key"],
  setup: ["started"],
  ssr: ["server", "rendering"],
  style: ["theming"],
  token: ["key"],
  translate: ["labels"],
  translation: ["labels"],
});

/** The words of a question that say what it is about. Everything is about Polylogue, so its name counts only alone. */
export function termsOf(question: string): string[] {
  const sane = tokenize(question).filter(({ length }) => length <= longestWord);
  const words = new Set(sane.map((word) => word.toLowerCase()));
  const terms = [...words].filter((word) => !stopWords.has(word));
  const telling = terms.filter((word) => word !== "polylogue");
  return telling.length > 0 ? telling : terms;
}

/** Every way to find each word of a question: the word itself and what the documentation calls it, stemmed. */
export function formsOf(question: string): string[][] {
  return termsOf(question).map((term) => [stem(term), ...(synonyms.get(stem(term)) ?? [])]);
}

/** No word of the documentation is longer; looking for one that is would only cost time. */
const longestWord = 64;

/** Words, and for a name such as `createGatewayClient` also the words it is made of. */
export function tokenize(text: string): string[] {
  const words = text.replace(/['’]/g, "").match(/[\p{L}\p{N}_]+/gu) ?? [];
  return words.flatMap((word) => {
    const pieces = word.split(/_|(?<=[\p{Ll}\p{N}])(?=\p{Lu})/u).filter(Boolean);
    return pieces.length > 1 ? [word, ...pieces] : [word];
  });
}

/** Lower case without the commonest English endings, so that theme, themes and theming meet. */
export function stem(word: string): string {
  const lower = word.toLowerCase();
  return lower.length > 3 ? lower.replace(/(?:ies|ing|ed|es|s|e|y)$/, "") : lower;
}

function byStem(words: Readonly<Record<string, string[]>>): ReadonlyMap<string, string[]> {
  return new Map(Object.entries(words).map(([word, means]) => [stem(word), means.map(stem)]));
}
