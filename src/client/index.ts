/**
 * The framework-free client: talk to any model, from a browser, a server or a worker. No React, no DOM.
 */
export type * from "./messages.js";
export type { Conversation } from "./conversation.js";
export { HistoryError, type HistoryErrorCode } from "./historyError.js";
export type {
  ChatPersistence,
  Thread,
  ThreadChange,
  ThreadMatch,
  ThreadSummary,
} from "./threads.js";
export type * from "./protocol.js";
export type * from "./streamParts.js";
export type * from "./types.js";
export { ChatError, isChatError, liteLLMClass } from "./errors.js";
export { altOf, rejectedBy } from "./fileNotes.js";
export { isChatErrorCode, toChatError } from "./foreignErrors.js";
export type { ChatErrorCode, ChatErrorOptions } from "./errors.js";
export { createDirectClient } from "./directClient.js";
export type { DirectClient, DirectClientOptions } from "./directClient.js";
export { createGatewayClient } from "./gatewayClient.js";
export type { GatewayClient, GatewayClientOptions } from "./gatewayClient.js";
export type { GatewayKind } from "./gatewayKind.js";
export { createUIMessageStreamClient } from "./uiMessageStreamClient.js";
export type {
  UIMessageStreamClient,
  UIMessageStreamClientOptions,
} from "./uiMessageStreamClient.js";
export { fromTransport } from "./fromTransport.js";
export type { AISDKTransport } from "./fromTransport.js";
export {
  anthropic,
  azure,
  bedrock,
  google,
  groq,
  ollama,
  openAICompatible,
  openai,
  openrouter,
} from "./models.js";
export type { AwsSettings } from "./aws.js";
export type { AzureOptions, BedrockOptions, ModelOptions } from "./models.js";
export { runFunctionModel } from "./functionModel.js";
export { parseModelName } from "./modelName.js";
export type { ModelName, ParsedModelName } from "./modelName.js";
export { findProvider, providerTable } from "./providers.js";
export type { BrowserAccess, Provider } from "./providers.js";
export type { AccessOptions } from "./providerAccess.js";
export type { KeySource } from "./apiKey.js";
export type { Environment, ProviderSettings } from "./providerSettings.js";
export { arrangeModels } from "./catalog/arrange.js";
export type { ArrangeOptions, ModelRow } from "./catalog/arrange.js";
export { loadCatalog } from "./catalog/catalog.js";
export type { ModelCatalog } from "./catalog/catalog.js";
export { visionCapable } from "./catalog/chatModels.js";
export { extractDate } from "./catalog/extractDate.js";
export { completeModel } from "./catalog/mergeModels.js";
export { parseModelId } from "./catalog/parseModelId.js";
export type { ParsedModelId } from "./catalog/parseModelId.js";
export { prettifyModelId } from "./catalog/prettifyModelId.js";
export { imageRules, parameterRules } from "./limits.js";
export type { ImageRules, ParameterRules } from "./limits.js";
export { estimateTokens } from "./tokens.js";
export { imageTokens } from "./imageTokens.js";
export type { ImageTokensInput } from "./imageTokens.js";
export { estimateRequest } from "./requestWeight.js";
export type { RequestEstimate, RequestInput, TokenParts } from "./requestWeight.js";
export { learnRatio, tokenRatio } from "./calibration.js";
export type { Calibration, CalibrationSample, TokenRatio } from "./calibration.js";
export { contextLevels, inputLimit } from "./inputLimit.js";
export { preflight } from "./preflight.js";
export type {
  PreflightCode,
  PreflightFacts,
  PreflightFinding,
  PreflightInput,
  PreflightMeasure,
  PreflightTarget,
  RemedyId,
} from "./preflight.js";
export { preflightMessage } from "./preflightMessage.js";
export { dropOldestTurns, removeFiles } from "./remedies.js";
export { costOf } from "./cost.js";
export { openaiChat } from "./protocols/openaiChat.js";
export { readUIMessageStream } from "./protocols/uiMessageStream.js";
export { streamChat } from "./streamChat.js";
export type { StreamChatOptions } from "./streamChat.js";
export type { TimeoutOptions } from "./timeouts.js";
export { readSSE } from "./sse.js";
export type { ServerSentEvent } from "./sse.js";
export { redact } from "./redact.js";
export { errorFromResponse } from "./failures.js";
