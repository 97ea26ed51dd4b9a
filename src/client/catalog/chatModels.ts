import type { ModelInfo } from "../types.js";

/** Names of models that make or read something else than text, or that no chat can use. */
const otherWork =
  /embed|whisper|\btts\b|audio|realtime|\blive\b|transcri|translat|dall-e|\bimage\b|imagen|imagine|\bsora\b|\bveo\b|lyria|moderation|rerank|guard|\bocr\b|robotics|computer-use|deep-research|search-(?:api|preview)|codex|babbage|davinci|\bcanvas\b|\breel\b|nano-banana|customtools|stable-diffusion|stability\.|\bflux\b|\bsdxl\b|seedream|recraft|video|\b[tir]2v\b|seedance|\bkling\b|\bbge-|\bgte-|\be5-|\bvoyage\b|orpheus|speech|voice\b|\bsonic\b|scribe|\bstt\b|\basr\b|turbo-instruct|\bdecisions?\b/i;

/** Price templates of LiteLLM: a tuned model that can be called names its organisation. */
const tuningTemplate = /^ft:[^:]+$/;

/** Whether a name sounds like a model for chat. A guess, for where nothing better is known. */
export function soundsLikeChat(id: string): boolean {
  const bare = id.slice(id.lastIndexOf("/") + 1);
  return !otherWork.test(id) && !tuningTemplate.test(bare);
}

/** Whether a model chats: by what is known of it, else by its name. */
export function canChat(model: ModelInfo): boolean {
  if (/(?:^|\/)ft:[^:]+$/.test(model.id)) return false;
  return model.tools === true || model.price !== undefined || soundsLikeChat(model.id);
}

/** Whether a model may be offered where images are wanted: unless it is known to read none. */
export function visionCapable(model: ModelInfo): boolean {
  return model.vision !== false;
}
