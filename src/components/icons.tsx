"use client";
import type { ReactElement } from "react";

/** The outlines of our icons on a 24-unit grid. */
const paths = {
  attach:
    "M21 11.5 12.3 20a5.5 5.5 0 0 1-7.8-7.8l8.9-8.7a3.7 3.7 0 0 1 5.2 5.2L9.8 17.3a1.8 1.8 0 0 1-2.6-2.6l8-7.8",
  alert: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 7.5V13M12 16.3v.1",
  check: "m5 12.5 4.5 4.5L19 7.5",
  chevronDown: "m6 9 6 6 6-6",
  chevronLeft: "m15 6-6 6 6 6",
  chevronRight: "m9 6 6 6-6 6",
  copy: "M11.5 9h6A2.5 2.5 0 0 1 20 11.500v6a2.5 2.5 0 0 1-2.5 2.500h-6A2.5 2.5 0 0 1 9 17.500v-6A2.5 2.5 0 0 1 11.5 9M5 15.500a2.5 2.5 0 0 1-1-2v-7A2.5 2.5 0 0 1 6.5 4h7a2.5 2.5 0 0 1 2 1",
  down: "M12 5v14M6 13.5 12 19.500l6-6",
  download: "M12 4v11.500M6.5 10.500 12 16l5.500-5.500M5 20h14",
  eye: "M2.5 12S6 5.500 12 5.500 21.5 12 21.5 12 18 18.500 12 18.500 2.5 12 2.5 12M12 9.200a2.8 2.8 0 1 0 0 5.600 2.8 2.8 0 0 0 0-5.600",
  file: "M13.500 3.500H7a2 2 0 0 0-2 2v13a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V9zM13.500 3.500V9H19",
  image:
    "M6 4h12a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2M4 16l4.5-4.500L13 16l3-3 4 4M15.5 8.500v.1",
  key: "M8 11.500a4 4 0 1 0 0 8 4 4 0 0 0 0-8M11 12.700 19.5 4.200M16 7.700l2.5 2.500",
  link: "M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.300l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.700l1-1",
  bulb: "M9.500 20h5M9 16.500h6M9 16.500v-1c0-.8-.4-1.400-1-2a5.500 5.500 0 1 1 8 0c-.6.6-1 1.200-1 2v1",
  minus: "M5 12h14",
  plus: "M12 5v14M5 12h14",
  prompt: "M8.500 4 5.500 20M19 7h-6M19 12h-7M19 17h-8",
  redo: "M20 12a8 8 0 1 1-2.4-5.700L20 8.500M20 4v4.500h-4.5",
  search: "M11 4.500a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M20 20l-4.2-4.200",
  send: "M12 19V6M6 11.5 12 5.500l6 6",
  sliders: "M4 7h9M17 7h3M15 4.500v5M4 17h3M11 17h9M9 14.500v5",
  star: "m12 4 2.500 5.100 5.600.8-4.100 4 1 5.600-5-2.700-5 2.700 1-5.600-4.100-4 5.600-.8z",
  stop: "M9 7h6a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H9a2 2 0 0 1-2-2V9a2 2 0 0 1 2-2",
  table:
    "M6 4.500h12a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2v-11a2 2 0 0 1 2-2M4 9.800h16M4 14.700h16M10 9.800v9.700",
  tools:
    "M19.800 6.600a4.600 4.600 0 0 1-6.200 5.700l-6.400 6.400a1.900 1.900 0 0 1-2.700-2.700l6.400-6.400a4.600 4.600 0 0 1 5.700-6.200L13.900 6l.6 3 3 .6z",
  trash: "M4.5 7h15M10 7V4.500h4V7M6.5 7l.8 12.500h9.400L17.5 7M10 11v5M14 11v5",
  wrap: "M4 6h16M4 12h12.500a3 3 0 0 1 0 6H13M4 18h5M15.500 15.500 13 18l2.500 2.500",
  x: "M6 6l12 12M18 6 6 18",
} as const;

/** The name of one of our icons. */
export type IconName = keyof typeof paths;

/** An icon, drawn with the colour of the text and hidden from assistive technology: its button carries the name. */
export function Icon({ name }: { name: IconName }): ReactElement {
  return (
    <svg data-pl-icon={name} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
