/** Questions the guide answers well: to offer before the first message, and when it knows no answer. */
export const guideQuestions: readonly string[] = [
  "How do I put a chat on my page?",
  "How do I keep my API keys on the server?",
  "How do I write my own model as a function?",
  "What happens when an answer breaks off?",
  "How do I change the colours?",
];

/** The answer to a greeting, to thanks or to "what can you do?"; nothing for every other message. */
export function smallTalk(text: string): string | undefined {
  const words = text
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\s]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (!words && text) return `Ask me something about Polylogue.\n\n${suggestions()}`;
  if (
    /^(?:(?:hi|hello|hey|hallo|good (?:morning|day|evening))(?: (?:there|you|all|guide))?)$/.test(
      words,
    )
  ) {
    return `Hello. ${introduction}\n\n${suggestions()}`;
  }
  if (
    /^(?:(?:many |ok |great )?(?:thanks|thank you)(?: .{0,20})?|great|ok|okay|cool|nice)$/.test(
      words,
    )
  ) {
    return "You are welcome. Ask on whenever you like.";
  }
  if (
    /^(?:help(?: me)?|who are you|what are you|what (?:can|do) you (?:do|know|answer)|what can i ask(?: you)?|are you (?:an? )?(?:ai|llm|bot|human|real|language model))$/.test(
      words,
    )
  ) {
    return `${introduction}\n\n${suggestions()}`;
  }
  return undefined;
}

/** The answer when the documentation says nothing about a question. */
export function noAnswer(): string {
  return `I found nothing about that in Polylogue’s documentation, which is in English and all I know. Other words may help, or one of these:\n\n${suggestions()}`;
}

const introduction =
  "I answer questions about Polylogue from its own documentation and measure images you attach. I am a text search, not a language model: I quote, I do not make things up, and nothing you write leaves this page.";

function suggestions(): string {
  return guideQuestions.map((question) => `- ${question}`).join("\n");
}
