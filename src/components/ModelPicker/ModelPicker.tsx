"use client";
import type { QueryClient } from "@tanstack/react-query";
import {
  forwardRef,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type ReactElement,
  type Ref,
  type RefAttributes,
} from "react";
import type { ChatClient, ModelInfo } from "../../client/types.js";
import { defaultClient } from "../../hooks/defaultClient.js";
import { useModels } from "../../hooks/useModels.js";
import { englishLabels } from "../labels.js";
import { ModelMenu, type ModelPickerLabels } from "./ModelMenu.js";

/** Props of `ModelPicker`, and those of a `div`. */
export interface ModelPickerProps extends Omit<
  ComponentPropsWithoutRef<"div">,
  "onChange" | "children" | "dir"
> {
  /** The id of the chosen model; empty for none. */
  value: string;
  onChange: (model: string) => void;
  /** Who lists the models. Default: the gateway at `/api/polylogue`. */
  client?: ChatClient | undefined;
  /** Instead of what the client lists. */
  models?: readonly ModelInfo[] | undefined;
  disabled?: boolean | undefined;
  labels?: Partial<ModelPickerLabels> | undefined;
  /** Which way the picker and its menu read. Default: the button as the page, the menu left to right. */
  dir?: "ltr" | "rtl" | undefined;
  /** Where the menu is put, for shadow roots. Default: the page's body. */
  portalContainer?: HTMLElement | undefined;
  /** Default: the page's, else one of ours. */
  queryClient?: QueryClient | undefined;
}

/** Chooses a model: the provider first, then one of its models. */
export const ModelPicker: ForwardRefExoticComponent<
  ModelPickerProps & RefAttributes<HTMLDivElement>
> = forwardRef(function ModelPicker(
  {
    value,
    onChange,
    client,
    models,
    disabled,
    labels,
    dir,
    portalContainer,
    queryClient,
    ...props
  }: ModelPickerProps,
  ref: Ref<HTMLDivElement>,
): ReactElement {
  const listed = useModels({
    client: client ?? defaultClient(),
    enabled: models === undefined,
    queryClient,
  });
  return (
    <div data-pl-picker="" {...props} dir={dir} ref={ref}>
      <ModelMenu
        value={value}
        onChange={onChange}
        models={models ?? listed.models}
        isLoading={listed.isLoading}
        failed={listed.error !== undefined}
        onRetry={listed.refetch}
        labels={{ ...englishLabels, ...labels }}
        disabled={disabled}
        portalContainer={portalContainer}
        dir={dir}
      />
    </div>
  );
});
