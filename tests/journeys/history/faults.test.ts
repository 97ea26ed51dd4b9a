import type { BrowserContext, Page } from "playwright";
import { expect, sentence } from "../chatPage.js";
import { test, type Storage } from "./historyJourney.js";

interface Fault {
  storage: Storage;
  /** Whether a conversation is kept before. Default: none. */
  isKept?: true;
  /** Done to a tab before it is opened again. */
  cause: (page: Page, context: BrowserContext) => Promise<unknown>;
  says: RegExp;
}

/** Changes what is kept in IndexedDB, as something outside the chat may have done. */
const changeDatabase = (page: Page, store: string, change: string): Promise<void> =>
  page.evaluate(
    async ([name, words]) => {
      const asked = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          request.addEventListener("success", () => resolve(request.result));
          request.addEventListener("error", () => reject(request.error!));
        });
      const database = await asked(indexedDB.open("polylogue"));
      const tx = database.transaction(name, "readwrite");
      const [key] = await asked(tx.objectStore(name).getAllKeys());
      if (words === "newer") {
        const record = (await asked(tx.objectStore(name).get(key!))) as object;
        await asked(tx.objectStore(name).put({ ...record, schema: 99 }));
      } else await asked(tx.objectStore(name).put(words, key));
      database.close();
    },
    [store, change] as const,
  );

/** The browser gives the site no room. It asks itself seldom how much there is, so nothing may have been kept before. */
async function fill(page: Page, context: BrowserContext): Promise<void> {
  const session = await context.newCDPSession(page);
  const { origin } = new URL(page.url());
  await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 });
}

/** Serves the page as one that may keep nothing: in a sandbox, without an origin of its own. */
const shut = (_page: Page, context: BrowserContext): Promise<unknown> =>
  context.route(/^http:/, async (route) => {
    const response = await route.fetch();
    const headers = {
      ...response.headers(),
      "access-control-allow-origin": "*",
      "content-security-policy": "sandbox allow-scripts allow-forms",
    };
    await route.fulfill({ response, headers });
  });

const faults: Record<string, Fault> = {
  "a full IndexedDB": { storage: "indexedDB", cause: fill, says: /storage is full/ },
  "a full localStorage": {
    storage: "localStorage",
    cause: (page) =>
      page.evaluate(() => {
        for (let size = 2 ** 22; size >= 1; size /= 2) {
          try {
            localStorage.setItem(`filler-${size}`, "x".repeat(size));
          } catch {
            // The next half of it may fit.
          }
        }
      }),
    says: /storage is full/,
  },
  "a denied IndexedDB": { storage: "indexedDB", cause: shut, says: /does not let the page save/ },
  "a denied localStorage": {
    storage: "localStorage",
    cause: shut,
    says: /does not let the page save/,
  },
  "a damaged message in IndexedDB": {
    isKept: true,
    storage: "indexedDB",
    cause: (page) => changeDatabase(page, "messages", '{"id": "'),
    says: /is damaged/,
  },
  "a damaged thread in localStorage": {
    isKept: true,
    storage: "localStorage",
    cause: (page) =>
      page.evaluate(() => {
        const name = Object.keys(localStorage).find((one) => one.includes(":thread:"));
        localStorage.setItem(name!, '{"messages": [');
      }),
    says: /is damaged/,
  },
  "a thread of a newer version in IndexedDB": {
    isKept: true,
    storage: "indexedDB",
    cause: (page) => changeDatabase(page, "threads", "newer"),
    says: /newer version/,
  },
};

test.for(Object.entries(faults))(
  "%s is said, and the chat goes on",
  async ([, { storage, isKept, cause, says }], { openTab, context }) => {
    const tab = await openTab(storage);
    if (isKept) {
      await tab.ask("Before");
      await expect(tab.message(2)).toContainText(sentence);
      await tab.settled();
    }
    await cause(tab.page, context);
    await tab.page.reload();
    const notice = tab.page.getByRole("region", { name: "Chat" }).getByText(says);
    const empty = tab.page.getByText("How can I help?");
    await expect(empty.or(notice).first()).toBeVisible();
    await tab.ask("After");
    await expect(notice).toBeVisible();
    const answer = tab.log.getByRole("article").last();
    await expect(answer).toContainText(sentence);
    await tab.button("Dismiss").last().click();
    await expect(notice).toHaveCount(0);
    await tab.ask("And again");
    await expect(tab.log.getByText("And again")).toBeVisible();
    await tab.settled();
    await expect(answer).toContainText(sentence);
  },
);
