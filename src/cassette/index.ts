/**
 * Cassettes: what passed between a chat and its servers, recorded without keys and replayed without a network. No React,
 * no DOM.
 */
export type {
  Cassette,
  Exchange,
  RecordedChunk,
  RecordedRequest,
  RecordedResponse,
} from "./cassette.js";
export { createRecorder, type Recorder, type RecorderOptions } from "./createRecorder.js";
export { replayCassette, type ReplayOptions } from "./replayCassette.js";
export { readExchange, type ExchangeReading } from "./readExchange.js";
export { toCurl } from "./toCurl.js";
