/** `T` with its fields absent where they could be `undefined`. */
export type OnlyDefined<T> = {
  [Key in keyof T as undefined extends T[Key] ? never : Key]: T[Key];
} & { [Key in keyof T as undefined extends T[Key] ? Key : never]?: Exclude<T[Key], undefined> };

/** The same object without the fields that are `undefined`. */
export function onlyDefined<T extends object>(object: T): OnlyDefined<T> {
  const fields = Object.entries(object).filter(([, value]) => value !== undefined);
  return Object.fromEntries(fields) as OnlyDefined<T>;
}
