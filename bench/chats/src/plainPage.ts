import "./shell.css";

/** The shell without React, for the floors. */
export function plainPage(place: HTMLElement): { rows: HTMLElement; composer: HTMLElement } {
  place.innerHTML =
    '<div class="chat"><div class="scroller"><div class="inner"></div></div><textarea class="composer" aria-label="Message"></textarea></div>';
  return { rows: place.querySelector(".inner")!, composer: place.querySelector("textarea")! };
}
