import { createFormats, type Formats } from "../formats.js";

/** Figures in Chinese. */
export const formats: Formats<"other"> = createFormats<"other">("zh-CN");
