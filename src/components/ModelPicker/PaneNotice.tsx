"use client";
import { type ReactElement, type ReactNode } from "react";
import type { ModelGroup } from "../../hooks/modelGroups.js";
import type { UseModelPickerResult } from "../../hooks/usePickerState.js";
import { errorFacts } from "../errorFacts.js";
import { Icon } from "../icons.js";
import { KeyForm, ServerKeyNote } from "./KeyForm.js";
import type { ModelPickerLabels } from "./pickerLabels.js";

/** Props of `PaneNotice`. */
export interface PaneNoticeProps {
  picker: UseModelPickerResult;
  labels: ModelPickerLabels;
  /** Whether no line of the list below is there. */
  isEmpty: boolean;
  /** The provider whose key is being changed. */
  editing: string | undefined;
  onEdit: (provider: string | undefined) => void;
}

/** What is to be said above a list, or instead of one: no key, refused, slow, empty, not from the provider itself. */
export function PaneNotice(props: PaneNoticeProps): ReactElement | null {
  const { picker, labels, isEmpty } = props;
  const query = picker.query.trim();
  if (query && !isEmpty) return null;
  if (query && !picker.isLoading && !picker.groups.some(({ isLoading }) => isLoading))
    return <p data-pl-empty-pane="">{labels.noneFound(query)}</p>;
  if (query || picker.isLoading) return <Waiting words={labels.loadingModels} />;
  if (picker.error && picker.groups.length === 0) {
    return (
      <Trouble words={`${labels.modelsFailed} ${labels.error(errorFacts(picker.error))}`}>
        <Retry labels={labels} onClick={picker.refetch} />
      </Trouble>
    );
  }
  if (!picker.shown) {
    return (
      <div data-pl-empty-pane="">
        <p>{labels.noModels}</p>
        <Retry labels={labels} onClick={picker.refetch} />
      </div>
    );
  }
  return <GroupNotice {...props} group={picker.shown} />;
}

function GroupNotice({
  group,
  picker,
  labels,
  isEmpty,
  editing,
  onEdit,
}: PaneNoticeProps & { group: ModelGroup }): ReactElement | null {
  const { name, state, error, isLoading, isFromCatalog, rows } = group;
  const canSetKey = picker.canSetKey(group.id);
  if (canSetKey && (state === "missing_key" || editing === group.id)) {
    const onDone = (): void => onEdit(undefined);
    return (
      <KeyForm
        key={group.id}
        group={group}
        picker={picker}
        labels={labels}
        onDone={onDone}
        takesFocus={editing === group.id}
      />
    );
  }
  if (state === "missing_key") return <ServerKeyNote group={group} labels={labels} />;
  if (error || state === "unreachable") {
    return (
      <Trouble words={error ? labels.error(errorFacts(error)) : labels.providerUnreachable(name)}>
        {canSetKey ? (
          <button type="button" data-pl-button="" onClick={() => onEdit(group.id)}>
            {labels.editKey}
          </button>
        ) : null}
        <Retry labels={labels} onClick={picker.refetch} />
      </Trouble>
    );
  }
  if (isLoading) {
    if (rows.length === 0) return <Waiting words={labels.loadingModelsOf(name)} />;
    return <p data-pl-quiet="">{labels.askingProvider(name)}</p>;
  }
  if (rows.length === 0) return <p data-pl-empty-pane="">{labels.noModelsOf(name)}</p>;
  if (isEmpty) {
    return (
      <div data-pl-empty-pane="">
        <p>{labels.allHidden(name, picker.hiddenCount)}</p>
      </div>
    );
  }
  return isFromCatalog ? <p data-pl-quiet="">{labels.knownModels}</p> : null;
}

/** Words at once for those who hear, and for the others once it takes long enough to be noticed. */
function Waiting({ words }: { words: string }): ReactElement {
  return (
    <div data-pl-waiting="" role="status">
      <p>{words}</p>
      {[62, 48, 70, 54].map((width) => (
        <span key={width} data-pl-bone="" style={{ inlineSize: `${width}%` }} />
      ))}
    </div>
  );
}

function Trouble({ words, children }: { words: string; children: ReactNode }): ReactElement {
  return (
    <div data-pl-error="" role="alert">
      <Icon name="alert" />
      <div>
        <p dir="auto">{words}</p>
        <div data-pl-buttons="">{children}</div>
      </div>
    </div>
  );
}

function Retry({
  labels,
  onClick,
}: {
  labels: ModelPickerLabels;
  onClick: () => void;
}): ReactElement {
  return (
    <button type="button" data-pl-button="" onClick={onClick}>
      {labels.retry}
    </button>
  );
}
