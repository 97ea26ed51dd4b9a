import type { Contender } from "../contender";
import { plainPage } from "../plainPage";

/** Shows nothing of the stream: what is left is the harness, to be taken off the others. */
const nothing: Contender = {
  mount(place, history) {
    const { rows, composer } = plainPage(place);
    rows.textContent = history.at(-1)?.text ?? "";
    return { begin() {}, push() {}, end() {}, composer: () => composer, root: () => place };
  },
};
export default nothing;
