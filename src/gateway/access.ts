import { ChatError } from "../client/errors.js";
import type { GatewayOptions } from "./options.js";
import { callerOf, foreignOrigin, hostsOf } from "./origins.js";

const ipv4 = String.raw`127(?:\.(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}`;
const loopbackHost = new RegExp(String.raw`^(?:localhost|${ipv4}|\[::1\])(?::\d{1,5})?$`, "i");
const loopbackAddress = new RegExp(`^(?:(?:::ffff:)?${ipv4}|::1)$`, "i");

/**
 * Decides whether a request may spend the keys.
 *
 * @returns Nothing when it may, or the answer `authorize` gave in its place.
 * @throws ChatError with status 401 or 403 when it may not.
 */
export async function admit(
  request: Request,
  authorize: GatewayOptions["authorize"],
  origins: ReadonlySet<string>,
): Promise<Response | undefined> {
  const foreign = callerOf(request, origins) === "foreign";
  if (!authorize) {
    if (foreign || !isFromThisMachine(request)) throw notOpen();
    return undefined;
  }
  if (foreign) throw foreignOrigin(request);
  const verdict = await authorize(request);
  if (verdict === true) return undefined;
  if (verdict instanceof Response) return verdict;
  throw new ChatError(
    "authentication",
    "The gateway's authorize function refused this request. Sign in, or send the token it expects.",
    { status: 401 },
  );
}

/**
 * A DNS name that someone points at 127.0.0.1 passes every check of addresses, so the names are checked as they are
 * written; and a proxy in front hides who calls, so what it says of them is checked too.
 */
function isFromThisMachine(request: Request): boolean {
  const addresses = ["x-forwarded-for", "x-real-ip"]
    .flatMap((name) => request.headers.get(name)?.split(",") ?? [])
    .map((address) => address.trim());
  return (
    hostsOf(request).every((host) => loopbackHost.test(host)) &&
    addresses.every((address) => loopbackAddress.test(address)) &&
    !request.headers.has("forwarded")
  );
}

function notOpen(): ChatError {
  return new ChatError(
    "authentication",
    "This gateway answers only its own machine, because nothing says who else may spend its keys. To open it, pass " +
      "createGateway({ authorize: (request) => … }), which returns true for requests it should answer; pages of other " +
      "origins are listed in `origins`.",
    { status: 401 },
  );
}
