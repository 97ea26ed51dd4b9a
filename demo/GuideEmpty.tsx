import type { ReactElement } from "react";
import { useChatContext } from "../src/index.js";
import { guideQuestions } from "./guide/smallTalk.js";

/** What the demo shows before the first message: questions to begin with. */
export function GuideEmpty(): ReactElement {
  const { store, focusInput } = useChatContext();
  return (
    <div className="guide-empty">
      <h2>Ask me about Polylogue</h2>
      <p>I answer from its documentation, here in your browser: no key, no network.</p>
      <ul>
        {guideQuestions.map((question) => (
          <li key={question}>
            <button
              type="button"
              onClick={() => {
                // The questions go away with the first message.
                focusInput();
                void store.sendMessage({ text: question });
              }}
            >
              {question}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
