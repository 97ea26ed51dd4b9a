const alphabet = "0123456789abcdefghijklmnopqrstuvwxyz";

/** A random id of 16 letters and digits (82 bits), for messages and runs. Works outside secure contexts too. */
export function generateId(): string {
  let id = "";
  for (const byte of crypto.getRandomValues(new Uint8Array(16))) id += alphabet[byte % 36];
  return id;
}
