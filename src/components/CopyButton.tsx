"use client";
import { useEffect, useState, type ReactElement } from "react";
import { IconButton } from "./IconButton.js";
import type { IconName } from "./icons.js";

/** Props of `CopyButton`. */
export interface CopyButtonProps {
  /** What is copied, asked for when it is. */
  text: () => string;
  /** The button's name, and what it is called for a moment after it has copied. */
  label: string;
  labels: { copied: string };
  /** Default `copy`. */
  icon?: IconName;
}

/** A button that copies a text. Its name tells that it did. */
export function CopyButton({ text, label, labels, icon = "copy" }: CopyButtonProps): ReactElement {
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [isCopied]);
  return (
    <IconButton
      icon={isCopied ? "check" : icon}
      label={isCopied ? labels.copied : label}
      onClick={() => {
        // Refused without a permission or a secure context: then the button simply stays as it was.
        navigator.clipboard?.writeText(text()).then(
          () => setCopied(true),
          () => {},
        );
      }}
    />
  );
}
