import { clike } from "@codemirror/legacy-modes/mode/clike";
import type { StreamParser, StringStream } from "@codemirror/streamparser";

const words = (list: string): Record<string, true> =>
  Object.fromEntries(list.split(" ").map((word) => [word, true]));

/** PHP, which the package of languages lacks. Its braces are those of C. */
export const php: StreamParser<unknown> = clike({
  name: "php",
  keywords: words(
    "abstract and array as break callable case catch class clone const continue declare default do echo else elseif empty enddeclare endfor endforeach endif endswitch endwhile enum extends final finally fn for foreach function global goto if implements include include_once instanceof insteadof interface isset list match namespace new or print private protected public readonly require require_once return static switch throw trait try unset use var while xor yield",
  ),
  types: words("bool float int iterable mixed never object self string void"),
  atoms: words("true false null TRUE FALSE NULL __CLASS__ __DIR__ __FILE__ __LINE__ __METHOD__"),
  multiLineStrings: true,
  hooks: {
    $: (stream: StringStream) => {
      stream.eatWhile(/\w/);
      return "variable";
    },
    "#": (stream: StringStream) => {
      if (stream.eat("[")) return "meta";
      stream.skipToEnd();
      return "comment";
    },
    "<": (stream: StringStream) => (stream.match(/^\?(?:php|=)?/) ? "meta" : false),
    "?": (stream: StringStream) => (stream.eat(">") ? "meta" : false),
  },
});
