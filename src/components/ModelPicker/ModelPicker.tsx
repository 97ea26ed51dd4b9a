"use client";
import {
  forwardRef,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type ReactElement,
  type Ref,
  type RefAttributes,
} from "react";
import { useModelPicker, type UseModelPickerOptions } from "../../hooks/useModelPicker.js";
import { ErrorBoundary } from "../ErrorBoundary.js";
import { ModelCascade } from "./ModelCascade.js";
import { ModelMenu, type PickerPlace } from "./ModelMenu.js";
import { englishPickerLabels, type ModelPickerLabels } from "./pickerLabels.js";

/** Props of `ModelPicker`, and those of a `div`. */
export interface ModelPickerProps
  extends
    UseModelPickerOptions,
    Omit<ComponentPropsWithoutRef<"div">, keyof UseModelPickerOptions | "children" | "dir"> {
  /**
   * `menu`: a button that opens providers and models side by side. `cascade`: two dropdowns, for pages of settings. Default:
   * `menu`.
   */
  variant?: "cascade" | "menu" | undefined;
  disabled?: boolean | undefined;
  /** Strings of yours. Default: English. */
  labels?: Partial<ModelPickerLabels> | undefined;
  /** Which way the picker and its popovers read. Default: as the page. */
  dir?: "ltr" | "rtl" | undefined;
  /** Where popovers are put, for shadow roots. Default: the page's body. */
  portalContainer?: HTMLElement | undefined;
}

/**
 * Chooses a model: the provider first, then one of its models.
 *
 * @example
 * <ModelPicker variant="cascade" value={model} onChange={setModel} client={client} />
 */
export const ModelPicker: ForwardRefExoticComponent<
  ModelPickerProps & RefAttributes<HTMLDivElement>
> = forwardRef(function ModelPicker(
  props: ModelPickerProps,
  ref: Ref<HTMLDivElement>,
): ReactElement {
  const {
    value,
    onChange,
    client,
    models,
    providers,
    filter,
    reasonAgainst,
    queryClient,
    variant = "menu",
    disabled,
    labels,
    dir,
    portalContainer,
    ...rest
  } = props;
  return (
    <div data-pl-root="" data-pl-picker="" data-variant={variant} {...rest} dir={dir} ref={ref}>
      <ErrorBoundary
        fallback={
          <span data-pl-note="">{labels?.modelsFailed ?? englishPickerLabels.modelsFailed}</span>
        }
        resetKey={models ?? client}
      >
        <Picker
          {...{ value, onChange, client, models, providers, filter, reasonAgainst, queryClient }}
          variant={variant}
          labels={{ ...englishPickerLabels, ...labels }}
          isVisionFilter={filter === undefined}
          disabled={disabled}
          portalContainer={portalContainer}
          theme={(rest as { "data-theme"?: string })["data-theme"]}
          dir={dir}
        />
      </ErrorBoundary>
    </div>
  );
});

/** Inside the boundary, so that a list that breaks the arranging breaks nothing else. */
function Picker({
  variant,
  ...props
}: UseModelPickerOptions & PickerPlace & { variant: "cascade" | "menu" }): ReactElement {
  const picker = useModelPicker(props);
  const Variant = variant === "cascade" ? ModelCascade : ModelMenu;
  return <Variant {...props} picker={picker} />;
}
