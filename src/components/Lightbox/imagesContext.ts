"use client";
import { createContext, type Context } from "react";
import type { FilePart } from "../../client/messages.js";
import type { StoredPart } from "../../store/storedMessage.js";

/** Where in the text of a message an image stands. */
export interface PlaceInText {
  /** The part whose text it is. */
  text: StoredPart;
  /** Which of the images of that text that are in no link, from 0. */
  index: number;
}

/**
 * Shows an image large. Rejects with a `ChatError` where the code for it cannot be had.
 *
 * @param opener What was pressed; it gets the focus back.
 * @param place Where it stands; only for one that is not a part by itself.
 */
export type OpenImage = (part: FilePart, opener: HTMLElement, place?: PlaceInText) => Promise<void>;

/** What the images of a chat share. It changes only when a person asks for an image. */
export interface ImagesContextValue {
  /** `undefined` where images do not open. */
  open: OpenImage | undefined;
  /** The addresses of images on servers that a person asked for; no other is loaded. */
  asked: ReadonlySet<string>;
  /** Adds one to them. */
  ask: (address: string) => void;
}

/** Provided by `LightboxHost`. Outside a chat images do not open, and each remembers by itself that it was asked for. */
export const ImagesContext: Context<ImagesContextValue> = createContext<ImagesContextValue>({
  open: undefined,
  asked: new Set(),
  ask: () => {},
});

/** The part whose text is shown here, provided by `MessageParts`; `undefined` for a text that is of no message. */
export const TextPartContext: Context<StoredPart | undefined> = createContext<
  StoredPart | undefined
>(undefined);
