/** Where and how a story is seen. */
export interface View {
  /** CSS pixels. */
  width: number;
  /** CSS pixels. Default: 720. */
  height?: number;
  theme: "light" | "dark";
}
export interface Stories {
  shoot(id: string, view: View): Promise<Buffer>;
  close(): Promise<void>;
}
export function openStories(): Promise<Stories>;
export function whyNoPictures(): Promise<string | undefined>;
