"use client";
import { type ReactElement } from "react";
import type { PickerItem } from "../../hooks/pickerItems.js";
import type { Against } from "../../hooks/usePickerState.js";
import { Icon, type IconName } from "../icons.js";
import { factsOf, nameOf } from "./modelFacts.js";
import { OptionLine, type OptionPlace } from "./OptionLine.js";
import type { ModelPickerLabels } from "./pickerLabels.js";

/** Props of `ModelOption`. */
export interface ModelOptionProps {
  place: OptionPlace;
  item: PickerItem;
  labels: ModelPickerLabels;
  isChosen: boolean;
  isFavourite: boolean;
  /** What speaks against choosing it. */
  against: Against | undefined;
  /** What is said of a chosen model that nobody lists. */
  note?: string | undefined;
}

/** One model: its name, what is known of it, what it can do. */
export function ModelOption(props: ModelOptionProps): ReactElement {
  const { place, item, labels, against, isChosen } = props;
  const { isActive } = place;
  const { model, row, isVariant } = item;
  const reason = against?.code === "reason" ? against.reason : undefined;
  const other = reason ?? props.note ?? (isVariant ? model.id : undefined);
  // Without facts the id still tells two models of one name apart.
  const facts = other === undefined && factsOf(model, labels);
  return (
    <OptionLine
      {...place}
      isSelected={isChosen}
      aria-disabled={against ? true : undefined}
      data-variant={isVariant ? "" : undefined}
    >
      <span data-pl-option-text="">
        <span data-pl-option-name="">
          <bdi title={model.id}>{nameOf(model)}</bdi>
          {isChosen ? <Icon name="check" /> : null}
          {row.isNew && !isVariant ? <span data-pl-badge="new">{labels.badgeNew}</span> : null}
          {model.preview ? <span data-pl-badge="">{labels.badgePreview}</span> : null}
          {row.isRetired ? <span data-pl-badge="">{labels.badgeRetired}</span> : null}
        </span>
        <bdi
          data-pl-option-facts=""
          data-reason={reason ? "" : undefined}
          data-whole={facts ? "" : undefined}
        >
          {facts || (other ?? model.id)}
          {against?.code === "missing_key" ? (
            <span data-pl-hidden="">{`. ${labels.needsKey(item.group.name)}`}</span>
          ) : null}
        </bdi>
      </span>
      <Abilities item={item} labels={labels} />
      <span data-pl-option-end="">
        {!isActive && !isVariant && row.variants.length > 0 ? `+${row.variants.length}` : null}
        {!isActive && props.isFavourite ? <Icon name="star" /> : null}
      </span>
    </OptionLine>
  );
}

/** What a model can do, each in its own column, so that one looks down a list to compare. */
function Abilities({
  item: { model },
  labels,
}: {
  item: PickerItem;
  labels: ModelPickerLabels;
}): ReactElement {
  const abilities: [IconName, boolean | undefined, string][] = [
    ["eye", model.vision, labels.badgeVision],
    ["tools", model.tools, labels.badgeTools],
    ["bulb", model.reasoning, labels.badgeReasoning],
  ];
  return (
    <span data-pl-abilities="">
      {abilities.map(([icon, has, words]) => (
        <span key={icon} title={has ? words : undefined}>
          {has ? (
            <>
              <Icon name={icon} />
              <span data-pl-hidden="">{`${words} `}</span>
            </>
          ) : icon === "eye" && has === undefined ? (
            <span title={labels.badgeVisionUnknown}>?</span>
          ) : null}
        </span>
      ))}
    </span>
  );
}
