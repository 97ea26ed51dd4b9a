"use client";
import { DropdownMenu } from "radix-ui";
import { useEffect, useState, type ReactElement } from "react";
import type { ModelInfo } from "../../client/types.js";
import { ModelMark, modelTitle } from "../Chat/ModelMark.js";
import { Icon } from "../icons.js";
import type { ChatLabels } from "../labels.js";
import { groupByProvider, type ProviderModels } from "./groupByProvider.js";

/** The words of the picker. */
export type ModelPickerLabels = Pick<
  ChatLabels,
  "chooseModel" | "noModels" | "modelsFailed" | "loadingModels" | "retry"
>;

/** Props of `ModelMenu`. */
export interface ModelMenuProps {
  /** The id of the chosen model; empty for none. */
  value: string;
  onChange: (model: string) => void;
  models: readonly ModelInfo[];
  isLoading: boolean;
  /** Whether the list could not be had. */
  failed: boolean;
  onRetry: () => void;
  labels: ModelPickerLabels;
  disabled?: boolean | undefined;
  /** Where the menu is put, for shadow roots. Default: the page's body. */
  portalContainer?: HTMLElement | undefined;
  /** `data-theme` of the menu, where the page has none of its own. */
  theme?: string | undefined;
  /** Which way the menu reads and its arrow keys go. Default: left to right. */
  dir?: "ltr" | "rtl" | undefined;
  /** Filled with what opens the menu, while it is there. */
  /** Why a model cannot take the conversation, in a sentence: it is shown, but cannot be chosen. */
  reasonAgainst?: ((model: ModelInfo) => string | undefined) | undefined;
  openRef?: { current: (() => void) | null } | undefined;
}

/** A button with the chosen model that opens a menu of providers, and their models beside them. */
export function ModelMenu(props: ModelMenuProps): ReactElement {
  const { value, models, labels, disabled, portalContainer, theme, dir, openRef } = props;
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (!openRef) return;
    openRef.current = () => setOpen(true);
    return () => {
      openRef.current = null;
    };
  }, [openRef]);
  const chosen = models.find((one) => one.id === value);
  const title = chosen?.name ?? modelTitle(value);
  return (
    <DropdownMenu.Root modal={false} dir={dir} open={open} onOpenChange={setOpen}>
      <DropdownMenu.Trigger
        data-pl-pill=""
        disabled={disabled}
        aria-label={title ? `${labels.chooseModel}: ${title}` : undefined}
      >
        {title ? <ModelMark name={chosen?.provider ?? value} /> : null}
        <bdi>{title ?? labels.chooseModel}</bdi>
        <Icon name="chevronDown" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={portalContainer}>
        <DropdownMenu.Content
          data-pl-menu=""
          data-theme={theme}
          align="end"
          side="top"
          sideOffset={8}
          collisionPadding={8}
        >
          <Items {...props} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function Items({
  models,
  isLoading,
  failed,
  onRetry,
  labels,
  ...menu
}: ModelMenuProps): ReactElement {
  if (isLoading)
    return <DropdownMenu.Label data-pl-menu-label="">{labels.loadingModels}</DropdownMenu.Label>;
  if (models.length === 0) {
    return (
      <>
        <DropdownMenu.Label data-pl-menu-label="">
          {failed ? labels.modelsFailed : labels.noModels}
        </DropdownMenu.Label>
        <DropdownMenu.Item
          data-pl-menu-item=""
          onSelect={(event) => {
            // The menu stays open to show what comes of it.
            event.preventDefault();
            onRetry();
          }}
        >
          {labels.retry}
        </DropdownMenu.Item>
      </>
    );
  }
  const groups = groupByProvider(models);
  if (groups.length === 1) return <Models models={models} {...menu} />;
  // Two menus side by side need room; where there is none the providers stand above their models.
  const Group = window.innerWidth < sideBySidePx ? ProviderGroup : ProviderMenu;
  return (
    <>
      {groups.map((group) => (
        <Group key={group.provider} group={group} {...menu} />
      ))}
    </>
  );
}

/** How wide a window must be for two menus side by side, in CSS pixels. */
const sideBySidePx = 560;

type MenuProps = Pick<
  ModelMenuProps,
  "value" | "onChange" | "portalContainer" | "theme" | "reasonAgainst"
>;

function ProviderGroup({ group, ...menu }: MenuProps & { group: ProviderModels }): ReactElement {
  return (
    <DropdownMenu.Group>
      <DropdownMenu.Label data-pl-menu-label="">{group.provider}</DropdownMenu.Label>
      <Models models={group.models} {...menu} />
    </DropdownMenu.Group>
  );
}

function ProviderMenu({ group, ...menu }: MenuProps & { group: ProviderModels }): ReactElement {
  const chosen = group.models.some((one) => one.id === menu.value);
  return (
    <DropdownMenu.Sub>
      <DropdownMenu.SubTrigger data-pl-menu-item="" data-chosen={chosen ? "" : undefined}>
        <ModelMark name={group.provider} />
        <bdi>{group.provider}</bdi>
        <Icon name="chevronRight" />
      </DropdownMenu.SubTrigger>
      <DropdownMenu.Portal container={menu.portalContainer}>
        <DropdownMenu.SubContent
          data-pl-menu=""
          data-theme={menu.theme}
          sideOffset={6}
          collisionPadding={8}
        >
          <Models models={group.models} {...menu} />
        </DropdownMenu.SubContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Sub>
  );
}

function Models({
  models,
  value,
  onChange,
  reasonAgainst,
}: MenuProps & { models: readonly ModelInfo[] }): ReactElement {
  return (
    <DropdownMenu.RadioGroup value={value} onValueChange={onChange}>
      {models.map((model) => {
        const reason = reasonAgainst?.(model);
        return (
          <DropdownMenu.RadioItem
            key={model.id}
            value={model.id}
            data-pl-menu-item=""
            disabled={reason !== undefined && model.id !== value}
          >
            <bdi>
              {model.name ?? modelTitle(model.id)}
              {reason ? <small>{reason}</small> : null}
            </bdi>
            <DropdownMenu.ItemIndicator>
              <Icon name="check" />
            </DropdownMenu.ItemIndicator>
          </DropdownMenu.RadioItem>
        );
      })}
    </DropdownMenu.RadioGroup>
  );
}
