"use client";
import { forwardRef, type ComponentPropsWithoutRef, type ReactElement, type Ref } from "react";
import { Icon, type IconName } from "./icons.js";

/** Props of `IconButton`: those of a button, its icon and its name. */
export interface IconButtonProps extends Omit<ComponentPropsWithoutRef<"button">, "children"> {
  icon: IconName;
  /** The accessible name, shown as a tooltip too. */
  label: string;
}

/** A button that shows an icon. */
export const IconButton: React.ForwardRefExoticComponent<
  IconButtonProps & React.RefAttributes<HTMLButtonElement>
> = forwardRef(function IconButton(
  { icon, label, ...props }: IconButtonProps,
  ref: Ref<HTMLButtonElement>,
): ReactElement {
  return (
    <button
      type="button"
      data-pl-icon-button=""
      aria-label={label}
      title={label}
      {...props}
      ref={ref}
    >
      <Icon name={icon} />
    </button>
  );
});
