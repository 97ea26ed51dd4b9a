import { createRoot } from "react-dom/client";
import sheet from "../../../dist/styles.css?url";
import { scenes } from "./scenes.js";
import "./strictPage.css";

/** A sheet by its address, as a page or a shadow root links it. */
function link(place: ParentNode & Node): void {
  const element = document.createElement("link");
  element.rel = "stylesheet";
  element.href = sheet;
  place.append(element);
}

/** Mounts every scene in `place`; menus go into the place too, where it is given as `portals`. */
function mount(place: HTMLElement, portals?: HTMLElement): void {
  for (const [name, scene] of Object.entries(scenes)) {
    const section = document.createElement("section");
    section.setAttribute("aria-label", name);
    place.append(section);
    createRoot(section).render(scene(portals));
  }
}

const main = document.querySelector<HTMLElement>("#page")!;
const where = new URLSearchParams(location.search).get("in");
if (where === "shadow root") {
  const root = main.attachShadow({ mode: "open" });
  link(root);
  const [place, portals] = [document.createElement("div"), document.createElement("div")];
  root.append(place, portals);
  mount(place, portals);
} else if (where === "iframe") {
  const frame = document.createElement("iframe");
  frame.title = "Chats";
  frame.src = location.pathname;
  main.append(frame);
} else {
  link(document.head);
  mount(main);
}
