import type { ModelName } from "../client/modelName.js";

/** Remembers who was asked for one answer alone, so that another try, or the rest of it, is asked of the same model. */
export interface OneOff {
  /** The model that answers a question in the place of the chat's own; `undefined` for the chat's own. */
  modelFor: (questionId: string | undefined) => ModelName | undefined;
  /** A question is answered by `model`; `undefined` for the chat's own. */
  begin: (questionId: string | undefined, model: ModelName | undefined) => void;
  /** The answer is complete: the next one is the chat's own affair. */
  end: () => void;
}

/**
 * Makes the memory of one chat. Once another model is chosen for the chat itself, that one is asked.
 *
 * @param own The name of the chat's model now.
 */
export function createOneOff(own: () => string | undefined): OneOff {
  let held:
    | { model: ModelName; own: string | undefined; questionId: string | undefined }
    | undefined;
  return {
    modelFor: (questionId) =>
      held?.questionId === questionId && held?.own === own() ? held?.model : undefined,
    begin(questionId, model) {
      held = model === undefined ? undefined : { model, own: own(), questionId };
    },
    end: () => void (held = undefined),
  };
}
