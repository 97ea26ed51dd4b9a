import { createAppendLog, type AppendLog } from "../../store/appendLog.js";
import { createFrameScheduler } from "../../store/frame.js";

/**
 * A text to be shown by `<Markdown source>` while it grows: `append` each delta, and call `end` when there are no more. What
 * is appended is shown once an animation frame, and at once in a hidden tab. Keep it outside rendering, in a state or a ref.
 *
 * @example
 * const [source] = useState(() => createMarkdownSource());
 * useEffect(() => {
 *   void (async () => {
 *     for await (const delta of answer) source.append(delta);
 *     source.end();
 *   })();
 * }, [source, answer]);
 * return <Markdown source={source} />;
 */
export function createMarkdownSource(text?: string): AppendLog {
  return createAppendLog(createFrameScheduler(), text);
}
