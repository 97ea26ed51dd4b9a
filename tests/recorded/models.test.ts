import { describe, expect, test } from "vitest";
import { readModelList } from "../../src/client/modelList.js";
import { soundsLikeChat } from "../../src/client/catalog/chatModels.js";
import { recording, recordingsOf } from "./judge.js";

const names = recordingsOf("models");

describe.skipIf(names.length === 0)("recorded model lists", () => {
  test.each(names)("%s", (name) => {
    const { meta, expected, bytes } = recording(name);
    const models = readModelList(JSON.parse(new TextDecoder().decode(bytes)), meta.provider);
    const { ids } = expected as unknown as { ids: string[] };
    // Lists also hold what does not chat.
    const chats = ids.map((id) => id.replace(/^models\//, "")).filter(soundsLikeChat);
    expect(models.map(({ id }) => id)).toEqual(chats);
    expect(models.every(({ provider }) => provider === meta.provider)).toBe(true);
  });
});
