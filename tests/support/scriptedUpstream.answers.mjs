// The scripts, how a request chooses one, and how an answer follows it.

const words = "These words come from the scripted upstream in order.".match(/\S+\s*/g);
const opening = words.slice(0, 3);

/** What is said and how it ends. */
export const scripts = {
  words: { words, ending: "finish" },
  long: { words: Array.from({ length: 400 }, (_, at) => `word${at} `), ending: "finish" },
  die: { words: opening, ending: "die" },
  cut: { words: opening, ending: "cut" },
  stall: { words: opening, ending: "stall" },
  error: { words: opening, ending: "failure" },
  html: { html: true },
  leak: { leak: true },
};

/** CORS headers of every answer. */
export const shared = {
  "access-control-allow-origin": "*",
  "access-control-allow-headers":
    "authorization, content-type, x-api-key, anthropic-version, anthropic-dangerous-direct-browser-access",
};

/** The words of the last user message, whichever format it is in. */
function lastQuestion(body) {
  const content = body.messages?.findLast?.(({ role }) => role === "user")?.content;
  if (typeof content === "string") return content;
  return Array.isArray(content) ? content.map(({ text }) => text ?? "").join(" ") : "";
}

function scriptNamed(name) {
  if (name === "slow") return { ...scripts.words, lockstep: true };
  if (name.startsWith("slow-")) {
    const script = scriptNamed(name.slice("slow-".length));
    return script?.words && { ...script, lockstep: true };
  }
  if (/^[45]\d\d$/.test(name)) return { status: Number(name) };
  const deaths = /^die-(\d+)$/.exec(name);
  if (deaths) return { words: words.slice(0, Number(deaths[1])), ending: "die" };
  return Object.hasOwn(scripts, name) ? scripts[name] : undefined;
}

/** `#name` in the question wins over `scripted-name` as the model; `-once` gives its script one time only. */
export function chooseScript(body, used) {
  const question = lastQuestion(body);
  const tags = [...question.matchAll(/#([\w-]+)/g)].map(([, tag]) => tag);
  if (tags.includes("echo")) return { words: question.match(/\S+\s*/g), ending: "finish" };
  for (const wanted of [...tags, /scripted-([\w-]+)$/.exec(body.model)?.[1]]) {
    const name = wanted?.replace(/-once$/, "");
    const script = name && scriptNamed(name);
    if (!script) continue;
    if (wanted === name) return script;
    if (used.has(wanted)) return scripts.words;
    used.add(wanted);
    return script;
  }
  return scripts.words;
}

export function sendJSON(response, status, value, headers = {}) {
  response.writeHead(status, { ...shared, "content-type": "application/json", ...headers });
  response.end(JSON.stringify(value));
}

/** Resolves when the bytes have left, so that a socket destroyed next has still delivered them. */
const write = (response, text) => new Promise((resolve) => void response.write(text, resolve));

function stall(response) {
  const timer = setInterval(() => response.write(": keep-alive\n\n"), 100);
  response.once("close", () => clearInterval(timer));
}

async function streamAnswer({ format, script, model, body, response, record, gate }) {
  response.writeHead(200, { ...shared, "content-type": "text/event-stream" });
  await write(response, format.opening(model));
  for (const [at, word] of script.words.entries()) {
    if (script.lockstep && at > 0) await gate.pass(response);
    if (response.destroyed) return;
    await write(response, format.delta(model, word));
    record.deltas += 1;
  }
  if (script.lockstep) await gate.pass(response);
  if (response.destroyed) return;
  const endings = {
    finish: () => response.end(format.closing(model, body)),
    failure: () => response.end(format.failure(model)),
    cut: () => response.end(),
    die: () => record.cutBy(),
    stall: () => stall(response),
  };
  endings[script.ending]();
}

async function wholeAnswer({ format, script, model, response, record, gate }) {
  if (script.lockstep) await gate.pass(response);
  const text = JSON.stringify(format.whole(model, script.words.join("")));
  const half = text.slice(0, text.length / 2);
  const begin = () => response.writeHead(200, { ...shared, "content-type": "application/json" });
  const endings = {
    finish: () => begin().end(text),
    failure: () => begin().end(JSON.stringify(format.refusal(500, model))),
    cut: () => begin().end(half),
    die: () => begin().write(half, () => record.cutBy()),
    stall: () => begin().flushHeaders(),
  };
  endings[script.ending]();
}

export function answerChat(exchange) {
  const { format, script, model, body, response, record } = exchange;
  if (script.status) {
    const headers = script.status === 429 ? { "retry-after": "2" } : {};
    return sendJSON(response, script.status, format.refusal(script.status, model), headers);
  }
  if (script.leak) {
    const key = record.headers.authorization ?? record.headers["x-api-key"];
    return sendJSON(response, 400, format.refusal(400, model, `Called with ${key}.`));
  }
  if (script.html) {
    response.writeHead(200, { ...shared, "content-type": "text/html" });
    return response.end("<!doctype html><title>Not an API</title><h1>It works</h1>");
  }
  if (script.words.length === 0) return record.cutBy();
  return body.stream ? streamAnswer(exchange) : wholeAnswer(exchange);
}
