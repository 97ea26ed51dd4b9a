/**
 * A panel for developers: what a chat sends and gets. Load it lazily: an app's people need none of it.
 */
export { ChatDevtools, type ChatDevtoolsProps } from "./ChatDevtools.js";
export { englishDevtoolsLabels, type DevtoolsLabels } from "./devtoolsLabels.js";
