export { chatCompletionsResponse, type ChatCompletionsOptions } from "./chatCompletions.js";
export { createLockstep, type Lockstep } from "./lockstep.js";
export {
  createMockClient,
  type MockAnswer,
  type MockClient,
  type MockClientOptions,
} from "./mockClient.js";
