/** Tokens of an image of so many pixels. */
type Formula = (width: number, height: number) => number;

/** A fixed price and one for each tile of 512 pixels, after the image is fitted into 2,048 pixels and its short side to 768. */
function tiles(base: number, each: number): Formula {
  return (width, height) => {
    const fit = Math.min(1, 2048 / Math.max(width, height));
    const shrink = fit * Math.min(1, 768 / (fit * Math.min(width, height)));
    return base + each * Math.ceil((width * shrink) / 512) * Math.ceil((height * shrink) / 512);
  };
}

/** One price for each patch of 32 pixels, of which there are at most 1,536. */
function patches(each: number): Formula {
  return (width, height) => each * Math.min(1536, Math.ceil(width / 32) * Math.ceil(height / 32));
}

/** A token for 750 pixels, after the long side is fitted into `sidePx`. */
function area(sidePx: number, most: number): Formula {
  return (width, height) => {
    const shrink = Math.min(1, sidePx / Math.max(width, height));
    return Math.min(most, (width * height * shrink * shrink) / 750);
  };
}

const gemini2: Formula = (width, height) =>
  Math.max(width, height) <= 384 ? 258 : 258 * Math.ceil(width / 768) * Math.ceil(height / 768);

/**
 * How the families of models count: the first row whose pattern is in the model's name is its own.
 *
 * @see https://platform.openai.com/docs/guides/images-vision @see https://platform.claude.com/docs/en/build-with-claude/vision
 * @see https://ai.google.dev/gemini-api/docs/tokens
 */
const table: readonly (readonly [RegExp, Formula])[] = [
  [/claude-(?:opus-4[-.][7-9]|[a-z]+-(?:[5-9]|\d\d(?!\d)))/, area(2576, 5000)],
  [/claude/, area(1568, 1600)],
  [/gemini-[12]\b/, gemini2],
  [/gemini/, () => 1120],
  [/gpt-4o-mini/, tiles(2833, 5667)],
  [/gpt-(?:4\.1|5)-nano/, patches(2.46)],
  [/gpt-5-mini/, patches(1.2)],
  [/gpt-4\.1-mini|o4-mini|gpt-(?:5\.|[6-9]|\d\d)/, patches(1.62)],
  [/gpt-5/, tiles(70, 140)],
  [/gpt-4|chatgpt/, tiles(85, 170)],
  [/\bo[1-9](?:-|$)/, tiles(75, 150)],
];

const usual: Formula = (width, height) => Math.min(1600, Math.max(258, (width * height) / 750));

/** An image whose tokens are asked for. */
export interface ImageTokensInput {
  /** Pixels. Default, where either is not known: 1,024 each. */
  width?: number | undefined;
  height?: number | undefined;
  /** The model's name, with or without its provider. */
  model: string;
}

/** About how many tokens an image is to a model; for an unknown one, what most would count. */
export function imageTokens({ width, height, model }: ImageTokensInput): number {
  const formula = table.find(([pattern]) => pattern.test(model.toLowerCase()))?.[1] ?? usual;
  return Math.ceil(width && height ? formula(width, height) : formula(1024, 1024));
}
