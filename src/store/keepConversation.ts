import { createStore, type StoreApi } from "zustand/vanilla";
import type { Conversation } from "../client/conversation.js";
import { HistoryError, toHistoryError } from "../client/historyError.js";
import type { ChatPersistence, Thread, ThreadChange } from "../client/threads.js";
import { isSameJSON } from "../internal/isSameJSON.js";
import { isBusy } from "./chatState.js";
import type { ChatStore } from "./chatStore.js";
import { keptConversation } from "./keptConversation.js";
import { mergeConversations, reuseMessages } from "./mergeConversations.js";
import { onThreadChange, tellThreadChange } from "./threadChanges.js";
import { threadTitle } from "./threadTitle.js";
import { createUnsavedMessages } from "./unsavedMessages.js";

/** How long arriving text waits until it is saved, in milliseconds. */
const calmMs = 1000;

/** How often in a row a save may find that somebody else was faster. */
const mostConflicts = 5;

/** How a conversation and its storage get along. */
export interface HistoryState {
  /** Whether what is kept of it is still awaited. */
  readonly isLoading: boolean;
  /** What went wrong, for people; `undefined` once it is over or was dismissed. */
  readonly notice: HistoryError | undefined;
}

/** Keeps one conversation. */
export interface Keeper {
  readonly state: StoreApi<HistoryState>;
  /** Resolves when what is kept has been read, or could not be. */
  readonly loaded: Promise<void>;
  /** Somebody shows the conversation: it is loaded, once, and saved from now on. Returns how to leave. */
  enter: () => () => void;
  /** Takes the notice away. The same one does not come back before something was saved. */
  dismiss: () => void;
}

/**
 * Loads a conversation into its store and saves what changes there: what a person does at once, arriving text once a second,
 * and everything when the page goes. One save runs at a time, each on top of the one before; where another tab saved in
 * between, both versions are put together. It holds listeners only while somebody has entered, and until the running answer
 * ended.
 *
 * @param persistence Asked each time.
 */
export function createKeeper(store: ChatStore, persistence: () => ChatPersistence): Keeper {
  const { id } = store;
  const state = createStore<HistoryState>(() => ({ isLoading: true, notice: undefined }));
  const unsaved = createUnsavedMessages(id);
  /** What is kept, but for its messages; `undefined` for nothing. */
  let kept: Omit<Thread, keyof Conversation> | undefined;
  /** Whether what is kept is known. What could not be read is not written over. */
  let isKnown = false;
  /** What another tab saved, while an answer that is being made here keeps it from being shown. */
  let other: Conversation | undefined;
  let seen = store.state.getState();
  /** Whether the store is being given what is kept, which is no change. */
  let showing = false;
  /** Whether the store holds something that is not kept. */
  let dirty = false;
  let saving = false;
  let conflicts = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dismissed: string | undefined;
  let present = 0;
  let leave: (() => void) | undefined;
  let loading: Promise<void> | undefined;
  let resolveLoaded = (): void => {};
  const loaded = new Promise<void>((resolve) => (resolveLoaded = resolve));

  const isAnswering = (): boolean => isBusy(store.state.getState());

  function tell(thrown: unknown): void {
    const notice = toHistoryError(thrown);
    if (notice.code !== dismissed) state.setState({ notice });
  }

  function show(conversation: Conversation): void {
    showing = true;
    const last = store.state.getState().order.at(-1);
    store.setConversation(reuseMessages(conversation, store.getConversation()));
    // Another tab may read another branch; here the reader stays on the one they are on, while it is there.
    if (last !== undefined) store.branch(last);
    showing = false;
    seen = store.state.getState();
  }

  /** Reads what is kept. What was written here before that is put together with it. */
  async function read(): Promise<void> {
    const thread = await persistence().load(id);
    isKnown = true;
    kept = thread && factsOf(thread);
    const left = unsaved.take();
    if (!thread && left.length === 0) return;
    const before = thread ?? { messages: [] };
    const whole = mergeConversations(before, { messages: [], branches: [...left] });
    if (dirty || isAnswering()) other = whole;
    else show(whole);
    if (thread) unsaved.saved(thread);
    if (left.length > 0) dirty = true;
  }

  async function load(): Promise<void> {
    await read().catch(tell);
    state.setState({ isLoading: false });
    resolveLoaded();
    if (dirty) schedule();
  }

  function onChange(): void {
    if (showing) return;
    const now = store.state.getState();
    const isSame = now.order === seen.order && now.byId === seen.byId;
    seen = now;
    if (!isSame || now.status === "streaming") {
      dirty = true;
      schedule();
    } else settle();
  }

  /** Saves soon: text waits for more of it, all else does not. */
  function schedule(): void {
    const isText = isAnswering();
    if (state.getState().isLoading || (isText && timer !== undefined)) return;
    clearTimeout(timer);
    timer = setTimeout(() => void save(), isText ? calmMs : 0);
  }

  /** Its first step is taken before this returns: a page that goes has no time for more. */
  async function save(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (!dirty || saving || state.getState().isLoading) return;
    saving = true;
    let hasFailed = false;
    try {
      if (!isKnown) await read();
      dirty = false;
      await write();
      conflicts = 0;
      dismissed = undefined;
      const { notice } = state.getState();
      if (notice && notice.code !== "conflict") state.setState({ notice: undefined });
    } catch (error) {
      dirty = true;
      hasFailed = !(await joined(error));
    }
    saving = false;
    // What could not be saved waits for the next change.
    if (dirty && !hasFailed) schedule();
    else settle();
  }

  async function write(): Promise<void> {
    if (other && !isAnswering()) {
      show(mergeConversations(store.getConversation(), other));
      other = undefined;
    }
    const mine = keptConversation(store);
    const conversation = other ? mergeConversations(mine, other) : mine;
    if (conversation.messages.length === 0 && !conversation.branches) {
      if (!kept) return;
      kept = undefined;
      await persistence().remove(id);
      return tellThreadChange({ id, isRemoved: true }, onElsewhere);
    }
    const now = Date.now();
    const next = {
      title: kept?.title || threadTitle(conversation.messages),
      createdAt: kept?.createdAt ?? now,
      updatedAt: now,
      revision: (kept?.revision ?? 0) + 1,
    };
    await persistence().save(id, { ...conversation, ...next });
    unsaved.saved(conversation);
    kept = next;
    tellThreadChange({ id }, onElsewhere);
  }

  /** Whether a save failed only because somebody else saved in between, so that the next one has both versions. */
  async function joined(fault: unknown): Promise<boolean> {
    conflicts += 1;
    if (toHistoryError(fault).code !== "conflict" || conflicts > mostConflicts) {
      tell(fault);
      return false;
    }
    try {
      const thread = await persistence().load(id);
      kept = thread && factsOf(thread);
      if (!thread) return true;
      other = other ? mergeConversations(thread, other) : thread;
      const mine = keptConversation(store);
      // Where only the name is new there is nothing to be said.
      if (!isSameJSON(mergeConversations(mine, other), mine)) tell(new HistoryError("conflict"));
      return true;
    } catch (error) {
      tell(error);
      return false;
    }
  }

  function onElsewhere({ id: changed, isRemoved }: ThreadChange): void {
    if (changed !== id || state.getState().isLoading) return;
    if (!isRemoved) return void catchUp();
    // What is shown stays; only what a person writes after that begins the thread anew.
    store.stop();
    clearTimeout(timer);
    timer = undefined;
    dirty = false;
    kept = undefined;
    other = undefined;
  }

  /** Shows what another tab saved. While something changes here the next save finds the conflict. */
  async function catchUp(): Promise<void> {
    const isIdle = (): boolean => !dirty && !saving && !isAnswering();
    if (!isIdle()) return;
    try {
      const thread = await persistence().load(id);
      if (!thread || !isIdle() || thread.revision <= (kept?.revision ?? 0)) return;
      kept = factsOf(thread);
      show(thread);
      unsaved.saved(thread);
    } catch (error) {
      tell(error);
    }
  }

  function listen(): () => void {
    const leaving = new AbortController();
    const { signal } = leaving;
    const page = (globalThis as { document?: Document }).document;
    const flush = (): void => void save();
    const go = (): void => {
      // The browser ends the request next, which is nobody's fault.
      store.stop();
      if (dirty || saving) unsaved.leave(keptConversation(store));
      flush();
    };
    globalThis.addEventListener?.("pagehide", go, { signal });
    page?.addEventListener("visibilitychange", flush, { signal });
    const stops = [store.subscribe(onChange), onThreadChange(persistence(), onElsewhere)];
    return () => {
      leaving.abort();
      for (const stop of stops) stop();
    };
  }

  /** Lets go once nobody is there and nothing more can be saved. */
  function settle(): void {
    if (present > 0 || saving || isAnswering()) return;
    if (timer !== undefined) return void save();
    leave?.();
    leave = undefined;
  }

  return {
    state,
    loaded,
    enter() {
      present += 1;
      leave ??= listen();
      loading ??= load();
      return () => {
        present -= 1;
        // Later, because StrictMode leaves and comes back at once, and because leaving may stop an answer.
        queueMicrotask(settle);
      };
    },
    dismiss() {
      dismissed = state.getState().notice?.code;
      state.setState({ notice: undefined });
    },
  };
}

function factsOf({ title, createdAt, updatedAt, revision }: Thread): Omit<Thread, "messages"> {
  return { title, createdAt, updatedAt, revision };
}
