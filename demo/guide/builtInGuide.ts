import type { FunctionModel } from "../../src/client/index.js";
import { documents } from "./documents.js";
import { createGuideModel } from "./guideModel.js";

/** The guide with the documentation of this checkout: it answers in this page alone. */
export const builtInGuide: FunctionModel = createGuideModel({ documents });
