import type { ChatState } from "./chatState.js";
import type { StoredMessage } from "./storedMessage.js";

/**
 * A conversation is a tree of which one path is shown. What a shown message follows is the one before it in `order`; what a
 * hidden one follows is in its `metadata.parentId`, written when it is hidden. So a conversation without branches holds
 * nothing of all this.
 */
export type Tree = Pick<ChatState, "order" | "byId">;

/** What stands where in a tree. */
interface Places {
  /** Messages by the one they follow, `undefined` for none, in the order they were made. */
  readonly after: ReadonlyMap<string | undefined, readonly string[]>;
  /** The same lists by each message in them. */
  readonly beside: ReadonlyMap<string, readonly string[]>;
}

/** `order` is another array whenever the tree is another one. */
const known = new WeakMap<Tree["order"], Places>();

const none: readonly string[] = [];

/** Ids of the messages in the place of `messageId`, itself among them, oldest first. Empty where there is no choice. */
export function siblingsOf(tree: Tree, messageId: string): readonly string[] {
  // Most conversations hide nothing, and then there is nothing to look up.
  if (tree.byId.size === tree.order.length) return none;
  const siblings = placesIn(tree).beside.get(messageId) ?? none;
  return siblings.length > 1 ? siblings : none;
}

/** Ids from the beginning of the conversation up to `messageId`, shown or not. Empty for a message that is not there. */
export function pathTo({ order, byId }: Tree, messageId: string): readonly string[] {
  const hidden: string[] = [];
  let id: string | undefined = messageId;
  for (; id !== undefined && byId.has(id); id = parentIdOf(byId.get(id)!)) {
    const at = order.indexOf(id);
    if (at >= 0) return [...order.slice(0, at + 1), ...hidden];
    // Histories come from storage, where a message may be said to follow itself.
    if (hidden.includes(id)) break;
    hidden.unshift(id);
  }
  return hidden;
}

/** The change that shows `path` and hides what else was shown. */
export function withPath({ order, byId }: Tree, path: readonly string[]): Tree {
  const shown = new Set(path);
  const next = new Map(byId);
  for (const [at, id] of order.entries()) {
    if (!shown.has(id)) next.set(id, following(byId.get(id)!, order[at - 1]));
  }
  return { order: [...path], byId: next };
}

/** The change that shows, after the last message, what was answered and asked there most recently, if anything. */
export function withNewestEnd(tree: Tree): Tree {
  const { order, byId } = tree;
  if (byId.size === order.length) return { order, byId };
  const path = new Set(order);
  for (let next = newestAfter(tree, order.at(-1)); next; next = newestAfter(tree, next)) {
    if (path.has(next)) break;
    path.add(next);
  }
  return path.size === order.length ? { order, byId } : withPath(tree, [...path]);
}

/** The change that adds a message which follows `parentId` and is not shown. */
export function withHidden(
  { order, byId }: Tree,
  message: StoredMessage,
  parentId: string | undefined,
): Tree {
  return { order: [...order], byId: new Map(byId).set(message.id, following(message, parentId)) };
}

/** The change that takes one message out: what followed it follows the one before it. */
export function withoutMessage(tree: Tree, messageId: string): Tree {
  const { order, byId } = tree;
  const parentId = pathTo(tree, messageId).at(-2);
  const next = new Map(byId);
  next.delete(messageId);
  for (const id of placesIn(tree).after.get(messageId) ?? none) {
    next.set(id, order.includes(id) ? byId.get(id)! : following(byId.get(id)!, parentId));
  }
  return { order: order.filter((id) => id !== messageId), byId: next };
}

/** The change that shows the conversation up to `messageId` and takes out all that followed it, on every branch. */
export function withoutFollowing(tree: Tree, messageId: string): Tree {
  const { order, byId } = withPath(tree, pathTo(tree, messageId));
  const { after } = placesIn(tree);
  const gone = new Set(after.get(messageId));
  for (const id of gone) for (const child of after.get(id) ?? none) gone.add(child);
  return { order, byId: new Map([...byId].filter(([id]) => !gone.has(id))) };
}

/**
 * The hidden messages that are kept when `next` is shown instead: those beside a message that stays, or behind one, and, where
 * the conversation waits for an answer, those beside it.
 */
export function branchesBeside(tree: Tree, next: Tree["order"]): StoredMessage[] {
  const { order, byId } = tree;
  const wasShown = new Set(order);
  const shownAt = new Map(next.map((id, at) => [id, at]));
  return [...byId].flatMap(([id, message]) => {
    if (wasShown.has(id)) return [];
    const path = pathTo(tree, id);
    const from = path.findIndex((one) => !wasShown.has(one));
    const beside = order[from];
    if (beside === undefined) return next.at(-1) === order[from - 1] ? message : [];
    const at = shownAt.get(beside);
    if (at === undefined) return [];
    // What was put before the one beside it, this follows too.
    return path[from] === id ? following(message, next[at - 1]) : message;
  });
}

/** Made once for each tree, so that parts that arrive do not pay for it. */
function placesIn({ order, byId }: Tree): Places {
  const made = known.get(order);
  if (made) return made;
  const shownAfter = new Map(order.map((id, at) => [id, order[at - 1]]));
  const after = new Map<string | undefined, string[]>();
  const beside = new Map<string, string[]>();
  for (const [id, message] of byId) {
    const parentId = shownAfter.has(id) ? shownAfter.get(id) : parentIdOf(message);
    const siblings = after.get(parentId) ?? [];
    siblings.push(id);
    after.set(parentId, siblings);
    beside.set(id, siblings);
  }
  const madeAt = (id: string): number => timeOf(byId.get(id)!);
  for (const siblings of after.values()) siblings.sort((a, b) => madeAt(a) - madeAt(b));
  const places = { after, beside };
  known.set(order, places);
  return places;
}

function newestAfter(tree: Tree, id: string | undefined): string | undefined {
  return placesIn(tree).after.get(id)?.at(-1);
}

function following(message: StoredMessage, parentId: string | undefined): StoredMessage {
  if (parentIdOf(message) === parentId) return message;
  const { parentId: _before, ...metadata } = message.metadata ?? {};
  return { ...message, metadata: { ...metadata, ...(parentId !== undefined && { parentId }) } };
}

// Metadata may be a host's own, so anything may be in it.
function parentIdOf({ metadata }: StoredMessage): string | undefined {
  const parentId: unknown = metadata?.parentId;
  return typeof parentId === "string" ? parentId : undefined;
}

/** Milliseconds since 1970-01-01 UTC. What says nothing was there before there were branches. */
function timeOf({ metadata }: StoredMessage): number {
  const createdAt: unknown = metadata?.createdAt;
  return typeof createdAt === "number" ? createdAt : 0;
}
