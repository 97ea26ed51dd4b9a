"use client";
import { memo, type ReactElement } from "react";
import type { List, ListItem } from "../../markdown/index.js";
import { InnerBlocks, type BlockProps } from "./BlockView.js";
import { Runs, type RunPlan } from "./Runs.js";
import { useBlock } from "./useBlock.js";

const plan: RunPlan<List> = {
  stampOf: ({ children }, _from, to) => children[to - 1]!.id,
  show: ({ children }, index) => {
    const item = children[index] as ListItem;
    return <ItemView key={item.id} block={item} />;
  },
};

/** A list. Whether it is tight is said on the list alone, so that a blank line renders none of its items. */
export function ListView({ block, dir }: BlockProps<List>): ReactElement {
  const { elements } = useBlock(block);
  const Element = elements[block.isOrdered ? "ol" : "ul"];
  const start = block.isOrdered && block.start !== 1 ? block.start : undefined;
  return (
    <Element start={start} dir={dir} data-tight={block.isLoose ? undefined : ""}>
      <Runs data={block} plan={plan} to={block.children.length} />
    </Element>
  );
}

const ItemView = memo(function ItemView({ block }: { block: ListItem }): ReactElement {
  const { elements, labels } = useBlock(block);
  const Element = elements.li;
  const { isChecked } = block;
  return (
    <Element data-task={isChecked === undefined ? undefined : ""}>
      {isChecked === undefined ? null : (
        <input
          type="checkbox"
          checked={isChecked}
          disabled
          readOnly
          aria-label={isChecked ? labels.taskDone : labels.taskOpen}
        />
      )}
      <InnerBlocks of={block} />
    </Element>
  );
});
