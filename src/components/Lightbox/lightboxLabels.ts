/** The words of what shows an image large. Numbers come in raw. */
export interface LightboxLabels {
  /** The name of the button that an image in a message is. */
  openImage: (name: string) => string;
  /** Why nothing opened. */
  imageNotOpened: string;
  /** Where an image stands among those of the conversation; `position` counts from 1. */
  imagePosition: (position: number, total: number) => string;
  previousImage: string;
  nextImage: string;
  zoomIn: string;
  zoomOut: string;
  /** How large an image is shown, in percent of what fits. */
  zoomLevel: (percent: number) => string;
  /** The name of the button that shows `zoomLevel` and makes the image fit again. It should begin with what is shown. */
  zoomToFit: (percent: number) => string;
  download: (name: string) => string;
  closeImage: string;
}

/** English, the default. */
export const englishLightboxLabels: LightboxLabels = {
  openImage: (name) => `Open ${name}`,
  imageNotOpened:
    "The image cannot be shown larger, because part of this page could not be loaded. Reload the page.",
  imagePosition: (position, total) => `${position} of ${total}`,
  previousImage: "Previous image",
  nextImage: "Next image",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  zoomLevel: (percent) => `${percent}\u00a0%`,
  zoomToFit: (percent) => `${percent}\u00a0%, fit to window`,
  download: (name) => `Download ${name}`,
  closeImage: "Close",
};
