// The two wire formats the scripted upstream speaks, as pure functions from what to say to the bytes that say it.

const usage = { input: 11, output: 7 };
const reason = "The script of this upstream says so.";

/** What each status is called in an error body: OpenAI's type and code, then Anthropic's type. */
const errorNames = {
  400: ["invalid_request_error", "invalid_request", "invalid_request_error"],
  401: ["invalid_request_error", "invalid_api_key", "authentication_error"],
  403: ["permission_error", "permission_denied", "permission_error"],
  404: ["invalid_request_error", "model_not_found", "not_found_error"],
  429: ["requests", "rate_limit_exceeded", "rate_limit_error"],
  529: ["server_error", "overloaded", "overloaded_error"],
};

const namesOf = (status) => errorNames[status] ?? ["server_error", "server_error", "api_error"];

const sentenceOf = (status, model) =>
  ({
    401: "Incorrect API key provided: sk-wrong. You can find your key on the settings page.",
    404: `The model \`${model}\` does not exist or you do not have access to it.`,
    429: "Rate limit reached for requests. Please try again in 2s.",
  })[status] ?? `Status ${status}. ${reason}`;

const data = (value) => `data: ${JSON.stringify(value)}\n\n`;

function openaiChunk(model, choices, rest = {}) {
  const id = "chatcmpl-scripted";
  return data({
    id,
    object: "chat.completion.chunk",
    created: 1_700_000_000,
    model,
    choices,
    ...rest,
  });
}

const openaiUsage = {
  prompt_tokens: usage.input,
  completion_tokens: usage.output,
  total_tokens: usage.input + usage.output,
};

const openaiError = (status, model, message = sentenceOf(status, model)) => {
  const [type, code] = namesOf(status);
  return { error: { message, type, param: null, code } };
};

/** @see https://platform.openai.com/docs/api-reference/chat-streaming */
export const openaiChat = {
  opening: (model) =>
    openaiChunk(model, [
      { index: 0, delta: { role: "assistant", content: "" }, finish_reason: null },
    ]),
  delta: (model, text) =>
    openaiChunk(model, [{ index: 0, delta: { content: text }, finish_reason: null }]),
  closing: (model, request) =>
    openaiChunk(model, [{ index: 0, delta: {}, finish_reason: "stop" }]) +
    (request.stream_options?.include_usage ? openaiChunk(model, [], { usage: openaiUsage }) : "") +
    "data: [DONE]\n\n",
  failure: (model) => `${data(openaiError(500, model))}data: [DONE]\n\n`,
  whole: (model, text) => ({
    id: "chatcmpl-scripted",
    object: "chat.completion",
    created: 1_700_000_000,
    model,
    choices: [{ index: 0, message: { role: "assistant", content: text }, finish_reason: "stop" }],
    usage: openaiUsage,
  }),
  refusal: openaiError,
  models: (ids) => ({
    object: "list",
    data: ids.map((id) => ({ id, object: "model", created: 1_700_000_000, owned_by: "scripted" })),
  }),
};

const event = (value) => `event: ${value.type}\n${data(value)}`;

const anthropicMessage = (model, content, stop, tokens) => ({
  id: "msg_scripted",
  type: "message",
  role: "assistant",
  model,
  content,
  stop_reason: stop,
  stop_sequence: null,
  usage: { input_tokens: usage.input, output_tokens: tokens },
});

const anthropicError = (status, model, message = sentenceOf(status, model)) => ({
  type: "error",
  error: { type: namesOf(status)[2], message },
});

/** @see https://docs.anthropic.com/en/api/messages-streaming */
export const anthropicMessages = {
  opening: (model) =>
    event({ type: "message_start", message: anthropicMessage(model, [], null, 1) }) +
    event({ type: "content_block_start", index: 0, content_block: { type: "text", text: "" } }) +
    event({ type: "ping" }),
  delta: (_model, text) =>
    event({ type: "content_block_delta", index: 0, delta: { type: "text_delta", text } }),
  closing: () =>
    event({ type: "content_block_stop", index: 0 }) +
    event({
      type: "message_delta",
      delta: { stop_reason: "end_turn", stop_sequence: null },
      usage: { output_tokens: usage.output },
    }) +
    event({ type: "message_stop" }),
  failure: (model) => event(anthropicError(529, model)),
  whole: (model, text) =>
    anthropicMessage(model, [{ type: "text", text }], "end_turn", usage.output),
  refusal: anthropicError,
  models: (ids) => ({
    data: ids.map((id) => ({
      type: "model",
      id,
      display_name: id,
      created_at: "2023-11-14T22:13:20Z",
    })),
    has_more: false,
    first_id: ids[0],
    last_id: ids.at(-1),
  }),
};
