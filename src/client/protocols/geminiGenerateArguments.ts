import { asList, asNumber, asFields, asText, type Fields, isFields } from "../looseJSON.js";

type Container = Record<string, unknown> | unknown[];

/**
 * Adds the `partialArgs` of one streamed function call to its arguments, in place. Text for a place that already holds
 * some goes on with it. A place that cannot be, such as the tenth of two items, is left out.
 *
 * @see https://docs.cloud.google.com/vertex-ai/generative-ai/docs/multimodal/function-calling#streaming-fc
 */
export function addPartialArguments(target: Record<string, unknown>, partialArgs: unknown): void {
  for (const piece of asList(partialArgs).map(asFields)) {
    const path = readPath(asText(piece["jsonPath"]) ?? "");
    const key = path.at(-1);
    if (key === undefined) continue;
    const container = open(target, path);
    if (!container) continue;
    const value = nextValue(piece, ownValue(container, key));
    if (value !== undefined) setOwn(container, key, value);
  }
}

/** `$.a.b[0]['c d']` as keys; the empty brackets that end a list say nothing here. */
function readPath(jsonPath: string): (string | number)[] {
  const steps = jsonPath.matchAll(/\.([^.[\]]+)|\[(\d+)\]|\['([^']*)'\]|\["([^"]*)"\]/g);
  return Array.from(steps, ([, name, index, single, double]) =>
    index === undefined ? (name ?? single ?? double ?? "") : Number(index),
  );
}

/** The object or list that holds the last key of a path, made where there is none yet. */
function open(target: Container, path: readonly (string | number)[]): Container | undefined {
  let container = target;
  for (const [at, key] of path.slice(0, -1).entries()) {
    const old = ownValue(container, key);
    const isContainer = isFields(old) || Array.isArray(old);
    const next = isContainer ? (old as Container) : typeof path[at + 1] === "number" ? [] : {};
    if (!isContainer && !setOwn(container, key, next)) return undefined;
    container = next;
  }
  return container;
}

function ownValue(container: Container, key: string | number): unknown {
  return Object.hasOwn(container, key) ? (container as Record<string, unknown>)[key] : undefined;
}

function setOwn(container: Container, key: string | number, value: unknown): boolean {
  // A list grows by one item at a time: a number out of nowhere must not fill the memory.
  if (Array.isArray(container) && (typeof key !== "number" || key > container.length)) return false;
  // Defined, not assigned: "__proto__" is a name like any other here.
  Object.defineProperty(container, key, {
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  });
  return true;
}

function nextValue(piece: Fields, old: unknown): unknown {
  const text = piece["stringValue"];
  if (typeof text === "string") return typeof old === "string" ? old + text : text;
  const number = asNumber(piece["numberValue"]);
  if (number !== undefined) return number;
  if (typeof piece["boolValue"] === "boolean") return piece["boolValue"];
  if ("nullValue" in piece) return null;
  if (old !== undefined || piece["willContinue"] === true) return undefined;
  // A place without a value is an empty list or object.
  return asText(piece["jsonPath"])?.endsWith("[]") ? [] : {};
}
