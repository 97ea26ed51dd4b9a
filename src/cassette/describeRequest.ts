import type { Fetch } from "../client/types.js";
import type { RecordedRequest } from "./cassette.js";

/** What a call of `fetch` asks for, with its keys. A body counts where it is text, as every client's is. */
export async function describeRequest(
  input: Parameters<Fetch>[0],
  init: RequestInit,
): Promise<RecordedRequest> {
  const given = input instanceof Request ? input : undefined;
  const body = typeof init.body === "string" ? init.body : await given?.clone().text();
  return {
    method: init.method ?? given?.method ?? "GET",
    url: input instanceof Request ? input.url : String(input),
    headers: Object.fromEntries(new Headers(init.headers ?? given?.headers)),
    ...(body && { body }),
  };
}
