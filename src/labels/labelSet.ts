import type { ChatLauncherLabels } from "../components/ChatLauncher/launcherLabels.js";
import type { ChatLabels } from "../components/labels.js";

/** Every word of one language: what `Chat`, `ChatLauncher`, `ModelPicker`, `ThreadList` and `Markdown` take as `labels`. */
export interface LabelSet extends ChatLabels, ChatLauncherLabels {}
