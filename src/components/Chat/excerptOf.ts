/** The beginning of a message, for a name. */
export function excerptOf(message: string): string {
  return message.length > 40 ? `${message.slice(0, 40).trimEnd()}…` : message;
}
