import type { ChatClient } from "../client/types.js";
import { createAllowList } from "./allowList.js";
import { answerCompletion } from "./completions.js";
import { badRequest, errorResponse, jsonResponse } from "./errorAnswer.js";
import { groupByProvider, toOpenAIList } from "./modelList.js";
import { toProviderList } from "./providerList.js";
import type { BodyLimits } from "./readJSON.js";
import { readJSON } from "./readJSON.js";
import { testModel } from "./testModel.js";

/** The parts of a client that a gateway serves. */
export type ServedClient = Required<
  Pick<ChatClient, "id" | "stream" | "listModels" | "testConnection" | "providers">
>;

/** What the routes need to know of the gateway. */
export interface RouteSettings extends BodyLimits {
  client: ServedClient;
  /** The allow-list of models, if there is one. */
  models: readonly string[] | undefined;
  maxOutputTokens: number | undefined;
  /** Masked in every error text. */
  secrets: readonly string[];
}

/** How a path ends, the method it takes, and how it is answered. */
type Route = readonly [
  suffix: string,
  method: "GET" | "POST",
  answer: (request: Request) => Promise<Response>,
];

/**
 * Makes the function that answers a request by the end of its path, so the gateway works wherever it is mounted.
 *
 * @throws ChatError for what cannot be answered.
 */
export function createRoutes(settings: RouteSettings): (request: Request) => Promise<Response> {
  const { client, maxOutputTokens, secrets } = settings;
  const allows = createAllowList(settings.models);
  const routes: readonly Route[] = [
    [
      "/chat/completions",
      "POST",
      async (request) =>
        answerCompletion(await readJSON(request, settings), request.signal, {
          client,
          allows,
          maxOutputTokens,
          secrets,
        }),
    ],
    [
      "/v1/models",
      "GET",
      async ({ signal }) => jsonResponse(toOpenAIList(await client.listModels({ signal }), allows)),
    ],
    [
      "/models",
      "GET",
      async ({ signal }) =>
        jsonResponse(groupByProvider(await client.listModels({ signal }), allows)),
    ],
    [
      "/providers",
      "GET",
      async ({ signal }) =>
        jsonResponse(toProviderList(await client.providers({ signal }), allows)),
    ],
    [
      "/test-connection",
      "POST",
      async (request) => {
        const { model } = await readJSON(request, settings);
        return jsonResponse(await testModel(model, request.signal, { client, allows, secrets }));
      },
    ],
  ];
  return async (request) => {
    const path = new URL(request.url).pathname.replace(/\/+$/, "");
    const route = routes.find(([suffix]) => path.endsWith(suffix));
    if (!route) throw nothingThere(routes);
    const [, method, answer] = route;
    return request.method === method ? answer(request) : refuseMethod(method, secrets);
  };
}

function nothingThere(routes: readonly Route[]): Error {
  const known = routes.map(([suffix, method]) => `${method} …${suffix}`).join(", ");
  return badRequest(`The gateway has nothing at this path. It answers ${known}.`, undefined, 404);
}

function refuseMethod(method: string, secrets: readonly string[]): Response {
  const refusal = badRequest(`This path takes ${method} only.`, undefined, 405);
  const response = errorResponse(refusal, secrets);
  response.headers.set("allow", `${method}, OPTIONS`);
  return response;
}
