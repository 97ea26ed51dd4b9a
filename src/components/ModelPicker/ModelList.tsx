"use client";
import { useLayoutEffect, useMemo, type ReactElement, type ReactNode } from "react";
import type { UseModelPickerResult } from "../../hooks/usePickerState.js";
import { Icon } from "../icons.js";
import { nameOf } from "./modelFacts.js";
import { ModelOption } from "./ModelOption.js";
import { OptionLine, type OptionPlace } from "./OptionLine.js";
import { entryPx, type PickerEntry } from "./pickerEntries.js";
import type { ModelPickerLabels } from "./pickerLabels.js";
import { ProviderMark } from "./ProviderMark.js";
import { useRowWindow } from "./useRowWindow.js";

/** Props of `ModelList`. */
export interface ModelListProps {
  /** The id of the list; its lines are called after it. */
  id: string;
  entries: readonly PickerEntry[];
  /** The index of the line the keys are at, or -1. */
  active: number;
  /** Changes when the list is another one: the line the keys are at is then brought into view. */
  listKey: string;
  /** Rises when a key moved. */
  moves: number;
  /** Whether a key led to that line. */
  isByKey: boolean;
  picker: UseModelPickerResult;
  labels: ModelPickerLabels;
  onActive: (key: string) => void;
  onPick: (entry: PickerEntry) => void;
}

/** Models under their headings. Only what is seen is rendered, whatever the length. */
export function ModelList(props: ModelListProps): ReactElement {
  const { id, entries, active, listKey, moves, picker, labels } = props;
  const tops = useMemo(() => {
    let top = 0;
    return [0, ...entries.map(({ kind }) => (top += entryPx[kind]))];
  }, [entries]);
  const positions = useMemo(() => {
    let position = 0;
    return entries.map(({ kind }) => (kind === "heading" ? position : ++position));
  }, [entries]);
  const hasVersions = useMemo(
    () => entries.some((entry) => entry.kind === "model" && entry.item.row.variants.length > 0),
    [entries],
  );
  const { scroller, onScroll, first, end, reveal } = useRowWindow(tops);

  useLayoutEffect(() => {
    reveal(active);
    // A popover that opens finds its height only once it has its place.
    const frame = requestAnimationFrame(() => reveal(active));
    return () => cancelAnimationFrame(frame);
    // A line that came under the pointer is in view already, and the list must not move below it.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [listKey, moves]);

  const seen = Array.from({ length: Math.max(0, end - first) }, (_, at) => first + at);
  // The line the keys are at must exist for those who hear it.
  if (active >= 0 && active < entries.length && !seen.includes(active)) seen.push(active);
  const at = entries[active];
  return (
    <div ref={scroller} data-pl-model-list="" onScroll={onScroll}>
      <div
        data-pl-model-lines=""
        data-versions={hasVersions ? "" : undefined}
        style={{ blockSize: tops.at(-1) }}
      >
        <div
          role="listbox"
          id={id}
          aria-label={labels.modelField}
          data-by-key={props.isByKey ? "" : undefined}
        >
          {seen.map((index) => line(index))}
        </div>
        {at?.kind === "model" ? (
          <RowActions entry={at} top={tops[active]!} picker={picker} labels={labels} />
        ) : null}
      </div>
    </div>
  );

  function line(index: number): ReactNode {
    const entry = entries[index]!;
    const style = { insetBlockStart: tops[index], blockSize: entryPx[entry.kind] };
    if (entry.kind === "heading") {
      return (
        <div key={entry.key} role="presentation" data-pl-heading="" style={style}>
          {entry.section === "provider" && entry.group ? (
            <>
              <ProviderMark id={entry.group.id} name={entry.group.name} />
              <bdi>{entry.group.name}</bdi>
            </>
          ) : (
            labels.modelSection(entry.section === "provider" ? "models" : entry.section)
          )}
        </div>
      );
    }
    const place = {
      id: `${id}-${index}`,
      position: positions[index]!,
      count: positions.at(-1)!,
      style,
      isActive: index === active,
      onActive: () => props.onActive(entry.key),
      onChoose: () => props.onPick(entry),
    };
    if (entry.kind !== "model")
      return <DeedOption key={entry.key} place={place} entry={entry} labels={labels} />;
    const { item } = entry;
    const isChosen = item.model.id === picker.value;
    return (
      <ModelOption
        key={entry.key}
        place={place}
        item={item}
        labels={labels}
        isChosen={isChosen}
        isFavourite={picker.isFavourite(item.model.id)}
        against={isChosen ? undefined : picker.against(item)}
        note={isChosen && picker.chosen?.isListed === false ? labels.modelUnlisted : undefined}
      />
    );
  }
}

/** A line that does something else than choosing a listed model. */
function DeedOption({
  place,
  entry,
  labels,
}: {
  place: OptionPlace;
  entry: Extract<PickerEntry, { kind: "retired" | "name" }>;
  labels: ModelPickerLabels;
}): ReactElement {
  const isOpen = entry.kind === "retired" && entry.isOpen;
  return (
    <OptionLine
      {...place}
      isSelected={false}
      data-deed={entry.kind}
      data-open={isOpen ? "" : undefined}
    >
      <Icon name={entry.kind === "name" ? "plus" : "chevronRight"} />
      <bdi>
        {entry.kind === "name"
          ? labels.customModel(entry.name)
          : isOpen
            ? labels.hideRetired(entry.count)
            : labels.showRetired(entry.count)}
      </bdi>
    </OptionLine>
  );
}

/** What can be done with the line the keys are at: buttons may not stand inside a line, so they stand above it. */
function RowActions({
  entry,
  top,
  picker,
  labels,
}: {
  entry: Extract<PickerEntry, { kind: "model" }>;
  top: number;
  picker: UseModelPickerResult;
  labels: ModelPickerLabels;
}): ReactElement {
  const { model, row, isVariant } = entry.item;
  const isFavourite = picker.isFavourite(model.id);
  const isOpen = picker.isOpen(row);
  const name = nameOf(model);
  const star = isFavourite ? labels.removeFavourite(name) : labels.addFavourite(name);
  return (
    <div data-pl-row-actions="" style={{ insetBlockStart: top, blockSize: entryPx.model }}>
      {!isVariant && row.variants.length > 0 ? (
        <button
          type="button"
          data-pl-icon-button=""
          data-text=""
          aria-expanded={isOpen}
          aria-label={labels.modelVersions(row.variants.length, isOpen)}
          title={labels.modelVersions(row.variants.length, isOpen)}
          onClick={() => picker.toggleRow(row)}
        >
          {isOpen ? "−" : "+"}
          {row.variants.length}
        </button>
      ) : null}
      <button
        type="button"
        data-pl-icon-button=""
        data-on={isFavourite ? "" : undefined}
        aria-pressed={isFavourite}
        aria-label={star}
        title={star}
        onClick={() => picker.toggleFavourite(model.id)}
      >
        <Icon name="star" />
      </button>
    </div>
  );
}
