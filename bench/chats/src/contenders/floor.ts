import type { Contender } from "../contender";
import { plainPage } from "../plainPage";

/** Text appended without Markdown or React, a new block at every blank line: the least that showing text costs. */
const floor: Contender = {
  mount(place, history) {
    const { rows, composer } = plainPage(place);
    let row = rows;
    let text = new Text();

    function openRow(role: string): void {
      row = rows.appendChild(document.createElement("div"));
      row.className = `row ${role}`;
      openBlock();
    }

    function openBlock(): void {
      const block = row.appendChild(document.createElement("div"));
      block.style.whiteSpace = "pre-wrap";
      block.style.contain = "layout style";
      text = block.appendChild(new Text());
    }

    let endsWithLine = false;
    function push(delta: string): void {
      const pieces = delta.split(/(?<=\n)/);
      for (const piece of pieces) {
        text.appendData(piece);
        if (piece === "\n" && endsWithLine) openBlock();
        endsWithLine = piece.endsWith("\n");
      }
    }

    for (const turn of history) {
      openRow(turn.role);
      push(turn.text);
    }
    return {
      begin() {
        openRow("user");
        push("Go on");
        openRow("assistant");
      },
      push,
      end() {},
      composer: () => composer,
      root: () => place,
    };
  },
};
export default floor;
