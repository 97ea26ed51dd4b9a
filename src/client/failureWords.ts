/** What is said and done about failures: loaded together, when the first one happens. @see explain */
export { unusableKey } from "./keyErrors.js";
export { errorFromObject, errorFromRefusal, errorFromUnknown, unreachable } from "./httpErrors.js";
export { errorInsteadOf } from "./protocols/notAnAnswer.js";
export { repairRequest } from "./repairRequest.js";
