import type { PickerItem, PickerSection } from "../../hooks/pickerItems.js";
import type { ModelGroup } from "../../hooks/modelGroups.js";

/** One line of the list: a heading, a model, or something to do. */
export type PickerEntry =
  | { kind: "heading"; key: string; section: PickerSection["id"]; group: ModelGroup | undefined }
  | { kind: "model"; key: string; item: PickerItem }
  | { kind: "retired"; key: string; count: number; isOpen: boolean }
  | { kind: "name"; key: string; name: string };

/** The height of each kind of line, in CSS pixels; the style sheet draws within it. */
export const entryPx: Readonly<Record<PickerEntry["kind"], number>> = {
  heading: 28,
  model: 46,
  retired: 36,
  name: 40,
};

/** Sections as the lines of a list. Retired models wait behind a line of their own; the only section needs no heading. */
export function entriesOf(
  sections: readonly PickerSection[],
  customName: string | undefined,
  showsRetired: boolean,
): PickerEntry[] {
  const headed = sections.filter(({ id }) => id !== "retired").length > 1;
  const entries = sections.flatMap(({ id, group, items }): PickerEntry[] => {
    const models = items.map((item) => ({
      kind: "model" as const,
      key: `${id}:${group?.id ?? ""}:${item.model.id}`,
      item,
    }));
    if (id === "retired") {
      const line = { kind: id, key: id, count: items.length, isOpen: showsRetired } as const;
      return showsRetired ? [line, ...models] : [line];
    }
    const heading = {
      kind: "heading",
      key: `${id}:${group?.id ?? ""}`,
      section: id,
      group,
    } as const;
    return headed || id === "provider" || id === "chosen" ? [heading, ...models] : models;
  });
  if (customName !== undefined) entries.push({ kind: "name", key: "name", name: customName });
  return entries;
}

/** Where the keys begin: at the chosen model in its own place, else at the first line that can be chosen. */
export function startOf(entries: readonly PickerEntry[], value: string): number {
  const chosen = entries.findLastIndex(
    (entry) => entry.kind === "model" && entry.item.model.id === value,
  );
  return chosen >= 0 ? chosen : entries.findIndex(({ kind }) => kind !== "heading");
}

/** The line `step` lines on, headings not counted, within the list. */
export function moveFrom(entries: readonly PickerEntry[], index: number, step: number): number {
  const stops = entries.flatMap(({ kind }, at) => (kind === "heading" ? [] : [at]));
  const from = stops.indexOf(index);
  return stops[Math.min(Math.max(from + step, 0), stops.length - 1)] ?? -1;
}
