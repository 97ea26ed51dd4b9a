/**
 * Puts the focus of a popover that opens into its search field, or, where there is only touch, on the popover itself: a
 * field would open the keyboard of the screen over the list.
 */
export function focusSearch(event: Event): void {
  event.preventDefault();
  const popover = event.currentTarget as HTMLElement;
  const canType = matchMedia("(hover: hover), (any-pointer: fine)").matches;
  const field = canType ? popover.querySelector<HTMLElement>("[data-pl-search]") : null;
  (field ?? popover).focus({ preventScroll: true });
}
