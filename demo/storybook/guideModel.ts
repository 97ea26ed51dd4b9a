import type { FunctionModel } from "polylogue";
import { documents } from "../guide/documents.js";
import { createGuideModel } from "../guide/guideModel.js";

/** The guide of the demo: it answers from the documentation, in this page alone. */
export const guideModel: FunctionModel = createGuideModel({ documents });
