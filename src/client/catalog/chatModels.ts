import type { ModelInfo } from "../types.js";

/** Names of models that make or read something else than text, or that no chat can use. */
const otherWork =
  /embed|whisper|audio|realtime|transcri|translat|dall-e|imagen|imagine|lyria|moderation|rerank|guard|robotics|computer-use|deep-research|search-(?:api|preview)|codex|babbage|davinci|nano-banana|customtools|stable-|stability|seed(?:ance|ream)|recraft|video|orpheus|speech|voice\b|scribe|turbo-instruct|\b(?:tts|live|image|sora|veo|ocr|canvas|reel|flux|sdxl|[tir]2v|kling|voyage|sonic|stt|asr|decisions?|(?:bge|gte|e5)-)\b/i;

/** Price templates of LiteLLM: a tuned model that can be called names its organisation. */
const tuningTemplate = /(?:^|\/)ft:[^:]+$/;

/** Whether a name sounds like a model for chat. A guess, for where nothing better is known. */
export function soundsLikeChat(id: string): boolean {
  return !otherWork.test(id) && !tuningTemplate.test(id);
}

/** Whether a model chats: by what is known of it, else by its name. */
export function canChat(model: ModelInfo): boolean {
  const isKnown = model.tools === true || model.price !== undefined;
  return isKnown ? !tuningTemplate.test(model.id) : soundsLikeChat(model.id);
}

/** Whether a model may be offered where images are wanted: unless it is known to read none. */
export function visionCapable(model: ModelInfo): boolean {
  return model.vision !== false;
}
