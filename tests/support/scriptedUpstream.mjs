// A provider whose answers are scripted, in OpenAI's Chat format and in Anthropic's Messages format.
// `scriptedUpstream.d.mts` says what each script does and how one is chosen.
import { createServer } from "node:http";
import {
  answerChat,
  chooseScript,
  scripts,
  sendJSON,
  shared,
} from "./scriptedUpstream.answers.mjs";
import { anthropicMessages, openaiChat } from "./scriptedUpstream.formats.mjs";

const routes = { "/v1/chat/completions": openaiChat, "/v1/messages": anthropicMessages };

/** Lets as many words pass as were released, whether the release came first or the word did. */
function createGate() {
  let permits = 0;
  const waiting = new Set();
  return {
    pass(response) {
      if (permits > 0) {
        permits -= 1;
        return Promise.resolve();
      }
      return new Promise((resolve) => {
        const done = () => {
          waiting.delete(done);
          response.off("close", done);
          resolve();
        };
        waiting.add(done);
        response.once("close", done);
      });
    },
    release(count) {
      permits += count;
      for (const done of waiting) {
        if (permits < 1) break;
        permits -= 1;
        done();
      }
    },
    shut: () => void (permits = 0),
  };
}

async function readBody(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  try {
    return text === "" ? {} : JSON.parse(text);
  } catch {
    return text;
  }
}

function createRecord(request, path, body, response) {
  const record = {
    method: request.method,
    path,
    headers: request.headers,
    body,
    deltas: 0,
    closedEarly: false,
  };
  let ours = false;
  const cutBy = () => {
    ours = true;
    response.socket?.destroy();
  };
  // Not a value of the record: it is what the script does, not what was seen.
  Object.defineProperty(record, "cutBy", { value: cutBy });
  response.once("close", () => (record.closedEarly = !ours && !response.writableFinished));
  return record;
}

function createControl({ records, used, gate, open }) {
  return {
    requests: () => records.map((record) => ({ ...record })),
    release: (deltas = 1) => gate.release(deltas === "all" ? Infinity : deltas),
    reset() {
      for (const response of open) response.destroy();
      records.length = 0;
      used.clear();
      gate.shut();
    },
  };
}

function answerControl(path, body, response, control) {
  if (path === "/__control/requests") return sendJSON(response, 200, control.requests());
  if (path === "/__control/release") control.release(body.deltas);
  else if (path === "/__control/reset") control.reset();
  else return sendJSON(response, 404, { error: `No such control: ${path}` });
  return sendJSON(response, 200, { ok: true });
}

function createHandler(state, control) {
  return async (request, response) => {
    const { pathname } = new URL(request.url, "http://upstream");
    if (request.method === "OPTIONS") return response.writeHead(204, shared).end();
    const body = await readBody(request);
    if (pathname.startsWith("/__control/")) {
      return answerControl(pathname, body, response, control);
    }
    state.open.add(response);
    response.once("close", () => state.open.delete(response));
    const record = createRecord(request, pathname, body, response);
    state.records.push(record);
    const key = request.headers.authorization ?? request.headers["x-api-key"] ?? "";
    const anthropic = "anthropic-version" in request.headers;
    const format = routes[pathname] ?? (anthropic ? anthropicMessages : openaiChat);
    if (key.includes("wrong")) return sendJSON(response, 401, format.refusal(401, body.model));
    if (pathname === "/v1/models") {
      const ids = Object.keys(scripts).map((name) => `scripted-${name}`);
      return sendJSON(response, 200, format.models(ids));
    }
    if (!(pathname in routes)) return sendJSON(response, 404, format.refusal(404, body.model));
    const script = chooseScript(body, state.used);
    const exchange = {
      format,
      script,
      model: body.model,
      body,
      response,
      record,
      gate: state.gate,
    };
    return answerChat(exchange);
  };
}

export async function startScriptedUpstream({ port = 0, host = "127.0.0.1" } = {}) {
  const state = { records: [], used: new Set(), gate: createGate(), open: new Set() };
  const control = createControl(state);
  const handle = createHandler(state, control);
  const server = createServer((request, response) => {
    // A client may leave at any moment, also while its request is read: that is a thing to record, not a fault.
    response.on("error", () => {});
    handle(request, response).catch(() => response.destroy());
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  return {
    ...control,
    url: `http://${host}:${server.address().port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
