"use client";
import { forwardRef, useState, type ReactElement, type Ref } from "react";
import type { FilePart } from "../../client/messages.js";
import { useChatContext } from "../Chat/ChatContext.js";
import { nameOfImage } from "../parts/fileFacts.js";

/** Props of `OpenButton`. */
export interface OpenButtonProps {
  part: FilePart;
  /** Shows it large; called with the button. */
  open: (opener: HTMLElement) => Promise<void>;
  /** The image. */
  children: ReactElement;
}

/** What makes an image open when it is pressed, and says so where it cannot. It may stand within a line of text. */
export const OpenButton: React.ForwardRefExoticComponent<
  OpenButtonProps & React.RefAttributes<HTMLButtonElement>
> = forwardRef(function OpenButton(
  { part, open, children }: OpenButtonProps,
  ref: Ref<HTMLButtonElement>,
): ReactElement {
  const { labels } = useChatContext();
  const [hasFailed, setFailed] = useState(false);
  return (
    <>
      <button
        ref={ref}
        type="button"
        data-pl-open=""
        aria-haspopup="dialog"
        aria-label={labels.openImage(nameOfImage(part, labels))}
        onClick={({ currentTarget }) =>
          open(currentTarget).then(
            () => setFailed(false),
            () => setFailed(true),
          )
        }
      >
        {children}
      </button>
      {hasFailed ? (
        <span role="alert" data-pl-note="">
          {labels.imageNotOpened}
        </span>
      ) : null}
    </>
  );
});
