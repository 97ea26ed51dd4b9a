/** Images on their way to a model: what is done to them, and who does it. The hooks load it when there is an image. */
export { fitImage, type FittedImage } from "./fitImage.js";
export { fitMessages } from "./fitMessages.js";
export { imageTarget } from "./imageTarget.js";
export { prepareImage, type PreparedImage } from "./prepareImage.js";
