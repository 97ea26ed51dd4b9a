"use client";
import { useId, useMemo, useRef, useState, type KeyboardEvent, type ReactElement } from "react";
import type { UseModelPickerResult } from "../../hooks/usePickerState.js";
import { Icon } from "../icons.js";
import { ConnectionStatus, TestButton } from "./ConnectionStatus.js";
import { FilterSwitch } from "./FilterSwitch.js";
import { ModelList } from "./ModelList.js";
import { PaneNotice } from "./PaneNotice.js";
import { entriesOf, type PickerEntry } from "./pickerEntries.js";
import type { ModelPickerLabels } from "./pickerLabels.js";
import { ProviderList } from "./ProviderList.js";
import { StateDot } from "./StateDot.js";
import { usePanelKeys } from "./usePanelKeys.js";

/** Props of `PickerPanel`. */
export interface PickerPanelProps {
  picker: UseModelPickerResult;
  labels: ModelPickerLabels;
  /** Whether `filter` is the usual one, for the words of its switch. */
  isVisionFilter: boolean;
  /** One provider's models alone, where the provider is chosen elsewhere. */
  isSingle?: boolean | undefined;
  /** Something was chosen. */
  onClose: () => void;
}

/** What the pill opens: a search, the providers, their models, and how the connection stands. */
export function PickerPanel(props: PickerPanelProps): ReactElement {
  const { picker, labels, isSingle = picker.groups.length < 2, onClose } = props;
  const id = useId();
  const search = useRef<HTMLInputElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const [showsRetired, setShowsRetired] = useState(false);
  const [editing, setEditing] = useState<string>();
  // Where there is room for one pane only, this is the one.
  const [pane, setPane] = useState<"providers" | "models">(
    picker.chosen || isSingle ? "models" : "providers",
  );
  const { sections, customName, query, shown, value } = picker;
  const isSearching = query.trim() !== "";
  // Without its key none of a provider's models can be chosen, so there is nothing more to see.
  const canChoose = isSearching || shown?.state !== "missing_key";

  const entries = useMemo(() => {
    const own = isSingle ? sections.filter(({ group }) => group !== undefined) : sections;
    const holdsChosen = own.some(
      ({ id: kind, items }) => kind === "retired" && items.some(({ model }) => model.id === value),
    );
    return entriesOf(own, customName, showsRetired !== holdsChosen);
  }, [sections, customName, isSingle, showsRetired, value]);
  const listKey = `${query}|${shown?.id ?? ""}|${entries.length === 0}`;
  const keys = usePanelKeys({
    picker,
    entries,
    listKey,
    onPick: pick,
    onEnter: () => setPane("models"),
    onLeave() {
      if (isSingle || isSearching) return;
      setPane("providers");
      body.current?.querySelector<HTMLElement>('[role="tab"][tabindex="0"]')?.focus();
    },
  });

  function pick(entry: PickerEntry): void {
    if (entry.kind === "heading") return;
    if (entry.kind === "retired") return setShowsRetired(!showsRetired);
    if (entry.kind === "model" && entry.item.model.id !== value && picker.against(entry.item))
      return;
    picker.choose(entry.kind === "name" ? entry.name : entry.item.model.id);
    onClose();
  }

  function showProvider(provider: string): void {
    picker.show(provider);
    setPane("models");
    search.current?.focus();
  }

  function onProviderKeyDown(event: KeyboardEvent): void {
    const isRTL = getComputedStyle(event.currentTarget).direction === "rtl";
    if (event.key === (isRTL ? "ArrowLeft" : "ArrowRight")) {
      event.preventDefault();
      setPane("models");
      search.current?.focus();
    } else if (event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey) {
      // Typing is searching, wherever the focus is: the key itself lands in the field.
      search.current?.focus();
    }
  }

  const isEmpty = entries.length === 0;
  const active = entries[keys.active];
  return (
    <>
      <div data-pl-panel-search="">
        <Icon name="search" />
        <input
          ref={search}
          data-pl-search=""
          type="text"
          role="combobox"
          aria-label={labels.searchModels(picker.total)}
          aria-expanded={!isEmpty}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={active ? `${id}-list-${keys.active}` : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder={labels.searchModels(picker.total)}
          value={query}
          onChange={(event) => {
            picker.setQuery(event.currentTarget.value);
            setPane("models");
          }}
          onKeyDown={keys.onKeyDown}
        />
      </div>
      <div
        ref={body}
        data-pl-panel-body=""
        data-pane={isSearching ? "models" : pane}
        data-single={isSingle || isSearching ? "" : undefined}
      >
        {isSingle || isSearching ? null : (
          <ProviderList
            groups={picker.groups}
            shown={shown?.id}
            role="tablist"
            labels={labels}
            controls={`${id}-pane`}
            onShow={picker.show}
            onChoose={showProvider}
            onKeyDown={onProviderKeyDown}
          />
        )}
        <div
          data-pl-models-pane=""
          id={`${id}-pane`}
          role={isSingle || isSearching ? undefined : "tabpanel"}
          aria-label={isSingle || isSearching ? undefined : shown?.name}
        >
          {isSingle || isSearching || !shown ? null : (
            <button type="button" data-pl-back="" onClick={() => setPane("providers")}>
              <Icon name="chevronRight" />
              <span>{labels.backToProviders}</span>
              <bdi>{shown.name}</bdi>
              <StateDot group={shown} labels={labels} />
            </button>
          )}
          <PaneNotice
            picker={picker}
            labels={labels}
            isEmpty={isEmpty}
            editing={editing}
            onEdit={setEditing}
          />
          {isEmpty ? null : (
            <ModelList
              id={`${id}-list`}
              entries={entries}
              active={keys.active}
              listKey={listKey}
              moves={keys.moves}
              isByKey={keys.isByKey}
              picker={picker}
              labels={labels}
              onActive={keys.setActive}
              onPick={pick}
            />
          )}
          {canChoose ? (
            <FilterSwitch picker={picker} labels={labels} isVisionFilter={props.isVisionFilter} />
          ) : null}
        </div>
      </div>
      <div role="status" data-pl-hidden="">
        {isSearching
          ? labels.modelsFound(entries.filter(({ kind }) => kind === "model").length)
          : ""}
      </div>
      {shown && !isSingleWithoutFoot(props) && !isSearching ? (
        <PanelFoot picker={picker} labels={labels} onEdit={setEditing} />
      ) : null}
    </>
  );
}

/** In two dropdowns the connection is tested beside them. */
function isSingleWithoutFoot({ isSingle, picker }: PickerPanelProps): boolean {
  const { shown } = picker;
  return isSingle === true || !(picker.canTest || (shown && picker.canSetKey(shown.id)));
}

function PanelFoot({
  picker,
  labels,
  onEdit,
}: Pick<PickerPanelProps, "picker" | "labels"> & {
  onEdit: (provider: string) => void;
}): ReactElement | null {
  const group = picker.shown;
  if (!group) return null;
  return (
    <div data-pl-panel-foot="">
      {picker.canTest ? <ConnectionStatus group={group} picker={picker} labels={labels} /> : null}
      <div data-pl-buttons="">
        {picker.canSetKey(group.id) && group.state !== "missing_key" ? (
          <button type="button" data-pl-button="" onClick={() => onEdit(group.id)}>
            {labels.editKey}
          </button>
        ) : null}
        {picker.canTest ? <TestButton group={group} picker={picker} labels={labels} /> : null}
      </div>
    </div>
  );
}
