"use client";
import { useEffect, useRef, type KeyboardEvent, type ReactElement } from "react";
import type { ModelGroup } from "../../hooks/modelGroups.js";
import type { ModelPickerLabels } from "./pickerLabels.js";
import { ProviderMark } from "./ProviderMark.js";
import { StateDot } from "./StateDot.js";

/** Props of `ProviderList`. */
export interface ProviderListProps {
  groups: readonly ModelGroup[];
  /** The id of the provider whose models are shown. */
  shown: string | undefined;
  /** Tabs beside their models, or a list to choose from. */
  role: "tablist" | "listbox";
  labels: ModelPickerLabels;
  /** What the tabs control. */
  controls?: string | undefined;
  /** An arrow key moved to a provider. */
  onShow: (provider: string) => void;
  /** A provider was chosen, by a click or with Enter. */
  onChoose: (provider: string) => void;
  /** Any other key, for whoever holds the list. */
  onKeyDown?: ((event: KeyboardEvent) => void) | undefined;
  /** Whether the list takes the focus when it appears. */
  takesFocus?: boolean | undefined;
}

/** Providers by mark and name, each with a dot that says how it stands. */
export function ProviderList(props: ProviderListProps): ReactElement {
  const { groups, shown, role, labels, controls, onShow, onChoose, onKeyDown, takesFocus } = props;
  const list = useRef<HTMLDivElement>(null);
  const current = groups.findIndex(({ id }) => id === shown);

  useEffect(() => {
    if (takesFocus) focusAt(list.current, Math.max(0, current));
    // Only when the list appears.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);

  function moveTo(index: number): void {
    const next = groups[Math.min(Math.max(index, 0), groups.length - 1)];
    if (!next) return;
    focusAt(list.current, groups.indexOf(next));
    onShow(next.id);
  }

  function onItemKeyDown(event: KeyboardEvent): void {
    const moves: Record<string, number> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      Home: 0,
      End: groups.length - 1,
    };
    const index = moves[event.key];
    if (index === undefined) return onKeyDown?.(event);
    event.preventDefault();
    moveTo(index);
  }

  return (
    <div
      ref={list}
      role={role}
      aria-orientation={role === "tablist" ? "vertical" : undefined}
      aria-label={labels.providerField}
      data-pl-providers=""
    >
      {groups.map((group, index) => (
        <button
          key={group.id}
          type="button"
          role={role === "tablist" ? "tab" : "option"}
          aria-selected={group.id === shown}
          aria-controls={group.id === shown ? controls : undefined}
          tabIndex={index === Math.max(0, current) ? 0 : -1}
          data-pl-provider=""
          onKeyDown={onItemKeyDown}
          onClick={() => onChoose(group.id)}
        >
          <ProviderMark id={group.id} name={group.name} />
          <bdi>{group.name}</bdi>
          <StateDot group={group} labels={labels} />
        </button>
      ))}
    </div>
  );
}

function focusAt(list: HTMLElement | null, index: number): void {
  (list?.children[index] as HTMLElement | undefined)?.focus({ preventScroll: false });
}
