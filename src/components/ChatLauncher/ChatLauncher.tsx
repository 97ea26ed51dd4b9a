"use client";
import {
  forwardRef,
  useEffect,
  useId,
  useRef,
  useState,
  type ComponentPropsWithoutRef,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  type Ref,
} from "react";
import { Icon } from "../icons.js";
import { englishLauncherLabels, type ChatLauncherLabels } from "./launcherLabels.js";

/** Props of `ChatLauncher`: its own, and those of the `div` around both. */
export interface ChatLauncherProps extends Omit<ComponentPropsWithoutRef<"div">, "children"> {
  /** The chat; mounted when it is first opened, and kept from then on. */
  children: ReactNode;
  /** Whether the panel is open, where the host decides. */
  open?: boolean | undefined;
  /** Whether it begins open. Default: false. */
  defaultOpen?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  /** How many things wait inside; shown on the button while it is closed. Default: 0, which shows nothing. */
  badge?: number | undefined;
  /** The lower corner it stands in, in the direction of the text. Default: `end`. */
  side?: "start" | "end" | undefined;
  /** Words in place of the English ones. */
  labels?: Partial<ChatLauncherLabels> | undefined;
}

/**
 * A round button in a corner of the page that opens a chat above it. The page stays usable; Escape and the button close
 * it, and the focus goes into the chat and back. A running answer goes on while it is closed.
 */
export const ChatLauncher: React.ForwardRefExoticComponent<
  ChatLauncherProps & React.RefAttributes<HTMLDivElement>
> = forwardRef(function ChatLauncher(
  {
    children,
    open: given,
    defaultOpen = false,
    onOpenChange,
    badge = 0,
    side = "end",
    labels: own,
    ...props
  }: ChatLauncherProps,
  ref: Ref<HTMLDivElement>,
): ReactElement {
  const labels = { ...englishLauncherLabels, ...own };
  const [held, setHeld] = useState(defaultOpen);
  const open = given ?? held;
  const [wasOpen, setWasOpen] = useState(open);
  if (open && !wasOpen) setWasOpen(true);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLElement>(null);
  const shown = useRef(open);

  useEffect(() => {
    if (shown.current === open) return;
    shown.current = open;
    if (open) panel.current?.querySelector<HTMLElement>("[data-pl-input]")?.focus();
    // A person who works elsewhere on the page is not called back.
    else if (holdsFocus(panel.current)) button.current?.focus();
  }, [open]);

  function change(next: boolean): void {
    setHeld(next);
    onOpenChange?.(next);
  }

  function closeByKey(event: KeyboardEvent): void {
    if (event.key !== "Escape" || event.defaultPrevented || !open) return;
    event.preventDefault();
    change(false);
  }

  const name = open ? labels.closeChat : labels.openChat(badge);
  return (
    <div
      {...props}
      ref={ref}
      data-pl-root=""
      data-pl-launcher=""
      data-side={side}
      data-open={open ? "" : undefined}
    >
      {/* Escape is for whatever has the focus in it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <section
        id={id}
        ref={panel}
        data-pl-launcher-panel=""
        role="dialog"
        aria-label={labels.panel}
        hidden={!open}
        onKeyDown={closeByKey}
      >
        {open || wasOpen ? children : null}
      </section>
      <button
        ref={button}
        type="button"
        data-pl-launcher-button=""
        aria-label={name}
        title={name}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => change(!open)}
        onKeyDown={closeByKey}
      >
        <Icon name={open ? "x" : "chat"} />
        {badge > 0 && !open ? (
          <span data-pl-launcher-badge="" aria-hidden="true">
            {labels.count(badge)}
          </span>
        ) : null}
      </button>
    </div>
  );
});

/** Whether the focus is in `panel`, or nowhere, as it is once what had it is hidden. */
function holdsFocus(panel: HTMLElement | null): boolean {
  const { activeElement } = (panel?.getRootNode() ?? document) as Document | ShadowRoot;
  return (
    activeElement === null || activeElement === document.body || !!panel?.contains(activeElement)
  );
}
